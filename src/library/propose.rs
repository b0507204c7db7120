//! Which form and which catalogue a new plan is proposed.

use std::sync::Arc;

use jiff::civil::Date;

use super::{FORM_2_2026, TABLE_2018, catalogues};
use crate::plan::{Catalogue, FormId, SchoolKind};

/// The first day of 57/2026/TT-BGDĐT: from then on form C is proposed.
const FORM_2_FROM: Date = Date::constant(2026, 7, 7);

/// The form for a plan of this day: A before 07/7/2026, C from then on.
#[must_use]
pub fn propose_form(date: Date) -> FormId {
    if date < FORM_2_FROM { TABLE_2018 } else { FORM_2_2026 }
}

/// The catalogue proposed with a form: form C goes with the circulars of 2026, form A with
/// those before, any other with what is in force; the newest of a kind of school first.
#[must_use]
pub fn propose_catalogue(
    kind: SchoolKind,
    form: &FormId,
    day: Date,
) -> Option<&'static Arc<Catalogue>> {
    let of_kind =
        |of: &&Arc<Catalogue>| of.school_kinds.iter().any(|one| one == kind.catalogue_kind());
    let goes_with = |of: &&Arc<Catalogue>| {
        (*form != TABLE_2018 || of.has_level_4) && (*form != FORM_2_2026 || !of.has_level_4)
    };
    let all = || catalogues().iter().filter(of_kind).filter(goes_with);
    all()
        .filter(|of| of.in_force_on(day))
        .max_by_key(|of| of.in_force_from)
        .or_else(|| all().max_by_key(|of| of.in_force_from))
}
