//! Named stretches of time to days, by the plan's school year and its terms.

use jiff::civil::Date;

use super::phrase::{Dated, Join, Lead, Unit};
use crate::plan::{Period, SchoolYear, TermDates};

/// First and last day, both inclusive.
type Span = (Date, Date);

/// What the dated part of a phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Clear(Period),
    /// A range whose last day, as typed, lies before its first.
    Backwards(Date, Date),
}

/// The days of the dated part of a phrase; none where they are not clear.
pub(super) fn resolve(dated: &Dated, year: SchoolYear, terms: &TermDates) -> Option<Outcome> {
    let calendar = Calendar { year, terms };
    let mut units = dated.units.clone();
    let mut joins = dated.joins.as_slice();
    give_kinds(&mut units)?;
    calendar.drop_school_year(&mut units, &mut joins);
    if dated.lead == Lead::Phase {
        // "Giai đoạn" without a range says neither when it begins nor when it ends.
        (units.len() == 2 && matches!(joins, [Join::Dash | Join::Until])).then_some(())?;
    } else if let (
        [Unit::Year { year: first, named }, Unit::Year { year: second, named: again }],
        [join @ (Join::Dash | Join::Until)],
    ) = (units.as_slice(), joins)
        && *second == first + 1
        && !again
    {
        // "2026 đến 2027": one school year, or two calendar years?
        (*named || *join == Join::Dash).then_some(())?;
        if *join == Join::Dash {
            units = vec![Unit::School(SchoolYear::starting(*first))];
            joins = &[];
        }
    }
    let period = match units.as_slice() {
        [unit] => calendar.one(unit, dated)?,
        _ => return calendar.several(units, joins, dated),
    };
    Some(Outcome::Clear(period))
}

fn period(start: Option<Date>, end: Option<Date>, before: bool) -> Period {
    Period { start, end, before, recurs: None }
}

/// Bare numbers become what their neighbours are.
fn give_kinds(units: &mut [Unit]) -> Option<()> {
    for at in 0..units.len() {
        let Unit::Bare { number, roman, year } = units[at] else { continue };
        let before = at.checked_sub(1).map(|before| &units[before]);
        let after = units.get(at + 1);
        units[at] = match (before, after) {
            (Some(Unit::Month { .. }), _) if !roman => Unit::Month { month: number, year },
            (Some(Unit::Quarter { .. }), _) if (1..=4).contains(&number) => {
                Unit::Quarter { quarter: number, year }
            }
            (Some(Unit::Term { .. }), _) if year.is_none() && (1..=2).contains(&number) => {
                Unit::Term { term: u8::try_from(number).ok()?, year: None }
            }
            (Some(Unit::Day { month: None, .. }), _) | (_, Some(Unit::Day { .. }))
                if !roman && year.is_none() =>
            {
                Unit::Day { day: number, month: None, year: None }
            }
            _ if !roman && year.is_some() => Unit::Month { month: number, year },
            _ => return None,
        };
    }
    // Days without a month take that of the day after them.
    for at in (0..units.len().saturating_sub(1)).rev() {
        if let (Unit::Day { month: None, .. }, Unit::Day { month: Some(later), year: of, .. }) =
            (&units[at], &units[at + 1])
        {
            let (later, of) = (*later, *of);
            if let Unit::Day { month, year, .. } = &mut units[at] {
                (*month, *year) = (Some(later), of);
            }
        }
    }
    // A term without its year takes that of the term after it.
    for at in (0..units.len().saturating_sub(1)).rev() {
        if let Unit::Term { year: Some(later), .. } = units[at + 1]
            && let Unit::Term { year: year @ None, .. } = &mut units[at]
        {
            *year = Some(later);
        }
    }
    Some(())
}

/// Month and day a unit begins with, and its calendar year, for units that have a month.
fn in_year(unit: &Unit) -> Option<((i8, i8), Option<i16>)> {
    match unit {
        Unit::Day { day, month, year } => Some((((*month)?, *day), *year)),
        Unit::Month { month, year } => Some(((*month, 1), *year)),
        Unit::Quarter { quarter, year } => Some(((quarter * 3 - 2, 1), *year)),
        Unit::First(inner) | Unit::Last(inner) | Unit::Third(_, inner) => in_year(inner),
        _ => None,
    }
}

fn set_year(unit: &mut Unit, to: i16) {
    match unit {
        Unit::Day { year, .. } | Unit::Month { year, .. } | Unit::Quarter { year, .. } => {
            *year = Some(to);
        }
        Unit::First(inner) | Unit::Last(inner) | Unit::Third(_, inner) => set_year(inner, to),
        _ => {}
    }
}

/// Whether a person typed which year is meant.
fn has_year(unit: &Unit) -> bool {
    match unit {
        Unit::Term { year, .. } | Unit::School(year) => year.is_some(),
        Unit::Summer(year) => year.is_some(),
        Unit::First(inner) | Unit::Last(inner) | Unit::Third(_, inner) => has_year(inner),
        Unit::Year { .. } | Unit::Part { .. } => true,
        Unit::Bare { .. } => false,
        unit => in_year(unit).is_some_and(|(_, year)| year.is_some()),
    }
}

