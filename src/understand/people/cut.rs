//! A cell of names cut where one name ends and the next begins.

use super::role::{begins_with_role, is_code, is_full_name, is_single_post};
use crate::understand::markers::list_marker;
use crate::words;

/// What an office looks after, which may follow a comma inside its name:
/// "Sở Văn hóa, Thể thao và Du lịch".
const FIELDS: &[&str] = &[
    "the thao",
    "thong tin",
    "thuong binh",
    "xa hoi",
    "du lich",
    "gia dinh",
    "tre em",
    "dan so",
    "truyen thong",
    "dao tao",
    "moi truong",
    "khoa hoc",
    "cong nghe",
    "kinh te",
    "ha tang",
    "do thi",
    "khen thuong",
    "ke hoach",
    "tai chinh",
    "dan toc",
    "ton giao",
    "nghe thuat",
    "thieu nien",
    "nhi dong",
    "nong nghiep",
    "thuong mai",
    "phat trien",
    "chinh tri",
    "ky luat",
    "an toan",
    "ve sinh",
    "cong thuong",
    "xay dung",
    "lao dong",
    "giao duc",
    "van hoa",
    "y te",
    "nghien cuu",
];

/// Words that begin the name of an office.
const OFFICES: &[&str] =
    &["so", "phong", "bo", "tam", "ban", "vu", "cuc", "uy", "hoi", "vien", "khoa", "doan"];

/// What is taught, as a name of its own after a comma: "giáo viên Toán, Lý, Hóa".
const SUBJECTS: &[&str] = &[
    "toan",
    "ly",
    "li",
    "vat ly",
    "vat li",
    "hoa",
    "hoa hoc",
    "sinh",
    "sinh hoc",
    "van",
    "ngu van",
    "su",
    "lich su",
    "dia",
    "dia ly",
    "dia li",
    "anh",
    "tieng anh",
    "tin",
    "tin hoc",
    "cong nghe",
    "cn",
    "the duc",
    "td",
    "gdtc",
    "giao duc the chat",
    "my thuat",
    "mi thuat",
    "am nhac",
    "nhac",
    "hoa si",
    "gdcd",
    "giao duc cong dan",
    "gdktpl",
    "ktpl",
    "khtn",
    "khxh",
    "khoa hoc",
    "tnxh",
    "tu nhien xa hoi",
    "tieng viet",
    "dao duc",
    "gdqp",
    "gdqpan",
    "hdtn",
    "hdtnhn",
    "nghe thuat",
    "ngoai ngu",
    "ls dl",
    "ls&dl",
    "lich su va dia ly",
    "lich su va dia li",
    "the chat",
    "phap",
    "nhat",
    "trung",
    "han",
];

/// The cell cut at line breaks, semicolons and full stops; not inside brackets, and not at a
/// line break inside a name.
pub(super) fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut depth, mut start) = (0_u32, 0);
    let mut last_word = 0;
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let ends = match c {
            '(' => {
                depth += 1;
                false
            }
            ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            '\n' | '\r' => {
                let ends = !goes_on(&text[start..at], after);
                depth = if ends { 0 } else { depth };
                ends
            }
            ';' => depth == 0,
            '.' => depth == 0 && ends_sentence(&text[last_word..at], after),
            c if c.is_whitespace() => depth == 0 && begins_with_bracket_marker(after),
            _ => false,
        };
        if ends {
            lines.push(&text[start..at]);
            start = at + c.len_utf8();
        }
        if !c.is_alphanumeric() {
            last_word = at + c.len_utf8();
        }
    }
    lines.push(&text[start..]);
    lines
}

/// Whether a line break stands inside a name: "Phó Hiệu⏎trưởng", "phối hợp⏎với Công đoàn".
fn goes_on(before: &str, after: &str) -> bool {
    let next = after.lines().next().unwrap_or_default().trim();
    // "Tổ trưởng⏎(tổ Toán, tổ Văn)"
    if next.starts_with('(') && !before.trim().is_empty() && strip_marker(next) == next {
        return true;
    }
    let ended = before.trim_end().ends_with([',', ';', ':', '.']) || before.trim().is_empty();
    !ended
        && next.chars().next().is_some_and(char::is_lowercase)
        && strip_marker(next).len() == next.len()
        && !begins_with_role(next)
}

