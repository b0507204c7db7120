//! What the check of a plan finds.

use super::Place;

/// Something that a person should look at before the document is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What it is; `messages` has the words.
    pub kind: FindingKind,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It must be mended.
    Error,
    /// Look again.
    Warning,
    /// Good to know.
    Note,
}

/// What was found, with its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FindingKind {
    /// A character that the paper's font lacks.
    MissingCharacter(char),
}
