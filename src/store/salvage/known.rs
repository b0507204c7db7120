//! The tables of a file as its rows are known by: which table a row is of is said by its own check.

use rusqlite::types::ValueRef;

use super::super::cell::Cell;
use super::super::seal::term;
use super::super::shape::Shape;
use super::super::{head, tables};

/// Where among the [`Known`] the dossier's own row is.
pub(super) const HEAD: usize = 0;

/// Every table, each before those that belong to it.
pub(super) struct Known {
    head: Shape,
    rest: Vec<&'static Shape>,
}

impl Known {
    pub(super) fn new() -> Self {
        let mut rest = Vec::new();
        tables::each_shape(&mut |shape| rest.push(shape));
        Self { head: head::shape(), rest }
    }

    pub(super) fn count(&self) -> usize {
        self.rest.len() + 1
    }

    pub(super) fn shape(&self, table: usize) -> &Shape {
        match table {
            HEAD => &self.head,
            _ => self.rest[table - 1],
        }
    }

    pub(super) fn named(&self, name: &str) -> Option<usize> {
        (0..self.count()).find(|table| self.shape(*table).name == name)
    }

    /// The table of a row that is whole, which is where its values give its check.
    pub(super) fn table_of(&self, values: &[ValueRef<'_>], numbered: bool) -> Option<usize> {
        (0..self.count()).find(|table| {
            let shape = self.shape(*table);
            shape.is_numbered() == numbered
                && values.len() >= shape.columns.len()
                && stored_check(shape, values) == Some(check(shape, values))
        })
    }
}

fn check(shape: &Shape, values: &[ValueRef<'_>]) -> i64 {
    let terms = shape.seeds.iter().zip(values).map(|(seed, value)| term(*seed, *value));
    terms.fold(0, u64::wrapping_add).cast_signed()
}

/// The check that stands in a row.
pub(super) fn stored_check(shape: &Shape, values: &[ValueRef<'_>]) -> Option<i64> {
    match values.get(shape.columns.len() - 1)? {
        ValueRef::Integer(check) => Some(*check),
        _ => None,
    }
}

/// What names a row in its table; none where it has no such values.
pub(super) fn key(shape: &Shape, values: &[ValueRef<'_>]) -> Option<Vec<Cell<'static>>> {
    let cell = |value: &ValueRef<'_>| match value {
        ValueRef::Integer(number) => Some(Cell::Integer(*number)),
        ValueRef::Text(text) => Some(Cell::Text(std::str::from_utf8(text).ok()?.to_owned().into())),
        _ => None,
    };
    values.get(..shape.key)?.iter().map(cell).collect()
}
