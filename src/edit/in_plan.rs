//! Changes inside one plan.

use super::ids::Given;
use super::{EditError, PlanEdit, change_form, columns, happened, list, records};
use crate::plan::{Dossier, Plan, Texts};

/// The plan after a change.
pub(super) fn change_plan(
    dossier: &Dossier,
    old: &Plan,
    change: &PlanEdit,
    given: &mut Given<'_>,
) -> Result<Plan, EditError> {
    let mut plan = old.clone();
    match change {
        PlanEdit::SetText { record, field, text } => {
            records::set_text(&mut plan, *record, *field, text.clone())?;
        }
        PlanEdit::SetValue(value) => records::set_value(dossier, &mut plan, value)?,
        PlanEdit::SetWords { of, paragraphs } => records::set_words(&mut plan, *of, paragraphs)?,
        PlanEdit::Insert { at, elements } => {
            list::insert(&mut plan, *at, elements.clone(), given)?;
        }
        PlanEdit::Remove { list, ids } => list::remove(&mut plan, *list, ids)?,
        PlanEdit::Move { list, ids, to } => list::shift(&mut plan, *list, ids, *to)?,
        PlanEdit::ChangeForm { form, from, first_id } => {
            let catalogue = dossier.catalogue_of(old).map(AsRef::as_ref);
            plan = change_form::change_form(old, form, from, catalogue, *first_id, given)?;
        }
        PlanEdit::SetCatalogue(catalogue) => {
            plan.catalogue = catalogue.as_ref().map(|catalogue| catalogue.id.clone().nfc());
        }
        PlanEdit::SetCell { cell, text } => records::set_cell(&mut plan, *cell, text)?,
        PlanEdit::SpliceRows { part, block, at, gone, new } => {
            records::splice_rows(&mut plan, (*part, *block), *at, *gone, new)?;
        }
        PlanEdit::Happened { entry, copy } => {
            happened::happened(&mut plan, entry, copy.as_ref(), given)?;
        }
        PlanEdit::AddScan(scan) => {
            given.take_all([scan.id])?;
            plan.scans.push(scan.clone().nfc());
        }
        PlanEdit::RemoveScan(id) => {
            let at = plan.scans.iter().position(|scan| scan.id == *id);
            plan.scans.remove(at.ok_or(EditError::NoScan(*id))?);
        }
        PlanEdit::SetAside { finding, aside } => {
            plan.set_aside.retain(|known| known != finding);
            if *aside {
                plan.set_aside.push(finding.clone().nfc());
            }
        }
        PlanEdit::ResetPart { part, blocks } => records::reset_part(&mut plan, *part, blocks)?,
        PlanEdit::SetColumns { form, table, columns } => {
            columns::set(&mut plan.options, form, *table, columns.clone().nfc());
        }
        PlanEdit::SetScreenWidth { form, table, field, points } => {
            columns::widen(&mut plan.options, form, *table, *field, *points);
        }
    }
    Ok(plan)
}
