//! The standards and the groups that a sentence names: "Tiêu chuẩn 2: …", "tiêu chuẩn 1, 3
//! và 5", "Giám sát nhóm công tác 1".

use crate::plan::{Id, WorkingGroup};
use crate::words;

/// The standard that a group's title names: 3 of "Tiêu chuẩn 3: …".
#[must_use]
pub fn standard_of_title(title: &str) -> Option<u8> {
    let folded = words::fold(title);
    let rest = folded.trim_start().strip_prefix("tieu chuan")?.trim_start();
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// The numbers after "tiêu chuẩn" in a sentence: "tiêu chuẩn 1, 3 và 5" is 1, 3, 5.
#[must_use]
pub fn standards_in(text: &str) -> Vec<u8> {
    let folded = words::fold(text);
    let mut standards: Vec<u8> = Vec::new();
    for after in folded.split("tieu chuan").skip(1) {
        let with_and = after.replace(" va ", ", ");
        let list = with_and.split(|c: char| !(c.is_ascii_digit() || " ,;".contains(c))).next();
        let numbers = list.unwrap_or_default().split(|c: char| !c.is_ascii_digit());
        for number in numbers {
            if let Ok(number) = number.parse()
                && !standards.contains(&number)
            {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[u8]) {
        assert_eq!(standards_in(text), expect, "{text}");
    }

    #[test]
    fn standards_are_understood_in_a_sentence() {
        check("Theo dõi tiêu chuẩn 1, 3.", &[1, 3]);
        check("Theo dõi Tiêu chuẩn 2 và 5; tiêu chuẩn 4", &[2, 5, 4]);
        check("Theo dõi 02 lần trong năm", &[]);
    }

    #[test]
    fn a_title_names_its_standard_and_no_other_number() {
        assert_eq!(standard_of_title("  TIÊU CHUẨN 3: Cơ sở vật chất"), Some(3));
        assert_eq!(standard_of_title("Tiêu chí Mức 4 (Điển hình)"), None);
        assert_eq!(standard_of_title("Nhóm 2"), None);
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
