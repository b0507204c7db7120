//! Edits that need fresh numbers throughout.

use std::sync::Arc;

use super::Edit;
use crate::plan::{Dossier, Id, Part, Row, fresh_ids};

/// The edit that brings a copy of a plan, with fresh numbers throughout and the
/// references inside it following; `None` when there is no such plan.
#[must_use]
pub fn copy_plan(dossier: &Dossier, plan: Id) -> Option<Edit> {
    let plan = dossier.plan(plan)?;
    let (new, _) = fresh_ids([&**plan], dossier.next_id);
    Some(Edit::AddPlan { plan: Arc::new(plan.renumbered(&new)), catalogue: None })
}

/// The same rows with fresh numbers from `first` on: for a duplicate or a paste.
#[must_use]
pub fn fresh_rows(rows: &[Row], first: Id) -> Vec<Row> {
    let mut next = first;
    let mut fresh = |row: &Row| {
        let row = row.with_id(next);
        next = next.next();
        row
    };
    rows.iter().map(&mut fresh).collect()
}

/// The same part with a fresh number, as the person's own.
#[must_use]
pub fn fresh_part(part: &Part, id: Id) -> Part {
    Part { id, key: None, ..part.clone() }
}
