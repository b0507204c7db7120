//! Every row that stands on any page of a file, with what is known of it.

use std::borrow::Cow;
use std::collections::HashMap;

use rusqlite::types::ValueRef;

use super::super::cell::Cell;
use super::super::{StoreError, bounds};
use super::chains::{Chains, Payload};
use super::known::{Known, key, stored_check};
use super::pages::{self, Pages};
use super::places::{Place, Places, of_schema};
use super::record::Record;

/// How many times as many rows as a file may have are looked at: of many there are older copies.
const TIMES: i64 = 2;

/// A row that was found.
pub(super) struct Found<'p> {
    pub page: u32,
    pub place: Place,
    rowid: Option<i64>,
    bytes: Cow<'p, [u8]>,
    pub key: Vec<Cell<'static>>,
    /// The check that stands in it.
    pub check: i64,
    /// Whether its values give that check.
    pub whole: bool,
}

/// The rows of a file.
pub(super) struct Rows<'p> {
    /// By table.
    pub of: Vec<Vec<Found<'p>>>,
    /// Of which neither table nor key is known.
    pub nameless: Vec<Found<'p>>,
}

impl Found<'_> {
    /// Its values, and how many of them are there whole.
    pub(super) fn values(&self) -> (Vec<ValueRef<'_>>, usize) {
        read(self.rowid, &self.bytes).unwrap_or_default()
    }
}

/// The values of a row, and how many of them are there whole.
fn read(rowid: Option<i64>, bytes: &[u8]) -> Option<(Vec<ValueRef<'_>>, usize)> {
    let Record { values, known } = Record::read(bytes)?;
    Some((numbered(values, rowid)?, known))
}

/// A row's number, where it has one, stands in the place of its first value.
fn numbered(mut values: Vec<ValueRef<'_>>, rowid: Option<i64>) -> Option<Vec<ValueRef<'_>>> {
    if let Some(rowid) = rowid {
        *values.first_mut()? = ValueRef::Integer(rowid);
    }
    Some(values)
}

impl<'p> Rows<'p> {
    /// Reads every page once: first the rows that are whole, then, of the pages that are not free,
    /// what else looks like one.
    pub(super) fn of(pages: &'p Pages, known: &Known, places: &Places) -> Result<Self, StoreError> {
        let mut rows =
            Self { of: (0..known.count()).map(|_| Vec::new()).collect(), nameless: Vec::new() };
        let mut chains = Chains::of(pages);
        let mut hurt = Vec::new();
        // Whose rows a page holds: the last whole one says it.
        let mut table_of_page = HashMap::new();
        let mut count = 0;
        for number in 1..=pages.count() {
            let Some(node) = pages.node(number) else { continue };
            for cell in node.rows().into_iter().flatten() {
                count += 1;
                bounds::check_rows(count / TIMES, "", 0)?;
                let payload = chains.follow(&cell, false);
                match whole(known, places, number, &cell, &payload) {
                    Some((table, found)) => {
                        chains.give(&payload);
                        table_of_page.insert(number, table);
                        rows.of[table].push(Found { bytes: payload.bytes, ..found });
                    }
                    None => hurt.push((number, cell)),
                }
            }
        }
        for (number, cell) in hurt {
            let payload = chains.follow(&cell, true);
            let table = match places.page(number) {
                Place::Free => continue,
                Place::Tree(table) => Some(table),
                Place::Unknown => table_of_page.get(&number).copied(),
            };
            rows.take_hurt(known, places.page(number), (number, table), cell.rowid, payload);
        }
        Ok(rows)
    }

    fn take_hurt(
        &mut self,
        known: &Known,
        place: Place,
        (page, table): (u32, Option<usize>),
        rowid: Option<i64>,
        payload: Payload<'p>,
    ) {
        let read = Record::read(&payload.bytes).filter(|row| of_schema(&row.values).is_none());
        let Some(values) = read.and_then(|row| numbered(row.values, rowid)) else { return };
        let named = table.and_then(|table| {
            let shape = known.shape(table);
            let fits =
                shape.is_numbered() == rowid.is_some() && values.len() == shape.columns.len();
            let key = key(shape, &values).filter(|_| fits)?;
            Some((table, key, stored_check(shape, &values).unwrap_or_default()))
        });
        let (table, key, check) = match named {
            Some((table, key, check)) => (Some(table), key, check),
            None => (None, Vec::new(), 0),
        };
        let found = Found { page, place, rowid, bytes: payload.bytes, key, check, whole: false };
        match table {
            Some(table) => self.of[table].push(found),
            None => self.nameless.push(found),
        }
    }
}

/// A row whose values give the check that stands in it, and its table.
fn whole<'p>(
    known: &Known,
    places: &Places,
    page: u32,
    cell: &pages::Cell<'p>,
    payload: &Payload<'p>,
) -> Option<(usize, Found<'p>)> {
    let (values, _) = read(cell.rowid, &payload.bytes).filter(|_| payload.whole)?;
    let table = known.table_of(&values, cell.rowid.is_some())?;
    let shape = known.shape(table);
    // A row of another table's page was put there by an accident.
    let place = match places.page(page) {
        Place::Tree(other) if other != table => Place::Unknown,
        place => place,
    };
    let (key, check) = (key(shape, &values)?, stored_check(shape, &values)?);
    let bytes = Cow::Borrowed(&[][..]);
    Some((table, Found { page, place, rowid: cell.rowid, bytes, key, check, whole: true }))
}
