//! Opening a file that may come from anywhere: what is looked at first, and how
//! SQLite is kept from running anything that the file brings.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::{StoreError, bounds, place, schema, seal};

/// "CaiT": what tells our files from those of other programs (bytes 68 to 71).
pub(super) const APPLICATION_ID: i32 = 0x4361_6954;

/// The files this process holds. On Unix, closing any descriptor of a file
/// frees all locks this process has on it, so a second look at a file that is
/// open must not even begin.
static HELD: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Says that this process holds a file, until it is dropped.
#[derive(Debug)]
pub(super) struct Held(PathBuf);

impl Held {
    pub(super) fn take(path: &Path) -> Result<Self, StoreError> {
        let path = place::real(path)?;
        let mut held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
        if held.contains(&path) {
            return Err(StoreError::OpenElsewhere(None));
        }
        held.push(path.clone());
        Ok(Self(path))
    }

    /// The one path of the file.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|path| *path != self.0);
    }
}

/// Looks at a file's first bytes, before SQLite does: refusing here leaves it
/// untouched, and a journal beside it as well.
pub(super) fn look_at(path: &Path) -> Result<(), StoreError> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(StoreError::NotAFile);
    }
    if about.len() == 0 {
        return Err(StoreError::Empty);
    }
    if about.len() > bounds::MOST_BYTES {
        return Err(StoreError::TooLarge);
    }
    let mut header = Vec::with_capacity(100);
    File::open(path)?.take(100).read_to_end(&mut header)?;
    if !header.starts_with(b"SQLite format 3\0") {
        return Err(StoreError::NotSqlite);
    }
    if header.len() < 100 {
        return Err(StoreError::Damaged("header cut short".to_owned()));
    }
    if header[68..72] != APPLICATION_ID.to_be_bytes() {
        return Err(StoreError::Foreign);
    }
    // 1: rollback journal; 2: WAL, which would leave files beside and which we never use.
    if header[18..20] != [1, 1] {
        return Err(StoreError::Altered("journal mode".to_owned()));
    }
    Ok(())
}

/// A connection to a file that is there, hardened, nothing read yet.
pub(super) fn connect(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = place::open(path, flags)?;
    harden(&connection)?;
    seal::teach(&connection)?;
    Ok(connection)
}

/// Nothing that a file brings may run, and no limit is higher than our own files need.
pub(super) fn harden(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(Duration::from_millis(200))?;
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
    ] {
        connection.set_db_config(config, on)?;
    }
    for (limit, value) in [
        (Limit::SQLITE_LIMIT_LENGTH, bounds::LONGEST_ROW),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 50),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 10),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 8),
        // One, for VACUUM INTO.
        (Limit::SQLITE_LIMIT_ATTACHED, 1),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 100),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, value)?;
    }
    // A statement or more for each table.
    connection.set_prepared_statement_cache_capacity(128);
    // What is deleted is written over: a file is sent to others, and its free pages with it.
    connection.execute_batch(
        "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA secure_delete = ON;",
    )?;
    Ok(())
}

/// Takes the lock for the session (this also rolls back what a killed writer
/// left), then makes sure that the file is whole and its tables are ours. Gives its format.
pub(super) fn take(connection: &Connection) -> Result<u32, StoreError> {
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = EXTRA;")?;
    schema::check_version(connection)?;
    connection.execute_batch("BEGIN EXCLUSIVE; COMMIT;")?;
    let version = schema::check(connection)?;
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(StoreError::Damaged(found));
    }
    let mode: String =
        connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    if mode != "delete" {
        return Err(StoreError::Altered(format!("journal mode {mode}")));
    }
    Ok(version)
}

/// Gives the lock back and leaves nothing beside the file: while the lock is
/// held, SQLite keeps an empty journal.
pub(super) fn release(connection: Connection) {
    let tidy = connection.execute_batch(
        "PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema;
         PRAGMA journal_mode = TRUNCATE; PRAGMA journal_mode = DELETE;",
    );
    // Whether it could be tidied or not, all that was committed is on the disk.
    drop(tidy);
    drop(connection);
}
