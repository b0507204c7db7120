//! A report that comes back from Word: what was written in it goes into the report, and it is never
//! taken for a plan.

use std::sync::Arc;

use caitien::edit::{FreshIds, apply, bring_paper};
use caitien::export::plan_docx;
use caitien::library;
use caitien::plan::{Block, Dossier, Paper, Plan, Run};
use caitien::session::propose_paper;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::pictures::check;
use crate::world::{Window, sample};

/// The sample with a report on its newest plan.
fn reported() -> Dossier {
    let sample = sample();
    let plan = sample.newest_plan().unwrap();
    let review = plan.reviews.last().map(|review| review.id);
    let paper = propose_paper(&sample, plan, Paper::Report, review).unwrap();
    apply(&sample, &bring_paper(&paper, &mut FreshIds::from(sample.next_id))).unwrap()
}

fn report_of(dossier: &Dossier) -> &Arc<Plan> {
    dossier.plans.iter().find(|one| one.paper == Paper::Report).unwrap()
}

/// Goes on with its first paragraph.
fn write_on(report: &mut Plan) {
    let part = Arc::make_mut(&mut report.parts[0]);
    let Block::Paragraph(paragraph) = &mut part.blocks[0] else { panic!("no words") };
    let text = format!("{} Các tổ đã sơ kết.", paragraph.text());
    paragraph.runs = vec![Run::plain(text)];
}

/// Hands the Word file of the report to this window, changed so.
fn import(window: &mut Window, dossier: &Dossier, change: impl FnOnce(&mut Plan)) {
    let mut report = Plan::clone(report_of(dossier));
    let form = library::form_of(dossier, &report).unwrap();
    change(&mut report);
    let bytes = plan_docx(dossier, &report, form, library::faces().unwrap()).unwrap();
    let path = window.folder.path().join("bao cao.docx");
    std::fs::write(&path, bytes).unwrap();
    window.world.borrow_mut().paths.push_back(path);
    window.click("Tệp");
    window.click("Nhập từ Word…");
    window.steps(6);
}

#[test]
fn what_was_written_in_word_goes_into_the_report() {
    let dossier = reported();
    let mut window = Window::of(&dossier);
    import(&mut window, &dossier, write_on);
    assert!(window.shows("1 chỗ văn bản trong hồ sơ đang ghi khác. Chọn chỗ nào"));
    check(&mut window, "report-back-light");
    let one = window.harness.get_by_role(egui::accesskit::Role::CheckBox);
    one.click();
    window.steps(2);
    window.click("Nhận 1 chỗ");
    window.steps(3);
    let mut wanted = Plan::clone(report_of(&dossier));
    write_on(&mut wanted);
    assert_eq!(**report_of(&window.dossier()), wanted);
    assert_eq!(window.plan().id, wanted.id, "it is shown");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(report_of(&window.dossier()), report_of(&dossier));
    // Unchanged it changes nothing.
    import(&mut window, &dossier, |_| {});
    assert!(window.shows("Không có gì thay đổi: lời trong tệp đã có trong văn bản"));
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.dossier().plans.len(), dossier.plans.len());
}

#[test]
fn a_report_that_the_file_does_not_have_is_said_to_be_none_of_its_plans() {
    let mut window = Window::of(&sample());
    let before = window.dossier();
    import(&mut window, &reported(), |_| {});
    assert!(window.shows("Tệp này là báo cáo, không phải kế hoạch"));
    assert!(window.shows("Hồ sơ đang mở chưa có báo cáo kết quả thực hiện kế hoạch này"));
    check(&mut window, "report-unknown-light");
    window.press(Modifiers::NONE, Key::Escape);
    window.steps(2);
    assert_eq!(window.dossier(), before);
    assert!(!window.shows("Đưa vào kế hoạch"));
}
