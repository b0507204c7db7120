//! What cells say that a fill is dragged over: the same as its source, or what comes next.
//!
//! It counts on only where two cells of the source show the step and nothing else about them
//! differs; a single cell is copied, and where what comes next is not certain the source begins
//! anew.

use jiff::ToSpan;
use jiff::civil::Date;

/// A longer number is a name of something and not counted (digits).
const LONGEST: usize = 9;

/// The texts of so many cells behind these.
#[must_use]
pub fn continued(source: &[&str], count: usize) -> Vec<String> {
    counted(source, count).unwrap_or_else(|| {
        source.iter().cycle().take(count).map(|text| (*text).to_owned()).collect()
    })
}

/// What comes next, where that is certain.
fn counted(source: &[&str], count: usize) -> Option<Vec<String>> {
    if source.len() < 2 {
        return None;
    }
    let rows: Vec<Vec<Unit<'_>>> = source.iter().map(|text| units(text)).collect();
    let (first, last) = (rows.first()?, rows.last()?);
    let mut steps = Vec::with_capacity(first.len());
    for at in 0..first.len() {
        let column: Vec<&Unit<'_>> = rows.iter().map(|row| row.get(at)).collect::<Option<_>>()?;
        steps.push(step(&column)?);
    }
    if rows.iter().any(|row| row.len() != first.len()) || !is_one_series(first, &steps) {
        return None;
    }
    (1..=count)
        .map(|times| {
            let mut text = String::new();
            for (at, unit) in last.iter().enumerate() {
                let before = last[..at].last();
                let zeros = rows.iter().map(|row| row[at].zeros());
                let zeros = zeros.fold((false, false), |all, one| (all.0 | one.0, all.1 | one.1));
                let next = unit.after(steps[at], i64::try_from(times).ok()?)?;
                let around = (before, last.get(at + 1));
                text.push_str(&next.write(zeros, around, !steps[at].is_none())?);
            }
            Some(text)
        })
        .collect()
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
enum Unit<'t> {
    /// Words and marks.
    Words(&'t str),
    /// A number, and how many digits it has.
    Number(i64, usize),
    /// I, II, III.
    Roman(i64),
    /// A month of a year, in months since the year 0, and how many digits the month has.
    Month(i64, usize),
    /// A day, and how many digits it and its month have.
    Day(Date, usize, usize),
}

/// How far two units that follow each other lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    /// They are the same.
    None,
    /// So many numbers, or months of a year.
    By(i64),
    /// So many days.
    Days(i64),
    /// So many months, on the same day.
    Months(i64),
}

impl Step {
    fn is_none(self) -> bool {
        self == Self::None
    }
}

