//! Texts that the plan cites: no longer in force, or without the hyphen of their symbol.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::check::signs::CITED;
use crate::check::texts::Text;
use crate::plan::Spot;
use crate::understand::{citations, cites, lacks_hyphen, tells_of_change, tells_of_the_past};

pub(super) const OLD: Rule = Rule {
    code: "text-not-in-force",
    severity: Severity::Warning,
    source: Source::InForce,
    find: old,
};

/// Only where the plan says what it is based on: a report or a recognition under an older text
/// may well be named.
fn old(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(day) = subject.day() else { return };
    let texts = &subject.given.reference.old_texts;
    let based = |text: &&Text<'_>| text.basis || text.at == Spot::Opening;
    for text in subject.texts.iter().filter(|text| text.shows(CITED)).filter(based) {
        for sentence in text.words.split(';').filter(|sentence| !tells_of_the_past(sentence)) {
            let gone =
                || texts.iter().filter(|old| old.until < day && cites(sentence, &old.number));
            // What changes or replaces a text names it; where that is in force, all is well.
            if tells_of_change(sentence) && gone().count() < citations(sentence).count() {
                continue;
            }
            for old in gone() {
                let (number, by) = (old.number.clone(), old.by.clone());
                let kind = FindingKind::NotInForce { number, by, until: old.until };
                found.push(text.at.clone(), kind);
            }
        }
    }
}

pub(super) const HYPHEN: Rule = Rule {
    code: "citation-hyphen",
    severity: Severity::Note,
    source: Source::Layout(3),
    find: |subject, found| {
        for text in subject.texts.iter().filter(|text| text.shows(CITED)) {
            for (_, number) in citations(&text.words).filter(|(_, number)| lacks_hyphen(number)) {
                found.push(text.at.clone(), FindingKind::NoHyphen(number.to_owned()));
            }
        }
    },
};
