//! Ban hành: a plan is given out, changed, amended, sent and taken back.

use std::sync::Arc;

use caitien::plan::{Dossier, Event, Field, Id, Paper, Plan, Row, Typed};
use caitien::ui::Stage;
use caitien::year::frozen::sha256;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::pictures::{by_night, check};
use crate::table::choose;
use crate::world::{Window, folder, sample, write};

/// The sample in a file, at In và xuất.
fn open() -> Window {
    let mut window = Window::of(&sample());
    window.stage(Stage::Print);
    window.steps(6);
    window
}

/// Gives it out under number 05.
fn issue(window: &mut Window) {
    window.click("Ban hành…");
    window.type_into("Số văn bản", "05");
    window.steps(2);
    window.click("Ban hành");
    window.steps(6);
}

/// Writes more about the first piece of work.
fn write_more(window: &mut Window) {
    window.stage(Stage::Table);
    window.steps(3);
    choose(window, Field::Target);
    window.press(Modifiers::NONE, Key::F4);
    window.steps(2);
    window.text(" (đã sửa)");
    window.click("Đóng");
    window.stage(Stage::Print);
    window.steps(8);
}

#[test]
fn a_plan_is_given_out_with_its_number_and_its_day_and_keeps_its_paper() {
    let mut window = open();
    window.click("Ban hành…");
    // Without a number nothing is given out.
    assert!(window.shows("Ghi số và ngày ban hành trước."));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.plan().issued, None);
    window.type_into("Số văn bản", "05");
    window.steps(2);
    window.click("Ban hành");
    window.steps(6);
    let plan = window.plan();
    let copy = plan.issued_copy().unwrap();
    assert_eq!(plan.number, "05");
    assert_eq!(copy.sha256, sha256(copy.pdf.as_slice()));
    assert_eq!(plan.log[0].event, Event::Issued);
    assert!(plan.log[0].text.starts_with("Số 05/KH-THCSNH, ngày 22/11/2026"), "{:?}", plan.log);
    assert!(window.shows("Đã ban hành: Số 05/KH-THCSNH"));
    assert!(window.shows("Chưa có thay đổi nào từ khi ban hành"));
    // No undo goes back over it.
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.plan().issued.is_some());
    window.saved();
}

#[test]
fn esc_gives_nothing_out() {
    let mut window = open();
    window.click("Ban hành…");
    window.type_into("Số văn bản", "05");
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::Escape);
    let plan = window.plan();
    assert_eq!((plan.issued, plan.number.as_str(), plan.log.len()), (None, "", 0));
}

#[test]
fn what_changes_afterwards_is_listed_and_amended_while_the_paper_stays() {
    let mut window = open();
    issue(&mut window);
    let given = window.plan().issued_pdf().unwrap().clone();
    write_more(&mut window);
    assert!(window.shows("1 thay đổi từ khi ban hành"));
    window.click("Xem từng thay đổi…");
    assert!(window.shows("Theo bản đã ban hành"));
    assert!(window.shows("(đã sửa)"));
    window.press(Modifiers::NONE, Key::Escape);
    // What is exported is what was given out.
    let to = window.folder.path().join("out.pdf");
    window.world.borrow_mut().paths.push_back(to.clone());
    window.click("Xuất PDF…");
    window.steps(4);
    assert!(std::fs::read(&to).unwrap() == given.as_slice());
    // The present words are shown when asked for, and exported with the mark of a draft.
    window.click("Xem bản đang sửa");
    window.steps(6);
    assert!(window.shows("Đang xem bản đang sửa"));
    let to = window.folder.path().join("draft.pdf");
    window.world.borrow_mut().paths.push_back(to.clone());
    window.click("Xuất PDF…");
    window.steps(4);
    assert!(std::fs::read(&to).unwrap() != given.as_slice());
    window.click("Xem bản đã ban hành");
    window.steps(4);
    // The plan that amends it is made of what changed.
    window.click("Lập kế hoạch điều chỉnh, bổ sung…");
    window.steps(4);
    let amending = window.plan();
    assert_eq!((amending.paper, amending.amends), (Paper::Supplement, Some(plan_of(&window).id)));
    assert!(amending.subject[0].contains("Kế hoạch số 05/KH-THCSNH"));
}

