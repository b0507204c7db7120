//! A plan as sheets of a spreadsheet: what stands in which cell, before any width is known.
//!
//! Invariant: every word a person typed of a row is in a cell, letter for letter, whether the
//! form prints it or not. What the program adds: titles of columns, what is understood of times,
//! people and sums, the lines over a sheet that is sent round, and in it what names its rows.

mod collect;
mod of_document;
mod plan;

use jiff::civil::Date;

pub use self::collect::{Whom, collection_book};
pub use self::of_document::document_book;
pub use self::plan::plan_book;

/// A cell holds so many letters at most, in any spreadsheet: Excel counts halves of them.
const LONGEST: usize = 16_000;

/// Sheets that go into one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// The file's title.
    pub title: String,
    /// Its author: the school.
    pub author: String,
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name: 31 letters at most.
    pub name: String,
    /// It is for the program alone: nobody sees it.
    pub veiled: bool,
    /// Only open cells can be changed.
    pub guarded: bool,
    /// Lines over the table, the first of them its title.
    pub lead: Vec<String>,
    /// What names the columns when the sheet comes back, in a row that nobody sees; empty: no
    /// such row.
    pub keys: Vec<String>,
    /// Its columns, in order.
    pub columns: Vec<SheetColumn>,
    /// Its rows, in order.
    pub rows: Vec<SheetRow>,
}

/// A column of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetColumn {
    /// Its title.
    pub title: String,
    /// Cells are centred.
    pub centred: bool,
    /// It goes to the printer: it holds what the form prints.
    pub printed: bool,
    /// Nobody sees it.
    pub veiled: bool,
    /// What is proposed for its open cells.
    pub choices: Vec<String>,
    /// Nothing but one of the choices may be written.
    pub only_choices: bool,
}

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// What it is.
    pub kind: SheetRowKind,
    /// A cell for each column; those that are missing are empty.
    pub cells: Vec<SheetCell>,
}

/// What a row of a sheet is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SheetRowKind {
    /// A record.
    #[default]
    Record,
    /// A band or a group: its words run on over the cells to their right.
    Heading,
}

/// A cell of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetCell {
    /// What stands in it.
    pub value: CellValue,
    /// It can be changed, where the sheet is guarded.
    pub open: bool,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CellValue {
    /// Nothing.
    #[default]
    Empty,
    /// Words, or digits that are no sum.
    Text(String),
    /// A day.
    Date(Date),
    /// A number: a sum in đồng, or what names a row.
    Number(u64),
}

impl CellValue {
    fn text(text: &str) -> Self {
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<CellValue> for SheetCell {
    fn from(value: CellValue) -> Self {
        Self { value, open: false }
    }
}
