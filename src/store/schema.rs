//! The tables of a file, as `tables` describes them, and the ladder from older formats.
//!
//! Invariant: what a released format looked like is never edited. A change in `tables` is a new
//! format: a [`Rung`] holds the tables as they were (from `formats/`) and the step from them, and
//! a file of the old format goes to `tests/files`. A file that climbs is then written anew, so
//! that all files of a format are the same, word for word.

use crate::words::order;
use rusqlite::Connection;

use super::connect::APPLICATION_ID;
use super::shape::Shape;
use super::{StoreError, head, tables};

/// A released format that is no longer written.
struct Rung {
    /// Its tables, as SQL.
    tables: &'static str,
    /// What brings their rows to the next format.
    step: &'static str,
}

/// Rung n is format n + 1.
const LADDER: [Rung; 3] = [
    Rung {
        tables: include_str!("formats/0001.sql"),
        step: include_str!("formats/0001-to-0002.sql"),
    },
    Rung {
        tables: include_str!("formats/0002.sql"),
        step: include_str!("formats/0002-to-0003.sql"),
    },
    Rung {
        tables: include_str!("formats/0003.sql"),
        step: include_str!("formats/0003-to-0004.sql"),
    },
];

/// The format this program writes.
pub(super) const VERSION: u32 = LADDER.len() as u32 + 1;

/// A file's own format, which must be one this program knows.
pub(super) fn check_version(connection: &Connection) -> Result<u32, StoreError> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let found = u32::try_from(found).map_err(|_| StoreError::Altered("version".to_owned()))?;
    match found {
        0 => Err(StoreError::Altered("version".to_owned())),
        1..=VERSION => Ok(found),
        _ => Err(StoreError::TooNew { found, known: VERSION }),
    }
}

/// Makes the tables in a file that has none.
pub(super) fn create(within: &Connection) -> Result<(), StoreError> {
    for statement in statements() {
        within.execute_batch(&statement)?;
    }
    within.pragma_update(None, "application_id", APPLICATION_ID)?;
    within.pragma_update(None, "user_version", VERSION)?;
    Ok(())
}

/// Makes the tables anew, empty, in place of those of the newest format or of what climbed to it.
pub(super) fn create_again(within: &Connection) -> Result<(), StoreError> {
    let mut names: Vec<String> =
        names(within)?.into_iter().filter(|(kind, ..)| kind == "table").map(|of| of.1).collect();
    // What others refer to goes last; where they refer to one another, all are gone at the end.
    order::by_key(&mut names, |name| name == head::TABLE);
    for name in names {
        within.execute_batch(&format!("DROP TABLE \"{name}\""))?;
    }
    create(within)
}

/// Brings the rows of an older format to the newest, all steps.
pub(super) fn climb(within: &Connection, from: u32) -> Result<(), StoreError> {
    for rung in LADDER.iter().skip(from.saturating_sub(1) as usize) {
        within.execute_batch(rung.step)?;
    }
    Ok(())
}

/// Every table, index, view and trigger must be, word for word, what this program makes or once
/// made: nothing of another program is ever used or run. Gives the file's format.
pub(super) fn check(connection: &Connection) -> Result<u32, StoreError> {
    let version = check_version(connection)?;
    let ours = Connection::open_in_memory()?;
    match LADDER.get(version as usize - 1) {
        Some(rung) => ours.execute_batch(rung.tables)?,
        None => create(&ours)?,
    }
    let (found, wanted) = (names(connection)?, names(&ours)?);
    if found == wanted {
        return Ok(version);
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

/// What makes each table, the dossier's own row first.
fn statements() -> Vec<String> {
    let mut all = vec![statement(&head::shape())];
    tables::each_shape(&mut |shape| all.push(statement(shape)));
    all
}

fn statement(shape: &Shape) -> String {
    let alone = shape.key == 1;
    // The row's number, which SQLite never leaves empty.
    let numbered = shape.is_numbered();
    let mut lines = Vec::new();
    for (at, column) in shape.columns.iter().enumerate() {
        let null = if column.null || at == 0 && numbered { "" } else { " NOT NULL" };
        let key = if alone && at == 0 { " PRIMARY KEY" } else { "" };
        let name = match column.name {
            // The words of SQL among the names of fields.
            "when" | "group" | "table" => format!("\"{}\"", column.name),
            name => name.to_owned(),
        };
        let to = shape.references.iter().find(|(from, _)| *from == column.name);
        let to = to.map(|(_, to)| format!(" REFERENCES {to}")).unwrap_or_default();
        lines.push(format!("    {name} {}{null}{key}{to}", column.kind));
    }
    if !alone {
        let key: Vec<&str> = shape.columns[..shape.key].iter().map(|column| column.name).collect();
        lines.push(format!("    PRIMARY KEY ({})", key.join(", ")));
    }
    for (from, to) in shape.references.iter().filter(|(from, _)| from.contains(',')) {
        lines.push(format!("    FOREIGN KEY ({from}) REFERENCES {to}"));
    }
    let kind = if numbered { "STRICT" } else { "STRICT, WITHOUT ROWID" };
    format!("CREATE TABLE {} (\n{}\n) {kind};\n", shape.name, lines.join(",\n"))
}
