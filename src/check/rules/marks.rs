//! Marks of a sentence: two where one stands, spaces before them, brackets that stay open.

use super::{FindingKind, Fix, Rule, Severity, Source};
use crate::check::signs::{BRACKET, MARKS, SPACES};
use crate::words::{with_spaced_marks, without_doubled_marks};

pub(super) const DOUBLED: Rule = Rule {
    code: "doubled-marks",
    severity: Severity::Warning,
    source: Source::Spelling,
    find: |subject, found| {
        for text in subject.texts.iter().filter(|text| text.shows(MARKS)) {
            let mut words = text.words.split_whitespace();
            let word = words.find(|word| without_doubled_marks(word).is_some());
            let apart = || without_doubled_marks(&text.words).map(|_| ", ,");
            if let Some(word) = word.or_else(apart) {
                let kind = FindingKind::DoubledMarks(word.to_owned());
                let fix = Fix::of(subject.plan, text, &without_doubled_marks);
                found.push_with_fix(text.at.clone(), kind, fix);
            }
        }
    },
};

pub(super) const SPACED: Rule = Rule {
    code: "spaces-and-marks",
    severity: Severity::Note,
    source: Source::Spelling,
    find: |subject, found| {
        for text in subject.texts.iter().filter(|text| text.shows(SPACES)) {
            if with_spaced_marks(&text.words).is_some() {
                let fix = Fix::of(subject.plan, text, &with_spaced_marks);
                found.push_with_fix(text.at.clone(), FindingKind::SpacesAndMarks, fix);
            }
        }
    },
};

pub(super) const OPEN: Rule = Rule {
    code: "open-bracket",
    severity: Severity::Note,
    source: Source::Spelling,
    find: |subject, found| {
        for text in subject.texts.iter().filter(|text| text.shows(BRACKET)) {
            let mut pairs = [('(', ')'), ('[', ']'), ('“', '”')].into_iter();
            if let Some(sign) = pairs.find_map(|(open, close)| alone(&text.words, open, close)) {
                found.push(text.at.clone(), FindingKind::OpenBracket(sign));
            }
        }
    },
};

/// The sign of a pair that stands alone in a text; "a)" and "1)" number what follows.
fn alone(text: &str, open: char, close: char) -> Option<char> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close && depth > 0 {
            depth -= 1;
        } else if c == close {
            let word = text[..at].chars().rev().take_while(|c| !c.is_whitespace());
            let (mut letters, mut stroke) = (0, false);
            for c in word {
                letters += usize::from(c.is_lowercase());
                stroke |= c == '/';
            }
            if letters > 2 || stroke && letters > 1 || close != ')' {
                return Some(close);
            }
        }
    }
    (depth > 0).then_some(open)
}
