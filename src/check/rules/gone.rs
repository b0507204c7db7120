//! Units of administration that are gone, named as if they were there.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::check::signs::AUTHORITY;
use crate::plan::{InfoField, Spot};
use crate::understand::gone_authorities;

const BODY: Spot = Spot::Info(InfoField::GoverningBody);

/// The authority over the school, at the head of the paper.
pub(super) const GOVERNING_BODY: Rule = Rule {
    code: "governing-body-gone",
    severity: Severity::Error,
    source: Source::LocalGovernment,
    find: |subject, found| {
        // An error only of the document's own date.
        if subject.day().is_some() {
            look(subject, found, &|at| *at == BODY);
        }
    },
};

pub(super) const UNIT: Rule = Rule {
    code: "unit-gone",
    severity: Severity::Warning,
    source: Source::LocalGovernment,
    find: |subject, found| {
        let dated = subject.day().is_some();
        // The school's own name holds what it holds.
        look(subject, found, &|at| *at != Spot::Info(InfoField::School) && (*at != BODY || !dated));
    },
};

fn look(subject: &Subject<'_>, found: &mut Found<'_>, wanted: &dyn Fn(&Spot) -> bool) {
    let reference = subject.given.reference;
    let day = subject.day().unwrap_or(subject.given.today);
    if reference.districts_until.is_none_or(|until| day <= until) {
        return;
    }
    for text in subject.texts.iter().filter(|text| text.shows(AUTHORITY) && wanted(&text.at)) {
        for gone in gone_authorities(&text.words, reference) {
            let kind = FindingKind::UnitGone { words: gone.words, now: gone.now };
            found.push(text.at.clone(), kind);
        }
    }
}
