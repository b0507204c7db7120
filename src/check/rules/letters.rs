//! Letters and syllables that Vietnamese does not have, and letters whose marks stand apart.

use super::{FindingKind, Fix, Rule, Severity, Source};
use crate::check::signs::{APART, FOREIGN, SYLLABLE, is_foreign};
use crate::words;

pub(super) const SYLLABLES: Rule = Rule {
    code: "impossible-syllable",
    severity: Severity::Warning,
    source: Source::Spelling,
    find: |subject, found| {
        let loans = &subject.given.reference.loan_words;
        for text in subject.texts.iter().filter(|text| text.shows(SYLLABLE)) {
            let mut said: Vec<&str> = Vec::new();
            for (_, word) in words::misspelt(&text.words, loans) {
                let own = subject.dossier.own_words.iter().any(|own| own == word);
                if !own && !said.contains(&word) {
                    said.push(word);
                    found.push(text.at.clone(), FindingKind::Misspelt(word.to_owned()));
                }
            }
        }
    },
};

pub(super) const FOREIGN_LETTERS: Rule = Rule {
    code: "foreign-letter",
    severity: Severity::Warning,
    source: Source::Spelling,
    find: |subject, found| {
        for text in subject.texts.iter().filter(|text| text.shows(FOREIGN)) {
            let mut words = text.words.split_whitespace();
            let Some(word) = words.find(|word| word.contains(is_foreign)) else { continue };
            let Some(letter) = word.chars().find(|c| is_foreign(*c)) else { continue };
            let kind = FindingKind::ForeignLetter { letter, word: word.to_owned() };
            found.push(text.at.clone(), kind);
        }
    },
};

pub(super) const MARKS_APART: Rule = Rule {
    code: "marks-apart",
    severity: Severity::Note,
    source: Source::Spelling,
    find: |subject, found| {
        for text in subject.texts.iter().filter(|text| text.shows(APART)) {
            let composed = |text: &str| Some(words::nfc(text).into_owned());
            let fix = Fix::of(subject.plan, text, &composed);
            found.push_with_fix(text.at.clone(), FindingKind::MarksApart, fix);
        }
    },
};
