//! What can still be read of a damaged file, with what is missing: the file itself is left alone.
//!
//! First SQLite reads a copy as far as it can. Where anything is lacking then, all pages are read
//! without it (`pages`, `record`, `chains`): a row is known by its own check, whatever became of
//! the pages that led to it (`known`, `found`); which of the rows that were found are those last
//! saved is said by the number and sum that the dossier's row keeps of each table (`settle`); they
//! go into a new file (`rebuilt`), which is read like any other. Words that have no place in what
//! comes of it are handed out beside it (`loose`).
//!
//! Promise: no word that was saved is missing in silence. Of a file with one damaged page, whichever
//! it is (the first, one that leads to others, a list of free pages), every row that has no part on
//! it comes back. What was deleted does not, though free pages still hold it, but where so many
//! rows are missing and nothing better is there; then it is told. Reading takes time and memory
//! linear in the file's length, whatever it holds. `tests/crash/damaged.rs` tries it.
//!
//! Rows are known so in files of the newest format; of an older one, what SQLite reads is taken.

mod chains;
mod found;
mod heal;
mod known;
mod loose;
mod pages;
mod places;
mod rebuilt;
mod record;
mod settle;

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::connect::{self, Held};
use super::fault::{Fault, RowName, What};
use super::journal::Copies;
use super::{StoreError, head, load, reading, schema, verify};
use crate::plan::{Dossier, Id};

pub use loose::Loose;

/// What was read of a damaged file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvaged {
    /// All that could be read; every rule holds in it.
    pub dossier: Dossier,
    /// What is missing or doubtful, each kind once a table.
    pub faults: Vec<Fault>,
    /// Rows that are not as they were saved.
    pub changed: Vec<RowName>,
    /// Words that were read and have no place in the dossier.
    pub loose: Vec<Loose>,
}

impl Salvaged {
    /// Whether all that was saved is there as it was.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.lacking() == 0
    }

    fn lacking(&self) -> usize {
        self.faults.len() + self.changed.len() + self.loose.len()
    }
}

/// Reads what can be read of a file that does not open as [`StoreError::Damaged`] or
/// [`StoreError::Altered`], or whose beginning is another's, from a copy of it.
///
/// # Errors
/// Why it cannot be opened, where nothing at all can be read.
pub fn salvage(path: &Path) -> Result<Salvaged, StoreError> {
    let path = std::path::absolute(path)?;
    let _held = Held::take(&path)?;
    let why = match connect::look_at(&path) {
        // Its structure or its journal: of a copy, both can be got round.
        Ok(()) | Err(StoreError::Altered(_)) => None,
        Err(error @ (StoreError::NotSqlite | StoreError::Foreign)) => Some(error),
        Err(error) => return Err(error),
    };
    // A journal beside it may be another file's: the state that lacks less is taken.
    let copies = Copies::of(&File::open(&path)?, &path)?;
    let plain = salvage_copy(&copies.plain);
    let Some(rolled) = copies.rolled.as_deref().filter(|_| why.is_none()) else {
        return plain.map_err(|error| why.unwrap_or(error));
    };
    match (salvage_copy(rolled), plain) {
        (Ok(rolled), Ok(plain)) if plain.lacking() < rolled.lacking() => Ok(plain),
        (Err(_), plain) => plain,
        (rolled, _) => rolled,
    }
}

fn salvage_copy(copy: &Path) -> Result<Salvaged, StoreError> {
    let by_sqlite = read_with_sqlite(copy);
    match &by_sqlite {
        Ok((found, version)) if found.is_whole() || *version < schema::VERSION => {}
        Err(StoreError::TooNew { .. } | StoreError::TooLarge) => {}
        _ => match (read_without(copy), &by_sqlite) {
            // A structure that another tool changed is read rightly by the names of its columns.
            (Ok(found), Ok((other, _))) if other.faults.is_empty() && !found.is_whole() => {}
            (Ok(found), _) => return Ok(found),
            (Err(StoreError::TooLarge), _) => return Err(StoreError::TooLarge),
            (Err(_), _) => {}
        },
    }
    by_sqlite.map(|(found, _)| found)
}

/// What SQLite reads of a copy, and its format.
fn read_with_sqlite(copy: &Path) -> Result<(Salvaged, u32), StoreError> {
    settle_journal(copy)?;
    let mut connection = connect::connect(copy)?;
    let version = schema::check_version(&connection).or_else(|error| match error {
        StoreError::TooNew { .. } => Err(error),
        _ => Ok(schema::VERSION),
    })?;
    // Of a schema that is hurt, what comes before the hurt can be used; the copy is nobody's.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
    drop(connection.execute_batch("PRAGMA writable_schema = ON; SELECT 1 FROM sqlite_schema;"));
    let found = read_past_faults(&mut connection, version, Vec::new())?;
    if found.dossier.plans.is_empty() && found.dossier.catalogues.is_empty() {
        return Err(StoreError::Damaged("nothing can be read".to_owned()));
    }
    Ok((found, version))
}

/// What is read of the pages of a copy. The rows go into a file beside it.
fn read_without(copy: &Path) -> Result<Salvaged, StoreError> {
    let pages = pages::Pages::read(copy)?;
    let mut rebuilt = rebuilt::read(&pages)?;
    let mut connection = rebuilt.write(&copy.with_extension("rebuilt"))?;
    let mut found =
        read_past_faults(&mut connection, schema::VERSION, std::mem::take(&mut rebuilt.faults))?;
    found.loose = loose::loose(&rebuilt, &found.dossier);
    Ok(found)
}

/// A journal mode that SQLite does not know, and would open no file with, is set to ours.
fn settle_journal(copy: &Path) -> Result<(), StoreError> {
    let mut file = File::options().read(true).write(true).open(copy)?;
    let mut modes = [0; 2];
    file.seek(SeekFrom::Start(18))?;
    file.read_exact(&mut modes)?;
    if modes != [1, 1] && modes != [2, 2] {
        file.seek(SeekFrom::Start(18))?;
        file.write_all(&[1, 1])?;
    }
    Ok(())
}

/// Reads what a copy of this format holds, whatever is wrong with it; some faults are known before.
fn read_past_faults(
    connection: &mut Connection,
    version: u32,
    mut faults: Vec<Fault>,
) -> Result<Salvaged, StoreError> {
    let mut changed = Vec::new();
    let mut next_id = Id(1);
    match head::read(connection)? {
        Ok(head) => {
            next_id = head.next_id;
            match verify::verify(connection, &head.totals) {
                Ok(verified) => {
                    faults.extend(verified.faults);
                    changed = verified.changed;
                }
                Err(StoreError::TooLarge) => return Err(StoreError::TooLarge),
                Err(_) => faults.push(Fault::new("", What::Unreadable)),
            }
        }
        Err(fault) => faults.push(fault),
    }
    // Where a table is gone, what climbs of the others is read.
    drop(schema::climb(connection, version));
    let mut reading = reading::Reading { from: connection, faults, revive: true };
    let mut dossier = load::dossier(&mut reading, next_id)?;
    let mut faults = reading.faults;
    if let Err(broken) = dossier.check_rules() {
        faults.push(Fault::new("", What::Broken(broken)));
        dossier = heal::healed(dossier);
    }
    let mut once = Vec::new();
    for fault in faults {
        if !once.contains(&fault) {
            once.push(fault);
        }
    }
    Ok(Salvaged { dossier, faults: once, changed, loose: Vec::new() })
}
