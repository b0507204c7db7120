//! Who does the work: what a cell of names and roles says.

mod canonical;
mod cut;
mod part;
mod role;

use crate::plan::Abbreviation;
use crate::words;
pub use canonical::canonical_person;
use cut::{names, persons, strip_marker};
use part::{Part, is_holder, is_own, label_of, next_part, says};

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

    /// Whether anybody is named.
    #[must_use]
    pub fn understood(&self) -> bool {
        self.all().next().is_some()
    }

    /// The same people under their canonical names ([`canonical_person`]).
    #[must_use]
    pub fn expand(&self, own: &[Abbreviation]) -> Self {
        Self::of(self.all().map(|name| canonical_person(name, own)))
    }
}

/// A longer cell is prose and names nobody in particular (bytes).
const LONGEST: usize = 4_000;

/// "nt", "như trên", "Không": a cell, or a piece of one, that names nobody.
fn names_nobody(text: &str) -> bool {
    const NOBODY: &[&str] = &[
        "nt",
        "n/t",
        "ntr",
        "như trên",
        "nhu tren",
        "không",
        "khong",
        "ko",
        "k",
        "có",
        "co",
        "x",
        "v.v",
        "vv",
        "tương tự",
        "nêu trên",
        "không có",
        "v",
        "idem",
        "ok",
        "đã có",
        "...",
        "chưa rõ",
    ];
    // "Như Quỳnh" is somebody.
    const BEGINNINGS: &[&str] = &[
        "chưa ",
        "không ",
        "như trên",
        "như mục",
        "như dòng",
        "như cột",
        "như nội dung",
        "như tiêu chí",
        "như năm",
        "như phần",
        "như số",
        "như các",
        "như hàng",
        "theo ",
        "tương tự ",
        "xem ",
        "tùy ",
        "đang ",
    ];
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    if text.chars().count() > 60 {
        return false;
    }
    let lower = text.to_lowercase();
    lower.is_empty()
        || NOBODY.contains(&lower.as_str())
        || BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
}

/// Who a cell names.
///
/// Names are parted by , ; and line breaks, and by "và" before a role; commas
/// inside a name part nothing ("Sở Văn hóa, Thể thao và Du lịch", "khối 1, 2"),
/// nor do "-" and "." ("CB-GV-NV", "TP. Huế"). The first leads, unless
/// "chủ trì" stands with another; who stands after "phối hợp" helps. Names have
/// single spaces, and are otherwise as typed.
///
/// ```
/// use caitien::understand::understand_people;
/// let people = understand_people("Hiệu trưởng phối hợp với Công đoàn, Kế toán.");
/// assert_eq!(people.lead.as_deref(), Some("Hiệu trưởng"));
/// assert_eq!(people.partners, ["Công đoàn", "Kế toán"]);
/// ```
#[must_use]
pub fn understand_people(text: &str) -> People {
    if text.len() > LONGEST {
        return People::default();
    }
    let text = words::nfc(text);
    if names_nobody(&text) {
        return People::default();
    }
    let mut said = Said::default();
    let lines = cut::lines(&text);
    for line in &lines {
        let line = strip_marker(line);
        let whole = lines.len() > 1 && cut::is_name_and_post(line);
        said.line_from = said.first.len();
        for piece in if whole { vec![line] } else { names(line) } {
            said.piece(strip_marker(piece));
        }
    }
    People::of(said.leads.into_iter().chain(said.first).chain(said.helps))
}

/// The names gathered so far, by what is said of them.
#[derive(Default)]
struct Said {
    leads: Vec<String>,
    first: Vec<String>,
    helps: Vec<String>,
    /// What a word before the names says; it holds until the next such word.
    part: Option<Part>,
    /// Where in `first` the names of this line begin.
    line_from: usize,
}

impl Said {
    /// A piece between two commas.
    fn piece(&mut self, piece: &str) {
        let mut rest = piece;
        if let Some((part, after)) = label_of(rest) {
            self.part = part;
            rest = strip_marker(after);
        }
        let mut from = 0;
        let mut bracketed = false;
        while let Some((before, found, after)) = next_part(rest, from) {
            let is_label = after.trim_start().starts_with(':');
            bracketed |= before.matches('(').count() > before.matches(')').count();
            let (before, after_name) = (trim_name(before), trim_name(after));
            // "Người phụ trách:", "Đơn vị phối hợp:"
            let before = if is_label && is_holder(before) { "" } else { before };
            if !is_label && is_own(rest, before, found, after) {
                // "Phó Hiệu trưởng phụ trách CSVC - Chủ trì"
                from = rest.len() - after.len();
                continue;
            }
            match (before.is_empty(), found) {
                // "Kế toán (chủ trì)", "Hiệu trưởng chủ trì, …"
                (false, Part::Leads) => {
                    // "HT, PHT chỉ đạo": both of them.
                    if self.part.is_none() && !bracketed && says(rest, "chi dao") {
                        self.leads.extend(self.first.drain(self.line_from..));
                    }
                    self.leads.extend(people(before));
                }
                (false, Part::Helps) if after_name.is_empty() && self.part.is_none() => {
                    // "Kế toán (phối hợp)" says it of that one; "… phối hợp:" of those to come.
                    let said_of_one = after.trim_start().starts_with(')');
                    let list = if said_of_one { &mut self.helps } else { &mut self.first };
                    list.extend(people(before));
                    if !said_of_one {
                        self.part = Some(Part::Helps);
                    }
                }
                (false, Part::Helps) => {
                    self.give(people(before));
                    self.part = Some(Part::Helps);
                }
                (true, found) => self.part = Some(found),
            }
            (rest, from) = (after, 0);
        }
        if bracketed {
            // "PHT (phối hợp với TTCM, GVCN)"
            let rest = rest.trim_end();
            for name in names(rest.strip_suffix(')').unwrap_or(rest)) {
                self.give(people(name));
            }
        } else {
            self.give(people(rest));
        }
    }

    fn give(&mut self, names: Vec<String>) {
        match self.part {
            Some(Part::Leads) => self.leads.extend(names),
            Some(Part::Helps) => self.helps.extend(names),
            None => self.first.extend(names),
        }
    }
}

/// The names in a piece without a comma, with single spaces.
fn people(text: &str) -> Vec<String> {
    persons(text)
        .into_iter()
        .map(|name| trim_name(name).split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|name| name.chars().any(char::is_alphabetic) && !names_nobody(name))
        .collect()
}

/// Without bullets, numbering, colons, lone brackets and the full stop at the end.
fn trim_name(text: &str) -> &str {
    let mark = |c: char| {
        c.is_whitespace()
            || words::is_dash(c)
            || matches!(c, ':' | '•' | '+' | '.' | '/' | '…' | ',' | ';' | '*' | '→')
    };
    let mut name = strip_marker(text.trim_matches(mark)).trim_matches(mark);
    if name.matches('(').count() > name.matches(')').count() {
        name = name.strip_prefix('(').or_else(|| name.strip_suffix('(')).unwrap_or(name);
    } else if name.matches(')').count() > name.matches('(').count() {
        name = name.strip_suffix(')').or_else(|| name.strip_prefix(')')).unwrap_or(name);
    }
    for word in ["và", "cùng", "với", "do", "gồm", "bao gồm", "là", "Do", "Gồm", "Bao gồm", "Cùng"]
    {
        name = name.strip_prefix(word).filter(|rest| rest.starts_with([' ', ':'])).unwrap_or(name);
    }
    for word in [" trực tiếp", " là người", " sẽ", " cùng", " và"] {
        name = name.strip_suffix(word).unwrap_or(name);
    }
    name.trim_matches(mark)
}
