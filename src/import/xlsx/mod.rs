//! An Excel file (.xlsx) as what its sheets show: words in cells, whatever they are in Excel.

mod book;
mod cells;
mod collected;
mod format;
mod grid;
mod number;
mod shared;

use std::collections::BTreeMap;

pub use self::collected::{Collected, NotHome, collected};
pub use self::grid::workbook_source;
use super::Kind;
use super::kind::{Content, content, package_kind};
use crate::ooxml::{Archive, ReadError, main_part, relations};
use book::{Book, Sheet};
use cells::Reader;
use format::looks;
use shared::Shared;

/// The most rows and columns of a sheet.
const ROWS: u32 = 50_000;
const COLUMNS: u32 = 1_024;
/// The most rows and lines in cells of all sheets, and the most bytes of their words.
const ALL_ROWS: usize = 60_000;
const CELLS: usize = 200_000;
const WORDS: usize = 8 << 20;
/// The most merged cells that are looked at.
const MERGED: usize = 100_000;
/// The main part of an .xlsb.
const BINARY: &str = "workbook.bin";

/// An Excel file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// Its sheets of cells, in order.
    pub sheets: Vec<WorkSheet>,
    /// So many cells held letters of old fonts.
    pub old_letters: usize,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkSheet {
    /// Its name.
    pub name: String,
    /// Excel does not show it.
    pub hidden: bool,
    /// Its rows by number, from 0, each with its cells by column; cells without words are left
    /// out.
    pub rows: BTreeMap<u32, BTreeMap<u32, String>>,
    /// Cells that are one: first row and column, last row and column.
    pub merged: Vec<((u32, u32), (u32, u32))>,
}

/// Why an Excel file could not be read; nothing of it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkbookError {
    /// It is no Excel file.
    NotExcel,
    /// It is one of Excel 97-2003 (.xls).
    Old,
    /// It can only be opened with a password.
    Locked,
    /// It is one in Excel's binary form (.xlsb).
    Binary,
    /// It is an `OpenDocument`, as of `LibreOffice` (.ods).
    OpenDocument,
    /// It is a Word file.
    Word,
    /// It is one, and could not be read.
    Unread(ReadError),
    /// A sheet has more rows or columns than an honest one, or all sheets more cells.
    TooLarge,
}

impl From<ReadError> for WorkbookError {
    fn from(error: ReadError) -> Self {
        Self::Unread(error)
    }
}

/// What the sheets of an Excel file show.
///
/// # Errors
/// When the bytes are no Excel file, or hold more than an honest one.
pub fn workbook(bytes: &[u8]) -> Result<Workbook, WorkbookError> {
    match content(bytes) {
        Content::Package => {}
        Content::Other(Kind::OldWorkbook) => return Err(WorkbookError::Old),
        Content::Other(Kind::Locked) => return Err(WorkbookError::Locked),
        Content::Doc => return Err(WorkbookError::Word),
        Content::Other(_) => return Err(WorkbookError::NotExcel),
    }
    let mut archive = Archive::open(bytes)?;
    let named = main_part(&mut archive)?;
    let named = named.filter(|part| archive.has(part) && !part.ends_with(BINARY));
    let main = named.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let Some(text) = archive.text(&main)? else { return Err(other(&mut archive)) };
    let parts = relations(&mut archive, &main)?;
    let Some(book) = Book::read(&mut archive.events(&text), &parts)? else {
        return Err(other(&mut archive));
    };
    if book.sheets.is_empty() {
        return Err(WorkbookError::NotExcel);
    }
    let part = |kind: &str| parts.iter().find(|part| part.kind == kind);
    let shared = match part("sharedStrings") {
        Some(part) => archive.text(&part.target)?,
        None => None,
    };
    let shared = shared.map_or_else(
        || Ok(Shared::default()),
        |text| Shared::read(&mut archive.events(&text), WORDS),
    )?;
    let styles = match part("styles") {
        Some(part) => archive.text(&part.target)?,
        None => None,
    };
    let looks = styles.map_or_else(|| Ok(Vec::new()), |text| looks(&mut archive.events(&text)))?;
    let since_1904 = book.since_1904;
    let mut reader =
        Reader { rows: ALL_ROWS, shared, looks, since_1904, old: 0, cells: CELLS, words: WORDS };
    let mut workbook = Workbook::default();
    for Sheet { name, hidden, part } in book.sheets {
        let mut sheet = WorkSheet { name, hidden, ..WorkSheet::default() };
        // A sheet whose cells are gone is not taken for an empty one.
        let text = archive.text(&part)?.ok_or(ReadError::Damaged(part))?;
        reader.sheet(&mut archive.events(&text), &mut sheet)?;
        workbook.sheets.push(sheet);
    }
    workbook.old_letters = reader.old;
    Ok(workbook)
}

/// What a package is that has no workbook at its root.
fn other(archive: &mut Archive) -> WorkbookError {
    let any = |is: fn(&str) -> bool| archive.names().any(is);
    if any(|name| name.ends_with(BINARY)) {
        WorkbookError::Binary
    } else if any(|name| name.starts_with("word/")) {
        WorkbookError::Word
    } else if package_kind(archive) == Kind::OpenDocument {
        WorkbookError::OpenDocument
    } else {
        WorkbookError::NotExcel
    }
}
