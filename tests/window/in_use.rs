//! A file that is not there to be written: another machine has it open, and a copy is read at once;
//! or its disk takes no writing.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use caitien::store;

use crate::world::{Window, folder, read, sample, write};

/// Asks this test program, run once more, to have a file open until it is killed.
const ASKED: &str = "CAITIEN_TEST_WINDOW_HOLD";

#[test]
fn another_process_that_has_the_file() {
    let Some(path) = std::env::var_os(ASKED) else { return };
    let _store = store::open(Path::new(&path), caitien::platform::file_identity).unwrap();
    println!("open");
    std::thread::sleep(std::time::Duration::from_mins(10));
}

/// Another process that has a file; killed when dropped.
struct Holder(Child);

impl Holder {
    fn of(path: &Path) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["in_use::another_process_that_has_the_file", "--exact", "--nocapture"])
            .env(ASKED, path)
            .env("USER", "lan")
            .env("USERNAME", "lan")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().ends_with("open")));
        Self(child)
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

#[test]
fn who_has_the_file_is_told_and_a_copy_is_read_at_once() {
    let folder = folder();
    let path = write(&folder, "kế hoạch.caitien", &sample());
    let holder = Holder::of(&path);
    let mut window = Window::file(&path);
    assert!(window.shows("“kế hoạch.caitien” đang được mở trên máy "));
    assert!(window.shows("(người dùng lan) từ "));
    assert!(window.app().dossier().is_none());
    window.click("Mở bản chỉ đọc");
    window.steps(3);
    assert_eq!(window.dossier().plans, sample().plans);
    assert!(window.shows("Bản chỉ đọc, tệp đang mở ở nơi khác"));
    assert_eq!(window.app().path(), None);
    // What is typed here is kept, in a file of its own.
    let bytes = std::fs::read(&path).unwrap();
    window.type_into("Tên trường", "77");
    window.wait(4.0);
    window.saved();
    let own = folder.path().join("kế hoạch (bản riêng).caitien");
    assert_eq!(window.path(), own);
    drop(window);
    assert!(read(&own).plans.iter().any(|plan| plan.letterhead.school.contains("77")));
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    drop(holder);
    assert_eq!(read(&path).plans, sample().plans);
}

#[test]
fn a_note_of_a_program_that_is_gone_stops_nobody() {
    let folder = folder();
    let path = write(&folder, "a.caitien", &sample());
    drop(Holder::of(&path));
    assert!(folder.path().join("~$a.caitien").exists());
    let window = Window::file(&path);
    assert!(!window.shows("đang được mở"));
    assert_eq!(window.path(), path);
}

#[test]
fn a_file_that_takes_no_writing_is_shown_and_what_is_typed_finds_another_place() {
    let folder = folder();
    let path = write(&folder, "đĩa.caitien", &sample());
    let set_read_only = |read_only| {
        let mut rights = std::fs::metadata(&path).unwrap().permissions();
        rights.set_readonly(read_only);
        std::fs::set_permissions(&path, rights).unwrap();
    };
    set_read_only(true);
    let bytes = std::fs::read(&path).unwrap();
    let mut window = Window::file(&path);
    assert!(window.shows("Chỉ đọc: không lưu được vào tệp này"));
    assert_eq!(window.dossier().plans, sample().plans);
    window.type_into("Tên trường", "77");
    window.press(egui::Modifiers::COMMAND, egui::Key::S);
    window.until(|window| window.shows("tệp chỉ cho đọc"));
    let own = folder.path().join("riêng.caitien");
    window.world.borrow_mut().paths.push_back(own.clone());
    window.click("Lưu sang chỗ khác…");
    window.until(|window| window.app().path() == Some(&own));
    window.saved();
    drop(window);
    assert!(read(&own).plans.iter().any(|plan| plan.letterhead.school.contains("77")));
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    set_read_only(false);
}
