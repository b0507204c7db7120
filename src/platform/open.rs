//! Handing a file or a folder to the system's own program for it.

use std::io;
use std::path::Path;
#[cfg(not(windows))]
use std::process::{Command, Stdio};

/// Opens a file or a folder in the program the system has for it, and does not wait.
///
/// No shell is asked: a name such as "a & b.pdf" stays a name.
///
/// # Errors
/// When the file is not there, or the system has no such program.
pub fn open(path: &Path) -> io::Result<()> {
    // A whole path cannot be taken for an option or an address.
    let path = std::path::absolute(path)?;
    std::fs::metadata(&path)?;
    start(&path)
}

/// Opens the folder a file stands in.
///
/// # Errors
/// As [`open`].
pub fn open_folder_of(path: &Path) -> io::Result<()> {
    let path = std::path::absolute(path)?;
    open(path.parent().unwrap_or(&path))
}

/// Windows itself knows the program for each kind of file. Explorer, asked to open one, takes a
/// comma in its name for the end of it.
#[cfg(windows)]
fn start(path: &Path) -> io::Result<()> {
    use winsafe::prelude::Handle as _;
    let path = path.to_str().ok_or(io::ErrorKind::InvalidFilename)?;
    winsafe::HWND::NULL
        .ShellExecute("open", path, None, None, winsafe::co::SW::SHOWNORMAL)
        .map_err(|error| io::Error::from_raw_os_error(error.raw().cast_signed()))
}

#[cfg(not(windows))]
fn start(path: &Path) -> io::Result<()> {
    let name = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let mut child = Command::new(name)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // Someone has to wait for it, or it stays behind as a zombie.
    std::thread::Builder::new().name("open".to_owned()).spawn(move || child.wait()).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_there_is_not_handed_on() {
        let nowhere = std::env::temp_dir().join("caitien-khong-co-tep-nay.pdf");
        assert_eq!(open(&nowhere).map_err(|error| error.kind()), Err(io::ErrorKind::NotFound));
    }
}
