//! The years that a sentence names, and what each is said of: a school year, a day of it; or a
//! text that is cited, a period, a figure of the past, a name.

use std::ops::Range;

use crate::words::is_dash;

/// A year, or two in a row, in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearNamed {
    /// Where its digits stand, bytes; of a school year from the first to the last.
    pub at: Range<usize>,
    /// Which.
    pub year: NamedYear,
    /// Why it says nothing of the year that the text is written for; none: it may.
    pub aside: Option<Aside>,
    /// A figure follows: "năm học 2025 - 2026 đạt 36%".
    pub told: bool,
}

/// A year as a sentence names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamedYear {
    /// A school year by its first calendar year: "2026 - 2027".
    School(i16),
    /// The year of a day, a month or a quarter: "tháng 9/2026", "ngày 05 tháng 9 năm 2026".
    OfDate(i16),
    /// A calendar year by itself.
    Alone(i16),
}

/// What else a year may be said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aside {
    /// The number or the day of a text that is cited.
    Cited,
    /// A period of several years: "giai đoạn 2025 - 2030", "2025-2030".
    Period,
    /// A term of office or a course: "nhiệm kỳ 2025 - 2030", "khóa 2022 - 2026".
    Term,
    /// Something that was: "từ 36% năm học 2025 - 2026", "so với năm học 2025 - 2026".
    Baseline,
    /// The name of a school or a class.
    Name,
}

/// The years that a text names, in its order.
///
/// ```
/// use caitien::understand::{Aside, NamedYear, years_named};
/// let found = years_named("Tăng từ 36% năm học 2025 - 2026 lên 45% năm học 2026 - 2027");
/// assert_eq!(found[0].aside, Some(Aside::Baseline));
/// assert_eq!((found[1].year, found[1].aside), (NamedYear::School(2026), None));
/// ```
#[must_use]
pub fn years_named(text: &str) -> Vec<YearNamed> {
    let lower: String = text.chars().map(lower_of_same_length).collect();
    let mut found: Vec<YearNamed> = Vec::new();
    let mut from = 0;
    // The day that follows the number of a text is the text's own.
    let mut dated = 0;
    while let Some(at) = next_year(text, from) {
        let first = at.clone();
        let second = second_year(text, at.end);
        let end = second.clone().map_or(at.end, |second| second.end);
        from = end;
        let year = |at: &Range<usize>| text[at.clone()].parse::<i16>().unwrap_or_default();
        let (begins, ends) = (year(&first), second.as_ref().map(year));
        let before = Before { text, lower: &lower, at: first.start };
        let named = match ends {
            Some(ends) if ends == begins + 1 => NamedYear::School(begins),
            Some(_) | None if before.is_of_date() => NamedYear::OfDate(begins),
            Some(_) | None => NamedYear::Alone(begins),
        };
        let range = ends.is_some_and(|ends| ends != begins + 1);
        let after_period = found.last().is_some_and(|last| {
            let between = lower.get(last.at.end..first.start).unwrap_or_default();
            let joint = between.trim().trim_end_matches("năm").trim();
            last.aside == Some(Aside::Period) && joint == "đến"
        });
        let aside = if before.is_number_of_text() {
            Some(Aside::Cited)
        } else if range || after_period || before.ends("giai đoạn") {
            Some(Aside::Period)
        } else if ["nhiệm kỳ", "nhiệm kì", "khóa", "khoá"].iter().any(|word| before.ends(word))
        {
            Some(Aside::Term)
        } else if before.cites(dated, named) {
            Some(Aside::Cited)
        } else if before.is_baseline() {
            Some(Aside::Baseline)
        } else {
            before.is_name().then_some(Aside::Name)
        };
        if !matches!(named, NamedYear::School(_)) && !before.is_number_of_text() {
            dated = end;
        }
        let told = figure_follows(&lower[end..]);
        found.push(YearNamed { at: first.start..end, year: named, aside, told });
    }
    found
}

/// Lower case where it takes as many bytes, so that places in one text are places in the other.
fn lower_of_same_length(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}

/// The next four digits that may be a year: 1900 to 2099, by themselves.
fn next_year(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = bytes[at..].iter().position(|byte| !byte.is_ascii_digit());
        let end = end.map_or(bytes.len(), |length| at + length);
        let digits = &text[at..end];
        let alone = !text[..at].chars().next_back().is_some_and(char::is_alphabetic)
            && !text[end..].chars().next().is_some_and(char::is_alphabetic);
        // "2.026 học sinh", "2026,5"
        let figure = text[end..].starts_with(['.', ','])
            && text[end + 1..].starts_with(|c: char| c.is_ascii_digit())
            || text[end..].starts_with('%');
        if digits.len() == 4 && ["19", "20"].contains(&&digits[..2]) && alone && !figure {
            return Some(at..end);
        }
        at = end;
    }
    None
}

/// The year that stands behind a dash.
fn second_year(text: &str, end: usize) -> Option<Range<usize>> {
    let rest = text[end..].trim_start_matches([' ', '\u{A0}']).strip_prefix(is_dash)?;
    let rest = rest.trim_start_matches([' ', '\u{A0}']);
    let at = text.len() - rest.len();
    next_year(text, at).filter(|found| found.start == at)
}

/// What stands before a year.
struct Before<'a> {
    text: &'a str,
    lower: &'a str,
    at: usize,
}

/// Words that begin the name of a text that is cited.
const TEXTS: [&str; 12] = [
    "luật",
    "nghị quyết",
    "nghị định",
    "thông tư",
    "quyết định",
    "công văn",
    "chỉ thị",
    "hướng dẫn",
    "kế hoạch số",
    "báo cáo số",
    "tờ trình",
    "văn bản số",
];

