//! Workbooks that are damaged, or made to do harm: refused or read, always within bounds.

use std::time::{Duration, Instant};

use caitien::import::{Workbook, WorkbookError, workbook, workbook_source};
use caitien::ooxml::ReadError;

use super::made::{MAIN, Made, words};

fn read(sheet: &str) -> Result<Workbook, WorkbookError> {
    workbook(&Made::of(sheet).bytes())
}

#[test]
fn a_cell_at_the_far_corner_takes_no_room_and_is_refused() {
    let sheet = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    assert_eq!(read(sheet), Err(WorkbookError::TooLarge));
}

#[test]
fn a_promise_of_shared_words_is_not_believed() {
    for count in ["99999999999999", "4611686018427387904", "18446744073709551616"] {
        let shared =
            format!("<sst xmlns=\"{MAIN}\" uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        let sheet = r#"<row><c t="s"><v>0</v></c></row>"#;
        let read = workbook(&Made { shared, ..Made::of(sheet) }.bytes());
        assert_eq!(words(&read.unwrap()), ["a"]);
    }
}

#[test]
fn a_cell_whose_words_are_missing_is_not_passed_over() {
    for number in ["0", "-1", "99999999999999999999", "a"] {
        let refused = read(&format!("<row><c t=\"s\"><v>{number}</v></c></row>"));
        assert!(matches!(refused, Err(WorkbookError::Unread(ReadError::Damaged(_)))), "{number}");
    }
}

#[test]
fn a_formula_that_no_program_reckoned_is_not_passed_over() {
    let sheet = "<row><c><f>2*3</f></c><c><f>A1</f><v>6</v></c><c t=\"str\"><f>B1</f><v></v></c>\
        <c><f t=\"shared\" si=\"0\"/></c></row>";
    assert_eq!(words(&read(sheet).unwrap()), ["=2*3", "6"]);
}

#[test]
fn a_bomb_of_shared_words_is_refused_in_time() {
    let one = format!("<si><t>{}</t></si>", "a".repeat(1_000));
    let shared = format!("<sst xmlns=\"{MAIN}\">{}</sst>", one.repeat(110_000));
    let bytes = Made { shared, ..Made::default() }.bytes();
    assert!(bytes.len() < 2_000_000);
    let begun = Instant::now();
    assert!(matches!(workbook(&bytes), Err(WorkbookError::Unread(ReadError::TooLarge(_)))));
    assert!(begun.elapsed() < Duration::from_secs(20), "far from it when built for speed");
}

#[test]
fn one_long_word_used_many_times_is_counted_each_time() {
    let shared = format!("<sst xmlns=\"{MAIN}\"><si><t>{}</t></si></sst>", "a".repeat(100_000));
    let mut cells = String::new();
    for row in 1..=300 {
        let cell = format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>");
        cells.push_str(&cell);
    }
    let bytes = Made { shared, ..Made::of(&cells) }.bytes();
    assert_eq!(workbook(&bytes), Err(WorkbookError::TooLarge));
}

#[test]
fn more_cells_than_an_honest_workbook_has_are_refused() {
    let row = |cells: usize| format!("<row>{}</row>", "<c><v>1</v></c>".repeat(cells));
    assert_eq!(words(&read(&row(1_000).repeat(50)).unwrap()).len(), 50_000);
    assert_eq!(read(&row(1_000).repeat(201)), Err(WorkbookError::TooLarge));
    let lines = Made::of(&row(1).repeat(34_000));
    let twice = r#"<sheet name="B" sheetId="2" r:id="worksheet"/>"#;
    let times =
        |sheets: usize| Made { book: (String::new(), twice.repeat(sheets - 1)), ..lines.clone() };
    assert!(workbook(&times(1).bytes()).is_ok());
    assert_eq!(workbook(&times(2).bytes()), Err(WorkbookError::TooLarge));
    let long = format!("<row><c t=\"str\"><v>{}</v></c></row>", "a\n".repeat(100_000));
    assert!(read(&long).is_ok());
    assert_eq!(read(&long.repeat(2)), Err(WorkbookError::TooLarge), "nor more lines in cells");
    // Cells that show nothing take no room.
    let empty = format!("<row>{}</row>", "<c/>".repeat(1_000)).repeat(201);
    assert_eq!(words(&read(&empty).unwrap()), [""; 0]);
}

#[test]
fn one_sheet_that_is_named_thousands_of_times_is_refused() {
    let made = Made::of("<row><c><v>1</v></c></row>");
    let again = r#"<sheet name="B" sheetId="2" r:id="worksheet"/>"#;
    let times =
        |sheets: usize| Made { book: (String::new(), again.repeat(sheets - 1)), ..made.clone() };
    assert!(workbook(&times(2_000).bytes()).is_ok());
    assert!(matches!(workbook(&times(2_001).bytes()), Err(WorkbookError::Unread(_))));
}

#[test]
fn a_sheet_that_is_gone_is_not_taken_for_an_empty_one() {
    let lost = r#"<sheet name="B" sheetId="2" r:id="nowhere"/>"#;
    let made =
        Made { book: (String::new(), lost.to_owned()), ..Made::of("<row><c><v>1</v></c></row>") };
    let read = workbook(&made.bytes());
    assert_eq!(read, Err(WorkbookError::Unread(ReadError::Damaged("B".to_owned()))));
}

#[test]
fn a_merged_cell_over_the_whole_sheet_takes_no_time() {
    let sheet = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>"#;
    let source = workbook_source(&workbook(&Made::sheet(sheet).bytes()).unwrap());
    assert_eq!(source.blocks.len(), 1);
}

#[test]
fn ranges_that_run_backwards_harm_nobody() {
    let cells = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>";
    let merged = format!("{cells}<mergeCells><mergeCell ref=\"B9:A1\"/></mergeCells>");
    for sheet in [merged, format!("<dimension ref=\"C5:A1\"/>{cells}")] {
        if let Ok(read) = workbook(&Made::sheet(&sheet).bytes()) {
            assert_eq!(words(&read), ["1"]);
        }
    }
}
