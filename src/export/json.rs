//! A dossier, or one plan of it, as the JSON that `import` reads.

use std::sync::Arc;

use crate::plan::{Dossier, Plan};

use super::ExportError;

/// The whole dossier as JSON, two spaces in, a line break at the end.
///
/// # Errors
/// [`ExportError::Json`], never in practice: every part has a form in JSON.
pub fn json(dossier: &Dossier) -> Result<Vec<u8>, ExportError> {
    let mut bytes =
        serde_json::to_vec_pretty(dossier).map_err(|error| ExportError::Json(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// One plan as a dossier of its own, with the catalogue and the dates it uses.
///
/// # Errors
/// As [`json`].
pub fn json_of_plan(dossier: &Dossier, plan: &Plan) -> Result<Vec<u8>, ExportError> {
    let mut alone = plan.clone();
    // The plan it amends or is about stays behind, and a number without a plan would be refused.
    (alone.amends, alone.about, alone.review) = (None, None, None);
    let mut one = Dossier { plans: vec![Arc::new(alone)], ..dossier.clone() };
    one.catalogues.retain(|catalogue| Some(&catalogue.id) == plan.catalogue.as_ref());
    one.term_dates.retain(|dates| dates.school_year == plan.school_year);
    json(&one)
}
