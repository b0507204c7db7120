//! Starting the window.

use std::path::PathBuf;

/// What the window begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// The first screen.
    #[default]
    Screen,
    /// The embedded sample.
    Sample,
    /// A file.
    File(PathBuf),
}

/// Why there is no window.
#[derive(Debug)]
pub enum RunError {
    /// No display to open a window on.
    NoDisplay,
    /// The window system or its drawing failed; what it said.
    Window(String),
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// Where there is no display, or no drawing on it.
pub fn run(_start: Start) -> Result<(), RunError> {
    Err(RunError::NoDisplay)
}
