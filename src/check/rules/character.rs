//! A character that the paper's font lacks, once a place.

use std::collections::HashSet;

use super::{FindingKind, Rule, Severity};
use crate::check::rule::{Found, Subject};

/// All Vietnamese letters have codes below this.
const COMMON: usize = 0x2100;

pub(super) const RULE: Rule = Rule { code: "missing-character", severity: Severity::Error, find };

fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    let mut font = Font { lacks: subject.lacks, known: vec![None; COMMON] };
    let mut said = HashSet::new();
    subject.each_printed(&mut |at, text| {
        if text.is_ascii() || !text.chars().any(|c| font.lacks(c)) {
            return;
        }
        // Composed as on paper: a mark alone may be lacking where the letter is not.
        for c in crate::words::nfc(text).chars() {
            if font.lacks(c) && said.insert((at.clone(), c)) {
                found.push(at.clone(), FindingKind::MissingCharacter(c));
            }
        }
    });
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
