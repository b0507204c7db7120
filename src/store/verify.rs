//! Compares a file with the checks by which it knows itself: each row with its own, each table
//! with what was kept of it.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::fault::{Fault, RowName, What};
use super::seal::{CHECK, Totals, seed, term};
use super::{StoreError, bounds, head};
use crate::plan::Run;

/// What the checks say of a file.
#[derive(Debug, Default)]
pub(super) struct Verified {
    /// Rows whose check is not what their values give.
    pub changed: Vec<RowName>,
    /// Tables that hold another number of rows than was kept, or rows of another moment.
    pub faults: Vec<Fault>,
    /// The rows that were read.
    rows: i64,
}

/// Compares every row with its check, and every table with what was kept of it.
///
/// Reads the file as it is, whatever its format: tables and columns by their names alone.
pub(super) fn verify(from: &Connection, kept: &Totals) -> Result<Verified, StoreError> {
    let mut found = Verified::default();
    let mut statement =
        from.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let tables: Vec<(String, bool)> = statement
        .query_map([], |row| {
            // Names of columns that are no text make `column_names` panic.
            let readable = match row.get_ref(1)? {
                ValueRef::Text(sql) => std::str::from_utf8(sql).is_ok(),
                _ => true,
            };
            Ok((row.get(0)?, readable))
        })?
        .collect::<Result<_, _>>()?;
    for (table, readable) in tables {
        if readable {
            verify_table(from, &table, kept, &mut found)?;
        } else {
            found.faults.push(Fault::new(&table, What::Unreadable));
        }
    }
    Ok(found)
}

fn verify_table(
    from: &Connection,
    table: &str,
    kept: &Totals,
    found: &mut Verified,
) -> Result<(), StoreError> {
    let mut statement =
        from.prepare(&format!("SELECT * FROM \"{}\"", table.replace('"', "\"\"")))?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let seeds: Vec<Option<u64>> =
        names.iter().map(|name| (name != CHECK).then(|| seed(table, name))).collect();
    let at = names.iter().position(|name| name == CHECK).unwrap_or(names.len());
    let mut rows = statement.query([])?;
    // As stored, and as the values give them.
    let (mut count, mut stored_sum, mut true_sum) = (0_i64, 0_i64, 0_i64);
    loop {
        let row = match rows.next() {
            Ok(Some(row)) => row,
            Ok(None) => break,
            Err(error) => {
                found.faults.push(Fault::unreadable(table, error)?);
                return Ok(());
            }
        };
        let mut check = 0_u64;
        for (index, seed) in seeds.iter().enumerate() {
            if let Some(seed) = seed {
                check = check.wrapping_add(term(*seed, row.get_ref(index)?));
            }
        }
        let (stored, check): (i64, i64) = (row.get(at).unwrap_or_default(), check.cast_signed());
        if stored != check {
            found.changed.push(named(table, &names, row)?);
        }
        count += 1;
        found.rows += 1;
        bounds::check_rows(found.rows, table, count)?;
        stored_sum = stored_sum.wrapping_add(stored);
        true_sum = true_sum.wrapping_add(check);
    }
    if table == head::TABLE {
        return Ok(());
    }
    let (rows, sum) = kept.of(table);
    if rows != count {
        found.faults.push(Fault::new(table, What::Rows { kept: rows, found: count }));
    } else if sum != stored_sum && sum != true_sum {
        found.faults.push(Fault::new(table, What::OtherRows));
    }
    Ok(())
}

/// The columns by which a person knows a row, the best first.
const WORDS: [&str; 9] =
    ["content", "name", "text", "title", "heading", "weakness", "runs", "label", "short"];

/// A row by its key and its words.
fn named(table: &str, names: &[String], row: &Row<'_>) -> Result<RowName, StoreError> {
    let last = names.iter().position(|name| name == "id" || name == "ord").unwrap_or(0);
    let mut key = Vec::new();
    for index in 0..=last {
        key.push(match row.get_ref(index)? {
            ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
            ValueRef::Integer(number) => number.to_string(),
            _ => String::new(),
        });
    }
    let text = |name: &&str| match row.get_ref(*name).ok()? {
        ValueRef::Text(text) => Some(plain(name, &String::from_utf8_lossy(text))),
        _ => None,
    };
    let words = WORDS.iter().filter_map(text).find(|text| !text.trim().is_empty());
    Ok(RowName { table: table.to_owned(), key: key.join(", "), words: words.unwrap_or_default() })
}

/// The words of a column; those of a paragraph stand in JSON.
fn plain(column: &str, text: &str) -> String {
    match crate::plan::json::read::<Vec<Run>>(text) {
        Ok(runs) if column == "runs" => runs.into_iter().map(|run| run.text).collect(),
        _ => text.to_owned(),
    }
}
