//! What the program brings along, read once: forms, catalogues, the sample.

use std::sync::Arc;

use crate::embedded;
use crate::layout::Faces;
use jiff::civil::Date;

use crate::plan::{Catalogue, Dossier, FormId, Forms, SchoolKind};

/// Forms and catalogues.
pub struct Library {
    /// The three forms.
    pub forms: Forms,
    /// The catalogues, the newest circulars first.
    pub catalogues: Vec<Arc<Catalogue>>,
    /// The faces of the paper.
    pub faces: Arc<Faces>,
}

impl Library {
    /// Reads the embedded files; `None` only where the program itself is broken.
    #[must_use]
    pub fn embedded() -> Option<Self> {
        let catalogues = embedded::catalogues()
            .iter()
            .filter_map(|text| Catalogue::from_json(text).ok().map(Arc::new))
            .collect();
        let faces = Arc::new(Faces::new(embedded::paper_faces()).ok()?);
        Some(Self { forms: Forms::from_json(&embedded::forms())?, catalogues, faces })
    }

    /// The catalogue proposed with a form: form C goes with the circulars of 2026, the others
    /// with what was in force before, the newest of a kind of school first.
    #[must_use]
    pub fn propose_catalogue(
        &self,
        kind: SchoolKind,
        form: FormId,
        day: Date,
    ) -> Option<&Arc<Catalogue>> {
        let of_kind =
            |of: &&Arc<Catalogue>| of.school_kinds.iter().any(|one| one == kind.catalogue_kind());
        let goes_with = |of: &&Arc<Catalogue>| {
            form == FormId::Narrative || of.has_level_4 == (form == FormId::Table2018)
        };
        let all = || self.catalogues.iter().filter(of_kind).filter(goes_with);
        all()
            .filter(|of| of.in_force_on(day))
            .max_by_key(|of| of.in_force_from)
            .or_else(|| all().max_by_key(|of| of.in_force_from))
    }
}

/// The sample dossier.
#[must_use]
pub fn sample() -> Option<Arc<Dossier>> {
    Dossier::from_json(embedded::sample()).ok().map(Arc::new)
}
