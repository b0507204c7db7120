//! The page of backups: what was deleted or written over comes back from there.

use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use caitien::plan::{Dossier, Id, Item, Plan, Row};
use caitien::store::{self, Backups, Why};
use caitien::ui::{Ask, Start};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::{DateTime, date};

use crate::world::{Window, folder, read, sample, write};

/// A change of the newest plan of a dossier.
fn changed(dossier: &Dossier, change: impl FnOnce(&mut Plan)) -> Dossier {
    let mut dossier = dossier.clone();
    let newest = dossier.newest_plan().unwrap().id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    change(Arc::make_mut(plan));
    dossier
}

fn items(plan: &Plan) -> Vec<Arc<Item>> {
    plan.items().cloned().collect()
}

fn with_item(plan: &mut Plan, at: usize, change: impl FnOnce(&mut Item)) {
    let item = plan.rows.iter_mut().filter(|row| row.as_item().is_some()).nth(at).unwrap();
    let Row::Item(item) = item else { return };
    change(Arc::make_mut(item));
}

/// What is in the file of these tests: the sample, of which two rows went, two texts were changed
/// and one row was added.
pub fn now() -> Dossier {
    let mut now = changed(&sample(), |plan| {
        let gone: Vec<Id> = items(plan)[2..4].iter().map(|item| item.id).collect();
        plan.rows.retain(|row| !gone.contains(&row.id()));
        with_item(plan, 0, |item| item.time.typed = "Tháng 10/2026 đến tháng 5/2027".into());
        with_item(plan, 1, |item| item.target = "ít nhất 45% giáo viên".into());
        plan.recipients.push("Ban đại diện cha mẹ học sinh".into());
    });
    let id = now.next_id;
    now = changed(&now, |plan| {
        let content = "Khảo sát sự hài lòng của cha mẹ học sinh".into();
        plan.rows.push(Row::Item(Arc::new(Item { id, content, ..Item::default() })));
    });
    now.next_id = id.next();
    now
}

/// A file that holds [`now`], and backups of the sample from before.
pub fn backed_up(folder: &tempfile::TempDir) -> (PathBuf, Backups) {
    let path = write(folder, "Truong THCS Dong Tam.caitien", &now());
    let (store, _) = store::open(&path, caitien::platform::file_identity).unwrap();
    let backups = Backups::of(&folder.path().join("data"), store.file_id(), &path);
    drop(store);
    let without = changed(&sample(), |plan| plan.rows.truncate(6));
    let at = |month, day, hour, minute| date(2026, month, day).at(hour, minute, 0, 0);
    let made: [(DateTime, Why, &Dossier); 7] = [
        (at(8, 29, 9, 12), Why::First, &without),
        (at(10, 16, 15, 3), Why::Going, &without),
        (at(11, 19, 16, 51), Why::Going, &without),
        (at(11, 20, 17, 5), Why::Going, &sample()),
        (at(11, 21, 14, 2), Why::First, &sample()),
        (at(11, 21, 16, 40), Why::Going, &sample()),
        (at(11, 22, 9, 58), Why::First, &now()),
    ];
    for (when, why, held) in made {
        backups.make(held, when, why).unwrap();
    }
    (path, backups)
}

/// A window on that file, with the page open.
pub fn window(folder: Rc<tempfile::TempDir>, size: [f32; 2]) -> Window {
    let (path, _) = backed_up(&folder);
    let mut window = Window::with(Start::File(path), folder, size);
    open_page(&mut window);
    window
}

pub fn open_page(window: &mut Window) {
    window.click("Tệp");
    window.click("Xem các bản sao lưu");
    window.steps(3);
}

/// The page on the backup of yesterday afternoon.
fn of_yesterday() -> Window {
    let mut window = window(folder(), [1093.0, 614.0]);
    choose(&mut window, "Bản hôm qua, 16:40");
    window
}

#[track_caller]
pub fn choose(window: &mut Window, label: &str) {
    window.harness.get_by_label_contains(label).click();
    window.steps(4);
}

