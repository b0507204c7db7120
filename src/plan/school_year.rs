//! A school year, from the September of one year to the summer of the next.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::json;

/// "năm học 2026 - 2027", named by its first calendar year (1900 to 9000).
///
/// In JSON it is `"2026-2027"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(i16);

impl SchoolYear {
    /// The school year that begins in this calendar year, if it is a plausible one.
    #[must_use]
    pub fn starting(year: i16) -> Option<Self> {
        (1900..=9000).contains(&year).then_some(Self(year))
    }

    /// The school year a day belongs to: a new one begins on 01/8.
    #[must_use]
    pub fn of(date: Date) -> Self {
        let year = if date.month() >= 8 { date.year() } else { date.year() - 1 };
        Self(year.clamp(1900, 9000))
    }

    /// Its first calendar year: 2026 of 2026 - 2027.
    #[must_use]
    pub fn first(self) -> i16 {
        self.0
    }

    /// Its second calendar year: 2027 of 2026 - 2027.
    #[must_use]
    pub fn second(self) -> i16 {
        self.0 + 1
    }

    /// The calendar year a month of this school year falls in: August to
    /// December in the first, January to July in the second.
    #[must_use]
    pub fn year_of_month(self, month: i8) -> i16 {
        if month >= 8 { self.first() } else { self.second() }
    }

    /// A day of this school year by month and day; 31/8 is that of its start.
    /// A day that the month lacks becomes the month's last.
    #[must_use]
    pub fn date(self, month: i8, day: i8) -> Date {
        let month = month.clamp(1, 12);
        let first = Date::constant(self.year_of_month(month), month, 1);
        let day = day.clamp(1, first.days_in_month());
        Date::constant(first.year(), month, day)
    }

    /// The first day of the plan's year: 01/8.
    #[must_use]
    pub fn plan_start(self) -> Date {
        Date::constant(self.first(), 8, 1)
    }

    /// The last day of the plan's year, its summer included: 31/8.
    #[must_use]
    pub fn plan_end(self) -> Date {
        Date::constant(self.second(), 8, 31)
    }

    /// Reads "2026-2027" with any dash and any spaces; the years must follow one another.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut years =
            text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
        let first: i16 = years.next().filter(|digits| digits.len() == 4)?.parse().ok()?;
        let second: i16 = years.next().filter(|digits| digits.len() == 4)?.parse().ok()?;
        let only_dashes = text
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || crate::words::is_dash(c));
        (years.next().is_none() && only_dashes && first.checked_add(1) == Some(second))
            .then(|| Self::starting(first))
            .flatten()
    }
}

impl std::fmt::Display for SchoolYear {
    /// As it is printed: "2026 - 2027".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} - {}", self.first(), self.second())
    }
}

impl Serialize for SchoolYear {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}-{}", self.first(), self.second()))
    }
}

impl<'de> Deserialize<'de> for SchoolYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        json::text(deserializer, "a school year such as 2026-2027", Self::parse)
    }
}
