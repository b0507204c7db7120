//! Reads the whole dossier out of a file: each table once, from the lists inside to those that
//! hold them. What is wrong is noted and the reading goes on, so that a damaged file gives all it
//! can; whether anything may be wrong is for the caller to say.

use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};

use rusqlite::Row;

use super::cell::{Cell, Stored};
use super::fault::{Fault, What};
use super::reading::{Loaded, Reading};
use super::table::{Child, Key, Table};
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

struct Rows<P: 'static, E: 'static, R: 'static> {
    table: &'static Table<P, E, R>,
    by: HashMap<Vec<Cell<'static>>, Vec<(i64, E)>>,
    /// Of a record that is gone, and so is what it belonged to: the first that asks takes them.
    strays: Vec<E>,
}

/// A list inside a record, and its rows.
type Inside<R> = (&'static dyn Child<R>, Box<dyn Loaded<R>>);

/// One row, read.
struct Found<R> {
    key: Vec<Cell<'static>>,
    parent: Vec<Cell<'static>>,
    ord: i64,
    record: R,
}

pub(super) fn table<P, E, R>(
    table: &'static Table<P, E, R>,
    reading: &mut Reading<'_>,
) -> Result<Box<dyn Loaded<P>>, StoreError>
where
    E: Borrow<R> + From<R> + PartialEq,
{
    let mut children = Vec::new();
    for child in table.children {
        children.push((*child, child.load(reading)?));
    }
    let mut rows = Rows { table, by: HashMap::new(), strays: Vec::new() };
    let mut seen = HashSet::new();
    let shape = table.shape();
    // From the other end as well, where the table cannot be read in one go.
    for order in ["", " DESC"] {
        let query = if order.is_empty() {
            shape.select.clone()
        } else {
            format!("{} ORDER BY {}{order}", shape.select, shape.order.replace(',', " DESC,"))
        };
        let whole = each(reading, table, &query, |mut found, faults| {
            if !seen.insert(found.key.clone()) {
                return;
            }
            for (_, child) in &mut children {
                child.attach(&found.key, &mut found.record, faults);
            }
            rows.by.entry(found.parent).or_default().push((found.ord, found.record.into()));
        })?;
        if whole {
            break;
        }
    }
    if reading.revive {
        let gone: Vec<_> = children.iter().flat_map(|(_, child)| child.left()).collect();
        for key in gone {
            if seen.insert(key.clone()) {
                rows.revive(&key, &mut children, &mut reading.faults);
            }
        }
    }
    for (child, loaded) in &children {
        if !loaded.left().is_empty() {
            reading.faults.push(Fault::new(child.name(), What::Alone));
        }
    }
    Ok(Box::new(rows))
}

/// Reads a table to its end; `false` where it could not be.
fn each<P, E, R>(
    reading: &mut Reading<'_>,
    table: &Table<P, E, R>,
    query: &str,
    mut take: impl FnMut(Found<R>, &mut Vec<Fault>),
) -> Result<bool, StoreError>
where
    E: Borrow<R> + PartialEq,
{
    let name = table.name;
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
            Ok(Some(row)) => match read(table, row, &mut reading.faults) {
                Some(found) => take(found, &mut reading.faults),
                None => reading.faults.push(Fault::new(name, What::Odd("id".to_owned()))),
            },
        }
    }
}

/// A row as a record; a value that cannot be is noted and left out.
fn read<P, E, R>(
    table: &Table<P, E, R>,
    row: &Row<'_>,
    faults: &mut Vec<Fault>,
) -> Option<Found<R>> {
    let mut at = 0;
    let mut next = || {
        at += 1;
        row.get_ref(at - 1).ok().and_then(Cell::read)
    };
    let mut record = (table.empty)();
    let own = matches!(table.key, Key::Own(_)).then(&mut next);
    let parent: Vec<_> =
        (0..table.parent_length()).map(|_| next().map(Cell::into_owned)).collect::<Option<_>>()?;
    let ord = match (&table.key, if matches!(table.key, Key::Same(_)) { None } else { next() }) {
        (Key::Same(_), _) => 0,
        (_, Some(Cell::Integer(ord))) => ord,
        _ => -1,
    };
    let mut odd = |column: &str| faults.push(Fault::new(table.name, What::Odd(column.to_owned())));
    for text in table.texts {
        let set = next().and_then(|cell| {
            match &text.access {
                Access::Text { set, .. } => set(&mut record, String::read(cell)?),
                Access::Lines { set, .. } => set(&mut record, Vec::read(cell)?),
            }
            Some(())
        });
        if set.is_none() {
            odd(text.field.name());
        }
    }
    for column in table.columns {
        if next().and_then(|cell| (column.set)(&mut record, cell)).is_none() {
            odd(column.name);
        }
    }
    let key = match (&table.key, own) {
        (Key::Own(id), Some(cell)) => {
            let cell = cell?.into_owned();
            (id.set)(&mut record, cell.clone())?;
            vec![cell]
        }
        (Key::Same(tell), _) => {
            tell(&mut record, parent.first()?);
            parent.clone()
        }
        _ => parent.iter().cloned().chain([Cell::Integer(ord)]).collect(),
    };
    Some(Found { key, parent, ord, record })
}

impl<P, E, R> Rows<P, E, R>
where
    E: Borrow<R> + From<R> + PartialEq,
{
    /// Makes a record anew that is gone, for what belongs to it.
    fn revive(
        &mut self,
        key: &[Cell<'static>],
        children: &mut [Inside<R>],
        faults: &mut Vec<Fault>,
    ) {
        faults.push(Fault::new(self.table.name, What::Empty));
        let mut record = (self.table.empty)();
        let parent = self.table.parent_length();
        if let Key::Own(id) = &self.table.key
            && (key.len() != 1 || (id.set)(&mut record, key[0].clone()).is_none())
        {
            return;
        }
        for (_, child) in children {
            child.attach(key, &mut record, faults);
        }
        match &self.table.key {
            // Where it stood is not known.
            Key::Own(_) if parent > 0 => self.strays.push(record.into()),
            Key::Own(_) => self.by.entry(Vec::new()).or_default().push((i64::MAX, record.into())),
            _ => {
                let ord = if let Some(Cell::Integer(ord)) = key.last() { *ord } else { 0 };
                self.by.entry(key[..parent].to_vec()).or_default().push((ord, record.into()));
            }
        }
    }
}

impl<P, E, R> Loaded<P> for Rows<P, E, R> {
    fn attach(&mut self, key: &[Cell<'static>], to: &mut P, faults: &mut Vec<Fault>) {
        let table = self.table;
        let mut rows = self.by.remove(&key[..table.parent_length()]).unwrap_or_default();
        if let Key::Same(_) = table.key {
            let wanted = (table.wanted)(to);
            if usize::from(wanted) != rows.len() {
                let what = if wanted { What::Empty } else { What::Alone };
                faults.push(Fault::new(table.name, what));
            }
            if !rows.is_empty() {
                (table.set)(to, rows.into_iter().map(|(_, element)| element).collect());
            }
            return;
        }
        rows.sort_by_key(|(ord, _)| *ord);
        if !rows.iter().zip(0_i64..).all(|((ord, _), place)| *ord == place) {
            faults.push(Fault::new(table.name, What::Places));
        }
        let strays = std::mem::take(&mut self.strays);
        (table.set)(to, rows.into_iter().map(|(_, element)| element).chain(strays).collect());
    }

    fn left(&self) -> Vec<Vec<Cell<'static>>> {
        self.by.keys().cloned().collect()
    }
}
