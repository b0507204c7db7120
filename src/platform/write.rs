//! Writing a file so that it is whole or not there: beside its place, then renamed. Every file
//! that this program makes is made so, whoever writes its bytes.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file could not be written; nothing was changed.
#[derive(Debug)]
pub struct WriteError {
    /// What kind of trouble it is.
    pub kind: WriteErrorKind,
    /// The file that was to be written.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

/// Kinds of trouble in writing a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteErrorKind {
    /// Another program, as a PDF viewer, has the file open and does not let go.
    Busy,
    /// The system does not allow it: a read-only file, folder or disk.
    Denied,
    /// The disk is full, or a quota is used up.
    Full,
    /// The folder is not there.
    NoFolder,
    /// The path leads to a folder.
    IsFolder,
    /// The name is too long or holds characters the system does not take.
    BadName,
    /// Anything else.
    Other,
}

/// Writes a file whole: beside its place first, then renamed onto it.
///
/// A file that was there stays as it was until the new one is on the disk.
///
/// # Errors
/// The kinds of [`WriteErrorKind`]; nothing is left beside the file.
pub fn atomic_write(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let failed =
        |source: io::Error| WriteError { kind: kind(&source, path), path: path.into(), source };
    let target = real_place(path);
    if target.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    if let Ok(metadata) = fs::metadata(&target)
        && metadata.permissions().readonly()
    {
        // Renaming onto it would succeed on Unix, against what the mark asks for.
        return Err(failed(io::ErrorKind::PermissionDenied.into()));
    }
    let written = Unfinished::beside(&target).and_then(|(unfinished, mut file)| {
        file.write_all(bytes)?;
        file.sync_all()?;
        drop(file);
        unfinished.finish()
    });
    written.map_err(failed)
}

/// A file that is being made, under a name of its own beside its place. Unless it is finished,
/// it goes when dropped.
#[derive(Debug)]
pub struct Unfinished {
    path: PathBuf,
    target: PathBuf,
    finished: bool,
}

impl Unfinished {
    /// A new empty file in the same folder, so that renaming stays on one disk.
    ///
    /// # Errors
    /// What the system says.
    pub fn beside(target: &Path) -> io::Result<(Self, File)> {
        let process = std::process::id();
        for attempt in 0..100 {
            // The name itself is left out: it may already be as long as the system allows.
            let path = target.with_file_name(format!(".caitien-{process}-{attempt}.tmp"));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
                Ok(file) => {
                    return Ok((Self { path, target: target.to_owned(), finished: false }, file));
                }
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Where it is while it is made.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, in place of what has it. Its bytes must be on the disk already.
    ///
    /// # Errors
    /// What the system says; then it is gone, and what had the name is as it was.
    pub fn finish(mut self) -> io::Result<()> {
        fs::rename(&self.path, &self.target)?;
        self.finished = true;
        sync_folder(&self.target);
        Ok(())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.finished {
            // That it was not made is said by whoever failed.
            drop(fs::remove_file(&self.path));
        }
    }
}

/// Gives a file another name in its folder, which nothing may have yet, and puts that on the disk.
///
/// # Errors
/// What the system says; then nothing was renamed.
pub fn set_aside(path: &Path, to: &Path) -> io::Result<()> {
    if fs::symlink_metadata(to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    fs::rename(path, to)?;
    sync_folder(to);
    Ok(())
}

/// Where a link leads: the file it names is written, not the link.
fn real_place(path: &Path) -> PathBuf {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_symlink() => {
            fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
        }
        _ => path.to_owned(),
    }
}

/// Puts the new name on the disk too; not every file system can, and none loses the file.
fn sync_folder(path: &Path) {
    if cfg!(unix) {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
            drop(folder.sync_all());
        }
    }
}

fn kind(error: &io::Error, path: &Path) -> WriteErrorKind {
    // Windows: 32 and 33 are sharing and lock violations, 5 is also a rename onto an
    // open file.
    if cfg!(windows) {
        match error.raw_os_error() {
            Some(32 | 33) => return WriteErrorKind::Busy,
            Some(5) if path.is_file() && !is_read_only(path) => return WriteErrorKind::Busy,
            _ => {}
        }
    }
    match error.kind() {
        io::ErrorKind::ResourceBusy
        | io::ErrorKind::ExecutableFileBusy
        | io::ErrorKind::WouldBlock => WriteErrorKind::Busy,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            WriteErrorKind::Denied
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            WriteErrorKind::Full
        }
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => WriteErrorKind::NoFolder,
        io::ErrorKind::IsADirectory => WriteErrorKind::IsFolder,
        io::ErrorKind::InvalidFilename | io::ErrorKind::InvalidInput => WriteErrorKind::BadName,
        io::ErrorKind::AlreadyExists if path.is_dir() => WriteErrorKind::IsFolder,
        _ => WriteErrorKind::Other,
    }
}

fn is_read_only(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[track_caller]
    fn check_refused(path: &Path, expect: WriteErrorKind) {
        let error = atomic_write(path, b"x").unwrap_err();
        assert_eq!(error.kind, expect, "{error:?}");
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_stays_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("KH cải tiến 2026 - 2027.pdf");
        atomic_write(&path, b"one").unwrap();
        atomic_write(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["KH cải tiến 2026 - 2027.pdf"]);
    }

    #[test]
    fn each_trouble_has_its_kind() {
        let folder = tempfile::tempdir().unwrap();
        check_refused(&folder.path().join("none").join("a.pdf"), WriteErrorKind::NoFolder);
        check_refused(folder.path(), WriteErrorKind::IsFolder);
        let read_only = folder.path().join("ro.pdf");
        fs::write(&read_only, b"kept").unwrap();
        let mut permissions = fs::metadata(&read_only).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&read_only, permissions).unwrap();
        check_refused(&read_only, WriteErrorKind::Denied);
        assert_eq!(fs::read(&read_only).unwrap(), b"kept");
        assert_eq!(names(folder.path()), ["ro.pdf"]);
    }

    #[test]
    fn what_is_not_finished_goes_and_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        fs::write(&path, b"one").unwrap();
        let (unfinished, mut file) = Unfinished::beside(&path).unwrap();
        file.write_all(b"tw").unwrap();
        assert!(unfinished.path().exists());
        drop(unfinished);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(names(folder.path()), ["a.json"]);
    }

    #[cfg(unix)]
    #[test]
    fn the_file_behind_a_link_is_written_and_the_link_stays() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().join("real.pdf");
        let link = folder.path().join("link.pdf");
        fs::write(&real, b"old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        atomic_write(&link, b"new").unwrap();
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}
