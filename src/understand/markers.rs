//! What the beginning of a line means: "1.", "a)", "-", "+".

use crate::plan::Level;

/// The level that the beginning of a line means, and the words after it; none where the
/// line begins with words.
///
/// A marker is followed by white space: "1.5 triệu" and "-5%" begin with words, as do
/// "2026. Kế hoạch" and "30/4".
///
/// ```
/// use caitien::plan::Level;
/// use caitien::understand::list_marker;
/// assert_eq!(list_marker("đ) Theo dõi"), Some((Level::Letter, "Theo dõi")));
/// assert_eq!(list_marker("Theo dõi"), None);
/// ```
#[must_use]
pub fn list_marker(line: &str) -> Option<(Level, &str)> {
    let line = line.trim();
    let mut chars = line.chars();
    let (level, words) = match chars.next()? {
        '-' | '–' | '—' | '−' | '•' | '●' | '▪' | '*' | '\u{F0B7}' => {
            (Level::Dash, chars.as_str())
        }
        '+' => (Level::Plus, chars.as_str()),
        c if c.is_ascii_digit() => {
            let words = line.trim_start_matches(|c: char| c.is_ascii_digit());
            // "1. " and "12. ", never "2026. ".
            (line.len() - words.len() <= 2).then_some(())?;
            (Level::Number, words.strip_prefix(['.', ')'])?)
        }
        c if c.is_lowercase() => (Level::Letter, chars.as_str().strip_prefix(')')?),
        _ => return None,
    };
    words.starts_with(char::is_whitespace).then(|| (level, words.trim_start()))
}

/// What a person typed before a line to number it or to mark it as a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker<'a> {
    /// What it is one of: "1", "a", "I", "1." of "1.1"; blank for a dash or a bullet.
    pub kind: &'a str,
    /// Which, from 1; 0 for a dash or a bullet.
    pub number: u32,
    /// As typed.
    pub typed: &'a str,
}

/// The marker a line begins with, in any of the ways people type one: "1.", "1/", "(1)", "1.2.",
/// "a.", "đ)", "IV.", "-", "•"; with a blank behind it or none where that is certain.
///
/// ```
/// use caitien::understand::marker;
/// let read = |text| marker(text).map(|marker| (marker.typed.to_owned(), marker.number));
/// for (text, typed, number) in [
///     ("2.Hiệu trưởng", "2.", 2), ("1.3. Rà soát", "1.3.", 3), ("(4) Theo dõi", "(4)", 4),
///     ("g)Rà soát", "g)", 6), ("VI. Tổ chức", "VI.", 6), ("-Theo dõi", "-", 0),
/// ] {
///     assert_eq!(read(text), Some((typed.to_owned(), number)), "{text}");
/// }
/// for text in ["1.5 triệu", "-5%", "30/4 và 01/5", "1 - 2 lần", "V.I. Lê-nin", "2026. Năm"] {
///     assert_eq!(read(text), None, "{text}");
/// }
/// ```
#[must_use]
pub fn marker(line: &str) -> Option<Marker<'_>> {
    let line = line.trim_start();
    let first = line.chars().next()?;
    let open = usize::from(first == '(');
    let body = &line[open..];
    let length = body.find(|c: char| !c.is_alphanumeric()).unwrap_or(body.len());
    let token = &body[..length];
    let (kind, number, end);
    if "-–—−•●▪*+→✓■□➢❖\u{F0B7}".contains(first) {
        let words = line[first.len_utf8()..].chars().next()?;
        (words.is_whitespace() || words.is_alphabetic()).then_some(())?;
        return Some(Marker { kind: "", number: 0, typed: &line[..first.len_utf8()] });
    } else if let Some(one) = few_digits(token) {
        // "1.2", "1.2.3"
        let (mut head, mut last, mut at) = (0, one, length);
        while let Some(after) = body[at..].strip_prefix('.') {
            let next = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
            let Some(deeper) = few_digits(&after[..next]) else { break };
            (head, last) = (at, deeper);
            at += 1 + next;
        }
        (kind, number, end) = (if head == 0 { "1" } else { &body[..=head] }, last, at);
    } else if let Some(one) = roman(token) {
        (kind, number, end) = ("I", one, length);
    } else {
        let letter = token.chars().next().filter(|c| c.is_lowercase() && c.len_utf8() == length)?;
        // Who leaves out đ goes on with e.
        let place = "abcdeghiklmnopqrstuvxy".find(if letter == 'đ' { 'd' } else { letter })?;
        (kind, number, end) = ("a", u32::try_from(place).ok()? + 1, length);
    }
    let rest = &body[end..];
    // "1.2 Rà soát" needs no close.
    let bare = kind.ends_with('.')
        && rest.starts_with(' ')
        && rest.trim_start().starts_with(char::is_uppercase);
    let close = closes(rest, open > 0, kind != "a").or(bare.then_some(0))?;
    Some(Marker { kind, number, typed: line[..open + end + close].trim_end() })
}

