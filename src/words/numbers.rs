//! Numbers and sums of money as Vietnamese writes them: 1.234.567,5.

/// A number with a point before every three digits.
///
/// ```
/// assert_eq!(caitien::words::number(1_234_567), "1.234.567");
/// ```
#[must_use]
pub fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// Reads a whole number: "1.234.567", "1234567"; points must stand before three digits.
///
/// ```
/// use caitien::words::parse_number;
/// assert_eq!(parse_number("1.234.567"), Some(1_234_567));
/// assert_eq!(parse_number("1.23"), None);
/// ```
#[must_use]
pub fn parse_number(text: &str) -> Option<u64> {
    match parse_decimal(text)? {
        (value, 0) => Some(value),
        _ => None,
    }
}

/// Reads a number with or without decimals as (digits, how many of them are decimals):
/// "4,5" is (45, 1), "1.234.567" is (1234567, 0).
///
/// A point that cannot stand before thousands is a decimal point ("4.5"), and
/// commas that can only stand before thousands are such ("50,000,000"). "1,500"
/// is one and a half.
#[must_use]
pub fn parse_decimal(text: &str) -> Option<(u64, u32)> {
    let text = text.trim();
    let points = text.matches('.').count();
    let commas = text.matches(',').count();
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',') {
        return None;
    }
    let (whole, decimals) = match (points, commas) {
        (0, 0) => (text.to_owned(), ""),
        (0, 1) => text.split_once(',').map(|(whole, rest)| (whole.to_owned(), rest))?,
        (_, 1) => {
            let (whole, rest) = text.split_once(',')?;
            (thousands(whole, '.')?, rest)
        }
        (1, 0) => match thousands(text, '.') {
            Some(whole) => (whole, ""),
            None => text.split_once('.').map(|(whole, rest)| (whole.to_owned(), rest))?,
        },
        (_, 0) => (thousands(text, '.')?, ""),
        (0, _) => (thousands(text, ',')?, ""),
        _ => return None,
    };
    let has_mark = points + commas > 0;
    if whole.is_empty() || (has_mark && text.ends_with(['.', ','])) {
        return None;
    }
    if !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let scale = u32::try_from(decimals.len()).ok()?;
    Some((format!("{whole}{decimals}").parse().ok()?, scale))
}

/// The digits of "1.234.567", if each mark stands before three digits and the first group has 1 to 3.
fn thousands(text: &str, mark: char) -> Option<String> {
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let fits = (1..=3).contains(&first.len()) && !first.starts_with('0');
    (fits && groups.all(|group| group.len() == 3)).then(|| text.replace(mark, ""))
}

/// A sum as a document writes it: "5.000.000 đồng".
#[must_use]
pub fn money(dong: u64) -> String {
    format!("{} đồng", number(dong))
}

/// A sum in few letters, exact: "4,5 tỷ đồng", "5 triệu đồng", "1.234.567 đồng".
///
/// ```
/// use caitien::words::money_short;
/// assert_eq!(money_short(4_500_000_000), "4,5 tỷ đồng");
/// assert_eq!(money_short(1_234_567), "1.234.567 đồng");
/// ```
#[must_use]
pub fn money_short(dong: u64) -> String {
    for (unit, name) in [(1_000_000_000, "tỷ đồng"), (1_000_000, "triệu đồng")] {
        // Up to three decimals; anything finer is written out.
        if dong >= unit && dong.is_multiple_of(unit / 1000) {
            let decimals = format!("{:03}", dong % unit / (unit / 1000));
            let decimals = decimals.trim_end_matches('0');
            let comma = if decimals.is_empty() { "" } else { "," };
            return format!("{}{comma}{decimals} {name}", number(dong / unit));
        }
    }
    money(dong)
}
