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
        let amends = |one: &crate::plan::Plan| {
            one.paper == Paper::Supplement && one.amends == Some(plan.id) && one.issued.is_none()
        };
        if plan.paper == Paper::Plan
            && plan.issued.is_some()
            && count > 0
            && !subject.dossier.plans.iter().any(|one| amends(one))
        {
            found.push(Spot::Table, FindingKind::ChangedSince { count, sent: plan.sent });
        }
    },
};
