//! What a check looks up, inside the program.

use std::sync::LazyLock;

use crate::embedded;
use crate::plan::Reference;

static REFERENCE: LazyLock<Reference> =
    LazyLock::new(|| Reference::from_json(embedded::reference()).unwrap_or_default());

/// What the program brings along; empty only where the program itself is broken.
#[must_use]
pub fn reference() -> &'static Reference {
    &REFERENCE
}
