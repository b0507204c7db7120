//! Next year's plan: what is offered is shown, what is chosen is made, in one step.

use std::sync::Arc;

use caitien::plan::{Dossier, Item, Plan, Row, Status, Typed};
use caitien::ui::Start;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::pictures::{by_night, check};
use crate::world::{Window, folder, sample, write};

/// A dossier with the newest plan of the sample alone, changed.
pub fn dossier(change: impl FnOnce(&mut Plan)) -> Dossier {
    let mut dossier = sample();
    let newest = dossier.newest_plan().unwrap().id;
    dossier.plans.retain(|plan| plan.id == newest);
    let plan = Arc::make_mut(&mut dossier.plans[0]);
    plan.number = "32".into();
    let statuses =
        [Status::Done, Status::UnderWay, Status::NotDone].map(Some).into_iter().chain([None]);
    let items = plan.rows.iter_mut().filter_map(|row| match row {
        Row::Item(item) => Some(item),
        _ => None,
    });
    for (item, status) in items.zip(statuses.cycle()) {
        Arc::make_mut(item).status = status;
    }
    change(plan);
    dossier
}

/// So much work.
pub fn work(plan: &mut Plan, count: usize) {
    let first = 100_000;
    plan.rows = (0..count)
        .map(|at| {
            let (id, content) = (caitien::plan::Id(first + at as u32), format!("Việc {}", at + 1));
            let time = Typed::new("Tháng 10/2026 - 5/2027");
            Row::Item(Arc::new(Item { id, content, time, ..Item::default() }))
        })
        .collect();
}

pub fn open(window: &mut Window) {
    run(window, "Lập kế hoạch năm sau");
}

/// Runs a command by the list of all.
fn run(window: &mut Window, command: &str) {
    window.press(Modifiers::COMMAND, Key::K);
    window.text(command);
    window.press(Modifiers::NONE, Key::Enter);
    window.steps(4);
}

fn with_work(count: usize) -> Window {
    let mut dossier = dossier(|plan| work(plan, count));
    dossier.next_id = caitien::plan::Id(200_000);
    let mut window = Window::of(&dossier);
    open(&mut window);
    window
}

#[test]
fn the_plan_is_made_in_one_step_and_shown() {
    let mut window = Window::of(&dossier(|_| {}));
    let old = window.plan();
    window.click("Kế hoạch năm học 2026 - 2027");
    window.click("Lập kế hoạch năm sau…");
    assert!(window.shows("Lập kế hoạch năm học 2027 - 2028"));
    assert!(window.shows("Kế hoạch cũ không thay đổi") || window.shows("chưa rõ thời hạn"));
    window.click("Lập kế hoạch 2027 - 2028");
    let (new, dossier) = (window.plan(), window.dossier());
    assert_eq!((dossier.plans.len(), new.school_year.first()), (2, 2027));
    assert_eq!(dossier.plans[0], old, "the old plan is another");
    assert!(new.number.is_empty() && !new.items().any(|item| item.status.is_some()));
    assert!(window.shows("Đã lập kế hoạch mới"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.dossier().plans.len(), 1);
}

#[test]
fn work_is_ticked_and_its_time_is_typed_by_keys_alone() {
    let mut window = with_work(3);
    assert!(window.shows("3 nội dung") && window.shows("3 thời gian viết lại"));
    // The list has the focus: past the head of the group to the second piece of work.
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Space);
    assert!(window.shows("2 thời gian viết lại"));
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::COMMAND, Key::A);
    window.text("Theo kế hoạch của Sở");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("1 chưa rõ thời hạn"));
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    window.text(" nữa");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.shows("Lập kế hoạch năm học 2027 - 2028"), "Esc leaves the field alone");
    window.click("Lập kế hoạch 2027 - 2028");
    let plan = window.plan();
    let times: Vec<&str> = plan.items().map(|item| item.time.typed.as_str()).collect();
    assert_eq!(times, ["Theo kế hoạch của Sở", "Tháng 10/2027 - 5/2028"]);
}

#[test]
fn a_change_and_one_of_its_places_can_be_left_out() {
    let mut window = Window::of(&dossier(|plan| {
        work(plan, 0);
        plan.subject = vec!["Năm học 2026 - 2027".into(), "về năm học 2026 - 2027".into()];
        plan.opening.clear();
        plan.parts.clear();
        plan.bases.clear();
        plan.problems.clear();
        plan.recipients.clear();
    }));
    open(&mut window);
    assert!(window.shows("2 chỗ: Thông tin"));
    window.harness.get_by_label_contains("2026 - 2027 → 2027 - 2028, 2 chỗ").click();
    window.steps(3);
    let places: Vec<_> = window
        .harness
        .query_all_by_role_and_label(Role::CheckBox, "Thông tin, Trích yếu: 2026 - 2027")
        .collect();
    assert_eq!(places.len(), 2);
    places[0].click();
    window.steps(3);
    assert!(window.shows("bỏ qua 1"));
    window.click("Lập kế hoạch 2027 - 2028");
    let new = window.plan();
    assert_eq!(new.subject, ["Năm học 2026 - 2027", "về năm học 2027 - 2028"]);
}

