//! The same mistakes as other people write them, and what only looks like them: other words, cases,
//! dashes, abbreviations and places.

use caitien::check::Severity::{self, Error, Note, Warning};
use caitien::plan::{Block, Level, Ownership, Paragraph, Plan, Row, Signature};
use std::sync::Arc;

use super::check::set_item;
use super::check_form::with_paragraph;
use super::check_words::{action, basis, dated};
use super::rules::{hit, silent};

/// Each text in a cell is told once, by this rule alone.
#[track_caller]
fn each(code: &'static str, severity: Severity, texts: &[&str]) {
    for text in texts {
        println!("{text}");
        hit(code, severity, action(text));
    }
}

#[track_caller]
fn none(texts: &[&str]) {
    for text in texts {
        println!("{text}");
        silent(action(text));
    }
}

fn sign(authority: &str, position: &str, name: &str) -> impl FnOnce(&mut Plan) + use<> {
    let authority = Vec::from_iter((!authority.is_empty()).then(|| authority.to_owned()));
    let (position, name) = (position.to_owned(), name.to_owned());
    |plan| plan.signatures = vec![Signature { authority, position, name, ..Signature::default() }]
}

fn recipients(lines: &[&str]) -> impl FnOnce(&mut Plan) + use<> {
    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    |plan| plan.recipients = lines
}

#[test]
fn dots_and_dashes_hold_a_place_and_say_nothing() {
    for dots in ["…", "......", "-", " – "] {
        hit("missing-school", Error, |plan| plan.letterhead.school = dots.into());
        hit("missing-title", Error, |plan| plan.subject = vec![dots.into()]);
        hit("missing-place", Warning, |plan| plan.letterhead.place = dots.into());
        hit("missing-recipients", Warning, recipients(&[dots]));
        hit("missing-signer", Error, sign("", "Hiệu trưởng", dots));
        hit("empty-field", Warning, |plan| set_item(plan, |item| item.target = dots.into()));
        hit("empty-field", Warning, |plan| {
            set_item(plan, |item| {
                item.time.corrected = None;
                item.time.typed = dots.into();
            });
        });
    }
    hit("missing-signer", Error, sign("", "Hiệu trưởng", "(Ký, ghi rõ họ tên)"));
}

#[test]
fn authorities_that_are_gone_as_people_write_them() {
    each(
        "unit-gone",
        Warning,
        &[
            "Tham mưu UBND huyện bố trí kinh phí",
            "Đề nghị UBND Q.3 hỗ trợ",
            "Đề xuất UBND TX. Sơn Tây",
            "Đề xuất UBND TP. Thủ Đức",
            "Báo cáo HĐND huyện",
            "Huyện ủy Tân Yên chỉ đạo",
            "Công an huyện Tân Yên phối hợp",
            "Phòng Nội vụ quận Ba Đình",
            "Hội Khuyến học huyện Tân Yên",
            "Phòng GD & ĐT",
            "Phòng Giáo dục - Đào tạo",
            "Phòng GD–ĐT huyện",
            "Báo cáo P. GDĐT",
            "P.GD&ĐT tổ chức",
            "Phòng Giáo dục huyện Tân Yên",
            "Báo cáo UBND tỉnh Hoà Bình",
            "Sở Tài chính tỉnh Bắc Giang thẩm định",
            "Sở GD và ĐT Nam Định",
            "Sở GDĐT Bà Rịa–Vũng Tàu",
            "UBND tỉnh Đăk Nông, Lâm Đồng",
            "toàn tỉnh Bắc Giang",
            "trên địa bàn thành phố Buôn Ma Thuột",
            "Thay thiết bị cũ, đề nghị UBND huyện Tân Yên cấp mới",
        ],
    );
    none(&[
        "huyện Tân Yên trước sáp nhập",
        "UBND huyện Tân Yên (cũ)",
        "nay thuộc phường Tân Yên (huyện Tân Yên cũ)",
        "Năm 2023, UBND huyện Tân Yên đầu tư 04 phòng học",
        "Giấy khen của UBND huyện năm học 2023 - 2024",
        "phòng giáo dục thể chất, phòng GD thể chất, phòng giáo dục nghệ thuật",
        "Phòng Giáo dục Trung học (Sở GDĐT)",
        "Trường PTDTNT THCS huyện Tân Yên, Trung tâm GDNN-GDTX huyện Tân Yên",
        "UBND TP. HCM, UBND TP.HCM, thành phố Hà Nội",
        "xã Bình Dương, tỉnh Gia Lai; xã Quận Cơ",
        "TP. Lan, TT. Hà phụ trách",
    ]);
    for body in
        ["ỦY BAN NHÂN DÂN QUẬN 3", "UBND TT. VÔI", "PHÒNG GIÁO DỤC - ĐÀO TẠO", "SỞ GDĐT KONTUM"]
    {
        hit("governing-body-gone", Error, |plan| plan.letterhead.governing_body = body.into());
    }
    silent(|plan| plan.letterhead.governing_body = "UBND PHƯỜNG THỦ ĐỨC".into());
}

