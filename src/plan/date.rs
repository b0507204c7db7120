//! The date of a document, of which the clerk may still have to write a part by hand.

use serde::{Deserialize, Serialize};

/// "ngày … tháng 9 năm 2026": each part may be blank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PlanDate {
    /// 1 to 31.
    pub day: Option<u8>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// Four digits.
    pub year: Option<i16>,
}

impl PlanDate {
    /// The day it names, when all three parts are there and such a day exists.
    #[must_use]
    pub fn to_date(self) -> Option<jiff::civil::Date> {
        let month = i8::try_from(self.month?).ok()?;
        let day = i8::try_from(self.day?).ok()?;
        jiff::civil::Date::new(self.year?, month, day).ok()
    }

    /// Whether the parts that are there can be those of a day: 31/02 cannot, nor can month 13.
    #[must_use]
    pub fn is_possible(self) -> bool {
        // Where a part is blank, one that fits all values of the others stands for it.
        let filled = Self {
            day: Some(self.day.unwrap_or(1)),
            month: Some(self.month.unwrap_or(1)),
            year: Some(self.year.unwrap_or(2024)),
        };
        filled.to_date().is_some_and(|date| (1900..=9000).contains(&date.year()))
    }
}
