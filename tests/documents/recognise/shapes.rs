//! Papers of several shapes, as schools write them.

use caitien::import::{Answer, Became, Choices, Doubt, Draft, Home, Shown};
use caitien::library::TABLE_2018;
use caitien::plan::{PlanDate, Row, TableKind, Texts as _};

use super::paper::{line, lines, paper, table};
use super::{decided, draft};

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

/// The rows of a paper's first table, below the sheet's own head.
fn with_table(rows: &[&str]) -> Vec<Shown> {
    let mut blocks = lines("^#KẾ HOẠCH\n^#Năm học 2025 - 2026\n#I. NỘI DUNG");
    blocks.push(table(rows));
    blocks
}

/// For each item its criterion, actions and time.
#[track_caller]
fn check_items(blocks: Vec<Shown>, expect: &[[&str; 3]]) {
    let draft = draft(&paper(blocks));
    let items: Vec<[&str; 3]> = draft
        .plan
        .items()
        .map(|item| [&*item.criterion_text, &*item.actions, &*item.time.typed])
        .collect();
    assert_eq!(items, expect, "{:#?}", draft.columns);
    assert!(draft.questions.iter().all(|question| question.doubt != Doubt::Lost));
}

#[test]
fn columns_stand_in_any_order_and_number() {
    check_items(
        with_table(&[
            "Thời gian|Giải pháp thực hiện|Nội dung tiêu chí|Người phụ trách",
            "Tháng 9|Tập huấn|Tiêu chí 1.1|HT",
        ]),
        &[["Tiêu chí 1.1", "Tập huấn", "Tháng 9"]],
    );
    check_items(
        with_table(&[
            "STT|Tiêu chí|Hiện trạng|Mục tiêu|Biện pháp|Phụ trách|Thời gian|KP|Nguồn lực|Minh chứng",
            "1|Tiêu chí 1.1|Mức 1|Mức 2|Tập huấn|HT|Tháng 9|5 triệu|Tài liệu|Hồ sơ",
        ]),
        &[["Tiêu chí 1.1", "Tập huấn", "Tháng 9"]],
    );
}

#[test]
fn a_header_over_two_rows_and_its_numbers_are_no_work() {
    check_items(
        with_table(&[
            "TT|Tiêu chí|Giải pháp|Thời gian|<|Phụ trách",
            "^^|^^|^^|Bắt đầu|Hoàn thành|^^",
            "(1)|(2)|(3)|(4)|(5)|(6)",
            "1|Tiêu chí 1.1|Tập huấn|Tháng 9|Tháng 10|HT",
        ]),
        &[["Tiêu chí 1.1", "Tập huấn", "Tháng 9\nThời gian Hoàn thành: Tháng 10"]],
    );
}

#[test]
fn a_table_goes_on_after_a_page_with_its_header_or_without() {
    let header = "TT|Tiêu chí|Giải pháp|Thời gian|Phụ trách";
    let mut blocks = with_table(&[header, "1|Tiêu chí 1.1|Tập huấn|Tháng 9|HT"]);
    blocks.push(line(""));
    blocks.push(Shown::PageBreak);
    blocks.push(table(&[header, "2|Tiêu chí 1.2|Rà soát|Tháng 10|PHT"]));
    blocks.push(table(&["3|Tiêu chí 1.3|Khảo sát|Tháng 11|PHT", header]));
    let found = draft(&paper(blocks.clone()));
    assert_eq!(found.columns.len(), 5, "of the first table only");
    check_items(
        blocks,
        &[
            ["Tiêu chí 1.1", "Tập huấn", "Tháng 9"],
            ["Tiêu chí 1.2", "Rà soát", "Tháng 10"],
            ["Tiêu chí 1.3", "Khảo sát", "Tháng 11"],
        ],
    );
}

