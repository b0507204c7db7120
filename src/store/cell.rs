//! Values of columns: how each type of the plan stands in SQLite, and is read back.

use std::borrow::Cow;

use jiff::civil::{Date, DateTime};
use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::plan::{
    Bytes, ColumnSetting, Event, Field, Form, FormId, Id, Level, Money, Ownership, Paper, Period,
    Run, SchoolKind, SchoolYear, Shown, Status, TableKind, TextTable, Within,
};

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Cell<'a> {
    Null,
    Integer(i64),
    Text(Cow<'a, str>),
    Blob(Cow<'a, [u8]>),
}

impl<'a> Cell<'a> {
    /// What SQLite returned; none for what no column of ours holds.
    pub(super) fn read(value: ValueRef<'a>) -> Option<Self> {
        match value {
            ValueRef::Null => Some(Self::Null),
            ValueRef::Integer(number) => Some(Self::Integer(number)),
            ValueRef::Text(bytes) => {
                std::str::from_utf8(bytes).ok().map(|text| Self::Text(text.into()))
            }
            ValueRef::Blob(bytes) => Some(Self::Blob(bytes.into())),
            ValueRef::Real(_) => None,
        }
    }

    pub(super) fn value(&self) -> ValueRef<'_> {
        match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }
    }

    pub(super) fn into_owned(self) -> Cell<'static> {
        match self {
            Self::Null => Cell::Null,
            Self::Integer(number) => Cell::Integer(number),
            Self::Text(text) => Cell::Text(text.into_owned().into()),
            Self::Blob(bytes) => Cell::Blob(bytes.into_owned().into()),
        }
    }

    /// The place in a list.
    pub(super) fn ord(index: usize) -> Self {
        Self::Integer(i64::try_from(index).unwrap_or(i64::MAX))
    }
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(self.value()))
    }
}

/// What of a column a person may have typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    /// Nothing: it is a number, or a word of the program's.
    None,
    /// All of it.
    Plain,
    /// What stands in a list, or in a paragraph, as JSON.
    Json,
}

/// A type that stands in one column.
pub(super) trait Stored: Sized {
    /// As SQLite names it.
    const KIND: &'static str;
    const WORDS: Words = Words::None;
    /// Whether the column may be empty.
    const NULL: bool = false;
    fn cell(&self) -> Cell<'_>;
    /// None for a value that [`Self::cell`] never gives.
    fn read(cell: Cell<'_>) -> Option<Self>;
}

impl<T: Stored> Stored for Option<T> {
    const KIND: &'static str = T::KIND;
    const WORDS: Words = T::WORDS;
    const NULL: bool = true;

    fn cell(&self) -> Cell<'_> {
        self.as_ref().map_or(Cell::Null, T::cell)
    }

    fn read(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Null => Some(None),
            cell => T::read(cell).map(Some),
        }
    }
}

impl Stored for String {
    const KIND: &'static str = "TEXT";
    const WORDS: Words = Words::Plain;

    fn cell(&self) -> Cell<'_> {
        Cell::Text(self.as_str().into())
    }

    fn read(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Text(text) => Some(text.into_owned()),
            _ => None,
        }
    }
}

impl Stored for Bytes {
    const KIND: &'static str = "BLOB";

    fn cell(&self) -> Cell<'_> {
        Cell::Blob(self.as_slice().into())
    }

    fn read(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Blob(bytes) => Some(Self::new(bytes.into_owned())),
            _ => None,
        }
    }
}

impl Stored for bool {
    const KIND: &'static str = "INTEGER";

    fn cell(&self) -> Cell<'_> {
        Cell::Integer(i64::from(*self))
    }

    fn read(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Integer(0) => Some(false),
            Cell::Integer(1) => Some(true),
            _ => None,
        }
    }
}

impl Stored for Id {
    const KIND: &'static str = "INTEGER";

    fn cell(&self) -> Cell<'_> {
        Cell::Integer(i64::from(self.0))
    }

    fn read(cell: Cell<'_>) -> Option<Self> {
        u32::read(cell).map(Self)
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl Stored for $number {
            const KIND: &'static str = "INTEGER";

            fn cell(&self) -> Cell<'_> {
                Cell::Integer(i64::from(*self))
            }

            fn read(cell: Cell<'_>) -> Option<Self> {
                match cell {
                    Cell::Integer(number) => Self::try_from(number).ok(),
                    _ => None,
                }
            }
        }
    )*};
}
numbers! { u8 u16 u32 i16 }

impl<const LEAST: u16, const MOST: u16> Stored for Within<LEAST, MOST> {
    const KIND: &'static str = "INTEGER";

    fn cell(&self) -> Cell<'_> {
        Cell::Integer(i64::from(self.get()))
    }

    fn read(cell: Cell<'_>) -> Option<Self> {
        u16::read(cell).and_then(Self::new)
    }
}

/// Kinds, years and days, by their words in the JSON file: `table-2018`, `public`, `2026-09-01`.
macro_rules! words {
    ($($kind:ty)*) => {$(
        impl Stored for $kind {
            const KIND: &'static str = "TEXT";

            fn cell(&self) -> Cell<'_> {
                word(self)
            }

            fn read(cell: Cell<'_>) -> Option<Self> {
                read_word(cell)
            }
        }
    )*};
}
words! { Date DateTime Event Field FormId Level Ownership Paper SchoolKind SchoolYear Shown Status TableKind }

fn word<T: Serialize>(kind: &T) -> Cell<'static> {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(word)) => Cell::Text(word.into()),
        // Each of these types is a word.
        _ => Cell::Null,
    }
}

fn read_word<T: DeserializeOwned>(cell: Cell<'_>) -> Option<T> {
    let word = String::read(cell)?;
    serde_json::from_value(serde_json::Value::String(word)).ok()
}

/// Lists, and what a person corrected, as JSON, which SQLite's own functions can query.
macro_rules! json {
    ($words:expr; $($value:ty)*) => {$(
        impl Stored for $value {
            const KIND: &'static str = "TEXT";
            const WORDS: Words = $words;

            fn cell(&self) -> Cell<'_> {
                json(self)
            }

            fn read(cell: Cell<'_>) -> Option<Self> {
                crate::plan::json::read(&String::read(cell)?).ok()
            }
        }
    )*};
}
json! { Words::Json; TextTable Vec<String> Vec<Run> }
json! { Words::None; Vec<u8> Vec<ColumnSetting> Money Period }

impl Stored for Form {
    const KIND: &'static str = "TEXT";

    fn cell(&self) -> Cell<'_> {
        json(self)
    }

    fn read(cell: Cell<'_>) -> Option<Self> {
        crate::plan::json::read(&String::read(cell)?).ok()
    }
}

/// A value as JSON.
pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> Cell<'static> {
    // Nothing of the plan fails to be JSON; an empty text would be told when read back.
    Cell::Text(serde_json::to_string(value).unwrap_or_default().into())
}
