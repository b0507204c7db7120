//! What a workbook says of its sheets: their names and parts, which are hidden, and from what
//! day it counts.

use crate::ooxml::{Events, Limit, ReadError, Relation, Space};

/// A workbook has no more sheets than this: each may be read from the same part again.
const SHEETS: usize = 2_000;

/// A workbook, but for what stands in its sheets.
#[derive(Default)]
pub(super) struct Book {
    /// Its sheets of cells, in order.
    pub sheets: Vec<Sheet>,
    /// Days are counted from 1904, as old programs for the Mac did.
    pub since_1904: bool,
}

/// A sheet of cells.
pub(super) struct Sheet {
    pub name: String,
    pub hidden: bool,
    /// The part it stands in.
    pub part: String,
}

impl Book {
    /// Reads the main part; none where it is none of a workbook. Sheets of charts and of old
    /// macros are left out.
    pub(super) fn read(events: &mut Events, named: &[Relation]) -> Result<Option<Self>, ReadError> {
        let root = events.child()?;
        if root.is_none_or(|tag| tag.name() != (Space::Sheet, "workbook")) {
            return Ok(None);
        }
        let mut book = Self::default();
        while let Some(tag) = events.child()? {
            match tag.name() {
                (Space::Sheet, "workbookPr") => {
                    book.since_1904 =
                        tag.get("date1904").is_some_and(|is| matches!(&*is, "1" | "true"));
                    events.skip()?;
                }
                (Space::Sheet, "sheets") => book.sheets(events, named)?,
                _ => events.skip()?,
            }
        }
        Ok(Some(book))
    }

    fn sheets(&mut self, events: &mut Events, named: &[Relation]) -> Result<(), ReadError> {
        while let Some(tag) = events.child()? {
            let id = tag.get("id");
            let part = named.iter().find(|one| id.as_deref().is_some_and(|id| one.id == id));
            let part = part.ok_or_else(|| {
                ReadError::Damaged(tag.get("name").unwrap_or_default().into_owned())
            })?;
            if part.kind == "worksheet" {
                if self.sheets.len() == SHEETS {
                    return Err(ReadError::TooLarge(Limit::Parts));
                }
                self.sheets.push(Sheet {
                    name: tag.get("name").unwrap_or_default().into_owned(),
                    hidden: tag.get("state").is_some_and(|state| state != "visible"),
                    part: part.target.clone(),
                });
            }
            events.skip()?;
        }
        Ok(())
    }
}
