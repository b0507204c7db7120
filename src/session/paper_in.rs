//! A paper of another program, recognised with what a dossier and the program know.

use std::sync::Arc;

use jiff::civil::Date;

use crate::import::{
    self, Choices, Collected, Draft, Known, Merge, Progress, SaidOtherwise, Source, Target,
    Workbook, recognise, recognise_unless_stopped,
};
use crate::library;
use crate::plan::{Catalogue, Dossier, Id, Paper, Plan, RecordId};

/// What a paper is recognised with.
#[derive(Clone, Debug)]
pub struct Beside {
    /// The open dossier, or an empty one.
    pub dossier: Arc<Dossier>,
    /// The plan shown.
    pub plan: Option<Id>,
    /// Today, for a paper that names no year.
    pub today: Date,
    /// How far it has come, and the word to stop.
    pub progress: Arc<Progress>,
}

/// A paper, and what it becomes.
#[derive(Debug)]
pub struct Recognised {
    /// What it shows.
    pub source: Arc<Source>,
    /// What it becomes before anybody decided anything.
    pub draft: Draft,
    /// It is the plan shown, sent round.
    pub is_of_plan: bool,
    /// It is no plan, but a paper about one.
    pub about: Option<AboutPlan>,
}

/// A report, minutes or an amendment that came back.
#[derive(Debug)]
pub struct AboutPlan {
    /// Which of them.
    pub kind: Paper,
    /// With what it was compared: the paper of the dossier that it is is named in the merge; none
    /// where the dossier has no such paper.
    pub said: Option<SaidOtherwise>,
    /// The dossier it was looked for in.
    pub dossier: Arc<Dossier>,
}

impl Beside {
    /// One of this day that nobody stops.
    #[must_use]
    pub fn new(dossier: Arc<Dossier>, today: Date) -> Self {
        Self { dossier, plan: None, today, progress: Arc::default() }
    }

    /// The same with this plan shown.
    #[must_use]
    pub fn showing(self, plan: Option<Id>) -> Self {
        Self { plan, ..self }
    }

    /// What a paper becomes, with what a person decided; none where it was stopped on the way.
    #[must_use]
    pub fn draft_of(&self, source: &Source, choices: &Choices) -> Option<Draft> {
        with_known(&self.dossier, self.today, |known| {
            recognise_unless_stopped(source, known, choices, &self.progress)
        })
    }

    /// The same of a paper that was just read.
    #[must_use]
    pub(super) fn recognised(&self, source: Source) -> Option<Box<Recognised>> {
        let draft = self.draft_of(&source, &Choices::default())?;
        let plan = self.plan.and_then(|plan| self.dossier.plan(plan));
        let is_of_plan = plan.is_some_and(|plan| draft.is_of(plan));
        let about = draft.paper_about().map(|kind| {
            let said = said_by(&source, &draft, kind, &self.dossier, self.today);
            AboutPlan { kind, said, dossier: Arc::clone(&self.dossier) }
        });
        Some(Box::new(Recognised { source: Arc::new(source), draft, is_of_plan, about }))
    }
}

/// What a paper about a plan says otherwise than the one of a dossier that it is; none where the
/// dossier has no such paper.
#[must_use]
pub fn said_by(
    source: &Source,
    draft: &Draft,
    kind: Paper,
    dossier: &Dossier,
    today: Date,
) -> Option<SaidOtherwise> {
    let paper = draft.paper_in(kind, dossier)?;
    let words = draft_of(&import::without_tables(source), dossier, today);
    Some(import::said_otherwise(source, &words, paper))
}

/// An Excel file that was read.
#[derive(Debug)]
pub enum CameBack {
    /// A sheet that was sent round: it knows its plan.
    Sheet(Collected),
    /// Any other: a paper whose tables have known titles.
    Paper(Box<Recognised>),
}

impl Beside {
    /// What an Excel file is; none where it was stopped on the way.
    #[must_use]
    pub(super) fn came_back(&self, workbook: &Workbook) -> Option<CameBack> {
        if let Some(sheet) = import::collected(workbook) {
            return Some(CameBack::Sheet(sheet));
        }
        self.recognised(import::workbook_source(workbook)).map(CameBack::Paper)
    }
}

/// What a paper becomes as it is proposed.
#[must_use]
pub fn draft_of(source: &Source, dossier: &Dossier, today: Date) -> Draft {
    with_known(dossier, today, |known| recognise(source, known, &Choices::default()))
}

/// Does something with what a dossier and the program know; the dossier's own forms and
/// catalogues stand before the program's.
fn with_known<T>(dossier: &Dossier, today: Date, make: impl FnOnce(&Known<'_>) -> T) -> T {
    let forms = library::forms(dossier);
    let catalogues = catalogues_beside(dossier);
    make(&Known { forms: &forms, catalogues: &catalogues, school: &dossier.school, today })
}

/// The catalogues of a dossier, then those of the program that it lacks.
#[must_use]
pub fn catalogues_beside(dossier: &Dossier) -> Vec<Arc<Catalogue>> {
    let own = |id: &str| dossier.catalogues.iter().any(|one| one.id == id);
    let others = library::catalogues().iter().filter(|one| !own(&one.id));
    dossier.catalogues.iter().chain(others).cloned().collect()
}

/// A paper to be compared with the plan that it comes back to.
pub struct MeetOrder {
    /// What was recognised.
    pub draft: Arc<Draft>,
    /// The open dossier.
    pub dossier: Arc<Dossier>,
    /// The plan.
    pub plan: Id,
    /// Of a workbook: what stands around its table is no plan.
    pub only_rows: bool,
}

impl MeetOrder {
    /// What the paper would change.
    pub(super) fn met(&self) -> Merge {
        match self.dossier.plan(self.plan) {
            None => Merge::of(self.plan),
            Some(plan) if self.only_rows => rows_of(&self.draft, plan),
            Some(plan) => self.draft.meet(plan),
        }
    }
}

/// What the table of any workbook would change in the rows of a plan; what stands around the
/// table is left alone.
#[must_use]
pub fn rows_of_workbook(workbook: &Workbook, dossier: &Dossier, plan: &Plan, today: Date) -> Merge {
    let source = import::workbook_source(workbook);
    rows_of(&draft_of(&source, dossier, today), plan)
}

/// The same of a draft of it.
fn rows_of(draft: &Draft, plan: &Plan) -> Merge {
    let mut merge = draft.meet(plan);
    merge.changes.retain(|change| match change.target {
        Target::Text(record, _) => matches!(record, RecordId::Row(_)),
        Target::Status(_) | Target::NewItem => true,
        Target::Paragraph(..)
        | Target::NewParagraph(..)
        | Target::NewPart(_)
        | Target::NewRecord
        | Target::Cell(_) => false,
    });
    merge
}
