//! Tiến độ and Kiểm tra: what is late, what is to be mended, and the way to it.

use std::sync::Arc;

use caitien::plan::{
    Block, Dossier, Id, Item, Level, Paragraph, Part, Plan, Row, SchoolYear, Signature, Typed,
};
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::world::Window;

/// A file with one plan of these items, each a content and a time; today is 22/11/2026.
fn dossier(items: &[(&str, &str)]) -> Dossier {
    let mut plan = Plan::empty(SchoolYear::starting(2026).unwrap());
    plan.id = Id(1);
    plan.letterhead.school = "Trường THCS Đồng Tâm".into();
    plan.letterhead.place = "Đồng Tâm".into();
    plan.subject = vec!["Cải tiến chất lượng giáo dục".into()];
    plan.recipients = vec!["Lưu: VT".into()];
    plan.signatures = vec![Signature {
        id: Id(2),
        position: "HIỆU TRƯỞNG".into(),
        name: "Lê Thị Mai".into(),
        ..Signature::default()
    }];
    plan.rows = (10..)
        .zip(items)
        .map(|(id, (content, time))| {
            Row::Item(Arc::new(Item {
                id: Id(id),
                content: (*content).to_owned(),
                target: format!("Đạt mức 2 ở việc thứ {id}"),
                budget: Typed::new("Không"),
                support: "Không".into(),
                responsible: Typed::new("Hiệu trưởng"),
                time: Typed::new(*time),
                ..Item::default()
            }))
        })
        .collect();
    Dossier { next_id: Id(9_000), plans: vec![Arc::new(plan)], ..Dossier::default() }
}

fn stage(window: &mut Window, name: &str) {
    window.harness.get_by_role_and_label(Role::Tab, name).click();
    window.steps(3);
}

#[track_caller]
fn shows_stage(window: &Window, name: &str) {
    let tab = window.harness.get_by_role_and_label(Role::Tab, name);
    assert_eq!(tab.accesskit_node().toggled(), Some(Toggled::True), "{name} is not shown");
}

const LATE: &str = "Rà soát phân công, thời gian: 14/11/2026, quá hạn 8 ngày";
const SOON: &str = "Kiểm kê tài sản, thời gian: Tháng 11, còn 8 ngày";

fn two_deadlines() -> Dossier {
    dossier(&[
        ("Rà soát phân công", "14/11/2026"),
        ("Kiểm kê tài sản", "Tháng 11"),
        ("Theo dõi việc học", "Hằng tháng"),
    ])
}

#[test]
fn work_says_how_late_it_is_and_a_click_leads_to_it() {
    let mut window = Window::of(&two_deadlines());
    stage(&mut window, "Tiến độ");
    assert!(window.shows(SOON));
    assert!(window.shows("Theo dõi việc học, thời gian: Hằng tháng"));
    window.click(LATE);
    shows_stage(&window, "Bảng cải tiến");
}

#[test]
fn the_arrows_choose_a_row_and_enter_leads_to_it() {
    let mut window = Window::of(&two_deadlines());
    stage(&mut window, "Tiến độ");
    window.focus("Các nội dung theo tháng");
    window.press(Modifiers::NONE, Key::ArrowDown);
    shows_stage(&window, "Tiến độ");
    window.press(Modifiers::NONE, Key::Enter);
    shows_stage(&window, "Bảng cải tiến");
}

#[test]
fn only_what_is_overdue_is_shown_until_the_button_is_pressed_again() {
    let mut window = Window::of(&two_deadlines());
    stage(&mut window, "Tiến độ");
    window.click("Quá hạn 1");
    assert!(window.shows(LATE) && !window.shows(SOON));
    window.click("Quá hạn 1");
    assert!(window.shows(LATE) && window.shows(SOON));
    window.click("14 ngày tới 1");
    assert!(!window.shows(LATE) && window.shows(SOON));
}

#[test]
fn the_chart_shows_the_work_of_one_person_and_says_where_nothing_is_left() {
    let mut of = two_deadlines();
    let plan = Arc::make_mut(&mut of.plans[0]);
    if let Row::Item(item) = &mut plan.rows[0] {
        Arc::make_mut(item).responsible = Typed::new("Kế toán");
    }
    let mut window = Window::of(&of);
    stage(&mut window, "Tiến độ");
    window.click("Người: tất cả");
    window.click("Kế toán");
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(2);
    assert!(window.shows(LATE) && !window.shows(SOON));
    window.click("14 ngày tới 1");
    assert!(window.shows("Không có nội dung nào thuộc cách lọc này"));
    window.click("Hiện tất cả");
    window.steps(2);
    assert!(window.shows(LATE) && window.shows(SOON));
}

#[test]
fn work_without_a_known_time_is_folded_and_leads_to_its_row() {
    let mut window = Window::of(&dossier(&[
        ("Rà soát phân công", "14/11/2026"),
        ("Bổ sung thiết bị", "Theo kế hoạch của Sở"),
    ]));
    stage(&mut window, "Tiến độ");
    let row = "Bổ sung thiết bị: “Theo kế hoạch của Sở”";
    assert!(window.harness.query_by_label(row).is_none());
    window.click("Chưa rõ thời hạn: 1 nội dung (“Bổ sung thiết bị” “Theo kế hoạch của Sở”)");
    window.click(row);
    shows_stage(&window, "Bảng cải tiến");
}

