//! Syllables that Vietnamese does not have: underlined while one writes, mended from the menu of
//! the field, or let through.

use caitien::plan::Paragraph;
use caitien::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Shape, vec2};
use egui_kittest::kittest::Queryable;

use crate::pictures::{by_night, check};
use crate::world::{Window, folder, sample};

const NONE: Modifiers = Modifiers::NONE;
/// The colour of the waves by day.
const WARNING: egui::Color32 = egui::Color32::from_rgb(0x8A, 0x5A, 0x00);
const SCHOOL: &str = "Tên trường";
const LET_THROUGH: &str = "Thêm “nghịệp” vào danh sách";

/// How many words are underlined.
fn underlined(window: &Window) -> usize {
    let wave = |shape: &Shape| match shape {
        Shape::Path(path) => path.stroke.color == egui::epaint::ColorMode::Solid(WARNING),
        _ => false,
    };
    window.harness.output().shapes.iter().filter(|one| wave(&one.shape)).count()
}

fn right_click(window: &mut Window, pos: Pos2) {
    window.harness.event(Event::PointerMoved(pos));
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Secondary, NONE);
        window.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
        window.steps(1);
    }
    window.steps(3);
}

/// Right-clicks the first word of a field.
#[track_caller]
fn right_click_first_word(window: &mut Window, label: &str, in_by: f32) {
    let rect = window.harness.get_by_label(label).rect();
    right_click(window, rect.left_top() + vec2(in_by, 18.0));
}

/// The school's name field with this in it.
fn school(text: &str) -> Window {
    let mut window = Window::of(&sample());
    window.focus(SCHOOL);
    window.press(Modifiers::COMMAND, Key::A);
    window.text(text);
    window.steps(2);
    window
}

#[test]
fn a_word_is_underlined_once_the_caret_has_left_it() {
    let mut window = school("nghịệp");
    assert_eq!(underlined(&window), 0, "it is being typed");
    window.text(" vụ");
    assert_eq!(underlined(&window), 1);
    window.press(NONE, Key::Escape);
    assert_eq!(underlined(&window), 0, "nobody writes there");
}

#[test]
fn the_menu_puts_the_nearest_word_in_its_place() {
    let mut window = school("nghịệp vụ");
    right_click_first_word(&mut window, SCHOOL, 30.0);
    for entry in ["Cắt", "Sao chép", "Dán", "Chọn tất cả", LET_THROUGH] {
        assert!(window.shows(entry), "{entry}");
    }
    window.click("nghiệp");
    assert_eq!(window.value(SCHOOL), "nghiệp vụ");
    window.text(" ✓");
    assert_eq!(window.value(SCHOOL), "nghiệp ✓ vụ", "what is typed goes on there");
    let dossier = window.close_and_read();
    assert_eq!(dossier.newest_plan().unwrap().letterhead.school, "nghiệp ✓ vụ");
}

#[test]
fn a_right_word_has_no_proposals() {
    let mut window = school("trường nghịệp");
    right_click_first_word(&mut window, SCHOOL, 20.0);
    assert!(window.shows("Chọn tất cả") && !window.shows("vào danh sách"));
    window.click("Chọn tất cả");
    window.text("x");
    assert_eq!(window.value(SCHOOL), "x");
}

#[test]
fn cut_and_copy_and_paste_are_in_the_menu_by_keyboard_too() {
    let mut window = school("một hai");
    window.press(Modifiers::COMMAND, Key::A);
    window.press(Modifiers::SHIFT, Key::F10);
    assert!(window.shows("Chọn tất cả"));
    for _ in 0..2 {
        window.press(NONE, Key::ArrowDown);
    }
    window.press(NONE, Key::Enter);
    window.steps(3);
    assert!(!window.shows("Chọn tất cả"));
    let copied = window.harness.output().platform_output.commands.clone();
    assert_eq!(window.value(SCHOOL), "một hai", "{copied:?}");
    window.world.borrow_mut().text = Some("ba".to_owned());
    window.press(Modifiers::SHIFT, Key::F10);
    for _ in 0..3 {
        window.press(NONE, Key::ArrowDown);
    }
    window.press(NONE, Key::Enter);
    window.frames(4, []);
    assert_eq!(window.value(SCHOOL), "ba");
}

