//! Copies of a file that others put beside it when two places wrote at once: found by the names
//! that clouds and messengers give, and by the id that copies of a file share.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::head::Head;
use crate::words::order;
use crate::{platform, words};

/// The most of such names that are looked into.
const MOST: usize = 20;
/// How much of a file is looked through for its id, which stands at its beginning.
const BEGINNING: u64 = 64 << 10;

/// What a name says of how a copy came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// Two wrote at once, and a cloud kept both.
    Conflict,
    /// A number: a cloud, a messenger, a browser or a person gave it.
    Numbered,
}

/// The copies beside a file that hold other words: those that a cloud calls so, and those with a
/// number that were written later than the file.
pub(super) fn find(path: &Path, head: &Head) -> Vec<PathBuf> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Vec::new() };
    let name = name.to_string_lossy();
    let written = |path: &Path| fs::metadata(path).and_then(|about| about.modified()).ok();
    let own = written(path);
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<(PathBuf, Told)> = entries
        .filter_map(|entry| {
            let other = entry.ok()?.file_name();
            let told = told(&name, &other.to_string_lossy())?;
            Some((folder.join(other), told))
        })
        .collect();
    order::by(&mut found, |(one, _), (other, _)| one.cmp(other));
    found.truncate(MOST);
    let later = |other: &Path| written(other) > own.or(Some(SystemTime::UNIX_EPOCH));
    // Another name of the file itself must not be opened: closing it would free SQLite's lock.
    found.retain(|(other, told)| {
        (*told == Told::Conflict || later(other))
            && !platform::same_file(path, other)
            && is_other_state(other, head)
    });
    found.into_iter().map(|(path, _)| path).collect()
}

/// Whether a file is of the same dossier, and not at the same moment.
fn is_other_state(path: &Path, head: &Head) -> bool {
    // A pipe would be waited at.
    if !fs::symlink_metadata(path).is_ok_and(|about| about.is_file()) {
        return false;
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut bytes));
    let has = |what: &[u8]| bytes.windows(what.len()).any(|found| found == what);
    read.is_ok() && has(&head.file_id) && !has(head.totals.json().as_bytes())
}

/// What another name in the folder says, where it is made of a file's own.
fn told(own: &str, other: &str) -> Option<Told> {
    let split = |name: &str| {
        let at = name.rfind('.').filter(|at| *at > 0).unwrap_or(name.len());
        (name[..at].to_owned(), name[at..].to_lowercase())
    };
    let ((stem, ending), (other, other_ending)) = (split(own), split(other));
    if ending != other_ending {
        return None;
    }
    // Google's older way puts its word first.
    if other.strip_prefix("[Conflict] ") == Some(&stem) {
        return Some(Told::Conflict);
    }
    let rest = other.strip_prefix(&stem)?;
    let inside =
        |open: char, close: char| rest.trim_start().strip_prefix(open)?.strip_suffix(close);
    if let Some(inside) = inside('(', ')').or_else(|| inside('[', ']')) {
        let conflict =
            ["conflict", "xung dot"].iter().any(|word| words::contains_folded(inside, word));
        let number = !inside.is_empty() && inside.chars().all(|letter| letter.is_ascii_digit());
        return match (conflict, number) {
            (true, _) => Some(Told::Conflict),
            (_, true) => Some(Told::Numbered),
            _ => None,
        };
    }
    let conflict = rest.starts_with(".sync-conflict-") || is_computer(rest);
    conflict.then_some(Told::Conflict)
}

/// OneDrive's way: "-" and the name of the other computer, in capitals as Windows keeps it,
/// then "-2" and so on where there are more.
fn is_computer(rest: &str) -> bool {
    let Some(name) = rest.strip_prefix('-') else { return false };
    let letters = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit();
    (2..=20).contains(&name.len())
        && name.chars().all(|letter| letters(letter) || letter == '-')
        && name.starts_with(letters)
        && name.chars().any(|letter| letter.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(other: &str, expect: Option<Told>) {
        assert_eq!(told("Kế hoạch.caitien", other), expect, "{other}");
    }

    #[test]
    fn names_of_clouds_and_messengers_are_known() {
        let conflict = Some(Told::Conflict);
        check("Kế hoạch-DESKTOP-7Q2K1BA.caitien", conflict);
        check("Kế hoạch-MAY-HT.caitien", conflict);
        check("Kế hoạch-LAPTOP-01-2.caitien", conflict);
        check("Kế hoạch (Lan's conflicted copy 2026-11-22).caitien", conflict);
        check("Kế hoạch (Bản sao xung đột của Lan 2026-11-22).caitien", conflict);
        check("Kế hoạch (case conflict).caitien", conflict);
        check("Kế hoạch [Conflict].caitien", conflict);
        check("[Conflict] Kế hoạch.caitien", conflict);
        check("Kế hoạch.sync-conflict-20261122-103000-ABCDEFG.caitien", conflict);
        check("Kế hoạch (1).caitien", Some(Told::Numbered));
        check("Kế hoạch(12).caitien", Some(Told::Numbered));
    }

    #[test]
    fn other_names_are_let_be() {
        for other in [
            "Kế hoạch.caitien",
            "Kế hoạch.pdf",
            "Kế hoạch (1).pdf",
            "Kế hoạch 2027.caitien",
            "Kế hoạch-2027.caitien",
            "Kế hoạch - Lan.caitien",
            "Kế hoạch (bản sao).caitien",
            "Kế hoạch ().caitien",
            "Kế hoạch.truoc-khi-sua.caitien",
            "Khác (conflicted copy).caitien",
        ] {
            check(other, None);
        }
    }
}