#[test]
fn a_plan_without_work_says_what_to_do() {
    let mut window = Window::of(&dossier(&[]));
    stage(&mut window, "Tiến độ");
    window.click("Mở Bảng cải tiến");
    shows_stage(&window, "Bảng cải tiến");
}

#[test]
fn of_two_thousand_rows_only_those_seen_are_drawn() {
    let names: Vec<String> = (0..2_000).map(|n| format!("Công việc số {n}")).collect();
    let items: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "Tháng 10")).collect();
    let mut window = Window::of(&dossier(&items));
    stage(&mut window, "Tiến độ");
    let drawn = window.harness.query_all_by_label_contains("Công việc số").count();
    assert!((5..40).contains(&drawn), "{drawn} rows are drawn");
    window.focus("Các nội dung theo tháng");
    window.press(Modifiers::NONE, Key::End);
    window.steps(2);
    assert!(window.shows("Công việc số 1999,"));
}

#[test]
fn a_finding_leads_to_its_place() {
    let mut window = Window::of(&dossier(&[("Rà soát phân công", "Tháng 9/2025 - 5/2026")]));
    stage(&mut window, "Kiểm tra");
    assert!(window.shows("Lỗi cần sửa: Thời gian kết thúc trước khi kế hoạch bắt đầu."));
    // The first button is that of the first error.
    window.harness.get_all_by_label("Mở chỗ cần sửa").next().unwrap().click();
    window.steps(3);
    shows_stage(&window, "Bảng cải tiến");
}

#[test]
fn the_arrows_choose_a_finding_and_enter_leads_to_it() {
    let mut window = Window::of(&dossier(&[("Rà soát phân công", "Tháng 9/2025 - 5/2026")]));
    stage(&mut window, "Kiểm tra");
    window.focus("Những điều cần xem");
    // The last is the blank date.
    window.press(Modifiers::NONE, Key::End);
    window.press(Modifiers::NONE, Key::Enter);
    shows_stage(&window, "Thông tin");
}

#[test]
fn of_two_thousand_findings_those_in_sight_are_drawn_and_the_keys_reach_the_last() {
    let backwards: Vec<_> = (0..2_000).map(|_| ("Rà soát", "Tháng 9/2025 - 5/2026")).collect();
    let mut window = Window::of(&dossier(&backwards));
    stage(&mut window, "Kiểm tra");
    window.click("Thời gian kết thúc trước khi kế hoạch bắt đầu, 2.000 chỗ, đang gập");
    let drawn = window.harness.query_all_by_label("Mở chỗ cần sửa").count();
    assert!((3..20).contains(&drawn), "{drawn} findings are drawn");
    assert!(window.shows("“Rà soát” (dòng 1), Thời gian."));
    window.focus("Những điều cần xem");
    window.press(Modifiers::NONE, Key::End);
    assert!(window.shows("Lưu ý: Ngày ban hành để trống"));
    // The notes stand last; the errors before them.
    for _ in 0..20 {
        window.press(Modifiers::NONE, Key::ArrowUp);
    }
    window.press(Modifiers::NONE, Key::Enter);
    shows_stage(&window, "Bảng cải tiến");
}

