//! Five hints for beginners: each beside what it speaks of, never in the way, closed for good.

use caitien::ui::{Command, Stage, Start};
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::Queryable;

use crate::pictures::check;
use crate::world::{Window, World, folder, sample, write};

const NONE: Modifiers = Modifiers::NONE;
const TITLES: [&str; 5] = [
    "Làm lần lượt các bước này",
    "Không phải bấm Lưu",
    "Ghi thẳng vào bảng",
    "Xem trước khi trình ký",
    "In hoặc gửi đi",
];

/// The first time that somebody opens a plan here.
fn first(size: [f32; 2]) -> Window {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let world = World::first();
    Window::in_world(world, Start::File(path), folder, size)
}

fn again(window: Window) -> Window {
    let (path, folder) = (window.path(), window.folder.clone());
    drop(window);
    let world = World::first();
    Window::in_world(world, Start::File(path), folder, [1093.0, 614.0])
}

fn hint(window: &Window, title: &str) -> Rect {
    window.harness.get_by_label(title).rect()
}

#[test]
fn each_hint_stands_beside_what_it_speaks_of_and_the_last_ends_them_for_good() {
    for size in [[1093.0, 614.0], [1366.0, 768.0], [1920.0, 1080.0]] {
        let mut window = first(size);
        let screen = Rect::from_min_size(egui::Pos2::ZERO, size.into());
        for (at, title) in TITLES.iter().enumerate() {
            assert!(window.shows(&format!("{} / 5", at + 1)), "{title}");
            assert!(screen.contains_rect(hint(&window, title)), "{title}");
            let last = at + 1 == TITLES.len();
            window.click(if last { "Xong" } else { "Tiếp" });
            window.steps(3);
        }
        assert!(!window.shows("/ 5"));
        let window = again(window);
        assert!(!window.shows(TITLES[0]), "they were read");
    }
}

#[test]
fn they_go_by_one_word_and_come_again_from_the_help() {
    let mut window = first([1093.0, 614.0]);
    window.click("Thôi, không hiện nữa");
    assert!(!window.shows(TITLES[0]));
    let mut window = again(window);
    assert!(!window.shows(TITLES[0]));
    window.press(NONE, Key::F1);
    window.scroll_to("Xem lại năm gợi ý");
    window.click("Xem lại năm gợi ý");
    assert!(window.shows(TITLES[0]));
}

#[test]
fn the_keys_lead_through_them_while_nobody_writes() {
    let mut window = first([1093.0, 614.0]);
    window.press(NONE, Key::Enter);
    window.steps(2);
    assert!(window.shows(TITLES[1]));
    window.press(NONE, Key::Escape);
    window.steps(2);
    assert!(!window.shows(TITLES[1]), "Esc ends them");
}

#[test]
fn whoever_writes_keeps_the_keys_and_sees_what_is_written() {
    let mut window = first([1093.0, 614.0]);
    window.type_into("Số", "12");
    window.press(NONE, Key::Enter);
    window.press(NONE, Key::Enter);
    window.steps(2);
    assert!(window.shows("1 / 5"), "Enter was for the field");
    assert_eq!(window.value("Số"), "12");
    for label in ["Số", "Tên trường", "Địa danh"] {
        let Some(field) = window.harness.query_by_label(label) else { continue };
        field.focus();
        window.steps(3);
        let field = window.harness.get_by_label(label).rect();
        if window.shows(TITLES[0]) {
            assert!(!hint(&window, TITLES[0]).intersects(field), "{label}");
        }
    }
}

#[test]
fn in_the_table_it_lies_on_no_cell_that_is_written() {
    let mut window = first([1093.0, 614.0]);
    window.click("Tiếp");
    window.click("Tiếp");
    window.steps(3);
    assert!(window.shows(TITLES[2]));
    for _ in 0..14 {
        window.press(NONE, Key::ArrowDown);
        window.steps(2);
        let Some(ime) = window.harness.output().platform_output.ime else { continue };
        if window.shows(TITLES[2]) {
            assert!(!hint(&window, TITLES[2]).intersects(ime.cursor_rect));
        }
    }
}

#[test]
fn a_paper_without_a_table_has_four_and_nothing_shows_over_a_dialog() {
    let mut window = Window::of(&sample());
    assert!(!window.shows(TITLES[0]), "a window of a test shows none by itself");
    window.press(Modifiers::COMMAND, Key::K);
    window.text(Command::Tour.label());
    window.press(NONE, Key::Enter);
    window.steps(3);
    assert!(window.shows(TITLES[0]));
    window.press(Modifiers::COMMAND, Key::Comma);
    window.steps(2);
    assert!(!window.shows(TITLES[0]));
    window.press(NONE, Key::Escape);
    window.steps(2);
    window.stage(Stage::Print);
    assert!(window.shows(TITLES[0]), "it waits on every stage");
}

#[test]
fn the_first_looks_as_it_did_on_a_wide_screen() {
    let mut window = first([1366.0, 768.0]);
    window.steps(4);
    check(&mut window, "tour-stages-1366");
}

#[test]
fn the_others_look_as_they_did() {
    let mut window = first([1093.0, 614.0]);
    window.click("Tiếp");
    window.steps(3);
    check(&mut window, "tour-saved-1093");
    window.click("Tiếp");
    window.steps(4);
    check(&mut window, "tour-table-1093");
}

#[test]
fn what_is_offered_waits_until_they_were_read() {
    let mut window = Window::in_world(World::first(), Start::Screen, folder(), [1366.0, 768.0]);
    window.click("Lập kế hoạch mới…");
    window.type_into("Tên trường", "Trường THCS Suối Mơ");
    window.press(NONE, Key::Enter);
    window.until(|window| window.shows(TITLES[0]));
    window.wait(20.0);
    assert!(!window.shows("Lần sau điền sẵn Trường THCS Suối Mơ?"));
    window.click("Thôi, không hiện nữa");
    window.steps(3);
    assert!(window.shows("Lần sau điền sẵn Trường THCS Suối Mơ?"));
}
