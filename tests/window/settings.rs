//! Cài đặt: what is chosen holds at once and at the next start, can be had back, and what cannot
//! be done is said.

use caitien::plan::SchoolKind;
use caitien::ui::{Ask, Start};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable};

use crate::pictures::{by_night, check};
use crate::word::{last_year, word_file};
use crate::world::{Window, World, folder, sample, write};

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;

fn open(window: &mut Window) {
    window.press(CTRL, Key::Comma);
    window.steps(4);
    assert!(window.shows("Chọn là dùng ngay"));
}

/// A window so high that nothing of the page has to be scrolled.
fn high(size: [f32; 2]) -> Window {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    Window::with(Start::File(path), folder, size)
}

fn opened() -> Window {
    let mut window = high([1093.0, 1400.0]);
    open(&mut window);
    window
}

/// The label of what has the focus.
#[expect(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime only")]
fn focused(window: &Window) -> String {
    let node = window.harness.query_all_by(|node| node.is_focused()).last();
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

fn zoom(window: &Window) -> f32 {
    window.harness.ctx.zoom_factor()
}

fn is_dark(window: &Window) -> bool {
    window.harness.ctx.theme() == egui::Theme::Dark
}

#[test]
fn what_is_chosen_holds_at_once_and_at_the_next_start() {
    let folder = folder();
    let mut window = Window::with(Start::Screen, folder.clone(), [1093.0, 1400.0]);
    window.click("Cài đặt…");
    window.click("130 %");
    assert!((zoom(&window) - 1.3).abs() < 1e-4);
    window.click("100 %");
    assert!((zoom(&window) - 1.0).abs() < 1e-4);
    window.click("120 %");
    window.click("Nền tối");
    window.click("Sang ô dưới");
    window.click("Không chuyển động");
    assert!(is_dark(&window));
    assert_eq!(window.harness.ctx.global_style().animation_time, 0.0);
    window.click("Đóng");
    drop(window);
    let again = Window::with(Start::Sample, folder.clone(), [1093.0, 1400.0]);
    assert!((zoom(&again) - 1.2).abs() < 1e-4);
    assert_eq!(again.harness.ctx.global_style().animation_time, 0.0);
    let settings = std::fs::read_to_string(folder.path().join("data/settings.json")).unwrap();
    for kept in ["\"enter_as_excel\": true", "\"dark\": true", "\"still\": true"] {
        assert!(settings.contains(kept), "{kept}: {settings}");
    }
}

#[test]
fn the_colours_follow_the_system_where_it_tells_and_stay_where_it_does_not() {
    let mut window = opened();
    window.click("Theo máy");
    window.steps(2);
    assert!(!is_dark(&window) && window.shows("không cho biết"));
    for theme in [egui::Theme::Dark, egui::Theme::Light, egui::Theme::Dark] {
        window.harness.input_mut().system_theme = Some(theme);
        window.steps(3);
        assert_eq!(window.harness.ctx.theme(), theme);
    }
    window.click("Nền sáng");
    window.steps(2);
    assert!(!is_dark(&window));
}

#[test]
fn nothing_moves_where_the_system_says_so() {
    let world = World::still();
    let mut window = Window::in_world(world, Start::Sample, folder(), [1093.0, 1400.0]);
    assert_eq!(window.harness.ctx.global_style().animation_time, 0.0);
    open(&mut window);
    assert!(window.shows("đang tắt theo máy này") && !window.shows("Không chuyển động"));
}

#[test]
fn a_new_plan_begins_with_the_school_of_the_settings() {
    let folder = folder();
    let mut window = Window::with(Start::Screen, folder.clone(), [1093.0, 1400.0]);
    open(&mut window);
    window.type_into("Tên trường", "Trường Tiểu học Suối Mơ");
    window.type_into("Địa danh (xã, phường, đặc khu)", "xã Suối Mơ");
    window.click("Đóng");
    drop(window);
    let mut window = Window::with(Start::Screen, folder.clone(), [1093.0, 900.0]);
    window.click("Lập kế hoạch mới…");
    assert_eq!(window.value("Tên trường"), "Trường Tiểu học Suối Mơ");
    assert_eq!(window.value("Loại trường"), "Trường tiểu học", "guessed from the name");
    assert_eq!(window.value("Cơ quan chủ quản"), "UBND xã Suối Mơ");
    window.click("Bắt đầu");
    window.until(|window| window.app().plan().is_some());
    let plan = window.plan();
    assert_eq!(plan.letterhead.school, "Trường Tiểu học Suối Mơ");
    assert_eq!(
        (plan.letterhead.kind, plan.letterhead.place.as_str()),
        (SchoolKind::Primary, "Suối Mơ")
    );
}

/// The first plan of a school is made in this folder.
fn made(folder: &std::rc::Rc<tempfile::TempDir>, school: &str) -> Window {
    let mut window = Window::with(Start::Screen, folder.clone(), [1093.0, 900.0]);
    window.click("Lập kế hoạch mới…");
    window.focus("Tên trường");
    window.press(CTRL, Key::A);
    window.text(school);
    window.click("Bắt đầu");
    window.until(|window| window.app().plan().is_some());
    window.steps(4);
    window
}

fn proposed(folder: &std::rc::Rc<tempfile::TempDir>) -> String {
    let mut window = Window::with(Start::Screen, folder.clone(), [1093.0, 900.0]);
    window.click("Lập kế hoạch mới…");
    window.value("Tên trường")
}

#[test]
fn the_school_of_the_first_plan_is_kept_on_request_and_let_go_again() {
    let school = "Trường THCS Suối Mơ";
    let here = folder();
    let window = made(&here, school);
    assert!(window.shows("Lần sau điền sẵn Trường THCS Suối Mơ?"));
    drop(window);
    assert_eq!(proposed(&here), "", "nothing is kept unasked");

    let here = folder();
    let mut window = made(&here, school);
    window.click("Dùng cho kế hoạch sau");
    assert!(window.shows("Kế hoạch mới sẽ điền sẵn Trường THCS Suối Mơ."));
    drop(window);
    assert_eq!(proposed(&here), school);
    // What is known is never written over, nor asked about again.
    window = made(&here, "Trường THCS Khác");
    assert!(!window.shows("Lần sau điền sẵn"));
    drop(window);
    assert_eq!(proposed(&here), school);

    let here = folder();
    let mut window = made(&here, school);
    window.click("Dùng cho kế hoạch sau");
    window.click_last("Hoàn tác");
    assert!(window.shows("Kế hoạch mới không điền sẵn tên trường."));
    drop(window);
    assert_eq!(proposed(&here), "");
}

#[test]
fn the_school_of_a_paper_that_comes_in_first_is_kept_on_request_as_well() {
    let school = "TRƯỜNG THCS SÔNG MƠ";
    let here = folder();
    let mut window = Window::with(Start::Screen, here.clone(), [1093.0, 900.0]);
    let path = word_file(&window, &last_year(4));
    window.world.borrow_mut().paths.push_back(path);
    window.click("Nhập từ Word…");
    window.steps(4);
    window.click("Đưa vào kế hoạch");
    window.until(|window| window.app().plan().is_some());
    window.steps(4);
    assert!(window.shows(&format!("Lần sau điền sẵn {school}?")));
    window.click("Dùng cho kế hoạch sau");
    let open = window.path();
    drop(window);
    assert_eq!(proposed(&here), school);
    // A file that is only opened asks nothing.
    let mut window = Window::with(Start::File(open), folder(), [1093.0, 900.0]);
    window.until(|window| window.app().plan().is_some());
    window.steps(4);
    assert!(!window.shows("Lần sau điền sẵn"));
}

#[test]
fn the_school_is_taken_from_the_open_plan() {
    let mut window = opened();
    let school = window.plan().letterhead.clone();
    window.click("Lấy từ kế hoạch đang mở");
    let fields = window.harness.query_all_by_label("Tên trường");
    let values: Vec<_> = fields.filter_map(|field| field.value()).collect();
    assert!(values.contains(&school.school), "{values:?}");
    let taken = window.harness.get_by_label("Lấy từ kế hoạch đang mở");
    assert!(taken.accesskit_node().is_disabled(), "there is nothing more to take");
}

#[test]
fn a_folder_that_cannot_be_written_is_not_taken_and_says_so() {
    let mut window = opened();
    let file = window.folder.path().join("no folder");
    std::fs::write(&file, b"x").unwrap();
    window.world.borrow_mut().paths.push_back(file.join("inside"));
    window.click("Đổi thư mục…");
    window.steps(3);
    assert_eq!(window.world.borrow().asked.last(), Some(&Ask::Folder));
    assert!(window.shows("Không ghi được vào") && window.shows("Vẫn sao lưu vào chỗ cũ"));
    assert!(window.shows("Thư mục của chương trình trên máy này"));
}

#[test]
fn backups_are_made_in_the_folder_that_was_chosen_and_those_before_are_listed() {
    let mut window = opened();
    window.press(NONE, Key::Escape);
    window.type_into("Số", "7");
    window.saved();
    let chosen = window.folder.path().join("documents").join("USB");
    std::fs::create_dir_all(&chosen).unwrap();
    window.world.borrow_mut().paths.push_back(chosen.clone());
    open(&mut window);
    window.click("Đổi thư mục…");
    window.steps(3);
    assert!(window.shows("Tài liệu › USB"), "where backups go now");
    window.press(NONE, Key::Escape);
    let sets = chosen.join("sao-luu-cai-tien");
    assert!(sets.is_dir() && std::fs::read_dir(&sets).unwrap().next().is_none());
    // A new session makes its first backup there.
    let (path, folder) = (window.path(), window.folder.clone());
    drop(window);
    let mut window = Window::with(Start::File(path), folder, [1093.0, 1400.0]);
    window.type_into("Số", "8");
    window.saved();
    assert!(std::fs::read_dir(&sets).unwrap().next().is_some(), "one was made");
    window.click("Tệp");
    window.click("Xem các bản sao lưu");
    window.until(|window| window.shows("✓ 2 bản"));
    // The disk is away: the program's own folder takes the next one, and that is said.
    window.press(NONE, Key::Escape);
    std::fs::remove_dir_all(&chosen).unwrap();
    std::fs::write(&chosen, b"no folder any more").unwrap();
    let (path, folder) = (window.path(), window.folder.clone());
    drop(window);
    let mut window = Window::with(Start::File(path), folder, [1093.0, 1400.0]);
    window.type_into("Số", "9");
    window.saved();
    assert!(window.shows("Chưa ghi được vào thư mục sao lưu"));
}

#[test]
fn words_that_are_let_through_are_seen_and_taken_out_again() {
    let mut dossier = sample();
    dossier.own_words = vec!["nghịệp".to_owned(), "hôngg".to_owned()];
    let folder = folder();
    let path = write(&folder, "school.caitien", &dossier);
    let mut window = Window::with(Start::File(path), folder, [1093.0, 1400.0]);
    open(&mut window);
    window.click("Bỏ “nghịệp” khỏi danh sách");
    assert_eq!(window.dossier().own_words, ["hôngg"]);
    assert!(window.shows("Đã bỏ “nghịệp”"));
    window.click("Lấy lại");
    assert_eq!(window.dossier().own_words, ["nghịệp", "hôngg"]);
    window.click("Bỏ “hôngg” khỏi danh sách");
    window.press(NONE, Key::Escape);
    window.press(CTRL, Key::Z);
    assert_eq!(window.dossier().own_words, ["nghịệp", "hôngg"]);
    let words = window.close_and_read().own_words;
    assert_eq!(words, ["nghịệp", "hôngg"]);
}

#[test]
fn where_there_are_no_words_it_says_how_one_comes_in() {
    let window = opened();
    assert!(window.shows("Chưa có từ nào. Bấm chuột phải"));
    let mut start = Window::with(Start::Screen, folder(), [1093.0, 1400.0]);
    open(&mut start);
    assert!(start.shows("hãy mở một tệp để xem"));
}

#[test]
fn all_is_as_at_first_again_and_what_was_before_can_be_had_back() {
    let mut window = opened();
    let reset = |window: &Window| {
        window.harness.get_by_label("Đặt lại như ban đầu").accesskit_node().is_disabled()
    };
    assert!(reset(&window), "nothing is otherwise");
    window.click("Nền tối");
    window.click("Lấy từ kế hoạch đang mở");
    window.click("Đặt lại như ban đầu");
    assert!(!is_dark(&window) && window.shows("Đã đặt lại"));
    window.click("Lấy lại cài đặt vừa rồi");
    window.steps(2);
    assert!(is_dark(&window));
    let school = window.plan().letterhead.school.clone();
    let mut fields = window.harness.query_all_by_label("Tên trường");
    assert!(fields.any(|field| field.value() == Some(school.clone())), "the school too");
}

#[test]
fn the_page_is_worked_by_keys_alone() {
    let mut window = opened();
    for _ in 0..60 {
        window.press(NONE, Key::Tab);
        if focused(&window) == "110 %" {
            break;
        }
    }
    window.press(NONE, Key::Space);
    assert!((zoom(&window) - 1.1).abs() < 1e-4);
    assert!(window.shows("Chọn là dùng ngay"), "the page stays");
    window.press(NONE, Key::Escape);
    assert!(!window.shows("Chọn là dùng ngay"));
}

fn picture(size: [f32; 2], dark: bool) {
    let folder = folder();
    let mut dossier = sample();
    dossier.own_words = ["STEAM", "Đắk Pơ", "nghịệp"].map(str::to_owned).to_vec();
    let path = write(&folder, "school.caitien", &dossier);
    let mut window = Window::with(Start::File(path), folder, size);
    if dark {
        by_night(&mut window);
    }
    open(&mut window);
    window.steps(4);
    let mode = if dark { "dark" } else { "light" };
    check(&mut window, &format!("settings-{mode}-{}", size[0]));
}

#[test]
fn it_looks_as_it_did() {
    picture([1366.0, 768.0], false);
}

#[test]
fn it_looks_as_it_did_on_a_small_screen_by_night() {
    picture([1093.0, 614.0], true);
}

#[test]
fn it_looks_as_it_did_on_a_large_screen() {
    picture([1920.0, 1080.0], false);
}
