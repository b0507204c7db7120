//! The tables of a file: the ladder of versions, and whether they are as we made them.
//!
//! Invariant: a released step of the ladder is never edited; what changes is a new step.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;
use super::connect::APPLICATION_ID;

/// Step n brings a file from version n to version n + 1.
const LADDER: [&str; 1] = [include_str!("upgrades/0001.sql")];

/// The version this program writes.
pub(super) const VERSION: u32 = LADDER.len() as u32;

/// A file's own version, which must be one this program knows.
pub(super) fn check_version(connection: &Connection) -> Result<u32, StoreError> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let found = u32::try_from(found).map_err(|_| StoreError::Altered("version".to_owned()))?;
    match found {
        0 => Err(StoreError::Altered("version".to_owned())),
        1..=VERSION => Ok(found),
        _ => Err(StoreError::TooNew { found, known: VERSION }),
    }
}

/// Makes the tables of a new file.
pub(super) fn create(connection: &mut Connection) -> Result<(), StoreError> {
    climb(connection, 0, VERSION)
}

/// Brings a file to the newest version, all steps or none.
pub(super) fn upgrade(connection: &mut Connection) -> Result<(), StoreError> {
    match check_version(connection)? {
        VERSION => Ok(()),
        found => climb(connection, found, VERSION),
    }
}

fn climb(connection: &mut Connection, from: u32, to: u32) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in LADDER.iter().take(to as usize).skip(from as usize) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", to)?;
    transaction.commit()?;
    Ok(())
}

/// Every table, index, view and trigger must be, word for word, what the ladder
/// makes: nothing of another program is ever used or run.
pub(super) fn check(connection: &Connection) -> Result<(), StoreError> {
    let version = check_version(connection)?;
    let mut ours = Connection::open_in_memory()?;
    climb(&mut ours, 0, version)?;
    let (found, wanted) = (names(connection)?, names(&ours)?);
    if found == wanted {
        return Ok(());
    }
    let odd = found.iter().find(|entry| !wanted.contains(entry));
    let odd = odd.or_else(|| wanted.iter().find(|entry| !found.contains(entry)));
    Err(StoreError::Altered(odd.map_or_else(String::new, |(_, name, _)| name.clone())))
}

/// Kind, name and text of all that a schema holds.
fn names(connection: &Connection) -> Result<Vec<(String, String, Option<String>)>, StoreError> {
    let mut statement =
        connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    rows.collect::<Result<_, _>>().map_err(StoreError::from)
}
