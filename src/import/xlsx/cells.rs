//! The cells of a sheet: where each stands and what it shows.

use std::borrow::Cow;

use super::format::Look;
use super::shared::{Rich, Shared, read, unescape};
use super::{COLUMNS, MERGED, ROWS, WorkSheet, WorkbookError, number};
use crate::ooxml::{Events, ReadError, Space, Tag};

/// The part of the shared words.
const SHARED: &str = "xl/sharedStrings.xml";

/// What the cells of all sheets refer to, and how much of them may still come.
pub(super) struct Reader {
    pub shared: Shared,
    /// The looks of cells.
    pub looks: Vec<Look>,
    pub since_1904: bool,
    /// As many rows and lines in cells may still be read, and as many bytes of their words.
    pub rows: usize,
    pub cells: usize,
    pub words: usize,
    /// So many cells held letters of old fonts.
    pub old: usize,
}

/// What a cell says of its value.
#[derive(Clone, Copy)]
enum Type {
    Number,
    /// The number of a shared word.
    Shared,
    /// Words, or a day in letters.
    Words,
    /// Yes or no.
    Bool,
    /// A formula that could not be reckoned.
    Error,
}

impl Reader {
    /// Reads the part of a sheet.
    pub(super) fn sheet(
        &mut self,
        events: &mut Events,
        into: &mut WorkSheet,
    ) -> Result<(), WorkbookError> {
        if events.child()?.is_none() {
            return Ok(());
        }
        while let Some(tag) = events.child()? {
            match tag.name() {
                (Space::Sheet, "sheetData") => self.all_rows(events, into)?,
                (Space::Sheet, "mergeCells") => merged(events, into)?,
                _ => events.skip()?,
            }
        }
        Ok(())
    }

    fn all_rows(&mut self, events: &mut Events, into: &mut WorkSheet) -> Result<(), WorkbookError> {
        let mut next = 0;
        while let Some(tag) = events.child()? {
            // Who names no row means the next one.
            let named = tag.number("r").and_then(|row| u32::try_from(row).ok()?.checked_sub(1));
            let row = named.unwrap_or(next);
            next = row.saturating_add(1);
            self.row(events, row, into)?;
        }
        Ok(())
    }

    fn row(
        &mut self,
        events: &mut Events,
        row: u32,
        into: &mut WorkSheet,
    ) -> Result<(), WorkbookError> {
        let mut next = 0;
        while let Some(tag) = events.child()? {
            let named = tag.get("r").and_then(|name| place(&name));
            let (row, column) = named.unwrap_or((row, next));
            next = column.saturating_add(1);
            let Some(words) = self.cell(events, &tag)? else { continue };
            // Each line of a cell takes as much room as a cell.
            let lines = 1 + words.matches('\n').count();
            let is_new = !into.rows.contains_key(&row);
            if row >= ROWS
                || column >= COLUMNS
                || lines > self.cells
                || self.rows == 0 && is_new
                || words.len() > self.words
            {
                return Err(WorkbookError::TooLarge);
            }
            self.rows -= usize::from(is_new);
            self.cells -= lines;
            self.words -= words.len();
            into.rows.entry(row).or_default().insert(column, words);
        }
        Ok(())
    }

    /// What the cell that began last shows; none where that is nothing. Of a formula it is what
    /// came out when the file was saved; where no program reckoned it, it is what was typed.
    fn cell(&mut self, events: &mut Events, tag: &Tag) -> Result<Option<String>, ReadError> {
        let of = match tag.get("t").as_deref() {
            Some("s") => Type::Shared,
            Some("str" | "inlineStr" | "d") => Type::Words,
            Some("b") => Type::Bool,
            Some("e") => Type::Error,
            _ => Type::Number,
        };
        let look = tag.number("s").and_then(|look| self.looks.get(usize::try_from(look).ok()?));
        let look = look.copied().unwrap_or_default();
        let mut shown = String::new();
        let mut formula = None;
        let mut reckoned = false;
        while let Some(tag) = events.child()? {
            match tag.name() {
                (Space::Sheet, "v") => {
                    reckoned = true;
                    self.value(&events.words()?, of, look, &mut shown)?;
                }
                (Space::Sheet, "f") => formula = Some(events.words()?),
                (Space::Sheet, "is") => {
                    let mut rich = Rich::default();
                    rich.read(events)?;
                    self.add(rich.whole(look.font), &mut shown);
                }
                _ => events.skip()?,
            }
        }
        if let (false, Some(formula)) = (reckoned, formula.filter(|typed| !typed.trim().is_empty()))
        {
            shown = format!("={formula}");
        }
        if shown.contains('\r') {
            shown = shown.replace("\r\n", "\n");
        }
        Ok((!shown.trim().is_empty()).then_some(shown))
    }

    /// Adds words; what is not lent was in letters of old fonts.
    fn add(&mut self, words: Cow<'_, str>, shown: &mut String) {
        match words {
            Cow::Owned(words) => {
                self.old += 1;
                shown.push_str(&words);
            }
            Cow::Borrowed(words) => shown.push_str(words),
        }
    }

    /// Adds what a value shows.
    fn value(
        &mut self,
        value: &str,
        of: Type,
        look: Look,
        shown: &mut String,
    ) -> Result<(), ReadError> {
        match of {
            Type::Shared => {
                let number = value.trim().parse().ok();
                let words = number.and_then(|number| self.shared.get(number, look.font));
                // Better none of the file than cells whose words are missing.
                let words = words.ok_or_else(|| ReadError::Damaged(SHARED.to_owned()))?;
                self.old += usize::from(matches!(words, Cow::Owned(_)));
                shown.push_str(&words);
            }
            Type::Words => {
                let mut words = String::new();
                unescape(value, &mut words);
                self.add(read(&words, look.font), shown);
            }
            Type::Bool if matches!(value.trim(), "1" | "true") => shown.push('x'),
            Type::Bool | Type::Error => {}
            Type::Number => match value.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => {
                    shown.push_str(&number::written(number, look.format, self.since_1904));
                }
                // No number, though the cell says so: it is shown as it stands there.
                _ => shown.push_str(value),
            },
        }
        Ok(())
    }
}

/// Cells that are one.
fn merged(events: &mut Events, into: &mut WorkSheet) -> Result<(), ReadError> {
    while let Some(tag) = events.child()? {
        let range = tag.get("ref").and_then(|range| {
            let (from, to) = range.split_once(':')?;
            Some((place(from)?, place(to)?))
        });
        if into.merged.len() < MERGED {
            into.merged.extend(range);
        }
        events.skip()?;
    }
    Ok(())
}

/// The row and the column, from 0, of a cell's name: "B7" is (6, 1).
fn place(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|sign: char| sign.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let mut column: u32 = 0;
    for letter in letters.bytes() {
        let value = letter.is_ascii_alphabetic().then(|| letter.to_ascii_uppercase() - b'A' + 1)?;
        column = column.checked_mul(26)?.checked_add(u32::from(value))?;
    }
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells_are_places() {
        for (name, expect) in [
            ("A1", Some((0, 0))),
            ("b7", Some((6, 1))),
            ("AA10", Some((9, 26))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("A0", None),
            ("7", None),
            ("A", None),
            ("", None),
            ("Ạ1", None),
            ("A1B", None),
            ("ZZZZZZZZZ1", None),
        ] {
            assert_eq!(place(name), expect, "{name}");
        }
    }
}