/// One or two digits.
fn few_digits(text: &str) -> Option<u32> {
    let few = text.len() <= 2 && text.bytes().all(|c| c.is_ascii_digit());
    few.then(|| text.parse().ok()).flatten()
}

/// How long the close of a marker is: ")", ".", "/", " - " with words behind it.
fn closes(rest: &str, open: bool, numeral: bool) -> Option<usize> {
    let mut chars = rest.chars();
    let mark = chars.next()?;
    let after = chars.as_str();
    let blank = after.starts_with(char::is_whitespace);
    // "1.Hiệu trưởng", not "V.I. Lê-nin".
    let mut letters = after.chars();
    let glued = letters.next().is_some_and(char::is_alphabetic)
        && letters.next().is_some_and(char::is_alphabetic);
    let right = match mark {
        ')' => blank || glued,
        '.' if !open => blank || numeral && glued,
        '/' if !open => blank,
        _ => {
            let dash = rest.trim_start().strip_prefix(crate::words::is_dash);
            let words = dash.filter(|_| !open && numeral)?.trim_start();
            return words.starts_with(char::is_uppercase).then_some(rest.len() - words.len());
        }
    };
    right.then_some(mark.len_utf8())
}

/// A Roman numeral up to 39, in capitals.
fn roman(word: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = word.bytes().take_while(|c| *c == b'X').count();
    let ones = ONES.iter().position(|ones| *ones == &word[tens..])?;
    let number = u32::try_from(tens * 10 + ones).ok()?;
    (tens < 4 && number > 0).then_some(number)
}

/// The number that a person typed before a heading: "VI." of "VI. Tổ chức thực hiện", "Phần III",
/// "III" of "III NỘI DUNG", "A." of "A. Nội dung".
#[must_use]
pub fn heading_number(heading: &str) -> Option<&str> {
    let heading = heading.trim();
    let mut words = heading.split_whitespace();
    let first = words.next()?;
    let second = words.next().unwrap_or_default();
    let bare = |word: &str| {
        let bare = word.trim_end_matches(['.', ':', ')', '/']);
        roman(&bare.to_uppercase()).or(few_digits(bare)).is_some()
    };
    if matches!(first.to_lowercase().as_str(), "phần" | "mục" | "chương") {
        let named = second == "thứ" || bare(second);
        return named.then(|| &heading[..heading.len().min(first.len() + 1 + second.len())]);
    }
    let shouts = second.chars().any(char::is_uppercase) && !second.contains(char::is_lowercase);
    let letter = matches!(first, "A." | "B." | "C." | "D." | "Đ." | "E.") && second != "Mác";
    let closed = first.ends_with(['.', ')', '/', ':']) && bare(first) && !second.is_empty();
    if roman(first).is_some() && shouts || letter || closed {
        return Some(first);
    }
    marker(heading).filter(|marker| marker.number > 0).map(|marker| marker.typed)
}
