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

/// Whether what stands before a year is the day that not every year has: "29/02/", "29 tháng 02
/// năm ".
#[must_use]
pub fn is_leap_day(before: &str) -> bool {
    let words = before.rsplit([' ', '/', '-', '.']);
    let mut numbers = words.filter(|word| !["", "tháng", "năm"].contains(word));
    matches!(numbers.next(), Some("2" | "02")) && numbers.next() == Some("29")
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
        let year = |at: &Range<usize>| text[at.clone()].parse::<i16>().unwrap_or_default();
        let begins = year(&first);
        let before = Before { text, lower: &lower, at: first.start };
        let (mut end, mut ends) = (first.end, None);
        while let Some(second) =
            second_year(text, end, ends.unwrap_or(begins) + 1, before.of_school())
        {
            // Of two digits nothing but the next year is taken for one.
            let next = ends.unwrap_or(begins) + 1;
            ends = Some(if second.len() == 4 { year(&second) } else { next });
            end = second.end;
        }
        from = end;
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
        } else if range || after_period || before.names("giai đoạn") {
            Some(Aside::Period)
        } else if before.names("nhiệm kỳ") || before.names("nhiệm kì") || before.is_of_course()
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
        let told = figure_follows(&lower[end..]) || before.ends("%");
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
        // "2.026 học sinh", "2026,5", but not "31/5/2026,15/6/2026".
        let figure = text[end..].starts_with(['.', ','])
            && text[end + 1..].starts_with(|c: char| c.is_ascii_digit())
            && !text[..at].ends_with(['/', '-', '.'])
            || text[end..].starts_with('%');
        if digits.len() == 4 && ["19", "20"].contains(&&digits[..2]) && alone && !figure {
            return Some(at..end);
        }
        at = end;
    }
    None
}

/// The year that stands behind a dash; the next one behind a slash as well, and of a school year
/// behind "đến" or by its last two digits.
fn second_year(text: &str, end: usize, next: i16, of_school: bool) -> Option<Range<usize>> {
    let rest = text[end..].trim_start();
    let (dash, slash) = (rest.strip_prefix(is_dash), rest.strip_prefix('/'));
    let to = rest.strip_prefix("đến ").filter(|_| of_school);
    let rest = dash.or(slash).or(to)?.trim_start();
    let at = text.len() - rest.len();
    let found = next_year(text, at).filter(|found| found.start == at);
    let short = || {
        let after = rest.strip_prefix(&format!("{:02}", next % 100))?;
        let more = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '%');
        (of_school && to.is_none() && !after.starts_with(more)).then_some(at..at + 2)
    };
    let is_next = |found: &Range<usize>| text[found.clone()].parse() == Ok(next);
    found.filter(|found| dash.is_some() || is_next(found)).or_else(short)
}

/// What stands before a year.
struct Before<'a> {
    text: &'a str,
    lower: &'a str,
    at: usize,
}

/// Words that begin the name of a text that is cited.
const TEXTS: [&str; 13] = [
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
    "sửa đổi",
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
        while let Some(rest) = ["năm", "học", "từ", ":", "(", "cuối", "của", "ở", "trong"]
            .iter()
            .find_map(|filler| before.strip_suffix(filler))
        {
            before = rest.trim_end();
        }
        before.ends_with(word)
    }

    /// A school year is what is named.
    fn of_school(&self) -> bool {
        self.lower().trim_end().ends_with("năm học")
    }

    /// It is said of a word a few words before it: "giai đoạn I: ", "nhiệm kỳ Đại hội ".
    fn names(&self, word: &str) -> bool {
        let clause = self.lower().rsplit([';', ',', '.', '\n']).next().unwrap_or_default();
        let near = clause.rfind(word).map(|at| &clause[at + word.len()..]);
        let near = near.is_some_and(|rest| {
            rest.split_whitespace().count() < 4
                && !self.is_of_date()
                && !rest.contains("năm học")
                && next_year(rest, 0).is_none()
        });
        near || self.ends(word)
    }

    /// "khóa ", but "niên khóa " is a school year.
    fn is_of_course(&self) -> bool {
        ["khóa", "khoá"].iter().any(|word| self.ends(word) && !self.ends(&format!("niên {word}")))
    }

    /// "tháng 9/", "15/10/", "15 - 10 - ", "T9/", "quý I/", "tháng 9 năm ", "học kỳ I năm ", "hè ".
    fn is_of_date(&self) -> bool {
        let before = self.lower().trim_end();
        let of_number = |unit: &str| {
            is_month(unit.strip_prefix('t').unwrap_or(unit))
                || ["i", "ii", "iii", "iv"].contains(&unit)
        };
        let is_unit = |word: &str| matches!(word, "tháng" | "quý" | "kỳ" | "kì");
        let of_year = before.strip_suffix("năm");
        let bare = of_year.unwrap_or(before).trim_end_matches([' ', ',']);
        if ["hè", "tết", "nguyên đán"].iter().any(|word| bare.ends_with(word)) {
            return true;
        }
        if of_year.is_some() {
            let mut words = bare.split_whitespace().rev();
            return words.next().is_some_and(of_number) && words.next().is_some_and(is_unit);
        }
        let part = |c: char| matches!(c, '/' | '.') || is_dash(c);
        let Some(rest) = before.strip_suffix(part).map(str::trim_end) else { return false };
        let unit = rest.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let over = rest[..rest.len() - unit.len()].trim_end();
        // With room around the dash more has to say that it is a month.
        let close = before.len() == self.at;
        let said = over.ends_with(part) || over.split(' ').next_back().is_some_and(is_unit);
        of_number(unit) && (close || said)
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
                let marks = TEXTS.iter().chain(&["số ", "số:"]);
                marks.filter_map(|text| sentence.rfind(text)).max().is_some_and(|at| {
                    let behind =
                        |words: &[&str]| words.iter().any(|word| sentence[at..].contains(word));
                    behind(&["ngày", "hiệu lực"]) && !behind(&["trước", "hoàn thành", "đến ngày"])
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

/// "đạt 36%", ": 36%", "là 120 học sinh", ", tỷ lệ học sinh giỏi đạt 36%"; of another year, or of
/// what is wanted, it is none.
fn figure_follows(after: &str) -> bool {
    let mut rest = after.trim_start_matches([' ', ':', '(', ')']);
    for word in ["mới", "chỉ", "đạt", "là", "có", "khoảng", "trên"] {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim_start();
    }
    let said = rest.len() < after.trim_start_matches(' ').len();
    let until = next_year(after, 0).map_or(after, |next| &after[..next.start]);
    let until = until.split([';', '\n']).next().unwrap_or(until);
    let wanted = ["phấn đấu", "mục tiêu", " lên ", " đến ", ". "];
    let until = wanted.iter().fold(until, |until, word| until.split(word).next().unwrap_or(until));
    said && rest.starts_with(|c: char| c.is_ascii_digit())
        || until.contains('%') && until.contains(|c: char| c.is_ascii_digit())
}
