//! Rules of words, letters and marks, of cited texts and of units that are gone: each with a
//! plan that breaks it, and one that only looks so.

use caitien::check::Severity::{Error, Note, Warning};
use caitien::check::{Fix, mend};
use caitien::edit::{Act, Edit, apply};
use caitien::plan::{Level, Paragraph, Plan, PlanDate, Run};

use super::check::{findings_with, set_item};
use super::check_form::with_paragraph;
use super::rules::{hit, silent};

pub fn action(text: &str) -> impl FnOnce(&mut Plan) + use<> {
    let text = text.to_owned();
    |plan| set_item(plan, |item| item.actions = text)
}

pub fn basis(text: &str) -> impl FnOnce(&mut Plan) + use<> {
    with_paragraph("bases", Level::Number, text)
}

pub fn dated(
    day: u8,
    month: u8,
    year: i16,
    change: impl FnOnce(&mut Plan),
) -> impl FnOnce(&mut Plan) {
    move |plan| {
        let start = caitien::plan::SchoolYear::starting(if month < 8 { year - 1 } else { year });
        plan.school_year = start.unwrap();
        plan.date = PlanDate { day: Some(day), month: Some(month), year: Some(year) };
        plan.subject = vec!["Cải tiến chất lượng giáo dục".into()];
        set_item(plan, |item| item.time.typed.clear());
        set_item(plan, |item| item.time.corrected = None);
        set_item(plan, |item| item.time.typed = "Hằng tháng".into());
        change(plan);
    }
}

#[test]
fn syllables_and_letters() {
    hit("impossible-syllable", Warning, action("Bồi dưỡng nghịệp vụ"));
    hit("impossible-syllable", Warning, action("Tổ văn phòng tham mur việc này"));
    for right in [
        "Kĩ năng, kỹ thuật, quí, quý, hoá, hóa, thuở, khuỷu tay, xoong, boong",
        "robot, video, clip, camera, web, lab, wifi, rubric, vitamin, online, email",
        "Đắk Lắk, Pleiku, Kon Plông, Krông Năng, ATK II, kW, m2, STEM, PHHS, CB-GV-NV",
        "thực hiện 02 lần/kỳ; a.b@truong.edu.vn; https://truong.edu.vn/kế-hoạch",
        "các điểm a, ă, đ; 50.000 đ; báo cáo của new teacher, job, quiz",
        "nghiêng, giếng, gìn giữ, quỳnh, huỳnh, khuếch, nguệch ngoạc, loong toong",
    ] {
        silent(action(right));
    }
    hit("foreign-letter", Warning, action("Ðánh giá thường xuyên"));
    hit("foreign-letter", Warning, action("Kế\u{200B}hoạch"));
    silent(action("Đánh giá, đi học, ≥ 80 %, → đạt"));
    hit("marks-apart", Note, action("Ke\u{302}\u{301} hoa\u{323}ch"));
    silent(action("Kế hoạch"));
}

#[test]
fn marks_and_spaces() {
    for wrong in ["Đọc sách,. Kể chuyện", "Đổi mới..", "Họp tổ;;", "Dạy tốt,,"]
    {
        hit("doubled-marks", Warning, action(wrong));
    }
    for right in ["Đổi mới...", "sách, vở, v.v.; bút", "Tỷ lệ 1.500,5", "TP., tỉnh", "Vì sao?!"]
    {
        silent(action(right));
    }
    for wrong in ["Dạy tốt , học tốt", "Rèn luyện .", "Dạy tốt,học tốt"] {
        hit("spaces-and-marks", Note, action(wrong));
    }
    for right in ["Tỷ lệ 1 : 5", "Lớp 6a,6b", "Tệp .docx", "Thực hiện ./.", ": kèm theo"]
    {
        silent(action(right));
    }
    hit("open-bracket", Note, action("Dự giờ (mỗi tổ 3 tiết"));
    silent(action("a) Dự giờ (mỗi tổ 3 tiết); b) dự giờ “mẫu”"));
}

#[test]
fn doubled_words_are_found_from_a_list_only() {
    for wrong in ["Xây dựng dựng kế hoạch", "Của của tổ", "Các các lớp,", "và và"]
    {
        hit("doubled-word", Warning, action(wrong));
    }
    for right in [
        "trong năm năm học",
        "các lớp học học sinh tự quản",
        "tập thể thể hiện",
        "dần dần, song song, thường thường",
        "của, của",
    ] {
        silent(action(right));
    }
}

