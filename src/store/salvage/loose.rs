//! Words that were read and have no place in the dossier: no word goes because nobody knows any
//! more where it stood.

use std::collections::HashSet;

use rusqlite::types::ValueRef;

use super::super::cell::{Cell, Words};
use super::super::tables;
use super::found::Found;
use super::rebuilt::Rebuilt;
use crate::plan::{Dossier, Run};

/// The words of a row that has no place in the dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loose {
    /// The table of which it probably was; empty where that is not known.
    pub table: String,
    /// What stands in it and nowhere in the dossier.
    pub texts: Vec<String>,
}

/// All that was read and stands nowhere in a dossier, each text once.
pub(super) fn loose(read: &Rebuilt<'_>, dossier: &Dossier) -> Vec<Loose> {
    let mut said = words_of(dossier);
    let mut found = Vec::new();
    let mut take = |table: &str, texts: Vec<String>| {
        let texts: Vec<String> =
            texts.into_iter().filter(|text| said.insert(text.clone())).collect();
        if !texts.is_empty() {
            found.push(Loose { table: table.to_owned(), texts });
        }
    };
    for (table, settled) in read.settled.iter().enumerate() {
        let shape = read.known.shape(table);
        for at in settled.taken.iter().chain(&settled.rivals) {
            let (values, _) = read.rows.of[table][*at].values();
            let texts = shape.columns.iter().zip(values).filter_map(|(column, value)| {
                let ValueRef::Text(text) = value else { return None };
                let text = plain(column.words, &String::from_utf8_lossy(text));
                (column.words != Words::None && !text.trim().is_empty()).then_some(text)
            });
            take(shape.name, texts.collect());
        }
    }
    for row in &read.rows.nameless {
        take("", nameless(row));
    }
    found
}

fn words_of(dossier: &Dossier) -> HashSet<String> {
    let mut said = HashSet::new();
    for child in tables::DOSSIER {
        child.each_word(dossier, &mut |words, cell| {
            if let Cell::Text(text) = cell {
                said.insert(plain(words, text));
            }
        });
    }
    said
}

/// The words of a column without what holds them together.
fn plain(words: Words, text: &str) -> String {
    if words == Words::Json {
        if let Ok(runs) = crate::plan::json::read::<Vec<Run>>(text) {
            return runs.into_iter().map(|run| run.text).collect();
        }
        if let Ok(lines) = crate::plan::json::read::<Vec<String>>(text) {
            return lines.join("\n");
        }
    }
    text.to_owned()
}

/// What a person may have typed of a row of which nothing is known: a single word of plain letters
/// is one of the program's.
fn nameless(row: &Found<'_>) -> Vec<String> {
    let typed = |text: &str| text.trim().contains(' ') || !text.is_ascii();
    let (values, _) = row.values();
    let text = |value: ValueRef<'_>| match value {
        ValueRef::Text(text) => Some(plain(Words::Json, std::str::from_utf8(text).ok()?)),
        _ => None,
    };
    values.into_iter().filter_map(text).filter(|text| typed(text)).collect()
}
