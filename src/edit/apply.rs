//! The one pure function by which a dossier changes.

use super::{Edit, EditError};
use crate::plan::Dossier;

/// The dossier after an edit.
///
/// # Errors
/// When the edit names a plan, part, row or problem that is not there.
pub fn apply(_dossier: &Dossier, _edit: &Edit) -> Result<Dossier, EditError> {
    unimplemented!()
}
