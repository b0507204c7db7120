//! A file that is being read: what was found wrong on the way, and rows that wait for the records
//! they belong to.

use rusqlite::Connection;

use super::cell::Cell;
use super::fault::Fault;

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
