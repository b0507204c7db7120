//! No school is named.

use super::{FindingKind, Rule, Severity, Source};
use crate::plan::{InfoField, Spot};

pub(super) const RULE: Rule = Rule {
    code: "missing-school",
    severity: Severity::Error,
    source: Source::Layout(2),
    find: |subject, found| {
        if subject.plan.letterhead.school.trim().is_empty() {
            found.push(Spot::Info(InfoField::School), FindingKind::NoSchool);
        }
    },
};
