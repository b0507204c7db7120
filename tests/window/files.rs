//! Making, editing, leaving and opening files again: nothing that was typed is lost.

use caitien::library::FORM_2_2026;
use caitien::ui::{Ask, Stage, Start};
use egui::{Key, Modifiers};

use egui_kittest::kittest::Queryable;

use crate::world::{Window, folder, read, sample, write};

#[test]
fn a_new_plan_is_a_file_at_once_and_holds_what_was_typed() {
    let mut window = Window::start();
    window.click("Lập kế hoạch mới…");
    window.type_into("Tên trường", "Trường THCS Đồng Tâm");
    window.type_into("Địa danh (xã, phường, đặc khu)", "phường Đồng Tâm");
    window.click("Bắt đầu");
    assert!(window.path().ends_with("documents/Truong THCS Dong Tam.caitien"));
    let plan = window.plan();
    assert_eq!(plan.form, FORM_2_2026);
    assert_eq!(plan.letterhead.governing_body, "UBND phường Đồng Tâm");
    assert_eq!(plan.letterhead.place, "Đồng Tâm");
    window.type_into("Số", "7");
    let dossier = window.close_and_read();
    assert_eq!(dossier.plans[0].number, "7");
    assert_eq!(dossier.plans[0].letterhead.school, "Trường THCS Đồng Tâm");
}

#[test]
fn a_new_file_never_takes_the_place_of_another() {
    let mut window = Window::start();
    let documents = window.folder.path().join("documents");
    std::fs::create_dir_all(&documents).unwrap();
    std::fs::write(documents.join("Truong A.caitien"), "mine").unwrap();
    window.click("Lập kế hoạch mới…");
    window.type_into("Tên trường", "Trường A");
    window.click("Bắt đầu");
    assert!(window.path().ends_with("Truong A (2).caitien"));
    assert_eq!(std::fs::read_to_string(documents.join("Truong A.caitien")).unwrap(), "mine");
}

#[test]
fn edit_undo_and_open_again() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    window.type_into("Số", "12");
    window.focus("Ký hiệu");
    window.text("X");
    window.saved();
    assert_eq!(window.plan().number, "12");
    window.focus("Số");
    window.press(Modifiers::COMMAND, Key::Z);
    window.saved();
    let symbol = window.plan().symbol.clone();
    drop(window);
    let dossier = read(&path);
    assert_eq!(dossier.newest_plan().unwrap().number, "12");
    assert_eq!(dossier.newest_plan().unwrap().symbol, symbol);
    assert!(!symbol.ends_with('X'), "undo took back the last field");
    let again = Window::with(Start::File(path), folder, [1093.0, 614.0]);
    assert_eq!(again.value("Số"), "12");
}

#[test]
fn saving_by_key_says_when_and_asks_nothing() {
    let mut window = Window::of(&sample());
    window.type_into("Số", "3");
    window.saved();
    window.steps(2);
    assert!(window.shows("Đã lưu lúc 10:32"));
    assert!(window.world.borrow().asked.is_empty());
}

#[test]
fn an_edited_sample_becomes_a_file_and_is_offered_again() {
    let folder = folder();
    let mut window = Window::with(Start::Sample, folder.clone(), [1093.0, 614.0]);
    assert!(window.app().path().is_none());
    window.type_into("Số", "9");
    window.saved();
    let path = window.path();
    assert!(path.starts_with(folder.path().join("data")));
    let school = window.plan().letterhead.school.clone();
    drop(window);
    assert_eq!(read(&path).newest_plan().unwrap().number, "9");
    let mut again = Window::with(Start::Screen, folder, [1093.0, 614.0]);
    again.click(&format!("Mở {school}"));
    assert_eq!(again.path(), path);
}

#[test]
fn a_recent_file_that_is_gone_is_marked_and_can_be_found() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    drop(window);
    let moved = folder.path().join("moved.caitien");
    std::fs::rename(&path, &moved).unwrap();
    let mut again = Window::with(Start::Screen, folder, [1093.0, 614.0]);
    assert!(again.shows("Không tìm thấy tệp"));
    again.world.borrow_mut().paths.push_back(moved.clone());
    again.click("Chỉ chỗ lưu mới…");
    assert_eq!(again.path(), moved);
}

#[test]
fn the_arrows_choose_a_recent_file_and_enter_opens_it() {
    let folder = folder();
    let mut dossier = sample();
    let mut paths = Vec::new();
    for school in ["Trường Một", "Trường Hai"] {
        for plan in &mut dossier.plans {
            std::sync::Arc::make_mut(plan).letterhead.school = school.to_owned();
        }
        let path = write(&folder, &format!("{school}.caitien"), &dossier);
        drop(Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]));
        paths.push(path);
    }
    let mut again = Window::with(Start::Screen, folder, [1093.0, 614.0]);
    again.focus("Mở Trường Hai");
    again.press(Modifiers::NONE, Key::ArrowDown);
    again.press(Modifiers::NONE, Key::Enter);
    assert_eq!(again.path(), paths[0]);
}

