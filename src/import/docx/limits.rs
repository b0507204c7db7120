//! What is counted while a Word file is read, and how much of it an honest one has.

use crate::ooxml::{Limit, ReadError};

/// Tables within tables; what stands deeper is read as paragraphs.
pub(super) const NESTED: usize = 8;
/// Columns that one cell covers.
pub(super) const SPAN: i64 = 256;
/// Columns of a table.
pub(super) const COLUMNS: usize = 1_024;
/// Styles that rest on one another.
pub(super) const CHAIN: usize = 16;
/// Fields within fields.
pub(super) const FIELDS: usize = 64;

/// What a run takes up beside its words, bytes.
const RUN: usize = 16;

/// As much may still come.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    paragraphs: usize,
    cells: usize,
    text: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { paragraphs: 200_000, cells: 500_000, text: 20 << 20 }
    }
}

impl Room {
    /// One more paragraph.
    pub(super) fn paragraph(&mut self) -> Result<(), ReadError> {
        take(&mut self.paragraphs, 1, Limit::Paragraphs)
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

fn take(left: &mut usize, wanted: usize, limit: Limit) -> Result<(), ReadError> {
    *left = left.checked_sub(wanted).ok_or(ReadError::TooLarge(limit))?;
    Ok(())
}
