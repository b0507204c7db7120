//! Who does the work: what a cell of names and roles says.

use std::borrow::Cow;

use crate::plan::Abbreviation;
use crate::words;

/// The lead and those who work with them, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// Who answers for the work.
    pub lead: Option<String>,
    /// Who works with them, in the order of the cell.
    pub partners: Vec<String>,
}

impl People {
    /// The first is the lead; empty names are left out.
    pub fn of(names: impl IntoIterator<Item = String>) -> Self {
        let mut names = names.into_iter().filter(|name| !name.trim().is_empty());
        Self { lead: names.next(), partners: names.collect() }
    }

    /// All of them, lead first.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.lead.iter().chain(&self.partners).map(String::as_str)
    }

    /// The same people under their canonical names ([`canonical_person`]).
    #[must_use]
    pub fn expand(&self, own: &[Abbreviation]) -> Self {
        Self::of(self.all().map(|name| canonical_person(name, own)))
    }
}

/// How a piece of the cell says what somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Leads,
    Helps,
}

/// Words that say who leads and who helps; they are no part of a name.
const PARTS: &[(&str, Part)] = &[
    ("chủ trì, phối hợp với", Part::Helps),
    ("chủ trì phối hợp với", Part::Helps),
    ("phối hợp thực hiện với", Part::Helps),
    ("phối hợp thực hiện", Part::Helps),
    ("phối hợp cùng với", Part::Helps),
    ("phối hợp cùng", Part::Helps),
    ("phối hợp với", Part::Helps),
    ("phối hợp", Part::Helps),
    ("cùng với", Part::Helps),
    ("chủ trì thực hiện", Part::Leads),
    ("chủ trì", Part::Leads),
    ("chịu trách nhiệm chính", Part::Leads),
    ("phụ trách chính", Part::Leads),
    ("phụ trách", Part::Leads),
    ("chỉ đạo", Part::Leads),
    ("thực hiện", Part::Helps),
];

/// What may stand before such a word in a label.
const HOLDERS: &[&str] = &["nguoi", "don vi", "bo phan", "ca nhan"];

/// "chủ trì Hiệu trưởng" leads without a colon; "phụ trách thư viện" is what somebody does.
fn says_chu_tri(text: &str) -> bool {
    words::fold(text).trim_start().starts_with("chu tri")
}

/// Who a cell names.
///
/// Names are parted by , ; and line breaks, and by "và" before a role; "-" and
/// "." part nothing ("CB-GV-NV", "TP. Huế"). The first leads, unless
/// "chủ trì" stands with another; who stands after "phối hợp" helps.
///
/// ```
/// use caitien::understand::understand_people;
/// let people = understand_people("Hiệu trưởng phối hợp với Công đoàn, Kế toán.");
/// assert_eq!(people.lead.as_deref(), Some("Hiệu trưởng"));
/// assert_eq!(people.partners, ["Công đoàn", "Kế toán"]);
/// ```
#[must_use]
pub fn understand_people(text: &str) -> People {
    let text = words::nfc(text);
    let mut leads: Vec<String> = Vec::new();
    let mut first: Vec<String> = Vec::new();
    let mut helps: Vec<String> = Vec::new();
    // What a word before the names says holds until the next such word.
    let mut part = None;
    for piece in pieces(&text) {
        let mut rest = piece;
        while let Some((before, found, after)) = next_part(rest) {
            let is_label = after.trim_start().starts_with(':');
            let (before, after_name) = (trim_name(before), trim_name(after));
            // "Người phụ trách:", "Đơn vị phối hợp:"
            let before = if is_label && HOLDERS.contains(&words::fold(before).as_str()) {
                ""
            } else {
                before
            };
            // "phụ trách chuyên môn" belongs to the name before it.
            let is_own = found == Part::Leads
                && !is_label
                && !after_name.is_empty()
                && (!before.is_empty() || !says_chu_tri(rest));
            if is_own {
                break;
            }
            match (before.is_empty(), found) {
                // "Kế toán (chủ trì)", "Hiệu trưởng chủ trì, …"
                (false, Part::Leads) => leads.extend(persons(before)),
                (false, Part::Helps) if after_name.is_empty() && part.is_none() => {
                    // "Kế toán (phối hợp)" says it of that one; "… phối hợp:" of those to come.
                    let said_of_one = after.trim_start().starts_with(')');
                    if said_of_one { &mut helps } else { &mut first }.extend(persons(before));
                    if !said_of_one {
                        part = Some(Part::Helps);
                    }
                }
                (false, Part::Helps) => {
                    give(part, persons(before), &mut leads, &mut first, &mut helps);
                    part = Some(Part::Helps);
                }
                (true, found) => part = Some(found),
            }
            rest = after;
        }
        give(part, persons(rest), &mut leads, &mut first, &mut helps);
    }
    People::of(leads.into_iter().chain(first).chain(helps))
}

