//! Edits as values: every change of a dossier goes through [`apply`].
//!
//! Invariant: `apply` is pure, reads no assets and no clock, and gives a new
//! value or an error; it never changes a word that a person typed elsewhere.
//! Invariant: an edit says what the person changed and nothing more: one text,
//! one value, the paragraphs of one field, or elements of one list that come,
//! go or move. So two edits made from one and the same value of the dossier
//! never undo each other.

mod apply;
mod change_form;
mod choose;
mod columns;
mod copy;
mod evaluation;
mod found;
mod happened;
mod history;
mod ids;
mod in_plan;
mod list;
pub mod make;
mod past;
mod place;
mod records;
mod renew;
mod rewrite;
mod value;
mod weakness;

use std::sync::Arc;

use crate::plan::{
    Abbreviation, Block, Catalogue, ColumnSetting, Event, Field, Form, FormId, Frozen, Id,
    LogEntry, Paragraph, Plan, RecordId, Scan, SchoolYear, TableKind, TermDates, TextRow,
};

pub use apply::apply;
pub use choose::{Insertion, rows_for_criteria, standard_title};
pub use copy::{Stale, copy_plan, draft_for_year, for_year, fresh_rows, stale};
pub use evaluation::EvaluationEdit;
pub use found::{FOUND_PART, with_found};
pub use history::{DEPTH, History, MergeKey, Step};
pub use ids::FreshIds;
pub use list::{Elements, List};
pub use past::{Difference, Thing, Wording, differences, take_back};
pub use renew::{Renewal, bring_paper, renewals, take_renewals};
pub use rewrite::{Rewrite, rewritten};
pub use value::{GroupValue, ItemValue, LetterheadValue, PageValue, PlanValue, Value};
pub use weakness::{Weakness, as_item, as_problem};

/// One change of a dossier. The ids of new things are inside, from one [`FreshIds`] that
/// began at `Dossier::next_id`.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// One text of the letterhead that proposes values for new plans.
    SetSchoolText {
        /// Which.
        field: Field,
        /// The words.
        text: String,
    },
    /// One of its other values.
    SetSchoolValue(LetterheadValue),
    /// The school's own abbreviations.
    SetAbbreviations(Vec<Abbreviation>),
    /// The dates of one school year.
    SetTermDates(TermDates),
    /// Words of the school's own that no check of the letters stops at.
    SetOwnWords(Vec<String>),
    /// A change of the self-evaluation of one school year.
    InEvaluation {
        /// Which year.
        year: SchoolYear,
        /// What changes.
        change: EvaluationEdit,
    },
    /// A catalogue comes in, or replaces the one of the same id.
    SetCatalogue(Arc<Catalogue>),
    /// A form comes in. One of the same name that is there already must be the same.
    AddForm(Arc<Form>),
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
    /// Several edits, one after another, that are one act of the person.
    Batch(Act, Vec<Edit>),
}

/// What several edits together are: the name of their one step of undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// So many criteria were chosen from the catalogue.
    ChooseCriteria(usize),
    /// A new problem comes in, which an item answers.
    StartProblem,
    /// The day of a plan was chosen.
    ChooseDay,
    /// Who signs was chosen: the lines of authority and the position.
    ChooseSigner,
    /// So many rows came from the clipboard.
    PasteRows(usize),
    /// So many cells were filled from the clipboard.
    PasteCells(usize),
    /// So many cells became empty.
    EmptyCells(usize),
    /// So many cells were filled from one beside them.
    FillCells(usize),
    /// So many words were replaced by others.
    Replace(usize),
    /// So many changes of a paper that came back were taken.
    TakeChanges(usize),
    /// The words of a paper came in the place of a plan's.
    TakePaper,
    /// A piece of a backup came back.
    TakeBack,
    /// The pages were made to number no more than this.
    FitPages(usize),
    /// The pages look as usual again.
    UsualLook,
    /// So many items got one status.
    SetStatus(usize),
    /// The same was noted of so many items.
    Note(usize),
    /// So many findings of the check were mended.
    Mend(usize),
    /// So many words of a paper about a plan were made anew of the data.
    Renew(usize),
    /// The first that is said of a self-evaluation, and by which catalogue.
    Evaluate,
    /// So many levels that the plan tells of were taken into the self-evaluation.
    TakeLevels(usize),
    /// A weakness became an item of the plan, and the problem that the item answers.
    TakeWeakness,
    /// A weakness became a problem of the plan.
    TakeProblem,
}

