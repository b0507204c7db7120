//! The plan was given out and says something else since, and no plan amends it; what was given out
//! is damaged.

use super::{FindingKind, Rule, Severity, Source};
use crate::plan::{Paper, Spot};

pub(super) const DAMAGED: Rule = Rule {
    code: "damaged-copy",
    severity: Severity::Error,
    source: Source::Sent,
    find: |subject, found| {
        let count = subject.given.damaged;
        if count > 0 {
            found.push(Spot::Table, FindingKind::DamagedCopy { count });
        }
    },
};

pub(super) const RULE: Rule = Rule {
    code: "changed-since-issued",
    severity: Severity::Note,
    source: Source::Sent,
    find: |subject, found| {
        let (plan, count) = (subject.plan, subject.given.changed);
        // One that is being written will tell it.
        let is_written = subject.dossier.amendments(plan.id).any(|one| one.issued.is_none());
        if plan.paper == Paper::Plan && plan.issued.is_some() && count > 0 && !is_written {
            found.push(Spot::Table, FindingKind::ChangedSince { count, sent: plan.sent });
        }
    },
};
