//! What the page of backups lists: its lines, and words cut to where they differ.

use std::path::Path;

use jiff::civil::Date;

use crate::edit::{Difference, List, Thing, Wording};
use crate::messages::backups as words;
use crate::plan::RecordId;
use crate::store::{Backup, BackupSet};
use crate::ui::request::Stage;

/// A line of the list on the left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// What the backups under it have in common.
    Head(String),
    /// A backup: its set and its place in there.
    Backup(usize, usize),
}

/// The lines for sets of backups: heads by how old they are, other files under heads of their own.
pub(super) fn lines(sets: &[BackupSet], today: Date) -> Vec<Line> {
    let mut lines = Vec::new();
    for (of, set) in sets.iter().enumerate() {
        if !set.here || of > 0 {
            lines.push(Line::Head(words::of_another(&set.of, set.here)));
        }
        let mut last = None;
        for (at, backup) in set.backups.iter().enumerate() {
            let head = words::age_head(backup.when.date(), today);
            if last.as_ref() != Some(&head) {
                lines.push(Line::Head(head.clone()));
                last = Some(head);
            }
            lines.push(Line::Backup(of, at));
        }
    }
    lines
}

/// The backups of a list, in its order.
pub(super) fn backups<'a>(
    sets: &'a [BackupSet],
    lines: &'a [Line],
) -> impl Iterator<Item = &'a Backup> {
    lines.iter().filter_map(|line| match line {
        Line::Head(_) => None,
        Line::Backup(set, at) => sets.get(*set)?.backups.get(*at),
    })
}

/// How many letters stand before the place where two texts differ.
const BEFORE: usize = 18;

/// Two texts on one line each, from shortly before the place where they differ.
pub(super) fn from_where_they_differ(then: &str, now: &str) -> (String, String) {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (then, now) = (line(then), line(now));
    let same = then.chars().zip(now.chars()).take_while(|(one, other)| one == other).count();
    let head: Vec<char> = then.chars().take(same).collect();
    // At the beginning of a word that stands before it.
    let near = same.saturating_sub(BEFORE);
    let word = head.iter().enumerate().skip(near).find(|(_, letter)| **letter == ' ');
    let from = match word {
        Some((at, _)) if near > 0 => at + 1,
        _ if near > 0 => same,
        _ => 0,
    };
    let cut = |text: &str| {
        let rest: String = text.chars().skip(from).collect();
        if from > 0 { format!("… {rest}") } else { rest }
    };
    (cut(&then), cut(&now))
}

/// How many differences there are of each kind: gone, other words, new, others.
pub(super) fn counts(all: &[Difference]) -> [usize; 4] {
    let mut counts = [0; 4];
    for one in all {
        counts[match one {
            Difference::Gone(_) => 0,
            Difference::Changed(_) => 1,
            Difference::New(_) => 2,
            Difference::Other(_) => 3,
        }] += 1;
    }
    counts
}

/// How many there are on each stage of a plan, in the order of the stages.
pub(super) fn counts_by_stage(all: &[Difference]) -> Vec<(Stage, usize)> {
    let count = |stage| all.iter().filter(|one| stage_of(one) == Some(stage)).count();
    let counted = Stage::ALL.into_iter().map(|stage| (stage, count(stage)));
    counted.filter(|(_, count)| *count > 0).collect()
}

/// On which stage a difference shows.
fn stage_of(difference: &Difference) -> Option<Stage> {
    Some(match difference {
        Difference::Gone(thing) | Difference::New(thing) => match thing {
            Thing::Plan(_) => return None,
            Thing::Element { list: List::Rows | List::Problems, .. } => Stage::Table,
            Thing::Element { list: List::Signatures, .. } => Stage::Info,
            Thing::Element { .. } => Stage::Content,
        },
        Difference::Changed(wording) => match wording {
            Wording::Status(..) => Stage::Table,
            Wording::Bases(_) | Wording::Opening(_) | Wording::Part(..) => Stage::Content,
            Wording::School(_) => Stage::Info,
            Wording::Text(_, record, _) => match record {
                RecordId::Row(_) | RecordId::Problem(_) => Stage::Table,
                RecordId::Plan | RecordId::Letterhead | RecordId::Signature(_) => Stage::Info,
                _ => Stage::Content,
            },
        },
        Difference::Other(_) => return None,
    })
}

/// The name of a file, for the title.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(then: &str, now: &str, expect: (&str, &str)) {
        let found = from_where_they_differ(then, now);
        assert_eq!((found.0.as_str(), found.1.as_str()), expect);
    }

    #[test]
    fn backups_stand_under_their_age_and_those_of_other_files_under_their_path() {
        let today = jiff::civil::date(2026, 11, 22);
        let backup = |month, day| Backup {
            when: jiff::civil::date(2026, month, day).at(9, 0, 0, 0),
            ..Backup::default()
        };
        let set = |of: &str, here, days: &[(i8, i8)]| BackupSet {
            of: of.into(),
            here,
            backups: days.iter().map(|(month, day)| backup(*month, *day)).collect(),
        };
        let sets = [
            set("/a/b.caitien", true, &[(11, 22), (11, 20), (11, 19), (9, 1)]),
            set("/usb/b.caitien", false, &[(11, 21)]),
        ];
        let lines = lines(&sets, today);
        let heads: Vec<&str> = lines
            .iter()
            .filter_map(|line| match line {
                Line::Head(words) => Some(words.as_str()),
                Line::Backup(..) => None,
            })
            .collect();
        assert_eq!(heads.len(), 5);
        assert!(heads[3].contains("/usb/b.caitien"), "{heads:?}");
        assert_eq!(lines[1], Line::Backup(0, 0));
        assert_eq!(lines.last(), Some(&Line::Backup(1, 0)));
        assert_eq!(backups(&sets, &lines).count(), 5);
    }

    #[test]
    fn texts_begin_shortly_before_they_differ() {
        check("tháng 4", "tháng 5", ("tháng 4", "tháng 5"));
        check("", "mới", ("", "mới"));
        check(
            "Từ tháng 10/2026 đến hết tháng 4/2027",
            "Từ tháng 10/2026 đến hết tháng 5/2027",
            ("… đến hết tháng 4/2027", "… đến hết tháng 5/2027"),
        );
        check("dòng một\ndòng hai", "dòng một dòng ba", ("dòng một dòng hai", "dòng một dòng ba"));
        // A word that never ends is cut where it differs.
        let long = "x".repeat(40);
        check(&format!("{long}a"), &format!("{long}b"), ("… a", "… b"));
    }
}