#[test]
fn no_work_is_no_hindrance_and_much_of_it_begins_folded() {
    let mut none = with_work(0);
    assert!(none.shows("Kế hoạch cũ chưa có nội dung nào"));
    none.click("Lập kế hoạch 2027 - 2028");
    assert_eq!(none.plan().school_year.first(), 2027);

    let mut many = with_work(2_000);
    assert!(many.shows("2.000 nội dung, đã chọn") && !many.shows("Thời gian mới: Việc 1"));
    many.click("Chưa hoàn thành hoặc kéo dài nhiều năm");
    assert!(many.shows("Thời gian mới: Việc 1"));
    let drawn = many.harness.query_all_by_label_contains("Thời gian mới: Việc").count();
    assert!(drawn < 20, "{drawn} of 2,000 are drawn");
    many.click("Lập kế hoạch 2027 - 2028");
    assert_eq!(many.plan().items().count(), 2_000);
}

#[test]
fn keys_of_undo_belong_to_the_page_while_it_stands() {
    let mut dossier = dossier(|plan| work(plan, 2));
    dossier.next_id = caitien::plan::Id(200_000);
    let mut window = Window::of(&dossier);
    run(&mut window, "Chép kế hoạch này");
    assert_eq!(window.dossier().plans.len(), 2);
    open(&mut window);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    window.text(" hoặc sau");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.dossier().plans.len(), 2, "nothing behind the page is undone");
    // The same command again keeps what was chosen.
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::Space);
    assert!(window.shows("1 thời gian viết lại"));
    open(&mut window);
    assert!(window.shows("1 thời gian viết lại"));
}

/// The page of a plan with a catalogue that another one took the place of.
pub fn of_old_catalogue() -> Window {
    let catalogue = caitien::library::catalogues()
        .iter()
        .find(|one| one.id == "tt18-2018-secondary-amended-2024")
        .unwrap();
    let mut old = dossier(|plan| {
        plan.catalogue = Some(catalogue.id.clone());
        plan.form = caitien::library::TABLE_2018;
        work(plan, 1);
        if let Row::Item(item) = &mut plan.rows[0] {
            Arc::make_mut(item).criteria = vec!["1.6".into()];
        }
    });
    old.next_id = caitien::plan::Id(200_000);
    if old.catalogues.iter().all(|one| one.id != catalogue.id) {
        old.catalogues.push(Arc::clone(catalogue));
    }
    let mut window = Window::of(&old);
    open(&mut window);
    window
}

#[test]
fn another_catalogue_is_taken_only_after_its_criteria_were_looked_at() {
    let mut window = of_old_catalogue();
    assert!(window.shows("Cần xem lại bảng tiêu chí"));
    let make = window.harness.get_by_label("Lập kế hoạch 2027 - 2028");
    assert!(make.accesskit_node().is_disabled());
    window.click("Cần xem lại bảng tiêu chí");
    assert!(window.shows("Tiêu chí 1.6"));
    window.click("Đã xem lại bảng tiêu chí");
    window.click("Lập kế hoạch 2027 - 2028");
    let new = window.plan();
    assert_eq!(new.catalogue.as_deref(), Some("tt57-2026-general"));
    assert_eq!(new.items().next().unwrap().criteria, ["1.3"]);
}

#[test]
fn the_file_that_was_open_last_goes_on_from_the_first_screen() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &dossier(|_| {}));
    let mut before = Window::with(Start::File(path), folder.clone(), [1093.0, 614.0]);
    before.saved();
    drop(before);
    let mut window = Window::with(Start::Screen, folder, [1093.0, 614.0]);
    window.click("Lập kế hoạch năm sau…");
    window.until(|window| window.shows("Lập kế hoạch năm học 2027 - 2028"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.shows("Bảng cải tiến"), "the file is open");
}

/// The page of a plan whose work stands in all ways.
fn page(size: [f32; 2], dark: bool) {
    let folder = folder();
    let path = write(&folder, "school.caitien", &dossier(|_| {}));
    let mut window = Window::with(Start::File(path), folder, size);
    if dark {
        by_night(&mut window);
    }
    open(&mut window);
    check(&mut window, &format!("next-{}-{}", if dark { "dark" } else { "light" }, size[0]));
}

#[test]
fn pictures_of_it_are_as_they_were_on_a_small_screen() {
    page([1093.0, 614.0], false);
}

#[test]
fn pictures_of_it_are_as_they_were_by_night() {
    page([1366.0, 768.0], true);
}

#[test]
fn pictures_of_criteria_that_answer_to_others_are_as_they_were() {
    let mut window = of_old_catalogue();
    window.click("Cần xem lại bảng tiêu chí");
    window.steps(4);
    check(&mut window, "next-criteria-light");
}