/// So near behind a text that is cited stands its day (bytes).
const NEAR: usize = 120;

impl<'a> Before<'a> {
    fn lower(&self) -> &'a str {
        &self.lower[..self.at]
    }

    /// The words before, without "năm", "học", "từ" and the like right before the year.
    fn ends(&self, word: &str) -> bool {
        let mut before = self.lower().trim_end();
        while let Some(rest) =
            ["năm", "học", "từ", ":"].iter().find_map(|filler| before.strip_suffix(filler))
        {
            before = rest.trim_end();
        }
        before.ends_with(word)
    }

    /// "tháng 9/", "15/10/", "quý I/", "tháng 9 năm ", "quý I năm ".
    fn is_of_date(&self) -> bool {
        let before = self.lower().trim_end();
        if let Some(rest) = before.strip_suffix("năm") {
            let mut words = rest.split_whitespace().rev();
            let (unit, word) = (words.next().unwrap_or_default(), words.next());
            let number = is_month(unit) || ["i", "ii", "iii", "iv"].contains(&unit);
            return number && matches!(word, Some("tháng" | "quý"));
        }
        let Some(rest) = before.strip_suffix(['/', '-', '.']).filter(|_| before.len() == self.at)
        else {
            return false;
        };
        let unit = rest.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        is_month(unit) || ["i", "ii", "iii", "iv"].contains(&unit)
    }

    /// The year stands in "18/2018/TT-BGDĐT", or in "Thông tư 18/2018".
    fn is_number_of_text(&self) -> bool {
        let start = self.text[..self.at]
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + self.text[at..].chars().next().map_or(1, char::len_utf8));
        let end = self.text[self.at..].find(char::is_whitespace);
        let end = end.map_or(self.text.len(), |length| self.at + length);
        let chunk = self.text[start..end].trim_matches(|c: char| !c.is_alphanumeric());
        let named = chunk.contains(['/', '-'])
            && chunk.chars().filter(|c| c.is_uppercase()).count() > 1
            && !self.is_of_date();
        let after = &self.text[self.at + 4..end];
        let symbol = after.starts_with('/') && after.chars().any(char::is_uppercase);
        let before = self.lower[..start].trim_end();
        let said = before.ends_with("số") || TEXTS.iter().any(|text| before.ends_with(text));
        named || symbol || said && self.text[start..self.at].contains('/')
    }

    /// It is the day of a text that is cited in this sentence, or the year of a law.
    fn cites(&self, after: usize, named: NamedYear) -> bool {
        let mut start = self.at.saturating_sub(NEAR).max(after);
        while !self.lower.is_char_boundary(start) {
            start += 1;
        }
        let near = &self.lower()[start.min(self.at)..];
        let sentence = near.rsplit([';', '\n']).next().unwrap_or(near);
        match named {
            NamedYear::School(_) => false,
            NamedYear::Alone(_) => sentence.contains("luật") || sentence.contains("hiến pháp"),
            NamedYear::OfDate(_) => {
                // "ban hành quyết định trước ngày …" cites nothing.
                let text = TEXTS.iter().filter_map(|text| sentence.rfind(text)).max();
                let number = sentence.rfind("số ");
                text.max(number).is_some_and(|at| {
                    let behind = &sentence[at..];
                    let own = ["trước", "hoàn thành", "đến ngày"];
                    behind.contains("ngày") && !own.iter().any(|word| behind.contains(word))
                })
            }
        }
    }

    /// "so với năm học …", "từ 36% năm học …": what was, and is compared with.
    fn is_baseline(&self) -> bool {
        let clause = self.lower().rsplit([';', ',', '.', '\n']).next().unwrap_or_default();
        let said = [" lên ", " đến ", " thành "].iter().filter_map(|word| clause.rfind(word)).max();
        let part = &clause[said.unwrap_or(0)..];
        if part.contains("so với") {
            return true;
        }
        part.match_indices("từ ").any(|(at, word)| {
            let whole = part[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            let rest = &part[at + word.len()..];
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let after = rest[digits..].trim_start();
            // "từ 15/10/2026", "từ 05 tháng 9" are days, "từ 2026" the year itself.
            let time = ["/", "-", "tháng", "giờ"].iter().any(|word| after.starts_with(word));
            whole && digits > 0 && !after.is_empty() && !time
        })
    }

    /// "Trường Mầm non Hướng Dương 2020", "lớp 9A 2026".
    fn is_name(&self) -> bool {
        let line = self.text[..self.at].rsplit(['\n', ';', ',', '.']).next().unwrap_or_default();
        let mut words = line.split_whitespace().rev().peekable();
        if words.peek().is_none_or(|word| !word.starts_with(char::is_alphanumeric)) {
            return false;
        }
        for word in words {
            let lower = word.to_lowercase();
            if ["trường", "lớp", "thcs", "thpt"].contains(&lower.as_str()) {
                return true;
            }
            // "Tiểu học", "Mầm non" belong to the name, "năm học" does not.
            let capital = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            if lower == "năm" || !capital && lower != "non" && lower != "học" {
                return false;
            }
        }
        false
    }
}

/// 1 to 12.
fn is_month(word: &str) -> bool {
    word.len() <= 2 && word.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month))
}

/// "đạt 36%", ": 36%", "là 120 học sinh".
fn figure_follows(after: &str) -> bool {
    let mut rest = after.trim_start_matches([' ', ':', '(', ')']);
    for word in ["mới", "chỉ", "đạt", "là", "có", "khoảng", "trên"] {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim_start();
    }
    let said = rest.len() < after.trim_start_matches(' ').len();
    said && rest.starts_with(|c: char| c.is_ascii_digit())
}