#[test]
fn cited_texts_as_people_write_them() {
    for text in [
        "Thông tư số 17/2018/TT- BGDĐT;",
        "Thông tư 18/2018/TT-BGD&ĐT;",
        "thông tư 18/2018/tt–bgdđt;",
        "TT18/2018/TT-BGDĐT;",
        "Thông tư 18/2018 của Bộ Giáo dục và Đào tạo;",
        "Nghị định số 81/2021/NĐ-CP về học phí;",
        "Thông tư số 36/2017/TT-BGDĐT về công khai;",
    ] {
        hit("text-not-in-force", Warning, basis(text));
        let words = format!("Căn cứ {text}");
        hit("text-not-in-force", Warning, with_paragraph("purpose", Level::None, &words));
    }
    for text in ["Quyết định số 18/2018/QĐ-UBND;", "Kế hoạch số 118/2018/KH-UBND;"] {
        silent(basis(text));
    }
}

#[test]
fn the_council_by_its_short_name_and_one_that_was() {
    each(
        "school-council",
        Warning,
        &["Chủ tịch HĐT", "Hội đồng  Trường duyệt", "Thư ký HĐT, kế toán"],
    );
    none(&[
        "HĐTĐG, HĐTN",
        "nguyên Chủ tịch Hội đồng trường",
        "Hội đồng trường đại học Vinh",
        "Hội đồng: Trường hợp khác",
        "Hội đồng trường trước đây",
    ]);
    silent(|plan| {
        plan.letterhead.ownership = Ownership::Private;
        set_item(plan, |item| item.actions = "Chủ tịch HĐT".into());
    });
}

#[test]
fn schools_of_another_kind_in_cells_too() {
    each(
        "other-kind-of-school",
        Warning,
        &[
            "Nâng cao chất lượng của trường mầm non",
            "Theo Điều lệ trường tiểu học",
            "Xây dựng trường mầm non xanh, sạch, đẹp",
            "Quy chế của trường MN",
            "Công tác chăm sóc, giáo dục trẻ",
            "Chuẩn nghề nghiệp giáo viên mầm non",
        ],
    );
    none(&[
        "Tham quan tại trường THPT trên địa bàn",
        "Khảo sát tại trường tiểu học lân cận",
        "Bảo vệ, chăm sóc, giáo dục trẻ em",
        "Giáo viên trẻ, trẻ khuyết tật học hòa nhập",
    ]);
}

#[test]
fn words_that_stand_twice() {
    each(
        "doubled-word",
        Warning,
        &[
            "Thực hiện thực hiện nhiệm vụ",
            "CỦA CỦA NHÀ TRƯỜNG",
            "kế hoạch kế hoạch dạy học",
            "các\ncác lớp",
        ],
    );
    none(&[
        "thiết kế kế hoạch bài dạy, một số số liệu",
        "tồn tại tại đơn vị, tháng tiếp theo theo kế hoạch",
        "từng bước từng bước, luôn luôn, xinh xinh",
        "Hiệu trưởng\nHiệu trưởng phối hợp",
        "đoàn kết, đoàn kết, đại đoàn kết",
    ]);
}

