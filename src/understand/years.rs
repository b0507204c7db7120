//! School years and periods that a sentence names: "năm học 2026 - 2027", "giai đoạn 2020-2025".

use super::mentions::{Aside, NamedYear, YearNamed, years_named};
use crate::plan::SchoolYear;
use crate::words::is_dash;

/// The school years that a sentence names after "năm học", in its order, then those after "niên
/// khóa".
///
/// ```
/// use caitien::plan::SchoolYear;
/// use caitien::understand::school_years_in;
/// let year = SchoolYear::starting;
/// let found = school_years_in("Năm học 2025–2026 và năm học 2026 - 2027; giai đoạn 2020-2025");
/// assert_eq!(found, [year(2025).unwrap(), year(2026).unwrap()]);
/// ```
#[must_use]
pub fn school_years_in(text: &str) -> Vec<SchoolYear> {
    let lower = text.to_lowercase();
    let mut found = Vec::new();
    for mark in ["năm học", "niên khóa", "niên khoá"] {
        for rest in lower.split(mark).skip(1) {
            if let Some((from, to)) = two_years(rest.trim_start_matches([':', '(', ' ']))
                && to == from + 1
            {
                found.extend(SchoolYear::starting(from));
            }
        }
    }
    found
}

/// The periods that a sentence names after "giai đoạn" and the like, as first and last year; where
/// there are none, the one from a day to another.
///
/// ```
/// use caitien::understand::periods_in;
/// assert_eq!(periods_in("giai đoạn từ năm 2020 đến 2025"), [(2020, 2025)]);
/// assert_eq!(periods_in("Giai đoạn 2021 - 2026, giai đoạn 1"), [(2021, 2026)]);
/// assert_eq!(periods_in("từ tháng 9/2021 đến tháng 5/2026"), [(2021, 2026)]);
/// ```
#[must_use]
pub fn periods_in(text: &str) -> Vec<(i16, i16)> {
    let lower = text.to_lowercase();
    let mut found: Vec<(i16, i16)> = Vec::new();
    for mark in ["giai đoạn", "chu kỳ", "chu kì", "05 năm", "5 năm"] {
        for rest in lower.split(mark).skip(1) {
            let rest = rest.trim_start_matches([':', '(', ' ']);
            found.extend(two_years(rest.strip_prefix("từ").unwrap_or(rest)));
        }
    }
    // "từ tháng 9/2021 đến tháng 5/2026", "từ năm học 2021 - 2022 đến năm học 2025 - 2026"
    if found.is_empty()
        && let Some((_, rest)) = lower.split_once("từ ")
        && let Some((from, to)) = rest.split_once("đến ")
    {
        let from = years_named(from).iter().find_map(first_year);
        let to = years_named(to).iter().find_map(last_year);
        found.extend(from.zip(to).filter(|(from, to)| from < to));
    }
    found
}

/// The first calendar year of what is named, where it is none of a text that is cited.
fn first_year(named: &YearNamed) -> Option<i16> {
    let (NamedYear::School(year) | NamedYear::OfDate(year) | NamedYear::Alone(year)) = named.year;
    (named.aside != Some(Aside::Cited)).then_some(year)
}

/// The last one.
fn last_year(named: &YearNamed) -> Option<i16> {
    let school = matches!(named.year, NamedYear::School(_));
    first_year(named).map(|year| year + i16::from(school))
}

/// The two years a text begins with: "2020 - 2025", "năm 2020 đến năm 2025".
fn two_years(text: &str) -> Option<(i16, i16)> {
    let (from, rest) = year(text)?;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix("đến").or_else(|| rest.strip_prefix(is_dash))?;
    let (to, _) = year(rest)?;
    Some((from, to))
}

fn year(text: &str) -> Option<(i16, &str)> {
    let text = text.trim_start();
    let text = text.strip_prefix("năm").unwrap_or(text).trim_start();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    if digits.len() != 4 {
        return None;
    }
    Some((digits.parse().ok()?, rest))
}
