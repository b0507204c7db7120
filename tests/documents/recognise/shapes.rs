//! Papers of several shapes, as schools write them.

use caitien::import::{Became, Home, Shown};
use caitien::library::TABLE_2018;
use caitien::plan::{PlanDate, Row};

use super::draft;
use super::paper::{line, lines, paper, table};

pub fn nine_columns() -> Vec<Shown> {
    let mut blocks = vec![table(&[
        "UBND PHƯỜNG AN KHÊ~#TRƯỜNG THCS HOA SỮA~_______~Số: 05/KH-THCSHS|#CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM~#Độc lập – Tự do – Hạnh phúc~___~/An Khê, ngày 12 tháng 9 năm 2025",
    ])];
    blocks.extend(lines(
        "^#KẾ HOẠCH
        ^#CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC
        ^#Năm học 2025 - 2026
        /Căn cứ Thông tư số 18/2018/TT-BGDĐT ngày 22/8/2018;
        /Căn cứ kết quả tự đánh giá;
        Trường THCS Hoa Sữa xây dựng kế hoạch, cụ thể như sau:
        #I. MỤC ĐÍCH, YÊU CẦU
        1. Phát huy điểm mạnh.
        2. Khắc phục điểm yếu:
        a) Về đội ngũ;
        b) Về cơ sở vật chất.
        #II. CĂN CỨ XÂY DỰNG KẾ HOẠCH
        - Báo cáo tự đánh giá.
        #III. NỘI DUNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC",
    ));
    blocks.push(table(&[
        "TT|Tiêu chuẩn, tiêu chí|Kết quả cần đạt (so với hiện trạng)|Công việc/giải pháp cần thực hiện|Chủ trì và phối hợp thực hiện|Thời gian thực hiện và hoàn thành|Dự kiến kinh phí|Điều kiện hỗ trợ khác|Ghi chú",
        "MỨC 1, 2, 3|<|<|<|<|<|<|<|<",
        "1|Tiêu chuẩn 1: Tổ chức và quản lý nhà trường|<|<|<|<|<|<|<",
        "|Tiêu chí 1.1. Phương hướng, chiến lược|Đạt Mức 2|Lập kế hoạch~Bồi dưỡng|Hiệu trưởng|Tháng 9/2025|50 triệu đồng|Không|",
        "|^^||Rà soát|Kế toán|Tháng 10/2025|||",
        "2|Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên và học sinh|||||||",
        "|Tiêu chí 2.2. Đối với giáo viên|Đạt Mức 3|Bồi dưỡng|PHT|Hằng năm|Tự túc||x",
        "MỨC 4|<|<|<|<|<|<|<|<",
        "|Tiêu chí 3: Nghiên cứu khoa học||Hợp tác|BGH|Hằng năm|||",
    ]));
    blocks.extend(lines(
        "#IV. TỔ CHỨC THỰC HIỆN
        #1. Hiệu trưởng - Chủ tịch Hội đồng tự đánh giá
        - Phân công nhiệm vụ.
        #2. Các thành viên Hội đồng tự đánh giá
        - Nhóm công tác 1: Phụ trách tiêu chuẩn 1, 3.
        - Nhóm công tác 2: Phụ trách tiêu chuẩn 2.
        #3. Tổ Giám sát
        - Thành viên Tổ giám sát:
        Bà Vũ Lan Anh - PHT\t\tGiám sát nhóm công tác 1
        Ông Lê Minh - CTCĐ                      Giám sát nhóm công tác 2
        - Báo cáo định kỳ.
        Trên đây là kế hoạch của trường. Yêu cầu thực hiện nghiêm túc./.",
    ));
    blocks.push(table(&[
        "#/Nơi nhận:~- UBND phường (để b/c);~- Hội đồng tự đánh giá;~- Lưu: VT.|#KT. HIỆU TRƯỞNG~#PHÓ HIỆU TRƯỞNG~ ~ ~#Vũ Lan Anh",
    ]));
    blocks
}

