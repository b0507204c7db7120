//! Workbooks that are damaged, or made to do harm: refused or read, always within bounds.

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use caitien::import::{Workbook, WorkbookError, collected, workbook, workbook_source};
use caitien::ooxml::ReadError;

use super::made::{MAIN, Made, words};
use crate::document::sample;

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

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end.max(1)
    }
}

/// The parts of a zip, unpacked, with some bytes of one of them changed, packed again.
fn damaged_inside(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let chosen = dice.below(archive.len());
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut text = Vec::new();
        std::io::copy(&mut part, &mut text).unwrap();
        if at == chosen {
            for _ in 0..=dice.below(4) {
                let place = dice.below(text.len());
                match dice.below(3) {
                    0 => text[place] = (dice.below(256)) as u8,
                    1 => text.truncate(place.max(1)),
                    _ => {
                        let end = (place + dice.below(40)).min(text.len());
                        text.drain(place.min(text.len() - 1)..end.max(place.min(text.len() - 1)));
                    }
                }
                if text.is_empty() {
                    break;
                }
            }
        }
        out.start_file(part.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&text).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn damaged_workbooks_are_refused_or_read_and_nothing_else() {
    let dossier = sample();
    let plan = &dossier.plans[0];
    let form = crate::document::form(&plan.form);
    let whom = caitien::document::Whom::Everyone;
    let book = caitien::document::collection_book(&dossier, plan, &form, &whom);
    let whole = caitien::export::xlsx(&book, caitien::library::faces().unwrap()).unwrap();
    let mut dice = Dice(7);
    let mut read = 0;
    for turn in 0..300 {
        let bytes = match turn % 3 {
            0 => {
                let mut bytes = whole.clone();
                for _ in 0..=dice.below(8) {
                    let place = dice.below(bytes.len());
                    bytes[place] ^= 1 << dice.below(8);
                }
                bytes
            }
            1 => whole[..dice.below(whole.len())].to_vec(),
            _ => damaged_inside(&whole, &mut dice),
        };
        if let Ok(workbook) = workbook(&bytes) {
            read += 1;
            let _ = workbook_source(&workbook);
            if let Some(back) = collected(&workbook) {
                let _ = back.merge(&dossier);
            }
        }
    }
    assert!(read > 20, "{read}: some of the damage is small");
}
