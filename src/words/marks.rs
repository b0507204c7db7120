//! Marks as they are set in Vietnamese: none twice, no space before one, a space after it.

/// Of two marks that should be one, the stronger; none where both may stand behind `before`.
fn one_of(before: &str, first: char, second: char) -> Option<char> {
    let strength = |c| [',', ';', ':', '.'].iter().position(|one| *one == c);
    let (first_is, second_is) = (strength(first)?, strength(second)?);
    // "v.v.," and "TP.:" are right, "nâng cao.," is not.
    if first == '.' && second != '.' {
        let small = |c: &char| c.is_lowercase();
        let word: Vec<char> = before.chars().rev().take_while(small).take(3).collect();
        let whole = word.len() > 2 && word.iter().any(|c| !c.is_ascii() || "aeiouy".contains(*c));
        return whole.then_some('.');
    }
    // "như sau:."
    if first == ':' {
        return Some(':');
    }
    Some(if first_is >= second_is { first } else { second })
}

/// The text with one mark where two stand: ",." and ".." become "."; "..." stays. `None` where
/// nothing is to be mended.
///
/// ```
/// use caitien::words::without_doubled_marks;
/// assert_eq!(without_doubled_marks("Đổi mới,. Nâng cao;;").as_deref(), Some("Đổi mới. Nâng cao;"));
/// assert_eq!(without_doubled_marks("Học tập., như sau:.").as_deref(), Some("Học tập. như sau:"));
/// assert_eq!(without_doubled_marks("sách, , vở").as_deref(), Some("sách, vở"));
/// for right in ["Nâng cao...", "v.v.; sách", "Họp./.", "1.500,5", "Lớp 6: a, b.", "TP.:"] {
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
        while let Some(next) = after_mark(mark, rest).chars().next()
            && !(rest.starts_with("...") || mark == ':' && rest.starts_with(".."))
            && let Some(stronger) = one_of(&out, mark, next)
        {
            mark = stronger;
            rest = &after_mark(c, rest)[next.len_utf8()..];
            changed = true;
        }
        out.push(mark);
    }
    changed.then_some(out)
}

/// What stands behind a mark; of two commas the space between them is none.
fn after_mark(mark: char, rest: &str) -> &str {
    let behind = rest.trim_start_matches(' ');
    if matches!(mark, ',' | ';') && behind.starts_with([',', ';']) { behind } else { rest }
}

/// The text without spaces before its marks and behind what it opens, and with one where two words
/// meet at a mark. `None` where nothing is to be mended.
///
/// ```
/// use caitien::words::with_spaced_marks;
/// assert_eq!(with_spaced_marks("Dạy ,học tốt ; rèn").as_deref(), Some("Dạy, học tốt; rèn"));
/// assert_eq!(with_spaced_marks("Tổ trưởng(nếu có) họp.Các tổ ( lớp 6)").as_deref(),
///     Some("Tổ trưởng (nếu có) họp. Các tổ (lớp 6)"));
/// for right in ["Thực hiện ./.", "tỷ lệ 1 : 5", "sách, vở", "6a,6b", "1,5", "điểm a,b", "(   )"] {
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
        let rest = &text[at + c.len_utf8()..];
        if c == ' ' && out.ends_with('(') && rest.trim_start().starts_with(char::is_alphanumeric) {
            changed = true;
            continue;
        }
        if c == '(' && joins_words(&out, rest, c) {
            out.push(' ');
            changed = true;
        }
        let joins = matches!(c, ',' | ';' | ':' | '.' | ')') && joins_words(&out, rest, c);
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
    matches!(mark, ',' | ';' | ':' | '.' | ')' | '?' | '!')
        && !before.ends_with([',', ';', ':', '.', '-', '+', '(', '\n'])
        && !figures
        && !(mark == '.' && (next == '.' || next == '/' || next.is_alphanumeric()))
}

/// Whether a mark between these stands between two words of more than a letter. A point between
/// small letters may be one of a name: "caitien.vn".
fn joins_words(before: &str, after: &str, mark: char) -> bool {
    let small = |c: &char| c.is_alphabetic() && c.is_lowercase();
    let mut rest = after.chars();
    let capital = mark != '(' && mark != ')' && after.starts_with(char::is_uppercase);
    if capital {
        rest.next();
    }
    let letters = rest.take_while(small).take(2).count();
    before.chars().rev().take_while(small).take(2).count() == 2
        && (capital && (letters > 0 || matches!(mark, ',' | ';')) || mark != '.' && letters == 2)
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
