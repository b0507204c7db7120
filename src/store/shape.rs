//! A table as SQLite knows it: the names and kinds of its columns, and its statements.

use super::cell::Words;
use super::seal::{ADD, CHECK, seed};

/// Names, kinds and statements of a table.
pub(super) struct Shape {
    pub name: &'static str,
    pub columns: Vec<ShapeColumn>,
    /// As many of the first columns are the primary key.
    pub key: usize,
    /// The columns that refer to others, with what they refer to.
    pub references: Vec<(String, String)>,
    pub insert: String,
    pub update: String,
    /// Where only the place in the list differs: by `id`, old place, new place, and what the check
    /// moves by.
    pub place: String,
    pub delete: String,
    /// The check of a row.
    pub find: String,
    pub select: String,
    /// The key's columns, for an order.
    pub order: String,
    pub seeds: Vec<u64>,
    /// The seed of the place in the list.
    pub place_seed: u64,
}

/// A column as SQLite knows it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ShapeColumn {
    pub name: &'static str,
    pub kind: &'static str,
    pub null: bool,
    pub words: Words,
}

impl Shape {
    /// Whether SQLite numbers the rows: the key is one number, and no part of a row's record.
    pub fn is_numbered(&self) -> bool {
        self.key == 1 && self.columns[0].kind == "INTEGER"
    }

    /// From the columns of a table; the check's own column is added.
    pub fn new(
        name: &'static str,
        mut columns: Vec<ShapeColumn>,
        key: usize,
        references: Vec<(String, String)>,
    ) -> Self {
        let seeds = columns.iter().map(|column| seed(name, column.name)).collect();
        columns.push(ShapeColumn { name: CHECK, kind: "INTEGER", null: false, words: Words::None });
        let quoted: Vec<String> =
            columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
        let numbered = |from: usize, to: usize, between: &str| {
            let each = (from..to).map(|at| format!("{} = ?{}", quoted[at], at + 1));
            each.collect::<Vec<_>>().join(between)
        };
        let marks: Vec<String> = (1..=columns.len()).map(|at| format!("?{at}")).collect();
        let of_key = numbered(0, key, " AND ");
        let (all, set) = (quoted.join(", "), numbered(key, columns.len(), ", "));
        Self {
            name,
            insert: format!("INSERT INTO {name} ({all}) VALUES ({})", marks.join(", ")),
            place: format!(
                "UPDATE {name} SET ord = ?3, {CHECK} = {ADD}({CHECK}, ?4)
                 WHERE {of_key} AND ord = ?2"
            ),
            update: format!("UPDATE {name} SET {set} WHERE {of_key}"),
            delete: format!("DELETE FROM {name} WHERE {of_key}"),
            find: format!("SELECT {CHECK} FROM {name} WHERE {of_key}"),
            select: format!("SELECT {} FROM {name}", quoted[..columns.len() - 1].join(", ")),
            order: quoted[..key].join(", "),
            columns,
            key,
            references,
            seeds,
            place_seed: seed(name, "ord"),
        }
    }
}
