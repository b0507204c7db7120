//! The Excel file: nothing lost, days and sums as what they are, and how it is seen and printed.

mod collect;
mod hostile;
mod made;
mod papers;
mod reading;
mod without_window;

use caitien::document::{CellValue, plan_book};
use caitien::import::{Workbook, workbook};
use caitien::library::{FORM_2_2026, NARRATIVE, TABLE_2018, faces};
use caitien::ooxml::Archive;
use caitien::plan::{Dossier, Item, Plan, Row, SchoolYear, Status, Typed};
use proptest::prelude::*;
use std::sync::Arc;

use super::document::nothing_lost::{Typist, typed};
use super::document::{form, sample};

fn file_of(dossier: &Dossier, plan: &Plan) -> Vec<u8> {
    caitien::export::plan_xlsx(dossier, plan, &form(&plan.form), faces().unwrap()).unwrap()
}

/// The cells of a sheet, row by row.
fn rows(workbook: &Workbook, sheet: usize) -> Vec<Vec<&str>> {
    let rows = workbook.sheets[sheet].rows.values();
    rows.map(|row| row.values().map(String::as_str).collect()).collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    Archive::open(bytes).unwrap().text(name).unwrap().unwrap()
}

/// A plan of one item.
fn plan_of(item: Item) -> Plan {
    let rows = vec![Row::Item(Arc::new(item))];
    Plan { rows, ..Plan::empty(SchoolYear::starting(2026).unwrap()) }
}