#[test]
fn merged_and_missing_cells_are_what_they_show() {
    check_items(
        with_table(&[
            "TT|Tiêu chí|Giải pháp|Thời gian|Phụ trách",
            "1|Tiêu chuẩn 1: Tổ chức",
            "|Tiêu chí 1.1|Tập huấn|Tháng 9|HT",
            "|^^|Rà soát|^^|PHT",
            "|Tiêu chí 1.2|Khảo sát",
        ]),
        &[
            ["Tiêu chí 1.1", "Tập huấn", "Tháng 9"],
            ["Tiêu chí 1.1", "Rà soát", "Tháng 9"],
            ["Tiêu chí 1.2", "Khảo sát", ""],
        ],
    );
}

#[test]
fn criteria_are_known_by_their_names_and_doubtful_ones_are_asked() {
    let mut blocks = with_table(&[
        "TT|Tiêu chí|Giải pháp|Thời gian|Phụ trách",
        "1|Tiêu chuẩn 1: Tổ chức và quản lý nhà trường|<|<|<",
        "|Phương hướng, chiến lược xây dựng và phát triển nhà trường|Tập huấn|Tháng 9|HT",
        "|1.6. Quản lý hành chính, tài chính và tài sản|Rà soát|Tháng 9|HT",
        "|Tiêu chí 1.14. Quản lý hành chính|Rà soát|Tháng 9|HT",
        "|Việc khác hẳn|Rà soát|Tháng 9|HT",
    ]);
    blocks.insert(2, line("Căn cứ Thông tư số 18/2018/TT-BGDĐT."));
    let source = paper(blocks);
    let found = draft(&source);
    let codes: Vec<String> = found.plan.items().map(|item| item.criteria.join(",")).collect();
    assert_eq!(codes, ["1.1", "1.6", "", ""]);
    let question = &found.questions[0];
    assert_eq!(question.doubt, Doubt::Criterion);
    let mut choices = Choices::default();
    choices.choose(question.asked, Answer::Criteria(vec!["1.5".to_owned()]));
    let again = decided(&source, &choices);
    let codes: Vec<String> = again.plan.items().map(|item| item.criteria.join(",")).collect();
    assert_eq!(codes, ["1.1", "1.6", "1.5", ""]);
    assert_eq!(
        again.questions[0].answers[again.questions[0].chosen],
        Answer::Criteria(vec!["1.5".to_owned()])
    );
}

#[test]
fn a_row_that_was_cut_by_hand_is_joined_where_that_is_sure_and_stays_two_where_told() {
    let source = paper(with_table(&[
        "TT|Tiêu chí|Giải pháp|Thời gian|Phụ trách",
        "1|Tiêu chí 1.1. Phương hướng|- Lập kế hoạch;~- Tổ chức kiểm|Tháng 9, tháng|HT",
        "||tra hằng tháng;~- Báo cáo.|10|",
        "||tra hằng tuần|Tháng 11|PHT",
        "||Rà soát sổ sách|Tháng 12|",
        "2|Tiêu chí 1.6. Quản lý|Rà soát|Tháng 9|HT",
    ]));
    let found = draft(&source);
    let items: Vec<_> = found.plan.items().collect();
    assert_eq!(items.len(), 4, "only the first goes on within a sentence in all its cells");
    let whole = "- Lập kế hoạch;\n- Tổ chức kiểm tra hằng tháng;\n- Báo cáo.";
    assert_eq!((&*items[0].actions, &*items[0].time.typed), (whole, "Tháng 9, tháng\n10"));
    assert_eq!(items[0].responsible.typed, "HT");
    let [question] = found.questions.as_slice() else { panic!("{:#?}", found.questions) };
    assert_eq!(question.doubt, Doubt::CutRow);
    assert_eq!(found.words.kept, found.words.all);
    let piece = found.pieces.iter().find(|piece| piece.home == Home::RowAbove).unwrap();
    assert_eq!(piece.became(), Became::Unsure);
    let mut choices = Choices::default();
    choices.choose(question.asked, question.answers[1].clone());
    let again = decided(&source, &choices);
    assert_eq!(again.plan.items().count(), 5);
    assert_eq!(again.questions.len(), 1, "it can still be joined");
}