/// The step that leads through these; none where there is no one step.
fn step(units: &[&Unit<'_>]) -> Option<Step> {
    let mut steps = units.windows(2).map(|pair| pair[0].to(pair[1]));
    let first = steps.next()??;
    steps.all(|step| step == Some(first)).then_some(first)
}

/// Whether the steps are of one thing that counts on: one number, or both ends of a span of days,
/// months or years.
fn is_one_series(units: &[Unit<'_>], steps: &[Step]) -> bool {
    let moving: Vec<(&Unit<'_>, Step)> =
        units.iter().zip(steps.iter().copied()).filter(|(_, step)| !step.is_none()).collect();
    let same = moving.windows(2).all(|pair| pair[0].1 == pair[1].1);
    let span = moving.iter().all(|(unit, _)| match unit {
        Unit::Month(..) | Unit::Day(..) => true,
        Unit::Number(_, digits) => *digits == 4,
        _ => false,
    });
    match moving.len() {
        1 => true,
        2 => same && span,
        _ => false,
    }
}

impl Unit<'_> {
    fn to(&self, next: &Unit<'_>) -> Option<Step> {
        let by = |one: i64, other: i64| {
            Some(if one == other { Step::None } else { Step::By(other - one) })
        };
        match (self, next) {
            (Unit::Words(one), Unit::Words(other)) => (one == other).then_some(Step::None),
            (Unit::Number(one, _), Unit::Number(other, _))
            | (Unit::Roman(one), Unit::Roman(other))
            | (Unit::Month(one, _), Unit::Month(other, _)) => by(*one, *other),
            (Unit::Day(one, ..), Unit::Day(other, ..)) if one == other => Some(Step::None),
            (Unit::Day(one, ..), Unit::Day(other, ..)) if one.day() == other.day() => {
                Some(Step::Months(months(*other) - months(*one)))
            }
            (Unit::Day(one, ..), Unit::Day(other, ..)) => {
                let days = one.until(*other).ok()?.get_days();
                // Further apart the months are meant, and which of their days is not certain.
                (days.abs() <= 28).then_some(Step::Days(days.into()))
            }
            _ => None,
        }
    }

    /// The unit so many steps on.
    fn after(&self, step: Step, times: i64) -> Option<Self> {
        Some(match (self, step) {
            (Self::Number(value, digits), Step::By(by)) => {
                Self::Number(value.checked_add(by.checked_mul(times)?)?, *digits)
            }
            (Self::Roman(value), Step::By(by)) => Self::Roman(value + by.checked_mul(times)?),
            (Self::Month(value, digits), Step::By(by)) => {
                Self::Month(value + by.checked_mul(times)?, *digits)
            }
            (Self::Day(day, one, other), Step::Days(by)) => {
                Self::Day(day.checked_add(by.checked_mul(times)?.days()).ok()?, *one, *other)
            }
            (Self::Day(day, one, other), Step::Months(by)) => {
                let next = day.checked_add(by.checked_mul(times)?.months()).ok()?;
                // The 31st of a month of 30 days is no day.
                if next.day() != day.day() {
                    return None;
                }
                Self::Day(next, *one, *other)
            }
            (same, _) => same.clone(),
        })
    }

    /// Whether it begins with a zero, and its month too.
    fn zeros(&self) -> (bool, bool) {
        let short = |value: i64, digits: usize| value.to_string().len() < digits;
        match self {
            Self::Number(value, digits) => (short(*value, *digits), false),
            Self::Month(value, digits) => (short(value % 12 + 1, *digits), false),
            Self::Day(day, one, other) => {
                (short(day.day().into(), *one), short(day.month().into(), *other))
            }
            Self::Words(_) | Self::Roman(_) => (false, false),
        }
    }

    /// Its text; none where what stands around it says that there is no such thing.
    fn write(
        &self,
        zeros: (bool, bool),
        (before, behind): (Option<&Unit<'_>>, Option<&Unit<'_>>),
        moved: bool,
    ) -> Option<String> {
        let words = |unit: Option<&Unit<'_>>| match unit {
            Some(Unit::Words(words)) => words.to_lowercase(),
            _ => String::new(),
        };
        let (before, behind) = (words(before), words(behind));
        let named = |word: &str| before.trim_end().ends_with(word);
        let padded = |value: i64, digits: usize, zero: bool| {
            let width = if zero { digits.max(2) } else { 0 };
            format!("{value:0width$}")
        };
        Some(match self {
            Self::Words(words) => (*words).to_owned(),
            Self::Number(value, digits) if !moved => format!("{value:0digits$}"),
            Self::Number(value, digits) => {
                let least = i64::from(*digits > 0 && !before.ends_with(['-', '−']));
                let part = before.ends_with([',', ':']);
                let clock = behind.starts_with([':', 'h', 'g']) && behind.len() < 3;
                let thousands = before.ends_with('.') && *digits > 2;
                if *value < least || part || clock || thousands {
                    return None;
                }
                let value = if named("tháng") {
                    // After December comes January.
                    (value - 1).rem_euclid(12) + 1
                } else {
                    *value
                };
                let most = if named("quý") {
                    4
                } else if named("học kỳ") || named("học kì") {
                    2
                } else if behind.trim_start().starts_with('%') {
                    100
                } else if behind == "/" {
                    // A day whose month is not known to have more.
                    28
                } else if before.ends_with('/') && *digits < 3 {
                    12
                } else {
                    i64::MAX
                };
                if value > most {
                    return None;
                }
                padded(value, *digits, zeros.0)
            }
            Self::Roman(value) => {
                let most = if named("quý") {
                    4
                } else if named("học kỳ") || named("học kì") || named("hk") {
                    2
                } else {
                    39
                };
                (1..=most).contains(value).then(|| roman(*value))?
            }
            Self::Month(value, digits) => {
                format!("{}/{}", padded(value % 12 + 1, *digits, zeros.0), value / 12)
            }
            Self::Day(day, one, other) => format!(
                "{}/{}/{}",
                padded(day.day().into(), *one, zeros.0),
                padded(day.month().into(), *other, zeros.1),
                day.year()
            ),
        })
    }
}

fn months(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month()) - 1
}

