//! The faces of the paper.

use std::sync::{Arc, LazyLock};

use crate::embedded;
use crate::layout::{FaceError, Faces};

static FACES: LazyLock<Result<Arc<Faces>, FaceError>> =
    LazyLock::new(|| Faces::new(embedded::paper_faces()).map(Arc::new));

/// The faces of the paper, read when first asked for: a few ms, once.
///
/// # Errors
/// Only where the program itself is broken.
pub fn faces() -> Result<&'static Arc<Faces>, FaceError> {
    FACES.as_ref().map_err(|error| *error)
}
