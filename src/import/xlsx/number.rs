//! Numbers and days of Excel as people write them.

use jiff::civil::Date;

use crate::words;

/// No whole number above this is exact.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A number as its format has it shown, as far as that matters to a reader: percent, and points
/// before every three digits.
///
/// A number as small as the code of a criterion keeps its point, whatever it is: "1.6".
pub(super) fn written(number: f64, format: &str) -> String {
    let shown = outside_of_quotes(format);
    if shown.contains('%') {
        return format!("{}%", decimal(number * 100.0, false));
    }
    decimal(number, shown.contains(','))
}

/// A day, with its hour where it has one; an hour alone.
pub(super) fn moment(
    (year, month, day): (u16, u8, u8),
    (hour, minute): (u8, u8),
    serial: f64,
) -> String {
    let time = || format!("{hour}:{minute:02}");
    let numbers = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
    let (Ok(year), Ok(month), Ok(day)) = numbers else { return time() };
    match Date::new(year, month, day) {
        Ok(date) if serial >= 1.0 && (hour, minute) != (0, 0) => {
            format!("{} {}", words::date(date), time())
        }
        Ok(date) if serial >= 1.0 => words::date(date),
        _ => time(),
    }
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

/// A format without the words that it only puts beside the number.
fn outside_of_quotes(format: &str) -> String {
    format.split('"').step_by(2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(number: f64, format: &str, expect: &str) {
        assert_eq!(written(number, format), expect, "{number} as {format}");
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
        assert_eq!(moment((2026, 9, 1), (0, 0), 46_266.0), "01/9/2026");
        assert_eq!(moment((2027, 2, 15), (7, 5), 46_433.3), "15/02/2027 7:05");
        assert_eq!(moment((1899, 12, 31), (7, 30), 0.3125), "7:30");
    }
}
