//! The papers and sheets of the year as Excel files: one sheet for each table, nothing lost.

use std::collections::BTreeSet;

use caitien::document::{
    Block, CellValue, Document, TableRow, document_book, evidence_document, money_document,
    task_sheets_document, tasks_document, three_years_document,
};
use caitien::import::workbook;
use caitien::library::faces;
use caitien::plan::{Dossier, Item, Paper, Plan, Typed};

use super::{part, plan_of};
use crate::headless::Desk;
use crate::papers::document_of;
use crate::papers::lived::SAMPLE;

/// The papers and sheets of the year that the sample has behind it.
fn documents() -> Vec<Document> {
    let dossier: &Dossier = &SAMPLE;
    let plan = dossier.plans.iter().find(|plan| plan.issued.is_some()).unwrap();
    let mut all = vec![
        tasks_document(dossier, plan, None),
        task_sheets_document(dossier, plan),
        evidence_document(dossier, plan),
        money_document(dossier, plan),
        three_years_document(dossier, plan),
    ];
    let papers = dossier.plans.iter().filter(|one| one.paper != Paper::Plan);
    all.extend(papers.map(|paper| document_of(dossier, paper)));
    all
}

fn file_of(document: &Document) -> Vec<u8> {
    caitien::export::xlsx(&document_book(document), faces().unwrap()).unwrap()
}

/// What stands in the tables of a document.
fn texts(document: &Document) -> Vec<&str> {
    let mut texts = Vec::new();
    for block in &document.blocks {
        let Block::Table(table) = block else { continue };
        texts.extend(table.columns.iter().map(|column| column.title.as_str()));
        for row in &table.rows {
            match row {
                TableRow::Band(text) => texts.push(text),
                TableRow::Group { title, .. } => texts.push(title),
                TableRow::Cells(cells) => texts.extend(cells.iter().map(|cell| cell.text.as_str())),
            }
        }
    }
    texts
}

#[test]
fn every_table_is_a_sheet_and_every_word_of_it_a_cell() {
    for document in documents() {
        let tables = document.blocks.iter().filter(|block| matches!(block, Block::Table(_)));
        let book = document_book(&document);
        assert_eq!(book.sheets.len(), tables.count().max(1), "{}", document.title);
        let names: BTreeSet<String> =
            book.sheets.iter().map(|sheet| sheet.name.to_lowercase()).collect();
        assert_eq!(names.len(), book.sheets.len(), "{names:?}");
        assert!(names.iter().all(|name| !name.is_empty() && name.encode_utf16().count() <= 31));
        let read = workbook(&file_of(&document)).unwrap();
        let cells: BTreeSet<&str> = read
            .sheets
            .iter()
            .flat_map(|sheet| sheet.rows.values())
            .flat_map(|row| row.values().map(|cell| cell.trim()))
            .collect();
        for text in texts(&document).into_iter().filter(|text| !text.trim().is_empty()) {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let there = cells.contains(text.trim()) || cells.contains(digits.as_str());
            assert!(there, "{}: {text:?} is lost", document.title);
        }
    }
}

#[test]
fn a_sheet_bears_the_name_of_what_it_stands_under() {
    let dossier: &Dossier = &SAMPLE;
    let plan = dossier.plans.iter().find(|plan| plan.issued.is_some()).unwrap();
    let names = |document: &Document| -> Vec<String> {
        document_book(document).sheets.into_iter().map(|sheet| sheet.name).collect()
    };
    assert_eq!(
        names(&money_document(dossier, plan)),
        ["Theo tiêu chuẩn", "Theo nguồn kinh phí", "Theo năm ngân sách"]
    );
    assert!(names(&task_sheets_document(dossier, plan)).contains(&"Phó Hiệu trưởng".to_owned()));
    let report = dossier.plans.iter().find(|one| one.paper == Paper::Report).unwrap();
    let names = names(&document_of(dossier, report));
    assert_eq!(names[..3], ["Kết quả thực hiện", "Kết quả thực hiện (2)", "Kết quả thực hiện (3)"]);
    assert!(names[3].starts_with("Nội dung chưa hoàn thành") && names[3].len() > 24, "{names:?}");
}

#[test]
fn sums_are_numbers_and_what_looks_like_a_formula_stays_words() {
    let item = Item {
        content: "=1+1".into(),
        target: "+84".into(),
        responsible: Typed::new("@Kế toán"),
        budget: Typed::new("1.250.000 đồng"),
        evidence: "05".into(),
        ..Item::default()
    };
    let plan = plan_of(item);
    let dossier = Dossier { plans: vec![plan.clone().into()], ..Dossier::default() };
    for document in [tasks_document(&dossier, &plan, None), task_sheets_document(&dossier, &plan)] {
        let bytes = file_of(&document);
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        assert!(!sheet.contains("<f>") && !sheet.contains("<f "));
        let words = part(&bytes, "xl/sharedStrings.xml");
        for typed in ["=1+1", "+84", "05"] {
            assert!(words.contains(&format!(">{typed}<")), "{typed}");
        }
    }
    let book = document_book(&money_document(&dossier, &plan));
    let row = &book.sheets[0].rows[0];
    assert_eq!(row.cells[0].value, CellValue::Text("1".into()), "a place, not a sum");
    assert_eq!(row.cells[3].value, CellValue::Number(1_250_000));
    // A paper without any table has its words, line by line.
    let empty = Plan::empty(plan.school_year);
    let nothing = document_book(&evidence_document(&Dossier::default(), &empty));
    assert_eq!(nothing.sheets.len(), 1);
    let said = format!("{:?}", nothing.sheets[0].rows);
    assert!(said.contains("Chưa ghi minh chứng nào."), "{said}");
}

#[test]
fn each_of_them_is_written_without_a_window() {
    let desk = Desk::new();
    let year = "--plan|2025-2026";
    for what in [
        "review",
        "minutes",
        "report",
        "report+chart",
        "supplement",
        "tasks",
        "task-sheets",
        "evidence",
        "money",
        "three-years",
    ] {
        for ending in ["pdf", "docx", "xlsx"] {
            desk.done(&format!("export|s.caitien|{year}|--what|{what}|--to|{what}.{ending}"));
        }
        let bytes = std::fs::read(desk.path(&format!("{what}.xlsx"))).unwrap();
        assert!(!workbook(&bytes).unwrap().sheets.is_empty(), "{what}");
        let said = desk.refused(&format!("export|s.caitien|{year}|--what|{what}|--to|a.json"));
        assert!(said.contains(".xlsx"), "{said}");
    }
}