/// The pieces of a text.
fn units(text: &str) -> Vec<Unit<'_>> {
    let mut units = Vec::new();
    let (mut rest, mut words) = (text, 0);
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        let after_word = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let found = if c.is_ascii_digit() {
            Some(number(rest))
        } else if !after_word && matches!(c, 'I' | 'V' | 'X') {
            roman_number(rest)
        } else {
            None
        };
        let Some((unit, length)) = found else {
            rest = &rest[c.len_utf8()..];
            continue;
        };
        if words < at {
            units.push(Unit::Words(&text[words..at]));
        }
        units.push(unit);
        rest = &rest[length..];
        words = at + length;
    }
    if words < text.len() {
        units.push(Unit::Words(&text[words..]));
    }
    units
}

/// The day, the month of a year or the number at the beginning, and how long it is.
fn number(text: &str) -> (Unit<'_>, usize) {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    let part = |from: usize| {
        let rest = text.get(from..)?.strip_prefix('/')?;
        let length = digits(rest);
        (length > 0).then(|| (&rest[..length], from + 1 + length))
    };
    let value = |text: &str| text.parse::<i64>().ok();
    let month =
        |text: &str| value(text).filter(|month| text.len() <= 2 && (1..=12).contains(month));
    let whole = |end: usize| !text[end..].starts_with('/');
    let year = |text: &str| value(text).filter(|_| text.len() == 4);
    if let Some((second, end)) = part(first) {
        if let Some((third, end)) = part(end)
            && whole(end)
            && first <= 2
            && second.len() <= 2
            && year(third).is_some()
            && let Ok(day) = Date::new(
                third.parse().unwrap_or(0),
                second.parse().unwrap_or(0),
                text[..first].parse().unwrap_or(0),
            )
        {
            return (Unit::Day(day, first, second.len()), end);
        }
        if whole(end)
            && let Some((month, year)) = month(&text[..first]).zip(year(second))
        {
            return (Unit::Month(year * 12 + month - 1, first), end);
        }
    }
    match value(&text[..first]).filter(|_| first <= LONGEST) {
        Some(value) => (Unit::Number(value, first), first),
        None => (Unit::Words(&text[..first]), first),
    }
}

/// The Roman number that stands alone at the beginning, and how long it is.
fn roman_number(text: &str) -> Option<(Unit<'_>, usize)> {
    let length = text.bytes().take_while(|byte| b"IVX".contains(byte)).count();
    if text[length..].starts_with(char::is_alphanumeric) {
        return None;
    }
    (1..40).find(|value| roman(*value) == text[..length]).map(|value| (Unit::Roman(value), length))
}

