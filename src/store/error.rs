//! Why a file could not be opened or written: kinds and facts, the words are made in `messages`.

use rusqlite::ErrorCode;

use super::holder::Holder;
use crate::plan::Broken;

/// Why a file could not be opened, read or written. Whatever it is, the file
/// holds what it held before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// Nothing is there.
    Missing,
    /// The folder in which it should be made is not there.
    NoFolder,
    /// It is a folder, or nothing that holds bytes.
    NotAFile,
    /// 0 bytes: a copy that was broken off.
    Empty,
    /// Not a SQLite file at all: text, a picture, or one whose beginning is gone.
    NotSqlite,
    /// A SQLite file of ours that is cut short or hurt; the fact is what was found.
    Damaged(String),
    /// A SQLite file of another program.
    Foreign,
    /// Ours, but its structure was changed by another program.
    Altered(String),
    /// Made by a newer version of this program.
    TooNew {
        /// The version of its structure.
        found: u32,
        /// The newest this program knows.
        known: u32,
    },
    /// More than is opened or written: bytes, rows, plans, or the text of one row.
    TooLarge,
    /// Held by another window, here or on another machine; by whom, where that is known.
    OpenElsewhere(Option<Holder>),
    /// It, or its folder, may not be written to.
    ReadOnly,
    /// No room left.
    DiskFull,
    /// Another file stands in its place, or none: it was moved, renamed or replaced.
    Moved,
    /// Other content was written into it while it was open.
    Overwritten,
    /// A file that must not be there is there already.
    Exists,
    /// The name or the path is too long, or holds characters the system does not take.
    BadName,
    /// A copy onto itself.
    SameFile,
    /// The dossier itself cannot be held by a file: numbers given twice, references to nothing.
    /// The fact is the place.
    Inconsistent(String),
    /// The system refused.
    Io(Refusal),
    /// The thread that writes stopped: a fault of the program.
    Stopped,
}

/// What refused, and why: never an English sentence of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The system, with its number where it gives one.
    System(std::io::ErrorKind, Option<i32>),
    /// SQLite, with its extended result code (sqlite.org/rescode.html).
    Sqlite(i32),
}

impl StoreError {
    /// Whether what can be read of the file may be had by `salvage`.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged(_) | Self::Altered(_) | Self::NotSqlite | Self::Foreign)
    }
}

impl std::fmt::Display for StoreError {
    /// For logs; what a person reads is made in `messages`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for StoreError {}

impl From<Broken> for StoreError {
    fn from(broken: Broken) -> Self {
        Self::Inconsistent(broken.place)
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, message) = &error else {
            // A column of another type, a word that is not known, a row too few.
            return Self::Damaged(error.to_string());
        };
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::OpenElsewhere(None),
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::TooBig => Self::TooLarge,
            ErrorCode::NotADatabase => Self::NotSqlite,
            ErrorCode::DatabaseCorrupt => {
                Self::Damaged(message.clone().unwrap_or_else(|| error.to_string()))
            }
            ErrorCode::ConstraintViolation => {
                Self::Inconsistent(format!("SQLite {}", failure.extended_code))
            }
            _ => Self::Io(Refusal::Sqlite(failure.extended_code)),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::AlreadyExists => Self::Exists,
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput => Self::BadName,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::ReadOnly,
            kind => Self::Io(Refusal::System(kind, error.raw_os_error())),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use rusqlite::ffi;

    use super::*;

    #[test]
    fn what_the_system_refuses_is_told_by_kinds() {
        for (kind, error) in [
            (io::ErrorKind::NotFound, StoreError::Missing),
            (io::ErrorKind::AlreadyExists, StoreError::Exists),
            (io::ErrorKind::PermissionDenied, StoreError::ReadOnly),
            (io::ErrorKind::ReadOnlyFilesystem, StoreError::ReadOnly),
            (io::ErrorKind::StorageFull, StoreError::DiskFull),
            (io::ErrorKind::QuotaExceeded, StoreError::DiskFull),
            (io::ErrorKind::InvalidFilename, StoreError::BadName),
        ] {
            assert_eq!(StoreError::from(io::Error::from(kind)), error, "{kind:?}");
        }
        let other = StoreError::from(io::Error::from_raw_os_error(5));
        assert!(matches!(other, StoreError::Io(Refusal::System(_, Some(5)))), "{other:?}");
    }

    #[test]
    fn what_sqlite_refuses_is_told_by_kinds() {
        let of =
            |code| StoreError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
        assert_eq!(of(ffi::SQLITE_BUSY), StoreError::OpenElsewhere(None));
        assert_eq!(of(ffi::SQLITE_LOCKED), StoreError::OpenElsewhere(None));
        assert_eq!(of(ffi::SQLITE_READONLY), StoreError::ReadOnly);
        assert_eq!(of(ffi::SQLITE_PERM), StoreError::ReadOnly);
        assert_eq!(of(ffi::SQLITE_FULL), StoreError::DiskFull);
        assert_eq!(of(ffi::SQLITE_NOTADB), StoreError::NotSqlite);
        assert_eq!(of(ffi::SQLITE_TOOBIG), StoreError::TooLarge);
        assert!(matches!(of(ffi::SQLITE_CORRUPT), StoreError::Damaged(_)));
        assert!(matches!(of(ffi::SQLITE_CONSTRAINT), StoreError::Inconsistent(_)));
        assert_eq!(of(ffi::SQLITE_IOERR_WRITE), StoreError::Io(Refusal::Sqlite(778)));
    }
}
