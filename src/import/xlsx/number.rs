//! Numbers and days of Excel as people write them.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::format::Format;
use crate::words;

/// No whole number above this is exact.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// The last day that Excel knows: 31 December 9999.
const LAST_DAY: i32 = 2_958_465;
/// The days between 1900 and 1904, from which workbooks count.
const FOUR_YEARS: f64 = 1_462.0;
const DAY: i64 = 24 * 60 * 60;

/// A number as its format has it shown, as far as that matters to a reader: percent, points
/// before every three digits, days and hours.
///
/// A number as small as the code of a criterion keeps its point, whatever it is: "1.6". A number
/// that is no day that Excel knows stays one.
pub(super) fn written(number: f64, format: Format, since_1904: bool) -> String {
    let serial = if since_1904 { number + FOUR_YEARS } else { number };
    let moment = match format {
        Format::Number { percent: true, .. } => {
            return format!("{}%", decimal(number * 100.0, false));
        }
        Format::Number { grouped, .. } => return decimal(number, grouped),
        Format::Hours => seconds(number).map(hour),
        Format::Month => Moment::of(serial).and_then(|moment| moment.day).map(|day| {
            let day = words::date(day);
            day.split_once('/').map_or(day.as_str(), |(_, month)| month).to_owned()
        }),
        Format::Moment => Moment::of(serial).map(|moment| match moment {
            Moment { day: Some(day), second: 0 } => words::date(day),
            Moment { day: Some(day), second } => format!("{} {}", words::date(day), hour(second)),
            Moment { day: None, second } => hour(second),
        }),
    };
    moment.unwrap_or_else(|| decimal(number, false))
}

/// A day, and the second of it; below the first day an hour alone.
struct Moment {
    day: Option<Date>,
    second: i64,
}

impl Moment {
    /// Excel counts days from 1 January 1900, and a 29 February of that year, which never was.
    fn of(serial: f64) -> Option<Self> {
        let seconds = seconds(serial)?;
        let days = i32::try_from(seconds / DAY).ok()?;
        let before = if days < 60 { date(1899, 12, 31) } else { date(1899, 12, 30) };
        let day = if days == 0 { None } else { Some(before.checked_add(days.days()).ok()?) };
        Some(Self { day, second: seconds % DAY })
    }
}

/// The seconds from the first day on; none behind the last that Excel knows.
fn seconds(serial: f64) -> Option<i64> {
    let seconds = (serial * DAY as f64).round();
    (0.0..f64::from(LAST_DAY + 1) * DAY as f64).contains(&seconds).then_some(seconds as i64)
}

/// Hours and minutes.
fn hour(second: i64) -> String {
    format!("{}:{:02}", second / 3600, second / 60 % 60)
}

fn decimal(number: f64, grouped: bool) -> String {
    let sign = if number < 0.0 { "-" } else { "" };
    let size = number.abs();
    if size >= EXACT || !size.is_finite() {
        return number.to_string();
    }
    // Of what a binary number cannot hold, ten places are enough to round it away.
    let digits = format!("{size:.10}");
    let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
    let decimals = decimals.trim_end_matches('0');
    let whole = match whole.parse::<u64>() {
        Ok(whole) if grouped => words::number(whole),
        _ => whole.to_owned(),
    };
    if decimals.is_empty() {
        return format!("{sign}{whole}");
    }
    let like_a_code = whole.len() == 1 && whole != "0" && decimals.len() <= 2;
    let mark = if like_a_code { '.' } else { ',' };
    format!("{sign}{whole}{mark}{decimals}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(number: f64, code: &str, expect: &str) {
        let shown = written(number, Format::of(code), false);
        assert_eq!(shown, expect, "{number} as {code}");
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        check(2026.0, "General", "2026");
        check(5_000_000.0, "General", "5000000");
        check(5_000_000.0, "#,##0", "5.000.000");
        check(5_000_000.0, "#,##0\" đồng\"", "5.000.000");
        check(1_234.5, "#,##0.00", "1.234,5");
        check(12.5, "General", "12,5");
        check(0.1 + 0.2, "General", "0,3");
        check(-3.0, "General", "-3");
        check(0.85, "0%", "85%");
        check(0.855, "0.0%", "85,5%");
        check(0.5, "General\"100%\"", "0,5");
        check(1e300, "General", &1e300_f64.to_string());
    }

    #[test]
    fn codes_of_criteria_keep_their_point() {
        check(1.6, "General", "1.6");
        check(3.12, "General", "3.12");
    }

    #[test]
    fn days_are_written_as_on_paper() {
        check(46_266.0, "dd/mm/yyyy", "01/9/2026");
        check(46_433.295_138_888, "dd/mm/yyyy hh:mm", "15/02/2027 7:05");
        check(0.3125, "h:mm", "7:30");
        check(1.0, "d/m/yy", "01/01/1900");
        check(59.0, "d/m/yy", "28/02/1900");
        check(61.0, "d/m/yy", "01/3/1900");
        check(2_958_465.0, "d/m/yy", "31/12/9999");
    }

    #[test]
    fn a_month_is_no_day() {
        check(46_266.0, "mmm-yy", "9/2026");
        check(46_419.0, "mm/yyyy", "02/2027");
    }

    #[test]
    fn hours_go_on_behind_a_day() {
        check(1.5, "[h]:mm", "36:00");
    }

    #[test]
    fn what_is_no_day_stays_a_number() {
        check(-1.0, "d/m/yy", "-1");
        check(2_958_466.0, "d/m/yy", "2958466");
        check(1e300, "d/m/yy", &1e300_f64.to_string());
        check(-1.0, "[h]:mm", "-1");
        check(f64::NAN, "d/m/yy", "NaN");
    }

    #[test]
    fn old_workbooks_count_from_1904() {
        assert_eq!(written(44_804.0, Format::Moment, true), "01/9/2026");
        assert_eq!(written(0.0, Format::Moment, true), "01/01/1904");
    }
}
