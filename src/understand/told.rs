//! What a sentence tells of the school and its teams: working groups by number, Hội đồng trường,
//! a school of another kind.

use crate::plan::SchoolKind;

/// The numbers of the working groups that a sentence names: 5 of "Giám sát nhóm công tác 5".
#[must_use]
pub fn working_groups_in(text: &str) -> Vec<u8> {
    let lower = text.to_lowercase();
    let after = lower.split("nhóm công tác").skip(1);
    after
        .filter_map(|rest| {
            let rest = rest.trim_start();
            let rest = rest.strip_prefix("số").unwrap_or(rest).trim_start();
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            rest[..end].parse().ok()
        })
        .collect()
}

/// Whether the name of a council may begin with a word: what is asked of each word first.
#[must_use]
pub fn may_name_council(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    ["hội", "Hội", "HỘI", "hđ", "HĐ"].contains(&word)
}

/// Whether a sentence tells of the result of something.
#[must_use]
pub fn names_result(text: &str) -> bool {
    text.to_lowercase().contains("kết quả")
}

/// Whether a sentence names a report.
#[must_use]
pub fn names_report(text: &str) -> bool {
    text.to_lowercase().contains("báo cáo")
}

/// Whether a sentence names the council of the school.
#[must_use]
pub fn names_school_council(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.contains("hội đồng trường") || lower.contains("hđ trường")
}

/// A school of another kind that a sentence takes for this one: "của trường mầm non" in the plan
/// of a THPT. Others with which one works ("các trường mầm non", a name) are none.
///
/// ```
/// use caitien::plan::SchoolKind::UpperSecondary;
/// use caitien::understand::other_kind_of_school;
/// let found = |text: &str| other_kind_of_school(text, UpperSecondary);
/// assert_eq!(found("Chất lượng của trường mầm non").as_deref(), Some("trường mầm non"));
/// assert_eq!(found("quy định đối với trường THCS.").as_deref(), Some("trường THCS"));
/// assert_eq!(found("phối hợp với các trường mầm non trên địa bàn"), None);
/// assert_eq!(found("học sinh của Trường THCS Hoa Mai"), None);
/// assert_eq!(found("của trường THPT"), None);
/// ```
#[must_use]
pub fn other_kind_of_school(text: &str, own: SchoolKind) -> Option<String> {
    const BEFORE: [&str; 6] = ["của", "tại", "trưởng", "lệ", "trong", "toàn"];
    const KINDS: [(&str, &str); 6] = [
        ("mầm non", "mam non"),
        ("mẫu giáo", "mam non"),
        ("tiểu học", "tieu hoc"),
        ("thcs", "thcs"),
        ("trung học cơ sở", "thcs"),
        ("thpt", "thpt"),
    ];
    let lower = text.to_lowercase();
    let original = if lower.len() == text.len() { text } else { lower.as_str() };
    for (at, _) in lower.match_indices("trường ") {
        let before = lower[..at].trim_end();
        let last = before.rsplit(' ').next().unwrap_or_default();
        let about = before.ends_with("đối với") || BEFORE.contains(&last);
        let after = at + "trường ".len();
        let kind = KINDS.iter().find(|(kind, _)| {
            lower[after..].strip_prefix(kind).is_some_and(|rest| {
                !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '&'))
            })
        });
        let Some((kind, level)) = kind.filter(|_| about) else { continue };
        let end = after + kind.len();
        // Where letters are longer or shorter in capitals, the places are not the same.
        let (Some(words), Some(rest)) = (original.get(at..end), original.get(end..)) else {
            continue;
        };
        let named = rest.trim_start().starts_with(char::is_uppercase);
        if !named && !levels_of(own).contains(level) {
            return Some(words.to_owned());
        }
    }
    None
}

/// The kinds a school of this kind speaks of as itself, without marks.
fn levels_of(kind: SchoolKind) -> &'static [&'static str] {
    match kind {
        SchoolKind::Preschool | SchoolKind::Kindergarten | SchoolKind::Nursery => &["mam non"],
        SchoolKind::Primary => &["tieu hoc"],
        SchoolKind::LowerSecondary => &["thcs"],
        SchoolKind::UpperSecondary | SchoolKind::Gifted => &["thpt"],
        SchoolKind::PrimaryLowerSecondary => &["tieu hoc", "thcs"],
        SchoolKind::LowerUpperSecondary | SchoolKind::EthnicBoarding => &["thcs", "thpt"],
        SchoolKind::AllLevels | SchoolKind::EthnicSemiBoarding | SchoolKind::Continuing => {
            &["tieu hoc", "thcs", "thpt"]
        }
    }
}