fn give(
    part: Option<Part>,
    names: Vec<String>,
    leads: &mut Vec<String>,
    first: &mut Vec<String>,
    helps: &mut Vec<String>,
) {
    match part {
        Some(Part::Leads) => leads.extend(names),
        Some(Part::Helps) => helps.extend(names),
        None => first.extend(names),
    }
}

/// The cell cut at , ; and line breaks, but not inside brackets.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut depth, mut start) = (0_u32, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '\n' | '\r' => depth = 0,
            _ => {}
        }
        if matches!(c, ';' | '\n' | '\r') || (c == ',' && depth == 0) {
            pieces.push(&text[start..at]);
            start = at + c.len_utf8();
        }
    }
    pieces.push(&text[start..]);
    pieces
}

/// The first word that says who leads or helps: what stands before it, it, what stands after.
fn next_part(text: &str) -> Option<(&str, Part, &str)> {
    for (at, _) in text.char_indices() {
        let starts_word = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        if !starts_word {
            continue;
        }
        for (word, part) in PARTS {
            if let Some(after) = strip_word(&text[at..], word) {
                // Tổng phụ trách Đội is a role.
                let before = text[..at].split_whitespace().next_back().unwrap_or_default();
                if words::fold(before).ends_with("tong") {
                    break;
                }
                return Some((&text[..at], *part, after));
            }
        }
    }
    None
}

/// What follows a word at the start of a text, capitals apart.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for want in word.chars() {
        rest.next().filter(|c| c.to_lowercase().eq([want]))?;
    }
    let after = rest.as_str();
    after.chars().next().is_none_or(|c| !c.is_alphanumeric()).then_some(after)
}

/// The names in a piece without a comma.
fn persons(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = split_and(rest) {
        names.push(trim_name(before).to_owned());
        rest = after;
    }
    names.push(trim_name(rest).to_owned());
    names.retain(|name| name.chars().any(char::is_alphanumeric));
    names
}

/// At "và" before a role; "Giáo dục và Đào tạo" stays whole.
fn split_and(text: &str) -> Option<(&str, &str)> {
    const ROLES: &[&str] = &[
        "hieu truong",
        "pho ",
        "ht",
        "pht",
        "bgh",
        "giao vien",
        "gv",
        "ke toan",
        "kt",
        "nhan vien",
        "nv",
        "to truong",
        "to pho",
        "to chuyen",
        "to van phong",
        "to giam sat",
        "ttcm",
        "ban ",
        "doan ",
        "cong doan",
        "tong phu trach",
        "tpt",
        "cha me",
        "cmhs",
        "phu huynh",
        "phhs",
        "hoi ",
        "bi thu",
        "chu tich",
        "chi bo",
        "thu ky",
        "van thu",
        "hoc sinh",
        "hs",
        "y te",
        "bao ve",
        "cac to",
        "cac bo phan",
        "toan the",
        "can bo",
        "cb",
        "giam doc",
        "so ",
        "phong ",
        "ubnd",
        "thanh tra",
        "quan ly",
        "chuyen vien",
    ];
    for (at, word) in text.match_indices(" và ").chain(text.match_indices(" & ")) {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        // Roles are shorter than this, and a long cell is folded but once.
        let beginning: String = after.trim_start().chars().take(24).collect();
        let folded = words::fold(&beginning);
        let role = ROLES.iter().any(|role| {
            folded.strip_prefix(role).is_some_and(|rest| {
                role.ends_with(' ') || rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
            })
        });
        if role && !before.trim().is_empty() {
            return Some((before, after));
        }
    }
    None
}