/// Clicks the first button whose name begins so.
#[track_caller]
fn click_first(window: &mut Window, name: &str) {
    let found = window.harness.query_all_by_label_contains(name).next();
    found.expect("it is on the screen").click();
    window.steps(4);
}

#[test]
fn each_backup_is_listed_with_what_it_holds_and_the_newest_is_chosen() {
    let window = window(folder(), [1093.0, 614.0]);
    assert!(window.shows("7 bản, bản nào cũng đã đọc lại"));
    assert!(window.shows("Bản hôm nay, 09:58, trước lần sửa đầu tiên, 3 kế hoạch"));
    assert!(window.shows("Bản hôm qua, 16:40, khi đang sửa"));
    assert!(window.shows("Giống hiện nay"));
    assert!(window.shows("đọc được toàn bộ"));
}

#[test]
fn a_row_that_was_deleted_comes_back_as_one_step() {
    let mut window = of_yesterday();
    assert!(window.shows("Khác với hiện nay 6 chỗ"));
    assert!(window.shows("2 chỗ đã xóa, 3 chữ khác, 1 chỗ mới"));
    let wanted = items(sample().newest_plan().unwrap())[2].clone();
    assert!(window.plan().item(wanted.id).is_none());
    click_first(&mut window, "Lấy lại dòng này:");
    assert_eq!(window.plan().item(wanted.id), Some(&wanted));
    assert_eq!(items(&window.plan())[2].id, wanted.id, "it stands where it stood");
    assert!(window.shows("Khác với hiện nay 5 chỗ"));
    window.press(Modifiers::COMMAND, Key::Z);
    window.steps(3);
    assert!(window.plan().item(wanted.id).is_none());
    assert!(window.shows("Khác với hiện nay 6 chỗ"));
    assert_eq!(*window.dossier(), Dossier { next_id: window.dossier().next_id, ..now() });
}

