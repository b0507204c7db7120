//! A table as the list it is: what of it is written where two values of its record differ, and how
//! it is read.

use std::borrow::Borrow;
use std::collections::HashMap;

use super::cell::{Cell, Words, json};
use super::reading::{Loaded, Reading};
use super::shape::Shape;
use super::table::{Child, Key, Table};
use super::writing::Writing;
use super::{StoreError, load};
use crate::plan::Access;

impl<P, E, R> Child<P> for Table<P, E, R>
where
    E: Borrow<R> + From<R> + PartialEq,
{
    fn name(&self) -> &'static str {
        self.name
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
        let mut moved = Vec::new();
        for (was, is) in self.pairs(old, new) {
            let (was, is) = (was.map(|at| (at, &old[at])), is.map(|at| (at, &new[at])));
            if let (Some((from, before)), Some((place, after))) = (was, is)
                && before == after
            {
                if from != place {
                    moved.push((from, place));
                }
                continue;
            }
            let before = was.map(|(ord, of)| self.cells(parent, ord, of.borrow()));
            let after = is.map(|(ord, of)| self.cells(parent, ord, of.borrow()));
            let Some(either) = before.as_ref().or(after.as_ref()) else { continue };
            let key = either[..shape.key].to_vec();
            match (&before, &after) {
                (Some(before), None) => to.delete(shape, &before[..shape.key])?,
                (None, Some(after)) => to.insert(shape, after)?,
                (Some(before), Some(after)) if before != after => to.update(shape, after)?,
                _ => {}
            }
            let (was, is) = (was.map(|(_, of)| of), is.map(|(_, of)| of));
            for child in self.children {
                child.write(to, &key, was.map(E::borrow), is.map(E::borrow))?;
            }
        }
        let Key::Own(id) = &self.key else { return Ok(()) };
        if moved.is_empty() {
            return Ok(());
        }
        to.move_all(
            shape,
            moved.iter().map(|&(from, place)| ((id.get)(new[place].borrow()), from, place)),
        )
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

    /// Which element of the old list is which of the new.
    fn pairs(&self, old: &[E], new: &[E]) -> Vec<(Option<usize>, Option<usize>)> {
        let both = old.len().min(new.len());
        let Key::Own(id) = &self.key else {
            let longer = old.len().max(new.len());
            let at = |index: usize, list: &[E]| (index < list.len()).then_some(index);
            return (0..longer).map(|index| (at(index, old), at(index, new))).collect();
        };
        let id = |of: &E| (id.get)(of.borrow()).into_owned();
        let same = (0..both).take_while(|at| id(&old[*at]) == id(&new[*at])).count();
        // What stands behind a row that came or went is the same too, in other places.
        let from_end = |at: usize| id(&old[old.len() - at]) == id(&new[new.len() - at]);
        let behind = (1..=both - same).take_while(|at| from_end(*at)).count();
        let (old_end, new_end) = (old.len() - behind, new.len() - behind);
        let mut pairs: Vec<_> = (0..same).map(|at| (Some(at), Some(at))).collect();
        let mut known: HashMap<Cell<'static>, usize> =
            (same..old_end).map(|at| (id(&old[at]), at)).collect();
        pairs.extend((same..new_end).map(|at| (known.remove(&id(&new[at])), Some(at))));
        pairs.extend((0..behind).map(|at| (Some(old_end + at), Some(new_end + at))));
        pairs.extend(known.into_values().map(|at| (Some(at), None)));
        pairs
    }
}
