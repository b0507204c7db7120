//! The number, letter or sign that a line begins with, counted by Word or typed by hand.

use super::super::source::{Line, Span};
use crate::plan::number::place_of_letter;
use crate::plan::{Level, Run};
use crate::understand::list_marker;
use crate::words::fold;

/// What stands before the words of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// Of a part: 4 of "IV.".
    pub roman: Option<usize>,
    /// The level it means.
    pub level: Level,
    /// 3 of "3.", 1 of "a)".
    pub number: Option<usize>,
    /// As it was typed or counted: "3.".
    pub sign: String,
    /// How many bytes of the text it takes, with the white space behind it.
    pub taken: usize,
}

/// The mark of a line.
pub(super) fn mark(line: &Line, text: &str) -> Mark {
    let label = line.label.trim();
    if label.is_empty() {
        return typed(text).unwrap_or_default();
    }
    let deep = line.list_level.unwrap_or_default() > 0;
    let own = typed(&format!("{label} x"));
    let mut found = match own {
        Some(mark) if mark.roman.is_some() && deep => Mark::default(),
        Some(mark) => mark,
        // "1.1." and the like: no level of ours.
        None if label.chars().any(char::is_alphanumeric) && !is_bullet(label) => Mark::default(),
        None => Mark { level: Level::Dash, ..Mark::default() },
    };
    if found.level == Level::Dash && deep {
        found.level = Level::Plus;
    }
    Mark { taken: 0, sign: label.to_owned(), ..found }
}

/// "o" and "§" of Word's lists.
fn is_bullet(label: &str) -> bool {
    matches!(label, "o" | "§" | "\u{D8}" | "\u{FC}" | "v" | "q")
}

/// The mark that a text begins with.
pub(super) fn typed(text: &str) -> Option<Mark> {
    let start = text.len() - text.trim_start().len();
    let words = &text[start..];
    if let Some((number, taken)) = roman(words) {
        let sign = words[..taken].trim_end().to_owned();
        let mark = Mark { roman: Some(number), sign, taken: start + taken, ..Mark::default() };
        return Some(mark);
    }
    let (level, after) = match list_marker(words) {
        // What is understood takes white space away at the end as well.
        Some((level, rest)) => (level, words.trim_end().len() - rest.len()),
        None => close_marker(words)?,
    };
    let sign = words[..after].trim().to_owned();
    let number = match level {
        Level::Number => sign.trim_end_matches(['.', ')']).parse().ok(),
        Level::Letter => sign.chars().next().and_then(place_of_letter),
        Level::None | Level::Dash | Level::Plus => None,
    };
    Some(Mark { roman: None, level, number, sign, taken: start + after })
}

/// A mark that stands close to its words: "1.Xây dựng", "-Xây dựng", "a)Xây dựng".
fn close_marker(text: &str) -> Option<(Level, usize)> {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let first = text.chars().next()?;
    let (level, after) = match first {
        '-' | '–' | '•' => (Level::Dash, first.len_utf8()),
        '+' => (Level::Plus, 1),
        _ if (1..=2).contains(&digits) && text[digits..].starts_with(['.', ')']) => {
            (Level::Number, digits + 1)
        }
        c if c.is_lowercase() && text[c.len_utf8()..].starts_with(')') => {
            (Level::Letter, c.len_utf8() + 1)
        }
        _ => return None,
    };
    text[after..].starts_with(char::is_uppercase).then_some((level, after))
}

/// 4 and the length of "IV. "; the sign needs its stop.
fn roman(text: &str) -> Option<(usize, usize)> {
    let letters = text.chars().take_while(|c| matches!(c, 'I' | 'V' | 'X')).count();
    let number = value(&text[..letters])?;
    let rest = &text[letters..];
    let gap = rest.len() - rest.trim_start_matches([' ', '\u{A0}']).len();
    let stop = rest[gap..].chars().next().filter(|c| matches!(c, '.' | '/' | ')' | ':' | '-'))?;
    let after = &rest[gap + stop.len_utf8()..];
    let words = after.trim_start();
    // "V.I.P" and "X-quang" are words.
    let close = stop != '-'
        && words.starts_with(char::is_uppercase)
        && words.chars().nth(1).is_none_or(|c| c != '.');
    let apart = words.len() < after.len() || close;
    (apart && !words.is_empty() && gap <= 1).then(|| (number, text.len() - words.len()))
}

/// 1 to 39.
fn value(roman: &str) -> Option<usize> {
    let rest = roman.trim_start_matches('X');
    let tens = roman.len() - rest.len();
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let number = 10 * tens + ones.iter().position(|one| *one == rest)?;
    (1..40).contains(&number).then_some(number)
}

/// The runs of a line from a byte on, without white space before its words; neighbours of one
/// look are one run.
pub(super) fn runs(spans: &[Span], skip: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut left = skip;
    for span in spans {
        let from = left.min(span.text.len());
        left -= from;
        let text = span.text.get(from..).unwrap_or_default();
        let text = if runs.is_empty() { text.trim_start() } else { text };
        if text.is_empty() {
            continue;
        }
        match runs.last_mut() {
            Some(last) if (last.bold, last.italic) == (span.bold, span.italic) => {
                last.text.push_str(text);
            }
            _ => runs.push(Run::styled(text.to_owned(), span.bold, span.italic)),
        }
    }
    runs
}

/// What stands before and behind a word in plain letters, where it stands by itself.
pub(super) fn around<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let length = word.chars().count();
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    bounds.windows(length + 1).find_map(|window| {
        let (from, to) = (window[0], window[length]);
        let (before, after) = (&text[..from], &text[to..]);
        let alone = !is_letter(before.chars().next_back()) && !is_letter(after.chars().next());
        (alone && fold(&text[from..to]) == word).then_some((before, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<(Option<usize>, Level, Option<usize>, &str)>) {
        let found = typed(text).map(|mark| {
            let words = &text[mark.taken..];
            (mark.roman, mark.level, mark.number, words.to_owned())
        });
        let expect =
            expect.map(|(roman, level, number, words)| (roman, level, number, words.to_owned()));
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn marks_are_read_before_the_words() {
        check("IV. TỔ CHỨC", Some((Some(4), Level::None, None, "TỔ CHỨC")));
        check("  II.CĂN CỨ", Some((Some(2), Level::None, None, "CĂN CỨ")));
        check("XI/ Khác", Some((Some(11), Level::None, None, "Khác")));
        check("12. Rà soát ", Some((None, Level::Number, Some(12), "Rà soát ")));
        check("1.Xây dựng", Some((None, Level::Number, Some(1), "Xây dựng")));
        check("đ) Theo dõi", Some((None, Level::Letter, Some(5), "Theo dõi")));
        check("-Xây dựng", Some((None, Level::Dash, None, "Xây dựng")));
        check("- \tXây", Some((None, Level::Dash, None, "Xây")));
        check("+ Báo cáo", Some((None, Level::Plus, None, "Báo cáo")));
        for words in ["-5% học sinh", "X-quang", "V.I.P", "2026. Kế hoạch", "1.5 triệu", "Việt"]
        {
            check(words, None);
        }
    }

    #[test]
    fn a_word_is_found_where_it_stands_by_itself() {
        assert_eq!(around("Vinh, NGÀY 5", "ngay"), Some(("Vinh, ", " 5")));
        assert_eq!(around("Trong ngàyx, ngày 5", "ngay"), Some(("Trong ngàyx, ", " 5")));
        assert_eq!(around("hằng ngay", "thang"), None);
    }
}
