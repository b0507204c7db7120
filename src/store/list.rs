//! A table as the list it is: what of it is written where two values of its record differ, and how
//! it is read.

use std::borrow::Borrow;
use std::collections::HashMap;

use super::cell::{Cell, Words, json};
use super::reading::{Loaded, Reading};
use super::shape::Shape;
use super::table::{Child, Key, Table};
use super::writing::{Pass, Writing};
use super::{StoreError, load};
use crate::plan::Access;

impl<P, E, R> Child<P> for Table<P, E, R>
where
    E: Borrow<R> + From<R> + PartialEq,
{
    fn name(&self) -> &'static str {
        self.name
    }

    fn is_first(&self) -> bool {
        self.first
    }

    fn each_shape(&'static self, visit: &mut dyn FnMut(&'static Shape)) {
        visit(self.shape());
        for child in self.children {
            child.each_shape(visit);
        }
    }

    fn each_word(&'static self, of: &P, visit: &mut dyn FnMut(Words, &Cell<'_>)) {
        for element in (self.get)(of) {
            let record = element.borrow();
            for text in self.texts {
                match &text.access {
                    Access::Text { get, .. } => {
                        visit(Words::Plain, &Cell::Text(get(record).into()));
                    }
                    Access::Lines { get, .. } => visit(Words::Json, &json(get(record))),
                }
            }
            for column in self.columns.iter().filter(|column| column.words != Words::None) {
                visit(column.words, &(column.get)(record));
            }
            for child in self.children {
                child.each_word(record, visit);
            }
        }
    }

    fn write(
        &'static self,
        to: &mut Writing<'_>,
        parent: &[Cell<'_>],
        old: Option<&P>,
        new: Option<&P>,
    ) -> Result<(), StoreError> {
        let old = old.map_or(&[][..], self.get);
        let new = new.map_or(&[][..], self.get);
        let shape = self.shape();
        let pairs = match &self.key {
            Key::Own(id) => {
                let id = |list: &[E], at: usize| (id.get)(list[at].borrow()).into_owned();
                pairs(old.len(), new.len(), &|at| id(old, at), &|at| id(new, at))
            }
            _ => pairs_by_place(old.len(), new.len()),
        };
        let mut moved = Vec::new();
        for (was, is) in pairs {
            if let (Some(from), Some(place)) = (was, is)
                && old[from] == new[place]
            {
                if from != place {
                    moved.push((from, place));
                }
                continue;
            }
            let before = was.map(|ord| self.cells(parent, ord, old[ord].borrow()));
            let after = is.map(|ord| self.cells(parent, ord, new[ord].borrow()));
            let key = to.bring(shape, before.as_deref(), after.as_deref())?;
            let (was, is) = (was.map(|ord| &old[ord]), is.map(|ord| &new[ord]));
            let back = to.pass == Pass::TakeOut;
            for first in [!back, back] {
                for child in self.children.iter().filter(|child| child.is_first() == first) {
                    child.write(to, key, was.map(E::borrow), is.map(E::borrow))?;
                }
            }
        }
        match &self.key {
            Key::Own(id) => to.move_all(shape, &moved, &|place| (id.get)(new[place].borrow())),
            _ => Ok(()),
        }
    }

    fn load(&'static self, from: &mut Reading<'_>) -> Result<Box<dyn Loaded<P>>, StoreError> {
        load::table(self, from)
    }
}

impl<P, E, R> Table<P, E, R>
where
    E: Borrow<R> + PartialEq,
{
    /// The values of a row, without its check.
    fn cells<'a>(&self, parent: &[Cell<'a>], ord: usize, record: &'a R) -> Vec<Cell<'a>> {
        let mut cells = self.head(parent, ord, record);
        cells.extend(self.texts.iter().map(|text| match &text.access {
            Access::Text { get, .. } => Cell::Text(get(record).into()),
            Access::Lines { get, .. } => json(get(record)),
        }));
        cells.extend(self.columns.iter().map(|column| (column.get)(record)));
        cells
    }

    /// Key, parent and place.
    fn head<'a>(&self, parent: &[Cell<'a>], ord: usize, record: &'a R) -> Vec<Cell<'a>> {
        let mut cells = Vec::with_capacity(self.shape().columns.len());
        if let Key::Own(id) = &self.key {
            cells.push((id.get)(record));
        }
        cells.extend_from_slice(&parent[..self.parent_length()]);
        if !matches!(self.key, Key::Same(_)) {
            cells.push(Cell::ord(ord));
        }
        cells
    }
}

/// Which element of the old list is which of the new.
type Pair = (Option<usize>, Option<usize>);

/// Of lists whose elements are named by their places.
fn pairs_by_place(old: usize, new: usize) -> Vec<Pair> {
    let at = |index: usize, length: usize| (index < length).then_some(index);
    (0..old.max(new)).map(|index| (at(index, old), at(index, new))).collect()
}

/// Of lists, as long as said, whose elements have names of their own.
fn pairs(
    old: usize,
    new: usize,
    old_id: &dyn Fn(usize) -> Cell<'static>,
    new_id: &dyn Fn(usize) -> Cell<'static>,
) -> Vec<Pair> {
    let both = old.min(new);
    let same = (0..both).take_while(|at| old_id(*at) == new_id(*at)).count();
    // What stands behind a row that came or went is the same too, in other places.
    let from_end = |at: usize| old_id(old - at) == new_id(new - at);
    let behind = (1..=both - same).take_while(|at| from_end(*at)).count();
    let (old_end, new_end) = (old - behind, new - behind);
    let mut pairs: Vec<_> = (0..same).map(|at| (Some(at), Some(at))).collect();
    let mut known: HashMap<Cell<'static>, usize> =
        (same..old_end).map(|at| (old_id(at), at)).collect();
    pairs.extend((same..new_end).map(|at| (known.remove(&new_id(at)), Some(at))));
    pairs.extend((0..behind).map(|at| (Some(old_end + at), Some(new_end + at))));
    pairs.extend(known.into_values().map(|at| (Some(at), None)));
    pairs
}
