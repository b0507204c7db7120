//! Where the system keeps a person's documents and a program's data.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The program's own folder for settings, recent files and the edited sample. It may not
/// exist yet.
///
/// `%LOCALAPPDATA%\CaiTien` on Windows, `$XDG_DATA_HOME/caitien` or
/// `~/.local/share/caitien` elsewhere.
#[must_use]
pub fn data_folder() -> PathBuf {
    data_folder_from(&|name| std::env::var_os(name))
}

/// The person's Documents folder; where none is named, the home folder.
#[must_use]
pub fn documents_folder() -> PathBuf {
    let variable = |name: &str| std::env::var_os(name);
    let file = absolute(variable("XDG_CONFIG_HOME"))
        .or_else(|| Some(home(&variable)?.join(".config")))
        .and_then(|folder| std::fs::read_to_string(folder.join("user-dirs.dirs")).ok());
    let found = known_documents()
        .unwrap_or_else(|| documents_folder_from(&variable, file.as_deref().unwrap_or_default()));
    if found.is_dir() { found } else { home(&variable).unwrap_or(found) }
}

/// Where Windows keeps Documents: `OneDrive` and many a school's network move them.
#[cfg(windows)]
fn known_documents() -> Option<PathBuf> {
    use winsafe::co::{KF, KNOWNFOLDERID};
    let folder = winsafe::SHGetKnownFolderPath(&KNOWNFOLDERID::Documents, KF::DEFAULT, None);
    absolute(folder.ok().map(OsString::from))
}

/// Elsewhere a file of the desktop tells.
#[cfg(not(windows))]
fn known_documents() -> Option<PathBuf> {
    None
}

/// A path as it may be shown to others: the person's own folder, whose name is theirs, as `~`.
#[must_use]
pub fn shown(path: &Path) -> String {
    let inside = home(&|name| std::env::var_os(name))
        .and_then(|home| Some(Path::new("~").join(path.strip_prefix(home).ok()?)));
    inside.as_deref().unwrap_or(path).display().to_string()
}

fn data_folder_from(variable: &dyn Fn(&str) -> Option<OsString>) -> PathBuf {
    if cfg!(windows) {
        let base = absolute(variable("LOCALAPPDATA")).or_else(|| absolute(variable("APPDATA")));
        return base.or_else(|| home(variable)).unwrap_or_default().join("CaiTien");
    }
    absolute(variable("XDG_DATA_HOME"))
        .or_else(|| Some(home(variable)?.join(".local").join("share")))
        .unwrap_or_else(std::env::temp_dir)
        .join("caitien")
}

fn documents_folder_from(variable: &dyn Fn(&str) -> Option<OsString>, user_dirs: &str) -> PathBuf {
    let home = home(variable).unwrap_or_default();
    if !cfg!(windows)
        && let Some(folder) = user_dirs.lines().find_map(|line| user_dir(line, &home))
    {
        return folder;
    }
    home.join("Documents")
}

/// The folder of a line `XDG_DOCUMENTS_DIR="$HOME/Tài liệu"`.
fn user_dir(line: &str, home: &Path) -> Option<PathBuf> {
    let value = line.trim().strip_prefix("XDG_DOCUMENTS_DIR=")?.trim();
    let value = value.strip_prefix('"')?.strip_suffix('"')?.replace("\\\"", "\"");
    match value.strip_prefix("$HOME") {
        Some(rest) => Some(home.join(rest.trim_start_matches('/'))),
        None => absolute(Some(value.into())),
    }
}

fn home(variable: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    absolute(variable(if cfg!(windows) { "USERPROFILE" } else { "HOME" }))
}

/// Only whole paths are trusted: a relative one would depend on where the program starts.
fn absolute(path: Option<OsString>) -> Option<PathBuf> {
    path.map(PathBuf::from).filter(|path| path.is_absolute())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[track_caller]
    fn check_documents(user_dirs: &str, expect: &str) {
        let variable = |name: &str| (name == "HOME").then(|| OsString::from("/srv/co-lan"));
        assert_eq!(documents_folder_from(&variable, user_dirs), Path::new(expect));
    }

    #[test]
    fn documents_is_where_the_desktop_says() {
        check_documents("", "/srv/co-lan/Documents");
        check_documents("XDG_DOCUMENTS_DIR=\"$HOME/Tài liệu\"\n", "/srv/co-lan/Tài liệu");
        check_documents("# x\nXDG_DOCUMENTS_DIR=\"/srv/chung\"", "/srv/chung");
        check_documents("XDG_DOCUMENTS_DIR=\"chung\"", "/srv/co-lan/Documents");
        check_documents("XDG_DOCUMENTS_DIR=", "/srv/co-lan/Documents");
    }

    #[test]
    fn data_lives_in_the_folder_for_data() {
        let home = |name: &str| (name == "HOME").then(|| OsString::from("/srv/co-lan"));
        assert_eq!(data_folder_from(&home), Path::new("/srv/co-lan/.local/share/caitien"));
        let own = |name: &str| (name == "XDG_DATA_HOME").then(|| OsString::from("/srv/data"));
        assert_eq!(data_folder_from(&own), Path::new("/srv/data/caitien"));
        assert!(data_folder_from(&|_| None).is_absolute());
    }
}
