//! The paths that SQLite is given: short enough for its journal, whole enough for Windows.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::StoreError;

/// What SQLite appends to a file's name while it writes.
const JOURNAL: &str = "-journal";
/// The longest name that common file systems take: bytes on Unix, UTF-16 units on Windows.
const LONGEST_NAME: usize = 255;
/// The longest path that SQLite takes on Unix, bytes, its journal's ending included.
const LONGEST_PATH: usize = 512;

/// Refuses a path whose journal the system, or SQLite, could not take: it would fail in the
/// middle, in words nobody understands.
///
/// # Errors
/// [`StoreError::BadName`].
pub(super) fn check_length(path: &Path) -> Result<(), StoreError> {
    let name = path.file_name().map_or(0, units) + JOURNAL.len();
    let whole = units(path.as_os_str()) + JOURNAL.len();
    if name > LONGEST_NAME || cfg!(not(windows)) && whole >= LONGEST_PATH {
        return Err(StoreError::BadName);
    }
    Ok(())
}

#[cfg(windows)]
fn units(name: &OsStr) -> usize {
    use std::os::windows::ffi::OsStrExt as _;
    name.encode_wide().count()
}

#[cfg(not(windows))]
fn units(name: &OsStr) -> usize {
    name.len()
}

/// Opens a file with SQLite, wherever it is.
///
/// An absolute path is never taken for ":memory:" or an address. On Windows a path may be longer
/// than 260 characters (a school's folder on `OneDrive` soon is): SQLite takes such a one only
/// in its verbatim form, and only through its system layer for long paths.
pub(super) fn open(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let path = whole(path)?;
    let connection = if cfg!(windows) {
        Connection::open_with_flags_and_vfs(path, flags, c"win32-longpath")
    } else {
        Connection::open_with_flags(path, flags)
    };
    Ok(connection?)
}

/// The absolute path as SQLite takes it.
pub(super) fn whole(path: &Path) -> Result<PathBuf, StoreError> {
    let path = std::path::absolute(path)?;
    if cfg!(windows)
        && let Some(verbatim) = path.to_str().and_then(verbatim)
    {
        return Ok(verbatim.into());
    }
    Ok(path)
}

/// The one path of a file that is there, links followed. Some systems cannot tell it (disks in
/// memory, paths beyond 260 characters under Wine): there, the path as it was given.
pub(super) fn real(path: &Path) -> std::io::Result<PathBuf> {
    std::fs::canonicalize(path).or_else(|_| {
        std::fs::metadata(path)?;
        std::path::absolute(path)
    })
}

/// `C:\a` as `\\?\C:\a`, `\\server\share\a` as `\\?\UNC\server\share\a`; none for what is
/// verbatim already, or no absolute path.
fn verbatim(path: &str) -> Option<String> {
    if path.starts_with(r"\\?\") || path.starts_with(r"\\.\") {
        None
    } else if let Some(share) = path.strip_prefix(r"\\") {
        Some(format!(r"\\?\UNC\{share}"))
    } else if path.as_bytes().get(1..3) == Some(br":\") {
        Some(format!(r"\\?\{path}"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_verbatim(path: &str, expect: Option<&str>) {
        assert_eq!(verbatim(path).as_deref(), expect);
    }

    #[test]
    fn windows_paths_become_verbatim() {
        check_verbatim(r"C:\Kế hoạch\a & b.caitien", Some(r"\\?\C:\Kế hoạch\a & b.caitien"));
        check_verbatim(r"\\may-chu\chung\a.caitien", Some(r"\\?\UNC\may-chu\chung\a.caitien"));
        check_verbatim(r"\\?\C:\a.caitien", None);
        check_verbatim(r"\\?\UNC\may-chu\chung\a.caitien", None);
        check_verbatim(r"\\.\pipe\a", None);
        check_verbatim(r"a.caitien", None);
        check_verbatim(r"C:a.caitien", None);
    }

    #[cfg(unix)]
    #[test]
    fn a_name_must_leave_room_for_the_journal() {
        let longest = format!("/srv/{}", "x".repeat(255 - JOURNAL.len()));
        assert_eq!(check_length(Path::new(&longest)), Ok(()));
        assert_eq!(check_length(Path::new(&(longest + "x"))), Err(StoreError::BadName));
        let deep = format!("/srv/{}a.caitien", "tài liệu/".repeat(50));
        assert_eq!(check_length(Path::new(&deep)), Err(StoreError::BadName));
    }
}
