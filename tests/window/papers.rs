//! Papers about a plan in the window: to whom they are sent, and what their parts are called.

use std::sync::Arc;

use caitien::document::chart;
use caitien::edit::{FreshIds, apply, bring_paper};
use caitien::plan::{Block, Dossier, Paper, Plan};
use caitien::session::propose_paper;
use caitien::ui::Stage;
use egui_kittest::kittest::Queryable;

use crate::world::{Window, sample};

/// The sample with a paper about its newest plan, which is shown.
fn open(kind: Paper, name: &str) -> Window {
    let sample = sample();
    let plan = sample.newest_plan().unwrap();
    let review = plan.reviews.last().map(|review| review.id);
    let paper = propose_paper(&sample, plan, kind, review).unwrap();
    let edit = bring_paper(&paper, &mut FreshIds::from(sample.next_id));
    let mut window = Window::of(&apply(&sample, &edit).unwrap());
    window.click("Kế hoạch năm học 2026 - 2027");
    window.harness.get_by_label_contains(name).click();
    window.steps(3);
    window
}

#[test]
fn a_report_says_to_whom_it_is_sent() {
    let mut window = open(Paper::Report, "Báo cáo kết quả năm học");
    window.stage(Stage::Info);
    let label = "Kính gửi (mỗi dòng một nơi)";
    let before = window.plan().addressees.clone();
    assert_eq!(window.value(label), before.join("\n"));
    window.scroll_to(label);
    window.type_into(label, "\nPhòng Văn hóa - Xã hội");
    window.saved();
    let after = window.plan().addressees.clone();
    assert_eq!(after.last().map(String::as_str), Some("Phòng Văn hóa - Xã hội"));
    assert_eq!(after.len(), before.len().max(1) + 1);
}

#[test]
fn a_report_has_its_chart_where_it_is_asked_for() {
    let mut window = open(Paper::Report, "Báo cáo kết quả năm học");
    window.stage(Stage::Print);
    window.steps(6);
    let label = "Kèm biểu đồ kết quả theo tiêu chuẩn";
    window.scroll_to(label);
    window.click(label);
    window.steps(6);
    assert!(window.plan().options.timeline_appendix && chart(&window.plan()).is_some());
    assert!(!window.shows("Chưa vẽ được biểu đồ"));
    // What somebody wrote over the totals is not drawn otherwise.
    let mut report = Plan::clone(&window.plan());
    for part in &mut report.parts {
        for block in &mut Arc::make_mut(part).blocks {
            if let Block::Table(table) = block {
                "hai".clone_into(&mut table.rows[0].cells[2]);
            }
        }
    }
    let mut dossier = Dossier::clone(&window.dossier());
    let at = dossier.plans.iter().position(|plan| plan.id == report.id).unwrap();
    dossier.plans[at] = Arc::new(report);
    let mut window = Window::of(&dossier);
    window.click("Kế hoạch năm học 2026 - 2027");
    window.harness.get_by_label_contains("Báo cáo kết quả năm học").click();
    window.stage(Stage::Print);
    window.steps(6);
    assert!(window.shows("Chưa vẽ được biểu đồ"));
    // Minutes have nothing to draw.
    let mut minutes = open(Paper::Minutes, "Biên bản rà soát năm học");
    minutes.stage(Stage::Print);
    minutes.steps(6);
    assert!(!minutes.shows("Kèm phụ lục tiến độ") && !minutes.shows(label));
}

#[test]
fn the_excel_file_of_a_report_has_its_tables() {
    let mut window = open(Paper::Report, "Báo cáo kết quả năm học");
    window.stage(Stage::Print);
    window.steps(4);
    let path = window.folder.path().join("bao cao.xlsx");
    window.world.borrow_mut().paths.push_back(path.clone());
    window.click("Xuất Excel…");
    window.until(|_| path.exists());
    let asked = format!("{:?}", window.world.borrow().asked.last().unwrap());
    assert!(asked.contains("BC kết quả KH cải tiến 2026 - 2027"), "{asked}");
    let read = caitien::import::workbook(&std::fs::read(&path).unwrap()).unwrap();
    let words: String = read
        .sheets
        .iter()
        .flat_map(|one| one.rows.values())
        .flat_map(|row| row.values())
        .cloned()
        .collect();
    assert!(words.contains("Tổng số") && read.sheets.len() > 1);
}

#[test]
fn a_plan_that_is_sent_to_nobody_asks_for_nobody() {
    let mut window = Window::of(&sample());
    window.stage(Stage::Info);
    assert!(!window.shows("Kính gửi"));
}

#[test]
fn parts_of_minutes_without_a_heading_are_told_apart() {
    let mut window = open(Paper::Minutes, "Biên bản rà soát năm học");
    window.stage(Stage::Content);
    for name in ["Thời gian, thành phần", "Diễn biến cuộc họp", "Lời kết"] {
        assert_eq!(window.harness.query_all_by_label_contains(name).count(), 1, "{name}");
    }
}