/// The sheet of an item, as text: the XML of the sheet, of the looks and of the shared words.
fn xml_of(item: Item) -> (String, String, String) {
    let bytes = file_of(&Dossier::default(), &plan_of(item));
    let name = |name: &str| part(&bytes, &format!("xl/{name}.xml"));
    (name("worksheets/sheet1"), name("styles"), name("sharedStrings"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn every_word_of_a_row_is_in_a_cell(
        texts in prop::collection::vec(typed(), 7..30),
        form in prop::sample::select(vec![TABLE_2018, NARRATIVE, FORM_2_2026]),
    ) {
        let plan = Typist::of(texts).plan(&form);
        let read = workbook(&file_of(&Dossier::default(), &plan)).unwrap();
        let cells = read.sheets.iter().flat_map(|sheet| sheet.rows.values());
        let cells: Vec<&String> = cells.flat_map(std::collections::BTreeMap::values).collect();
        for item in plan.items() {
            for text in <Item as caitien::plan::Record>::TEXTS.iter().map(|one| one.get(item)) {
                if text.trim().is_empty() {
                    continue;
                }
                let there = cells.iter().any(|cell| cell.trim() == text.trim());
                prop_assert!(there, "{form:?} lost {text:?}");
            }
        }
    }

    #[test]
    fn no_text_makes_a_file_that_is_not_read(text in "(\\PC|[\u{0}-\u{1F}\u{FFFE}\u{FFFF}<&>_x]){0,40}") {
        let plan = plan_of(Item { actions: format!("a{text}b"), ..Item::default() });
        let read = workbook(&file_of(&Dossier::default(), &plan)).unwrap();
        let cell = rows(&read, 0).concat().join("\n");
        prop_assert!(cell.contains('a') && cell.contains('b'));
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let sample = sample();
    for plan in &sample.plans {
        let bytes = file_of(&sample, plan);
        assert_eq!(bytes, file_of(&sample, plan));
        // Neither the hour nor the system: each entry was made on none in particular.
        let mut entries = bytes.windows(4).enumerate().filter(|(_, four)| *four == b"PK\x01\x02");
        assert!(entries.all(|(at, _)| bytes[at + 5] == 0 && bytes[at + 38..at + 42] == [0; 4]));
        assert!(part(&bytes, "docProps/core.xml").contains("2000-01-01T00:00:00Z"));
    }
}

#[test]
fn title_and_author_are_said() {
    let sample = sample();
    let core = part(&file_of(&sample, &sample.plans[0]), "docProps/core.xml");
    assert!(core.contains("<dc:title>Kế hoạch cải tiến chất lượng giáo dục năm học 2024 - 2025"));
    assert!(core.contains("<dc:creator>Trường THCS Nguyệt Hà</dc:creator>"));
}

#[test]
fn days_are_days_and_sums_are_numbers_beside_the_words() {
    let item = Item {
        time: Typed::new("Tháng 9/2026 đến trước ngày 30/11/2026"),
        budget: Typed::new("5-7 triệu/năm"),
        responsible: Typed::new("PHT, Kế toán"),
        status: Some(Status::UnderWay),
        ..Item::default()
    };
    let plan = plan_of(Item { time: Typed::new("Trước ngày 30/11/2026"), ..item });
    let book = plan_book(&Dossier::default(), &plan, &form(&plan.form));
    let sheet = &book.sheets[0];
    let titles: Vec<&str> = sheet.columns.iter().map(|column| column.title.as_str()).collect();
    let value = |title: &str| {
        let at = titles.iter().position(|one| *one == title).unwrap();
        sheet.rows[0].cells[at].value.clone()
    };
    assert_eq!(value("Hạn hoàn thành"), CellValue::Date(jiff::civil::date(2026, 11, 29)));
    assert_eq!(value("Kinh phí, ít nhất (đồng)"), CellValue::Number(5_000_000));
    assert_eq!(value("Kinh phí, nhiều nhất (đồng)"), CellValue::Number(7_000_000));
    assert_eq!(value("Kinh phí tính cho"), CellValue::Text("mỗi năm".into()));
    assert_eq!(value("Người chủ trì"), CellValue::Text("Phó Hiệu trưởng".into()));
    assert_eq!(value("Mức độ thực hiện"), CellValue::Text("Đang thực hiện".into()));
    assert!(!titles.contains(&"Bắt đầu"), "a column in which nothing stands is left out");
    let read = workbook(&file_of(&Dossier::default(), &plan)).unwrap();
    let last = rows(&read, 0).pop().unwrap();
    assert!(last.contains(&"29/11/2026") && last.contains(&"5.000.000"), "{last:?}");
}

#[test]
fn words_that_look_like_a_formula_stay_words() {
    for text in ["=1+1", "+ Họp tổ", "- Rà soát", "@nhóm"] {
        let (sheet, styles, shared) = xml_of(Item { actions: text.into(), ..Item::default() });
        assert!(shared.contains(&format!(">{text}<")), "{shared}");
        assert!(!sheet.contains("<f>"), "{text}");
        assert!(styles.contains("quotePrefix=\"1\"") && styles.contains("numFmtId=\"49\""));
    }
    let (_, styles, _) = xml_of(Item { actions: "Rà soát".into(), ..Item::default() });
    assert!(!styles.contains("quotePrefix"));
}

#[test]
fn what_looks_like_an_escape_of_excel_stays_as_typed() {
    let plan = plan_of(Item { actions: "a _x0041_ b".into(), ..Item::default() });
    let bytes = file_of(&Dossier::default(), &plan);
    assert!(part(&bytes, "xl/sharedStrings.xml").contains("_x005F_x0041_"));
    assert!(rows(&workbook(&bytes).unwrap(), 0).concat().contains(&"a _x0041_ b"));
}

#[test]
fn a_text_longer_than_a_cell_goes_on_below() {
    let text = "Rà soát. ".repeat(4_000);
    let plan = plan_of(Item { actions: text.clone(), note: "x".into(), ..Item::default() });
    let read = workbook(&file_of(&Dossier::default(), &plan)).unwrap();
    let cells = rows(&read, 0).concat();
    let parts = cells.iter().filter(|cell| cell.contains("Rà soát"));
    assert_eq!(parts.map(|part| part.chars().count()).sum::<usize>(), text.chars().count());
}

#[test]
fn the_sheet_is_printed_across_with_its_head_on_every_page() {
    let sample = sample();
    let plan = &sample.plans[1];
    let bytes = file_of(&sample, plan);
    let (sheet, book) = (part(&bytes, "xl/worksheets/sheet1.xml"), part(&bytes, "xl/workbook.xml"));
    assert!(sheet.contains("paperSize=\"9\"") && sheet.contains("orientation=\"landscape\""));
    assert!(sheet.contains("fitToHeight=\"0\"") && sheet.contains("state=\"frozen\""));
    assert!(sheet.contains("<autoFilter ref=\"A4:"), "the filter stands at the titles");
    assert!(book.contains("_xlnm.Print_Titles") && book.contains("$4:$4"));
    assert!(book.contains("_xlnm.Print_Area"));
    let heights = sheet.matches("customHeight=\"1\"").count();
    let seen = sheet.matches("<row ").count() - 1;
    assert_eq!(heights, seen, "each row that is seen has the height of its words");
}

#[test]
fn bands_and_groups_stand_between_the_rows_and_the_other_tables_on_sheets_of_their_own() {
    let sample = sample();
    let read = workbook(&file_of(&sample, &sample.plans[1])).unwrap();
    let rows = rows(&read, 0);
    assert!(rows.contains(&vec!["MỨC 1, 2, 3"]));
    assert!(rows.contains(&vec!["1", "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường"]));
    let names = |plan: &Plan| -> Vec<String> {
        let read = workbook(&file_of(&sample, plan)).unwrap();
        read.sheets.into_iter().map(|sheet| sheet.name).collect()
    };
    assert_eq!(names(&sample.plans[1]), ["Kế hoạch cải tiến"]);
    let of_form_c = ["Kế hoạch cải tiến", "Vấn đề trọng tâm", "Theo dõi, đánh giá"];
    assert_eq!(names(&sample.plans[2]), of_form_c);
}
