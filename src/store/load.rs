//! Reads the whole dossier out of a file: each table once, from the lists inside to those that
//! hold them. What is wrong is noted and the reading goes on, so that a damaged file gives all it
//! can; whether anything may be wrong is for the caller to say.

use std::borrow::Borrow;

use rusqlite::Row;

use super::cell::Cell;
use super::fault::{Fault, What};
use super::reading::{Found, Loaded, Reading, Values, each};
use super::table::{Child, Key, Table};
use super::waiting::Waiting;
use super::{StoreError, head, tables};
use crate::plan::{Access, Dossier, Id};

/// All that a file holds.
pub(super) fn dossier(reading: &mut Reading<'_>, next_id: Id) -> Result<Dossier, StoreError> {
    let mut dossier = Dossier { next_id, ..Dossier::default() };
    for child in tables::DOSSIER {
        let mut loaded = child.load(reading)?;
        loaded.attach(&[head::KEY], &mut dossier, &mut reading.faults);
        if !loaded.left().is_empty() {
            reading.faults.push(Fault::new(child.name(), What::Alone));
        }
    }
    Ok(dossier)
}

/// The rows of a table, waiting for the records they belong to.
struct Rows<P: 'static, E: 'static, R: 'static> {
    table: &'static Table<P, E, R>,
    waiting: Waiting,
    /// Each is taken once.
    elements: Vec<Option<E>>,
}

/// A list inside a record, and its rows.
type Inside<R> = (&'static dyn Child<R>, Box<dyn Loaded<R>>);

pub(super) fn table<P, E, R>(
    table: &'static Table<P, E, R>,
    reading: &mut Reading<'_>,
) -> Result<Box<dyn Loaded<P>>, StoreError>
where
    E: Borrow<R> + From<R> + PartialEq,
{
    let mut inside: Vec<Inside<R>> = Vec::new();
    for child in table.children {
        inside.push((*child, child.load(reading)?));
    }
    let mut rows = Rows { table, waiting: Waiting::default(), elements: Vec::new() };
    // Only from a damaged file a row comes twice, and only what is saved of one needs to tell.
    let may_repeat = reading.revive;
    each(reading, table.shape(), &mut |row, faults| {
        let mut record = (table.empty)();
        let Some(found) = read(table, row, &mut record, faults) else { return false };
        if !may_repeat || rows.waiting.see(&found.key) {
            for (_, child) in &mut inside {
                child.attach(&found.key, &mut record, faults);
            }
            rows.keep(found.parent, found.ord, record);
        }
        true
    })?;
    if reading.revive {
        let gone: Vec<_> = inside.iter().flat_map(|(_, child)| child.left()).collect();
        for key in gone {
            if rows.waiting.see(&key) {
                rows.revive(&key, &mut inside, &mut reading.faults);
            }
        }
    }
    for (child, loaded) in &inside {
        if !loaded.left().is_empty() {
            reading.faults.push(Fault::new(child.name(), What::Alone));
        }
    }
    Ok(Box::new(rows))
}

/// A row as a record; a value that cannot be is noted and left out. None where its key cannot be.
fn read<P, E, R>(
    table: &Table<P, E, R>,
    row: &Row<'_>,
    record: &mut R,
    faults: &mut Vec<Fault>,
) -> Option<Found> {
    let mut values = Values::of(row);
    let own = matches!(table.key, Key::Own(_)).then(|| values.next());
    let (parent, ord) = values.place(table.parent_length(), !matches!(table.key, Key::Same(_)))?;
    let mut odd = |column| faults.push(Fault::odd(table.name, column));
    for text in table.texts {
        let is_read = match &text.access {
            Access::Text { set, .. } => values.stored().map(|text| set(record, text)),
            Access::Lines { set, .. } => values.stored().map(|lines| set(record, lines)),
        };
        if is_read.is_none() {
            odd(text.field.name());
        }
    }
    for column in table.columns {
        if values.next().and_then(|cell| (column.set)(record, cell)).is_none() {
            odd(column.name);
        }
    }
    let key = match (&table.key, own) {
        (Key::Own(id), Some(cell)) => {
            let cell = cell?.into_owned();
            (id.set)(record, cell.clone())?;
            vec![cell]
        }
        (Key::Same(tell), _) => {
            tell(record, parent.first()?);
            parent.clone()
        }
        _ => parent.iter().cloned().chain([Cell::Integer(ord)]).collect(),
    };
    Some(Found { key, parent, ord })
}

impl<P, E, R> Rows<P, E, R>
where
    E: Borrow<R> + From<R> + PartialEq,
{
    fn keep(&mut self, parent: Vec<Cell<'static>>, ord: i64, record: R) {
        self.waiting.put(parent, ord, self.elements.len());
        self.elements.push(Some(record.into()));
    }

    /// Makes a record anew that is gone, for what belongs to it.
    fn revive(&mut self, key: &[Cell<'static>], inside: &mut [Inside<R>], faults: &mut Vec<Fault>) {
        faults.push(Fault::new(self.table.name, What::Empty));
        let mut record = (self.table.empty)();
        let parent = self.table.parent_length();
        if let Key::Own(id) = &self.table.key
            && (key.len() != 1 || (id.set)(&mut record, key[0].clone()).is_none())
        {
            return;
        }
        for (_, child) in inside {
            child.attach(key, &mut record, faults);
        }
        match &self.table.key {
            // Where it stood is not known.
            Key::Own(_) if parent > 0 => {
                self.waiting.strays.push(self.elements.len());
                self.elements.push(Some(record.into()));
            }
            Key::Own(_) => self.keep(Vec::new(), i64::MAX, record),
            _ => {
                let ord = if let Some(Cell::Integer(ord)) = key.last() { *ord } else { 0 };
                self.keep(key[..parent].to_vec(), ord, record);
            }
        }
    }
}

impl<P, E, R> Loaded<P> for Rows<P, E, R> {
    fn attach(&mut self, key: &[Cell<'static>], to: &mut P, faults: &mut Vec<Fault>) {
        let table = self.table;
        let parent = &key[..table.parent_length()];
        let places = if let Key::Same(_) = table.key {
            self.waiting.one(table.name, parent, (table.wanted)(to), faults)
        } else {
            Some(self.waiting.all(table.name, parent, faults))
        };
        if let Some(places) = places {
            let elements = places.into_iter().filter_map(|at| self.elements[at].take());
            (table.set)(to, elements.collect());
        }
    }

    fn left(&self) -> Vec<Vec<Cell<'static>>> {
        self.waiting.left()
    }
}
