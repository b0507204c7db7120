//! The document has no title under its kind.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::page::says_nothing;
use crate::plan::{InfoField, Spot};

pub(super) const RULE: Rule = Rule {
    code: "missing-title",
    severity: Severity::Error,
    source: Source::Layout(5),
    find: |subject, found| {
        if subject.plan.subject.iter().all(|line| says_nothing(line)) {
            found.push(Spot::Info(InfoField::Subject), FindingKind::NoTitle);
        }
    },
};
