//! What a time cell says.

mod parse;
mod resolve;
mod token;

use crate::plan::{Period, Recurs, SchoolYear, TermDates};

/// What a time cell says, in a plan of this school year.
///
/// Every word must be understood, or nothing is: "Tháng 9, trừ ngày lễ" has no
/// dates. At most one dated phrase and one "hằng …" stand in a cell; dates in a
/// row count where each follows the one before ("tháng 9, 10/2026"). A range
/// typed backwards with its years is given as typed, `start` after `end`.
///
/// ```
/// use caitien::plan::{SchoolYear, TermDates, understand_period};
/// use jiff::civil::date;
/// let year = SchoolYear::starting(2026).unwrap();
/// let period = understand_period("Tháng 10", year, &TermDates::usual(year));
/// assert_eq!(period.start, Some(date(2026, 10, 1)));
/// assert_eq!(period.end, Some(date(2026, 10, 31)));
/// ```
#[must_use]
pub fn understand_period(text: &str, year: SchoolYear, terms: &TermDates) -> Period {
    let tokens = token::cut(text);
    let Some(phrase) = parse::parse(&tokens, year) else { return Period::default() };
    let recurs = phrase.recurs;
    let Some(dated) = phrase.dated else { return Period { recurs, ..Period::default() } };
    if recurs == Some(Recurs::Month) && is_day_of_month(&dated) {
        return Period { recurs, ..Period::default() };
    }
    match resolve::resolve(&dated, year, terms) {
        Some(period) => Period { recurs, ..period },
        None => Period::default(),
    }
}

/// "ngày 15" of "ngày 15 hằng tháng", which is no date.
fn is_day_of_month(dated: &parse::Dated) -> bool {
    matches!(dated.units.as_slice(), [parse::Unit::Day { day: 1..=31, month: None, .. }])
        && !dated.onwards
}
