//! Who does the work: what a cell of names and roles says.

mod canonical;
mod cut;
mod role;

use crate::plan::Abbreviation;
use crate::words;
pub use canonical::canonical_person;
use cut::{names, persons, strip_marker};
use role::begins_with_role;

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

/// How a piece of the cell says what somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Leads,
    Helps,
}

/// Words that say who leads and who helps, longest first; they are no part of a name.
const PARTS: &[(&str, Part)] = &[
    ("chủ trì phối hợp với", Part::Helps),
    ("phối hợp thực hiện với", Part::Helps),
    ("phối hợp thực hiện cùng", Part::Helps),
    ("phối hợp thực hiện", Part::Helps),
    ("phối hợp cùng với", Part::Helps),
    ("phối hợp cùng", Part::Helps),
    ("phối hợp với", Part::Helps),
    ("phối hợp", Part::Helps),
    ("phối kết hợp với", Part::Helps),
    ("phối kết hợp", Part::Helps),
    ("kết hợp với", Part::Helps),
    ("kết hợp cùng", Part::Helps),
    ("cùng với", Part::Helps),
    ("chủ trì thực hiện", Part::Leads),
    ("chủ trì", Part::Leads),
    ("chịu trách nhiệm chính", Part::Leads),
    ("chịu trách nhiệm chung", Part::Leads),
    ("chịu trách nhiệm", Part::Leads),
    ("phụ trách chính", Part::Leads),
    ("phụ trách chung", Part::Leads),
    ("phụ trách", Part::Leads),
    ("chỉ đạo chung", Part::Leads),
    ("chỉ đạo thực hiện", Part::Leads),
    ("chỉ đạo", Part::Leads),
    ("trực tiếp thực hiện", Part::Helps),
    ("tổ chức thực hiện", Part::Helps),
    ("triển khai thực hiện", Part::Helps),
    ("giao cho", Part::Helps),
    ("thực hiện", Part::Helps),
];

/// What a label before a colon says; none: it says nothing of who leads.
const LABELS: &[(&str, Option<Part>)] = &[
    ("chu tri", Some(Part::Leads)),
    ("chiu trach nhiem", Some(Part::Leads)),
    ("trach nhiem", Some(Part::Leads)),
    ("trach nhiem chinh", Some(Part::Leads)),
    ("dau moi", Some(Part::Leads)),
    ("lanh dao", Some(Part::Leads)),
    ("phu trach", Some(Part::Leads)),
    ("chi dao", Some(Part::Leads)),
    ("chinh", Some(Part::Leads)),
    ("ct", Some(Part::Leads)),
    ("phoi hop", Some(Part::Helps)),
    ("ph", Some(Part::Helps)),
    ("ho tro", Some(Part::Helps)),
    ("kiem tra", Some(Part::Helps)),
    ("giam sat", Some(Part::Helps)),
    ("kiem tra giam sat", Some(Part::Helps)),
    ("theo doi", Some(Part::Helps)),
    ("thanh vien", Some(Part::Helps)),
    ("cung thuc hien", Some(Part::Helps)),
    ("thuc hien", None),
    ("truc tiep thuc hien", None),
    ("to chuc", None),
    ("trien khai", None),
    ("tham muu", None),
    ("quyet dinh", None),
    ("phe duyet", Some(Part::Helps)),
    ("ca nhan", None),
    ("bo phan", None),
    ("don vi", None),
    ("luc luong", None),
    ("nhan su", None),
];

/// What may stand before such a word in a label.
const HOLDERS: &[&str] = &["nguoi", "don vi", "bo phan", "ca nhan", "luc luong", "nhom", "to chuc"];

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
    for line in cut::lines(&text) {
        for piece in names(strip_marker(line)) {
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
}

impl Said {
    /// A piece between two commas.
    fn piece(&mut self, piece: &str) {
        let mut rest = piece;
        if let Some((part, after)) = label_of(rest) {
            self.part = part;
            rest = strip_marker(after);
        }
        while let Some((before, found, after)) = next_part(rest) {
            let is_label = after.trim_start().starts_with(':');
            let (before, after_name) = (trim_name(before), trim_name(after));
            // "Người phụ trách:", "Đơn vị phối hợp:"
            let holder = HOLDERS.contains(&words::fold(before).as_str());
            let before = if is_label && holder { "" } else { before };
            // "phụ trách chuyên môn" belongs to the name before it; "chỉ đạo GV thực hiện" does not.
            let others = says(rest, "chi dao") && begins_with_role(after_name)
                || before.is_empty() && says(rest, "chu tri");
            let is_own = found == Part::Leads && !is_label && !after_name.is_empty() && !others;
            if is_own {
                break;
            }
            match (before.is_empty(), found) {
                // "Kế toán (chủ trì)", "Hiệu trưởng chủ trì, …"
                (false, Part::Leads) => self.leads.extend(people(before)),
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
            rest = after;
        }
        self.give(people(rest));
    }

    fn give(&mut self, names: Vec<String>) {
        match self.part {
            Some(Part::Leads) => self.leads.extend(names),
            Some(Part::Helps) => self.helps.extend(names),
            None => self.first.extend(names),
        }
    }
}

/// "Chủ trì: …", "Người kiểm tra: …": what a label says, and what stands after its colon.
fn label_of(text: &str) -> Option<(Option<Part>, &str)> {
    let (label, after) = text.split_once(':')?;
    let label = label.trim();
    if label.len() > 60 {
        return None;
    }
    let folded = words::fold(label);
    let folded: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let folded = folded.join(" ");
    let bare = HOLDERS
        .iter()
        .find_map(|holder| folded.strip_prefix(holder)?.strip_prefix(' '))
        .unwrap_or(&folded);
    let bare = bare.strip_suffix(" chinh").filter(|bare| !bare.is_empty()).unwrap_or(bare);
    let (_, part) = LABELS.iter().find(|(known, _)| *known == bare || *known == folded)?;
    Some((*part, after))
}

/// Whether a text holds these words.
fn says(text: &str, folded: &str) -> bool {
    let beginning: String = text.chars().take(200).collect();
    words::fold(&beginning).contains(folded)
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
                // Tổng phụ trách Đội is a role, Ban Chỉ đạo a body.
                let before = text[..at].split_whitespace().next_back().unwrap_or_default();
                let before = words::fold(before);
                let named = before.ends_with("tong")
                    || matches!(before.as_str(), "ban" | "to" | "nhom")
                        && *part == Part::Leads
                        && !word.starts_with("chủ trì");
                if named {
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
        let c = rest.next()?;
        (c.to_lowercase().eq([want]) || want == ' ' && c.is_whitespace()).then_some(())?;
    }
    let after = rest.as_str();
    after.chars().next().is_none_or(|c| !c.is_alphanumeric()).then_some(after)
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
