//! Marks as they are set in Vietnamese: none twice, no space before one, a space after it.

/// Of two marks that should be one, the stronger; none where both may stand.
fn one_of(first: char, second: char) -> Option<char> {
    let strength = |c| [',', ';', ':', '.'].iter().position(|one| *one == c);
    let (first_is, second_is) = (strength(first)?, strength(second)?);
    // "v.v.," and "TP.:" are right.
    if first == '.' && second != '.' || first == ':' && second != ':' {
        return None;
    }
    Some(if first_is >= second_is { first } else { second })
}

/// The text with one mark where two stand: ",." and ".." become "."; "..." stays. `None` where
/// nothing is to be mended.
///
/// ```
/// use caitien::words::without_doubled_marks;
/// assert_eq!(without_doubled_marks("Đổi mới,. Nâng cao;;").as_deref(), Some("Đổi mới. Nâng cao;"));
/// for right in ["Nâng cao...", "v.v.; sách", "Họp./.", "1.500,5", "Lớp 6: a, b."] {
///     assert_eq!(without_doubled_marks(right), None);
/// }
/// ```
#[must_use]
pub fn without_doubled_marks(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut changed = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let dots = rest.bytes().take_while(|byte| *byte == b'.').count();
        // Dots that stand for what is left out.
        if dots > 2 {
            out.push_str(&rest[..dots]);
            rest = &rest[dots..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        let mut mark = c;
        while let Some(next) = rest.chars().next()
            && !rest.starts_with("...")
            && let Some(stronger) = one_of(mark, next)
        {
            mark = stronger;
            rest = &rest[next.len_utf8()..];
            changed = true;
        }
        out.push(mark);
    }
    changed.then_some(out)
}

/// The text without spaces before its marks, and with one after a comma or a semicolon between
/// two words. `None` where nothing is to be mended.
///
/// ```
/// use caitien::words::with_spaced_marks;
/// assert_eq!(with_spaced_marks("Dạy ,học tốt ; rèn").as_deref(), Some("Dạy, học tốt; rèn"));
/// for right in ["Thực hiện ./.", "tỷ lệ 1 : 5", "sách, vở", "6a,6b", "1,5", "điểm a,b"] {
///     assert_eq!(with_spaced_marks(right), None);
/// }
/// ```
#[must_use]
pub fn with_spaced_marks(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len() + 4);
    let mut changed = false;
    for (at, c) in text.char_indices() {
        let before = out.trim_end_matches([' ', '\u{A0}']).len();
        if before > 0 && before < out.len() && is_parted(&out[..before], &text[at..]) {
            out.truncate(before);
            changed = true;
        }
        let joins = matches!(c, ',' | ';') && joins_words(&out, &text[at + 1..]);
        out.push(c);
        if joins {
            out.push(' ');
            changed = true;
        }
    }
    changed.then_some(out)
}

/// Whether a mark begins here that belongs to what stands before the space.
fn is_parted(before: &str, rest: &str) -> bool {
    let mut chars = rest.chars();
    let mark = chars.next().unwrap_or(' ');
    let next = chars.next().unwrap_or(' ');
    let figures = before.ends_with(|c: char| c.is_ascii_digit()) && mark == ':';
    matches!(mark, ',' | ';' | ':' | '.' | ')')
        && !before.ends_with([',', ';', ':', '.', '-', '+', '(', '\n'])
        && !figures
        && !(mark == '.' && (next == '.' || next == '/' || next.is_alphanumeric()))
}

/// Whether a mark between these stands between two words of more than a letter.
fn joins_words(before: &str, after: &str) -> bool {
    let small = |c: &char| c.is_alphabetic() && c.is_lowercase();
    before.chars().rev().take_while(small).take(2).count() == 2
        && after.chars().take_while(small).take(2).count() == 2
}

/// The text with the motto as it is set, with plain hyphens and a space on each side of them;
/// `None` where it holds no motto, or a right one.
///
/// ```
/// use caitien::words::with_motto_hyphens;
/// let mended = with_motto_hyphens("Độc lập–Tự do – Hạnh phúc");
/// assert_eq!(mended.as_deref(), Some("Độc lập - Tự do - Hạnh phúc"));
/// assert_eq!(with_motto_hyphens("ĐỘC LẬP - TỰ DO - HẠNH PHÚC"), None);
/// assert_eq!(with_motto_hyphens("Vì độc lập, tự do và hạnh phúc"), None);
/// ```
#[must_use]
pub fn with_motto_hyphens(text: &str) -> Option<String> {
    const PARTS: [&str; 3] = ["độc lập", "tự do", "hạnh phúc"];
    let lower = text.to_lowercase();
    let mut out = String::new();
    let mut at = lower.find(PARTS[0])?;
    // Where letters are longer or shorter in capitals, the places are not the same.
    out.push_str(text.get(..at)?);
    for (index, part) in PARTS.iter().enumerate() {
        let found = lower[at..].find(part)?;
        let between = text.get(at..at + found)?;
        if index > 0 {
            let joint = |c: char| c.is_whitespace() || super::is_dash(c);
            if between.is_empty() || !between.chars().all(joint) {
                return None;
            }
            out.push_str(" - ");
        }
        let end = at + found + part.len();
        out.push_str(text.get(at + found..end)?);
        at = end;
    }
    out.push_str(text.get(at..)?);
    (out != text).then_some(out)
}
