//! The chart of a report: its numbers are those of the table it follows, on paper and in Word.

use caitien::document::{Block, Chart, Document, chart, plan_document};
use caitien::layout::{PageItem, lay_out};
use caitien::library;
use caitien::plan::{self, Paper, Plan};

use super::judged;
use super::lived::SAMPLE;
use crate::headless::Desk;
use crate::layout::FACES;

/// The report of the sample, with its chart.
fn report() -> Plan {
    let report = SAMPLE.plans.iter().find(|one| one.paper == Paper::Report).unwrap();
    let mut report = Plan::clone(report);
    report.options.timeline_appendix = true;
    report
}

/// The table that it follows.
fn totals(report: &mut Plan) -> &mut plan::TextTable {
    let part = report.parts.iter_mut().find(|part| part.key.as_deref() == Some("results"));
    let blocks = &mut std::sync::Arc::make_mut(part.unwrap()).blocks;
    blocks
        .iter_mut()
        .find_map(|block| match block {
            plan::Block::Table(table) => Some(table),
            _ => None,
        })
        .unwrap()
}

fn document(report: &Plan) -> Document {
    let form = library::form_of(&SAMPLE, report).unwrap();
    plan_document(&SAMPLE, report, form)
}

fn charts(document: &Document) -> Vec<&Chart> {
    let charts = document.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    charts.collect()
}

#[test]
fn it_says_what_the_table_before_it_says() {
    let mut report = report();
    let document = document(&report);
    let at = document.blocks.iter().position(|block| matches!(block, Block::Chart(_))).unwrap();
    assert!(matches!(document.blocks[at - 1], Block::Table(_)));
    let chart = charts(&document)[0];
    let table = totals(&mut report);
    let titles: Vec<&str> = table.columns[3..].iter().map(|one| one.title.as_str()).collect();
    assert_eq!(chart.kinds, titles);
    let rows: Vec<_> = table.rows.iter().filter(|row| !row.bold).collect();
    assert_eq!(chart.rows.len(), rows.len());
    for (bar, row) in chart.rows.iter().zip(rows) {
        let counts: Vec<String> = bar.counts.iter().map(u32::to_string).collect();
        assert_eq!((&bar.name, &counts[..]), (&row.cells[1], &row.cells[3..]));
    }
    let (_, word) = judged(&document);
    // What is kept on one line is kept so in Word as well.
    let words = word.words().replace('\u{A0}', " ");
    for bar in &chart.rows {
        assert!(words.matches(&bar.name).count() > 1, "{}", bar.name);
    }
    assert!(words.contains("Biểu đồ 1. Kết quả thực hiện theo tiêu chuẩn"));
}

#[test]
fn it_is_there_where_it_is_asked_for_and_the_table_adds_up() {
    let mut report = report();
    assert_eq!(charts(&document(&report)).len(), 1);
    report.options.timeline_appendix = false;
    assert!(charts(&document(&report)).is_empty());
    report.options.timeline_appendix = true;
    // What was typed over is no longer a number, or no longer the sum.
    for typed in ["hai", "", "7"] {
        let mut edited = report.clone();
        typed.clone_into(&mut totals(&mut edited).rows[0].cells[3]);
        assert_eq!(chart(&edited), None, "{typed}");
        assert!(charts(&document(&edited)).is_empty());
    }
    // Of minutes and of a plan there is none, and minutes have no appendix.
    let minutes = SAMPLE.plans.iter().find(|one| one.paper == Paper::Minutes).unwrap();
    let mut minutes = Plan::clone(minutes);
    minutes.options.timeline_appendix = true;
    let blocks = document(&minutes).blocks;
    assert!(!blocks.iter().any(|one| matches!(one, Block::Chart(_) | Block::Appendix)));
}

#[test]
fn a_number_without_room_in_its_bar_is_told_under_it() {
    let mut report = report();
    let table = totals(&mut report);
    for (at, count) in ["1201", "1200", "1", "0"].into_iter().enumerate() {
        if let Some(cell) = table.rows[0].cells.get_mut(at + 2) {
            count.clone_into(cell);
        }
    }
    let made = document(&report);
    let chart = charts(&made)[0];
    assert_eq!(chart.longest(), 1201);
    let pages = lay_out(&made, &FACES);
    let small = format!("{}: 1", chart.kinds[1]);
    let texts = pages.pages.iter().flat_map(|page| &page.items).filter_map(|item| match item {
        PageItem::Text(text) => Some(text.text.as_str()),
        _ => None,
    });
    let texts: Vec<&str> = texts.collect();
    assert!(texts.contains(&"1200") && texts.contains(&small.as_str()), "{texts:?}");
    let bytes = caitien::export::docx(&made, &pages).unwrap();
    let parts = crate::word::tree::parts(&bytes);
    let word = crate::word::tree::tree(&parts["word/document.xml"]).words();
    assert!(word.contains(&small) && word.contains("1200"));
    // However many rows there are, and however long their names.
    let row = totals(&mut report).rows[0].clone();
    for number in 0..200 {
        let mut row = row.clone();
        row.cells[1] = format!("Tiêu chuẩn {number} {}", "tổ chức và quản lý ".repeat(number));
        totals(&mut report).rows.insert(0, row);
    }
    crate::layout::invariants::assert_inside(&lay_out(&document(&report), &FACES));
}

#[test]
fn without_a_window_it_is_asked_for_by_its_name() {
    let desk = Desk::written();
    let chart = |what: &str, to: &str| {
        desk.done(&format!("export|s.caitien|--plan|2025-2026|--what|{what}|--to|{to}"));
        std::fs::read(desk.path(to)).unwrap()
    };
    let (with, without) = (chart("report+chart", "a.docx"), chart("report", "b.docx"));
    let words = |bytes: &[u8]| {
        let parts = crate::word::tree::parts(bytes);
        crate::word::tree::tree(&parts["word/document.xml"]).words()
    };
    assert!(words(&with).contains("Biểu đồ 1.") && !words(&without).contains("Biểu đồ 1."));
}
