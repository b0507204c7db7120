//! Edits as values: every change of a dossier goes through [`apply`].
//!
//! Invariant: `apply` is pure, reads no assets and no clock, and gives a new
//! value or an error; it never changes a word that a person typed elsewhere.

mod apply;
mod change_form;
mod choose;
mod copy;
mod history;
mod in_plan;
pub mod make;
mod rows;

use std::sync::Arc;

use crate::plan::{
    Abbreviation, Band, Block, Catalogue, Form, Group, Id, Item, Letterhead, Options, Paragraph,
    Part, Plan, PlanDate, Problem, Review, Row, SchoolYear, Shown, Signature, Supervisor,
    TermDates, WorkingGroup,
};

pub use apply::apply;
pub use choose::{Insertion, criterion_text, rows_for_criteria, standard_title};
pub use copy::{copy_plan, fresh_part, fresh_rows};
pub use history::{DEPTH, History, MergeKey, Step};

/// One change of a dossier. Ids of new things are inside, taken from
/// `Dossier::next_id` by whoever makes the edit.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The values proposed for new plans.
    SetSchool(Letterhead),
    /// The school's own abbreviations.
    SetAbbreviations(Vec<Abbreviation>),
    /// The dates of one school year.
    SetTermDates(TermDates),
    /// A catalogue comes in, or replaces the one of the same id.
    SetCatalogue(Arc<Catalogue>),
    /// A plan comes in at the end, with the catalogue it uses where the dossier lacks it.
    AddPlan {
        /// The plan, with fresh ids throughout.
        plan: Arc<Plan>,
        /// Its catalogue.
        catalogue: Option<Arc<Catalogue>>,
    },
    /// A plan goes.
    RemovePlan(Id),
    /// A change inside one plan.
    InPlan {
        /// Which plan.
        plan: Id,
        /// What changes.
        change: PlanEdit,
    },
}

impl Edit {
    /// The plan it changes, brings or takes away.
    #[must_use]
    pub fn plan(&self) -> Option<Id> {
        match self {
            Self::AddPlan { plan, .. } => Some(plan.id),
            Self::RemovePlan(id) | Self::InPlan { plan: id, .. } => Some(*id),
            Self::SetSchool(_)
            | Self::SetAbbreviations(_)
            | Self::SetTermDates(_)
            | Self::SetCatalogue(_) => None,
        }
    }
}

/// A change inside one plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanEdit {
    /// What tells it from another plan of the same year.
    SetLabel(String),
    /// The school year it is for.
    SetSchoolYear(SchoolYear),
    /// The plan it amends.
    SetAmends(Option<Id>),
    /// Another form: parts whose key the form has are kept in the form's order,
    /// missing ones come in, the rest wait as `not_in_form` (model.md, change of form).
    ChangeForm {
        /// The form changed to, since `apply` reads no assets.
        form: Arc<Form>,
        /// The form changed from: words equal to its filled defaults are untouched.
        from: Arc<Form>,
        /// The first fresh id, for the parts that come in.
        first_id: Id,
    },
    /// Another catalogue, copied into the dossier where it lacks it.
    SetCatalogue(Option<Arc<Catalogue>>),
    /// The school and its authority, as this plan prints them.
    SetLetterhead(Letterhead),
    /// The document's number.
    SetNumber(String),
    /// The document's symbol.
    SetSymbol(String),
    /// The document's date.
    SetDate(PlanDate),
    /// "KẾ HOẠCH".
    SetDocType(String),
    /// The lines under it.
    SetSubject(Vec<String>),
    /// The legal bases.
    SetBases(Vec<Paragraph>),
    /// Whether they are italic.
    SetBasesItalic(bool),
    /// The opening paragraph.
    SetOpening(Vec<Paragraph>),
    /// Nơi nhận.
    SetRecipients(Vec<String>),
    /// One or two signature blocks.
    SetSignatures(Vec<Signature>),
    /// How it is printed.
    SetOptions(Options),
    /// A part comes in before the part that now has this index.
    InsertPart {
        /// Its index afterwards.
        at: usize,
        /// The part, with a fresh id.
        part: Arc<Part>,
    },
    /// A part goes.
    RemovePart(Id),
    /// A part moves to this index (as counted after it was taken out).
    MovePart {
        /// Which.
        part: Id,
        /// Where to.
        to: usize,
    },
    /// A part's heading.
    SetPartHeading {
        /// Which.
        part: Id,
        /// The words.
        heading: String,
    },
    /// Whether a part is printed.
    SetPartShown {
        /// Which.
        part: Id,
        /// Whether.
        shown: Shown,
    },
    /// What stands in a part.
    SetPartBlocks {
        /// Which.
        part: Id,
        /// All its blocks.
        blocks: Vec<Block>,
    },
    /// Rows come in before the row that now has this index.
    InsertRows {
        /// The index of the first of them afterwards.
        at: usize,
        /// The rows, with fresh ids.
        rows: Vec<Row>,
    },
    /// Rows go.
    RemoveRows(Vec<Id>),
    /// Rows move together to this index (as counted after they were taken out).
    MoveRows {
        /// Which, in their order.
        rows: Vec<Id>,
        /// Where to.
        to: usize,
    },
    /// A band's words.
    SetBand(Arc<Band>),
    /// A group's number and title.
    SetGroup(Arc<Group>),
    /// An item as a whole: the form of the row.
    SetItem(Arc<Item>),
    /// One text of an item. A correction of what was understood of it falls.
    SetItemText {
        /// Which item.
        item: Id,
        /// Which field: one that an item has and that is typed.
        field: crate::plan::Field,
        /// The words.
        text: String,
    },
    /// Problems come in before the one that now has this index.
    InsertProblems {
        /// The index of the first of them afterwards.
        at: usize,
        /// The problems, with fresh ids.
        problems: Vec<Arc<Problem>>,
    },
    /// Problems go; items that name them name none.
    RemoveProblems(Vec<Id>),
    /// A problem moves to this index (as counted after it was taken out).
    MoveProblem {
        /// Which.
        problem: Id,
        /// Where to.
        to: usize,
    },
    /// A problem as a whole.
    SetProblem(Arc<Problem>),
    /// The reviews.
    SetReviews(Vec<Review>),
    /// The working groups.
    SetWorkingGroups(Vec<WorkingGroup>),
    /// The supervising team.
    SetSupervisors(Vec<Supervisor>),
}

/// Why an edit could not be applied: it names something that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// No plan of this number.
    NoPlan(Id),
    /// No part of this number.
    NoPart(Id),
    /// No row of this number, or of another kind.
    NoRow(Id),
    /// No problem of this number.
    NoProblem(Id),
    /// No working group of this number.
    NoGroup(Id),
    /// An id that something else has already, or none.
    IdTaken(Id),
    /// An item has no such typed field.
    NotTyped(crate::plan::Field),
}
