//! No place stands before the date; minutes have neither.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::page::says_nothing;
use crate::plan::{InfoField, Paper, Spot};

pub(super) const RULE: Rule = Rule {
    code: "missing-place",
    severity: Severity::Warning,
    source: Source::Layout(4),
    find: |subject, found| {
        let needed = subject.plan.paper != Paper::Minutes;
        if needed && says_nothing(&subject.plan.letterhead.place) {
            found.push(Spot::Info(InfoField::Place), FindingKind::NoPlace);
        }
    },
};