#[test]
fn a_head_in_lines_or_boxes_is_read_like_one_in_a_table() {
    #[track_caller]
    fn check(blocks: Vec<Shown>) {
        let plan = draft(&paper(blocks)).plan;
        assert_eq!(plan.letterhead.governing_body, "UBND PHƯỜNG AN KHÊ");
        assert_eq!(plan.letterhead.school, "TRƯỜNG THCS HOA SỮA");
        assert_eq!((&*plan.number, &*plan.symbol), ("", "KH-THCSHS"));
        assert_eq!(plan.letterhead.place, "An Khê");
        assert_eq!(plan.date, PlanDate { day: None, month: Some(9), year: Some(2025) });
        assert_eq!(plan.opening, []);
    }
    let title = "^#KẾ HOẠCH\n^#Năm học 2025 - 2026\n#I. MỤC ĐÍCH";
    let in_lines = "UBND PHƯỜNG AN KHÊ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        #TRƯỜNG THCS HOA SỮA            Độc lập – Tự do – Hạnh phúc
        -------            ---------
        Số:        /KH-THCSHS\t\tAn Khê, ngày     tháng 9 năm 2025";
    check(lines(&format!("{in_lines}\n{title}")));
    let stacked = "^UBND PHƯỜNG AN KHÊ\n^#TRƯỜNG THCS HOA SỮA\n^Số: …/KH-THCSHS
        ^#CỘNG HÒA XÃ HỘI CHỦ NGHĨA\n^#VIỆT NAM\n^#Độc lập - Tự do - Hạnh phúc
        ^/An Khê, ngày … tháng 9 năm 2025";
    let mut boxes = lines(stacked);
    for shown in &mut boxes {
        if let Shown::Line(line) = shown {
            line.boxed = true;
        }
    }
    check([boxes.clone(), lines(title)].concat());
    // The boxes hang on a line below the title.
    check([lines("^#KẾ HOẠCH\n^#Năm học 2025 - 2026"), boxes, lines("#I. MỤC ĐÍCH")].concat());
    let nested = table(&["x|y"]);
    let Shown::Table(mut outer) = nested else { panic!() };
    outer.rows[0].cells[0].blocks =
        vec![table(&["UBND PHƯỜNG AN KHÊ~#TRƯỜNG THCS HOA SỮA", "Số: ../KH-THCSHS"])];
    outer.rows[0].cells[1].blocks = vec![table(&[
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM~Độc lập - Tự do - Hạnh phúc",
        "An Khê, ngày tháng 9 năm 2025",
    ])];
    check([vec![Shown::Table(outer)], lines(title)].concat());
}

/// A line break may be missing where a table or a box ended: the words behind the year stay words.
#[test]
fn words_behind_the_date_of_the_head_are_kept() {
    for (line, kept) in [
        ("An Khê, ngày 05 tháng 9 năm 2025 a) Khảo sát", "a) Khảo sát"),
        ("Số: 05/KH-THCS An Khê, ngày 5 tháng 9 năm 2025 Bồi dưỡng Lan", "Bồi dưỡng Lan"),
        ("An Khê, ngày … tháng 9 năm … Kính gửi các tổ", "Kính gửi các tổ"),
    ] {
        let found = draft(&paper(lines(line)));
        assert_eq!(found.plan.date.month, Some(9), "{line}");
        assert_eq!(found.words.kept, found.words.all, "{line}");
        let mut texts = Vec::new();
        found.plan.clone().each_text(&mut |text| texts.push(text.clone()));
        assert!(texts.iter().any(|text| text.contains(kept)), "{line}: {texts:?}");
    }
}