/// From 1 to 39.
fn roman(value: i64) -> String {
    let mut left = value;
    let mut text = String::new();
    for (sign, worth) in [("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)] {
        while left >= worth {
            text.push_str(sign);
            left -= worth;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The source and what follows it, each cell apart by a bar.
    #[track_caller]
    fn check(source: &str, expect: &str) {
        let source: Vec<&str> = source.split('|').collect();
        let expect: Vec<&str> = expect.split('|').collect();
        assert_eq!(continued(&source, expect.len()), expect, "{source:?}");
    }

    #[test]
    fn a_single_cell_is_copied() {
        check("Tháng 9/2026", "Tháng 9/2026|Tháng 9/2026");
        check("Nhóm 1", "Nhóm 1|Nhóm 1");
        check("15/10/2026", "15/10/2026");
        check("", "|");
        assert_eq!(continued(&[], 2), [""; 0]);
    }

    #[test]
    fn two_cells_show_the_step() {
        check("Tháng 9/2026|Tháng 10/2026", "Tháng 11/2026|Tháng 12/2026|Tháng 1/2027");
        check("Tháng 09/2026|Tháng 11/2026", "Tháng 01/2027|Tháng 03/2027");
        check("Nhóm 1|Nhóm 2", "Nhóm 3|Nhóm 4");
        check("Nhóm 01|Nhóm 02", "Nhóm 03");
        check("Nhóm 9|Nhóm 10", "Nhóm 11");
        check("10|8|6", "4|2");
        check("Tuần 2|Tuần 4|Tuần 6", "Tuần 8|Tuần 10");
        check("Tháng 11|Tháng 12", "Tháng 1|Tháng 2");
        check("Quý I/2027|Quý II/2027", "Quý III/2027|Quý IV/2027");
        check("Phần IV|Phần V", "Phần VI");
        check("Tiêu chí 1.8|Tiêu chí 1.9", "Tiêu chí 1.10");
        check("5 triệu đồng|6 triệu đồng", "7 triệu đồng");
        check("80%|85%", "90%|95%|100%");
    }

    #[test]
    fn days_go_on_by_days_or_by_months() {
        check("05/10/2026|12/10/2026", "19/10/2026|26/10/2026|02/11/2026");
        check("15/9/2026|15/10/2026", "15/11/2026|15/12/2026|15/1/2027");
        check("Trước ngày 20/11/2026|Trước ngày 20/11/2027", "Trước ngày 20/11/2028");
        check("Ngày 3/9|Ngày 10/9", "Ngày 17/9|Ngày 24/9");
    }

    #[test]
    fn a_span_goes_on_at_both_ends() {
        check("Năm học 2025-2026|Năm học 2026-2027", "Năm học 2027-2028");
        check("9/2026 đến 10/2026|11/2026 đến 12/2026", "1/2027 đến 2/2027");
        check("01/9/2026 - 05/9/2026|08/9/2026 - 12/9/2026", "15/9/2026 - 19/9/2026");
    }

    #[test]
    fn where_it_is_not_certain_the_source_begins_anew() {
        // No step, or two of them.
        check("Nhóm 1|Nhóm 2|Nhóm 4", "Nhóm 1|Nhóm 2");
        check("Kế toán|Hiệu trưởng", "Kế toán|Hiệu trưởng|Kế toán");
        check("Nhóm 1|Nhóm 1", "Nhóm 1|Nhóm 1");
        check("Nhóm 1|Tổ 2", "Nhóm 1|Tổ 2");
        check("3 lớp, 20 em|4 lớp, 25 em", "3 lớp, 20 em");
        check("Nhóm 1|", "Nhóm 1|");
        // There is no such thing.
        check("Quý III|Quý IV", "Quý III|Quý IV");
        check("Học kỳ I|Học kỳ II", "Học kỳ I|Học kỳ II");
        check("95%|100%", "95%|100%");
        check("2|1", "2|1");
        check("31/8/2026|31/10/2026", "31/12/2026");
        check("31/7/2026|31/8/2026", "31/7/2026");
        check("Ngày 17/9|Ngày 24/9", "Ngày 17/9");
        check("30/9/2026|15/11/2026", "30/9/2026");
        // Halves, hours, thousands and names of things are no such numbers.
        check("1,8|1,9", "1,8");
        check("7h30|8h30", "7h30");
        check("1.800|1.900", "1.800");
        check("09871234561|09871234562", "09871234561");
        check("Mức IX cao|Mức Xanh", "Mức IX cao");
    }
}