#[test]
fn the_end_mark_is_added_by_its_button_and_taken_back() {
    let mut without = dossier(&[("Rà soát phân công", "Tháng 10")]);
    let words = Block::Paragraph(Paragraph::plain(Level::None, "Các bộ phận thực hiện."));
    let part = Part { id: Id(5), blocks: vec![words], ..Part::default() };
    Arc::make_mut(&mut without.plans[0]).parts.push(Arc::new(part));
    let last_words = |window: &Window| match &window.plan().parts[0].blocks[0] {
        Block::Paragraph(paragraph) => paragraph.text(),
        _ => String::new(),
    };
    let mut window = Window::of(&without);
    stage(&mut window, "Kiểm tra");
    window.click("Thêm “./.”");
    assert_eq!(last_words(&window), "Các bộ phận thực hiện./.");
    assert!(!window.shows("Cuối văn bản chưa có dấu"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(last_words(&window), "Các bộ phận thực hiện.");
}

#[test]
fn a_plan_in_which_nothing_is_found_says_so() {
    let mut clean = dossier(&[("Rà soát phân công", "Tháng 10")]);
    let plan = Arc::make_mut(&mut clean.plans[0]);
    plan.number = "12".into();
    plan.date = caitien::plan::PlanDate { day: Some(15), month: Some(9), year: Some(2026) };
    plan.opening = vec![Paragraph::plain(Level::None, "Hết./.")];
    let mut window = Window::of(&clean);
    stage(&mut window, "Kiểm tra");
    assert!(window.shows("Không thấy lỗi nào trong kế hoạch này"));
    window.click("Mở In và xuất");
    shows_stage(&window, "In và xuất");
}

/// A plan with faults of form: two of one kind, one of another, and a year that does not fit.
fn faults_of_form() -> Dossier {
    let mut dossier = dossier(&[("Dự giờ,. Góp ý", "Tháng 10"), ("Kiểm kê;;", "Tháng 11")]);
    let plan = Arc::make_mut(&mut dossier.plans[0]);
    plan.subject = vec!["Cải tiến chất lượng giáo dục năm học 2025 - 2026".into()];
    plan.signatures[0].authority = vec!["KT.HIỆU TRƯỞNG".into()];
    plan.signatures[0].position = "PHÓ HIỆU TRƯỞNG".into();
    for row in &mut plan.rows {
        let Row::Item(item) = row else { panic!("no item") };
        let item = Arc::make_mut(item);
        item.actions.clone_from(&item.content);
        item.content.clear();
    }
    dossier
}

fn actions(window: &Window) -> Vec<String> {
    window.plan().items().map(|item| item.actions.clone()).collect()
}

const AUTHORITY: &str = "Sửa thành “KT. HIỆU TRƯỞNG”";

#[test]
fn a_fault_of_form_says_the_words_before_and_after_and_is_mended_by_its_button() {
    let mut window = Window::of(&faults_of_form());
    // So high that all of them are in sight.
    window.harness.set_size(egui::vec2(1093.0, 900.0));
    stage(&mut window, "Kiểm tra");
    assert!(window.shows("Đang ghi “Dự giờ,. Góp ý”, sửa thành “Dự giờ. Góp ý”."));
    assert!(window.shows("Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I"));
    // A year is opened, never replaced.
    assert!(window.shows("Năm học 2025 - 2026 không phải năm học của kế hoạch"));
    assert!(!window.shows("Sửa thành “Năm"));
    window.scroll_to(AUTHORITY);
    window.click(AUTHORITY);
    assert_eq!(window.plan().signatures[0].authority, ["KT. HIỆU TRƯỞNG"]);
    assert!(!window.shows(AUTHORITY));
}

#[test]
fn all_faults_of_a_kind_are_one_step() {
    let mut window = Window::of(&faults_of_form());
    stage(&mut window, "Kiểm tra");
    window.harness.get_all_by_label("Sửa cả 2 chỗ").next().unwrap().click();
    window.steps(3);
    assert_eq!(actions(&window), ["Dự giờ. Góp ý", "Kiểm kê;"]);
    assert_eq!(window.plan().signatures[0].authority, ["KT.HIỆU TRƯỞNG"]);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(actions(&window), ["Dự giờ,. Góp ý", "Kiểm kê;;"]);
}

#[test]
fn all_that_can_be_mended_is_shown_first_and_is_one_step() {
    let mut window = Window::of(&faults_of_form());
    stage(&mut window, "Kiểm tra");
    let year = "Năm học 2025 - 2026 không phải";
    assert!(window.shows(year));
    assert!(window.shows("Cần xem: Chính tả, dấu câu"));
    window.click("Sửa 3 lỗi trình bày…");
    assert!(!window.shows(year), "only what can be mended is shown");
    window.click("Xem mọi điều");
    assert!(window.shows(year));
    window.click("Sửa 3 lỗi trình bày…");
    window.click("Sửa cả 3 lỗi");
    window.steps(3);
    assert_eq!(actions(&window), ["Dự giờ. Góp ý", "Kiểm kê;"]);
    assert_eq!(window.plan().signatures[0].authority, ["KT. HIỆU TRƯỞNG"]);
    assert!(window.shows(year) && !window.shows("lỗi trình bày…"));
    // What was mended goes green beside the findings.
    assert!(window.shows("Đạt: Chính tả, dấu câu") && window.shows("Cần xem: Trích yếu"));
    assert!(window.shows("12 trong 14 điều đạt"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(actions(&window), ["Dự giờ,. Góp ý", "Kiểm kê;;"]);
    assert_eq!(window.plan().signatures[0].authority, ["KT.HIỆU TRƯỞNG"]);
}

#[test]
fn a_finding_is_left_as_it_is_and_taken_back_from_the_list() {
    let mut window = Window::of(&dossier(&[("Rà soát phân công", "Tháng 9/2025 - 5/2026")]));
    stage(&mut window, "Kiểm tra");
    let left = |window: &Window| window.harness.query_all_by_label_contains("Bỏ qua: ").count();
    let before = left(&window);
    assert!(before > 0);
    // An error is mended, not left.
    assert!(window.harness.query_by_label_contains("Bỏ qua: Thời gian kết thúc trước").is_none());
    let first = window.harness.query_all_by_label_contains("Bỏ qua: ").next().unwrap();
    let what = first.accesskit_node().label().unwrap().trim_start_matches("Bỏ qua: ").to_owned();
    first.click();
    window.steps(3);
    window.until(|window| left(window) == before - 1);
    assert_eq!(window.plan().set_aside.len(), 1);
    window.click("Đã bỏ qua 1");
    window.steps(2);
    window.click_last(&what);
    window.steps(3);
    window.until(|window| left(window) == before);
    assert!(window.plan().set_aside.is_empty());
    window.press(Modifiers::COMMAND, Key::Z);
    window.until(|window| left(window) == before - 1);
}
