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

/// The identity of the file that a path leads to now.
///
/// Made of the time at which the file was made: std tells no more on this system. A file
/// put in the place of another has a different one.
///
/// # Errors
/// When the file is not there or may not be looked at.
#[cfg(not(unix))]
pub fn file_identity(path: &Path) -> io::Result<FileIdentity> {
    let made = std::fs::metadata(path)?.created()?;
    let since = made.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Ok(FileIdentity { device: since.as_secs(), number: u64::from(since.subsec_nanos()) })
}

/// Whether two paths lead to the same existing file.
#[must_use]
pub fn same_file(one: &Path, other: &Path) -> bool {
    match (std::fs::canonicalize(one), std::fs::canonicalize(other)) {
        (Ok(one_whole), Ok(other_whole)) => {
            one_whole == other_whole || (cfg!(unix) && same_identity(one, other))
        }
        _ => false,
    }
}

fn same_identity(one: &Path, other: &Path) -> bool {
    matches!((file_identity(one), file_identity(other)), (Ok(one), Ok(other)) if one == other)
}
