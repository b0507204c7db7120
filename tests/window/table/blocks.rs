//! Blocks of cells: chosen by keys and by the pointer, copied, emptied, filled, pasted over.

use caitien::plan::Field;
use egui::{Key, Modifiers, PointerButton};

use super::*;

const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;

/// Targets and actions of the first items.
fn words(window: &Window, count: usize) -> Vec<(String, String)> {
    let plan = window.plan();
    plan.items().take(count).map(|item| (item.target.clone(), item.actions.clone())).collect()
}

/// The targets and the actions of the first three items, which stand side by side, are chosen.
fn three_by_two(window: &mut Window) {
    choose(window, Field::Target);
    window.press(SHIFT, Key::ArrowRight);
    window.press(SHIFT, Key::ArrowDown);
    window.press(SHIFT, Key::ArrowDown);
    assert!(window.shows("Đang chọn 3 dòng, 2 cột"));
}

#[test]
fn a_block_is_copied_as_cells_and_emptied_in_one_step() {
    let mut window = table();
    let before = words(&window, 4);
    three_by_two(&mut window);
    window.frames(2, [Event::Copy]);
    let copied = window.world.borrow().copied.last().cloned().unwrap();
    assert_eq!(copied.matches('\t').count(), 3, "{copied}");
    assert!(copied.contains(&before[0].0) && copied.contains(&before[2].1), "{copied}");
    window.press(Modifiers::NONE, Key::Delete);
    window.steps(2);
    let empty = (String::new(), String::new());
    let mut expect = vec![empty; 3];
    expect.push(before[3].clone());
    assert_eq!(words(&window, 4), expect);
    window.press(CTRL, Key::Z);
    assert_eq!(words(&window, 4), before, "one step");
}

#[test]
fn the_first_line_goes_down_and_the_first_column_to_the_right() {
    let mut window = table();
    let before = words(&window, 3);
    three_by_two(&mut window);
    window.press(CTRL, Key::D);
    window.steps(2);
    assert_eq!(words(&window, 3), vec![before[0].clone(); 3]);
    window.press(CTRL, Key::Z);
    three_by_two(&mut window);
    window.press(CTRL, Key::R);
    window.steps(2);
    let same = |(target, _): &(String, String)| (target.clone(), target.clone());
    assert_eq!(words(&window, 3), before.iter().map(same).collect::<Vec<_>>());
    window.press(CTRL, Key::Z);
    // Of one cell: the one above it.
    choose(&mut window, Field::Target);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(CTRL, Key::D);
    window.steps(2);
    assert_eq!(item(&window, 1).target, before[0].0);
}

#[test]
fn one_text_pasted_over_a_block_goes_into_each_cell() {
    let mut window = table();
    three_by_two(&mut window);
    window.frames(6, [Event::Paste("Theo kế hoạch".to_owned())]);
    let all = ("Theo kế hoạch".to_owned(), "Theo kế hoạch".to_owned());
    assert_eq!(words(&window, 3), vec![all; 3]);
}

#[test]
fn typing_over_a_block_goes_into_the_active_cell_alone() {
    let mut window = table();
    let before = words(&window, 3);
    three_by_two(&mut window);
    one_frame(&mut window, [text("một ô")]);
    leave(&mut window);
    let mut expect = before;
    expect[2].1 = "một ô".to_owned();
    assert_eq!(words(&window, 3), expect);
}

#[test]
fn a_block_is_drawn_by_the_pointer_and_grows_by_shift() {
    let mut window = table();
    let place = |window: &Window, at: usize, field| {
        let label = cell(&item(window, at), field);
        window.harness.get_by_label(&label).rect().center()
    };
    // Away from the cells that are pressed, so that none of them is the active one.
    choose(&mut window, Field::Content);
    let (from, to) = (place(&window, 1, Field::Target), place(&window, 2, Field::Actions));
    let press = |pressed| Event::PointerButton {
        pos: if pressed { from } else { to },
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.frames(2, [Event::PointerMoved(from)]);
    window.frames(2, [press(true)]);
    for step in 1..=8_u8 {
        let at = from + (to - from) * (f32::from(step) / 8.0);
        window.frames(2, [Event::PointerMoved(at)]);
    }
    window.frames(3, [press(false)]);
    assert!(window.shows("Đang chọn 2 dòng, 2 cột"));
    window.press(SHIFT, Key::ArrowUp);
    assert!(window.shows("Đang chọn 1 dòng, 2 cột"), "it ends where the pointer ended");
}

#[test]
fn whole_lines_columns_and_all_are_chosen_by_keys() {
    let mut window = table();
    let count = window.plan().rows.len();
    choose(&mut window, Field::Target);
    window.press(CTRL, Key::Space);
    assert!(window.shows(&format!("Đang chọn {count} dòng, 1 cột")));
    window.press(CTRL, Key::A);
    assert!(window.shows(&format!("Đang chọn {count} dòng")));
    choose(&mut window, Field::Target);
    window.press(SHIFT, Key::ArrowDown);
    choose_lines(&mut window);
    window.steps(2);
    assert!(window.shows("Đang chọn 2 dòng"));
    let before = window.plan();
    window.press(CTRL, Key::Delete);
    window.steps(2);
    assert_eq!(window.plan().rows.len(), count - 2);
    window.press(CTRL, Key::Z);
    assert_eq!(window.plan().rows, before.rows);
}

#[test]
fn enter_returns_to_the_column_where_the_tabs_began_and_the_last_tab_adds_a_line() {
    let mut window = table();
    choose(&mut window, Field::Target);
    one_frame(&mut window, [text("đích"), key(Key::Tab)]);
    window.steps(2);
    one_frame(&mut window, [text("việc"), key(Key::Tab)]);
    window.steps(2);
    window.press(Modifiers::NONE, Key::Enter);
    one_frame(&mut window, [text("đích hai")]);
    leave(&mut window);
    assert_eq!(
        (item(&window, 0).target.as_str(), item(&window, 1).target.as_str()),
        ("đích", "đích hai")
    );
    let count = window.plan().rows.len();
    window.press(CTRL, Key::End);
    window.press(Modifiers::NONE, Key::Tab);
    window.steps(3);
    assert_eq!(window.plan().rows.len(), count + 1);
    one_frame(&mut window, [text("nội dung mới")]);
    leave(&mut window);
    let last = item(&window, window.plan().items().count() - 1);
    assert_eq!(last.content, "nội dung mới");
}

#[test]
fn the_foot_says_who_is_missing_and_what_all_costs() {
    let mut window = table();
    let items = window.plan().items().count();
    window.steps(4);
    assert!(window.shows(&format!("{items} nội dung")));
    assert!(window.shows("kinh phí"));
}
