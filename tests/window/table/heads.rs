//! The menu at the head of a column: sorting as it is, hiding, the width; by pointer and by keys.

use caitien::plan::Row;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::kittest::NodeT as _;

use super::*;
use crate::pictures::check;

const MENU: &str = "Menu của cột: Thời gian";

fn right_click_head(window: &mut Window, title: &str) {
    let pos = window.harness.get_by_role_and_label(Role::ColumnHeader, title).rect().center();
    window.harness.event(Event::PointerMoved(pos));
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Secondary, Modifiers::NONE);
        window.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
        window.steps(1);
    }
    window.steps(3);
}

/// The times in sight from above.
fn times(window: &Window) -> Vec<String> {
    let mut cells: Vec<_> = window
        .harness
        .query_all_by_label_contains("Thời gian, tiêu chí")
        .filter_map(|cell| Some((cell.rect().top(), cell.accesskit_node().label()?)))
        .collect();
    cells.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    cells.into_iter().map(|(_, label)| label).collect()
}

#[test]
fn a_column_is_sorted_at_its_head_and_it_is_said() {
    let mut window = table();
    let before = times(&window);
    window.click(MENU);
    window.click("Xếp giảm dần");
    window.steps(4);
    assert!(window.shows("Xếp theo Thời gian, giảm dần"));
    let falling = times(&window);
    assert_ne!(falling, before);
    right_click_head(&mut window, "Thời gian");
    let chosen = window.harness.get_by_label("Xếp giảm dần").accesskit_node().toggled();
    assert_eq!(chosen, Some(egui::accesskit::Toggled::True));
    window.click("Xếp tăng dần");
    window.steps(4);
    assert!(window.shows("Xếp theo Thời gian, tăng dần"));
    assert_ne!(times(&window), falling);
    right_click_head(&mut window, "Thời gian");
    window.harness.query_all_by_label("Thứ tự của kế hoạch").next().unwrap().click();
    window.steps(4);
    assert!(!window.shows("Xếp theo Thời gian"));
    assert_eq!(times(&window), before);
}

#[test]
fn the_keys_reach_the_menu_of_a_chosen_column() {
    for (modifiers, key) in [
        (Modifiers::ALT, Key::ArrowDown),
        (Modifiers::SHIFT, Key::F10),
        (Modifiers::NONE, Key::Menu),
    ] {
        let mut window = table();
        let before = window.plan();
        choose(&mut window, Field::Target);
        window.press(Modifiers::COMMAND, Key::Space);
        window.press(modifiers, key);
        window.steps(4);
        assert!(window.shows("Xếp tăng dần"), "{key:?}");
        window.press(Modifiers::NONE, Key::Enter);
        window.steps(4);
        assert!(window.shows("Xếp theo Mục tiêu cải tiến, tăng dần"), "{key:?}");
        assert_eq!(window.plan().rows, before.rows, "{key:?}");
    }
}

#[test]
fn of_a_cell_the_keys_do_what_they_did() {
    let mut window = table();
    let rows = |window: &Window| window.plan().rows.iter().map(Row::id).collect::<Vec<_>>();
    let before = rows(&window);
    choose(&mut window, Field::Target);
    window.press(Modifiers::ALT, Key::ArrowDown);
    window.steps(3);
    assert!(!window.shows("Xếp tăng dần"));
    assert_ne!(rows(&window), before, "the line moved");
    window.press(Modifiers::SHIFT, Key::F10);
    window.steps(3);
    assert!(window.shows("Xóa dòng") && !window.shows("Xếp tăng dần"));
}

#[test]
fn a_column_is_hidden_and_comes_back_by_one_step() {
    let mut window = table();
    window.click(MENU);
    window.click("Ẩn cột này (cả khi in)");
    window.steps(3);
    let heads = |window: &Window| {
        window
            .harness
            .query_all_by_role(Role::ColumnHeader)
            .filter_map(|head| head.accesskit_node().label())
            .collect::<Vec<_>>()
    };
    assert!(!heads(&window).contains(&"Thời gian".to_owned()));
    assert!(window.shows("Đã ẩn cột Thời gian"));
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert!(heads(&window).contains(&"Thời gian".to_owned()));
}

#[test]
fn a_drawn_width_goes_where_the_words_shall_decide() {
    let mut window = table();
    let width = |window: &Window| {
        window.harness.get_by_role_and_label(Role::ColumnHeader, "Thời gian").rect().width()
    };
    let before = width(&window);
    let edge =
        window.harness.get_by_role_and_label(Role::ColumnHeader, "Thời gian").rect().right_center();
    let edge = edge - egui::vec2(2.0, 0.0);
    window.harness.event(Event::PointerMoved(edge));
    window.steps(1);
    for (pressed, by) in [(true, 0.0), (false, 60.0)] {
        let pos = edge + egui::vec2(by, 0.0);
        window.harness.event(Event::PointerMoved(pos));
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
        window.steps(2);
    }
    assert!((width(&window) - before).abs() > 30.0, "{before} {}", width(&window));
    right_click_head(&mut window, "Thời gian");
    window.click("Rộng vừa với chữ");
    window.steps(4);
    assert!((width(&window) - before).abs() < 8.0, "{before} {}", width(&window));
}

#[test]
fn the_menu_looks_as_it_did() {
    let mut window = table();
    window.click(MENU);
    window.click("Xếp tăng dần");
    window.steps(3);
    let head = window.harness.get_by_role_and_label(Role::ColumnHeader, "Chỉ số").rect();
    window.harness.event(Event::PointerMoved(head.center()));
    window.steps(3);
    check(&mut window, "column-sorted");
    right_click_head(&mut window, "Thời gian");
    check(&mut window, "column-menu");
}
