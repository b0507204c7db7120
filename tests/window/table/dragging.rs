//! What the pointer drags: the square of a fill, the heads of lines and of columns.

use caitien::plan::{Field, Row};
use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2, Vec2};

use super::*;

/// Presses here, goes there in steps, and lets go unless it is called off before.
fn drag(window: &mut Window, from: Pos2, to: Pos2, called_off: bool) {
    let press = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.frames(2, [Event::PointerMoved(from)]);
    window.frames(2, [press(from, true)]);
    for step in 1..=8_u8 {
        let at = from + (to - from) * (f32::from(step) / 8.0);
        window.frames(2, [Event::PointerMoved(at)]);
    }
    if called_off {
        window.press(Modifiers::NONE, Key::Escape);
    }
    window.frames(4, [press(to, false)]);
}

fn place(window: &Window, at: usize, field: Field) -> Pos2 {
    let label = cell(&item(window, at), field);
    window.harness.get_by_label(&label).rect().center()
}

fn square(window: &Window) -> Pos2 {
    window.harness.get_by_label("Kéo để điền tiếp").rect().center()
}

fn number(window: &Window, at: usize) -> Pos2 {
    let mut heads: Vec<_> =
        window.harness.get_all_by_role(Role::RowHeader).map(|head| head.rect()).collect();
    heads.sort_by(|a, b| a.top().total_cmp(&b.top()));
    heads[at].center()
}

fn targets(window: &Window) -> Vec<String> {
    window.plan().items().map(|item| item.target.clone()).collect()
}

fn ids(window: &Window) -> Vec<caitien::plan::Id> {
    window.plan().rows.iter().map(Row::id).collect()
}

#[test]
fn the_square_copies_one_cell_and_counts_two_on() {
    let mut window = table();
    let before = targets(&window);
    choose(&mut window, Field::Target);
    let (from, to) = (square(&window), place(&window, 2, Field::Target));
    drag(&mut window, from, to, false);
    let mut expect = before.clone();
    expect[1].clone_from(&before[0]);
    expect[2].clone_from(&before[0]);
    assert_eq!(targets(&window), expect);
    assert!(window.shows("Đang chọn 3 dòng, 1 cột"), "what was filled is chosen");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(targets(&window), before, "one step");

    choose(&mut window, Field::Target);
    one_frame(&mut window, [text("Nhóm 1")]);
    leave(&mut window);
    choose(&mut window, Field::Target);
    window.press(Modifiers::NONE, Key::ArrowDown);
    one_frame(&mut window, [text("Nhóm 2")]);
    leave(&mut window);
    choose(&mut window, Field::Target);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    let (from, to) = (square(&window), place(&window, 3, Field::Target));
    drag(&mut window, from, to, false);
    assert_eq!(targets(&window)[..4], ["Nhóm 1", "Nhóm 2", "Nhóm 3", "Nhóm 4"]);
}

#[test]
fn the_square_fills_to_the_right_and_is_called_off_by_esc() {
    let mut window = table();
    let before = window.plan();
    choose(&mut window, Field::Target);
    let (from, to) = (square(&window), place(&window, 0, Field::Actions));
    drag(&mut window, from, to, true);
    assert_eq!(window.plan().rows, before.rows);
    choose(&mut window, Field::Target);
    let (from, to) = (square(&window), place(&window, 0, Field::Actions));
    drag(&mut window, from, to, false);
    assert_eq!(item(&window, 0).actions, item(&window, 0).target);
    assert_eq!(item(&window, 1).actions, before.items().nth(1).unwrap().actions);
}

#[test]
fn a_line_goes_where_its_head_is_let_go() {
    let mut window = table();
    let before = ids(&window);
    choose(&mut window, Field::Target);
    let (from, to) = (number(&window, 0), number(&window, 2) + Vec2::new(0.0, 20.0));
    drag(&mut window, from, to, false);
    let expect: Vec<_> = [1, 2, 0, 3].map(|at: usize| before[at]).into();
    assert_eq!(ids(&window)[..4], expect);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(ids(&window), before, "one step");
}

#[test]
fn all_chosen_lines_go_together_and_a_small_move_does_nothing() {
    let mut window = table();
    let before = ids(&window);
    choose(&mut window, Field::Target);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    window.harness.event(Event::Key {
        key: Key::Space,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::SHIFT,
    });
    window.steps(3);
    let from = number(&window, 1);
    drag(&mut window, from, from + Vec2::new(0.0, 14.0), false);
    assert_eq!(ids(&window), before);
    let (from, to) = (number(&window, 1), number(&window, 3) + Vec2::new(0.0, 20.0));
    drag(&mut window, from, to, false);
    let expect: Vec<_> = [2, 3, 0, 1, 4].map(|at: usize| before[at]).into();
    assert_eq!(ids(&window)[..5], expect);
}

#[test]
fn a_column_goes_where_its_head_is_let_go_and_stays_there() {
    let mut window = table();
    let head = |window: &Window, title: &str| {
        window.harness.get_by_role_and_label(Role::ColumnHeader, title).rect()
    };
    let (from, to) = (head(&window, "Chỉ số").center(), head(&window, "Mục tiêu cải tiến"));
    drag(&mut window, from, to.left_center() + Vec2::new(8.0, 0.0), false);
    let (moved, before) = (head(&window, "Chỉ số"), head(&window, "Mục tiêu cải tiến"));
    assert!(moved.left() < before.left(), "{moved:?} {before:?}");
    let setting = &window.plan().options.columns[0];
    let place = |field| setting.columns.iter().position(|one| one.field == field).unwrap();
    assert!(place(Field::Indicator) < place(Field::Target));
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(head(&window, "Chỉ số").left() > head(&window, "Mục tiêu cải tiến").left());
}

#[test]
fn a_column_that_was_drawn_wider_takes_its_width_along_and_hides_no_line() {
    let mut window = table();
    let head = |window: &Window, title: &str| {
        window.harness.get_by_role_and_label(Role::ColumnHeader, title).rect()
    };
    let wide = |window: &Window| {
        ["Mục tiêu cải tiến", "Hoạt động, giải pháp", "Chỉ số", "Thời gian"]
            .map(|title| head(window, title).width().round())
    };
    let actions = head(&window, "Hoạt động, giải pháp");
    let grip = egui::pos2(actions.right() - 2.0, actions.center().y);
    drag(&mut window, grip, grip + Vec2::new(90.0, 0.0), false);
    let before = wide(&window);
    assert!((before[1] - actions.width() - 90.0).abs() < 4.0, "{before:?}");
    let (from, to) = (head(&window, "Hoạt động, giải pháp"), head(&window, "Thời gian"));
    drag(&mut window, from.center(), to.right_center() - Vec2::new(8.0, 0.0), false);
    assert!(head(&window, "Hoạt động, giải pháp").left() > head(&window, "Thời gian").left());
    assert_eq!(wide(&window), before);
}
