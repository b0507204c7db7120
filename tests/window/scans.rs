//! The signed and stamped paper is kept beside the file, known by its bytes, and never deleted.

use std::fs;
use std::path::PathBuf;

use caitien::ui::{Ask, Stage};
use caitien::year::frozen::sha256;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::pictures::check;
use crate::world::{Window, sample};

/// The sample in a file, at In và xuất.
fn open() -> Window {
    let mut window = Window::of(&sample());
    window.stage(Stage::Print);
    window.steps(6);
    window
}

/// Hands a file over as the signed paper.
fn attach(window: &mut Window, name: &str, bytes: &[u8]) {
    let from = window.folder.path().join(name);
    fs::write(&from, bytes).unwrap();
    window.world.borrow_mut().paths.push_back(from);
    window.scroll_to("Gắn bản đã ký, đóng dấu (PDF)…");
    window.click("Gắn bản đã ký, đóng dấu (PDF)…");
    window.steps(6);
}

/// Where it is kept.
fn kept(window: &Window, name: &str) -> PathBuf {
    window.folder.path().join("school - bản ký").join(name)
}

#[test]
fn a_signed_paper_is_kept_beside_the_file_and_opened() {
    let mut window = open();
    attach(&mut window, "KH 05 đã ký.pdf", b"%PDF-1.7 signed");
    assert!(window.world.borrow().asked.contains(&Ask::OpenPdf));
    let scan = window.plan().scans[0].clone();
    assert_eq!((&*scan.name, scan.sha256), ("KH 05 đã ký.pdf", sha256(b"%PDF-1.7 signed")));
    let path = kept(&window, "KH 05 đã ký.pdf");
    assert_eq!(fs::read(&path).unwrap(), b"%PDF-1.7 signed");
    assert!(window.shows("Gắn ngày 22/11/2026"));
    window.scroll_to("Mở");
    window.click("Mở");
    window.steps(3);
    assert_eq!(window.world.borrow().opened, [path]);
    let dossier = window.close_and_read();
    assert_eq!(dossier.newest_plan().unwrap().scans.len(), 1);
}

#[test]
fn what_is_no_pdf_is_refused_in_plain_words() {
    let mut window = open();
    attach(&mut window, "KH 05.pdf", b"PK\x03\x04 a Word file");
    assert!(window.shows("Đây không phải tệp PDF"));
    assert!(window.plan().scans.is_empty());
    assert!(!kept(&window, "").exists());
}

#[test]
fn a_file_that_changed_or_went_is_told() {
    let mut window = open();
    attach(&mut window, "KH 05.pdf", b"%PDF-1.7 signed");
    let path = kept(&window, "KH 05.pdf");
    fs::write(&path, b"%PDF-1.7 forged").unwrap();
    window.stage(Stage::Info);
    window.stage(Stage::Print);
    window.steps(4);
    assert!(window.shows("Tệp đã bị sửa sau khi gắn"));
    fs::remove_file(&path).unwrap();
    window.stage(Stage::Info);
    window.stage(Stage::Print);
    window.steps(4);
    assert!(window.shows("Không thấy tệp trong thư mục bản ký"));
    window.scroll_to("Mở");
    window.click("Mở");
    window.steps(3);
    assert!(window.shows("hãy chuyển thư mục bản ký theo"));
}

#[test]
fn what_is_taken_off_is_moved_aside_and_undo_brings_it_back() {
    let mut window = open();
    attach(&mut window, "KH 05.pdf", b"%PDF-1.7 signed");
    window.scroll_to("Gỡ");
    window.click("Gỡ");
    window.steps(4);
    assert!(window.plan().scans.is_empty());
    assert!(!kept(&window, "KH 05.pdf").exists());
    let aside = kept(&window, "đã gỡ").join("KH 05.pdf");
    assert!(aside.exists());
    // Beside the notice, not in the bar.
    window.harness.query_all_by_label("Hoàn tác").last().unwrap().click();
    window.steps(6);
    assert_eq!(window.plan().scans.len(), 1);
    assert!(!window.shows("Không thấy tệp"));
    window.scroll_to("Mở");
    window.click("Mở");
    window.steps(3);
    assert_eq!(window.world.borrow().opened, [aside]);
}

#[test]
fn a_copy_of_the_file_has_its_scans_beside_it_and_says_so() {
    let mut window = open();
    attach(&mut window, "KH 05.pdf", b"%PDF-1.7 signed");
    attach(&mut window, "KH 05 phụ lục.pdf", b"%PDF-1.7 stamped");
    fs::remove_file(kept(&window, "KH 05 phụ lục.pdf")).unwrap();
    let copy = window.folder.path().join("gui di").join("ban sao.caitien");
    fs::create_dir(copy.parent().unwrap()).unwrap();
    window.world.borrow_mut().paths.push_back(copy.clone());
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.until(|_| copy.with_file_name("ban sao - bản ký").exists());
    window.steps(4);
    assert!(window.shows("kèm 1 bản đã ký trong thư mục “ban sao - bản ký”"));
    assert!(window.shows("Không thấy tệp của 1 bản đã ký để chép theo"));
    let there = copy.with_file_name("ban sao - bản ký").join("KH 05.pdf");
    assert_eq!(fs::read(there).unwrap(), b"%PDF-1.7 signed");
    // A copy of what has none makes no folder.
    let second = window.folder.path().join("hai.caitien");
    let mut bare = Window::of(&sample());
    bare.world.borrow_mut().paths.push_back(second.clone());
    bare.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    bare.until(|_| second.exists());
    bare.steps(4);
    assert!(!second.with_file_name("hai - bản ký").exists());
}

#[test]
fn scans_look_as_they_did() {
    let mut window = open();
    window.click("Ban hành…");
    window.type_into("Số văn bản", "05");
    window.steps(2);
    window.click("Ban hành");
    window.steps(6);
    attach(&mut window, "KH 05 đã ký.pdf", b"%PDF-1.7 signed");
    attach(&mut window, "KH 05 đóng dấu.pdf", b"%PDF-1.7 stamped");
    fs::remove_file(kept(&window, "KH 05 đóng dấu.pdf")).unwrap();
    window.stage(Stage::Info);
    window.stage(Stage::Print);
    window.scroll_to("Gắn bản đã ký, đóng dấu (PDF)…");
    window.steps(4);
    check(&mut window, "scans-light-1093");
}
