//! Rows that wait for the records they belong to: which element of a table stands where.

use crate::words::order;
use std::collections::{HashMap, HashSet};

use super::cell::Cell;
use super::fault::{Fault, What};

/// Which elements of a table wait for whom; they themselves are in a list beside it.
#[derive(Default)]
pub(super) struct Waiting {
    /// By what names the record they belong to: place in its list, place among the elements.
    by: HashMap<Vec<Cell<'static>>, Vec<(i64, usize)>>,
    /// Of a record that is gone, and so is what it belonged to: the first that asks takes them.
    pub strays: Vec<usize>,
    seen: HashSet<Vec<Cell<'static>>>,
}

impl Waiting {
    /// Whether a row of this name comes for the first time.
    pub(super) fn see(&mut self, key: &[Cell<'static>]) -> bool {
        self.seen.insert(key.to_vec())
    }

    pub(super) fn put(&mut self, parent: Vec<Cell<'static>>, ord: i64, element: usize) {
        self.by.entry(parent).or_default().push((ord, element));
    }

    /// The elements of a record in their order; gaps between their places are noted.
    pub(super) fn all(
        &mut self,
        table: &'static str,
        parent: &[Cell<'static>],
        faults: &mut Vec<Fault>,
    ) -> Vec<usize> {
        let mut rows = self.by.remove(parent).unwrap_or_default();
        order::by_key(&mut rows, |(ord, _)| *ord);
        if !rows.iter().zip(0_i64..).all(|((ord, _), place)| *ord == place) {
            faults.push(Fault::new(table, What::Places));
        }
        let strays = std::mem::take(&mut self.strays);
        rows.into_iter().map(|(_, element)| element).chain(strays).collect()
    }

    /// The one element of a record that should have one (`wanted`) or none; none where there is
    /// none. Another number of them is noted.
    pub(super) fn one(
        &mut self,
        table: &'static str,
        parent: &[Cell<'static>],
        wanted: bool,
        faults: &mut Vec<Fault>,
    ) -> Option<Vec<usize>> {
        let rows = self.by.remove(parent).unwrap_or_default();
        if usize::from(wanted) != rows.len() {
            faults.push(Fault::new(table, if wanted { What::Empty } else { What::Alone }));
        }
        (!rows.is_empty()).then(|| rows.into_iter().map(|(_, element)| element).collect())
    }

    /// The names of records that nobody asked for.
    pub(super) fn left(&self) -> Vec<Vec<Cell<'static>>> {
        self.by.keys().cloned().collect()
    }
}
