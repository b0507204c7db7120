//! Nobody receives the document.

use super::{FindingKind, Rule, Severity};
use crate::plan::{InfoField, Spot};

pub(super) const RULE: Rule = Rule {
    code: "missing-recipients",
    severity: Severity::Warning,
    find: |subject, found| {
        if subject.plan.recipients.iter().all(|line| line.trim().is_empty()) {
            found.push(Spot::Info(InfoField::Recipients), FindingKind::NoRecipients);
        }
    },
};