#[test]
fn marks_and_spaces_as_they_slip() {
    each("doubled-marks", Warning, &["Học tập., dạy tốt", "Như sau:. Một", "sách, , vở"]);
    each(
        "spaces-and-marks",
        Note,
        &[
            "Dạy,học tốt",
            "nâng cao.Tổ chức",
            "phụ trách:Hiệu trưởng",
            "Hiệu trưởng,Phó Hiệu trưởng",
            "Tổ trưởng(nếu có)",
            "( nếu có)",
            "tốt !",
        ],
    );
    each("open-bracket", Note, &["giáo viên)", "để b/c)", "Dạy tốt”"]);
    none(&[
        "www.hoamai.edu.vn, vnEdu.vn",
        "GV(HĐ), PGS.TS. Lan, 08:30",
        "a) Một b) Hai, điểm c)",
        "(   )",
    ]);
    each("foreign-letter", Warning, &["Tröôøng", "lûông"]);
}

#[test]
fn who_signs_as_people_write_it() {
    let deputy = "PHÓ HIỆU TRƯỞNG";
    for kt in ["KT HIỆU TRƯỞNG", "K/T HIỆU TRƯỞNG", "KT: HIỆU TRƯỞNG", "KT,HIỆU TRƯỞNG"]
    {
        hit("authority-space", Warning, sign(kt, deputy, "Vũ Lan"));
    }
    hit("authority-space", Warning, sign("", "Q.HIỆU TRƯỞNG", "Vũ Lan"));
    for deputy in ["P. HIỆU TRƯỞNG", "PHT"] {
        hit("deputy-authority", Warning, sign("", deputy, "Vũ Lan"));
        silent(sign("KT. HIỆU TRƯỞNG", deputy, "Vũ Lan"));
    }
    for name in
        ["TS Vũ Lan", "Thạc sỹ Vũ Lan", "NGƯT. Vũ Lan", "Th.S Vũ Lan", "Nhà giáo Ưu tú Vũ Lan"]
    {
        hit("signer-degree", Warning, sign("", "Hiệu trưởng", name));
    }
    for name in ["Tsần A Sáng", "Ngô Tiến Sĩ", "Cử Seo Páo", "Y Ngân"] {
        silent(sign("", "Hiệu trưởng", name));
    }
    for archive in ["Lưu - VT", "Lưu; VT", "Lưu. VT", "- Lưu – VT, HĐTĐG."] {
        hit("archive-colon", Note, recipients(&["Sở GDĐT", archive]));
    }
    silent(recipients(&["Sở GDĐT (để b/c); Hội đồng tự đánh giá; Lưu: VT"]));
}

#[test]
fn years_as_people_write_them() {
    for year in ["năm học: 2025 - 2026", "(2025 - 2026)", "niên khóa 2025–2026"] {
        hit("title-year", Error, |plan| plan.subject = vec![format!("Cải tiến chất lượng {year}")]);
    }
    hit("title-year", Error, |plan| {
        plan.subject = vec!["Cải tiến chất lượng năm học".into(), "2025 - 2026".into()];
    });
    silent(|plan| plan.subject = vec!["Cải tiến chất lượng giai đoạn 2025 - 2030".into()]);
    hit("result-of-same-year", Warning, basis("Báo cáo tự đánh giá năm học 2026 - 2027;"));
    hit("result-of-same-year", Warning, |plan| {
        let words = "Trên cơ sở kết quả tự đánh giá năm học 2026 - 2027, trường xây dựng Kế hoạch:";
        plan.opening = vec![Paragraph::plain(Level::None, words)];
    });
    for right in [
        "Kết quả tuyển sinh năm học 2026 - 2027;",
        "Kết quả khảo sát đầu năm học 2026 - 2027;",
        "Quyết định thành lập Hội đồng tự đánh giá năm học 2026 - 2027;",
    ] {
        silent(basis(right));
    }
    let half = "Kết quả sơ kết học kỳ I năm học 2025 - 2026;";
    silent(dated(2, 2, 2026, basis(half)));
    hit("report-after-plan", Note, basis("Báo cáo tự đánh giá chu kỳ 2022 - 2027;"));
    hit("report-after-plan", Note, basis("Báo cáo tự đánh giá từ tháng 9/2022 đến tháng 5/2027;"));
}

