//! A word that stands twice in a row, of those that are never meant so; and two words that do.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::check::signs::{TWICE, is_twice};
use crate::words::are_twice;

pub(super) const RULE: Rule =
    Rule { code: "doubled-word", severity: Severity::Warning, source: Source::Spelling, find };

fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    let reference = subject.given.reference;
    let (doubled, right) = (&reference.doubled_words, &reference.doubled_right);
    for text in subject.texts.iter().filter(|text| text.shows(TWICE)) {
        let words: Vec<&str> = text.words.split_whitespace().collect();
        let pair = (1..words.len()).find_map(|at| {
            let (one, two) = (words[at - 1], words[at]);
            // "thiết kế kế hoạch"
            let before = at.checked_sub(2).map_or("", |before| words[before]);
            let phrase = || format!("{before} {one} {two}").to_lowercase();
            let meant = |phrase: String| right.iter().any(|one| phrase.starts_with(one));
            let twice = is_twice(one, two, doubled) && !meant(phrase());
            twice.then(|| format!("{one} {two}"))
        });
        // The last words of one line may be the first of the next.
        let pair = pair.or_else(|| {
            text.words.lines().find_map(|line| {
                let words: Vec<&str> = line.split_whitespace().collect();
                (3..words.len()).find_map(|at| {
                    let four = [words[at - 3], words[at - 2], words[at - 1], words[at]];
                    are_twice(four).then(|| four.join(" "))
                })
            })
        });
        if let Some(pair) = pair {
            found.push(text.at.clone(), FindingKind::DoubledWord(pair));
        }
    }
}