#[test]
fn cited_texts() {
    hit("text-not-in-force", Warning, basis("Thông tư số 18/2018/TT-BGDĐT ngày 22/8/2018;"));
    silent(dated(20, 9, 2022, basis("Thông tư số 18/2018/TT-BGDĐT ngày 22/8/2018;")));
    silent(basis("Thông tư số 57/2026/TT-BGDĐT;"));
    silent(basis("Trường được công nhận theo Thông tư số 18/2018/TT-BGDĐT;"));
    silent(basis("Thông tư số 57/2026/TT-BGDĐT thay thế Thông tư số 18/2018/TT-BGDĐT;"));
    // Of two that are both gone, each is told.
    let both = "Thông tư số 18/2018/TT-BGDĐT (được sửa đổi tại Thông tư số 22/2024/TT-BGDĐT);";
    let (_, found) = super::check::findings_with(basis(both), &|_| false);
    let codes: Vec<_> = found.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["text-not-in-force"; 2]);
    let amended = "Thông tư số 22/2024/TT-BGDĐT sửa đổi Thông tư số 18/2018/TT-BGDĐT;";
    silent(dated(20, 9, 2025, basis(amended)));
    hit("citation-hyphen", Note, basis("Công văn số 3535/BGDĐTGDTrH;"));
    silent(basis("Công văn số 3535/BGDĐT-GDTrH; Luật số 43/2019/QH14;"));
}

#[test]
fn units_that_are_gone() {
    for wrong in [
        "Đề xuất UBND huyện Thanh Vân",
        "Phối hợp Phòng GDĐT",
        "Báo cáo Phòng Giáo dục và Đào tạo quận Sơn Nam",
        "Tham mưu UBND thành phố Thủ Đức",
        "Báo cáo UBND tỉnh Bắc Giang",
        "Sở GDĐT Nam Định hỗ trợ",
        "Phối hợp với quận Sơn Nam",
    ] {
        hit("unit-gone", Warning, action(wrong));
        silent(dated(20, 9, 2022, action(wrong)));
    }
    for right in [
        "UBND tỉnh Hà Nam (nay là tỉnh Ninh Bình)",
        "UBND huyện Thanh Vân cũ",
        "trước đây thuộc huyện Thanh Vân",
        "12 giải cấp huyện năm học 2024 - 2025",
        "phường Bắc Giang, UBND phường Hà Nam",
        "Trường Tiểu học Thị trấn Vôi số 1",
        "Trường Đại học Trà Vinh, tình yêu hòa bình",
        "Sở GDĐT Bắc Ninh, UBND thành phố Hà Nội, UBND TP. Huế",
        "Phòng GDMN của Sở GDĐT, phòng học, phòng Giáo viên",
        "Kế hoạch số 12/KH-UBND ngày 15/3/2024 của UBND tỉnh Hà Nam",
    ] {
        silent(action(right));
    }
    hit("governing-body-gone", Error, |plan| {
        plan.letterhead.governing_body = "UBND HUYỆN THANH VÂN".into();
    });
    silent(|plan| plan.letterhead.governing_body = "UBND XÃ THANH VÂN".into());
    // What depends on today is no error.
    let (_, findings) = findings_with(
        |plan| {
            plan.date = PlanDate::default();
            plan.letterhead.governing_body = "UBND HUYỆN THANH VÂN".into();
        },
        &|_| false,
    );
    let found: Vec<_> = findings.iter().map(|one| (one.code, one.severity)).collect();
    assert_eq!(found, [("unit-gone", Warning), ("date-blank", Note)]);
    // A school keeps the name it has.
    silent(|plan| plan.letterhead.school = "Trường PTDTNT THCS huyện Thanh Vân".into());
}

#[test]
fn the_council_of_a_public_school() {
    hit("school-council", Warning, action("Trình Hội đồng trường thông qua"));
    silent(dated(20, 12, 2025, action("Trình Hội đồng trường thông qua")));
    silent(|plan| {
        plan.letterhead.ownership = caitien::plan::Ownership::Private;
        set_item(plan, |item| item.actions = "Trình Hội đồng trường thông qua".into());
    });
    silent(action("Hội đồng tự đánh giá trường"));
}

