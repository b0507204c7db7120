//! Standards and criteria that a title or a cell names: "Tiêu chuẩn 2: …", "Tiêu chí 1.6",
//! "Mức 4, tiêu chí 3"; and the working groups of a sentence: "Giám sát nhóm công tác 1".

use crate::plan::{Group, Id, Item, Row, WorkingGroup};
use crate::words;

/// No catalogue has more standards, or more criteria in one of them.
const MOST: u8 = 30;

/// How much of a text is looked at (letters): titles and cells that name a standard are shorter.
const LONGEST: usize = 2_000;

fn folded_beginning(text: &str) -> String {
    words::fold(&text.chars().take(LONGEST).collect::<String>())
}

/// The standard that a title names: 3 of "Tiêu chuẩn 3: …" and of "III. TIÊU CHUẨN III".
///
/// None where it names several, or where "tiêu chuẩn" stands inside a sentence.
#[must_use]
pub fn standard_of_title(title: &str) -> Option<u8> {
    let folded = folded_beginning(title);
    let head = folded.split("tieu chuan").next()?;
    // Nothing but a number or a mark may stand before it.
    let numbered = head.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let only_numbers = numbered.clone().count() <= 2
        && numbered.clone().all(|word| number(word).is_some() || word.len() == 1);
    (only_numbers && head.len() < folded.len()).then_some(())?;
    match list_after(&folded[head.len() + "tieu chuan".len()..]).as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// The standards a sentence names: 1, 3, 5 of "tiêu chuẩn 1, 3 và 5"; each once, in order.
#[must_use]
pub fn standards_in(text: &str) -> Vec<u8> {
    let folded = folded_beginning(text);
    let mut standards = Vec::new();
    for after in folded.split("tieu chuan").skip(1) {
        for number in list_after(after) {
            if !standards.contains(&number) {
                standards.push(number);
            }
        }
    }
    standards
}

/// The working group that a sentence names by its label.
#[must_use]
pub fn group_in(text: &str, groups: &[WorkingGroup]) -> Option<Id> {
    let folded = words::fold(text);
    groups
        .iter()
        .filter(|group| !group.label.trim().is_empty())
        .find(|group| {
            let label = words::fold(group.label.trim());
            folded.match_indices(&label).any(|(at, _)| {
                // "nhóm công tác 1" is not "nhóm công tác 12".
                !folded[at + label.len()..].starts_with(|c: char| c.is_ascii_digit())
            })
        })
        .map(|group| group.id)
}

/// The codes a criterion cell names: "1.6" of "Tiêu chí 1.6. Quản lý" and of "1.6 Quản lý";
/// "M4.3" of "Mức 4, tiêu chí 3". `level_four`: the cell stands under "Tiêu chí Mức 4".
#[must_use]
pub fn criteria_in(text: &str, level_four: bool) -> Vec<String> {
    let folded = folded_beginning(text);
    let level_four = level_four || speaks_of_level_four(text);
    let mut codes: Vec<String> = Vec::new();
    let mut add = |code: Option<String>| match code {
        Some(code) if !codes.contains(&code) => codes.push(code),
        _ => {}
    };
    let mut parts = folded.split("tieu chi");
    let head = parts.next().unwrap_or_default();
    // "1.6 Quản lý", "M4.3": a code at the head needs no word before it.
    add(code_at(head.trim_start(), level_four).filter(|code| code.contains('.')).filter(|_| {
        let rest =
            head.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || ".m".contains(c));
        !["%", "trieu", "ty", "m2", "/"].iter().any(|unit| rest.trim_start().starts_with(unit))
    }));
    for after in parts {
        let joined = if level_four { None } else { without_space(after) };
        let mut rest = joined.as_deref().unwrap_or(after);
        // "tiêu chí 1.1, 1.2 và 2.3"; a number alone goes on only a list of level 4.
        for place in 0..usize::from(MOST) {
            rest = rest.trim_start_matches([' ', ':']);
            let Some(code) = code_at(rest, level_four) else { break };
            add(Some(code));
            let end = rest.find(|c: char| !(c.is_ascii_digit() || ".m".contains(c)));
            rest = &rest[end.unwrap_or(rest.len())..];
            let joined = [",", ";", " va "].iter().find_map(|mark| rest.strip_prefix(mark));
            let Some(after) = joined.filter(|_| place + 1 < usize::from(MOST)) else { break };
            rest = after;
        }
    }
    codes
}

/// Where the code at the head of "Tiêu chí 1.6. Quản lý" or "1.6 Quản lý" ends, in bytes; 0
/// where none stands there.
#[must_use]
pub fn criterion_head(text: &str) -> usize {
    let mut chars = text.chars();
    let named =
        "tiêu chí ".chars().all(|want| chars.next().is_some_and(|c| c.to_lowercase().eq([want])));
    let start = if named { text.len() - chars.as_str().len() } else { 0 };
    let code = text[start..].chars().take_while(|c| c.is_ascii_digit() || *c == '.').count();
    let code = text[start..start + code].trim_end_matches('.');
    if code.contains('.') || (start > 0 && !code.is_empty()) { start + code.len() } else { 0 }
}

/// "MỨC 4", "Tiêu chí Mức 4 (Điển hình)"; not "MỨC 1, 2, 3, 4".
#[must_use]
pub fn speaks_of_level_four(text: &str) -> bool {
    let lower = text.chars().take(LONGEST).collect::<String>().to_lowercase();
    let mut words = lower.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let four = |next: &&str| next.trim_end_matches([':', '.', ',', ';', ')']) == "4";
        if word.trim_start_matches('(') == "mức" && words.peek().is_some_and(four) {
            return true;
        }
    }
    false
}

