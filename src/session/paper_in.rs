//! A paper of another program, recognised with what a dossier and the program know.

use std::sync::Arc;

use jiff::civil::Date;

use crate::import::{Choices, Draft, Known, Source, recognise};
use crate::library;
use crate::plan::{Catalogue, Dossier};

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
