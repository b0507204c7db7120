//! A table of words inside a part: what a report or minutes print beside their paragraphs.

use serde::{Deserialize, Serialize};

/// A table whose every word can be typed over. It was proposed from the data once and is plain
/// text from then on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TextTable {
    /// Its columns, in order.
    pub columns: Vec<TextColumn>,
    /// Its rows; each has a cell for every column.
    pub rows: Vec<TextRow>,
}

/// A column of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TextColumn {
    /// Over it.
    pub title: String,
    /// Numbers stand in the middle and not flush left.
    pub centred: bool,
}

/// A row of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TextRow {
    /// Set in bold: a sum.
    pub bold: bool,
    /// A text for each column.
    pub cells: Vec<String>,
}

impl TextTable {
    /// A text of it: of a row, or of the titles where `row` is none.
    #[must_use]
    pub fn text(&self, row: Option<usize>, column: usize) -> Option<&str> {
        match row {
            None => self.columns.get(column).map(|one| one.title.as_str()),
            Some(row) => self.rows.get(row)?.cells.get(column).map(String::as_str),
        }
    }

    /// The same, to be written.
    pub fn text_mut(&mut self, row: Option<usize>, column: usize) -> Option<&mut String> {
        match row {
            None => self.columns.get_mut(column).map(|one| &mut one.title),
            Some(row) => self.rows.get_mut(row)?.cells.get_mut(column),
        }
    }

    /// Whether every row has a cell for every column.
    #[must_use]
    pub fn is_even(&self) -> bool {
        self.rows.iter().all(|row| row.cells.len() == self.columns.len())
    }
}
