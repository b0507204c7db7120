//! The whole job by what is read on the screen, and the ways in which a file comes in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use caitien::ui::Start;
use egui::{Key, Modifiers};

use crate::world::{Window, folder, read, sample, write};

/// A file dropped on the window.
#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("only its path is asked for".to_owned())
    }
}

#[test]
fn a_dropped_file_is_opened() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::start();
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    window.steps(2);
    assert_eq!(window.path(), path);
}

#[test]
fn a_new_plan_says_when_it_was_saved_and_becomes_a_pdf() {
    let mut window = Window::start();
    window.click("Lập kế hoạch mới…");
    window.type_into("Tên trường", "Trường THCS Đồng Tâm");
    window.click("Bắt đầu");
    assert!(window.shows("Đã lưu lúc 10:32"));
    let pdf = window.folder.path().join("plan.pdf");
    window.world.borrow_mut().paths.push_back(pdf.clone());
    window.click("In và xuất");
    window.click("Xuất PDF…");
    window.until(|_| pdf.exists());
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    window.until(|window| window.shows("plan.pdf"));
}

#[test]
fn tab_from_one_field_of_the_letterhead_to_the_next_keeps_both_texts() {
    let mut window = Window::of(&sample());
    window.type_into("Cơ quan chủ quản (để trống nếu là trường tư thục)", "ABC");
    window.press(Modifiers::NONE, Key::Tab);
    window.text("XYZ");
    let letterhead = window.close_and_read().newest_plan().unwrap().letterhead.clone();
    assert!(letterhead.governing_body.ends_with("ABC"), "{}", letterhead.governing_body);
    assert!(letterhead.school.ends_with("XYZ"), "{}", letterhead.school);
}

#[test]
fn a_bad_file_leaves_the_open_plan_open() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let bad = folder.path().join("bad.caitien");
    std::fs::write(&bad, b"").unwrap();
    let mut window = Window::with(Start::File(path.clone()), folder, [1093.0, 614.0]);
    window.world.borrow_mut().paths.push_back(bad);
    window.press(Modifiers::COMMAND, Key::O);
    window.until(|window| window.shows("Không mở được tệp"));
    window.click("Đóng");
    assert_eq!(window.path(), path);
    window.type_into("Số", "4");
    assert_eq!(window.close_and_read().newest_plan().unwrap().number, "4");
}

#[test]
fn opening_the_open_file_again_changes_nothing() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    window.world.borrow_mut().paths.push_back(path.clone());
    window.press(Modifiers::COMMAND, Key::O);
    window.steps(5);
    assert!(!window.shows("Không mở được tệp"));
    // Its lock is still held: another window cannot have it.
    assert!(Window::file(&path).shows("đang được mở"));
    window.type_into("Số", "6");
    assert_eq!(window.close_and_read().newest_plan().unwrap().number, "6");
}

#[test]
fn a_file_that_may_only_be_read_says_so_and_work_goes_on_elsewhere() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut rights = std::fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights).unwrap();
    let before = std::fs::read(&path).unwrap();
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    assert!(window.shows("Chỉ đọc"));
    window.type_into("Số", "5");
    window.press(Modifiers::COMMAND, Key::S);
    window.until(|window| window.shows("Chưa lưu được"));
    let elsewhere = folder.path().join("elsewhere.caitien");
    window.world.borrow_mut().paths.push_back(elsewhere.clone());
    window.click("Lưu sang chỗ khác…");
    window.saved();
    drop(window);
    assert_eq!(read(&elsewhere).newest_plan().unwrap().number, "5");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_database_of_another_program_and_a_newer_file_say_what_they_are() {
    let folder = folder();
    let newer = write(&folder, "newer.caitien", &sample());
    let foreign = folder.path().join("foreign.caitien");
    for (path, sql, words) in [
        (
            foreign,
            "PRAGMA application_id = 7; CREATE TABLE plans (words TEXT) STRICT;
             INSERT INTO plans VALUES ('của ai đó');",
            "của phần mềm khác",
        ),
        (newer, "PRAGMA user_version = 9999", "phiên bản Cải Tiến mới hơn"),
    ] {
        rusqlite::Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        let before = std::fs::read(&path).unwrap();
        let window = Window::file(&path);
        assert!(window.shows(words), "it does not say: {words}");
        drop(window);
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}

#[test]
fn a_catalogue_comes_in_from_a_file_and_can_be_taken_out_again() {
    let mut window = Window::of(&sample());
    let mut catalogue = (*window.dossier().catalogues[0]).clone();
    "rieng".clone_into(&mut catalogue.id);
    catalogue.standards[0].name = "Tiêu chuẩn của riêng trường".to_owned();
    let path = window.folder.path().join("rieng.json");
    std::fs::write(&path, serde_json::to_vec(&catalogue).unwrap()).unwrap();
    let count = window.dossier().catalogues.len();
    window.world.borrow_mut().paths.push_back(path);
    window.click("Tệp");
    window.click("Mẫu, bộ tiêu chuẩn, học kỳ");
    window.click("Nhập bộ tiêu chuẩn…");
    window.until(|window| window.shows("Đã nhập bộ tiêu chuẩn"));
    let found = window.dossier();
    let own = found.catalogues.iter().find(|of| of.id == "rieng");
    assert_eq!(own.unwrap().standards[0].name, "Tiêu chuẩn của riêng trường");
    window.click("Hoàn tác");
    assert_eq!(window.dossier().catalogues.len(), count);
}
