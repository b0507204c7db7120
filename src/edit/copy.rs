//! Edits that need fresh numbers throughout.

use std::sync::Arc;

use super::{Edit, FreshIds};
use crate::plan::{Dossier, Id, Row, fresh_ids};

/// The edit that brings a copy of a plan, with fresh numbers throughout and the
/// references inside it following; `None` when there is no such plan.
#[must_use]
pub fn copy_plan(dossier: &Dossier, plan: Id, fresh: &mut FreshIds) -> Option<Edit> {
    let plan = dossier.plan(plan)?;
    let (new, _) = fresh_ids([&**plan], fresh.next());
    fresh.pass(new.values().copied());
    Some(Edit::AddPlan { plan: Arc::new(plan.renumbered(&new)), catalogue: None })
}

/// The same rows with fresh numbers: for a duplicate or a paste.
#[must_use]
pub fn fresh_rows(rows: &[Row], fresh: &mut FreshIds) -> Vec<Row> {
    rows.iter().map(|row| row.with_id(fresh.give())).collect()
}
