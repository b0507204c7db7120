//! School years and periods that do not fit the plan's own, and the date of the paper.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::check::texts::Of;
use crate::check::texts::Text;
use crate::edit::Words;
use crate::plan::{Field, InfoField, RecordId, SchoolYear, Spot};
use crate::understand::{
    NamedYear, names_basis, names_past_result, names_report, periods_in, school_years_in,
    years_named,
};

pub(super) const TITLE: Rule = Rule {
    code: "title-year",
    severity: Severity::Error,
    source: Source::Agreement,
    find: |subject, found| {
        let own = subject.plan.school_year;
        // A year may stand on the line below its "năm học".
        let title = subject.plan.subject.join(" ");
        let mut years = school_years_in(&title);
        for named in years_named(&title) {
            if let (NamedYear::School(year), None) = (named.year, named.aside) {
                years.extend(SchoolYear::starting(year));
            }
        }
        if let [other, ..] = years.as_slice()
            && !years.contains(&own)
        {
            found.push(Spot::Info(InfoField::Subject), FindingKind::OtherYear(*other));
        }
    },
};

/// The opening, the headings and the last paragraph speak of the plan's own year.
pub(super) const SENTENCE: Rule = Rule {
    code: "sentence-year",
    severity: Severity::Warning,
    source: Source::Agreement,
    find: sentence,
};

fn sentence(subject: &Subject<'_>, found: &mut Found<'_>) {
    let own = subject.plan.school_year;
    let opening = subject.texts.iter().filter(|text| text.at == Spot::Opening);
    let in_part = |text: &&Text<'_>| matches!(text.of, Of::Paragraph(Words::Part { .. }, _));
    let last = subject.texts.iter().rfind(in_part);
    let headings = subject
        .texts
        .iter()
        .filter(|text| matches!(text.of, Of::Text(RecordId::Part(_), Field::Heading)));
    for text in opening.chain(headings).chain(last.filter(|text| !text.basis)) {
        let years = school_years_in(&text.words);
        if let [other, ..] = years.as_slice()
            && !years.contains(&own)
        {
            found.push(text.at.clone(), FindingKind::OtherYear(*other));
        }
    }
}

/// What a plan is based on is the result of a year that is over.
pub(super) const RESULT: Rule = Rule {
    code: "result-of-same-year",
    severity: Severity::Warning,
    source: Source::Agreement,
    find: |subject, found| {
        let own = subject.plan.school_year;
        let half = subject.dossier.terms(own).term_1_end;
        let half_over = subject.day().is_some_and(|day| day > half);
        for text in subject.texts.iter().filter(|text| text.basis || text.at == Spot::Opening) {
            // An opening goes on with the plan's own year: what it is based on ends with a comma.
            let told = text.words.split([';', ',']).filter(|told| {
                names_past_result(told, half_over) && (text.basis || names_basis(told))
            });
            let years: Vec<SchoolYear> = if text.basis && names_past_result(&text.words, half_over)
            {
                school_years_in(&text.words)
            } else {
                told.flat_map(school_years_in).collect()
            };
            let same = years.iter().find(|year| year.plan_start() >= own.plan_start());
            let earlier = years.iter().any(|year| year.plan_start() < own.plan_start());
            if let Some(same) = same.filter(|_| !earlier) {
                found.push(text.at.clone(), FindingKind::ResultOfSameYear(*same));
            }
        }
    },
};

/// A report of years that are not over when the plan is signed: the cycle of a self-evaluation
/// may well reach beyond.
pub(super) const REPORT: Rule = Rule {
    code: "report-after-plan",
    severity: Severity::Note,
    source: Source::Agreement,
    find: |subject, found| {
        let Some(day) = subject.day() else { return };
        for text in subject.texts.iter().filter(|text| text.basis && names_report(&text.words)) {
            let periods = periods_in(&text.words);
            let after = |(_, to): &(i16, i16)| *to > day.year();
            if let Some((from, to)) = periods.into_iter().find(after) {
                found.push(text.at.clone(), FindingKind::ReportAfterPlan { from, to });
            }
        }
    },
};

pub(super) const DATE: Rule = Rule {
    code: "date-outside-year",
    severity: Severity::Warning,
    source: Source::Agreement,
    find: |subject, found| {
        let plan = subject.plan;
        let Some(day) = plan.date.to_date() else { return };
        let year = plan.school_year;
        // A plan may be signed in the summer before, when its year is prepared.
        let earliest = year.plan_start().checked_sub(jiff::Span::new().months(3));
        if day > year.plan_end() || earliest.is_ok_and(|earliest| day < earliest) {
            found.push(Spot::Info(InfoField::Date), FindingKind::DateOutsideYear { day, year });
        }
    },
};

pub(super) const AHEAD: Rule = Rule {
    code: "date-ahead",
    severity: Severity::Note,
    source: Source::Layout(4),
    find: |subject, found| {
        let today = subject.given.today;
        if let Some(day) = subject.plan.date.to_date().filter(|day| *day > today) {
            found.push(Spot::Info(InfoField::Date), FindingKind::DateAhead { day, today });
        }
    },
};
