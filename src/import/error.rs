//! Why something could not be imported: kinds, facts and the place.

use crate::plan::{FormId, Id};

/// Why a JSON file was refused; nothing of it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// More bytes than the limit.
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
    },
    /// Not JSON at all, from this place on.
    NotJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// Bytes that are no UTF-8 text, as Notepad's "Unicode" is not.
    NotUtf8,
    /// No `format` key: JSON of something else.
    NoFormat,
    /// A format this program does not know, as it stands in the file.
    Format(String),
    /// What stands at a place is not what belongs there.
    At {
        /// "plans[0].rows[3].content"; empty: the whole file.
        place: String,
        /// What is wrong with it.
        problem: Problem,
    },
}

/// What is wrong, with its place.
pub(super) fn at(place: impl Into<String>, problem: Problem) -> ImportError {
    ImportError::At { place: place.into(), problem }
}

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A key that does not exist.
    UnknownKey(String),
    /// A key that must be there.
    MissingKey(String),
    /// A key that stands there twice.
    RepeatedKey(String),
    /// A word that is none of those allowed.
    UnknownWord(String),
    /// A value of another type; the fact is what stands there, as serde names it.
    WrongType(String),
    /// A number outside of what can stand there.
    OutOfRange(String),
    /// A school year whose two years do not follow one another, as it stands in the file.
    NotASchoolYear(String),
    /// A day that does not exist, or is not written as one.
    NoSuchDay,
    /// Any other value that does not belong there; the fact is what serde says.
    WrongValue(String),
    /// A number that names something else already.
    RepeatedId(Id),
    /// A number too large to have a next one.
    IdTooLarge(Id),
    /// A number that names nothing.
    NoSuchId(Id),
    /// A catalogue's id, or a criterion's code, that stands there twice.
    RepeatedCode(String),
    /// A name that is not made of small letters without marks, digits, `-`, `_` and `.`.
    BadName(String),
    /// A field that this table does not have.
    NoSuchField(String),
    /// A table or list that stands in a part twice.
    RepeatedBlock,
    /// More things, or letters, than there is room for.
    TooMany {
        /// As many may there be.
        limit: usize,
    },
    /// The name of a form that is neither in the file nor in the program.
    NoSuchForm(FormId),
    /// More signature blocks than a document has room for.
    TooManySignatures,
    /// A text that must not be empty.
    Empty,
}
