//! One dossier in one SQLite file: opened with care, written by difference, held by a lock.
//!
//! Invariant: a file that cannot be opened is left as it was, with nothing
//! beside it. Invariant: what was saved is on the disk, whole, whatever happens
//! next. Invariant: every file of a released format still opens.
//!
//! While a [`Store`] lives, nobody else may open, copy or hash its file: on
//! Unix, closing any descriptor of it in this process frees SQLite's locks.

mod beside;
mod connect;
mod error;
mod place;
mod read;
mod read_plan;
mod schema;
mod value;
mod write;
mod write_plan;
mod write_rows;
mod writer;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, TransactionBehavior};

use crate::plan::Dossier;
use connect::Held;

pub use error::StoreError;
pub use writer::{Report, Writer};

/// A file that is open for a session: nobody else can open it, this program included.
pub struct Store {
    path: PathBuf,
    /// `None` where the file may only be read.
    connection: Option<Connection>,
    on_disk: Arc<Dossier>,
    /// Whether the path still leads to the file that was opened.
    still_there: Box<dyn Fn() -> bool + Send>,
    /// Last, so that it is given back after the connection is closed.
    _held: Option<Held>,
}

/// Makes a new file that holds a dossier, and opens it for a session.
///
/// The file is written beside and takes its name when it is whole. `identity`
/// tells which file a path leads to (`platform::file_identity`).
///
/// # Errors
/// [`StoreError::Exists`] when something has that name already; otherwise as
/// writing and opening. Nothing is left behind then.
pub fn create<I: PartialEq + Send + 'static>(
    path: &Path,
    dossier: &Dossier,
    identity: fn(&Path) -> io::Result<I>,
) -> Result<Store, StoreError> {
    beside::create(path, dossier)?;
    open(path, identity).map(|(store, _)| store)
}

/// Opens a file for a session. A file that may only be read is opened for
/// reading: see [`Store::read_only`].
///
/// # Errors
/// Every [`StoreError`] kind but those of writing.
pub fn open<I: PartialEq + Send + 'static>(
    path: &Path,
    identity: fn(&Path) -> io::Result<I>,
) -> Result<(Store, Arc<Dossier>), StoreError> {
    let path = std::path::absolute(path)?;
    place::check_length(&path)?;
    let held = Held::take(&path)?;
    connect::look_at(&path)?;
    let (connection, dossier) = if beside::is_read_only(&path) {
        (None, beside::read_copy(&path)?)
    } else {
        match open_to_write(&path) {
            Ok((connection, dossier)) => (Some(connection), dossier),
            // The system said so only now: a disk or a share that takes no writing.
            Err(StoreError::ReadOnly) => (None, beside::read_copy(&path)?),
            Err(error) => return Err(error),
        }
    };
    let opened = identity(&path)?;
    let place = path.clone();
    let dossier = Arc::new(dossier);
    let store = Store {
        path,
        connection,
        on_disk: Arc::clone(&dossier),
        still_there: Box::new(move || identity(&place).is_ok_and(|now| now == opened)),
        _held: Some(held),
    };
    Ok((store, dossier))
}

/// Reads a file and gives it back: for the headless commands.
///
/// What a killed writer left is rolled back first. A read-only file is read
/// from a temporary copy.
///
/// # Errors
/// As [`open`].
pub fn read(path: &Path) -> Result<Dossier, StoreError> {
    let (store, dossier) = open(path, |_| Ok(()))?;
    drop(store);
    Ok(Arc::unwrap_or_clone(dossier))
}

fn open_to_write(path: &Path) -> Result<(Connection, Dossier), StoreError> {
    let mut connection = connect::connect(path)?;
    let found = if connection.is_readonly("main")? {
        Err(StoreError::ReadOnly)
    } else {
        connect::take(&mut connection).and_then(|()| read::dossier(&connection))
    };
    match found {
        Ok(dossier) => Ok((connection, dossier)),
        Err(error) => {
            connect::release(connection);
            Err(error)
        }
    }
}

impl Store {
    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file may only be read: saving fails with [`StoreError::ReadOnly`].
    #[must_use]
    pub fn read_only(&self) -> bool {
        self.connection.is_none()
    }

    /// What the file holds.
    #[must_use]
    pub fn on_disk(&self) -> &Arc<Dossier> {
        &self.on_disk
    }

    /// Brings the file to a value, in one transaction; on success it is on the disk.
    ///
    /// # Errors
    /// The file holds what it held before, and the same may be tried again.
    pub fn save(&mut self, dossier: &Arc<Dossier>) -> Result<(), StoreError> {
        if Arc::ptr_eq(&self.on_disk, dossier) {
            return Ok(());
        }
        let connection = self.connection.as_mut().ok_or(StoreError::ReadOnly)?;
        if !(self.still_there)() {
            return Err(StoreError::Moved);
        }
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // What refers to another row may come before it.
        transaction.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        write::difference(&transaction, &self.on_disk, dossier)?;
        transaction.commit()?;
        self.on_disk = Arc::clone(dossier);
        Ok(())
    }

    /// Writes what was last saved into a new file.
    ///
    /// # Errors
    /// [`StoreError::SameFile`] for the file itself, [`StoreError::Exists`] for
    /// any other that is there; no part of a copy is left behind.
    pub fn save_copy(&self, path: &Path) -> Result<(), StoreError> {
        let path = self.place_of_copy(path)?;
        match &self.connection {
            None => beside::create(&path, &self.on_disk),
            Some(connection) => beside::vacuum_into(connection, &path),
        }
    }

    /// Writes a value that this file does not hold, or does not take, into a new file.
    ///
    /// # Errors
    /// As [`Self::save_copy`].
    pub fn copy_of(&self, dossier: &Dossier, path: &Path) -> Result<(), StoreError> {
        beside::create(&self.place_of_copy(path)?, dossier)
    }

    /// The whole path of a copy, at which nothing may be yet.
    fn place_of_copy(&self, path: &Path) -> Result<PathBuf, StoreError> {
        let path = std::path::absolute(path)?;
        match (place::real(&self.path), place::real(&path)) {
            (Ok(own), Ok(other)) if own == other => Err(StoreError::SameFile),
            (Ok(_), Ok(_)) => Err(StoreError::Exists),
            _ => Ok(path),
        }
    }

    /// The most pages of 4 KiB that the file may grow to: what a full disk does, on purpose.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn limit_pages(&self, pages: u32) -> Result<(), StoreError> {
        if let Some(connection) = &self.connection {
            let set = format!("PRAGMA max_page_count = {pages}");
            connection.query_row(&set, [], |_| Ok(()))?;
        }
        Ok(())
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            connect::release(connection);
        }
    }
}
