//! Every kind of bad file says what it is, and stays as it was.

use crate::world::{Window, folder, sample, write};

/// Opens bytes as a file and expects these words; the file is as it was.
#[track_caller]
fn check(name: &str, bytes: &[u8], words: &str) {
    let folder = folder();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let window = Window::file(&path);
    assert!(window.shows("Không mở được tệp"), "no dialog for {name}");
    assert!(window.shows(words), "{name} does not say: {words}");
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "something is left beside");
}

#[test]
fn an_empty_file_says_so() {
    check("empty.caitien", b"", "rỗng");
}

#[test]
fn a_text_says_that_it_is_no_dossier() {
    check("text.caitien", "Kế hoạch năm học".as_bytes(), "không phải là tệp dữ liệu của Cải Tiến");
}

#[test]
fn of_half_a_file_what_can_be_read_is_open_and_the_file_is_left() {
    let folder = folder();
    let path = write(&folder, "whole.caitien", &sample());
    let whole = std::fs::read(&path).unwrap();
    let half = &whole[..whole.len() / 2];
    std::fs::write(&path, half).unwrap();
    let mut window = Window::file(&path);
    assert!(window.shows("Tệp bị hỏng, đã mở phần còn đọc được"));
    assert!(window.shows("tệp gốc vẫn được giữ nguyên"));
    window.click("Đóng");
    assert!(window.shows("Bản cứu được từ tệp hỏng"));
    assert!(window.app().dossier().is_some());
    assert_eq!(std::fs::read(&path).unwrap(), half);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "something is left beside");
}

#[test]
fn a_file_without_its_beginning_is_known_by_its_rows() {
    let folder = folder();
    let path = write(&folder, "whole.caitien", &sample());
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[..4096].fill(0);
    std::fs::write(&path, &bytes).unwrap();
    let window = Window::file(&path);
    assert!(window.shows("mọi nội dung đã lưu đều đọc lại được"));
    assert_eq!(
        window.app().dossier().map(|found| found.plans.clone()),
        Some(sample().plans.clone())
    );
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_file_of_which_nothing_can_be_read_says_that_it_is_damaged() {
    let folder = folder();
    let path = write(&folder, "whole.caitien", &sample());
    let whole = std::fs::read(path).unwrap();
    check("stump.caitien", &whole[..200], "bị hỏng");
}

#[test]
fn a_missing_file_says_so() {
    let folder = folder();
    let window = Window::file(&folder.path().join("nowhere.caitien"));
    assert!(window.shows("Không tìm thấy tệp"));
}

#[test]
fn a_file_open_in_another_window_says_so() {
    let folder = folder();
    let path = write(&folder, "one.caitien", &sample());
    let first = Window::file(&path);
    assert!(first.app().dossier().is_some());
    let second = Window::file(&path);
    assert!(second.shows("đang được mở"));
    assert!(second.app().dossier().is_none());
}

#[test]
fn after_a_bad_file_the_first_screen_goes_on() {
    let folder = folder();
    let path = folder.path().join("empty.caitien");
    std::fs::write(&path, b"").unwrap();
    let mut window = Window::file(&path);
    window.click("Đóng");
    assert!(!window.shows("Không mở được tệp"));
    window.click("Xem kế hoạch mẫu");
    assert!(window.app().dossier().is_some());
}
