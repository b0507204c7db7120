//! A row of the table as somebody types it who knows Excel: no mouse, and no key that does
//! something else than there.

use caitien::plan::{Field, Plan, Record};
use egui::{Event, Key, Modifiers};

use super::*;

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;

/// What can be typed in the columns of the sample's plan, in their order.
const TYPED: [Field; 8] = [
    Field::Content,
    Field::Target,
    Field::Actions,
    Field::Indicator,
    Field::Time,
    Field::Responsible,
    Field::Resources,
    Field::Evidence,
];

fn said(plan: &Plan, at: usize) -> Vec<String> {
    let item = plan.items().nth(at).unwrap();
    TYPED.iter().map(|field| item.text(*field).unwrap_or_default().to_owned()).collect()
}

/// In which item and column the active cell is: what is typed there is found in the plan, and
/// taken back.
#[track_caller]
fn here(window: &mut Window) -> (usize, Field) {
    let mark = "ô này đây";
    one_frame(window, [text(mark)]);
    leave(window);
    let plan = window.plan();
    let mut found = None;
    for at in 0..plan.items().count() {
        for (words, field) in said(&plan, at).iter().zip(TYPED) {
            if words == mark {
                found = Some((at, field));
            }
        }
    }
    window.press(CTRL, Key::Z);
    window.steps(2);
    found.expect("it was typed into a cell")
}

/// Keys, and where they lead.
type Walk<'a> = (&'a [(Modifiers, Key)], (usize, Field));

/// Presses one key after the other.
fn keys(window: &mut Window, pressed: &[(Modifiers, Key)]) {
    for (modifiers, key) in pressed {
        window.press(*modifiers, *key);
    }
}

#[test]
fn a_whole_row_is_entered_by_tabs_and_enter_begins_the_next_one() {
    let mut window = table();
    let count = window.plan().items().count();
    keys(&mut window, &[(CTRL, Key::End), (NONE, Key::Tab)]);
    window.steps(3);
    assert_eq!(window.plan().items().count(), count + 1, "Tab in the last cell adds a row");
    let row = [
        "Bồi dưỡng giáo viên",
        "100 % giáo viên đạt chuẩn",
        "- Tổ chức tập huấn",
        "02 đợt",
        "Tháng 10/2026",
        "Phó Hiệu trưởng",
        "Kinh phí: 5 triệu đồng",
        "Biên bản",
    ];
    for words in row {
        one_frame(&mut window, [text(words), key(Key::Tab)]);
        window.steps(2);
    }
    assert_eq!(said(&window.plan(), count), row);
    // The status is a list; Tab goes over it into a row of its own.
    window.press(NONE, Key::Tab);
    window.steps(3);
    assert_eq!(window.plan().items().count(), count + 2);
    one_frame(&mut window, [text("Thư viện"), key(Key::Tab)]);
    window.steps(2);
    one_frame(&mut window, [text("500 bản sách")]);
    window.press(SHIFT, Key::Tab);
    assert_eq!(here(&mut window), (count + 1, Field::Content), "Shift+Tab goes back");
    window.press(NONE, Key::ArrowUp);
    assert_eq!(here(&mut window), (count, Field::Content));
    assert_eq!(said(&window.plan(), count + 1)[..2], ["Thư viện", "500 bản sách"]);
}

#[test]
fn f2_esc_alt_enter_delete_and_typing_over_do_what_they_do_in_excel() {
    let mut window = table();
    let before = item(&window, 0);
    choose(&mut window, Field::Actions);
    // F2 and Esc: as before. F2 and Ctrl+Enter: more of it.
    at_once(&mut window, [key(Key::F2), text(" nháp")]);
    window.press(NONE, Key::Escape);
    assert_eq!(item(&window, 0).actions, before.actions);
    at_once(&mut window, [key(Key::F2), text(" thêm")]);
    leave(&mut window);
    assert_eq!(item(&window, 0).actions, format!("{} thêm", before.actions));
    // Typing takes the place of it all; Alt+Enter is a new line in it.
    window.text("một");
    window.press(Modifiers::ALT, Key::Enter);
    window.text("hai");
    leave(&mut window);
    assert_eq!(item(&window, 0).actions, "một\nhai");
    // Delete empties, Ctrl+Z and Ctrl+Y go through it all.
    window.press(NONE, Key::Delete);
    leave(&mut window);
    assert_eq!(item(&window, 0).actions, "");
    window.press(CTRL, Key::Z);
    window.steps(2);
    assert_eq!(item(&window, 0).actions, "một\nhai");
    window.press(CTRL, Key::Y);
    window.steps(2);
    assert_eq!(item(&window, 0).actions, "");
    for _ in 0..5 {
        window.press(CTRL, Key::Z);
        window.steps(2);
    }
    assert_eq!(item(&window, 0).actions, before.actions);
    window.press(NONE, Key::Backspace);
    window.text("Mới");
    window.press(NONE, Key::ArrowRight);
    assert_eq!(item(&window, 0).actions, "Mới", "an arrow ends what is typed");
    assert_eq!(here(&mut window), (0, Field::Indicator));
}

