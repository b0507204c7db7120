//! The time of a piece of work in the next year: the same months of that year.

use jiff::civil::Date;

use crate::plan::{Item, Period, SchoolYear, TermDates, Typed};
use crate::understand::{Aside, NamedYear, understand_period, years_named};

/// What was done with a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NewTime {
    /// Its years are the next ones.
    Moved,
    /// It stays as it is: it names no year, or it ends after the old plan's.
    Kept,
    /// Nothing is understood of it, or it would be over before the new plan begins: it stays, and
    /// is to be looked at.
    Unclear,
    /// A person typed another one.
    Typed,
}

/// The time of an item in the plan of another year, and what was done.
#[must_use]
pub fn next_time(
    item: &Item,
    (old, old_terms): (SchoolYear, &TermDates),
    (new, new_terms): (SchoolYear, &TermDates),
) -> (Typed<Period>, NewTime) {
    let kept = |time| (item.time.clone(), time);
    let period = item.period(old, old_terms);
    if !period.understood() {
        return kept(NewTime::Unclear);
    }
    if period.end.is_some_and(|end| end > old.plan_end()) {
        let over = period.end.is_some_and(|end| end < new.plan_start());
        return kept(if over { NewTime::Unclear } else { NewTime::Kept });
    }
    let years = new.first() - old.first();
    let typed = moved(&item.time.typed, years);
    // What a person said it means goes with it.
    let corrected = item.time.corrected.map(|said| later(said, years));
    let then = corrected.unwrap_or_else(|| understand_period(&typed, new, new_terms));
    // What is to be ready in the summer before the plan is prepared for it.
    let gone = then.end.is_some_and(|end| end < Date::constant(new.first(), 6, 1));
    if !then.understood() || gone {
        return kept(NewTime::Unclear);
    }
    let time = Typed { typed, corrected };
    let how = if time == item.time { NewTime::Kept } else { NewTime::Moved };
    (time, how)
}

/// A period so many years later.
fn later(period: Period, years: i16) -> Period {
    let day = |day: Date| {
        let year = day.year() + years;
        // 29/02 has no day of its own in other years.
        Date::new(year, day.month(), day.day())
            .or_else(|_| Date::new(year, day.month(), 28))
            .unwrap_or(day)
    };
    Period { start: period.start.map(day), end: period.end.map(day), ..period }
}

/// A text in which every year is so many years later; a stretch of several years stays, and what
/// is said of a text that is cited, a period or a name.
fn moved(text: &str, years: i16) -> String {
    let mut out = text.to_owned();
    for named in years_named(text).into_iter().rev() {
        let digits = &text[named.at.clone()];
        let with = match named.year {
            _ if named.aside.is_some_and(|why| why != Aside::Baseline) => continue,
            NamedYear::School(_) => both_later(digits, years),
            // "2025-2030"
            NamedYear::OfDate(_) | NamedYear::Alone(_) if digits.len() > 4 => continue,
            NamedYear::OfDate(year) | NamedYear::Alone(year) => (year + years).to_string(),
        };
        out.replace_range(named.at, &with);
    }
    out
}

/// "2027 – 2028" of "2026 – 2027", "2027-28" of "2026-27": both years, with what stands between
/// them.
pub(super) fn both_later(digits: &str, years: i16) -> String {
    let head = digits.trim_end_matches(|c: char| c.is_ascii_digit());
    let tail = &digits[head.len()..];
    let (Some(first), Some(between), Ok(second)) =
        (digits.get(..4), head.get(4..), tail.parse::<i16>())
    else {
        return digits.to_owned();
    };
    let first = first.parse::<i16>().map_or(first.to_owned(), |of| (of + years).to_string());
    let second = second + years;
    let second = if tail.len() > 2 { second } else { second.rem_euclid(100) };
    format!("{first}{between}{second:02}")
}
