//! Writing a file so that it is whole or not there: beside its place, then renamed. Every file
//! that this program makes is made so, whoever writes its bytes.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::litter::unfinished_name;

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
    /// It leads to a pipe or a device, which holds nothing that could be replaced.
    NotAFile,
    /// The name is too long or holds characters the system does not take.
    BadName,
    /// Anything else.
    Other,
}

/// Writes a file whole: beside its place first, then renamed onto it.
///
/// A file that was there stays as it was until the new one is on the disk, and hands on who may
/// read and write it; a new one is the user's alone.
///
/// # Errors
/// The kinds of [`WriteErrorKind`]; nothing is left beside the file.
pub fn atomic_write(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    Written::beside(path, bytes)?.finish()
}

/// A file that is on the disk beside its place, so that several can take their names together.
#[derive(Debug)]
pub struct Written {
    unfinished: Unfinished,
    path: PathBuf,
}

impl Written {
    /// Writes the bytes beside the place where they shall stand.
    ///
    /// # Errors
    /// As [`atomic_write`].
    pub fn beside(path: &Path, bytes: &[u8]) -> Result<Self, WriteError> {
        let target = real_place(path);
        let failed = |source| WriteError::new(path, source);
        let rights = match fs::metadata(&target) {
            Ok(about) if about.is_dir() => {
                return Err(failed(io::ErrorKind::IsADirectory.into()));
            }
            Ok(about) if !about.is_file() => {
                let source = io::ErrorKind::Unsupported.into();
                return Err(WriteError { kind: WriteErrorKind::NotAFile, ..failed(source) });
            }
            // Renaming onto it would succeed on Unix, against what the mark asks for.
            Ok(about) if about.permissions().readonly() => {
                return Err(failed(io::ErrorKind::PermissionDenied.into()));
            }
            found => found.ok().map(|about| about.permissions()),
        };
        let written = Unfinished::beside(&target).and_then(|(unfinished, mut file)| {
            file.write_all(bytes)?;
            // Some disks keep no rights: there is nothing to hand on.
            drop(rights.map(|rights| file.set_permissions(rights)));
            file.sync_all()?;
            Ok(unfinished)
        });
        Ok(Self { unfinished: written.map_err(failed)?, path: path.to_owned() })
    }

    /// Gives it its name, in place of what has it.
    ///
    /// # Errors
    /// As [`atomic_write`].
    pub fn finish(self) -> Result<(), WriteError> {
        self.unfinished.finish().map_err(|source| WriteError::new(&self.path, source))
    }
}

impl WriteError {
    fn new(path: &Path, source: io::Error) -> Self {
        Self { kind: kind(&source, path), path: path.to_owned(), source }
    }
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
    /// A new empty file in the same folder, so that renaming stays on one disk. Nobody but the
    /// user may read it.
    ///
    /// # Errors
    /// What the system says.
    pub fn beside(target: &Path) -> io::Result<(Self, File)> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        loop {
            // The name itself is left out: it may already be as long as the system allows.
            let path = target.with_file_name(unfinished_name());
            match options.open(&path) {
                // Of a process that had this number and was killed.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
                Ok(file) => {
                    return Ok((Self { path, target: target.to_owned(), finished: false }, file));
                }
            }
        }
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

    /// Gives it its name, which nothing may have yet. Its bytes must be on the disk already.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`], or what the system says; then it is gone, and what has
    /// the name is as it was.
    pub fn finish_new(mut self) -> io::Result<()> {
        match fs::hard_link(&self.path, &self.target) {
            // Under its other name it goes when dropped.
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
            // Sticks know no second names: there the name is taken first.
            Err(_) => {
                OpenOptions::new().write(true).create_new(true).open(&self.target)?;
                if let Err(error) = fs::rename(&self.path, &self.target) {
                    drop(fs::remove_file(&self.target));
                    return Err(error);
                }
                self.finished = true;
            }
        }
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

/// Puts a small file in the place of another, whole, where nobody looks for it: hidden where the
/// system keeps a mark for that. Who may read the file `of` which it tells may read it too. It is
/// worth nothing after the machine stopped, so the disk is not waited for.
///
/// # Errors
/// What the system says; then what was there is as it was.
pub fn put_note(path: &Path, bytes: &[u8], of: &Path) -> io::Result<()> {
    let (mut unfinished, mut file) = Unfinished::beside(path)?;
    file.write_all(bytes)?;
    // Some disks keep no rights: there is nothing to hand on.
    drop(fs::metadata(of).and_then(|about| file.set_permissions(about.permissions())));
    drop(file);
    #[cfg(windows)]
    if let Some(name) = unfinished.path.to_str() {
        // Seen, it is in nobody's way.
        let _ = winsafe::SetFileAttributes(name, winsafe::co::FILE_ATTRIBUTE::HIDDEN);
    }
    fs::rename(&unfinished.path, path)?;
    unfinished.finished = true;
    Ok(())
}

/// Gives a file another name on its disk, which nothing may have yet, and puts that on the disk.
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

    #[test]
    fn a_new_name_is_taken_only_where_nothing_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        let finish = |bytes: &[u8]| {
            let (unfinished, mut file) = Unfinished::beside(&path).unwrap();
            file.write_all(bytes).unwrap();
            unfinished.finish_new()
        };
        finish(b"one").unwrap();
        assert_eq!(finish(b"two").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(names(folder.path()), ["a.json"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_a_device_and_links_to_them_are_refused_and_left() {
        use std::os::unix::fs::{FileTypeExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        let made = std::process::Command::new("mkfifo").arg(place("pipe")).status().unwrap();
        assert!(made.success());
        symlink("/dev/null", place("device")).unwrap();
        symlink(place("pipe"), place("link")).unwrap();
        symlink(folder.path(), place("folder")).unwrap();
        for name in ["pipe", "device", "link"] {
            check_refused(&place(name), WriteErrorKind::NotAFile);
        }
        check_refused(&place("folder"), WriteErrorKind::IsFolder);
        assert!(fs::metadata(place("pipe")).unwrap().file_type().is_fifo());
        assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
        assert_eq!(names(folder.path()), ["device", "folder", "link", "pipe"]);
    }

    #[cfg(unix)]
    #[test]
    fn rights_are_handed_on_and_a_new_file_is_the_users_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        let rights = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        atomic_write(&path, b"one").unwrap();
        assert_eq!(rights(), 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
        atomic_write(&path, b"two").unwrap();
        assert_eq!(rights(), 0o664);
    }
}
