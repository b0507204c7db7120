//! A second start of the program: its file opens in the window that is there.

use caitien::ui::Start;
use egui::ViewportCommand;

use crate::world::{Window, folder, read, sample, write};

#[test]
fn a_file_handed_over_opens_here_and_the_window_comes_forward() {
    let folder = folder();
    let one = write(&folder, "one.caitien", &sample());
    let other = write(&folder, "Kế hoạch & bản sao (2), 100% #1.caitien", &sample());
    let mut window = Window::with(Start::File(one.clone()), folder.clone(), [1093.0, 614.0]);
    window.type_into("Số", "77");
    window.hand_over(Start::File(other.clone()));
    let commands = window.commands();
    assert!(commands.contains(&ViewportCommand::Minimized(false)), "{commands:?}");
    assert!(commands.contains(&ViewportCommand::Focus), "{commands:?}");
    window.until(|window| window.app().path() == Some(&*other));
    assert_eq!(read(&one).newest_plan().unwrap().number, "77", "what was typed was saved first");
}

#[test]
fn the_file_that_is_open_only_comes_forward_with_what_was_typed() {
    let folder = folder();
    let path = write(&folder, "one.caitien", &sample());
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    window.type_into("Số", "77");
    window.hand_over(Start::File(path.clone()));
    assert!(window.commands().contains(&ViewportCommand::Focus));
    window.steps(3);
    assert_eq!(window.path(), path);
    assert_eq!(window.value("Số"), "77");
    assert_eq!(window.close_and_read().newest_plan().unwrap().number, "77");
}

#[test]
fn a_start_without_a_file_only_brings_the_window_forward() {
    let mut window = Window::of(&sample());
    let path = window.path();
    window.hand_over(Start::Screen);
    assert!(window.commands().contains(&ViewportCommand::Focus));
    window.steps(3);
    assert_eq!(window.path(), path);
}

#[test]
fn what_is_handed_over_waits_until_a_dialog_is_answered() {
    let folder = folder();
    let good = write(&folder, "good.caitien", &sample());
    let bad = folder.path().join("bad.caitien");
    std::fs::write(&bad, "not a plan").unwrap();
    let mut window = Window::with(Start::Screen, folder.clone(), [1093.0, 614.0]);
    window.hand_over(Start::File(bad));
    window.until(|window| window.shows("Không mở được tệp"));
    window.hand_over(Start::File(good.clone()));
    window.steps(3);
    assert!(window.app().path().is_none());
    window.click("Đóng");
    window.until(|window| window.app().path() == Some(&*good));
}

#[test]
fn the_sample_is_shown_after_the_file_was_saved() {
    let folder = folder();
    let path = write(&folder, "one.caitien", &sample());
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    window.type_into("Số", "77");
    window.hand_over(Start::Sample);
    window.until(|window| window.app().path().is_none());
    assert!(window.shows("Kế hoạch mẫu, chưa sửa gì"));
    assert_eq!(read(&path).newest_plan().unwrap().number, "77");
}
