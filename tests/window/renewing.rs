//! Làm mới số liệu: what a report would say anew is shown, and only what is chosen is written.

use std::sync::Arc;

use caitien::edit::{Edit, FreshIds, apply, bring_paper};
use caitien::plan::{Dossier, Id, Paper, Plan, Row, Status};
use caitien::session::propose_paper;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::pictures::check;
use crate::world::{Window, sample};

/// The sample with a report on its newest plan; after that work was done.
fn with_report() -> (Dossier, Id) {
    let mut dossier = sample();
    let plan = dossier.newest_plan().unwrap().clone();
    let review = plan.reviews.last().map(|review| review.id);
    let report = propose_paper(&dossier, &plan, Paper::Report, review).unwrap();
    let edit = bring_paper(&report, &mut FreshIds::from(dossier.next_id));
    dossier = apply(&dossier, &edit).unwrap();
    let Edit::AddPlan { plan: report, .. } = edit else { panic!("it comes in") };
    let plan = dossier.plans.iter_mut().find(|one| one.id == plan.id).unwrap();
    for row in Arc::make_mut(plan).rows.iter_mut().take(3) {
        if let Row::Item(item) = row {
            Arc::make_mut(item).status = Some(Status::Done);
        }
    }
    (dossier, report.id)
}

fn open() -> (Window, Arc<Plan>) {
    let (dossier, report) = with_report();
    let before = dossier.plan(report).unwrap().clone();
    let mut window = Window::of(&dossier);
    window.click("Kế hoạch năm học 2026 - 2027");
    window.harness.get_by_label_contains("Báo cáo kết quả năm học").click();
    window.steps(3);
    window.click("Nội dung");
    window.click("Làm mới số liệu…");
    window.steps(4);
    (window, before)
}

#[test]
fn what_is_ticked_is_written_in_one_step_and_nothing_is_new_then() {
    let (mut window, before) = open();
    assert!(window.shows("chỗ khác với số liệu hiện nay"));
    window.click("Chọn tất cả");
    window.harness.get_by_label_contains("Viết lại").click();
    window.steps(3);
    assert_ne!(window.plan(), before);
    assert!(window.shows("theo số liệu mới"));
    window.click("Làm mới số liệu…");
    assert!(window.shows("không có gì phải làm mới"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.plan(), before, "it was one step");
}

#[test]
fn nothing_is_written_where_nothing_is_ticked() {
    let (mut window, before) = open();
    window.click("Bỏ chọn");
    let button = window.harness.get_by_label("Viết lại 0 chỗ");
    assert!(egui_kittest::kittest::NodeT::accesskit_node(&button).is_disabled());
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.plan(), before);
}

#[test]
fn pictures_of_it_are_as_they_were() {
    let (mut window, _) = open();
    check(&mut window, "renew-light");
}
