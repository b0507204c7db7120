//! How a table of the file is described, once: a list in a record, and the columns of its elements.
//!
//! What is checked, read and written of a table follows from its description. A list that hangs
//! in a record is a [`Child`] of that record's table, so the descriptions form the tree that the
//! dossier is; see `tables`.

use std::borrow::Borrow;
use std::sync::OnceLock;

use super::StoreError;
use super::cell::{Cell, Words};
use super::reading::{Loaded, Reading};
use super::shape::{Shape, ShapeColumn};
use super::writing::Writing;
use crate::plan::{Access, TextField};

/// A column that is no text of [`crate::plan::Record::TEXTS`].
pub(super) struct Column<R: 'static> {
    pub name: &'static str,
    pub kind: &'static str,
    pub null: bool,
    pub words: Words,
    /// The table whose `id` stands here.
    pub references: Option<&'static str>,
    pub get: for<'a> fn(&'a R) -> Cell<'a>,
    /// None for a value that `get` never gives.
    pub set: fn(&mut R, Cell<'_>) -> Option<()>,
}

/// A [`Column`] that holds a field as its type is stored: `column!(name: Type)`,
/// `column!(name: Type = path.to.field)` where the two are called otherwise, and
/// `column!(name: Type, "table")` where it is the `id` of a row of another table.
macro_rules! column {
    ($name:ident: $kind:ty) => {
        column!(@ $name, $kind, None, $name)
    };
    ($name:ident: $kind:ty = $($path:ident).+) => {
        column!(@ $name, $kind, None, $($path).+)
    };
    ($name:ident: $kind:ty, $table:literal) => {
        column!(@ $name, $kind, Some($table), $name)
    };
    (@ $name:ident, $kind:ty, $references:expr, $($path:ident).+) => {
        $crate::store::table::Column {
            name: stringify!($name),
            kind: <$kind as $crate::store::cell::Stored>::KIND,
            null: <$kind as $crate::store::cell::Stored>::NULL,
            words: <$kind as $crate::store::cell::Stored>::WORDS,
            references: $references,
            get: |record| $crate::store::cell::Stored::cell(&record.$($path).+),
            set: |record, cell| {
                record.$($path).+ = <$kind as $crate::store::cell::Stored>::read(cell)?;
                Some(())
            },
        }
    };
}
pub(super) use column;

/// What names a row of a table.
pub(super) enum Key<R: 'static> {
    /// Its own `id`; the place in the list stands in `ord`.
    Own(Column<R>),
    /// The record that holds the list, and the place in it, `ord`.
    Place,
    /// The record it belongs to, which has exactly one, or none where it is of another kind.
    /// Tells the record its key.
    Same(fn(&mut R, &Cell<'_>)),
}

/// Columns that name the record to which a row belongs.
struct Parent {
    /// Their names and kinds, as many as that record's key has.
    columns: &'static [(&'static str, &'static str)],
    /// "plans (id)".
    references: &'static str,
}

/// A table: the elements `E` of one list of a record `P`, each a record `R`.
pub(super) struct Table<P: 'static, E: 'static, R: 'static> {
    pub name: &'static str,
    pub key: Key<R>,
    parent: Option<Parent>,
    pub texts: &'static [TextField<R>],
    pub columns: &'static [Column<R>],
    /// The lists inside each element.
    pub children: &'static [&'static dyn Child<R>],
    /// A record into which a row is read.
    pub empty: fn() -> R,
    pub get: for<'a> fn(&'a P) -> &'a [E],
    pub set: fn(&mut P, Vec<E>),
    /// Under [`Key::Same`]: whether this record has one.
    pub wanted: fn(&P) -> bool,
    /// See [`Child::is_first`].
    pub first: bool,
    shape: OnceLock<Shape>,
}

