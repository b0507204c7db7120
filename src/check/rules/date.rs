//! The document's date has blank parts, or is none that exists.

use super::{FindingKind, Rule, Severity, Source};
use crate::plan::{InfoField, Paper, Spot};

pub(super) const BLANK: Rule = Rule {
    code: "date-blank",
    severity: Severity::Note,
    source: Source::Layout(4),
    find: |subject, found| {
        let date = subject.plan.date;
        // Minutes say in their own words when they were held.
        if subject.plan.paper == Paper::Minutes {
            return;
        }
        if date.day.is_none() || date.month.is_none() || date.year.is_none() {
            found.push(Spot::Info(InfoField::Date), FindingKind::NoDate(date));
        }
    },
};

pub(super) const IMPOSSIBLE: Rule = Rule {
    code: "date-impossible",
    severity: Severity::Error,
    source: Source::Layout(4),
    find: |subject, found| {
        let date = subject.plan.date;
        if !date.is_possible() {
            found.push(Spot::Info(InfoField::Date), FindingKind::NoSuchDay(date));
        }
    },
};
