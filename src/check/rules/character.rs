//! A character that the paper's font lacks, once a place.

use std::collections::HashSet;

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::words;

/// All Vietnamese letters have codes below this.
const COMMON: usize = 0x2100;

pub(super) const RULE: Rule =
    Rule { code: "missing-character", severity: Severity::Error, source: Source::Printing, find };

fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    let mut font = Font { lacks: subject.given.lacks, known: vec![None; COMMON] };
    let mut said = HashSet::new();
    for text in &subject.texts {
        if text.words.is_ascii() || !text.words.chars().any(|c| font.lacks(c)) {
            continue;
        }
        // Composed as on paper: a mark alone may be lacking where the letter is not.
        let upper = text.capitals.then(|| words::upper(&text.words));
        let printed = words::nfc(upper.as_deref().unwrap_or(&text.words));
        for c in printed.chars() {
            if font.lacks(c) && said.insert((text.at.clone(), c)) {
                found.push(text.at.clone(), FindingKind::MissingCharacter(c));
            }
        }
    }
}

struct Font<'a> {
    lacks: &'a dyn Fn(char) -> bool,
    /// What was asked before, by the codes of the letters up to [`COMMON`].
    known: Vec<Option<bool>>,
}

impl Font<'_> {
    /// Whether the font lacks a character; asked once for each that is common.
    fn lacks(&mut self, c: char) -> bool {
        if c.is_ascii() || c.is_whitespace() || c.is_control() {
            return false;
        }
        let Some(known) = self.known.get_mut(c as usize) else { return (self.lacks)(c) };
        *known.get_or_insert_with(|| (self.lacks)(c))
    }
}
