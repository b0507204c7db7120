//! F1: help on the screen one is on, all keys, and both found by Ctrl+K.

use caitien::ui::{Command, Start};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::pictures::{by_night, check};
use crate::world::{Window, folder, sample};

const NONE: Modifiers = Modifiers::NONE;

#[test]
fn f1_explains_the_screen_one_is_on_and_esc_closes_it() {
    let mut window = Window::of(&sample());
    for (stage, topic, source) in [
        ("Tự đánh giá", "Kết quả tự đánh giá", "cần đối chiếu văn bản"),
        ("Thông tin", "Số và ký hiệu", "Mục II, khoản 3"),
        ("Nội dung", "Phần, mục, khoản, điểm", "cần đối chiếu văn bản"),
        ("Bảng cải tiến", "Mỗi dòng cần những gì", "cần đối chiếu văn bản"),
        ("Tiến độ", "Quá hạn, sắp đến hạn", "30/10"),
        ("Theo dõi", "Ghi việc đã làm đến đâu", "kế hoạch đã ký"),
        ("Rà soát", "Rà soát trong năm", "Thông tư 57/2026"),
        ("Kiểm tra", "Lỗi, nên xem lại, ghi chú", "202/2025/QH15"),
        ("In và xuất", "Khổ giấy và lề", "Nghị định 30/2020/NĐ-CP"),
    ] {
        window.harness.get_by_role_and_label(Role::Tab, stage).click();
        window.steps(4);
        window.press(NONE, Key::F1);
        window.steps(2);
        assert!(window.shows(topic) && window.shows(source), "{stage}");
        window.press(NONE, Key::Escape);
        window.steps(2);
        assert!(!window.shows(topic), "{stage}");
    }
}

#[test]
fn there_is_help_before_a_file_is_open() {
    let mut window = Window::start();
    window.press(NONE, Key::F1);
    assert!(window.shows("Bắt đầu từ đâu"));
}

#[test]
fn the_sheet_of_keys_names_every_command_that_has_one() {
    let mut window = Window::of(&sample());
    window.press(NONE, Key::F1);
    window.steps(4);
    window.click("Mọi phím tắt");
    let ctx = window.harness.ctx.clone();
    for command in Command::ALL {
        if let Some(keys) = command.shortcut() {
            assert!(window.shows(command.label()), "{command:?}");
            let keys = ctx.format_shortcut(&keys);
            let keys = keys
                .replace("+Plus", " và +")
                .replace("+Minus", " và −")
                .replace("+Comma", " và ,");
            assert!(window.shows(&keys), "{command:?} {keys}");
        }
    }
    for keys in ["Ctrl+Shift+D", "Alt+↑, Alt+↓", "Shift+F10", "Ctrl+Tab"] {
        assert!(window.shows(keys), "{keys}");
    }
}

#[test]
fn what_is_explained_is_found_by_ctrl_k_without_marks() {
    for (typed, found) in [("noi nhan", "Lưu: VT"), ("dien xuong", "Bảng: chọn và sửa")] {
        let mut window = Window::of(&sample());
        window.press(Modifiers::COMMAND, Key::K);
        window.steps(3);
        window.harness.input_mut().events.push(Event::Text(typed.to_owned()));
        window.steps(3);
        let mut rows = window.harness.query_all_by_label_contains(match typed {
            "noi nhan" => "Nơi nhận Thông tin",
            _ => "Điền xuống, điền sang phải",
        });
        rows.next().expect("it is found").click();
        drop(rows);
        window.steps(4);
        assert!(window.shows(found), "{typed}");
    }
}

/// The help, or the keys.
fn shown(keys: bool, dark: bool) {
    let mut window = Window::with(Start::Sample, folder(), [1093.0, 614.0]);
    if dark {
        by_night(&mut window);
    }
    window.press(NONE, Key::F1);
    window.steps(4);
    if keys {
        window.click("Mọi phím tắt");
    }
    window.steps(4);
    check(&mut window, if keys { "help-keys" } else { "help-screen" });
}

#[test]
fn pictures_of_help_are_as_they_were() {
    shown(false, false);
}

#[test]
fn pictures_of_help_with_keys_are_as_they_were_by_night() {
    shown(true, true);
}
