//! A paper of another program, recognised with what a dossier and the program know.

use std::sync::Arc;

use jiff::civil::Date;

use crate::import::{
    self, Choices, Collected, Draft, Known, Merge, Progress, Source, Target, Workbook, recognise,
    recognise_unless_stopped,
};
use crate::library;
use crate::plan::{Catalogue, Dossier, Plan, RecordId};

/// What a paper is recognised with.
#[derive(Clone, Debug)]
pub struct Beside {
    /// The open dossier, or an empty one.
    pub dossier: Arc<Dossier>,
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
}

impl Beside {
    /// One of this day that nobody stops.
    #[must_use]
    pub fn new(dossier: Arc<Dossier>, today: Date) -> Self {
        Self { dossier, today, progress: Arc::default() }
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
        Some(Box::new(Recognised { source: Arc::new(source), draft }))
    }
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

/// What the table of any workbook would change in the rows of a plan; what stands around the
/// table is left alone.
#[must_use]
pub fn rows_of_workbook(workbook: &Workbook, dossier: &Dossier, plan: &Plan, today: Date) -> Merge {
    let source = import::workbook_source(workbook);
    rows_of(&draft_of(&source, dossier, today), plan)
}

/// The same of a draft of it.
#[must_use]
pub fn rows_of(draft: &Draft, plan: &Plan) -> Merge {
    let mut merge = draft.meet(plan);
    merge.changes.retain(|change| match change.target {
        Target::Text(record, _) => matches!(record, RecordId::Row(_)),
        Target::Status(_) | Target::NewItem => true,
        Target::Paragraph(..)
        | Target::NewParagraph(..)
        | Target::NewPart(_)
        | Target::NewRecord => false,
    });
    merge
}