/// "GV. Kiểm tra: BGH" are two sentences; "P. Hiệu trưởng" and "TP. Huế" are none.
fn ends_sentence(word: &str, after: &str) -> bool {
    let next = after.trim_start();
    if next.len() == after.len() || !next.starts_with(char::is_uppercase) {
        return false;
    }
    let label: String =
        next.chars().take_while(|c| !matches!(c, '\n' | ',' | ';' | '.')).take(40).collect();
    let labelled =
        label.split_once(':').is_some_and(|(label, _)| label.split_whitespace().count() <= 4);
    let letters = word.chars().count();
    labelled && letters > 1 || letters > 2 && !word.chars().all(char::is_numeric) && word != "ThS"
}

/// "1) Hiệu trưởng 2) Kế toán": a list on one line.
fn begins_with_bracket_marker(text: &str) -> bool {
    let marker: String = text.chars().take(3).take_while(|c| *c != ')').collect();
    let number = marker.len() <= 2 && marker.bytes().all(|byte| byte.is_ascii_digit());
    let letter = marker.chars().count() == 1 && marker.chars().all(char::is_lowercase);
    !marker.is_empty() && (number || letter) && text[marker.len()..].starts_with(')')
}

/// A line without its list marker: "1.", "a)", "-", "+", "(2)".
pub(super) fn strip_marker(line: &str) -> &str {
    let line = line.trim();
    if let Some((_, rest)) = list_marker(line) {
        return rest;
    }
    let bare = line.trim_start_matches(|c: char| {
        words::is_dash(c)
            || matches!(c, '+' | '•' | '*' | '●' | '▪' | '→' | '✓')
            || c.is_whitespace()
    });
    // "II. Kế toán"
    if let Some((number, rest)) = bare.split_once(". ")
        && matches!(number, "I" | "II" | "III" | "IV" | "V" | "VI" | "VII")
    {
        return rest.trim_start();
    }
    // "1.Hiệu trưởng", "(2) Kế toán", "a. Kế toán", "b)Kế toán"; "P. Hiệu trưởng" is a name.
    let inside = bare.strip_prefix('(').unwrap_or(bare);
    let bracket = inside.len() < bare.len();
    let end = inside.find(|c: char| !c.is_ascii_digit()).unwrap_or(inside.len());
    let (length, letter) = match inside.chars().next() {
        Some(c) if c.is_lowercase() && end == 0 => (c.len_utf8(), true),
        _ => (end, false),
    };
    if length == 0 || (!letter && length > 2) {
        return bare;
    }
    let rest = &inside[length..];
    let ends: &[char] = if bracket { &[')'] } else { &['.', ')'] };
    match rest.strip_prefix(ends) {
        Some(rest) if !rest.starts_with(|c: char| c.is_ascii_digit()) => rest.trim_start(),
        _ => bare,
    }
}

/// A line of a name and a post among others: "Ông Trần Văn Bình, Phó Hiệu trưởng; bà …".
pub(super) fn is_name_and_post(line: &str) -> bool {
    let parts = line.split_once(',').filter(|(_, post)| !post.contains(','));
    parts.is_some_and(|(name, post)| is_full_name(name) && is_single_post(post))
}

/// A line cut at its commas, but not inside brackets and not at a comma inside a name.
pub(super) fn names(line: &str) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    let (mut depth, mut start, mut piece) = (0_u32, 0, 0);
    let ends = line.char_indices().filter(|(_, c)| matches!(c, '(' | ')' | ',')).map(|(at, _)| at);
    for at in ends.chain([line.len()]) {
        match line.as_bytes().get(at) {
            Some(b'(') => depth += 1,
            Some(b')') => depth = depth.saturating_sub(1),
            _ if depth > 0 && at < line.len() => {}
            _ => {
                // The name so far and what stands after its comma.
                if piece > start && !belongs(&line[start..piece - 1], &line[piece..at]) {
                    names.push(&line[start..piece - 1]);
                    start = piece;
                }
                piece = at + 1;
            }
        }
    }
    names.push(&line[start..]);
    names
}

