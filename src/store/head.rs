//! The dossier's own row: the next number, the file's name for itself, and what is kept of
//! each table.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};

use super::StoreError;
use super::cell::{Cell, Words};
use super::fault::Fault;
use super::seal::{Totals, seed, term};
use super::shape::{Shape, ShapeColumn};
use crate::plan::Id;

pub(super) const TABLE: &str = "dossier";
/// The key of the one row.
pub(super) const KEY: Cell<'static> = Cell::Integer(1);

/// What the row holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub next_id: Id,
    /// Given at random when the file was made; copies of the file keep it.
    pub file_id: [u8; 16],
    pub totals: Totals,
}

/// Its columns.
pub(super) fn shape() -> Shape {
    let column = |name, kind| ShapeColumn { name, kind, null: false, words: Words::None };
    let columns = vec![
        column("id", "INTEGER"),
        column("next_id", "INTEGER"),
        column("file_id", "BLOB"),
        column("totals", "TEXT"),
    ];
    Shape::new(TABLE, columns, 1, Vec::new())
}

/// Reads it.
pub(super) fn read(from: &Connection) -> Result<Result<Head, Fault>, StoreError> {
    let found =
        from.query_row("SELECT next_id, file_id, totals FROM dossier WHERE id = 1", [], |row| {
            let totals: String = row.get(2)?;
            let totals = Totals::read(&totals).ok_or(rusqlite::Error::InvalidQuery)?;
            Ok(Head { next_id: Id(row.get(0)?), file_id: row.get(1)?, totals })
        });
    match found {
        Ok(head) => Ok(Ok(head)),
        Err(error) => Fault::unreadable(TABLE, error).map(Err),
    }
}

/// Writes it in place of the one that is there, if any.
pub(super) fn write(to: &Connection, head: &Head) -> Result<(), StoreError> {
    let Head { next_id, file_id, totals } = head;
    let totals = totals.json();
    let values = [
        ("id", KEY.value()),
        ("next_id", ValueRef::Integer(i64::from(next_id.0))),
        ("file_id", (&file_id[..]).into()),
        ("totals", totals.as_str().into()),
    ];
    let terms = values.iter().map(|(column, value)| term(seed(TABLE, column), *value));
    let check = terms.fold(0, u64::wrapping_add).cast_signed();
    to.prepare_cached(
        "INSERT OR REPLACE INTO dossier (id, next_id, file_id, totals, row_check)
         VALUES (1, ?1, ?2, ?3, ?4)",
    )?
    .execute(params![next_id.0, file_id, totals, check])?;
    Ok(())
}

/// A name for a new file.
pub(super) fn new_file_id(from: &Connection) -> Result<[u8; 16], StoreError> {
    Ok(from.query_row("SELECT randomblob(16)", [], |row| row.get(0))?)
}