/// Gives months without a year that of their neighbours, else that of the
/// school year; says whether one had to go on past the school year's December.
fn give_years(units: &mut [Unit], school: SchoolYear) -> bool {
    for at in (0..units.len().saturating_sub(1)).rev() {
        if let (Some((day, None)), Some((later, Some(year)))) =
            (in_year(&units[at]), in_year(&units[at + 1]))
        {
            set_year(&mut units[at], if day <= later { year } else { year - 1 });
        }
    }
    let mut rolled = false;
    for at in 0..units.len() {
        let Some((day, None)) = in_year(&units[at]) else { continue };
        let usual = match &units[at] {
            Unit::Quarter { quarter, .. } => year_of_quarter(*quarter, school),
            _ => school.year_of_month(day.0),
        };
        let earlier = at.checked_sub(1).and_then(|before| in_year(&units[before]));
        let year = match earlier {
            Some((first, Some(year))) => {
                let next = if first <= day { year } else { year + 1 };
                rolled |= next > usual;
                next
            }
            _ => usual,
        };
        set_year(&mut units[at], year);
    }
    rolled
}

fn year_of_quarter(quarter: i8, school: SchoolYear) -> i16 {
    if quarter >= 3 { school.first() } else { school.second() }
}

struct Calendar<'a> {
    year: SchoolYear,
    terms: &'a TermDates,
}

