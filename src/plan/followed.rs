//! What happens to a plan after it was written: copies that never change, scans, the log.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::field::text_field;
use super::{Bytes, Id, Record, TextField};

/// What kind of paper a document is. All have a letterhead, parts, recipients and signatures, and
/// are written, checked and printed alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// Kế hoạch cải tiến chất lượng giáo dục.
    #[default]
    Plan,
    /// Kế hoạch điều chỉnh, bổ sung of the plan it amends.
    Supplement,
    /// Biên bản rà soát of the plan it is about.
    Minutes,
    /// Báo cáo kết quả thực hiện of the plan it is about.
    Report,
}

impl Paper {
    /// Whether it is a plan of its own and not about one.
    #[must_use]
    pub fn is_plan(&self) -> bool {
        *self == Self::Plan
    }
}

/// A copy of a plan as it was at one moment, with its paper where it was given out.
///
/// Invariant: never edited. What a print or an export of it gives are these very bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frozen {
    /// Names it in the dossier.
    pub id: Id,
    /// When it was taken, local time.
    pub at: DateTime,
    /// A dossier of this one plan with its form, catalogue, abbreviations and term dates: the
    /// JSON file, deflated.
    pub body: Bytes,
    /// The PDF as given out; empty for the copy of a review.
    #[serde(default)]
    pub pdf: Bytes,
    /// SHA-256 of the PDF (FIPS 180-4) in 64 lower-case hexadecimal digits; empty where there is none.
    #[serde(default)]
    pub sha256: String,
}

/// A signed and stamped paper as a file beside the dossier, known by its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scan {
    /// Names it in the dossier.
    pub id: Id,
    /// The file's name in the folder beside the dossier.
    pub name: String,
    /// SHA-256 of its bytes, as in [`Frozen::sha256`].
    pub sha256: String,
    /// When it was put there, local time.
    pub at: DateTime,
}

/// A line of the log of a plan: who noted or did what, and when.
///
/// Invariant: a line carries the time at which it was written and is not undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogEntry {
    /// Names it in the dossier.
    pub id: Id,
    /// When, local time.
    pub at: DateTime,
    /// What happened.
    pub event: Event,
    /// The item or the review it is about.
    #[serde(default)]
    pub about: Option<Id>,
    /// Who: a name chosen from the leaders and members; may be empty.
    #[serde(default)]
    pub who: String,
    /// In their words.
    #[serde(default)]
    pub text: String,
}

impl Record for LogEntry {
    const TEXTS: &'static [TextField<Self>] =
        &[text_field!(Who, Line, who), text_field!(Text, Long, text)];
}

/// What a line of the log tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Somebody noted how a piece of work stands.
    #[default]
    Note,
    /// The plan was signed and given out.
    Issued,
    /// It was taken back before it was sent.
    TakenBack,
    /// It was sent to those it is for.
    Sent,
    /// A review was closed.
    ReviewClosed,
    /// A closed review was opened again.
    ReviewReopened,
}

/// A finding of the check that a person looked at and left as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SetAside {
    /// The rule's code.
    pub code: String,
    /// Where, and the words it was said of: another wording is found anew.
    pub place: String,
}