#[test]
fn the_ends_of_rows_tables_and_of_what_is_filled_are_one_key_away() {
    let mut window = table();
    let last = window.plan().items().count() - 1;
    choose(&mut window, Field::Target);
    let walk: [Walk<'_>; 10] = [
        (&[(NONE, Key::Home)], (0, Field::Content)),
        (&[(NONE, Key::End), (NONE, Key::ArrowLeft)], (0, Field::Evidence)),
        (&[(CTRL, Key::End), (NONE, Key::ArrowLeft)], (last, Field::Evidence)),
        (&[(CTRL, Key::Home)], (0, Field::Content)),
        (&[(CTRL, Key::ArrowDown)], (last, Field::Content)),
        (&[(CTRL, Key::ArrowUp)], (0, Field::Content)),
        (&[(NONE, Key::Enter)], (1, Field::Content)),
        (&[(SHIFT, Key::Enter)], (0, Field::Content)),
        (&[(NONE, Key::ArrowRight), (NONE, Key::ArrowDown)], (1, Field::Target)),
        (&[(NONE, Key::Tab), (NONE, Key::Enter)], (2, Field::Target)),
    ];
    for (at, (pressed, there)) in walk.iter().enumerate() {
        keys(&mut window, pressed);
        // What is typed to find out where one is leaves the cell chosen, and the Tabs forgotten.
        assert_eq!(here(&mut window), *there, "step {at}");
    }
    keys(&mut window, &[(CTRL, Key::Home), (NONE, Key::PageDown)]);
    let (down, _) = here(&mut window);
    assert!(down > 1, "a page down is more than a row: {down}");
    window.press(NONE, Key::PageUp);
    assert_eq!(here(&mut window).0, 0);
}

#[test]
fn a_block_that_is_cut_comes_in_elsewhere_and_the_table_grows_for_it() {
    let mut window = table();
    let before = window.plan();
    let count = before.items().count();
    choose(&mut window, Field::Target);
    keys(&mut window, &[(SHIFT, Key::ArrowRight), (SHIFT, Key::ArrowDown)]);
    window.frames(3, [Event::Cut]);
    window.steps(2);
    let plan = window.plan();
    for at in 0..2 {
        assert_eq!(said(&plan, at)[1..3], ["", ""], "row {at} was emptied");
        assert_eq!(said(&plan, at)[0], said(&before, at)[0]);
    }
    let copied = window.world.borrow().copied.last().cloned().unwrap();
    // The last row takes one line of it, the other needs a row of its own.
    keys(&mut window, &[(CTRL, Key::End), (NONE, Key::Home), (NONE, Key::ArrowRight)]);
    window.frames(6, [Event::Paste(copied)]);
    assert_eq!(window.plan(), plan, "rows come in when a person says so");
    window.press(NONE, Key::Enter);
    window.steps(4);
    let grown = window.plan();
    assert!(grown.items().count() > count, "the table grew");
    let all: Vec<_> = (0..grown.items().count()).map(|at| said(&grown, at)).collect();
    for at in 0..2 {
        let cut = &said(&before, at)[1..3];
        assert!(all.iter().skip(2).any(|row| row[1..3] == *cut), "row {at} came in: {cut:?}");
    }
    window.press(CTRL, Key::Z);
    window.steps(2);
    assert_eq!(window.plan(), plan, "pasting is one step");
    window.press(CTRL, Key::Z);
    window.steps(2);
    assert_eq!(window.plan(), before, "and so is cutting");
    window.press(CTRL, Key::Y);
    window.press(CTRL, Key::Y);
    window.steps(2);
    assert_eq!(window.plan(), grown);
}

#[test]
fn one_row_is_copied_whole_and_its_copy_moved_by_keys_alone() {
    let mut window = table();
    let before = window.plan();
    choose(&mut window, Field::Target);
    choose_lines(&mut window);
    keys(&mut window, &[(CTRL | SHIFT, Key::D), (Modifiers::ALT, Key::ArrowDown)]);
    window.steps(2);
    let plan = window.plan();
    assert_eq!(plan.items().count(), before.items().count() + 1);
    assert_eq!(said(&plan, 1), said(&before, 1), "the copy went past the next one");
    assert_eq!(said(&plan, 2), said(&before, 0));
    window.press(CTRL, Key::Delete);
    window.steps(2);
    assert_eq!(window.plan().items().count(), before.items().count());
    for _ in 0..3 {
        window.press(CTRL, Key::Z);
        window.steps(2);
    }
    assert_eq!(window.plan(), before);
}
