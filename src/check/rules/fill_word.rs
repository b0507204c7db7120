//! A word between braces that the program should have filled is left in the plan's texts.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::plan::{FILL_WORDS, each_text, fill_words_in};

pub(super) const RULE: Rule =
    Rule { code: "fill-word-left", severity: Severity::Error, source: Source::Printing, find };

/// All texts, also those that are not printed now: another form may print them.
fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    each_text(subject.plan, &mut |at, text| {
        let mut said: Vec<&str> = Vec::new();
        for word in fill_words_in(text).filter(|word| FILL_WORDS.contains(word)) {
            if !said.contains(&word) {
                said.push(word);
                found.push(at.clone(), FindingKind::FillWord(word.to_owned()));
            }
        }
    });
}
