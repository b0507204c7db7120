//! Bars and ticks of one piece of work.

use jiff::{ToSpan, civil::Date};

use super::{TimelineBar, state};
use crate::plan::{Dossier, Period, Recurs, SchoolYear};

/// How far from the plan's year dates are drawn at all.
const YEARS_BEFORE: i16 = 5;
const YEARS_AFTER: i16 = 10;

/// The days that can be drawn, both inclusive.
pub(super) struct Reach {
    first: Date,
    last: Date,
}

impl Reach {
    pub(super) fn of(year: SchoolYear) -> Self {
        let (start, end) = (year.plan_start(), year.plan_end());
        Self {
            first: start.saturating_sub(YEARS_BEFORE.years()),
            last: end.saturating_add(YEARS_AFTER.years()),
        }
    }
}

/// The marks of one piece of work.
#[derive(Default)]
pub(super) struct Marks {
    pub(super) bars: Vec<TimelineBar>,
    pub(super) ticks: Vec<Date>,
    pub(super) mark: Option<Date>,
}

/// Bars for dated work, a mark for a deadline without a beginning; for recurring work a tick at the end of each of its periods
/// that lies inside its dates, else inside the năm học; ongoing work is a thin bar.
pub(super) fn of(period: &Period, dossier: &Dossier, year: SchoolYear, reach: &Reach) -> Marks {
    let terms = dossier.terms(year);
    let last = state::last_day(period);
    let Some(recurs) = period.recurs else {
        if let (None, Some(last)) = (period.start, last) {
            let mark = (reach.first..=reach.last).contains(&last).then_some(last);
            return Marks { mark, ..Marks::default() };
        }
        let bars = bar(period.start, last, year, false, reach).into_iter().collect();
        return Marks { bars, ..Marks::default() };
    };
    let from =
        period.start.unwrap_or_else(|| last.map_or(terms.start, |last| terms.start.min(last)));
    let to = last.unwrap_or_else(|| terms.end.max(from));
    if recurs == Recurs::Ongoing {
        return Marks {
            bars: bar(Some(from), Some(to), year, true, reach).into_iter().collect(),
            ..Marks::default()
        };
    }
    // A correction made by hand may put the end before the start.
    let (from, to) = (from.min(to).max(reach.first), to.max(from).min(reach.last));
    let mut ticks: Vec<Date> = ends(recurs, from, to, dossier);
    if ticks.is_empty() && from <= to {
        // Shorter than one of its periods: it still comes once.
        ticks.push(to);
    }
    Marks { ticks, ..Marks::default() }
}

/// A bar between two days, cut to what can be drawn; none when it lies wholly outside.
fn bar(
    start: Option<Date>,
    last: Option<Date>,
    year: SchoolYear,
    thin: bool,
    reach: &Reach,
) -> Option<TimelineBar> {
    let from = start?;
    let to = last.unwrap_or_else(|| year.plan_end().max(from));
    // A correction made by hand may put the end before the start.
    let (from, to) = (from.min(to), to.max(from));
    if to < reach.first || from > reach.last {
        return None;
    }
    Some(TimelineBar {
        from: from.max(reach.first),
        to: to.min(reach.last),
        thin,
        open_start: from < reach.first,
        open_end: last.is_none() || to > reach.last,
    })
}

/// The last days of the periods that end inside the dates.
fn ends(recurs: Recurs, from: Date, to: Date, dossier: &Dossier) -> Vec<Date> {
    let inside = |day: &Date| from <= *day && *day <= to;
    match recurs {
        Recurs::Week => {
            let to_sunday = i64::from(7 - from.weekday().to_monday_one_offset());
            series(from.saturating_add(to_sunday.days()), to, |day| day.saturating_add(7.days()))
        }
        Recurs::Month => series(from.last_of_month(), to, |day| {
            day.first_of_month().saturating_add(1.month()).last_of_month()
        }),
        Recurs::Quarter => {
            let to_quarter_end = i64::from((3 - from.month() % 3) % 3);
            let first =
                from.first_of_month().saturating_add(to_quarter_end.months()).last_of_month();
            series(first, to, |day| day.first_of_month().saturating_add(3.months()).last_of_month())
        }
        Recurs::Term => years(from, to)
            .flat_map(|year| {
                let terms = dossier.terms(year);
                [terms.term_1_end, terms.end]
            })
            .filter(inside)
            .collect(),
        Recurs::Year => {
            years(from, to).map(|year| dossier.terms(year).end).filter(inside).collect()
        }
        Recurs::Ongoing => Vec::new(),
    }
}

fn series(first: Date, to: Date, next: impl Fn(Date) -> Date) -> Vec<Date> {
    let mut days = Vec::new();
    let mut day = first;
    while day <= to {
        days.push(day);
        let after = next(day);
        if after <= day {
            break;
        }
        day = after;
    }
    days
}

/// The school years that two days and all between them belong to.
fn years(from: Date, to: Date) -> impl Iterator<Item = SchoolYear> {
    let (first, last) = (SchoolYear::of(from).first(), SchoolYear::of(to).first());
    (first..=last).filter_map(SchoolYear::starting)
}
