//! The rows of a transaction that brings the file to another value. Number and sum of each table's
//! checks are kept on the way: a row that goes takes with it the check that stands in the file.

use rusqlite::{Connection, params_from_iter};

use super::StoreError;
use super::cell::Cell;
use super::seal::{Totals, term};
use super::shape::Shape;

/// What is done at the moment.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    TakeOut,
    BringIn,
}

/// A transaction that brings the file to another value.
pub(super) struct Writing<'t> {
    pub to: &'t Connection,
    pub totals: Totals,
    pub pass: Pass,
}

/// The check of a row.
fn sealed(shape: &Shape, cells: &[Cell<'_>]) -> i64 {
    let terms = shape.seeds.iter().zip(cells).map(|(seed, cell)| term(*seed, cell.value()));
    terms.fold(0, u64::wrapping_add).cast_signed()
}

impl Writing<'_> {
    /// Brings a row from one value to another, of which one at least is there, and gives its key.
    pub(super) fn bring<'a>(
        &mut self,
        shape: &Shape,
        before: Option<&'a [Cell<'a>]>,
        after: Option<&'a [Cell<'a>]>,
    ) -> Result<&'a [Cell<'a>], StoreError> {
        match (before, after) {
            (Some(before), None) => self.delete(shape, &before[..shape.key])?,
            (None, Some(after)) => self.insert(shape, after)?,
            (Some(before), Some(after)) if before != after => self.update(shape, after)?,
            _ => {}
        }
        Ok(before.or(after).map_or(&[], |cells| &cells[..shape.key]))
    }

    fn insert(&mut self, shape: &Shape, cells: &[Cell<'_>]) -> Result<(), StoreError> {
        if self.pass == Pass::BringIn {
            let check = self.put(&shape.insert, shape, cells)?;
            self.totals.add(shape.name, check);
        }
        Ok(())
    }

    fn update(&mut self, shape: &Shape, after: &[Cell<'_>]) -> Result<(), StoreError> {
        if self.pass != Pass::BringIn {
            return Ok(());
        }
        let was = self.check(shape, &after[..shape.key])?;
        let is = self.put(&shape.update, shape, after)?;
        self.totals.take(shape.name, was);
        self.totals.add(shape.name, is);
        Ok(())
    }

    /// Moves rows of which nothing but the place in the list differs, each named by its `id`: a
    /// row put in at the top moves thousands. Their checks move by as much as the places' terms
    /// do, whatever they are. `id` names the row that stands at a new place.
    pub(super) fn move_all<'a>(
        &mut self,
        shape: &Shape,
        rows: &[(usize, usize)],
        id: &dyn Fn(usize) -> Cell<'a>,
    ) -> Result<(), StoreError> {
        if self.pass != Pass::BringIn || rows.is_empty() {
            return Ok(());
        }
        let of_place = |place: usize| term(shape.place_seed, Cell::ord(place).value());
        let mut statement = self.to.prepare_cached(&shape.place)?;
        let mut sum = 0_i64;
        for &(from, place) in rows {
            let by = of_place(place).wrapping_sub(of_place(from)).cast_signed();
            let values = (id(place), Cell::ord(from), Cell::ord(place), by);
            if statement.execute(values)? != 1 {
                return Err(rusqlite::Error::QueryReturnedNoRows.into());
            }
            sum = sum.wrapping_add(by);
        }
        self.totals.shift(shape.name, sum);
        Ok(())
    }

    fn delete(&mut self, shape: &Shape, key: &[Cell<'_>]) -> Result<(), StoreError> {
        if self.pass == Pass::TakeOut {
            let before = self.check(shape, key)?;
            self.to.prepare_cached(&shape.delete)?.execute(params_from_iter(key))?;
            self.totals.take(shape.name, before);
        }
        Ok(())
    }

    fn put(&self, statement: &str, shape: &Shape, cells: &[Cell<'_>]) -> Result<i64, StoreError> {
        let check = sealed(shape, cells);
        let last = Cell::Integer(check);
        let values = cells.iter().chain(std::iter::once(&last));
        self.to.prepare_cached(statement)?.execute(params_from_iter(values))?;
        Ok(check)
    }

    /// The check that stands in the file; a row that is not there is one that we lost.
    fn check(&self, shape: &Shape, key: &[Cell<'_>]) -> Result<i64, StoreError> {
        let mut find = self.to.prepare_cached(&shape.find)?;
        Ok(find.query_row(params_from_iter(key), |row| row.get(0))?)
    }
}
