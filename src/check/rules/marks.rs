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
            let kind = FindingKind::DoubledMarks(word.unwrap_or_default().to_owned());
            let fix = Fix::of(subject.plan, text, &without_doubled_marks);
            found.push_with_fix(text.at.clone(), kind, fix);
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
            let count = |sign: char| text.words.chars().filter(|c| *c == sign).count();
            let open = [('(', ')'), ('[', ']'), ('“', '”')]
                .into_iter()
                .find(|(open, close)| count(*open) > count(*close));
            if let Some((open, _)) = open {
                found.push(text.at.clone(), FindingKind::OpenBracket(open));
            }
        }
    },
};
