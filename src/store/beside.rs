//! New files, which stand beside their place until they are whole.

use std::fs::{self, File};
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::{StoreError, apart, connect, contents, head, place, schema, write};
use crate::plan::Dossier;
use crate::platform::Unfinished;

/// Makes a file that holds a dossier. It goes by the name of another file of which it is a copy,
/// or gets a new one.
pub(super) fn create(
    path: &Path,
    dossier: &Dossier,
    copy_of: Option<[u8; 16]>,
) -> Result<(), StoreError> {
    make_new(path, |unfinished| write_new(unfinished, dossier, copy_of))
}

/// Makes a file where nothing may be yet: under another name until it is whole.
fn make_new(
    path: &Path,
    make: impl FnOnce(&Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let path = std::path::absolute(path)?;
    place::check_length(&path)?;
    check_folder(&path)?;
    if fs::symlink_metadata(&path).is_ok() {
        return Err(StoreError::Exists);
    }
    let (unfinished, file) = Unfinished::beside(&path)?;
    drop(file);
    let written = make(unfinished.path()).and_then(|()| {
        File::options().write(true).open(unfinished.path())?.sync_all()?;
        Ok(())
    });
    if written.is_err() {
        drop(fs::remove_file(apart::with_suffix(unfinished.path(), "-journal")));
    }
    written?;
    // Two cannot make the same file; who is killed before this left no file of that name.
    Ok(unfinished.finish_new()?)
}

/// A new file needs a folder that is there.
fn check_folder(path: &Path) -> Result<(), StoreError> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            Err(StoreError::NoFolder)
        }
        _ => Ok(()),
    }
}

fn write_new(path: &Path, dossier: &Dossier, copy_of: Option<[u8; 16]>) -> Result<(), StoreError> {
    dossier.check_rules()?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = place::open(path, flags)?;
    connect::harden(&connection)?;
    // Nobody else knows of the file yet: a failure removes it as a whole.
    connection.query_row("PRAGMA journal_mode = MEMORY", [], |_| Ok(()))?;
    let file_id = match copy_of {
        Some(file_id) => file_id,
        None => head::new_file_id(&connection)?,
    };
    let transaction = connection.transaction()?;
    transaction.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    schema::create(&transaction)?;
    write::whole(&transaction, file_id, dossier)?;
    transaction.commit()?;
    drop(connection);
    // What was written must be what was meant; read from the file, not from what SQLite remembers.
    let mut connection = connect::connect(path)?;
    let written = contents(&mut connection, schema::VERSION)?;
    if written.dossier != *dossier || !written.changed.is_empty() {
        return Err(StoreError::Inconsistent("read back otherwise".to_owned()));
    }
    Ok(())
}

/// Copies the newest committed state into a new file.
pub(super) fn vacuum_into(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    make_new(path, |unfinished| {
        let whole = place::whole(unfinished)?;
        let name = whole.to_str().ok_or(StoreError::BadName)?;
        // An empty file counts as none.
        connection.execute("VACUUM INTO ?1", [name])?;
        Ok(())
    })
}

/// Whether a file, or the folder in which its journal would stand, says that it takes no writing.
pub(super) fn is_read_only(path: &Path) -> bool {
    let says_so =
        |path: &Path| fs::metadata(path).is_ok_and(|about| about.permissions().readonly());
    // On Windows the mark on a folder means something else.
    says_so(path) || cfg!(unix) && path.parent().is_some_and(says_so)
}
