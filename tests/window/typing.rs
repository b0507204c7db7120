//! Vietnamese as `UniKey` sends it and as an input method commits it arrives right, is one
//! step of undo a focus, and reaches the file.

use egui::{Event, ImeEvent, Key, Modifiers};

use crate::world::{Window, sample};

const SCHOOL: &str = "Tên trường";

/// The school's field, emptied, with the focus.
fn empty_school() -> Window {
    let mut window = Window::of(&sample());
    window.focus(SCHOOL);
    window.press(Modifiers::COMMAND, Key::A);
    window.press(Modifiers::NONE, Key::Backspace);
    window
}

/// What `UniKey` sends for one key: so many Backspaces, then letters, all in one burst.
fn burst(window: &mut Window, backspaces: usize, letters: &str) {
    for _ in 0..backspaces {
        for pressed in [true, false] {
            window.harness.event(Event::Key {
                key: Key::Backspace,
                physical_key: None,
                pressed,
                repeat: false,
                modifiers: Modifiers::NONE,
            });
        }
    }
    for letter in letters.chars() {
        window.harness.event(Event::Text(letter.to_string()));
    }
    window.steps(1);
}

#[test]
fn bursts_of_unikey_arrive_in_order_and_reach_the_file() {
    let mut window = empty_school();
    // "Trường Tiếng Việt" by Telex.
    for (backspaces, letters) in [
        (0, "T"),
        (0, "r"),
        (0, "u"),
        (1, "ư"),
        (0, "o"),
        (2, "ươ"),
        (0, "n"),
        (0, "g"),
        (3, "ờng"),
        (0, " "),
        (0, "T"),
        (0, "i"),
        (0, "e"),
        (1, "ê"),
        (0, "n"),
        (0, "g"),
        (3, "ếng"),
        (0, " "),
        (0, "V"),
        (0, "i"),
        (0, "e"),
        (1, "ê"),
        (0, "t"),
        (2, "ệt"),
    ] {
        burst(&mut window, backspaces, letters);
    }
    assert_eq!(window.value(SCHOOL), "Trường Tiếng Việt");
    let dossier = window.close_and_read();
    assert_eq!(dossier.newest_plan().unwrap().letterhead.school, "Trường Tiếng Việt");
}

#[test]
fn a_word_committed_by_an_input_method_reaches_the_file() {
    let mut window = empty_school();
    for draft in ["v", "vi", "viê", "việ"] {
        window.harness.event(Event::Ime(ImeEvent::Preedit {
            text: draft.to_owned(),
            active_range_chars: None,
        }));
        window.steps(1);
    }
    window.harness.event(Event::Ime(ImeEvent::Commit("việt".to_owned())));
    window.steps(2);
    assert_eq!(window.value(SCHOOL), "việt");
    let dossier = window.close_and_read();
    assert_eq!(dossier.newest_plan().unwrap().letterhead.school, "việt");
}

#[test]
fn typing_goes_out_by_itself_within_three_seconds() {
    let mut window = empty_school();
    for letter in ["a", "b", "c", "d"] {
        window.text(letter);
        window.wait(0.8);
    }
    assert!(window.plan().letterhead.school.starts_with("abc"));
}

#[test]
fn escape_leaves_a_field_and_keeps_its_text() {
    let mut window = Window::of(&sample());
    let before = window.plan().letterhead.school.clone();
    window.type_into(SCHOOL, " x");
    window.wait(1.5);
    window.text("y");
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(3);
    let written = format!("{before} xy");
    assert_eq!(window.value(SCHOOL), written);
    window.click("Hoàn tác");
    assert_eq!(window.value(SCHOOL), before);
    window.click("Làm lại");
    assert_eq!(window.value(SCHOOL), written);
    assert_eq!(window.close_and_read().newest_plan().unwrap().letterhead.school, written);
}

#[test]
fn one_focus_is_one_step_of_undo() {
    let mut window = Window::of(&sample());
    let before = window.plan().letterhead.school.clone();
    window.type_into(SCHOOL, " một");
    window.wait(1.5);
    window.text(" hai");
    window.wait(1.5);
    window.focus("Số");
    window.click("Hoàn tác");
    assert_eq!(window.plan().letterhead.school, before);
    window.click("Làm lại");
    assert_eq!(window.plan().letterhead.school, format!("{before} một hai"));
}

#[test]
fn undo_belongs_to_the_field_while_it_has_typing_to_take_back() {
    let mut window = Window::of(&sample());
    let before = window.plan().letterhead.school.clone();
    window.type_into(SCHOOL, " x");
    window.wait(2.0);
    window.press(Modifiers::COMMAND, Key::Z);
    window.wait(1.5);
    assert_eq!(window.value(SCHOOL), before);
    assert_eq!(window.plan().letterhead.school, before);
}

#[test]
fn an_impossible_month_says_so_and_stays_until_it_is_corrected() {
    let mut window = Window::of(&sample());
    let wrong = "Không có ngày này";
    for typed in ["13", "300", "chín"] {
        window.focus("Tháng");
        window.press(Modifiers::COMMAND, Key::A);
        window.text(typed);
        window.focus("Số");
        window.wait(1.5);
        assert!(window.shows(wrong), "{typed}");
        assert_eq!(window.value("Tháng"), typed);
    }
    window.focus("Tháng");
    window.press(Modifiers::COMMAND, Key::A);
    window.text("9");
    window.focus("Số");
    window.wait(1.5);
    assert!(!window.shows(wrong));
    assert_eq!(window.close_and_read().newest_plan().unwrap().date.month, Some(9));
}

#[test]
fn undo_and_redo_go_where_it_happened() {
    let mut window = Window::of(&sample());
    let before = window.plan().letterhead.school.clone();
    window.type_into(SCHOOL, " mới");
    window.click("Nội dung");
    assert!(!window.shows(SCHOOL));
    window.click("Hoàn tác");
    assert_eq!(window.value(SCHOOL), before);
    window.click("Kiểm tra");
    window.click("Làm lại");
    assert_eq!(window.value(SCHOOL), format!("{before} mới"));
}
