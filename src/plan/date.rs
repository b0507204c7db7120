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
}
