//! Which lines are in sight and in which order: said, taken back, and never a change of the plan.

use caitien::plan::{Field, Row, Typed};
use caitien::ui::Stage;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::*;

const CTRL: Modifiers = Modifiers::COMMAND;

/// The newest plan with nobody named for the second and the fifth item.
fn two_without_lead() -> Window {
    let mut dossier = sample();
    let newest = dossier.newest_plan().unwrap().id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    for at in [1, 4] {
        if let Row::Item(item) = &mut Arc::make_mut(plan).rows[at] {
            Arc::make_mut(item).responsible = Typed::default();
        }
    }
    of(&dossier)
}

/// Shows these items alone.
fn only(window: &mut Window, entry: &str) {
    window.click("Hiện: tất cả");
    window.click(entry);
    window.steps(4);
}

fn targets(window: &Window) -> Vec<String> {
    window.plan().items().map(|item| item.target.clone()).collect()
}

/// The numbers of the lines in sight, from above.
fn numbers(window: &Window) -> Vec<String> {
    use egui_kittest::kittest::NodeT;
    let mut numbers: Vec<_> = window
        .harness
        .get_all_by_role(Role::RowHeader)
        .filter_map(|number| Some((number.rect().top(), number.accesskit_node().label()?)))
        .collect();
    numbers.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let last = |label: &String| label.rsplit(": ").next().unwrap_or_default().to_owned();
    numbers.iter().map(|(_, label)| last(label)).collect()
}

#[test]
fn what_is_hidden_is_said_and_touched_by_no_step() {
    let mut window = two_without_lead();
    let before = window.plan();
    only(&mut window, "Thiếu người chủ trì");
    assert_eq!(numbers(&window), ["2", "5"]);
    assert!(window.shows("Đang ẩn 11 nội dung"));
    window.click(&cell(&item(&window, 1), Field::Target));
    leave(&mut window);
    window.press(CTRL, Key::Space);
    window.press(Modifiers::NONE, Key::Delete);
    window.steps(2);
    let empty: Vec<usize> = (0..13).filter(|at| targets(&window)[*at].is_empty()).collect();
    assert_eq!(empty, [1, 4]);
    window.press(CTRL, Key::Z);
    window.press(CTRL, Key::A);
    window.press(CTRL, Key::Delete);
    window.steps(2);
    assert_eq!(window.plan().rows.len(), 11, "only what is in sight was deleted");
    assert!(window.shows("Không có nội dung nào như vậy"));
    window.press(CTRL, Key::Z);
    window.click_last("Hiện tất cả");
    assert_eq!(window.plan().rows, before.rows);
    assert!(!window.shows("Đang ẩn"));
}

#[test]
fn the_count_of_those_without_a_lead_shows_them_alone() {
    let mut window = two_without_lead();
    window.steps(6);
    window.click("2 thiếu người chủ trì");
    assert_eq!(numbers(&window), ["2", "5"]);
    window.click("Hiện tất cả");
    assert!(numbers(&window).len() > 2);
}

#[test]
fn nothing_goes_while_it_is_written_and_a_new_line_is_in_sight() {
    let mut window = two_without_lead();
    only(&mut window, "Thiếu người chủ trì");
    window.click(&cell(&item(&window, 1), Field::Target));
    leave(&mut window);
    window.press(CTRL, Key::Insert);
    window.steps(3);
    assert_eq!(numbers(&window), ["2", "3", "6"]);
    assert_eq!(window.plan().items().nth(2).unwrap().target, "");
    one_frame(&mut window, [text("mới")]);
    leave(&mut window);
    assert_eq!(window.plan().items().nth(2).unwrap().content, "");
    // Who leads is said now: the line stays until the table is looked at anew.
    let plan = window.plan().id;
    assert_eq!(window.plan().id, plan);
    window.stage(Stage::Info);
    window.stage(Stage::Table);
    window.steps(4);
    assert_eq!(numbers(&window), ["2", "3", "6"], "nobody leads the new one either");
}

#[test]
fn a_line_moves_past_the_next_one_in_sight() {
    let mut window = two_without_lead();
    let before: Vec<_> = window.plan().rows.iter().map(Row::id).collect();
    only(&mut window, "Thiếu người chủ trì");
    window.click(&cell(&item(&window, 1), Field::Target));
    leave(&mut window);
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.steps(3);
    let mut expect = before;
    let moved = expect.remove(1);
    expect.insert(4, moved);
    assert_eq!(window.plan().rows.iter().map(Row::id).collect::<Vec<_>>(), expect);
    assert_eq!(numbers(&window), ["4", "5"]);
}

#[test]
fn sorting_is_a_look_with_a_way_back() {
    let mut window = table();
    let before = window.plan();
    window.click("Cột");
    window.harness.get_by_role_and_label(Role::Button, "Thời gian").click();
    window.steps(4);
    assert!(window.shows("Xếp theo Thời gian, tăng dần"));
    let sorted = numbers(&window);
    assert_ne!(sorted[..3], ["1", "2", "3"]);
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.steps(2);
    assert!(window.shows("không chuyển dòng được"));
    assert_eq!(window.plan().rows, before.rows, "no edit");
    window.click_last("Thứ tự của kế hoạch");
    window.steps(4);
    assert_eq!(numbers(&window)[..3], ["1", "2", "3"]);
    assert!(!window.shows("Xếp theo Thời gian"));
    window.press(CTRL, Key::Z);
    assert_eq!(window.plan().rows, before.rows, "nothing to undo");
}

#[test]
fn a_place_that_is_hidden_comes_into_sight_when_one_is_led_there() {
    let mut window = two_without_lead();
    only(&mut window, "Thiếu người chủ trì");
    let words = item(&window, 2).target.clone();
    window.press(CTRL, Key::F);
    window.steps(2);
    window.text(&words);
    window.steps(4);
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(4);
    assert!(numbers(&window).contains(&"3".to_owned()), "{:?}", numbers(&window));
    assert!(window.shows("Đang ẩn 10 nội dung"));
}

#[test]
fn each_person_who_leads_can_be_shown_alone() {
    let mut window = table();
    only(&mut window, "Phó Hiệu trưởng");
    assert!(window.shows("Hiện: của Phó Hiệu trưởng"));
    for number in numbers(&window) {
        let at: usize = number.parse().unwrap();
        assert_eq!(item(&window, at - 1).people().lead.as_deref(), Some("Phó Hiệu trưởng"));
    }
}
