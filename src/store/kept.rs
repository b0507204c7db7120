//! Copies of a file that are kept beside it before something is done to it that no undo takes back.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::{StoreError, beside, place};

/// Why a copy is kept; the word stands in its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// Another tool's hand was in it, and its checks are made anew.
    Mended,
    /// It is of an older format, and brought to the newest.
    Upgraded,
}

/// Copies the file as it stands: "Hồ sơ.caitien" to "Hồ sơ.truoc-khi-sua.caitien".
///
/// # Errors
/// As a copy fails; then nothing may be done to the file.
pub(super) fn keep(
    connection: &Connection,
    path: &Path,
    reason: Reason,
) -> Result<PathBuf, StoreError> {
    let word = match reason {
        Reason::Mended => "truoc-khi-sua",
        Reason::Upgraded => "truoc-khi-nang-cap",
    };
    for number in 1..1000 {
        let number = if number == 1 { String::new() } else { format!("-{number}") };
        let copy = beside_name(path, &format!(".{word}{number}"));
        match beside::vacuum_into(connection, &copy) {
            Err(StoreError::Exists) => {}
            other => return other.map(|()| copy),
        }
    }
    Err(StoreError::Exists)
}

/// The file's name with a word before its ending; shortened where it would be too long.
pub(super) fn beside_name(path: &Path, word: &str) -> PathBuf {
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy()));
    let ending = format!("{word}{}", ending.unwrap_or_default());
    let mut stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    loop {
        let name = path.with_file_name(format!("{stem}{ending}"));
        if place::check_length(&name).is_ok() || stem.pop().is_none() {
            return name;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_stands_before_the_ending_and_long_names_are_cut() {
        let named = |name: &str| beside_name(Path::new(name), ".truoc");
        assert_eq!(named("/a/Hồ sơ.caitien"), Path::new("/a/Hồ sơ.truoc.caitien"));
        assert_eq!(named("/a/ho so"), Path::new("/a/ho so.truoc"));
        let long = named(&format!("/a/{}.caitien", "x".repeat(239)));
        assert_eq!(place::check_length(&long), Ok(()));
        assert!(long.to_string_lossy().ends_with("x.truoc.caitien"));
    }
}
