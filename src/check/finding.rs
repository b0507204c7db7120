//! What the check of a plan finds.

use jiff::civil::Date;

use crate::edit::Edit;
use crate::plan::{Concession, Field, Id, Place, PlanDate};

/// Something that a person should look at before the document is signed.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that found it: stable, short, "deadline-before-start".
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What it is; `messages` has the words.
    pub kind: FindingKind,
    /// The change that mends it, where there is only one.
    pub fix: Option<Edit>,
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

impl Severity {
    /// All of them, the worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// Its name in the output of `caitien check`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What was found, with its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FindingKind {
    /// No school is named.
    NoSchool,
    /// The title under "KẾ HOẠCH" is blank.
    NoTitle,
    /// The form has a table of work, and nothing is written in it.
    NoContent,
    /// A table is hard to read: its letters are small, or words that belong together are parted.
    Crowded {
        /// What it had to give up.
        concession: Concession,
        /// Its columns in which nothing is written.
        empty: Vec<Field>,
    },
    /// Nobody signs: no block has both a position and a name.
    NoSigner {
        /// A position is there, only the name is missing.
        position: bool,
    },
    /// Nobody receives the document.
    NoRecipients,
    /// A word between braces that the program should have filled: "{circular}".
    FillWord(String),
    /// The number or the symbol holds more than its own: "Số: 05/KH".
    NumberWithMore {
        /// As typed.
        typed: String,
        /// What is printed after "Số:".
        printed: String,
    },
    /// A time that is over before it begins.
    RunsBackwards {
        /// The time as typed.
        typed: String,
        /// Its first day.
        first_day: Date,
        /// Its last day.
        last_day: Date,
    },
    /// Work is over before the plan's year begins.
    EndsBeforeStart {
        /// The time as typed.
        typed: String,
        /// The last day of the work.
        last_day: Date,
        /// The first day of the plan's year.
        plan_start: Date,
    },
    /// The plan's catalogue has no criterion of this code.
    UnknownCriterion {
        /// The code as it stands in the row or the problem.
        code: String,
        /// The circular of the catalogue.
        circular: String,
    },
    /// A criterion stands at two places that are not one under the other.
    CriterionTwice {
        /// Its code.
        code: String,
        /// The row at which it stands first.
        first: Id,
    },
    /// A character that the paper's font lacks.
    MissingCharacter(char),
    /// A row of the table in which nothing is written.
    EmptyRow,
    /// The place's field is empty, and the form prints it.
    EmptyField,
    /// Nothing was understood of a time.
    TimeNotUnderstood {
        /// The time as typed.
        typed: String,
    },
    /// The body of the document does not end with "./.".
    NoEndMark,
    /// The document's number is blank.
    NoNumber,
    /// A part of the document's date is blank.
    NoDate(PlanDate),
    /// The document's date is none that exists: 31/02.
    NoSuchDay(PlanDate),
    /// Work goes on after the plan's year: "chuyển tiếp".
    GoesOn {
        /// The last day of the work.
        last_day: Date,
        /// The last day of the plan's year.
        plan_end: Date,
    },
}
