//! What is said of the work while it is followed: a result has its evidence, what is late a word
//! on why.

use super::{FindingKind, Rule, Severity, Source};
use crate::plan::{Event, Item, Paper, Plan, Spot};
use crate::timeline::{Progress, progress};

pub(super) const PROOF: Rule = Rule {
    code: "result-without-evidence",
    severity: Severity::Note,
    source: Source::PlanForm,
    find: |subject, found| {
        let is_bare = |item: &&std::sync::Arc<Item>| {
            !item.result.trim().is_empty() && item.proof.trim().is_empty()
        };
        if subject.plan.paper == Paper::Plan {
            for item in subject.plan.items().filter(is_bare) {
                found.push(Spot::Row(item.id, None), FindingKind::ResultWithoutEvidence);
            }
        }
    },
};

pub(super) const LATE: Rule = Rule {
    code: "late-without-note",
    severity: Severity::Warning,
    source: Source::PlanForm,
    find: |subject, found| {
        let (plan, today) = (subject.plan, subject.given.today);
        // Of a year that is over the reviews tell.
        if plan.paper != Paper::Plan || !plan.is_followed() || today > plan.school_year.plan_end() {
            return;
        }
        for time in &subject.times {
            let state = progress(&time.period, time.item.status, Some(today));
            if let Progress::Overdue { days } = state
                && !is_noted(plan, time.item)
            {
                found.push(Spot::Row(time.item.id, None), FindingKind::LateWithoutNote { days });
            }
        }
    },
};

/// Whether anybody said a word on a piece of work.
fn is_noted(plan: &Plan, item: &Item) -> bool {
    let said = [&item.result, &item.reason, &item.adjustment, &item.note];
    let noted = |line: &crate::plan::LogEntry| {
        line.event == Event::Note && line.about == Some(item.id) && !line.text.trim().is_empty()
    };
    said.into_iter().any(|text| !text.trim().is_empty()) || plan.log.iter().any(noted)
}