impl Calendar<'_> {
    /// "Tháng 9/2026 (năm học 2026-2027)": a school year that holds all that stands before it
    /// says nothing more.
    fn drop_school_year(&self, units: &mut Vec<Unit>, joins: &mut &[Join]) {
        let ([others @ .., Unit::School(Some(year))], [before @ .., Join::List]) =
            (units.as_slice(), *joins)
        else {
            return;
        };
        let (first, last) = (year.plan_start(), year.plan_end());
        let inside = others.iter().all(|unit| {
            let dated = has_year(unit) && !matches!(unit, Unit::School(_));
            dated && self.span(unit).is_some_and(|span| first <= span.0 && span.1 <= last)
        });
        if inside && !others.is_empty() {
            units.pop();
            *joins = before;
        }
    }

    /// A single unit, and what stands before it.
    fn one(&self, unit: &Unit, dated: &Dated) -> Option<Period> {
        let is_year = matches!(unit, Unit::School(_) | Unit::Year { .. });
        if dated.following {
            // "Tháng 9/2026 và các năm tiếp theo" is every September, or all from then on?
            let clear = is_year && matches!(dated.lead, Lead::None | Lead::From);
            clear.then_some(())?;
            return Some(period(Some(self.span(unit)?.0), None, false));
        }
        if dated.onwards && dated.lead != Lead::From {
            return None;
        }
        let is_edge = matches!(unit, Unit::First(_) | Unit::Last(_));
        Some(match dated.lead {
            Lead::None => {
                let (start, end) = self.span(unit)?;
                period(Some(start), Some(end), false)
            }
            Lead::From => match unit {
                // "Từ 2025-2026" is that school year.
                Unit::School(Some(_)) if !dated.onwards => {
                    let (start, end) = self.span(unit)?;
                    period(Some(start), Some(end), false)
                }
                _ => period(Some(self.first_day(unit)?), None, false),
            },
            Lead::Until => period(None, Some(self.last_day(unit)?), false),
            Lead::Before if !is_edge => period(None, Some(self.span(unit)?.0), true),
            Lead::After if !is_edge => {
                period(Some(self.span(unit)?.1.tomorrow().ok()?), None, false)
            }
            Lead::Before | Lead::After | Lead::Phase => return None,
        })
    }

    /// Several units: a list in a row, or a range.
    fn several(&self, mut units: Vec<Unit>, joins: &[Join], dated: &Dated) -> Option<Outcome> {
        if dated.onwards || dated.following {
            return None;
        }
        let explicit = units.iter().all(has_year);
        let given = in_year(&units[0]).and_then(|(_, year)| year);
        let rolled = give_years(&mut units, self.year);
        if joins.iter().all(|join| matches!(join, Join::List | Join::And)) {
            // "cuối học kỳ I, học kỳ II" are two times, though the days are in a row.
            let edge = |unit: &Unit| matches!(unit, Unit::First(_) | Unit::Last(_));
            (dated.lead == Lead::None && !units.iter().any(edge)).then_some(())?;
            let (start, end) = self.whole(&units)?;
            return Some(Outcome::Clear(period(Some(start), Some(end), false)));
        }
        let ([first, second], [join]) = (units.as_slice(), joins) else { return None };
        let is_year = |unit: &Unit| matches!(unit, Unit::Year { .. });
        if *join == Join::Dash && is_year(first) != is_year(second) {
            return None;
        }
        if !matches!(dated.lead, Lead::None | Lead::From | Lead::Phase) {
            return None;
        }
        let start = self.first_day(first)?;
        let end = if dated.before { self.span(second)?.0 } else { self.last_day(second)? };
        let last = if dated.before { end.yesterday().ok()? } else { end };
        // "Từ 20/11 đến 15/11/2026": the year was ours, the order of the days is not.
        if given.is_none()
            && let Ok(same) = Date::new(end.year(), start.month(), start.day())
            && (same.month(), same.year()) == (last.month(), last.year())
            && same > last
            && !rolled
        {
            return Some(Outcome::Backwards(same, last));
        }
        if start > last {
            // One that only our own choice of years turns round is not clear.
            return explicit.then_some(Outcome::Backwards(start, last));
        }
        // A year of our own choice reaches neither back nor on past the school year.
        let turned = given.is_none()
            && in_year(first).is_some()
            && start < self.year.plan_start()
            && end >= self.year.plan_start();
        let inside = !rolled || end <= self.year.plan_end();
        (inside && !turned).then(|| Outcome::Clear(period(Some(start), Some(end), dated.before)))
    }

    fn terms(&self, year: Option<SchoolYear>) -> TermDates {
        let year = year.unwrap_or(self.year);
        if year == self.terms.school_year { *self.terms } else { TermDates::usual(year) }
    }

    fn span(&self, unit: &Unit) -> Option<Span> {
        match unit {
            Unit::Day { day, month, year } => {
                let month = (*month)?;
                let year = year.unwrap_or(self.year.year_of_month(month));
                let date = Date::new(year, month, *day).ok()?;
                Some((date, date))
            }
            Unit::Month { month, year } => {
                months(year.unwrap_or(self.year.year_of_month(*month)), *month, *month)
            }
            Unit::Quarter { quarter, year } => {
                let year = year.unwrap_or(year_of_quarter(*quarter, self.year));
                months(year, quarter * 3 - 2, quarter * 3)
            }
            Unit::Term { term: 1, year } => {
                let terms = self.terms(*year);
                Some((terms.start, terms.term_1_end))
            }
            Unit::Term { year, .. } => {
                let terms = self.terms(*year);
                Some((terms.term_1_end.tomorrow().ok()?, terms.end))
            }
            Unit::School(year) => {
                let terms = self.terms(*year);
                Some((terms.start, terms.end))
            }
            Unit::Summer(year) => months(year.unwrap_or(self.year.second()), 6, 8),
            Unit::Year { year, .. } => months(*year, 1, 12),
            Unit::Part { months: count, first: true, year } => months(*year, 1, *count),
            Unit::Part { months: count, year, .. } => months(*year, 13 - count, 12),
            Unit::Third(third, month) => {
                let (first, last) = self.span(month)?;
                let day = |day| Date::new(first.year(), first.month(), day).ok();
                match third {
                    0 => Some((first, day(10)?)),
                    1 => Some((day(11)?, day(20)?)),
                    _ => Some((day(21)?, last)),
                }
            }
            Unit::First(inner) => match **inner {
                Unit::School(year) | Unit::Term { term: 1, year } => {
                    let terms = self.terms(year);
                    let september = months(terms.school_year.first(), 9, 9)?.1;
                    Some((terms.start, september.max(terms.start.last_of_month())))
                }
                _ => None,
            },
            Unit::Last(inner) => match **inner {
                Unit::Term { term: 1, year } => {
                    let end = self.terms(year).term_1_end;
                    Some((end.first_of_month(), end))
                }
                Unit::School(year) | Unit::Term { year, .. } => {
                    let end = self.terms(year).end;
                    Some((end.first_of_month(), end))
                }
                _ => None,
            },
            Unit::Bare { .. } => None,
        }
    }

    /// The day a range from here begins: "từ đầu tháng 9" is 01/9.
    fn first_day(&self, unit: &Unit) -> Option<Date> {
        match unit {
            Unit::First(inner) => self.span(inner).map(|span| span.0),
            unit => self.span(unit).map(|span| span.0),
        }
    }

    /// The day a range to here ends: "đến cuối tháng 5" is 31/5.
    fn last_day(&self, unit: &Unit) -> Option<Date> {
        match unit {
            // "đến đầu năm học": on its first day, or when September is over?
            Unit::First(_) => None,
            Unit::Last(inner) => self.span(inner).map(|span| span.1),
            unit => self.span(unit).map(|span| span.1),
        }
    }

    /// Several units as one stretch, if each begins where the one before it ends.
    fn whole(&self, units: &[Unit]) -> Option<Span> {
        let mut whole = self.span(units.first()?)?;
        for pair in units.windows(2) {
            let next = self.span(&pair[1])?;
            let follows = match (&pair[0], &pair[1]) {
                // Between two school years lies only the summer.
                (Unit::School(Some(one)), Unit::School(Some(two))) => two.first() == one.second(),
                _ => whole.1.tomorrow().ok()? == next.0,
            };
            follows.then_some(())?;
            whole.1 = next.1;
        }
        Some(whole)
    }
}

/// From the first day of one month to the last of another.
fn months(year: i16, first: i8, last: i8) -> Option<Span> {
    Some((Date::new(year, first, 1).ok()?, Date::new(year, last, 1).ok()?.last_of_month()))
}