#[test]
fn a_foot_in_lines_is_read_like_one_in_a_table() {
    #[track_caller]
    fn check(foot: &str) {
        let text = format!("^#KẾ HOẠCH\n^#Năm học 2025 - 2026\n#I. MỤC ĐÍCH\nĐổi mới.\n{foot}");
        let plan = draft(&paper(lines(&text))).plan;
        assert_eq!(plan.recipients, ["UBND phường (để b/c)", "Lưu: VT"]);
        assert_eq!(plan.signatures.len(), 1);
        assert_eq!(plan.signatures[0].position, "HIỆU TRƯỞNG");
        assert_eq!(plan.signatures[0].name, "Vũ Lan Anh");
        assert_eq!(plan.parts.len(), 1);
    }
    check("Nơi nhận:\n- UBND phường (để b/c);\n- Lưu: VT.\n#HIỆU TRƯỞNG\n#Vũ Lan Anh");
    check("Nơi nhận:\tHIỆU TRƯỞNG\n- UBND phường (để b/c);\n- Lưu: VT.\t(Ký tên)\n\tVũ Lan Anh");
    check("^#HIỆU TRƯỞNG\nNơi nhận:\n- UBND phường (để b/c);\n- Lưu: VT.\n^#Vũ Lan Anh");
}

#[test]
fn a_plan_without_a_table_has_its_sub_headings_as_rows() {
    let text = "^#KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC\n^#Năm học 2025 - 2026
        I. Mục đích, yêu cầu\nPhát huy điểm mạnh.
        II. Nội dung cải tiến
        1. Nhóm tiêu chí về tổ chức\nHạn chế:\nỨng dụng chưa hiệu quả.\nKiểm tra chưa đều.
        Biện pháp cải tiến:\n- Đẩy mạnh ứng dụng.\n1. Kiểm tra định kỳ.
        Thời gian:  năm học 2025–2026\nPhụ trách: Ban Giám hiệu
        2. Nhóm tiêu chí về đội ngũ\nBiện pháp: Bồi dưỡng.\nThời gian: Hằng năm\nPhụ trách: Tổ
        III. Tổ chức thực hiện\nBan Giám hiệu: chỉ đạo chung.";
    let draft = draft(&paper(lines(text)));
    let plan = &draft.plan;
    assert_eq!(plan.form, caitien::library::NARRATIVE);
    let kinds: Vec<bool> = plan.rows.iter().map(|row| row.as_item().is_some()).collect();
    assert_eq!(kinds, [false, true, false, true]);
    let items: Vec<_> = plan.items().collect();
    assert_eq!(items[0].actions, "- Đẩy mạnh ứng dụng.\n1. Kiểm tra định kỳ.");
    let problem = plan.problem(items[0].problem.unwrap()).unwrap();
    assert_eq!(problem.weakness, "Ứng dụng chưa hiệu quả.\nKiểm tra chưa đều.");
    assert_eq!((&*items[1].actions, &*items[1].responsible.typed), ("Bồi dưỡng.", "Tổ"));
    assert_eq!((&*plan.doc_type, &*plan.subject[0]), ("KẾ HOẠCH", "CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC"));
    assert_eq!(draft.questions, []);
}

#[test]
fn a_group_begins_where_the_number_counts_on_and_the_sub_headings_begin_further_up() {
    let text = "^#KẾ HOẠCH\n^#Năm học 2025 - 2026
        II. Nội dung cải tiến
        1. Nhóm tiêu chí về tổ chức\nBiện pháp:\n1. Đẩy mạnh ứng dụng.\n2. Kiểm tra định kỳ.
        Thời gian: năm học\nPhụ trách: Ban Giám hiệu
        2. Nhóm tiêu chí về đội ngũ\nHạn chế: Còn thiếu giáo viên.\nBiện pháp: Bồi dưỡng.
        Thời gian: Hằng năm\nPhụ trách: Tổ
        III. Tổ chức thực hiện\nBan Giám hiệu: chỉ đạo chung.";
    let plan = draft(&paper(lines(text))).plan;
    let kinds: Vec<bool> = plan.rows.iter().map(|row| row.as_item().is_some()).collect();
    assert_eq!(kinds, [false, true, false, true]);
    let items: Vec<_> = plan.items().collect();
    assert_eq!(items[0].actions, "1. Đẩy mạnh ứng dụng.\n2. Kiểm tra định kỳ.");
    assert_eq!(items[0].responsible.typed, "Ban Giám hiệu");
    assert_eq!(items[1].actions, "Bồi dưỡng.");
}

