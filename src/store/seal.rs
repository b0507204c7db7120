//! The checks by which a file knows itself: one a row, and their number and sum a table.
//!
//! They guard against accidents (a flipped bit, a page of an older copy, another tool's hand),
//! not against forgery. The definition, in arithmetic modulo 2^64:
//!
//! - `mix(h, w)`: `h ^= w; h *= 0x9E3779B97F4A7C15; h ^= h >> 32`.
//! - `bytes(h, b)`: `mix` with each eight bytes of `b` as a little-endian number, the last filled
//!   up with zeros, then `mix` with the number of bytes.
//! - `seed(table, column)`: `bytes(bytes(0, table), column)`.
//! - The term of a value, as SQLite returns it: NULL is `mix(seed, 0)`, an integer
//!   `mix(mix(seed, 1), n)`, a real `mix(mix(seed, 2), bits)`, a text `bytes(mix(seed, 3), utf8)`,
//!   a blob `bytes(mix(seed, 4), blob)`; then `h ^= h >> 29; h *= 0xBF58476D1CE4E5B9; h ^= h >> 32`.
//! - The check of a row is the sum of its terms, `row_check` left out. Key and place in the list
//!   are columns like the others; in which order columns stand makes no difference.
//!
//! Every step of a term can be undone, so one changed value never gives the same check.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;

/// The column that holds the check of its row.
pub(super) const CHECK: &str = "row_check";

/// The function of a connection that adds to a check: SQLite's own `+` knows no modulo.
pub(super) const ADD: &str = "add_to_check";

/// Teaches a connection [`ADD`]. Nothing that a file brings may call it.
pub(super) fn teach(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_scalar_function(ADD, 2, flags, |given| {
        Ok(given.get::<i64>(0)?.wrapping_add(given.get::<i64>(1)?))
    })
}

fn mix(state: u64, word: u64) -> u64 {
    let mixed = (state ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 32)
}

fn bytes(mut state: u64, bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        state = mix(state, u64::from_le_bytes(*word));
    }
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        state = mix(state, u64::from_le_bytes(last));
    }
    mix(state, bytes.len() as u64)
}

/// A number for bytes that says which they are, on every machine the same.
pub(super) fn number(of: &[u8]) -> u64 {
    bytes(0, of)
}

/// What the terms of a column begin with.
pub(super) fn seed(table: &str, column: &str) -> u64 {
    bytes(bytes(0, table.as_bytes()), column.as_bytes())
}

/// What one value adds to the check of its row.
pub(super) fn term(seed: u64, value: ValueRef<'_>) -> u64 {
    let state = match value {
        ValueRef::Null => mix(seed, 0),
        ValueRef::Integer(number) => mix(mix(seed, 1), number.cast_unsigned()),
        ValueRef::Real(number) => mix(mix(seed, 2), number.to_bits()),
        ValueRef::Text(text) => bytes(mix(seed, 3), text),
        ValueRef::Blob(blob) => bytes(mix(seed, 4), blob),
    };
    let state = (state ^ (state >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    state ^ (state >> 32)
}

/// Number of rows, and sum of their checks, by table: kept in the dossier's row as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Totals(BTreeMap<String, (i64, i64)>);

impl Totals {
    pub(super) fn read(json: &str) -> Option<Self> {
        crate::plan::json::read(json).ok().map(Self)
    }

    pub(super) fn json(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// What is kept of a table.
    pub(super) fn of(&self, table: &str) -> (i64, i64) {
        self.0.get(table).copied().unwrap_or_default()
    }

    /// The rows of all tables.
    pub(super) fn rows(&self) -> i64 {
        self.0.values().fold(0, |sum, (rows, _)| sum.saturating_add(*rows))
    }

    pub(super) fn add(&mut self, table: &str, check: i64) {
        self.change(table, 1, check);
    }

    pub(super) fn take(&mut self, table: &str, check: i64) {
        self.change(table, -1, check.wrapping_neg());
    }

    /// A row's check moved by so much.
    pub(super) fn shift(&mut self, table: &str, by: i64) {
        self.change(table, 0, by);
    }

    fn change(&mut self, table: &str, rows: i64, check: i64) {
        if !self.0.contains_key(table) {
            self.0.insert(table.to_owned(), (0, 0));
        }
        if let Some(total) = self.0.get_mut(table) {
            *total = (total.0.wrapping_add(rows), total.1.wrapping_add(check));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(table: &str, values: &[(&str, ValueRef<'_>)]) -> u64 {
        let terms = values.iter().map(|(column, value)| term(seed(table, column), *value));
        terms.fold(0, u64::wrapping_add)
    }

    #[test]
    fn the_definition_never_changes() {
        let values = [
            ("id", ValueRef::Integer(7)),
            ("text", ValueRef::Text("MỨC 1, 2, 3".as_bytes())),
            ("none", ValueRef::Null),
        ];
        assert_eq!(check("bands", &values), 0x836D_1201_C079_7F01);
    }

    #[test]
    fn values_of_two_columns_cannot_change_places_unseen() {
        let one = [("a", ValueRef::Text(b"x")), ("b", ValueRef::Text(b"y"))];
        let other = [("a", ValueRef::Text(b"y")), ("b", ValueRef::Text(b"x"))];
        assert_ne!(check("t", &one), check("t", &other));
        assert_ne!(check("t", &one), check("u", &one));
    }

    #[test]
    fn an_empty_text_is_not_nothing_and_a_number_is_not_its_text() {
        let values = [
            ValueRef::Null,
            ValueRef::Text(b""),
            ValueRef::Blob(b""),
            ValueRef::Integer(0),
            ValueRef::Real(0.0),
            ValueRef::Text(b"0"),
            ValueRef::Text(b"\0"),
            ValueRef::Text(b"\0\0"),
        ];
        let checks: std::collections::HashSet<u64> =
            values.iter().map(|value| check("t", &[("a", *value)])).collect();
        assert_eq!(checks.len(), values.len());
    }
}
