//! No school is named.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::page::says_nothing;
use crate::plan::{InfoField, Spot};

pub(super) const RULE: Rule = Rule {
    code: "missing-school",
    severity: Severity::Error,
    source: Source::Layout(2),
    find: |subject, found| {
        if says_nothing(&subject.plan.letterhead.school) {
            found.push(Spot::Info(InfoField::School), FindingKind::NoSchool);
        }
    },
};