impl<P, E, R> Table<P, E, R> {
    /// A list whose rows are named by their places, without parent and columns.
    pub const fn new(
        name: &'static str,
        empty: fn() -> R,
        get: for<'a> fn(&'a P) -> &'a [E],
        set: fn(&mut P, Vec<E>),
    ) -> Self {
        Self {
            name,
            key: Key::Place,
            parent: None,
            texts: &[],
            columns: &[],
            children: &[],
            empty,
            get,
            set,
            wanted: |_| true,
            first: false,
            shape: OnceLock::new(),
        }
    }

    /// Rows that are named by an `id` of their own.
    pub const fn own(mut self, id: Column<R>) -> Self {
        self.key = Key::Own(id);
        self
    }

    /// The one row of a record that has one; see [`Key::Same`].
    pub const fn same(mut self, wanted: fn(&P) -> bool, tell: fn(&mut R, &Cell<'_>)) -> Self {
        self.key = Key::Same(tell);
        self.wanted = wanted;
        self
    }

    /// Columns that name the record `P`.
    pub const fn of(
        mut self,
        columns: &'static [(&'static str, &'static str)],
        references: &'static str,
    ) -> Self {
        self.parent = Some(Parent { columns, references });
        self
    }

    /// Rows of a table that stands before this one refer to it: it is written before that.
    pub const fn before_others(mut self) -> Self {
        self.first = true;
        self
    }

    pub const fn texts(mut self, texts: &'static [TextField<R>]) -> Self {
        self.texts = texts;
        self
    }

    pub const fn columns(mut self, columns: &'static [Column<R>]) -> Self {
        self.columns = columns;
        self
    }

    pub const fn holding(mut self, children: &'static [&'static dyn Child<R>]) -> Self {
        self.children = children;
        self
    }

    /// How many of the first columns name a row.
    fn key_length(&self) -> usize {
        match self.key {
            Key::Own(_) => 1,
            Key::Place => self.parent_length() + 1,
            Key::Same(_) => self.parent_length(),
        }
    }

    pub(super) fn parent_length(&self) -> usize {
        self.parent.as_ref().map_or(0, |parent| parent.columns.len())
    }
}

/// A list in a record `P`, as its table.
pub(super) trait Child<P>: Sync {
    fn name(&self) -> &'static str;

    /// Tables that stand before this one in the file refer to it: what comes in comes in here
    /// first, and what goes goes here last.
    fn is_first(&self) -> bool;

    /// This table, then those below it.
    fn each_shape(&'static self, visit: &mut dyn FnMut(&'static Shape));

    /// Visits what a person may have typed in the list, and in the lists inside it.
    fn each_word(&'static self, of: &P, visit: &mut dyn FnMut(Words, &Cell<'_>));

    /// Writes what differs between two values of the record, which the key names.
    fn write(
        &'static self,
        to: &mut Writing<'_>,
        key: &[Cell<'_>],
        old: Option<&P>,
        new: Option<&P>,
    ) -> Result<(), StoreError>;

    /// Reads the whole table, and those below it.
    fn load(&'static self, from: &mut Reading<'_>) -> Result<Box<dyn Loaded<P>>, StoreError>;
}

impl<P, E, R> Table<P, E, R>
where
    E: Borrow<R> + PartialEq,
{
    /// Names and statements, made when first needed.
    pub(super) fn shape(&self) -> &Shape {
        self.shape.get_or_init(|| {
            let mut columns = Vec::new();
            let mut references = Vec::new();
            let plain = |name, kind| ShapeColumn { name, kind, null: false, words: Words::None };
            if let Key::Own(id) = &self.key {
                columns.push(plain(id.name, id.kind));
            }
            if let Some(parent) = &self.parent {
                columns.extend(parent.columns.iter().map(|(name, kind)| plain(name, kind)));
                let names: Vec<&str> = parent.columns.iter().map(|(name, _)| *name).collect();
                references.push((names.join(", "), parent.references.to_owned()));
            }
            if !matches!(self.key, Key::Same(_)) {
                columns.push(plain("ord", "INTEGER"));
            }
            for text in self.texts {
                let words = match text.access {
                    Access::Text { .. } => Words::Plain,
                    Access::Lines { .. } => Words::Json,
                };
                columns.push(ShapeColumn { words, ..plain(text.field.name(), "TEXT") });
            }
            for column in self.columns {
                let Column { name, kind, null, words, .. } = *column;
                columns.push(ShapeColumn { name, kind, null, words });
                if let Some(to) = column.references {
                    references.push((name.to_owned(), format!("{to} (id)")));
                }
            }
            Shape::new(self.name, columns, self.key_length(), references)
        })
    }
}
