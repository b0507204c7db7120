//! A paper of another program, recognised with what a dossier and the program know.

use std::sync::Arc;

use jiff::civil::Date;

use crate::import::{self, Choices, Draft, Known, Merge, Source, Target, Workbook, recognise};
use crate::library;
use crate::plan::{Catalogue, Dossier, Plan, RecordId};

/// What a paper becomes, with what a person decided; the dossier's own forms and catalogues
/// stand before the program's.
#[must_use]
pub fn draft_of(source: &Source, dossier: &Dossier, choices: &Choices, today: Date) -> Draft {
    let forms = library::forms(dossier);
    let catalogues = catalogues_beside(dossier);
    let school = &dossier.school;
    let known = Known { forms: &forms, catalogues: &catalogues, school, today };
    recognise(source, &known, choices)
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
    let draft = draft_of(&source, dossier, &Choices::default(), today);
    let mut merge = draft.meet(plan).merge;
    merge.changes.retain(|change| match change.target {
        Target::Text(record, _) => matches!(record, RecordId::Row(_)),
        Target::Status(_) | Target::NewItem => true,
    });
    merge
}
