//! What can be wrong inside a file: kinds and facts, the words are made in `messages`.

use rusqlite::ErrorCode;

use super::StoreError;
use crate::plan::Broken;

/// Something in a file that cannot be, or is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// In which table; empty: in what was read of all of them.
    pub table: String,
    /// What.
    pub what: What,
}

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It cannot be read, or not to its end.
    Unreadable,
    /// It holds another number of rows than was kept of it.
    Rows {
        /// As many were saved.
        kept: i64,
        /// As many are there.
        found: i64,
    },
    /// As many rows as were saved, but others: a part of the file is of another moment.
    OtherRows,
    /// A value that no file of ours holds, in this column.
    Odd(String),
    /// A row that belongs to nothing.
    Alone,
    /// A row whose words are not there.
    Empty,
    /// Places in a list that are not 0, 1, 2, …
    Places,
    /// What holds between all records does not.
    Broken(Broken),
}

/// A row of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowName {
    /// Its table.
    pub table: String,
    /// What names it there.
    pub key: String,
    /// The words by which a person knows it; often a long text, sometimes none.
    pub words: String,
}

impl Fault {
    pub(super) fn new(table: &str, what: What) -> Self {
        Self { table: table.to_owned(), what }
    }

    pub(super) fn odd(table: &str, column: &str) -> Self {
        Self::new(table, What::Odd(column.to_owned()))
    }

    /// A table that cannot be read on; other troubles (a lock, a full disk) are no fault of it.
    pub(super) fn unreadable(table: &str, error: rusqlite::Error) -> Result<Self, StoreError> {
        use ErrorCode::{DatabaseCorrupt, NotADatabase, SystemIoFailure, Unknown};
        match error.sqlite_error_code() {
            // Of these, the last two are a file that ends too early and a table that is gone.
            Some(DatabaseCorrupt | NotADatabase | SystemIoFailure | Unknown) | None => {
                Ok(Self::new(table, What::Unreadable))
            }
            Some(_) => Err(error.into()),
        }
    }
}

impl From<Fault> for StoreError {
    fn from(fault: Fault) -> Self {
        Self::Damaged(format!("{}: {:?}", fault.table, fault.what))
    }
}