impl Group {
    /// The standard it stands for: as stored, else as its title says.
    #[must_use]
    pub fn standard_number(&self) -> Option<u8> {
        self.standard.or_else(|| standard_of_title(&self.title))
    }
}

impl Row {
    /// The standard a group row stands for; none for a band or an item.
    #[must_use]
    pub fn standard_number(&self) -> Option<u8> {
        match self {
            Self::Group(group) => group.standard_number(),
            Self::Band(_) | Self::Item(_) => None,
        }
    }
}

impl Item {
    /// The first criterion it answers: as chosen, else as its criterion cell says.
    #[must_use]
    pub fn first_code(&self) -> Option<String> {
        match self.criteria.first() {
            Some(code) => Some(code.trim().to_owned()),
            None => criteria_in(&self.criterion_text, false).into_iter().next(),
        }
    }

    /// All criteria it answers: as chosen, else as its criterion cell says.
    #[must_use]
    pub fn codes(&self) -> Vec<String> {
        if self.criteria.is_empty() {
            return criteria_in(&self.criterion_text, false);
        }
        self.criteria.iter().map(|code| code.trim().to_owned()).collect()
    }
}

/// The numbers that a folded text begins with: "1, 3 va 5", "1-3", "II".
pub(super) fn list_after(folded: &str) -> Vec<u8> {
    let mut numbers: Vec<u8> = Vec::new();
    let mut rest = folded.trim_start();
    for word in ["so ", "thu "] {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim_start();
    }
    let mut range = false;
    loop {
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        // "17/2018", "2.1"
        let more = after.starts_with('/')
            || after.starts_with('.') && after[1..].starts_with(|c: char| c.is_ascii_digit());
        let Some(number) = number(word).filter(|_| !more) else { break };
        match numbers.last() {
            Some(last) if range && *last < number => numbers.extend(last + 1..=number),
            _ => numbers.push(number),
        }
        let after = after.trim_start();
        let joint = [",", ";", "va ", "den "].iter().find_map(|mark| after.strip_prefix(mark));
        let dash = after.strip_prefix(words::is_dash);
        range = dash.is_some() || after.starts_with("den ");
        // "Tiêu chuẩn 1 - Tổ chức" goes on with no number.
        let Some(next) = joint.or(dash).filter(|_| numbers.len() < usize::from(MOST)) else {
            break;
        };
        rest = next.trim_start();
    }
    numbers
}

/// "3" and "III"; at most two digits.
fn number(word: &str) -> Option<u8> {
    const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    let roman = (1_u8..).zip(ROMAN).find(|(_, roman)| *roman == word).map(|(number, _)| number);
    let digits = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let plain = digits.then(|| word.parse().ok()).flatten();
    roman.or(plain).filter(|number| (1..=MOST).contains(number))
}

/// The code a folded text begins with: "1.6", "m4.3"; of level 4 also "3".
fn code_at(folded: &str, level_four: bool) -> Option<String> {
    let end = folded.find(|c: char| !(c.is_alphanumeric() || c == '.')).unwrap_or(folded.len());
    let word = folded[..end].trim_end_matches('.');
    let small =
        |text: &str| number(text).filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    if let Some(rest) = word.strip_prefix("m4.") {
        return small(rest).map(|number| format!("M4.{number}"));
    }
    match word.split_once('.') {
        Some((standard, criterion)) => Some(format!("{}.{}", small(standard)?, small(criterion)?)),
        None if level_four => small(word).map(|number| format!("M4.{number}")),
        None => None,
    }
}

/// "2.2 doi voi" of "2. 2 doi voi": a code that was typed with a space.
fn without_space(after: &str) -> Option<String> {
    let after = after.trim_start();
    let (standard, rest) = after.split_once('.')?;
    let criterion = rest.trim_start_matches([' ', '\u{A0}']);
    let digits = criterion.bytes().take_while(u8::is_ascii_digit).count();
    let ends = criterion[digits..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '%');
    let spaced = criterion.len() < rest.len() && (1..=2).contains(&digits) && ends;
    (spaced && standard.len() == 1 && number(standard).is_some())
        .then(|| format!("{standard}.{criterion}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_with_a_space_is_read_after_its_word_only() {
        assert_eq!(criteria_in("Tiêu chí 2. 2\nĐối với giáo viên", false), ["2.2"]);
        assert_eq!(criteria_in("Tiêu chí 2. 10", false), ["2.10"]);
        assert_eq!(criteria_in("Tiêu chí 3. 2 nội dung", true), ["M4.3"]);
        assert_eq!(criteria_in("2. 2 buổi tập huấn", false), [""; 0]);
        assert_eq!(criteria_in("Tiêu chí 2. 50% giáo viên", false), [""; 0]);
    }

    #[test]
    fn a_supervisor_is_led_to_the_group_named() {
        let group = |id, label: &str| WorkingGroup {
            id: Id(id),
            label: label.to_owned(),
            ..WorkingGroup::default()
        };
        let groups = [group(4, "Nhóm công tác 1"), group(5, "Nhóm công tác 12")];
        assert_eq!(group_in("Giám sát nhóm công tác 1", &groups), Some(Id(4)));
        assert_eq!(group_in("Giám sát nhóm công tác 12", &groups), Some(Id(5)));
        assert_eq!(group_in("Giám sát chung", &groups), None);
    }
}
