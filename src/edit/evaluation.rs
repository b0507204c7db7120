//! Changes of a school's self-evaluation.

use std::sync::Arc;

use super::EditError;
use crate::plan::{Catalogue, Dossier, Evaluation, Field, Rating, Record, SchoolYear, Texts};

/// A change of the self-evaluation of one school year.
#[derive(Clone, Debug, PartialEq)]
pub enum EvaluationEdit {
    /// By the criteria of which catalogue; what was said by the codes of another stays.
    SetCatalogue(Option<Arc<Catalogue>>),
    /// One text of a criterion or of a standard.
    SetText {
        /// Which.
        code: String,
        /// Which of its texts.
        field: Field,
        /// The words.
        text: String,
    },
    /// The level of a criterion.
    SetLevel {
        /// Which.
        code: String,
        /// None: not evaluated; 0: không đạt.
        level: Option<u8>,
    },
    /// Whether a criterion has no higher level than the one it is at.
    SetTopsOut {
        /// Which.
        code: String,
        /// Whether.
        tops_out: bool,
    },
}

/// The self-evaluation of a year after a change; where there was none, one begins.
pub(super) fn change(
    dossier: &mut Dossier,
    year: SchoolYear,
    change: &EvaluationEdit,
) -> Result<(), EditError> {
    let at = dossier.evaluations.iter().position(|one| one.school_year == year);
    let mut of = at
        .map_or_else(|| Evaluation::empty(year), |at| Evaluation::clone(&dossier.evaluations[at]));
    match change {
        EvaluationEdit::SetCatalogue(catalogue) => {
            of.catalogue = catalogue.as_ref().map(|one| one.id.clone().nfc());
        }
        EvaluationEdit::SetText { code, field, text } => {
            if !rating(&mut of, code).write(*field, text.clone().nfc()) {
                return Err(EditError::NoRatingText(*field));
            }
        }
        EvaluationEdit::SetLevel { code, level } => rating(&mut of, code).level = *level,
        EvaluationEdit::SetTopsOut { code, tops_out } => {
            rating(&mut of, code).tops_out = *tops_out;
        }
    }
    // Of which nothing is said, nothing is kept.
    of.ratings.retain(|one| *one != Rating { code: one.code.clone(), ..Rating::default() });
    let is_empty = of == Evaluation::empty(year);
    match at {
        Some(at) if is_empty => drop(dossier.evaluations.remove(at)),
        Some(at) if of == *dossier.evaluations[at] => {}
        Some(at) => dossier.evaluations[at] = Arc::new(of),
        None if is_empty => {}
        None => dossier.evaluations.push(Arc::new(of)),
    }
    Ok(())
}

fn rating<'a>(of: &'a mut Evaluation, code: &str) -> &'a mut Rating {
    let code = code.to_owned().nfc();
    let at = of.ratings.iter().position(|one| one.code == code).unwrap_or_else(|| {
        of.ratings.push(Rating { code, ..Rating::default() });
        of.ratings.len() - 1
    });
    &mut of.ratings[at]
}