/// The plan that was given out.
fn plan_of(window: &Window) -> Arc<Plan> {
    let dossier = window.dossier();
    Arc::clone(dossier.plans.iter().find(|plan| plan.issued.is_some()).unwrap())
}

#[test]
fn a_paper_that_was_not_sent_is_taken_back_when_asked_and_the_copy_stays() {
    let mut window = open();
    issue(&mut window);
    window.click("Thu hồi…");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.plan().issued.is_some(), "Esc changes nothing");
    window.click("Thu hồi…");
    window.click("Thu hồi");
    window.steps(4);
    let plan = window.plan();
    assert_eq!((plan.issued, plan.frozen.len()), (None, 1));
    assert_eq!(plan.log[1].event, Event::TakenBack);
    assert!(!window.shows("bản in lấy từ bản đã ban hành"));
    assert!(window.shows("Thu hồi bản ban hành chưa gửi lúc 10:32 ngày 22/11/2026"));
    // It can be given out again.
    window.click("Ban hành…");
    window.click("Ban hành");
    window.steps(6);
    assert_eq!(window.plan().frozen.len(), 2);
}

#[test]
fn of_a_paper_that_was_sent_the_decree_is_told_and_nothing_is_taken_back() {
    let mut window = open();
    issue(&mut window);
    window.click("Đã gửi đi…");
    window.click("Đã gửi");
    window.steps(4);
    assert!(window.plan().sent);
    assert!(window.shows("đã gửi đi · bản in lấy từ bản đã ban hành"));
    window.click("Thu hồi…");
    assert!(window.shows("đính chính bằng công văn"));
    assert!(window.harness.query_by_label("Thu hồi").is_none(), "there is nothing to press");
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.plan().issued.is_some());
}

#[test]
fn minutes_are_given_out_with_their_day_alone() {
    let mut window = Window::of(&sample());
    window.stage(Stage::Review);
    window.steps(3);
    window.click("Biên bản…");
    window.steps(4);
    assert_eq!(window.plan().paper, Paper::Minutes);
    window.stage(Stage::Print);
    window.steps(6);
    window.click("Ban hành…");
    window.click("Ban hành");
    window.steps(6);
    let minutes = window.plan();
    assert!(minutes.issued_pdf().is_some());
    assert!(!window.shows("Lập kế hoạch điều chỉnh, bổ sung…"));
}

/// The sample with what the check calls an error, and many changes after it was given out.
fn changed() -> Dossier {
    let mut dossier = sample();
    let place = dossier.plans.last_mut().unwrap();
    let mut plan = Plan::clone(place);
    for row in plan.rows.iter_mut().skip(1).take(4) {
        if let Row::Item(item) = row {
            Arc::make_mut(item).time = Typed::new("Tháng 12/2026 đến tháng 10/2026");
        }
    }
    *place = Arc::new(plan);
    dossier
}

#[test]
fn giving_out_looks_as_it_did() {
    let folder = folder();
    let path = write(&folder, "school.caitien", &changed());
    let start = caitien::ui::Start::File(path);
    let mut window = Window::with(start, folder, [1366.0, 768.0]);
    window.stage(Stage::Print);
    window.steps(6);
    window.click("Ban hành…");
    window.type_into("Số văn bản", "05");
    window.steps(4);
    check(&mut window, "issuing-light");
    window.click("Ban hành");
    window.steps(6);
    write_more(&mut window);
    check(&mut window, "issued-light");
    by_night(&mut window);
    window.click("Xem từng thay đổi…");
    window.steps(4);
    check(&mut window, "issued-changes-dark");
    window.press(Modifiers::NONE, Key::Escape);
    window.click("Xem bản đang sửa");
    window.steps(6);
    check(&mut window, "issued-present-dark");
}

/// Numbers are given once: the line of the log and the copy have their own.
#[test]
fn the_copy_and_the_line_of_the_log_have_numbers_of_their_own() {
    let mut window = open();
    issue(&mut window);
    let plan = window.plan();
    let ids: Vec<Id> = vec![plan.log[0].id, plan.frozen[0].id];
    assert_ne!(ids[0], ids[1]);
    window.dossier().check_rules().unwrap();
}