#[test]
fn a_file_replaced_under_the_window_is_said_and_the_work_can_go_elsewhere() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    std::fs::rename(&path, folder.path().join("away.caitien")).unwrap();
    window.type_into("Số", "5");
    window.press(Modifiers::COMMAND, Key::S);
    window.until(|window| window.shows("Chưa lưu được"));
    let elsewhere = folder.path().join("elsewhere.caitien");
    window.world.borrow_mut().paths.push_back(elsewhere.clone());
    window.click("Lưu sang chỗ khác…");
    window.saved();
    assert_eq!(window.path(), elsewhere);
    drop(window);
    assert_eq!(read(&elsewhere).newest_plan().unwrap().number, "5");
}

#[test]
fn leaving_for_another_file_saves_first() {
    let folder = folder();
    let one = write(&folder, "one.caitien", &sample());
    let other = write(&folder, "other.caitien", &sample());
    let mut window = Window::with(Start::File(one.clone()), folder.clone(), [1093.0, 614.0]);
    window.type_into("Số", "21");
    window.world.borrow_mut().paths.push_back(other.clone());
    window.press(Modifiers::COMMAND, Key::O);
    window.until(|window| window.app().path() == Some(&*other));
    assert_eq!(window.path(), other);
    assert_eq!(read(&one).newest_plan().unwrap().number, "21");
}

#[test]
fn closing_waits_until_what_was_just_typed_is_on_the_disk() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    window.type_into("Số", "31");
    if window.ask_to_close() {
        window.until(|window| window.commands().contains(&egui::ViewportCommand::Close));
    }
    drop(window);
    assert_eq!(read(&path).newest_plan().unwrap().number, "31");
}

#[test]
fn a_window_that_cannot_save_stays_and_offers_every_way_out() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    std::fs::rename(&path, folder.path().join("away.caitien")).unwrap();
    window.type_into("Số", "31");
    assert!(window.ask_to_close());
    window.until(|window| window.shows("Đóng mà không lưu"));
    window.click("Ở lại");
    assert_eq!(window.plan().number, "31");
    assert!(!window.shows("Đóng mà không lưu"));
    window.ask_to_close();
    window.until(|window| window.shows("Đóng mà không lưu"));
    window.harness.get_by_label("Đóng mà không lưu").click();
    window.until(|window| window.commands().contains(&egui::ViewportCommand::Close));
}

#[test]
fn a_copy_is_saved_beside_and_work_goes_on_in_the_file() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    let copy = folder.path().join("copy.caitien");
    window.world.borrow_mut().paths.push_back(copy.clone());
    window.type_into("Số", "8");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.until(|window| window.shows("Đã lưu bản sao"));
    assert_eq!(window.path(), path);
    assert_eq!(read(&copy).newest_plan().unwrap().number, "8");
}

#[test]
fn where_the_system_has_no_dialog_the_path_is_typed() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::Screen, folder.clone(), [1093.0, 614.0]);
    window.world.borrow_mut().no_dialog = true;
    window.press(Modifiers::COMMAND, Key::O);
    window.steps(3);
    assert!(window.shows("Máy này không mở được hộp thoại chọn tệp"));
    window.press(Modifiers::COMMAND, Key::A);
    window.text(&path.display().to_string());
    window.press(Modifiers::NONE, Key::Enter);
    window.until(|window| window.app().path() == Some(&*path));
    // What is there already is not written over, and another name is taken.
    window.type_into("Số", "8");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.steps(3);
    window.press(Modifiers::COMMAND, Key::A);
    window.text(&path.display().to_string());
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(3);
    assert!(window.shows("Đã có tệp này, không ghi đè"));
    window.focus("Đường dẫn của tệp");
    window.press(Modifiers::COMMAND, Key::A);
    let copy = folder.path().join("copy.caitien");
    window.text(&copy.display().to_string());
    window.click("Lưu ở đây");
    window.until(|window| window.shows("Đã lưu bản sao"));
    assert_eq!(read(&copy).newest_plan().unwrap().number, "8");
}

#[test]
fn a_file_that_takes_long_says_so_and_need_not_be_waited_for() {
    let folder = folder();
    let one = write(&folder, "one.caitien", &sample());
    let other = write(&folder, "other.caitien", &sample());
    let mut window = Window::with(Start::File(one.clone()), folder.clone(), [1093.0, 614.0]);
    window.type_into("Số", "4");
    window.saved();
    window.world.borrow_mut().slow = true;
    window.world.borrow_mut().paths.push_back(other.clone());
    window.press(Modifiers::COMMAND, Key::O);
    window.wait(0.6);
    assert!(window.shows("Đang mở other.caitien…"));
    window.press(Modifiers::NONE, Key::Escape);
    window.go_on();
    assert_eq!(window.path(), one, "nobody waits for it any more");
    // Its lock was given back.
    assert_eq!(read(&other).plans.len(), 3);
    window.world.borrow_mut().slow = true;
    window.world.borrow_mut().paths.push_back(other.clone());
    window.press(Modifiers::COMMAND, Key::O);
    window.wait(0.6);
    window.go_on();
    window.until(|window| window.app().path() == Some(&*other));
    assert!(!window.shows("Đang mở"));
}