#[test]
fn words_after_a_table_are_asked_about_and_go_where_they_are_told() {
    let mut blocks = nine_columns();
    let after = blocks
        .iter()
        .rposition(|shown| matches!(shown, Shown::Line(one) if one.text().starts_with("IV.")))
        .unwrap();
    blocks.insert(after, line("Minh chứng nộp về văn phòng trước ngày 25."));
    let source = paper(blocks);
    let found = draft(&source);
    let question = &found.questions[0];
    assert_eq!((found.questions.len(), question.doubt), (1, Doubt::AfterTable));
    let text = |draft: &Draft, part: usize| format!("{:?}", draft.plan.parts[part].blocks);
    assert!(text(&found, 2).contains("Minh chứng nộp"));
    let told = |home| {
        let mut choices = Choices::default();
        choices.choose(question.asked, Answer::Home(home));
        decided(&source, &choices)
    };
    assert!(text(&told(Home::NextPart), 3).contains("Minh chứng nộp"));
    let note = told(Home::Note);
    assert!(note.plan.items().last().unwrap().note.contains("Minh chứng nộp"));
    assert_eq!(note.questions[0].chosen, 2);
}

#[test]
fn a_table_of_another_kind_is_kept_as_paragraphs_or_read_as_told() {
    let mut blocks = lines("^#KẾ HOẠCH\n^#Năm học 2025 - 2026\n#I. NỘI DUNG");
    blocks.push(table(&["Khối|Số lớp", "6|5", "7|4"]));
    let source = paper(blocks);
    let found = draft(&source);
    assert_eq!(found.questions[0].doubt, Doubt::Table);
    assert_eq!(found.plan.parts[0].blocks.len(), 3);
    assert_eq!(found.plan.rows.len(), 0);
    let mut choices = Choices::default();
    choices.choose(found.questions[0].asked, Answer::Home(Home::Table(TableKind::Rows)));
    let told = decided(&source, &choices);
    assert_eq!(told.plan.rows.len(), 2);
    assert_eq!(told.columns.len(), 2);
}

#[test]
fn the_three_tables_of_form_2_are_told_apart() {
    let mut blocks = lines("^#KẾ HOẠCH\n^#Năm học 2026 - 2027\n#I. TÓM TẮT CÁC VẤN ĐỀ");
    blocks.push(table(&[
        "TT|Tiêu chuẩn|Tiêu chí liên quan|Hiện trạng|Hạn chế|Nguyên nhân",
        "1|Tiêu chuẩn 1|Tiêu chí 1.1|Có kế hoạch|Chưa đồng bộ|Thiếu người",
    ]));
    blocks.extend(lines("#II. KẾ HOẠCH CẢI TIẾN"));
    blocks.push(table(&[
        "TT|Nội dung cải tiến|Mục tiêu|Hoạt động|Chỉ số|Thời gian|Phụ trách|Nguồn lực|Minh chứng|Mức độ thực hiện",
        "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(10)",
        "1|Quy chế dữ liệu|Có quy chế|Rà soát|100%|Tháng 9|PHT|5 triệu|Quyết định|Đang thực hiện",
    ]));
    blocks.extend(lines("#III. THEO DÕI"));
    blocks.push(table(&[
        "Thời điểm|Nội dung theo dõi|Kết quả|Điều chỉnh|Người đánh giá",
        "Cuối học kỳ I|Tiến độ|||HT",
    ]));
    let draft = draft(&paper(blocks));
    let plan = &draft.plan;
    assert_eq!(plan.form, caitien::library::FORM_2_2026);
    assert_eq!((plan.problems.len(), plan.rows.len(), plan.reviews.len()), (1, 1, 1));
    assert_eq!(plan.problems[0].cause, "Thiếu người");
    let item = plan.items().next().unwrap();
    assert_eq!((&*item.content, &*item.evidence), ("Quy chế dữ liệu", "Quyết định"));
    assert_eq!(item.status, Some(caitien::plan::Status::UnderWay));
    assert_eq!(plan.reviews[0].assessor, "HT");
}
