//! What the program brings along, read once: forms, catalogues, the sample.

use std::sync::Arc;

use crate::embedded;
use crate::layout::Faces;
use crate::plan::{Catalogue, Dossier, Forms};

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
        let catalogues = embedded::CATALOGUES
            .iter()
            .filter_map(|text| Catalogue::from_json(text).ok().map(Arc::new))
            .collect();
        let faces = Arc::new(Faces::new(embedded::PAPER_FACES).ok()?);
        Some(Self { forms: Forms::from_json(&embedded::FORMS)?, catalogues, faces })
    }
}

/// The sample dossier.
#[must_use]
pub fn sample() -> Option<Arc<Dossier>> {
    Dossier::from_json(embedded::SAMPLE).ok().map(Arc::new)
}
