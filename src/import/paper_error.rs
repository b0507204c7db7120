//! Why a paper of another program could not be read: what it is instead, or what is wrong.

use crate::ooxml::ReadError;

/// Why a paper was refused; nothing of it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperError {
    /// It is something else than a Word file.
    Is(Kind),
    /// It is one, and could not be read.
    Unread(ReadError),
}

/// What a file is that is no Word file, as its content says; its name is not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing at all.
    Empty,
    /// A zip that holds no office document.
    Zip,
    /// An Excel workbook.
    Workbook,
    /// A presentation.
    Slides,
}

impl From<ReadError> for PaperError {
    fn from(error: ReadError) -> Self {
        Self::Unread(error)
    }
}
