//! Ctrl+K: commands, places, plans and words in one list, by keys alone.

use egui::{Event, Key, Modifiers};

use crate::world::{Window, sample};

const CTRL: Modifiers = Modifiers::COMMAND;

fn opened(typed: &str) -> Window {
    let mut window = Window::of(&sample());
    window.press(CTRL, Key::K);
    window.steps(3);
    window.harness.input_mut().events.push(Event::Text(typed.to_owned()));
    window.steps(3);
    window
}

#[test]
fn a_command_is_found_without_marks_and_run_by_enter() {
    let mut window = opened("them tieu chi");
    assert!(window.shows("Thêm tiêu chí…"));
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(4);
    assert!(!window.shows("Bảng lệnh"), "it is gone");
    window.press(CTRL, Key::K);
    window.steps(3);
    assert!(!window.shows("Lệnh vừa dùng"), "nothing opens over a dialog");
    window.press(CTRL, Key::F);
    window.steps(3);
    assert!(!window.shows("Cả hồ sơ"), "nor the search under it");
}

#[test]
fn giving_out_is_a_command_too_and_asks_first() {
    let mut window = opened("ban hanh");
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(6);
    assert!(window.shows("Ban hành văn bản"), "the dialog");
    window.type_into("Số văn bản", "05");
    window.steps(2);
    window.click("Ban hành");
    window.steps(6);
    assert!(window.plan().issued.is_some());
    // What was given out is not given out again: its place is shown.
    window.press(CTRL, Key::K);
    window.steps(3);
    window.harness.input_mut().events.push(Event::Text("ban hanh".to_owned()));
    window.steps(3);
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(6);
    assert!(!window.shows("Ban hành văn bản"));
}

#[test]
fn stages_items_and_other_plans_are_gone_to() {
    let mut window = opened("mở trang bảng cải tiến");
    assert!(!window.shows("Mục tiêu cải tiến"), "another stage is shown");
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(4);
    assert!(window.shows("Mục tiêu cải tiến"));
    let before = window.plan().id;
    let mut window = opened("2025 - 2026");
    window.press(Modifiers::NONE, Key::ArrowUp);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(4);
    assert_ne!(window.plan().id, before);
    let mut window = opened("số hóa hồ sơ");
    let wanted = |window: &Window| {
        let plan = window.plan();
        plan.items().position(|item| item.content.contains("Số hóa hồ sơ")).unwrap()
    };
    let (at, items) = (wanted(&window), window.plan());
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(6);
    // What is typed now goes into the row that was gone to, and into no other.
    window.harness.input_mut().events.push(Event::Text("chữ mới".to_owned()));
    window.steps(3);
    window.press(CTRL, Key::Enter);
    window.steps(3);
    let now = window.plan();
    let pairs = items.items().zip(now.items());
    let changed: Vec<usize> =
        pairs.enumerate().filter(|(_, (old, new))| old != new).map(|(at, _)| at).collect();
    assert_eq!(changed, [at]);
}

#[test]
fn what_is_not_found_is_looked_for_in_the_whole_dossier_and_escape_closes() {
    let mut window = opened("zzzz");
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(4);
    assert!(window.shows("Không thấy chỗ nào"));
    let mut window = opened("");
    let before = window.dossier();
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(3);
    assert!(!window.shows("Esc đóng"));
    assert_eq!(window.dossier(), before);
}
