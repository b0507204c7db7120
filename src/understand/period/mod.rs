//! What a time cell says.

mod cut;
mod parse;
mod parser;
mod phrase;
mod recurs;
mod resolve;
mod tidy;
mod token;
mod unit;
mod words;

use jiff::{ToSpan, civil::Date};

use crate::plan::{Period, SchoolYear, TermDates};
use phrase::{Dated, Lead, Length, Unit};
use resolve::Outcome;

/// What a time cell says, in a plan of this school year.
///
/// Every word must be understood, or nothing is: "Tháng 9, trừ ngày lễ" has no
/// dates. At most one dated phrase and one "hằng …" stand in a cell; dates in a
/// row count where each follows the one before ("tháng 9, 10/2026"). Of a range
/// typed backwards nothing is understood; [`backwards_range`] gives it.
///
/// ```
/// use caitien::plan::{SchoolYear, TermDates};
/// use caitien::understand::understand_period;
/// use jiff::civil::date;
/// let year = SchoolYear::starting(2026).unwrap();
/// let period = understand_period("Tháng 10", year, &TermDates::usual(year));
/// assert_eq!(period.start, Some(date(2026, 10, 1)));
/// assert_eq!(period.end, Some(date(2026, 10, 31)));
/// ```
#[must_use]
pub fn understand_period(text: &str, year: SchoolYear, terms: &TermDates) -> Period {
    match read(text, year, terms) {
        Some(Outcome::Clear(period)) => period,
        Some(Outcome::Backwards(..)) | None => Period::default(),
    }
}

/// First and last day of a range that a time cell names backwards: the last lies before the
/// first. `None` for every other text.
///
/// ```
/// use caitien::plan::{SchoolYear, TermDates};
/// use caitien::understand::backwards_range;
/// use jiff::civil::date;
/// let year = SchoolYear::starting(2026).unwrap();
/// let terms = TermDates::usual(year);
/// let days = backwards_range("Tháng 5/2027 đến tháng 9/2026", year, &terms);
/// assert_eq!(days, Some((date(2027, 5, 1), date(2026, 9, 30))));
/// ```
#[must_use]
pub fn backwards_range(text: &str, year: SchoolYear, terms: &TermDates) -> Option<(Date, Date)> {
    match read(text, year, terms)? {
        Outcome::Backwards(first, last) => Some((first, last)),
        Outcome::Clear(_) => None,
    }
}

fn read(text: &str, year: SchoolYear, terms: &TermDates) -> Option<Outcome> {
    let tokens = tidy::tidy(&cut::cut(text));
    let phrase = parse::parse(&tokens, year)?;
    let recurs = phrase.recurs;
    let Some(dated) = phrase.dated else {
        return Some(Outcome::Clear(Period { recurs, ..Period::default() }));
    };
    let outcome = resolve::resolve(&dated, year, terms);
    if recurs.is_some() && outcome.is_none() {
        // "Ngày 01/6 và 20/11 hằng năm": how often is clear, one stretch of days it is not.
        let single = |unit: &Unit| {
            let alone = Dated { units: vec![unit.clone()], joins: Vec::new(), ..dated.clone() };
            resolve::resolve(&alone, year, terms).is_some()
        };
        let list = dated.units.len() > 1 && dated.is_list() && dated.units.iter().all(single);
        return list.then_some(Outcome::Clear(Period { recurs, ..Period::default() }));
    }
    let Outcome::Clear(period) = outcome? else { return outcome };
    if let Some(within) = &phrase.within {
        let Some(Outcome::Clear(inner)) = resolve::resolve(within, year, terms) else {
            return None;
        };
        let days = inner.start.into_iter().chain(inner.end);
        for day in days {
            (period.start? <= day && day <= period.end?).then_some(())?;
        }
    }
    let period = match phrase.length {
        Some(length) => with_length(period, &dated, length)?,
        None => period,
    };
    Some(Outcome::Clear(Period { recurs, ..period }))
}

/// "Từ 01/3/2027, trong 02 tháng" has an end; beside a range a length says nothing new.
fn with_length(period: Period, dated: &Dated, length: Length) -> Option<Period> {
    let start = period.start?;
    if period.end.is_some() {
        return (dated.units.len() > 1).then_some(period);
    }
    let is_day = matches!(dated.units.as_slice(), [Unit::Day { .. }]);
    (is_day && dated.lead == Lead::From && !dated.onwards).then_some(())?;
    let after = match length {
        Length::Days(days) => start.checked_add(i64::from(days).days()),
        Length::Months(months) => start.checked_add(i64::from(months).months()),
    };
    Some(Period { end: Some(after.ok()?.yesterday().ok()?), ..period })
}
