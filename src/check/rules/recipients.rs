//! Nobody receives the document.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::page::says_nothing;
use crate::plan::{InfoField, Spot};

pub(super) const RULE: Rule = Rule {
    code: "missing-recipients",
    severity: Severity::Warning,
    source: Source::Layout(9),
    find: |subject, found| {
        if subject.plan.recipients.iter().all(|line| says_nothing(line)) {
            found.push(Spot::Info(InfoField::Recipients), FindingKind::NoRecipients);
        }
    },
};
