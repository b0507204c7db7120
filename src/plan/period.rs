//! When a piece of work is done: what is understood of a time cell.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What is understood of a phrase such as "Tháng 9/2026 đến tháng 5/2027".
///
/// Nothing at all means "chưa rõ thời hạn": never a guess presented as a fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Period {
    /// First day, inclusive.
    pub start: Option<Date>,
    /// Last day, inclusive; with `before`, the day before which it must be over.
    pub end: Option<Date>,
    /// "trước ngày 30/11": the last day in time is the one before `end`; overdue it is once `end`
    /// is over.
    pub before: bool,
    /// How often it comes back.
    pub recurs: Option<Recurs>,
}

impl Period {
    /// Whether anything was understood.
    #[must_use]
    pub fn understood(&self) -> bool {
        self.start.is_some() || self.end.is_some() || self.recurs.is_some()
    }
}

/// How often a piece of work comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recurs {
    /// Hằng tuần.
    Week,
    /// Hằng tháng.
    Month,
    /// Hằng quý.
    Quarter,
    /// Mỗi học kỳ.
    Term,
    /// Hằng năm.
    Year,
    /// Thường xuyên.
    Ongoing,
}