impl Edit {
    /// The plan it changes, brings or takes away: of several edits that of the first.
    #[must_use]
    pub fn plan(&self) -> Option<Id> {
        match self {
            Self::AddPlan { plan, .. } => Some(plan.id),
            Self::RemovePlan(id) | Self::InPlan { plan: id, .. } => Some(*id),
            Self::Batch(_, edits) => edits.iter().find_map(Self::plan),
            Self::SetSchoolText { .. }
            | Self::SetSchoolValue(_)
            | Self::SetAbbreviations(_)
            | Self::SetTermDates(_)
            | Self::SetOwnWords(_)
            | Self::InEvaluation { .. }
            | Self::SetCatalogue(_)
            | Self::AddForm(_) => None,
        }
    }

    /// Whether it tells of something that happened at its time: no undo goes back over it.
    #[must_use]
    pub fn is_barrier(&self) -> bool {
        match self {
            Self::InPlan { change, .. } => matches!(change, PlanEdit::Happened { .. }),
            Self::Batch(_, edits) => edits.iter().any(Self::is_barrier),
            _ => false,
        }
    }

    /// Whether it changes how the plan looks on the screen and nothing that a person would
    /// want back: it is no step of undo.
    #[must_use]
    pub fn is_no_step(&self) -> bool {
        matches!(self, Self::InPlan { change: PlanEdit::SetScreenWidth { .. }, .. })
    }
}

/// A change inside one plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanEdit {
    /// One text of one record. What was corrected of what is understood of it falls, and
    /// what a title or a task names (a standard, a group) is understood anew.
    SetText {
        /// Which record.
        record: RecordId,
        /// Which of its texts.
        field: Field,
        /// The words; the lines of a list joined.
        text: String,
    },
    /// One value that is no text.
    SetValue(Value),
    /// The paragraphs of one field of rich words.
    SetWords {
        /// Which.
        of: Words,
        /// All its paragraphs.
        paragraphs: Vec<Paragraph>,
    },
    /// Elements come into a list before the one that now has this index.
    Insert {
        /// The index of the first of them afterwards.
        at: usize,
        /// The elements, with fresh ids.
        elements: Elements,
    },
    /// Elements go; what names one of them names none.
    Remove {
        /// From which list.
        list: List,
        /// Which.
        ids: Vec<Id>,
    },
    /// Elements move together to this index (as counted after they were taken out).
    Move {
        /// In which list.
        list: List,
        /// Which, in their order.
        ids: Vec<Id>,
        /// Where to.
        to: usize,
    },
    /// Another form: parts whose key the form has are kept in the form's order,
    /// missing ones come in, the rest wait as `not_in_form` (model.md, change of form).
    ChangeForm {
        /// The form changed to, since `apply` reads no assets.
        form: Arc<Form>,
        /// The form changed from: words equal to its filled defaults are untouched.
        from: Arc<Form>,
        /// The first of [`new_things_of`] fresh ids, for what comes in.
        first_id: Id,
    },
    /// Another catalogue, copied into the dossier where it lacks it.
    SetCatalogue(Option<Arc<Catalogue>>),
    /// One text of a table of words.
    SetCell {
        /// Which.
        cell: CellOf,
        /// The words.
        text: String,
    },
    /// Rows of a table of words go, others come in their place.
    SpliceRows {
        /// Of which part.
        part: Id,
        /// Which of its blocks the table is.
        block: usize,
        /// The first row that goes, and where new ones come in.
        at: usize,
        /// How many go.
        gone: usize,
        /// What comes in; each is made as long as the table is wide.
        new: Vec<TextRow>,
    },
    /// Something happened at its time, which the log keeps: a note, an issue, a review closed.
    Happened {
        /// The line of the log, with a fresh number.
        entry: LogEntry,
        /// The copy taken, where the plan was issued or a review was closed.
        copy: Option<Arc<Frozen>>,
    },
    /// A scan of the signed paper was put beside the file.
    AddScan(Scan),
    /// It is not among them any more; the file beside stays.
    RemoveScan(Id),
    /// A finding of the check is left as it is, or is told again.
    SetAside {
        /// Which.
        finding: crate::plan::SetAside,
        /// Whether.
        aside: bool,
    },
    /// The words proposed for a part stand in it again.
    ResetPart {
        /// Which.
        part: Id,
        /// All its blocks.
        blocks: Vec<Block>,
    },
    /// The columns of one table of one form: which are printed, in which order, with which
    /// titles, how wide on paper.
    SetColumns {
        /// Of which form.
        form: FormId,
        /// Which table.
        table: TableKind,
        /// Its columns, in the order wanted; none: as the form has them.
        columns: Vec<ColumnSetting>,
    },
    /// How wide one column is on the screen: no step of undo.
    SetScreenWidth {
        /// Of which form.
        form: FormId,
        /// Of which table.
        table: TableKind,
        /// Which column.
        field: Field,
        /// In egui's points; none: as the window proposes.
        points: Option<u16>,
    },
}

