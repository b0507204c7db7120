//! No place stands before the date.

use super::{FindingKind, Rule, Severity, Source};
use crate::plan::{InfoField, Spot};

pub(super) const RULE: Rule = Rule {
    code: "missing-place",
    severity: Severity::Warning,
    source: Source::Layout(4),
    find: |subject, found| {
        if subject.plan.letterhead.place.trim().is_empty() {
            found.push(Spot::Info(InfoField::Place), FindingKind::NoPlace);
        }
    },
};
