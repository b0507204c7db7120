//! Papers about a plan in the window: to whom they are sent, and what their parts are called.

use std::sync::Arc;

use caitien::document::{chart, plan_document};
use caitien::edit::{FreshIds, apply, bring_paper};
use caitien::layout;
use caitien::library;
use caitien::plan::{Block, Dossier, Paper, Plan};
use caitien::session::propose_paper;
use caitien::ui::Stage;
use egui::{Key, Modifiers};
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

const CHART: &str = "Biểu đồ 1. Kết quả thực hiện theo tiêu chuẩn";

/// The report as it would be given out now.
fn exported(window: &mut Window, name: &str) -> Vec<u8> {
    let path = window.folder.path().join(name);
    window.world.borrow_mut().paths.push_back(path.clone());
    window.click("Xuất PDF…");
    window.until(|_| path.exists());
    std::fs::read(path).unwrap()
}

/// Waits until the pages that are looked at have the chart, or have it no more.
#[track_caller]
fn await_chart(window: &mut Window, there: bool) {
    window.until(|window| {
        let nowhere = window.shows("Không thấy trên trang nào");
        if there { window.shows("1 / 1") && !nowhere } else { nowhere }
    });
}

#[test]
fn the_chart_comes_into_the_pages_and_the_file_and_goes_again() {
    let mut window = open(Paper::Report, "Báo cáo kết quả năm học");
    window.harness.set_size(egui::vec2(1366.0, 1400.0));
    window.stage(Stage::Print);
    window.until(|window| window.shows("Trang 1"));
    let label = "Kèm biểu đồ kết quả theo tiêu chuẩn";
    let without = exported(&mut window, "khong.pdf");
    window.press(Modifiers::COMMAND, Key::F);
    window.steps(2);
    window.text(CHART);
    await_chart(&mut window, false);
    window.click(label);
    await_chart(&mut window, true);
    let with = exported(&mut window, "co.pdf");
    assert_ne!(with, without);
    // Off again, and back by undo, each as it was.
    window.click(label);
    await_chart(&mut window, false);
    assert_eq!(exported(&mut window, "lai khong.pdf"), without);
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND, Key::Z);
    window.until(|window| window.plan().options.timeline_appendix);
    window.steps(6);
    assert_eq!(exported(&mut window, "lai co.pdf"), with);
    let at = page_with_chart(&window);
    window.press(Modifiers::COMMAND, Key::Z);
    window.until(|window| !window.plan().options.timeline_appendix);
    window.steps(6);
    assert_eq!(exported(&mut window, "nhu cu.pdf"), without);
    // The page itself, as it comes out of the file that was written.
    crate::hard_pages::check_bytes("report-chart", with, at);
}

/// The page of the chart, from 0.
fn page_with_chart(window: &Window) -> isize {
    let (dossier, report) = (window.dossier(), window.plan());
    let form = library::form_of(&dossier, &report).unwrap();
    let pages = layout::lay_out(&plan_document(&dossier, &report, form), library::faces().unwrap());
    let has = |page: &layout::Page| {
        let texts = page.items.iter().filter_map(|item| match item {
            layout::PageItem::Text(text) => Some(text.text.as_str()),
            _ => None,
        });
        texts.collect::<String>().contains("Biểu đồ 1.")
    };
    isize::try_from(pages.pages.iter().position(has).unwrap()).unwrap()
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
