//! A paper of another program, whatever kind of file it came in.

use super::kind::{Content, content};
use super::{PaperError, Source, doc, docx};

/// What a Word file shows, of today (.docx) or of 97-2003 (.doc); its content says which.
///
/// # Errors
/// When it is something else, or damaged, or larger than any honest file.
pub fn paper(bytes: &[u8]) -> Result<Source, PaperError> {
    match content(bytes) {
        Content::Package => docx(bytes),
        Content::Doc => doc(bytes),
        Content::Other(kind) => Err(PaperError::Is(kind)),
    }
}
