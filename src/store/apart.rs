//! A folder apart, in which something is tried with copies of a file.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File};
use std::io::{Read, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use super::StoreError;
use crate::platform;

/// A folder for temporary copies, which nobody else may read, gone when dropped.
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn make() -> Result<Self, StoreError> {
        let builder = private();
        loop {
            let path = std::env::temp_dir().join(platform::passing_name());
            match builder.create(&path) {
                // Of a process that had this number and was killed.
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                made => return Ok(made.map(|()| Self(path))?),
            }
        }
    }

    /// Where a file of this name is in it.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Makes folders of the user's alone; on Windows those for temporary files and for the program's
/// data are that already.
pub(super) fn private() -> DirBuilder {
    #[cfg(unix)]
    {
        let mut builder = DirBuilder::new();
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder
    }
    #[cfg(not(unix))]
    DirBuilder::new()
}

/// Copies what a file holds, through a descriptor that is open already, and not that it is
/// read-only.
pub(super) fn copy(mut from: &File, to: &Path) -> Result<(), StoreError> {
    from.seek(SeekFrom::Start(0))?;
    // No more than it holds now, should somebody be writing to it.
    let length = from.metadata()?.len();
    std::io::copy(&mut from.take(length), &mut File::create_new(to)?)?;
    Ok(())
}

/// A file's name with an ending that SQLite gives to what stands beside it.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}