#[test]
fn schools_of_another_kind() {
    hit(
        "other-kind-of-school",
        Warning,
        with_paragraph("purpose", Level::None, "Nâng cao chất lượng của trường mầm non."),
    );
    for right in [
        "Phối hợp với các trường mầm non trên địa bàn.",
        "Nâng cao chất lượng của trường THCS.",
        "Tiếp nhận học sinh của Trường Tiểu học Hoa Sen.",
    ] {
        silent(with_paragraph("purpose", Level::None, right));
    }
}

/// The plan after all fixes of a code, in one step.
#[track_caller]
fn mended(code: &str, change: impl FnOnce(&mut Plan)) -> Plan {
    let (dossier, findings) = findings_with(change, &|_| false);
    let fixes: Vec<&Fix> =
        findings.iter().filter(|one| one.code == code).filter_map(|one| one.fix.as_ref()).collect();
    let (edits, count) = mend(&dossier.plans[0], &fixes);
    assert_eq!(count, fixes.len(), "all fixes of a kind go together");
    let after = apply(&dossier, &Edit::Batch(Act::Mend(count), edits)).unwrap();
    after.plans[0].as_ref().clone()
}

#[test]
fn all_fixes_of_a_kind_are_one_edit_and_keep_what_stands_beside() {
    let plan = mended("doubled-marks", |plan| {
        let bold = Run::styled("Tổ chức,. ", true, false);
        let runs = vec![bold, Run::plain("phân công;;")];
        plan.opening = vec![
            Paragraph { runs, ..Paragraph::default() },
            Paragraph::plain(Level::None, "giữ nguyên"),
            Paragraph::plain(Level::None, "như sau,,"),
        ];
        plan.recipients = vec!["Sở GDĐT..".into(), "Hội đồng;;".into(), "Lưu: VT".into()];
        set_item(plan, |item| item.actions = "Dạy tốt,. Học tốt,.".into());
    });
    let opening: Vec<String> = plan.opening.iter().map(Paragraph::text).collect();
    assert_eq!(opening, ["Tổ chức. phân công;", "giữ nguyên", "như sau,"]);
    assert!(plan.opening[0].runs[0].bold, "each run keeps its looks");
    assert_eq!(plan.recipients, ["Sở GDĐT.", "Hội đồng;", "Lưu: VT"]);
    assert_eq!(plan.items().next().unwrap().actions, "Dạy tốt. Học tốt.");

    let plan = mended("spaces-and-marks", action("Dạy tốt ,học tốt"));
    assert_eq!(plan.items().next().unwrap().actions, "Dạy tốt, học tốt");
    let plan = mended("marks-apart", action("Ke\u{302}\u{301} hoa\u{323}ch"));
    assert_eq!(plan.items().next().unwrap().actions, "Kế hoạch");
    let plan = mended("archive-colon", |plan| plan.recipients = vec!["- Lưu VT.".into()]);
    assert_eq!(plan.recipients, ["- Lưu: VT."]);
    let plan =
        mended("archive-missing", |plan| plan.recipients = vec!["Sở GDĐT".into(), " ".into()]);
    assert_eq!(plan.recipients, ["Sở GDĐT", "Lưu: VT"]);
    let plan = mended("authority-space", |plan| {
        plan.signatures[0].authority = vec!["KT.HIỆU TRƯỞNG".into()];
    });
    assert_eq!(plan.signatures[0].authority, ["KT. HIỆU TRƯỞNG"]);
    let plan = mended("motto-hyphens", |plan| {
        plan.letterhead.governing_body = "Độc lập–Tự do — Hạnh phúc".into();
    });
    assert_eq!(plan.letterhead.governing_body, "Độc lập - Tự do - Hạnh phúc");
}

#[test]
fn fixes_of_two_kinds_in_one_text_go_one_after_another() {
    let (dossier, findings) = findings_with(action("Dạy tốt ,học tốt,."), &|_| false);
    let fixes: Vec<&Fix> = findings.iter().filter_map(|one| one.fix.as_ref()).collect();
    assert_eq!(fixes.len(), 2);
    let (edits, count) = mend(&dossier.plans[0], &fixes);
    assert_eq!((edits.len(), count), (1, 1));
}
