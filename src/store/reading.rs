//! A file that is being read: its rows one by one, and what was found wrong on the way. Nothing here
//! knows a record, so that it is in the program once and not once a table.

use rusqlite::{Connection, Row};

use super::StoreError;
use super::cell::{Cell, Stored};
use super::fault::Fault;
use super::shape::Shape;

/// A reading, and what was found wrong on the way.
pub(super) struct Reading<'c> {
    pub from: &'c Connection,
    pub faults: Vec<Fault>,
    /// Whether a record that is gone is made anew, empty, where words that belong to it are there.
    pub revive: bool,
}

/// The rows of one table, waiting for the records they belong to.
pub(super) trait Loaded<P> {
    /// Gives a record what belongs to it.
    fn attach(&mut self, key: &[Cell<'static>], to: &mut P, faults: &mut Vec<Fault>);

    /// The keys of records that nobody asked for.
    fn left(&self) -> Vec<Vec<Cell<'static>>>;
}

/// What names a row that was read, what it belongs to, and its place there.
pub(super) struct Found {
    pub key: Vec<Cell<'static>>,
    pub parent: Vec<Cell<'static>>,
    pub ord: i64,
}

/// The values of a row, from its first column to its last.
pub(super) struct Values<'r> {
    row: &'r Row<'r>,
    at: usize,
}

impl<'r> Values<'r> {
    pub(super) fn of(row: &'r Row<'r>) -> Self {
        Self { row, at: 0 }
    }

    /// None for what no column of ours holds.
    pub(super) fn next(&mut self) -> Option<Cell<'r>> {
        self.at += 1;
        self.row.get_ref(self.at - 1).ok().and_then(Cell::read)
    }

    pub(super) fn stored<T: Stored>(&mut self) -> Option<T> {
        self.next().and_then(T::read)
    }

    /// What the row belongs to, in `parents` columns, and its place in the list, where it has one:
    /// 0 where it has none, -1 where the place cannot be one.
    pub(super) fn place(
        &mut self,
        parents: usize,
        has_place: bool,
    ) -> Option<(Vec<Cell<'static>>, i64)> {
        let parent: Option<Vec<_>> =
            (0..parents).map(|_| self.next().map(Cell::into_owned)).collect();
        let ord = match has_place.then(|| self.next()) {
            None => 0,
            Some(Some(Cell::Integer(ord))) => ord,
            Some(_) => -1,
        };
        Some((parent?, ord))
    }
}

/// Hands out the rows of a table; `take` says whether a row could be named. Where the table cannot
/// be read in one go it is read from its other end as well, so a row may come twice.
pub(super) fn each(
    reading: &mut Reading<'_>,
    shape: &Shape,
    take: &mut dyn FnMut(&Row<'_>, &mut Vec<Fault>) -> bool,
) -> Result<(), StoreError> {
    if !each_of(reading, shape.name, &shape.select, take)? {
        let back = shape.order.replace(',', " DESC,");
        let query = format!("{} ORDER BY {back} DESC", shape.select);
        each_of(reading, shape.name, &query, take)?;
    }
    Ok(())
}

/// Reads to the end; `false` where that cannot be.
fn each_of(
    reading: &mut Reading<'_>,
    name: &'static str,
    query: &str,
    take: &mut dyn FnMut(&Row<'_>, &mut Vec<Fault>) -> bool,
) -> Result<bool, StoreError> {
    let unreadable = |error, faults: &mut Vec<Fault>| {
        let fault = Fault::unreadable(name, error)?;
        if !faults.contains(&fault) {
            faults.push(fault);
        }
        Ok(false)
    };
    let mut statement = match reading.from.prepare(query) {
        Ok(statement) => statement,
        Err(error) => return unreadable(error, &mut reading.faults),
    };
    let mut rows = statement.query([])?;
    loop {
        match rows.next() {
            Ok(None) => return Ok(true),
            Err(error) => return unreadable(error, &mut reading.faults),
            Ok(Some(row)) => {
                if !take(row, &mut reading.faults) {
                    reading.faults.push(Fault::odd(name, "id"));
                }
            }
        }
    }
}
