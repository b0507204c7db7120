//! Named stretches of time to days, by the plan's school year and its terms.

use jiff::civil::Date;

use super::parse::{Dated, Join, Lead, Unit};
use crate::plan::{Period, SchoolYear, TermDates};

/// First and last day, both inclusive.
type Span = (Date, Date);

/// The days of the dated part of a phrase; none where they are not clear.
pub(super) fn resolve(dated: &Dated, year: SchoolYear, terms: &TermDates) -> Option<Period> {
    let calendar = Calendar { year, terms };
    let mut units = dated.units.clone();
    give_kinds(&mut units)?;
    if dated.lead == Lead::Phase {
        // "Giai đoạn" without a range says neither when it begins nor when it ends.
        (units.len() == 2 && dated.joins != [Join::List]).then_some(())?;
    } else if let ([Unit::Year(first), Unit::Year(second)], [Join::Dash | Join::Until]) =
        (units.as_slice(), dated.joins.as_slice())
        && *second == first + 1
    {
        units = vec![Unit::School(SchoolYear::starting(*first))];
    }
    let period = |start, end, before| Some(Period { start, end, before, recurs: None });
    if let [unit] = units.as_slice() {
        if dated.onwards && dated.lead != Lead::From {
            return None;
        }
        return match dated.lead {
            Lead::None => {
                let (start, end) = calendar.span(unit)?;
                period(Some(start), Some(end), false)
            }
            Lead::From => match unit {
                // "Từ 2025-2026" is that school year.
                Unit::School(Some(_)) if !dated.onwards => {
                    let (start, end) = calendar.span(unit)?;
                    period(Some(start), Some(end), false)
                }
                _ => period(Some(calendar.first_day(unit)?), None, false),
            },
            Lead::Until => period(None, Some(calendar.last_day(unit)?), false),
            Lead::Before => match unit {
                Unit::First(_) | Unit::Last(_) => None,
                _ => period(None, Some(calendar.span(unit)?.0), true),
            },
            Lead::After => match unit {
                Unit::First(_) | Unit::Last(_) => None,
                _ => period(Some(calendar.span(unit)?.1.tomorrow().ok()?), None, false),
            },
            Lead::Phase => None,
        };
    }
    if dated.onwards {
        return None;
    }
    let explicit = units.iter().all(has_year);
    let rolled = give_years(&mut units, year);
    if dated.joins.iter().all(|join| *join == Join::List) {
        (dated.lead == Lead::None).then_some(())?;
        let (start, end) = calendar.whole(&units)?;
        return period(Some(start), Some(end), false);
    }
    let ([first, second], [join]) = (units.as_slice(), dated.joins.as_slice()) else { return None };
    let is_year = |unit: &Unit| matches!(unit, Unit::Year(_));
    if *join == Join::Dash && is_year(first) != is_year(second) {
        return None;
    }
    if !matches!(dated.lead, Lead::None | Lead::From | Lead::Phase) {
        return None;
    }
    let start = calendar.first_day(first)?;
    let end = if dated.before { calendar.span(second)?.0 } else { calendar.last_day(second)? };
    // A range typed backwards with its years is what was typed; one that only
    // our own choice of years turns round is not clear.
    let clear = start <= end || explicit;
    let inside = !rolled || end <= year.plan_end();
    (clear && inside).then_some(())?;
    period(Some(start), Some(end), dated.before)
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
        Unit::First(inner) | Unit::Last(inner) => in_year(inner),
        _ => None,
    }
}

fn set_year(unit: &mut Unit, to: i16) {
    match unit {
        Unit::Day { year, .. } | Unit::Month { year, .. } | Unit::Quarter { year, .. } => {
            *year = Some(to);
        }
        Unit::First(inner) | Unit::Last(inner) => set_year(inner, to),
        _ => {}
    }
}

/// Whether a person typed which year is meant.
fn has_year(unit: &Unit) -> bool {
    match unit {
        Unit::Term { year, .. } | Unit::School(year) => year.is_some(),
        Unit::Summer(year) => year.is_some(),
        Unit::First(inner) | Unit::Last(inner) => has_year(inner),
        Unit::Year(_) => true,
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
            Unit::Year(year) => months(*year, 1, 12),
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
