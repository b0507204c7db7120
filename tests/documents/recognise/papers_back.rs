//! Reports, minutes and amendments come back from Word: they are known for what they are, and what
//! was written in them goes into the paper they came from.

use std::sync::Arc;

use caitien::edit::{FreshIds, apply};
use caitien::export::plan_docx;
use caitien::import::{Held, SaidOtherwise, Target, docx};
use caitien::library;
use caitien::plan::{Block, Dossier, Paper, Plan, Run, TextTable};
use caitien::session::{draft_of, said_by};
use jiff::civil::date;

use crate::headless::Desk;
use crate::papers::lived::SAMPLE;

fn today() -> jiff::civil::Date {
    date(2026, 11, 22)
}

/// The papers about plans that the sample has.
fn papers() -> Vec<&'static Plan> {
    let papers = SAMPLE.plans.iter().filter(|one| !one.paper.is_plan());
    papers.map(AsRef::as_ref).collect()
}

fn report() -> &'static Plan {
    papers().into_iter().find(|one| one.paper == Paper::Report).unwrap()
}

/// The Word file of a paper, changed so.
fn word_of(paper: &Plan, change: impl FnOnce(&mut Plan)) -> Vec<u8> {
    let mut changed = paper.clone();
    change(&mut changed);
    let form = library::form_of(&SAMPLE, paper).unwrap();
    plan_docx(&SAMPLE, &changed, form, library::faces().unwrap()).unwrap()
}

/// What it says otherwise than the one of this dossier.
fn said_in(dossier: &Dossier, word: &[u8]) -> (Paper, Option<SaidOtherwise>) {
    let source = docx(word).unwrap();
    let draft = draft_of(&source, dossier, today());
    let kind = draft.paper_about().expect("it is no plan");
    (kind, said_by(&source, &draft, kind, dossier, today()))
}

fn said(word: &[u8]) -> SaidOtherwise {
    said_in(&SAMPLE, word).1.expect("the dossier has it")
}

/// The first table of a paper.
fn table(paper: &mut Plan) -> &mut TextTable {
    let blocks = paper.parts.iter_mut().flat_map(|part| &mut Arc::make_mut(part).blocks);
    let mut tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.next().unwrap()
}

/// Goes on with the first paragraph.
fn write_on(paper: &mut Plan) {
    if let Block::Paragraph(paragraph) = &mut Arc::make_mut(&mut paper.parts[0]).blocks[0] {
        let text = paragraph.text();
        let text = format!("{} Mỗi tổ chuyên môn đã sơ kết.", text.trim_end());
        paragraph.runs = vec![Run::plain(text)];
    }
}

#[test]
fn a_paper_that_nobody_changed_is_itself_and_changes_nothing() {
    assert_eq!(papers().len(), 4);
    for paper in papers() {
        for chart in [false, true] {
            let word = word_of(paper, |paper| paper.options.timeline_appendix = chart);
            let (kind, said) = said_in(&SAMPLE, &word);
            assert_eq!(kind, paper.paper);
            let said = said.expect("the dossier has it");
            assert_eq!(said.merge.plan, paper.id, "of two minutes it is the right one");
            assert_eq!((&said.merge.changes[..], said.tables), (&[][..], 0), "{:?}", paper.subject);
        }
    }
}

#[test]
fn a_plan_is_never_taken_for_a_paper_about_one() {
    for plan in SAMPLE.plans.iter().filter(|one| one.paper.is_plan()) {
        let draft = draft_of(&docx(&word_of(plan, |_| {})).unwrap(), &SAMPLE, today());
        assert_eq!(draft.paper_about(), None, "{:?}", plan.subject);
    }
}

#[test]
fn what_was_written_in_word_goes_into_the_paper_as_one_edit() {
    const CELL: &str = "Tiêu chuẩn 1: Tổ chức và quản lý";
    let change = |report: &mut Plan| {
        write_on(report);
        CELL.clone_into(&mut table(report).rows[0].cells[1]);
    };
    let report = report();
    let said = said(&word_of(report, change));
    let [words, cell] = said.merge.changes.as_slice() else { panic!("{:#?}", said.merge) };
    assert!(matches!(words.target, Target::Paragraph(..)) && words.conflict);
    assert!(matches!(cell.target, Target::Cell(_)) && cell.conflict);
    assert_eq!(cell.incoming, Held::Text(CELL.to_owned()));
    let mut fresh = FreshIds::from(SAMPLE.next_id);
    let edit = said.merge.edit(report, &[true, true], &mut fresh).unwrap();
    let after = apply(&SAMPLE, &edit).unwrap();
    let mut wanted = report.clone();
    change(&mut wanted);
    assert_eq!(**after.plan(report.id).unwrap(), wanted, "and nothing else");
}

#[test]
fn a_table_of_other_rows_is_told_and_left_alone() {
    let word = word_of(report(), |report| {
        let table = table(report);
        let row = table.rows[0].clone();
        table.rows.push(row);
    });
    let said = said(&word);
    assert_eq!((said.merge.changes.len(), said.tables), (0, 1));
}

#[test]
fn a_file_without_the_paper_knows_what_it_is_all_the_same() {
    let word = word_of(report(), |_| {});
    let (kind, said) = said_in(&Dossier::default(), &word);
    assert_eq!((kind, said), (Paper::Report, None));
}

#[test]
fn without_a_window_a_report_becomes_no_plan() {
    let desk = Desk::new();
    desk.done("export|s.caitien|--plan|2025-2026|--what|report|--to|r.docx");
    let before = desk.info("s.caitien");
    desk.done("import|r.docx|--into|s.caitien");
    assert_eq!(desk.info("s.caitien")["plans"], before["plans"]);
    let said = desk.refused("import|r.docx|--new|n.caitien");
    assert!(said.contains("báo cáo") && !desk.path("n.caitien").exists());
}
#[test]
fn words_written_into_minutes_stand_where_they_were_written() {
    let minutes = papers().into_iter().find(|one| one.paper == Paper::Minutes).unwrap();
    let said = said(&word_of(minutes, write_on));
    let [change] = said.merge.changes.as_slice() else { panic!("{:#?}", said.merge) };
    let edit = said.merge.edit(minutes, &[true], &mut FreshIds::from(SAMPLE.next_id)).unwrap();
    assert!(matches!(change.target, Target::Paragraph(..)), "{change:#?}");
    let mut wanted = minutes.clone();
    write_on(&mut wanted);
    assert_eq!(**apply(&SAMPLE, &edit).unwrap().plan(minutes.id).unwrap(), wanted);
}
