//! The console that a headless command answers on, and the box for those who have none.

use std::io;

/// Joins the console of the program that started this one, where the system keeps windowed
/// programs apart from it (Windows); elsewhere there is nothing to do.
///
/// Returns whether somebody may be reading: not when the program was started by a click.
#[cfg(windows)]
pub fn attach_console() -> bool {
    use std::os::windows::io::AsRawHandle;
    // A pipe or a file that was handed over is kept; only a missing console is joined.
    let joined = winsafe::AttachConsole(winsafe::PidParent::Parent).is_ok();
    joined || !io::stderr().as_raw_handle().is_null()
}

/// Joins the console of the program that started this one, where the system keeps windowed
/// programs apart from it (Windows); elsewhere there is nothing to do.
///
/// Returns whether somebody may be reading: not when the program was started by a click.
#[cfg(not(windows))]
#[must_use]
pub fn attach_console() -> bool {
    true
}

/// Shows a sentence in a box of the system's own, which needs nothing that this program draws,
/// and waits until it is closed. Only Windows has one; elsewhere nothing is shown.
#[cfg(windows)]
pub fn show_box(title: &str, words: &str) {
    use winsafe::co::MB;
    use winsafe::prelude::Handle as _;
    let looks = MB::OK | MB::ICONWARNING | MB::SETFOREGROUND | MB::TASKMODAL;
    // Where even this fails there is nobody left to tell.
    let _ = winsafe::HWND::NULL.MessageBox(words, title, looks);
}

/// Shows a sentence in a box of the system's own, which needs nothing that this program draws,
/// and waits until it is closed. Only Windows has one; elsewhere nothing is shown.
#[cfg(not(windows))]
pub fn show_box(_title: &str, _words: &str) {}

/// Whether a write failed because nobody reads any more (`caitien info … | head`).
#[must_use]
pub fn is_broken_pipe(error: &io::Error) -> bool {
    // Windows: 232, the pipe is being closed.
    error.kind() == io::ErrorKind::BrokenPipe
        || cfg!(windows) && matches!(error.raw_os_error(), Some(232))
}
