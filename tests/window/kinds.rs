//! Many findings: those of one kind under one line that opens, by pointer and by keys.

use std::sync::Arc;

use caitien::plan::{Dossier, Row, Typed};
use caitien::ui::Start;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable};

use crate::pictures::{by_night, check};
use crate::world::{Window, folder, sample, write};

const NONE: Modifiers = Modifiers::NONE;
const OVER: &str = "Thời gian kết thúc trước khi kế hoạch bắt đầu";
const SYLLABLES: &str = "Tiếng không có trong tiếng Việt";

/// The newest plan with so many rows; every one ends too early, and some hold what is no syllable.
fn busy(rows: usize) -> Dossier {
    let mut dossier = sample();
    let newest = dossier.newest_plan().unwrap().id;
    dossier.plans.retain(|plan| plan.id == newest);
    let mut next = dossier.next_id;
    let plan = Arc::make_mut(&mut dossier.plans[0]);
    let item = plan.items().next().unwrap().clone();
    plan.rows = (0..rows)
        .map(|at| {
            let mut item = (*item).clone();
            (item.id, next) = (next, next.next());
            item.time = Typed::new("Tháng 9/2025 - 5/2026");
            item.target = format!("Đạt {at} phần trăm");
            if at % 4 == 0 {
                item.target.push_str(" ,nghịệp vụ");
            }
            Row::Item(Arc::new(item))
        })
        .collect();
    dossier.next_id = next;
    dossier
}

fn findings(dossier: &Dossier, size: [f32; 2]) -> Window {
    let folder = folder();
    let path = write(&folder, "school.caitien", dossier);
    let mut window = Window::with(Start::File(path), folder, size);
    window.harness.get_by_role_and_label(Role::Tab, "Kiểm tra").click();
    window.steps(30);
    window
}

fn cards(window: &Window) -> usize {
    window.harness.query_all_by_label("Mở chỗ cần sửa").count()
}

#[test]
fn those_of_one_kind_stand_under_one_line_that_opens_and_closes() {
    let mut window = findings(&busy(60), [1366.0, 768.0]);
    let closed = format!("{OVER}, 60 chỗ, đang gập");
    assert!(window.shows(&closed), "one line for all");
    let before = cards(&window);
    window.click(&closed);
    window.steps(2);
    assert!(window.shows(&format!("{OVER}, 60 chỗ, đang mở")));
    assert!(cards(&window) > before);
    window.click(&format!("{OVER}, 60 chỗ, đang mở"));
    window.steps(2);
    assert_eq!(cards(&window), before);
}

#[test]
fn few_findings_stand_each_for_itself() {
    let window = findings(&busy(3), [1366.0, 768.0]);
    assert!(!window.shows("đang gập"));
    assert!(window.shows(&format!("Lỗi cần sửa: {OVER}.")));
}

#[test]
fn the_keys_open_a_kind_lead_through_it_and_close_it() {
    let mut window = findings(&busy(60), [1366.0, 768.0]);
    window.focus("Những điều cần xem");
    window.press(NONE, Key::Home);
    window.press(NONE, Key::ArrowRight);
    window.steps(2);
    let open: Vec<_> = window.harness.query_all_by_label_contains("đang mở").collect();
    assert_eq!(open.len(), 1);
    drop(open);
    window.press(NONE, Key::ArrowLeft);
    window.steps(2);
    assert!(!window.shows("đang mở"));
    window.press(NONE, Key::Enter);
    window.steps(2);
    window.press(NONE, Key::ArrowDown);
    window.press(NONE, Key::Enter);
    window.steps(3);
    let tab = window.harness.get_by_role_and_label(Role::Tab, "Bảng cải tiến");
    assert_eq!(tab.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    window.harness.get_by_role_and_label(Role::Tab, "Kiểm tra").click();
    window.steps(4);
    assert!(window.shows("đang mở"), "it is as it was left");
}

#[test]
fn all_of_a_kind_are_mended_by_the_button_of_its_line() {
    let mut window = findings(&busy(60), [1366.0, 768.0]);
    let kind = window.harness.query_by_label_contains("Dấu cách đặt sai ở dấu câu, 15 chỗ");
    assert!(kind.is_some());
    let before = window.plan();
    window.click("Sửa cả 15 chỗ");
    window.steps(30);
    assert!(!window.shows("Dấu cách đặt sai"));
    assert!(window.shows(SYLLABLES), "others stay");
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(30);
    assert_eq!(window.plan().rows, before.rows);
    // Undoing leads to where it was; the list is as before.
    window.harness.get_by_role_and_label(Role::Tab, "Kiểm tra").click();
    window.steps(4);
    assert!(window.shows("Dấu cách đặt sai"), "it was one step");
}

#[test]
fn many_findings_look_as_they_did() {
    let mut window = findings(&busy(60), [1366.0, 768.0]);
    check(&mut window, "kinds-light-1366");
    window.harness.get_by_label_contains(&format!("{SYLLABLES}, ")).click();
    by_night(&mut window);
    window.steps(4);
    check(&mut window, "kinds-dark-1366");
}

#[test]
fn many_findings_look_as_they_did_on_a_small_screen() {
    let mut window = findings(&busy(60), [1093.0, 614.0]);
    check(&mut window, "kinds-light-1093");
}

/// What stands on the cards in sight and is cut off there.
fn cut(window: &Window) -> Vec<String> {
    let mut cut = Vec::new();
    for shape in &window.harness.output().shapes {
        if let egui::Shape::Text(text) = &shape.shape
            && text.galley.elided
        {
            cut.push(text.galley.text().to_owned());
        }
    }
    cut
}

#[test]
fn words_of_a_card_go_on_in_further_lines_at_every_width() {
    let mut dossier = busy(5);
    for row in &mut Arc::make_mut(&mut dossier.plans[0]).rows {
        let Row::Item(item) = row else { continue };
        Arc::make_mut(item).target = "Đạt 80 phần trăm".to_owned();
    }
    let mut window = findings(&dossier, [1093.0, 614.0]);
    let heights = |window: &Window| -> Vec<f32> {
        let cards = window.harness.query_all_by_role(Role::ListBoxOption);
        cards.map(|card| card.rect().height()).collect()
    };
    for width in (730..1400).step_by(31) {
        window.harness.set_size(egui::vec2(width as f32, 614.0));
        window.steps(3);
        let cut = cut(&window);
        let cut: Vec<_> = cut.iter().filter(|words| !words.starts_with("Trường")).collect();
        assert!(cut.is_empty(), "at {width}: {cut:?}");
    }
    window.harness.set_size(egui::vec2(2200.0, 614.0));
    window.steps(3);
    let wide = heights(&window);
    window.harness.set_size(egui::vec2(730.0, 614.0));
    window.steps(3);
    assert!(heights(&window)[0] > wide[0] + 15.0, "{:?} {wide:?}", heights(&window));
    let mut rects: Vec<egui::Rect> =
        window.harness.query_all_by_role(Role::ListBoxOption).map(|card| card.rect()).collect();
    rects.sort_by(|one, other| one.top().total_cmp(&other.top()));
    assert!(rects.windows(2).all(|pair| pair[0].bottom() < pair[1].top()), "{rects:?}");
}