#[test]
fn a_word_that_is_let_through_is_no_mistake_anywhere() {
    let mut window = school("nghịệp vụ");
    window.harness.get_by_role_and_label(Role::Tab, "Kiểm tra").click();
    window.until(|window| window.shows("“nghịệp”"));
    window.harness.get_by_role_and_label(Role::Tab, "Thông tin").click();
    window.steps(3);
    window.focus(SCHOOL);
    right_click_first_word(&mut window, SCHOOL, 30.0);
    window.click(LET_THROUGH);
    window.press(NONE, Key::End);
    assert_eq!(underlined(&window), 0);
    window.harness.get_by_role_and_label(Role::Tab, "Kiểm tra").click();
    window.wait(1.0);
    window.until(|window| !window.shows("“nghịệp” không"));
    assert_eq!(window.close_and_read().own_words, ["nghịệp"]);
}

#[test]
fn a_cell_that_is_written_in_has_it_and_its_keys() {
    let mut window = Window::with(Start::Sample, folder(), [1366.0, 768.0]);
    window.harness.get_by_role_and_label(Role::Tab, "Bảng cải tiến").click();
    window.steps(4);
    window.press(NONE, Key::Tab);
    window.text("nghịệp vụ");
    window.press(NONE, Key::F2);
    assert_eq!(underlined(&window), 1);
    window.press(Modifiers::CTRL | Modifiers::COMMAND, Key::Home);
    let cell = window.harness.query_all_by_role(Role::MultilineTextInput).last().unwrap().rect();
    right_click(&mut window, cell.left_top() + vec2(14.0, 8.0));
    assert!(window.shows(LET_THROUGH));
    window.press(NONE, Key::ArrowDown);
    window.press(NONE, Key::Enter);
    window.press(Modifiers::COMMAND, Key::Enter);
    window.steps(3);
    let texts = format!("{:?}", window.dossier());
    assert!(texts.contains("nghiệp vụ") && !texts.contains("nghịệp"));
}

#[test]
fn a_word_of_a_part_is_mended_in_its_style() {
    let mut window = Window::of(&sample());
    window.harness.get_by_role_and_label(Role::Tab, "Nội dung").click();
    window.steps(4);
    let words = format!("Lời văn của phần {}", window.plan().parts[0].heading);
    window.focus(&words);
    window.press(Modifiers::COMMAND, Key::A);
    window.press(NONE, Key::Backspace);
    window.click("Đậm (Ctrl+B)");
    window.text("nghịệp");
    window.click("Đậm (Ctrl+B)");
    window.text(" vụ");
    assert_eq!(underlined(&window), 1);
    right_click_first_word(&mut window, &words, 80.0);
    window.click("nghiệp");
    window.saved();
    let runs = |of: &Paragraph| -> Vec<(String, bool)> {
        of.runs.iter().map(|run| (run.text.clone(), run.bold)).collect()
    };
    let runs = runs(&window.plan().parts[0].stretch(0)[0]);
    assert_eq!(runs, [("nghiệp".to_owned(), true), (" vụ".to_owned(), false)]);
}

/// A field with two such words and its menu.
fn shown(dark: bool) {
    let mut window = Window::with(Start::Sample, folder(), [1093.0, 614.0]);
    if dark {
        by_night(&mut window);
    }
    window.focus(SCHOOL);
    window.press(Modifiers::COMMAND, Key::A);
    window.text("nghịệp vụ thựưc hành");
    window.steps(2);
    right_click_first_word(&mut window, SCHOOL, 30.0);
    let mode = if dark { "dark" } else { "light" };
    check(&mut window, &format!("spelling-{mode}"));
}

#[test]
fn pictures_of_spelling_are_as_they_were() {
    shown(false);
}

#[test]
fn pictures_of_spelling_are_as_they_were_by_night() {
    shown(true);
}
