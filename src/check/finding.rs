//! What the check of a plan finds.

use jiff::civil::Date;

use super::{Fix, Source};
use crate::edit::Edit;
use crate::plan::{Concession, Field, Id, Paper, Place, PlanDate, RunField, SchoolYear};

/// Something that a person should look at before the document is signed.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that found it: stable, short, "deadline-before-start".
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where the rule comes from.
    pub source: Source,
    /// Where it is.
    pub place: Place,
    /// What it is; `messages` has the words.
    pub kind: FindingKind,
    /// The change that mends it, where there is only one.
    pub fix: Option<Fix>,
}

impl Finding {
    /// The edit that mends it, where there is only one.
    #[must_use]
    pub fn mending(&self) -> Option<Edit> {
        let change = self.fix.as_ref()?.edit.clone();
        Some(Edit::InPlan { plan: self.place.plan, change })
    }
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
    /// A field among the words for which the plan has no value.
    FieldWithoutValue(RunField),
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
    /// A space inside the symbol of the document.
    SymbolSpace(String),
    /// The symbol of a paper does not begin with the code of its kind.
    SymbolKind {
        /// As it stands there.
        symbol: String,
        /// The code: "KH".
        code: &'static str,
    },
    /// "KT.HIỆU TRƯỞNG".
    AuthoritySpace(String),
    /// A deputy signs without "KT.", or somebody else with it.
    DeputyAuthority {
        /// Who signs, as what.
        position: String,
        /// Whether it is a deputy.
        deputy: bool,
    },
    /// A degree before the name of who signs.
    SignerDegree(String),
    /// "Lưu VT".
    ArchiveColon(String),
    /// No recipient is the archive.
    NoArchive,
    /// The archive is not the last recipient.
    ArchiveNotLast,
    /// Two marks where one stands, in this word.
    DoubledMarks(String),
    /// A space before a mark, or none after it.
    SpacesAndMarks,
    /// A bracket or a quotation mark that is not closed.
    OpenBracket(char),
    /// A syllable that Vietnamese does not have.
    Misspelt(String),
    /// A letter of another script, or one that cannot be seen.
    ForeignLetter {
        /// Which.
        letter: char,
        /// In which word.
        word: String,
    },
    /// Letters and their marks apart (NFD).
    MarksApart,
    /// A word twice in a row.
    DoubledWord(String),
    /// The motto is not set as it should be.
    MottoHyphens,
    /// The title is in capitals.
    TitleInCapitals,
    /// A number typed by hand before what the paper numbers by itself.
    NumberTwice(String),
    /// Typed numbers that skip.
    NumberSkips {
        /// The number before.
        before: u32,
        /// The number here.
        number: u32,
    },
    /// A space inside the code of a criterion.
    CriterionSpace(String),
    /// The name of another criterion under a code.
    OtherCriterionName {
        /// The code.
        code: String,
        /// The code that the name belongs to.
        other: String,
    },
    /// A criterion under a standard that is not its own.
    UnderOtherStandard {
        /// Its code.
        code: String,
        /// The standard it stands under.
        standard: u8,
    },
    /// The name of a standard of another kind of school.
    StandardOfOtherKind {
        /// Its number.
        number: u8,
    },
    /// The catalogue is for another kind of school.
    CatalogueOfOtherKind {
        /// Its circular.
        circular: String,
    },
    /// A sentence speaks of this school as of one of another kind.
    OtherKindOfSchool(String),
    /// The title, the opening or the end speaks of another year only.
    OtherYear(SchoolYear),
    /// The result of a year that is not over is what the plan is based on.
    ResultOfSameYear(SchoolYear),
    /// A report of years that are not over.
    ReportAfterPlan {
        /// The first year.
        from: i16,
        /// The last.
        to: i16,
    },
    /// The document's date is not in the time of its plan.
    DateOutsideYear {
        /// The date.
        day: Date,
        /// The plan's year.
        year: SchoolYear,
    },
    /// The document's date is still to come.
    DateAhead {
        /// The date.
        day: Date,
        /// The day of the check.
        today: Date,
    },
    /// Every row says the same.
    SameWords {
        /// In which column.
        field: Field,
        /// How many rows.
        count: usize,
    },
    /// A target only says its weakness again.
    TargetIsWeakness,
    /// The level to be reached is below the level now.
    LevelFalls {
        /// The level now.
        now: u8,
        /// The level to be reached.
        target: u8,
    },
    /// A text that another replaced before the day of the plan.
    NotInForce {
        /// Its number.
        number: String,
        /// The number of the text in its place.
        by: String,
        /// The last day it was in force.
        until: Date,
    },
    /// The symbol of a cited text without its hyphen.
    NoHyphen(String),
    /// A unit of administration that is gone.
    UnitGone {
        /// As typed.
        words: String,
        /// Where it is now.
        now: Option<String>,
    },
    /// Hội đồng trường, which public schools no longer have.
    SchoolCouncil,
    /// A working group that is not there.
    NoSuchGroup(u8),
    /// Cells of a column that may well be left open.
    EmptyCells {
        /// The column.
        field: Field,
        /// How many.
        count: usize,
    },
    /// No place stands before the date.
    NoPlace,
    /// A paper about a plan holds so many runs of dots for what its file does not know.
    Unwritten {
        /// What kind of paper.
        paper: Paper,
        /// How many.
        count: usize,
    },
    /// So many copies of the plan, as it was given out and as its reviews found it, are damaged.
    DamagedCopy {
        /// How many.
        count: usize,
    },
    /// So much changed since the plan was given out, and no plan amends it.
    ChangedSince {
        /// How much.
        count: usize,
        /// It was sent, and is not taken back.
        sent: bool,
    },
    /// The school year is over, and no review at its end was closed.
    YearEndWithoutReview {
        /// Its last day.
        end: Date,
    },
    /// A review was held long before the end of what it looks back at.
    ReviewBeforeTime {
        /// Its name.
        when: String,
        /// When it was held, or closed before that.
        held: Date,
        /// The end.
        end: Date,
    },
    /// A result without evidence.
    ResultWithoutEvidence,
    /// A piece of work is late, and nobody said a word on it.
    LateWithoutNote {
        /// Since how many days.
        days: i32,
    },
}
