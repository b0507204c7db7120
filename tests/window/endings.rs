//! However the window ends, what was typed is in the file.

use caitien::ui::Start;
use egui::ViewportCommand;

use crate::world::{Window, folder, read, sample, write};

#[test]
fn when_the_system_asks_to_end_what_was_typed_is_saved_and_the_window_closes() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    window.type_into("Số", "31");
    window.end();
    window.until(|window| window.commands().contains(&ViewportCommand::Close));
    drop(window);
    assert_eq!(read(&path).newest_plan().unwrap().number, "31");
}

#[test]
fn asked_to_end_over_a_dialog_it_ends_as_well() {
    let mut window = Window::of(&sample());
    window.click("Tệp");
    window.click("Mẫu, bộ tiêu chuẩn, học kỳ");
    window.click("Ngày học kỳ và chữ viết tắt…");
    window.end();
    window.until(|window| window.commands().contains(&ViewportCommand::Close));
}

#[test]
fn a_window_that_a_fault_takes_away_leaves_what_was_typed_in_the_file() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    window.type_into("Số", "31");
    let fault = std::panic::AssertUnwindSafe(move || {
        let _window = window;
        std::panic::resume_unwind(Box::new("a fault in a view"));
    });
    assert!(std::panic::catch_unwind(fault).is_err());
    assert_eq!(read(&path).newest_plan().unwrap().number, "31");
}

#[test]
fn a_process_that_ends_around_the_window_leaves_what_was_typed_in_the_file() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let place = path.clone();
    let thread = std::thread::spawn(move || {
        let folder = crate::world::folder();
        let mut window = Window::with(Start::File(place), folder, [1093.0, 614.0]);
        window.type_into("Số", "31");
        // Nothing of it is dropped, as when a library calls `exit`.
        std::mem::forget(window);
    });
    thread.join().unwrap();
    // Nobody gave the file back: what is on the disk is read from a copy.
    let copy = folder.path().join("copy.caitien");
    std::fs::copy(&path, &copy).unwrap();
    assert_eq!(read(&copy).newest_plan().unwrap().number, "31");
}

#[test]
fn saved_is_not_said_while_words_wait() {
    let mut window = Window::of(&sample());
    window.type_into("Số", "31");
    window.saved();
    window.until(|window| window.shows("Đã lưu"));
    window.type_into("Số", "2");
    window.steps(1);
    assert!(!window.shows("Đã lưu"));
    window.wait(1.2);
    window.until(|window| window.shows("Đã lưu"));
}
