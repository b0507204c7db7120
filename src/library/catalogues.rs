//! The catalogues inside the program.

use std::sync::{Arc, LazyLock};

use crate::embedded;
use crate::plan::Catalogue;

static CATALOGUES: LazyLock<Vec<Arc<Catalogue>>> = LazyLock::new(|| {
    embedded::catalogues()
        .iter()
        .filter_map(|text| Catalogue::from_json(text).ok().map(Arc::new))
        .collect()
});

/// The catalogues the program brings along, the newest circulars first.
#[must_use]
pub fn catalogues() -> &'static [Arc<Catalogue>] {
    &CATALOGUES
}

/// The embedded catalogue of this name.
#[must_use]
pub fn catalogue(id: &str) -> Option<&'static Arc<Catalogue>> {
    CATALOGUES.iter().find(|catalogue| catalogue.id == id)
}
