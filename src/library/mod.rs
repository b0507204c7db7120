//! What the program brings along and what a file brings: forms, catalogues, faces, the sample.
//!
//! Each embedded file is read when it is first asked for, and once. Invariant: no other
//! room reads an embedded form, catalogue, sample or face of the paper, and none but this
//! one knows a form by its name.

mod catalogues;
mod correspondences;
mod faces;
mod forms;
mod propose;
mod reference;

use std::sync::Arc;

pub use catalogues::{catalogue, catalogues};
pub use correspondences::correspondence;
pub use faces::faces;
pub use forms::{
    Bringing, FORM_2_2026, MINUTES, NARRATIVE, REPORT, SUPPLEMENT, TABLE_2018, bringing,
    embedded_forms, form, form_of, forms, forms_for, forms_of_papers,
};
pub use propose::{propose_catalogue, propose_form};
pub use reference::reference;

use crate::embedded;
use crate::plan::Dossier;

/// What happened in a year of the sample, as JSON: `session` lets it happen.
#[must_use]
pub fn sample_year() -> &'static str {
    embedded::sample_year()
}

/// The sample dossier as it was written, without what was given out and closed in its years; `None`
/// only where the program itself is broken.
#[must_use]
pub fn sample() -> Option<Arc<Dossier>> {
    Dossier::from_json(embedded::sample()).ok().map(Arc::new)
}