/// Without bullets, numbering, colons, lone brackets and the full stop at the end.
fn trim_name(text: &str) -> &str {
    let mark = |c: char| {
        c.is_whitespace() || words::is_dash(c) || matches!(c, ':' | '•' | '+' | '.' | '/' | '…')
    };
    let mut name = text.trim_matches(mark);
    // "1. Hiệu trưởng", "a) Hiệu trưởng"
    if let Some((number, rest)) = name.split_once(['.', ')'])
        && (1..=2).contains(&number.len())
        && (number.bytes().all(|byte| byte.is_ascii_digit()) || number.len() == 1)
        && rest.starts_with(' ')
    {
        name = rest.trim_matches(mark);
    }
    if name.matches('(').count() > name.matches(')').count() {
        name = name.strip_prefix('(').or_else(|| name.strip_suffix('(')).unwrap_or(name);
    } else if name.matches(')').count() > name.matches('(').count() {
        name = name.strip_suffix(')').or_else(|| name.strip_prefix(')')).unwrap_or(name);
    }
    for word in ["và ", "cùng ", "với "] {
        name = name.strip_prefix(word).unwrap_or(name);
    }
    name.trim_matches(mark)
}

/// One name for one role: "PHT", "Phó HT" and "phó hiệu trưởng" are "Phó Hiệu trưởng".
///
/// The school's own abbreviations win over those the program knows. What is
/// no abbreviation stays as typed, with single spaces.
///
/// ```
/// use caitien::understand::canonical_person;
/// assert_eq!(canonical_person("PHT", &[]), "Phó Hiệu trưởng");
/// assert_eq!(canonical_person("NV Thư viện", &[]), "Nhân viên Thư viện");
/// ```
#[must_use]
pub fn canonical_person(name: &str, own: &[Abbreviation]) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(long) = long_form(&name, own) {
        return long.into_owned();
    }
    let mut parts: Vec<Cow<'_, str>> = Vec::new();
    for word in name.split(' ') {
        // "KT. Hiệu trưởng" signs for another and is no accountant.
        parts.push(short_form(word, own).map_or(Cow::Borrowed(word), Cow::Owned));
    }
    let expanded = parts.join(" ");
    long_form(&expanded, own).map_or(expanded.clone(), Cow::into_owned)
}

/// The whole name in the table, as a short form or as a long one.
fn long_form<'a>(name: &str, own: &'a [Abbreviation]) -> Option<Cow<'a, str>> {
    if let Some(long) = short_form(name, own) {
        return Some(Cow::Owned(long));
    }
    let folded = words::fold(name);
    let folded = if folded == "phu huynh hoc sinh" || folded == "phu huynh" {
        words::fold("Cha mẹ học sinh")
    } else {
        folded
    };
    let own = own.iter().map(|known| known.long.as_str());
    own.chain(words::BUILT_IN.iter().map(|(_, long)| *long))
        .find(|long| !long.is_empty() && words::fold(long) == folded)
        .map(Cow::Borrowed)
}

/// What a short form stands for; capitals count, so that "kt" is no Kế toán.
fn short_form(word: &str, own: &[Abbreviation]) -> Option<String> {
    let known = own.iter().find(|known| !known.short.is_empty() && known.short == word);
    known.map(|known| known.long.clone()).or_else(|| words::expand_word(word).map(str::to_owned))
}