#[test]
fn a_pdf_that_was_written_is_opened_or_its_folder() {
    let mut window = Window::of(&sample());
    let pdf = window.folder.path().join("a.pdf");
    window.world.borrow_mut().paths.push_back(pdf.clone());
    window.stage(Stage::Print);
    window.click("Xuất PDF…");
    window.until(|window| window.shows("Mở tệp"));
    window.click_last("Mở tệp");
    assert_eq!(window.world.borrow().opened.last(), Some(&pdf));
}

#[test]
fn a_word_file_is_written_where_was_said_and_can_be_opened() {
    let mut window = Window::of(&sample());
    let word = window.folder.path().join("a.docx");
    window.world.borrow_mut().paths.push_back(window.folder.path().join("a"));
    window.stage(Stage::Print);
    window.click("Xuất Word…");
    window.until(|window| window.shows("Mở tệp"));
    let asked = window.world.borrow().asked.last().cloned();
    let Some(Ask::SaveAs { name, extension, .. }) = asked else { panic!("{asked:?}") };
    let proposed = std::path::Path::new(&name).extension();
    assert!(extension == "docx" && proposed.is_some_and(|own| own == "docx"), "{name}");
    assert!(window.shows("Đã xuất a.docx"));
    assert!(std::fs::read(&word).unwrap().starts_with(b"PK"));
    window.click_last("Mở tệp");
    assert_eq!(window.world.borrow().opened.last(), Some(&word));
}

#[test]
fn undo_goes_to_the_stage_where_it_happened() {
    let mut window = Window::of(&sample());
    let before = window.plan().number.clone();
    window.type_into("Số", "6");
    window.stage(Stage::Print);
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert_eq!(window.value("Số"), before);
}

#[test]
fn a_start_with_a_file_does_not_flash_the_first_screen_and_shows_it_where_the_file_is_slow() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::slow_file(&path);
    assert!(!window.shows("Lập kế hoạch mới…"));
    window.wait(0.5);
    assert!(window.shows("Lập kế hoạch mới…"));
    window.go_on();
    assert!(window.shows("Bảng cải tiến"));
}

#[test]
fn a_sample_whose_file_could_not_be_made_is_saved_by_itself_when_it_can() {
    let folder = folder();
    let data = folder.path().join("data");
    // Something else has the name of the folder.
    std::fs::write(&data, "x").unwrap();
    let mut window = Window::with(Start::Sample, folder.clone(), [1093.0, 614.0]);
    window.type_into("Số", "5");
    window.press(Modifiers::COMMAND, Key::S);
    window.until(|window| window.shows("Chưa lưu được"));
    assert!(window.shows("Lưu sang chỗ khác…"));
    std::fs::remove_file(&data).unwrap();
    window.until(|window| window.app().all_saved());
    let path = window.path();
    drop(window);
    assert_eq!(path.parent(), Some(&*data));
    assert_eq!(read(&path).newest_plan().unwrap().number, "5");
}

#[test]
fn the_reason_stands_beside_what_could_not_be_saved_and_closing_tries_first() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    let away = folder.path().join("away.caitien");
    std::fs::rename(&path, &away).unwrap();
    window.type_into("Số", "5");
    window.press(Modifiers::COMMAND, Key::S);
    window.until(|window| window.shows("tệp bị chuyển đi hoặc bị thay"));
    std::fs::rename(&away, &path).unwrap();
    if window.ask_to_close() {
        window.until(|window| window.commands().contains(&egui::ViewportCommand::Close));
    }
    assert!(!window.shows("Đóng mà không lưu"), "nobody has to be asked");
    drop(window);
    assert_eq!(read(&path).newest_plan().unwrap().number, "5");
}

#[test]
fn what_the_window_remembers_holds_no_word_of_a_plan() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    let mut window = Window::with(Start::File(path), folder.clone(), [1093.0, 614.0]);
    let plan = window.plan();
    window.click("Tệp");
    window.click("Màn hình đầu");
    window.until(|window| window.shows(&plan.letterhead.school));
    let settings = folder.path().join("data").join("settings.json");
    let text = std::fs::read_to_string(settings).unwrap();
    assert!(text.contains("school.caitien"), "{text}");
    let words = plan.items().flat_map(|item| [&item.content, &item.responsible.typed]);
    for words in words.chain([&plan.letterhead.school]).filter(|words| !words.is_empty()) {
        assert!(!text.contains(words.as_str()), "{words} in {text}");
    }
}
