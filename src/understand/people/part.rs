//! Words that say who leads and who helps.

use super::role::begins_with_role;
use super::trim_name;
use crate::words;

/// How a piece of the cell says what somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
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
    ("triển khai", Part::Helps),
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

/// Whether a text is but such a word: "Người phụ trách:".
pub(super) fn is_holder(text: &str) -> bool {
    HOLDERS.contains(&words::fold(text).as_str())
}

/// "Chủ trì: …", "Người kiểm tra: …": what a label says, and what stands after its colon.
pub(super) fn label_of(text: &str) -> Option<(Option<Part>, &str)> {
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

/// Whether a word says what somebody does, and not who leads or helps: "phụ trách chuyên
/// môn", "thực hiện chương trình"; "chỉ đạo GV thực hiện" names others.
pub(super) fn is_own(rest: &str, before: &str, found: Part, after: &str) -> bool {
    let goes_on = trim_name(after);
    let word = &rest[..rest.len() - after.len()];
    if goes_on.is_empty() || after.trim_start().starts_with(['(', ')']) {
        return false;
    }
    let does = word.ends_with("hiện") || word.ends_with("khai");
    match found {
        Part::Leads if before.is_empty() => !says(rest, "chu tri"),
        Part::Leads => !(says(rest, "chi dao") && begins_with_role(goes_on)),
        Part::Helps => does && !says(rest, "phoi hop") && !begins_with_role(goes_on),
    }
}

/// Whether a text holds these words.
pub(super) fn says(text: &str, folded: &str) -> bool {
    let beginning: String = text.chars().take(200).collect();
    words::fold(&beginning).contains(folded)
}

/// The first word from a place on that says who leads or helps: what stands before it, it,
/// what stands after.
pub(super) fn next_part(text: &str, from: usize) -> Option<(&str, Part, &str)> {
    for (at, _) in text[from..].char_indices().map(|(at, c)| (from + at, c)) {
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
