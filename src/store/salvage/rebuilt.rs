//! A new file, of the rows that were found on the pages of a damaged one.

use crate::words::order;
use std::collections::HashSet;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, ToSql, params_from_iter};

use super::super::cell::Cell;
use super::super::fault::{Fault, What};
use super::super::seal::Totals;
use super::super::shape::Shape;
use super::super::{StoreError, connect, place, schema};
use super::found::{Found, Rows};
use super::known::{HEAD, Known};
use super::pages::Pages;
use super::places::Places;
use super::settle::{Settled, settle};

/// The rows of a damaged file, settled table by table.
pub(super) struct Rebuilt<'p> {
    pub known: Known,
    pub rows: Rows<'p>,
    pub settled: Vec<Settled>,
    /// Tables that could not be read to their end, where no number of their rows is kept.
    pub faults: Vec<Fault>,
}

/// Reads all pages, and decides which rows are those last saved.
///
/// # Errors
/// [`StoreError::Damaged`] where no row of ours is whole.
pub(super) fn read(pages: &Pages) -> Result<Rebuilt<'_>, StoreError> {
    let known = Known::new();
    let places = Places::of(pages, &known);
    let mut rows = Rows::of(pages, &known, &places)?;
    if !rows.of.iter().flatten().any(|row| row.whole) {
        return Err(StoreError::Damaged("no row is whole".to_owned()));
    }
    // Of several, the one that was written last: numbers are never given again.
    order::by_key(&mut rows.of[HEAD], |row| (!row.whole, std::cmp::Reverse(next_id(row))));
    let mut keys: Vec<HashSet<Vec<Cell<'static>>>> = Vec::new();
    let (mut settled, mut faults, mut totals) = (Vec::new(), Vec::new(), None);
    for table in 0..known.count() {
        let shape = known.shape(table);
        let kept = totals.as_ref().map(|totals: &Totals| totals.of(shape.name));
        let whole = places.whole[table];
        let found = &rows.of[table];
        let belongs = |row: &Found<'_>| belongs(&known, table, row, &keys);
        let one = settle(found, kept, whole, &belongs);
        if table == HEAD {
            totals = one.taken.first().and_then(|at| totals_of(&found[*at]));
        } else if totals.is_none() && !whole {
            faults.push(Fault::new(shape.name, What::Unreadable));
        }
        keys.push(one.taken.iter().map(|at| found[*at].key.clone()).collect());
        settled.push(one);
    }
    Ok(Rebuilt { known, rows, settled, faults })
}

fn next_id(row: &Found<'_>) -> i64 {
    match row.values().0.get(1) {
        Some(ValueRef::Integer(next)) => *next,
        _ => 0,
    }
}

/// What is kept of each table, of a dossier's row that is whole.
fn totals_of(row: &Found<'_>) -> Option<Totals> {
    match row.values().0.get(3)? {
        ValueRef::Text(totals) if row.whole => Totals::read(std::str::from_utf8(totals).ok()?),
        _ => None,
    }
}

/// Whether what a row belongs to is there, of the tables that were settled before.
fn belongs(
    known: &Known,
    table: usize,
    row: &Found<'_>,
    keys: &[HashSet<Vec<Cell<'static>>>],
) -> bool {
    let shape = known.shape(table);
    let Some((columns, to)) = shape.references.first() else { return true };
    let parent = to.split(' ').next().and_then(|name| known.named(name));
    let Some(keys) = parent.and_then(|parent| keys.get(parent)) else { return true };
    let (values, _) = row.values();
    let of = |name: &str| {
        let at = shape.columns.iter().position(|column| column.name == name)?;
        values.get(at).copied()
    };
    let of_parent: Option<Vec<ValueRef<'_>>> = columns.split(", ").map(of).collect();
    of_parent.is_some_and(|values| {
        let cells: Option<Vec<Cell<'static>>> =
            values.into_iter().map(|value| Cell::read(value).map(Cell::into_owned)).collect();
        cells.is_some_and(|cells| keys.contains(&cells))
    })
}

impl Rebuilt<'_> {
    /// Writes the rows into a new file of the same tables, whose references nobody checks; a hurt
    /// row that does not fit into its table becomes a rival.
    pub(super) fn write(&mut self, path: &Path) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = place::open(path, flags)?;
        connect::harden(&connection)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
        // It is gone with the folder it is in.
        connection.query_row("PRAGMA journal_mode = MEMORY", [], |_| Ok(()))?;
        connection.execute_batch("PRAGMA synchronous = OFF")?;
        let transaction = connection.transaction()?;
        schema::create(&transaction)?;
        for (table, settled) in self.settled.iter_mut().enumerate() {
            let shape = self.known.shape(table);
            let mut insert = transaction.prepare(&shape.insert)?;
            let mut refused = Vec::new();
            for at in &settled.taken {
                let row = &self.rows.of[table][*at];
                match insert.execute(params_from_iter(fitted(shape, row))) {
                    Ok(_) => {}
                    Err(error) if misfits(&error) => refused.push(*at),
                    Err(error) => return Err(error.into()),
                }
            }
            settled.taken.retain(|at| !refused.contains(at));
            settled.rivals.extend(refused);
        }
        transaction.commit()?;
        Ok(connection)
    }
}

fn misfits(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation)
}

/// The values of a row; what is cut off of a hurt one is empty.
fn fitted<'r>(shape: &Shape, row: &'r Found<'_>) -> Vec<Value<'r>> {
    let (values, known) = row.values();
    let fit = |(at, value): (usize, ValueRef<'r>)| match (value, shape.columns.get(at)) {
        (ValueRef::Null, Some(column)) if at >= known && !column.null => match column.kind {
            "TEXT" => Value(ValueRef::Text(b"")),
            "BLOB" => Value(ValueRef::Blob(b"")),
            _ => Value(ValueRef::Integer(0)),
        },
        (value, _) => Value(value),
    };
    values.into_iter().take(shape.columns.len()).enumerate().map(fit).collect()
}

struct Value<'r>(ValueRef<'r>);

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(self.0))
    }
}
