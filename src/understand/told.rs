//! What a sentence tells of the school and its teams: working groups by number, Hội đồng trường,
//! a school of another kind.

use super::standard::list_after;
use crate::plan::SchoolKind;
use crate::words::fold;

/// The numbers of the working groups that a sentence names: 4 and 5 of "Giám sát nhóm công tác 4,
/// 5"; of one that only says "nhóm" where nothing follows the number.
///
/// ```
/// use caitien::understand::working_groups_in;
/// assert_eq!(working_groups_in("Giám sát các nhóm công tác 1, 2 và V"), [1, 2, 5]);
/// assert_eq!(working_groups_in("Giám sát nhóm 4."), [4]);
/// assert_eq!(working_groups_in("Theo dõi nhóm 24 - 36 tháng, 5 nhóm công việc"), [0; 0]);
/// ```
#[must_use]
pub fn working_groups_in(text: &str) -> Vec<u8> {
    let folded = spaced(&fold(text));
    let mut numbers = Vec::new();
    for rest in folded.split("nhom ").skip(1) {
        if let Some(rest) = rest.strip_prefix("cong tac") {
            numbers.extend(list_after(rest));
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let ends = rest[end..].is_empty() || rest[end..].starts_with([',', '.', ';', ':', ')']);
        numbers.extend(rest[..end].parse::<u8>().ok().filter(|_| ends));
    }
    numbers
}

/// Whether the name of a council may begin with a word: what is asked of each word first.
#[must_use]
pub fn may_name_council(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    ["hội", "Hội", "HỘI", "hđ", "HĐ", "hđt", "HĐT"].contains(&word)
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

/// Whether a sentence tells of what came of a year: its result, its self-evaluation. What is known
/// when the year begins is none: who came, what they can; nor what its first half brought once that
/// is over.
#[must_use]
pub fn names_past_result(text: &str, half_over: bool) -> bool {
    const BEGINS: [&str; 3] = ["tuyển sinh", "đầu năm", "khảo sát"];
    const HALF: [&str; 5] = ["học kỳ i", "học kì i", "hki", "giữa năm", "học kỳ 1"];
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let report = names_report(text) && has(&["tự đánh giá", "tđg", "tổng kết"]);
    (names_result(text) || report || has(&["căn cứ tổng kết"]))
        && !has(&BEGINS)
        && !(half_over && has(&HALF))
}

/// Whether a sentence begins as one that says what something is based on.
#[must_use]
pub fn names_basis(text: &str) -> bool {
    let lower = text.trim_start().to_lowercase();
    ["căn cứ", "trên cơ sở", "dựa trên", "từ kết quả"].iter().any(|head| lower.starts_with(head))
}

/// Whether a sentence names the council of the school as one that is there; not one of a
/// university, nor one that was.
///
/// ```
/// use caitien::understand::names_school_council as names;
/// assert!(names("Trình Hội đồng  Trường") && names("Chủ tịch HĐT, thư ký"));
/// assert!(!names("HĐTĐG") && !names("Hội đồng trường đại học Vinh"));
/// assert!(!names("nguyên Chủ tịch Hội đồng trường") && !names("Nghị quyết số 05/NQ-HĐT"));
/// ```
#[must_use]
pub fn names_school_council(text: &str) -> bool {
    const NAMES: [&str; 3] = ["hội đồng trường", "hđ trường", "hđt"];
    const OTHERS: [&str; 4] = [" đại", " cao", " trung", " nghề"];
    const TOLD: [&str; 4] = ["trước đây", "nguyên chủ tịch", "nguyên là", "giải thể"];
    let lower = spaced(&text.to_lowercase());
    if TOLD.iter().any(|told| lower.contains(told)) {
        return false;
    }
    NAMES.iter().any(|name| {
        lower.match_indices(name).any(|(at, _)| {
            let (before, after) = (&lower[..at], &lower[at + name.len()..]);
            let joined = |c: char| c.is_alphanumeric() || c == '-' || c == '/';
            !before.ends_with(joined)
                && !after.starts_with(char::is_alphanumeric)
                && !OTHERS.iter().any(|other| after.starts_with(other))
        })
    })
}

/// A text with one space where white space stands.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
    const BEFORE: [&str; 13] = [
        "của",
        "tại",
        "trưởng",
        "lệ",
        "trong",
        "toàn",
        "nhà",
        "giá",
        "dục",
        "dựng",
        "nhận",
        "chế",
        "chuẩn",
    ];
    // Others with which one works.
    const AFTER: [&str; 11] =
        ["trên", "lân", "bạn", "khác", "trong", "liền", "kết", "cùng", "ở", "thuộc", "gần"];
    const KINDS: [(&str, &str); 8] = [
        ("mầm non", "mam non"),
        ("mẫu giáo", "mam non"),
        ("mn", "mam non"),
        ("tiểu học", "tieu hoc"),
        ("th", "tieu hoc"),
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
        let next = rest.split_whitespace().next().unwrap_or_default();
        let other = next.starts_with(char::is_uppercase) || AFTER.contains(&next);
        if !other && !levels_of(own).contains(level) {
            return Some(words.to_owned());
        }
    }
    let may_say = lower.contains("dục trẻ") || lower.contains("mầm non");
    if !may_say || levels_of(own).contains(&"mam non") {
        return None;
    }
    let joined = spaced(&lower.replace([',', '-', '–'], " ").replace(" và ", " "));
    // "chăm sóc, giáo dục trẻ em" is said of all children.
    PRESCHOOL
        .iter()
        .find(|said| {
            joined
                .split_once(**said)
                .is_some_and(|(_, rest)| !rest.starts_with(" em") && !rest.starts_with(" khuyết"))
        })
        .map(|said| (*said).to_owned())
}

/// What is said of nurseries alone.
const PRESCHOOL: [&str; 3] = [
    "chăm sóc giáo dục trẻ",
    "nghề nghiệp giáo viên mầm non",
    "hiệu trưởng cơ sở giáo dục mầm non",
];

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
