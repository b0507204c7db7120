//! School years and periods that a sentence names: "năm học 2026 - 2027", "giai đoạn 2020-2025".

use crate::plan::SchoolYear;
use crate::words::is_dash;

/// The school years that a sentence names after "năm học", in its order.
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
    let after = lower.split("năm học").skip(1);
    after
        .filter_map(|rest| {
            let (from, to) = two_years(rest)?;
            (to == from + 1).then(|| SchoolYear::starting(from)).flatten()
        })
        .collect()
}

/// The periods that a sentence names after "giai đoạn", as first and last year.
///
/// ```
/// use caitien::understand::periods_in;
/// assert_eq!(periods_in("giai đoạn từ năm 2020 đến 2025"), [(2020, 2025)]);
/// assert_eq!(periods_in("Giai đoạn 2021 - 2026, giai đoạn 1"), [(2021, 2026)]);
/// ```
#[must_use]
pub fn periods_in(text: &str) -> Vec<(i16, i16)> {
    let lower = text.to_lowercase();
    let after = lower.split("giai đoạn").skip(1);
    after
        .filter_map(|rest| {
            let rest = rest.trim_start();
            two_years(rest.strip_prefix("từ").unwrap_or(rest))
        })
        .collect()
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
