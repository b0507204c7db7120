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
    /// Text without looks.
    Text,
    /// Rich text (RTF).
    Rtf,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A page of the web, often named as a Word file.
    WebPage,
    /// Word's XML in one piece.
    WordXml,
    /// An `OpenDocument`, as of `LibreOffice`.
    OpenDocument,
    /// An Excel workbook.
    Workbook,
    /// An Excel workbook of 97-2003.
    OldWorkbook,
    /// A presentation.
    Slides,
    /// A zip that holds no office document.
    Zip,
    /// A file of this program.
    Dossier,
    /// A file that can only be opened with a password.
    Locked,
    /// A Word file from before 97.
    OldWord,
    /// Anything else.
    Unknown,
}

impl From<ReadError> for PaperError {
    fn from(error: ReadError) -> Self {
        Self::Unread(error)
    }
}
