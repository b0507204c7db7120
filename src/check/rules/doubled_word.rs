//! A word that stands twice in a row, of those that are never meant so.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::check::signs::{TWICE, is_twice};

pub(super) const RULE: Rule =
    Rule { code: "doubled-word", severity: Severity::Warning, source: Source::Spelling, find };

fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    let doubled = &subject.given.reference.doubled_words;
    for text in subject.texts.iter().filter(|text| text.shows(TWICE)) {
        let words: Vec<&str> = text.words.split_whitespace().collect();
        let pair = words
            .windows(2)
            .find(|pair| matches!(pair, [first, second] if is_twice(first, second, doubled)));
        if let Some([first, second]) = pair {
            let kind = FindingKind::DoubledWord(format!("{first} {second}"));
            found.push(text.at.clone(), kind);
        }
    }
}
