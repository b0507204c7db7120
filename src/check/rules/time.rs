//! What is understood of an item's time, against itself and against the plan's year.

use jiff::civil::Date;

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::check::times::Time;
use crate::plan::{Field, Spot};

pub(super) const NOT_UNDERSTOOD: Rule = Rule {
    code: "time-not-understood",
    severity: Severity::Note,
    source: Source::PlanForm,
    find: |subject, found| {
        each(subject, found, |time| {
            let silent = !time.period.understood() && time.backwards.is_none();
            silent.then(|| FindingKind::TimeNotUnderstood { typed: typed(time) })
        });
    },
};

pub(super) const BACKWARDS: Rule = Rule {
    code: "deadline-before-start",
    severity: Severity::Error,
    source: Source::PlanForm,
    find: |subject, found| {
        each(subject, found, |time| {
            let (first_day, last_day) = time.backwards?;
            Some(FindingKind::RunsBackwards { typed: typed(time), first_day, last_day })
        });
    },
};

pub(super) const BEFORE_PLAN: Rule = Rule {
    code: "over-before-plan",
    severity: Severity::Error,
    source: Source::PlanForm,
    find: |subject, found| {
        let summer = subject.plan.school_year.plan_start();
        let year_start = subject.dossier.terms(subject.plan.school_year).start;
        each(subject, found, |time| {
            let last_day = last_day(time)?;
            // August prepares the year; what began before it and ends in it was last year's.
            let last_years = time.period.start.is_some_and(|start| start < summer);
            let plan_start = if last_years && last_day >= summer { year_start } else { summer };
            (last_day < plan_start).then(|| FindingKind::EndsBeforeStart {
                typed: typed(time),
                last_day,
                plan_start,
            })
        });
    },
};

pub(super) const GOES_ON: Rule = Rule {
    code: "goes-on-after-plan",
    severity: Severity::Note,
    source: Source::PlanForm,
    find: |subject, found| {
        let plan_end = subject.plan.school_year.plan_end();
        each(subject, found, |time| {
            let last_day = last_day(time)?;
            (last_day > plan_end).then_some(FindingKind::GoesOn { last_day, plan_end })
        });
    },
};

/// Asks of each item whose time is written or set.
fn each(
    subject: &Subject<'_>,
    found: &mut Found<'_>,
    ask: impl Fn(&Time<'_>) -> Option<FindingKind>,
) {
    for time in &subject.times {
        if let Some(kind) = ask(time) {
            found.push(Spot::Row(time.item.id, Some(Field::Time)), kind);
        }
    }
}

/// The last day in time, of work that is not told to run backwards.
fn last_day(time: &Time<'_>) -> Option<Date> {
    let end = time.period.end?;
    let last = if time.period.before { end.yesterday().unwrap_or(end) } else { end };
    time.backwards.is_none().then_some(last)
}

fn typed(time: &Time<'_>) -> String {
    time.item.time.typed.trim().to_owned()
}