#[test]
fn the_common_paper_becomes_a_plan() {
    let draft = draft(&paper(nine_columns()));
    let plan = &draft.plan;
    assert_eq!(plan.letterhead.governing_body, "UBND PHƯỜNG AN KHÊ");
    assert_eq!(plan.letterhead.school, "TRƯỜNG THCS HOA SỮA");
    assert_eq!((&*plan.number, &*plan.symbol), ("5", "KH-THCSHS"));
    assert_eq!(plan.letterhead.place, "An Khê");
    assert_eq!(plan.date, PlanDate { day: Some(12), month: Some(9), year: Some(2025) });
    assert_eq!(plan.doc_type, "KẾ HOẠCH");
    assert_eq!(plan.subject, ["CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", "Năm học 2025 - 2026"]);
    assert_eq!(plan.school_year.to_string(), "2025 - 2026");
    assert_eq!((plan.bases.len(), plan.bases_italic, plan.opening.len()), (2, true, 1));
    assert_eq!(plan.form, TABLE_2018);
    assert_eq!(plan.catalogue.as_deref(), Some("tt18-2018-secondary"));
    let headings: Vec<&str> = plan.parts.iter().map(|part| &*part.heading).collect();
    assert_eq!(headings.len(), 5, "{headings:?}");
    assert_eq!(headings[0], "MỤC ĐÍCH, YÊU CẦU");
    let keys: Vec<_> = plan.parts.iter().filter_map(|part| part.key.as_deref()).collect();
    assert_eq!(keys, ["purpose", "bases", "content", "organisation", "closing"]);
    let kinds: String = plan
        .rows
        .iter()
        .map(|row| match row {
            Row::Band(_) => 'b',
            Row::Group(_) => 'g',
            Row::Item(_) => 'i',
        })
        .collect();
    assert_eq!(kinds, "bgiigibi");
    let items: Vec<_> = plan.items().collect();
    assert_eq!(items[0].actions, "Lập kế hoạch\nBồi dưỡng");
    assert_eq!(items[1].criterion_text, items[0].criterion_text);
    let codes: Vec<_> = items.iter().map(|item| item.criteria.join(",")).collect();
    assert_eq!(codes, ["1.1", "1.1", "2.2", "M4.3"]);
    assert_eq!((items[2].note.as_str(), items[2].budget.typed.as_str()), ("x", "Tự túc"));
    assert_eq!(plan.working_groups.len(), 2);
    assert_eq!(plan.working_groups[0].standards, [1, 3]);
    let people: Vec<_> = plan
        .supervisors
        .iter()
        .map(|one| [&*one.title, &*one.name, &*one.position, &*one.what].join("|"))
        .collect();
    assert_eq!(
        people,
        ["Bà|Vũ Lan Anh|PHT|Giám sát nhóm công tác 1", "Ông|Lê Minh|CTCĐ|Giám sát nhóm công tác 2"]
    );
    assert_eq!(plan.recipients, ["UBND phường (để b/c)", "Hội đồng tự đánh giá", "Lưu: VT"]);
    assert_eq!(plan.signatures[0].authority, ["KT. HIỆU TRƯỞNG"]);
    assert_eq!(plan.signatures[0].position, "PHÓ HIỆU TRƯỞNG");
    assert_eq!(plan.signatures[0].name, "Vũ Lan Anh");
    assert!(plan.options.columns.is_empty());
    assert_eq!(draft.questions, []);
    assert!(draft.pieces.iter().all(|piece| piece.became() != Became::Unsure));
    assert_eq!(draft.words.kept, draft.words.all);
}

#[test]
fn a_column_that_no_form_has_is_asked_about_and_kept() {
    let mut blocks = nine_columns();
    blocks[15] = table(&[
        "STT|Tiêu chí|Giải pháp|CT và PH|Thời gian|Duyệt",
        "1|Tiêu chí 1.1. Phương hướng|Lập kế hoạch|HT|Tháng 9|Đã duyệt",
    ]);
    let draft = draft(&paper(blocks));
    let item = draft.plan.items().next().unwrap();
    assert_eq!(item.note, "Đã duyệt");
    assert_eq!(draft.questions.len(), 1, "{:?}", draft.questions);
    assert_eq!(draft.columns[5].question, Some(0));
}

#[test]
fn each_line_of_the_head_says_what_it_became() {
    let draft = draft(&paper(nine_columns()));
    let homes: Vec<Home> =
        draft.pieces.iter().filter(|piece| piece.at.block == 0).map(|piece| piece.home).collect();
    assert_eq!(
        homes,
        [
            Home::GoverningBody,
            Home::School,
            Home::Nothing,
            Home::Number,
            Home::Fixed,
            Home::Fixed,
            Home::Nothing,
            Home::Date
        ]
    );
}

#[test]
fn nothing_at_all_is_an_empty_plan() {
    let draft = draft(&paper([]));
    assert_eq!(draft.words.all, 0);
    let draft = super::draft(&paper([line("Xin chào các bạn")]));
    assert_eq!(draft.words.all, 4);
}
