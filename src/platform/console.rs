//! The console that a headless command answers on.

use std::io;

/// Joins the console of the program that started this one, where the system keeps
/// windowed programs apart from it (Windows); elsewhere there is nothing to do.
pub fn attach_console() {}

/// Whether a write failed because nobody reads any more (`caitien info … | head`).
#[must_use]
pub fn is_broken_pipe(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}