#[test]
fn numbers_as_people_type_them() {
    for heading in
        ["III - NỘI DUNG", "III/ Nội dung", "Phần III: Nội dung", "III NỘI DUNG", "A. Nội dung"]
    {
        hit("heading-number", Warning, |plan| {
            Arc::make_mut(&mut plan.parts[0]).heading = heading.into();
        });
    }
    for heading in ["V.I. Lê-nin", "10 nội dung cải tiến", "I-ốt", "Mục tiêu"] {
        silent(|plan| Arc::make_mut(&mut plan.parts[0]).heading = heading.into());
    }
    for point in
        ["1.Hiệu trưởng", "a. Rà soát", "-Theo dõi", "(1) Theo dõi", "1.1 Theo dõi", "2- Theo dõi"]
    {
        hit("point-number", Warning, with_paragraph("purpose", Level::Number, point));
    }
    for right in
        ["1.5 triệu đồng", "-5% so với", "30/4 và 01/5", "1 - 2 lần mỗi tháng", "1/2 số lớp"]
    {
        silent(with_paragraph("purpose", Level::Number, right));
    }
    let typed = |lines: &'static [&'static str]| {
        move |plan: &mut Plan| {
            let words = |line: &&str| Block::Paragraph(Paragraph::plain(Level::None, *line));
            let part = Arc::make_mut(&mut plan.parts[0]);
            part.blocks.splice(0..0, lines.iter().map(words));
        }
    };
    hit("number-skips", Warning, typed(&["III. Ba", "VI. Sáu"]));
    hit("number-skips", Warning, typed(&["a) Một", "c) Ba"]));
    hit("number-skips", Warning, typed(&["1.1. Một", "1.3. Ba"]));
    silent(typed(&["1. Một", "a) Một", "b) Hai", "2. Hai", "a) Một"]));
    silent(typed(&[
        "c) Ba",
        "d) Bốn",
        "đ) Năm",
        "e) Sáu",
        "g) Bảy",
        "h) Tám",
        "i) Chín",
        "k) Mười",
    ]));
    each("number-skips", Warning, &["1. Rà soát\n3. Cử đi học"]);
    none(&["1. Rà soát; 3. Cử đi học", "20 bàn\n30 ghế", "- Lớp 1\n- Lớp 3"]);
}

#[test]
fn criteria_as_people_write_them() {
    let named = |text: &'static str| {
        move |plan: &mut Plan| {
            set_item(plan, |item| {
                item.criteria.clear();
                item.criterion_text = text.into();
            });
        }
    };
    hit("unknown-criterion", Error, named("Tiêu chí 1.11. Quản lý tài sản"));
    hit("criterion-space", Note, named("Tiêu chí 2 .2: Đối với giáo viên"));
    let name = "Tiêu chí 1.2:\nPhương hướng, chiến lược xây dựng và phát triển nhà trường";
    hit("criterion-name", Warning, named(name));
    hit("criterion-name", Warning, named("Tiêu chí 1.2. Phương hướng, chiến lược xây dựng"));
    silent(named("Tiêu chí 1.1: Chiến lược phát triển nhà trường"));
    // A row that was copied, even right below.
    hit("criterion-twice", Error, |plan| {
        set_item(plan, |item| item.actions = "Bồi dưỡng giáo viên".into());
        let Row::Item(item) = plan.rows[0].clone() else { panic!("no item") };
        let mut copy = item.as_ref().clone();
        copy.id = caitien::plan::Id(11);
        copy.actions = "Bồi dưỡng giáo viên.".into();
        plan.rows.push(Row::Item(Arc::new(copy)));
    });
}
