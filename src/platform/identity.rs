//! Which file a path leads to, whatever its name is at the moment.

use std::io;
use std::path::Path;

/// Tells a file from every other on this machine while it exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FileIdentity {
    device: u64,
    number: u64,
}

/// The identity of the file that a path leads to now, links followed.
///
/// # Errors
/// When the file is not there or may not be looked at.
#[cfg(unix)]
pub fn file_identity(path: &Path) -> io::Result<FileIdentity> {
    use std::os::unix::fs::MetadataExt;
    let metadata = std::fs::metadata(path)?;
    Ok(FileIdentity { device: metadata.dev(), number: metadata.ino() })
}

/// The identity of the file that a path leads to now, links followed.
///
/// The volume's number and the file's on it. Where a file system gives none (some servers), the
/// time at which the file was made: a file put in the place of another mostly has a different
/// one.
///
/// # Errors
/// When the file is not there or may not be looked at.
#[cfg(not(unix))]
pub fn file_identity(path: &Path) -> io::Result<FileIdentity> {
    if let Some(identity) = numbers(path) {
        return Ok(identity);
    }
    let made = std::fs::metadata(path)?.created()?;
    let since = made.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Ok(FileIdentity { device: since.as_secs(), number: u64::from(since.subsec_nanos()) })
}

/// What Windows says of the file by its handle. Opened so that neither the file's lock nor who
/// renames or deletes it at the same moment is disturbed.
#[cfg(windows)]
fn numbers(path: &Path) -> Option<FileIdentity> {
    use winsafe::co::{DISPOSITION, FILE_ATTRIBUTE, FILE_FLAG, FILE_SHARE, GENERIC};
    // The whole path is verbatim, and may be longer than 260 characters.
    let whole = std::fs::canonicalize(path).ok()?;
    let (handle, _) = winsafe::HFILE::CreateFile(
        whole.to_str()?,
        GENERIC::default(),
        Some(FILE_SHARE::READ | FILE_SHARE::WRITE | FILE_SHARE::DELETE),
        None,
        DISPOSITION::OPEN_EXISTING,
        FILE_ATTRIBUTE::NORMAL,
        Some(FILE_FLAG::BACKUP_SEMANTICS),
        None,
        None,
    )
    .ok()?;
    let about = handle.GetFileInformationByHandle().ok()?;
    let number = about.nFileIndex();
    (number != 0).then_some(FileIdentity { device: u64::from(about.dwVolumeSerialNumber), number })
}

/// No other system is known to tell.
#[cfg(not(any(unix, windows)))]
fn numbers(_path: &Path) -> Option<FileIdentity> {
    None
}

/// Whether two paths lead to the same existing file.
#[must_use]
pub fn same_file(one: &Path, other: &Path) -> bool {
    let same_path = match (std::fs::canonicalize(one), std::fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    };
    same_path || same_identity(one, other)
}

#[cfg(unix)]
fn same_identity(one: &Path, other: &Path) -> bool {
    matches!((file_identity(one), file_identity(other)), (Ok(one), Ok(other)) if one == other)
}

/// By their numbers alone: two files may well have been made at the same time.
#[cfg(not(unix))]
fn same_identity(one: &Path, other: &Path) -> bool {
    numbers(one).is_some_and(|one| numbers(other) == Some(one))
}
