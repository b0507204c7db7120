//! Whole lines: chosen, moved, doubled, deleted, and the menu of a line.

use caitien::plan::{Field, Item};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use super::*;

#[test]
fn a_deleted_line_comes_back() {
    let mut window = table();
    let before = window.plan();
    choose(&mut window, Field::Target);
    window.press(Modifiers::COMMAND, Key::Delete);
    window.steps(2);
    assert_eq!(window.plan().rows.len(), before.rows.len() - 1);
    assert!(window.shows("Đã xóa 1 dòng"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.plan().rows, before.rows);
}

#[test]
fn lines_are_moved_doubled_and_added_by_keys() {
    let mut window = table();
    let first = item(&window, 0);
    let place =
        |window: &Window| window.plan().rows.iter().position(|row| row.id() == first.id).unwrap();
    let (count, at) = (window.plan().rows.len(), place(&window));
    choose(&mut window, Field::Target);
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.steps(2);
    assert_eq!(place(&window), at + 1);
    window.press(Modifiers::ALT, Key::ArrowUp);
    window.steps(2);
    assert_eq!(place(&window), at);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    window.steps(2);
    let doubled = window.plan().rows[at + 1].as_item().unwrap().target.clone();
    assert_eq!((window.plan().rows.len(), doubled), (count + 1, first.target.clone()));
    window.press(Modifiers::COMMAND, Key::Insert);
    window.steps(2);
    assert_eq!(window.plan().rows.len(), count + 2);
}

#[test]
fn the_menu_of_a_line_works_on_that_line() {
    let mut window = table();
    let (count, second) = (window.plan().rows.len(), item(&window, 1));
    let label = cell(&second, Field::Target);
    window.harness.get_by_label(&label).click_secondary();
    window.steps(4);
    window.click("Nhân đôi dòng");
    window.steps(2);
    let twice = window.plan().items().filter(|item| item.target == second.target).count();
    assert_eq!((window.plan().rows.len(), twice), (count + 1, 2));
}

#[test]
fn several_lines_are_chosen_by_their_numbers_and_deleted_together() {
    let mut window = grouped();
    let before = window.plan();
    let number = |at: usize| {
        let item = before.items().nth(at).unwrap();
        format!("TT, tiêu chí {}: để trống", item.criteria.join(", "))
    };
    window.click(&number(0));
    for _ in 0..2 {
        window.press(Modifiers::SHIFT, Key::ArrowDown);
    }
    window.press(Modifiers::COMMAND, Key::Delete);
    window.steps(2);
    assert_eq!(window.plan().rows.len(), before.rows.len() - 3);
    assert!(window.shows("Đã xóa 3 dòng"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.plan().rows, before.rows);
}

/// The numbers of the rows or problems in their order.
fn order(window: &Window, problems: bool) -> Vec<u32> {
    let plan = window.plan();
    if problems {
        plan.problems.iter().map(|problem| problem.id.0).collect()
    } else {
        plan.rows.iter().map(|row| row.id().0).collect()
    }
}

#[test]
fn all_chosen_lines_are_moved_together() {
    for problems in [false, true] {
        let mut window = table();
        if problems {
            window.click("Vấn đề trọng tâm");
        }
        let before = order(&window, problems);
        window.press(Modifiers::COMMAND, Key::Home);
        window.press(Modifiers::SHIFT, Key::ArrowDown);
        assert!(window.shows("Đang chọn 2 dòng, 1 cột"));
        window.press(Modifiers::ALT, Key::ArrowDown);
        window.steps(2);
        let moved = [before[2], before[0], before[1]];
        assert_eq!(order(&window, problems)[..3], moved);
        window.press(Modifiers::ALT, Key::ArrowUp);
        window.steps(2);
        assert_eq!(order(&window, problems), before);
        window.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(order(&window, problems)[..3], moved, "one move is one step");
    }
}

#[test]
fn the_menu_acts_on_the_cell_under_the_pointer() {
    let mut window = table();
    choose(&mut window, Field::Target);
    let first = item(&window, 0);
    window.harness.get_by_label(&cell(&first, Field::Actions)).click_secondary();
    window.steps(4);
    window.click("Sao chép");
    assert_eq!(window.world.borrow().copied.last(), Some(&first.actions));
}

#[test]
fn the_menu_acts_on_all_chosen_lines_when_it_is_opened_over_one_of_them() {
    let mut window = grouped();
    let before = window.plan();
    let items: Vec<_> = before.items().take(2).cloned().collect();
    let number = |item: &Item| format!("TT, tiêu chí {}: để trống", item.criteria.join(", "));
    window.click(&number(&items[0]));
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    window.harness.get_by_label(&number(&items[0])).click_secondary();
    window.steps(4);
    window.click("Xóa dòng");
    assert_eq!(window.plan().rows.len(), before.rows.len() - 2);
}
