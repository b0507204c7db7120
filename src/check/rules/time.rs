//! What is understood of an item's time, against itself and against the plan's year.

use jiff::civil::Date;

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::plan::{Field, Item, Period, Spot, TermDates};

pub(super) const NOT_UNDERSTOOD: Rule = Rule {
    code: "time-not-understood",
    severity: Severity::Note,
    source: Source::PlanForm,
    find: |subject, found| {
        each(subject, found, |_, item, period, terms| {
            let silent =
                !period.understood() && item.backwards_time(terms.school_year, terms).is_none();
            silent.then(|| FindingKind::TimeNotUnderstood { typed: typed(item) })
        });
    },
};

pub(super) const BACKWARDS: Rule = Rule {
    code: "deadline-before-start",
    severity: Severity::Error,
    source: Source::PlanForm,
    find: |subject, found| {
        each(subject, found, |_, item, _, terms| {
            let (first_day, last_day) = item.backwards_time(terms.school_year, terms)?;
            Some(FindingKind::RunsBackwards { typed: typed(item), first_day, last_day })
        });
    },
};

pub(super) const BEFORE_PLAN: Rule = Rule {
    code: "over-before-plan",
    severity: Severity::Error,
    source: Source::PlanForm,
    find: |subject, found| {
        each(subject, found, |subject, item, period, terms| {
            let last_day = last_day(item, period, terms)?;
            let summer = subject.plan.school_year.plan_start();
            // August prepares the year; what began before it and ends in it was last year's.
            let last_years = period.start.is_some_and(|start| start < summer);
            let in_summer = last_day >= summer;
            let plan_start = if last_years && in_summer { terms.start } else { summer };
            (last_day < plan_start).then(|| FindingKind::EndsBeforeStart {
                typed: typed(item),
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
        each(subject, found, |subject, item, period, terms| {
            let last_day = last_day(item, period, terms)?;
            let plan_end = subject.plan.school_year.plan_end();
            (last_day > plan_end).then_some(FindingKind::GoesOn { last_day, plan_end })
        });
    },
};

/// Asks of each item whose time is written or set.
fn each(
    subject: &Subject<'_>,
    found: &mut Found<'_>,
    ask: impl Fn(&Subject<'_>, &Item, &Period, &TermDates) -> Option<FindingKind>,
) {
    let year = subject.plan.school_year;
    let terms = subject.dossier.terms(year);
    for item in subject.plan.items() {
        if item.time.typed.trim().is_empty() && item.time.corrected.is_none() {
            continue;
        }
        let period = item.period(year, &terms);
        if let Some(kind) = ask(subject, item, &period, &terms) {
            found.push(Spot::Row(item.id, Some(Field::Time)), kind);
        }
    }
}

/// The last day in time, of work that is not told to run backwards.
fn last_day(item: &Item, period: &Period, terms: &TermDates) -> Option<Date> {
    let end = period.end?;
    let last = if period.before { end.yesterday().unwrap_or(end) } else { end };
    item.backwards_time(terms.school_year, terms).is_none().then_some(last)
}

fn typed(item: &Item) -> String {
    item.time.typed.trim().to_owned()
}
