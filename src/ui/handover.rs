//! What a start of the program hands over to the window that is already there, as one line.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Start;

/// The line: what to begin with, as JSON. Words that are not known are left out by whoever
/// reads it, so that an older window still comes forward.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Line {
    /// A whole path.
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<PathBuf>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    sample: bool,
}

/// As one line; `None` for a path that cannot travel: it is not Unicode.
pub fn to_line(start: &Start) -> Option<String> {
    let line = match start {
        Start::Screen => Line::default(),
        Start::Sample => Line { sample: true, ..Line::default() },
        // The window may have begun in another folder.
        Start::File(path) => {
            Line { open: Some(std::path::absolute(path).ok()?), ..Line::default() }
        }
    };
    serde_json::to_string(&line).ok()
}

/// Of one line; what cannot be read only brings the window forward.
pub fn of_line(line: &str) -> Start {
    match crate::plan::json::read(line) {
        Ok(Line { open: Some(path), .. }) if path.is_absolute() => Start::File(path),
        Ok(Line { sample: true, .. }) => Start::Sample,
        _ => Start::Screen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_begin_with_travels_as_one_line() {
        let folder = std::env::temp_dir();
        let file = folder.join("Kế hoạch “A” & B, 100% #1\nhai dòng.caitien");
        for start in [Start::Screen, Start::Sample, Start::File(file)] {
            let line = to_line(&start).unwrap();
            assert!(!line.contains('\n'), "{line}");
            assert_eq!(of_line(&line), start);
        }
    }

    #[test]
    fn a_path_is_made_whole_before_it_travels() {
        let line = to_line(&Start::File("a.caitien".into())).unwrap();
        let whole = std::env::current_dir().unwrap().join("a.caitien");
        assert_eq!(of_line(&line), Start::File(whole));
    }

    #[test]
    fn a_line_nobody_knows_brings_the_window_forward() {
        for line in ["", "[]", "{", r#"{"open":"a.caitien"}"#, r#"{"print":true}"#, "\u{feff}"] {
            assert_eq!(of_line(line), Start::Screen, "{line}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_path_that_is_not_unicode_does_not_travel() {
        use std::os::unix::ffi::OsStringExt as _;
        let name = std::ffi::OsString::from_vec(b"/srv/\xff.caitien".to_vec());
        assert_eq!(to_line(&Start::File(name.into())), None);
    }
}
