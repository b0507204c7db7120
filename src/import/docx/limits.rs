//! What is counted while a Word file is read, and how much of it an honest one has.

use crate::ooxml::{Limit, ReadError};

/// Tables within tables; what stands deeper is read as paragraphs.
pub(super) const NESTED: usize = 8;
/// Columns of a table, and so those that one cell covers; Word itself makes no more than 63.
pub(super) const COLUMNS: usize = 64;
/// Styles that rest on one another.
pub(super) const CHAIN: usize = 16;
/// Styles, lists and kinds of lists, of each so many.
const LOOKS: usize = 20_000;
/// Fields within fields.
pub(super) const FIELDS: usize = 64;

/// What a run takes up beside its words, bytes.
const RUN: usize = 16;

/// As much may still come.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    paragraphs: usize,
    /// Of these so many outside tables: each is looked at for what it may be.
    lines: usize,
    rows: usize,
    cells: usize,
    text: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { paragraphs: 150_000, lines: 60_000, rows: 20_000, cells: 500_000, text: 8 << 20 }
    }
}

impl Room {
    /// One more paragraph.
    pub(super) fn paragraph(&mut self) -> Result<(), ReadError> {
        take(&mut self.paragraphs, 1, Limit::Paragraphs)
    }

    /// One more paragraph outside tables, or one more table, which takes as much room.
    pub(super) fn line(&mut self) -> Result<(), ReadError> {
        take(&mut self.lines, 1, Limit::Lines)?;
        self.paragraph()
    }

    /// One more row, which takes as much room as a cell, also without any.
    pub(super) fn row(&mut self) -> Result<(), ReadError> {
        take(&mut self.rows, 1, Limit::Rows)?;
        self.cell()
    }

    /// One more cell.
    pub(super) fn cell(&mut self) -> Result<(), ReadError> {
        take(&mut self.cells, 1, Limit::Cells)
    }

    /// A run with so many bytes of words more.
    pub(super) fn run(&mut self, bytes: usize) -> Result<(), ReadError> {
        take(&mut self.text, bytes + RUN, Limit::Text)
    }
}

/// Whether one more of the looks may be kept, of which there are so many.
pub(super) fn looks(count: usize) -> Result<(), ReadError> {
    if count < LOOKS { Ok(()) } else { Err(ReadError::TooLarge(Limit::Looks)) }
}

fn take(left: &mut usize, wanted: usize, limit: Limit) -> Result<(), ReadError> {
    *left = left.checked_sub(wanted).ok_or(ReadError::TooLarge(limit))?;
    Ok(())
}