#[test]
fn old_words_come_back_and_what_is_new_is_led_to() {
    let mut window = of_yesterday();
    let was = items(sample().newest_plan().unwrap())[0].time.typed.clone();
    for _ in 0..3 {
        click_first(&mut window, "Lấy chữ cũ:");
    }
    let plan = window.plan();
    assert_eq!(items(&plan)[0].time.typed, was);
    assert_eq!(plan.recipients, sample().newest_plan().unwrap().recipients);
    click_first(&mut window, "Xem:");
    assert!(!window.shows("Các bản sao lưu"), "the page is left");
    let table = window.harness.get_by_role_and_label(Role::Tab, "Bảng cải tiến");
    assert_eq!(table.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
}

#[test]
fn only_what_is_gone_is_shown_where_that_is_asked() {
    let mut window = of_yesterday();
    window.click("Chỉ hiện chỗ mất");
    assert!(!window.shows("Lấy chữ cũ") && window.shows("Lấy lại dòng này"));
    window.click("Hiện tất cả");
    assert!(window.shows("Lấy chữ cũ"));
}

#[test]
fn a_backup_becomes_a_file_of_its_own_and_the_open_one_is_left_as_it_is() {
    let mut window = of_yesterday();
    let (old, new) = (window.path(), window.folder.path().join("khôi phục.caitien"));
    window.world.borrow_mut().paths.push_back(new.clone());
    window.click("Khôi phục thành tệp mới…");
    window.until(|window| window.path() == new);
    let asked = window.world.borrow().asked.last().cloned();
    let Some(Ask::SaveAs { name, .. }) = asked else { panic!("nothing was asked") };
    assert_eq!(name, "Truong THCS Dong Tam (bản 21-11-2026 16.40).caitien");
    assert_eq!(*window.dossier(), sample());
    assert!(!window.shows("Các bản sao lưu"));
    let folder = window.folder.clone();
    drop(window);
    assert_eq!((read(&old), read(&new)), (now(), sample()));
    let id = |path| store::open(path, caitien::platform::file_identity).unwrap().0.file_id();
    assert_ne!(id(&old), id(&new));
    drop(folder);
}

#[test]
fn the_first_change_makes_the_first_backup_and_the_page_shows_it() {
    let mut window = Window::of(&sample());
    open_page(&mut window);
    assert!(window.shows("Chưa có bản sao lưu nào"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("Các bản sao lưu"));
    window.type_into("Số", "12");
    window.saved();
    window.steps(2);
    open_page(&mut window);
    assert!(window.shows("Bản hôm nay, 10:32, trước lần sửa đầu tiên"));
    assert!(window.shows("Khác với hiện nay 1 chỗ"));
    // Before it is a file, the sample has none.
    let mut window = Window::with(Start::Sample, folder(), [1093.0, 614.0]);
    open_page(&mut window);
    assert!(window.shows("Chưa có bản sao lưu nào"));
}

#[test]
fn arrows_choose_a_backup_and_a_difference_and_enter_takes_it_back() {
    let mut window = window(folder(), [1093.0, 614.0]);
    window.focus("Danh sách bản sao lưu");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.steps(3);
    assert!(window.shows("Khác với hiện nay 6 chỗ"));
    window.focus("Danh sách chỗ khác với hiện nay");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(3);
    let second = items(sample().newest_plan().unwrap())[3].id;
    assert!(window.plan().item(second).is_some());
}

#[test]
fn a_backup_that_cannot_be_read_says_so_and_the_others_can() {
    let folder = folder();
    let (path, backups) = backed_up(&folder);
    let newest = backups.sets()[0].backups[0].path.clone();
    std::fs::write(&newest, "hỏng").unwrap();
    let mut window = Window::with(Start::File(path), folder, [1093.0, 614.0]);
    open_page(&mut window);
    assert!(window.shows("không đọc được"));
    choose(&mut window, "Bản hôm qua, 16:40");
    assert!(window.shows("đọc được toàn bộ"));
}

#[test]
fn where_no_backup_can_be_made_that_is_said_and_saving_goes_on() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &sample());
    std::fs::write(folder.path().join("data"), "in the way").unwrap();
    let mut window = Window::with(Start::File(path.clone()), folder.clone(), [1093.0, 614.0]);
    window.type_into("Số", "12");
    window.saved();
    window.steps(2);
    assert!(window.shows("Chưa sao lưu được"));
    window.until(|window| window.shows("Đã lưu lúc 10:32"));
    drop(window);
    assert_eq!(read(&path).newest_plan().unwrap().number, "12");
}

#[test]
fn a_file_is_cleaned_and_its_backups_go_only_where_that_is_wanted() {
    for (with_backups, left) in [(false, true), (true, false)] {
        let mut window = of_yesterday();
        window.click("Làm sạch tệp…");
        if !with_backups {
            window.harness.get_by_label_contains("bản sao lưu của tệp này").click();
            window.steps(2);
        }
        window.click("Làm sạch");
        window.until(|window| window.shows("Đã làm sạch"));
        window.until(|window| window.shows("Chưa có bản sao lưu nào") != left);
        assert!(window.app().all_saved());
    }
}

#[test]
fn many_differences_are_counted_by_where_they_are_and_only_those_that_are_seen_are_drawn() {
    let folder = folder();
    let (path, backups) = backed_up(&folder);
    let mut long = now();
    let first = long.next_id.0;
    long = changed(&long, |plan| {
        let more = (first..first + 2_000).map(|id| {
            let content = format!("Việc {id}");
            Row::Item(Arc::new(Item { id: Id(id), content, ..Item::default() }))
        });
        plan.rows.extend(more);
    });
    long.next_id = Id(first + 2_000);
    backups.make(&long, date(2026, 11, 22).at(10, 0, 0, 0), Why::Going).unwrap();
    let mut window = Window::with(Start::File(path), folder, [1093.0, 614.0]);
    open_page(&mut window);
    window.until(|window| window.shows("Khác với hiện nay 2.000 chỗ"));
    assert!(window.shows("Bảng cải tiến 2.000"));
    let drawn = window.harness.query_all_by_label_contains("Lấy lại dòng này:").count();
    assert!((1..20).contains(&drawn), "{drawn}");
}
