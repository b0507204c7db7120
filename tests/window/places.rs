//! Where a file is: said in words, with advice where the place is not this machine's disk.

use std::path::{Path, PathBuf};

use caitien::ui::Start;

use crate::world::{Window, folder, sample, write};

const SIZE: [f32; 2] = [1093.0, 614.0];

/// A window with a file in this folder of Documents.
fn window_in(place: &str) -> Window {
    let folder = folder();
    let name = Path::new("documents").join(place).join("a.caitien");
    std::fs::create_dir_all(folder.path().join(&name).parent().unwrap()).unwrap();
    let path = write(&folder, &name.to_string_lossy(), &sample());
    Window::with(Start::File(path), folder, SIZE)
}

#[track_caller]
fn check_menu(place: &str, expect: &str) {
    let mut window = window_in(place);
    window.click("Tệp");
    assert!(window.shows("a.caitien"), "{place}");
    assert!(window.shows(&format!("Tài liệu › {place}")), "{place}");
    assert!(window.shows(expect), "{place}: {expect}");
}

#[test]
fn the_menu_of_the_file_says_where_it_is_and_what_to_mind_there() {
    check_menu("OneDrive - Trường A", "Thư mục OneDrive: ");
    check_menu("Ổ chung", "Ổ mạng: mất mạng thì chưa lưu được");
    check_menu("KINGSTON", "đừng rút ra khi chưa thấy “Đã lưu”");
}

#[test]
fn nothing_is_said_of_a_disk_of_this_machine_or_of_the_sample() {
    let mut window = window_in("Năm học này");
    window.click("Tệp");
    assert!(window.shows("Tài liệu › Năm học này"));
    for words in ["OneDrive", "Ổ mạng", "USB"] {
        assert!(!window.shows(words), "{words}");
    }
    let mut window = Window::with(Start::Sample, folder(), SIZE);
    window.click("Tệp");
    assert!(!window.shows(".caitien"));
}

#[test]
fn the_page_for_a_new_plan_gives_advice_on_the_place_that_was_chosen() {
    let mut window = Window::start();
    window.click("Lập kế hoạch mới…");
    window.type_into("Tên trường", "Trường A");
    window.steps(3);
    assert!(!window.shows("ổ rời"));
    let stick = PathBuf::from(window.folder.path()).join("KINGSTON").join("a.caitien");
    window.world.borrow_mut().paths.push_back(stick);
    window.click("Đổi chỗ…");
    window.steps(3);
    assert!(window.shows("USB, ổ rời: đừng rút"));
}

#[test]
fn a_recent_file_says_in_what_kind_of_place_it_is() {
    let mut window = window_in("Ổ chung");
    window.click("Tệp");
    window.click("Màn hình đầu");
    window.steps(3);
    assert!(window.shows("Ổ mạng: Tài liệu › Ổ chung") && window.shows("a.caitien"));
}