/// Whether what follows a comma belongs to the name before it.
fn belongs(before: &str, after: &str) -> bool {
    let after = after.trim();
    let start: String = after.chars().take(40).collect();
    let folded = words::fold(&start);
    // The last words of what may be a long list already.
    let tail = last_chars(before, 60);
    let tail_folded = words::fold(tail);
    let has = |words: &[&str]| {
        tail_folded.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
    };
    // "khối 1, 2, 3", "các lớp 6A1, 6A2"; "2. Kế toán" is the next of a list.
    if folded.starts_with(|c: char| c.is_ascii_digit()) && strip_marker(&start) == start.trim() {
        let counted = after.trim_start_matches(|c: char| c.is_ascii_digit());
        let people = counted.starts_with(' ') && begins_with_role(counted);
        return tail.ends_with(|c: char| c.is_alphanumeric()) && !people;
    }
    // "GVCN khối 1, khối 2"
    let first = folded.split(' ').next().unwrap_or_default();
    let again = matches!(first, "khoi" | "lop" | "mon")
        && has(&[first])
        && !tail_folded.trim_start().starts_with(first);
    // "Ban đại diện CMHS lớp, trường"
    let parents = folded == "truong" && tail_folded.ends_with(" lop");
    let office = has(OFFICES) && starts_with_any(&folded, FIELDS) && !begins_with_role(after);
    let head = cut_at_joint(&folded);
    let taught = is_subject(head)
        && (ends_with_subject(&tail_folded)
            || has(&["mon", "day", "bo", "to", "gv", "gvbm", "ttcm"]));
    again || parents || office || taught
}

fn last_chars(text: &str, count: usize) -> &str {
    let text = text.trim_end();
    let start = text.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    &text[start..]
}

fn starts_with_any(folded: &str, list: &[&str]) -> bool {
    list.iter().any(|word| {
        folded
            .strip_prefix(word)
            .is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
    })
}

/// What stands before "và", a dash or a bracket.
fn cut_at_joint(folded: &str) -> &str {
    let ends = [" va ", " - ", " – ", "-", " (", " &"].iter().filter_map(|mark| folded.find(mark));
    folded[..ends.min().unwrap_or(folded.len())].trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_subject(folded: &str) -> bool {
    SUBJECTS.contains(&folded)
}

fn ends_with_subject(folded: &str) -> bool {
    let folded = folded.trim_end_matches(|c: char| !c.is_alphanumeric());
    SUBJECTS.iter().any(|subject| {
        folded
            .strip_suffix(subject)
            .is_some_and(|rest| rest.chars().next_back().is_none_or(|c| !c.is_alphanumeric()))
    })
}

/// The names in a piece without a comma: parted by "và", "/" and "+" before a role, and by
/// dashes between short forms ("HT - PHT - KT"); "Giáo dục và Đào tạo" stays whole.
pub(super) fn persons(text: &str) -> Vec<&str> {
    let codes: Vec<&str> = text.split(words::is_dash).map(str::trim).collect();
    let everyone = codes.iter().all(|code| matches!(*code, "CB" | "GV" | "NV" | "HS" | "CBQL"));
    let spaced = text.contains(" - ") || text.contains(" – ");
    if codes.len() > 1 && spaced && !everyone && codes.iter().all(|code| is_code(code)) {
        return codes;
    }
    let mut names = Vec::new();
    let (mut depth, mut start) = (0_u32, 0);
    for (at, c) in text.char_indices() {
        let joint = match c {
            '(' => {
                depth += 1;
                continue;
            }
            ')' => {
                depth = depth.saturating_sub(1);
                continue;
            }
            '/' if !text[start..at].ends_with(['đ', 'Đ']) => "/",
            c if c.is_whitespace() => {
                let rest = &text[at + c.len_utf8()..];
                match ["và", "&", "+", "cùng"].iter().find(|joint| {
                    rest.strip_prefix(**joint)
                        .is_some_and(|rest| rest.starts_with(char::is_whitespace))
                }) {
                    Some(joint) => *joint,
                    None => continue,
                }
            }
            _ => continue,
        };
        let after = if c == '/' { at + 1 } else { at + c.len_utf8() + joint.len() };
        if depth == 0
            && after > start
            && text[start..at].chars().any(char::is_alphanumeric)
            && begins_with_role(&text[after..])
        {
            names.push(&text[start..at]);
            start = after;
        }
    }
    names.push(&text[start..]);
    names
}
