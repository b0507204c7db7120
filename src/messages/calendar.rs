//! The words of the calendar.

use jiff::civil::Date;

use crate::words;

/// Opens it.
pub const OPEN: &str = "Lịch";
/// Its name for a screen reader.
pub const CHOOSE: &str = "Chọn ngày trên lịch";
/// The month before.
pub const BEFORE: &str = "Tháng trước";
/// The month after.
pub const AFTER: &str = "Tháng sau";
/// The days of the week, which begins on Monday.
pub const DAYS: [&str; 7] = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];
/// Its keys.
pub const KEYS: &str = "Mũi tên, PageUp, PageDown; Enter chọn";

/// A month over its days: "Tháng 9, 2026".
#[must_use]
pub fn month(of: Date) -> String {
    format!("Tháng {}, {}", of.month(), of.year())
}

/// A day, for a screen reader: "T2, 07/9/2026".
#[must_use]
pub fn day(date: Date) -> String {
    let of_week = date.weekday().to_monday_zero_offset();
    let name = usize::try_from(of_week).ok().and_then(|at| DAYS.get(at)).unwrap_or(&"");
    format!("{name}, {}", words::date(date))
}