/// A text of a table of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CellOf {
    /// In which part.
    pub part: Id,
    /// Which of its blocks the table is.
    pub block: usize,
    /// In which row; none: among the titles.
    pub row: Option<usize>,
    /// In which column.
    pub column: usize,
}

impl CellOf {
    /// What stands there in a plan.
    #[must_use]
    pub fn text_in(self, plan: &Plan) -> Option<&str> {
        plan.words_table(self.part, self.block)?.text(self.row, self.column)
    }
}

/// A field of rich words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Words {
    /// The legal bases.
    Bases,
    /// The opening paragraph.
    Opening,
    /// One stretch of a part's paragraphs ([`crate::plan::Part::stretches`]).
    Part {
        /// Which part.
        part: Id,
        /// Which stretch, from 0.
        stretch: usize,
    },
}

impl Words {
    /// Its paragraphs in a plan; none where the plan has no such field.
    #[must_use]
    pub fn of(self, plan: &Plan) -> Option<Vec<Paragraph>> {
        match self {
            Self::Bases => Some(plan.bases.clone()),
            Self::Opening => Some(plan.opening.clone()),
            Self::Part { part, stretch } => {
                let part = plan.parts.iter().find(|one| one.id == part)?;
                (stretch < part.stretches().len()).then(|| part.stretch(stretch))
            }
        }
    }
}

/// How many fresh ids a change to this form may take: its parts and its reviews.
#[must_use]
pub fn new_things_of(form: &Form) -> usize {
    form.parts.len() + form.review_rows.len()
}

/// Why an edit could not be applied: it names something that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// Another form has this name.
    FormTaken,
    /// No plan of this number.
    NoPlan(Id),
    /// No such record in the plan, or one of another kind.
    NoRecord(RecordId),
    /// The record has no such text.
    NoText(RecordId, Field),
    /// The school's letterhead has no such text.
    NoSchoolText(Field),
    /// A part has no such stretch of words.
    NoStretch(Id),
    /// An id that something else has already, or none.
    IdTaken(Id),
    /// A document has two signature blocks at most.
    TooManySignatures,
    /// A part has no such table of words, or the table no such cell.
    NoCell(Id),
    /// A plan has no such scan.
    NoScan(Id),
    /// A self-evaluation has no such text.
    NoRatingText(Field),
    /// It cannot happen as things stand: what is not issued cannot be sent.
    OutOfTurn(Event),
}
