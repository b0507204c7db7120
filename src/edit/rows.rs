//! Changes of a plan's rows: bands, groups and items.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::apply::Ids;
use super::in_plan::set;
use super::{EditError, PlanEdit};
use crate::plan::{Field, Id, Item, Plan, Record, Row, Texts};

/// Applies one of the changes of rows; any other changes nothing.
pub(super) fn change_rows(
    plan: &mut Plan,
    change: &PlanEdit,
    ids: &mut Ids<'_>,
) -> Result<(), EditError> {
    match change {
        PlanEdit::InsertRows { at, rows } => {
            ids.take_all(rows.iter().map(Row::id))?;
            for item in rows.iter().filter_map(Row::as_item) {
                check_problem(plan, item)?;
            }
            let at = (*at).min(plan.rows.len());
            plan.rows.splice(at..at, rows.clone().nfc());
        }
        PlanEdit::RemoveRows(gone) => {
            take_out(plan, gone)?;
        }
        PlanEdit::MoveRows { rows, to } => {
            let moved = take_out(plan, rows)?;
            let to = (*to).min(plan.rows.len());
            plan.rows.splice(to..to, moved);
        }
        PlanEdit::SetBand(band) => match row_mut(plan, band.id)? {
            Row::Band(place) => set(place, band),
            _ => return Err(EditError::NoRow(band.id)),
        },
        PlanEdit::SetGroup(group) => match row_mut(plan, group.id)? {
            Row::Group(place) => set(place, group),
            _ => return Err(EditError::NoRow(group.id)),
        },
        PlanEdit::SetItem(item) => {
            check_problem(plan, item)?;
            match row_mut(plan, item.id)? {
                Row::Item(place) => set(place, item),
                _ => return Err(EditError::NoRow(item.id)),
            }
        }
        PlanEdit::SetItemText { item, field, text } => match row_mut(plan, *item)? {
            Row::Item(place) => set_text(place, *field, text.clone().nfc())?,
            _ => return Err(EditError::NoRow(*item)),
        },
        _ => {}
    }
    Ok(())
}

/// Takes rows out of a plan and returns them in the order they were named in.
fn take_out(plan: &mut Plan, ids: &[Id]) -> Result<Vec<Row>, EditError> {
    let place: HashMap<Id, usize> =
        ids.iter().enumerate().map(|(index, id)| (*id, index)).collect();
    let (mut taken, left): (Vec<Row>, Vec<Row>) =
        plan.rows.drain(..).partition(|row| place.contains_key(&row.id()));
    plan.rows = left;
    if taken.len() < place.len() {
        let found: HashSet<Id> = taken.iter().map(Row::id).collect();
        let lost = ids.iter().find(|id| !found.contains(id));
        return Err(EditError::NoRow(lost.copied().unwrap_or_default()));
    }
    taken.sort_by_key(|row| place.get(&row.id()).copied());
    Ok(taken)
}

fn row_mut(plan: &mut Plan, id: Id) -> Result<&mut Row, EditError> {
    plan.rows.iter_mut().find(|row| row.id() == id).ok_or(EditError::NoRow(id))
}

fn check_problem(plan: &Plan, item: &Item) -> Result<(), EditError> {
    match item.problem {
        Some(id) if plan.problem(id).is_none() => Err(EditError::NoProblem(id)),
        _ => Ok(()),
    }
}

/// One text of an item; a correction of what was understood of it falls when it changes.
fn set_text(place: &mut Arc<Item>, field: Field, text: String) -> Result<(), EditError> {
    let known = place.read(field).ok_or(EditError::NotTyped(field))?;
    if known != text {
        Arc::make_mut(place).write(field, text);
    }
    Ok(())
}
