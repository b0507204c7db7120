//! Dates as Nghị định 30/2020/NĐ-CP writes them, in and out.

use jiff::civil::Date;

use super::{is_dash, official};

/// A date as it is shown and printed: a 0 before days under 10 and months 1 and 2 only.
///
/// ```
/// use jiff::civil::date;
/// assert_eq!(caitien::words::date(date(2026, 9, 1)), "01/9/2026");
/// assert_eq!(caitien::words::date(date(2027, 2, 15)), "15/02/2027");
/// ```
#[must_use]
pub fn date(date: Date) -> String {
    let zero = if date.month() <= 2 { "0" } else { "" };
    format!("{:02}/{zero}{}/{}", date.day(), date.month(), date.year())
}

/// A date in the words of an official paper; dots stand for what is not known of it.
///
/// ```
/// use caitien::words::date_in_words;
/// assert_eq!(date_in_words(Some(5), Some(9), Some(2026)), "ngày 05 tháng 9 năm 2026");
/// assert_eq!(date_in_words(None, Some(1), Some(2027)), "ngày … tháng 01 năm 2027");
/// ```
#[must_use]
pub fn date_in_words(day: Option<u8>, month: Option<u8>, year: Option<i16>) -> String {
    let written = |part: Option<String>| part.unwrap_or_else(|| "…".to_owned());
    let (day, month) = (written(day.map(official::day)), written(month.map(official::month)));
    let year = written(year.map(|year| year.to_string()));
    format!("{} {day} {} {month} {} {year}", official::DAY, official::MONTH, official::YEAR)
}

/// A day as a person writes it into a field of its own: [`date`] out, [`parse_date`] in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub Date);

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&date(self.0))
    }
}

/// What is written is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDay;

impl std::str::FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        parse_date(text).map(Self).ok_or(NoDay)
    }
}

/// Reads "15/10/2026", "15-10-2026" or "15.10.2026": day, month, year of four digits.
///
/// White space around the parts is allowed. A day that does not exist is none.
///
/// ```
/// use caitien::words::parse_date;
/// assert_eq!(parse_date("15-10-2026"), Some(jiff::civil::date(2026, 10, 15)));
/// assert_eq!(parse_date("31/02/2027"), None);
/// ```
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.trim().split(|c| c == '/' || c == '.' || is_dash(c)).map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if parts.next().is_some() || !digits(day, 2) || !digits(month, 2) {
        return None;
    }
    if !digits(year, 4) || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
