//! Whether a file still is what this program left there: looked at before each save, and after.
//!
//! Who copies over an open file, or brings it from a cloud, writes into the file itself; it stays
//! the same file, SQLite goes on with pages it remembers, and mixes both. Its change counter does
//! not tell: with an exclusive lock it moves at the first commit only. What moves with every save
//! is the dossier's own row, which holds the sums of all checks, beside the file's id. So the page
//! of that row and the first page are compared with what they were after the last save. When the
//! file was written, and how long it is, says nothing: clouds, sticks and `touch` set other times.
//!
//! All is read through one descriptor, opened before SQLite opens the file and closed after it
//! has closed it: on Unix, closing any descriptor frees SQLite's locks.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use rusqlite::Connection;

use super::StoreError;
use super::head::{self, Head};

/// The pages of an open file by which it is known.
pub(super) struct Watch {
    file: File,
    /// Bytes of a page.
    page: u64,
    /// Where the page of the dossier's row begins.
    row: u64,
    /// What was left there, the first page and then the row's; none where that is not known.
    left: Option<Vec<u8>>,
}

impl Watch {
    /// Opens the file, before SQLite does.
    pub(super) fn new(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { file: File::open(path)?, page: 0, row: 0, left: None })
    }

    /// Begins with what the file holds, which must be what SQLite read of it.
    ///
    /// # Errors
    /// [`StoreError::Overwritten`] where it is not.
    pub(super) fn begin(&mut self, connection: &Connection, head: &Head) -> Result<(), StoreError> {
        let number = |query: &str| connection.query_row(query, [], |row| row.get::<_, u32>(0));
        let root = format!("SELECT rootpage FROM sqlite_schema WHERE name = '{}'", head::TABLE);
        self.page = u64::from(number("PRAGMA page_size")?);
        self.row = self.page * u64::from(number(&root)?.saturating_sub(1));
        self.saved(head)
    }

    /// Makes sure that nobody else wrote into the file since the last save.
    ///
    /// # Errors
    /// [`StoreError::Overwritten`] where somebody did.
    pub(super) fn look(&self) -> Result<(), StoreError> {
        let same = self.left.is_some() && self.left == self.pages()?;
        if same { Ok(()) } else { Err(StoreError::Overwritten) }
    }

    /// Takes what is there now as what was left, if it is what was just saved.
    ///
    /// # Errors
    /// [`StoreError::Overwritten`] where somebody wrote at the same moment, until the file is
    /// opened again.
    pub(super) fn saved(&mut self, head: &Head) -> Result<(), StoreError> {
        self.left = None;
        let pages = self.pages()?.ok_or(StoreError::Overwritten)?;
        let totals = head.totals.json();
        let has = |bytes: &[u8]| pages.windows(bytes.len()).any(|found| found == bytes);
        // Where another tool made the pages small, the row goes on elsewhere.
        let fits = totals.len() as u64 + 100 < self.page;
        if !has(&head.file_id) || fits && !has(totals.as_bytes()) {
            return Err(StoreError::Overwritten);
        }
        self.left = Some(pages);
        Ok(())
    }

    /// Both pages; none where the file is shorter than it says.
    fn pages(&self) -> Result<Option<Vec<u8>>, StoreError> {
        let mut both = Vec::new();
        for at in [0, self.row] {
            let mut file = &self.file;
            file.seek(SeekFrom::Start(at))?;
            file.take(self.page).read_to_end(&mut both)?;
        }
        // The first page says how many there are.
        let count = both.get(28..32).map_or(0, |bytes| {
            bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte))
        });
        let whole = self.file.metadata()?.len() >= count * self.page;
        Ok(whole.then_some(both))
    }
}
