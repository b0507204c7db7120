//! Where in a plan an edit happened, so that undo and redo can lead there.

use super::{Edit, List, PlanEdit, Value, Words};
use crate::edit::value::{ItemValue, PlanValue};
use crate::plan::{Dossier, Field, Id, InfoField, Place, Plan, RecordId, Row, Spot};

/// Where an edit happened, as it is in `now`, the value after an undo or a redo of it; `left`
/// is the value that was left. `None` where that is no place inside a plan that is there.
pub(super) fn place_of(edit: &Edit, left: &Dossier, now: &Dossier) -> Option<Place> {
    match edit {
        Edit::InPlan { plan, change } => {
            let (old, new) = (left.plan(*plan)?, now.plan(*plan)?);
            Some(Place { plan: *plan, at: spot_of(change, old, new)? })
        }
        Edit::Batch(_, edits) => edits.iter().find_map(|edit| place_of(edit, left, now)),
        Edit::SetSchoolText { .. }
        | Edit::SetSchoolValue(_)
        | Edit::SetAbbreviations(_)
        | Edit::SetTermDates(_)
        | Edit::SetCatalogue(_)
        | Edit::SetOwnWords(_)
        | Edit::InEvaluation { .. }
        | Edit::AddForm(_)
        | Edit::AddPlan { .. }
        | Edit::RemovePlan(_) => None,
    }
}

fn spot_of(change: &PlanEdit, left: &Plan, now: &Plan) -> Option<Spot> {
    match change {
        PlanEdit::SetText { record, field, .. } => now.spot(*record, Some(*field)),
        PlanEdit::SetValue(value) => of_value(value, now),
        PlanEdit::SetWords { of, .. } => Some(match of {
            Words::Bases => Spot::Bases,
            Words::Opening => Spot::Opening,
            Words::Part { part, .. } => Spot::Part(*part),
        }),
        PlanEdit::Insert { elements, .. } => of_list(elements.list(), &elements.ids(), left, now),
        PlanEdit::Remove { list, ids } | PlanEdit::Move { list, ids, .. } => {
            of_list(*list, ids, left, now)
        }
        PlanEdit::ChangeForm { .. } => Some(Spot::Info(InfoField::Form)),
        PlanEdit::SetCatalogue(_) => Some(Spot::Info(InfoField::Catalogue)),
        PlanEdit::ResetPart { part, .. } | PlanEdit::SpliceRows { part, .. } => {
            Some(Spot::Part(*part))
        }
        PlanEdit::SetCell { cell, .. } => Some(Spot::Part(cell.part)),
        // Of the whole table, or told elsewhere: no place in the plan is meant.
        PlanEdit::SetColumns { .. }
        | PlanEdit::SetScreenWidth { .. }
        | PlanEdit::Happened { .. }
        | PlanEdit::AddScan(_)
        | PlanEdit::RemoveScan(_)
        | PlanEdit::SetAside { .. } => None,
    }
}

fn of_value(value: &Value, now: &Plan) -> Option<Spot> {
    let row = |id: Id, field| Some(Spot::Row(id, field));
    match value {
        Value::Plan(value) => match value {
            PlanValue::SchoolYear(_) | PlanValue::Amends(_) => {
                Some(Spot::Info(InfoField::SchoolYear))
            }
            PlanValue::Day(_) | PlanValue::Month(_) | PlanValue::Year(_) => {
                Some(Spot::Info(InfoField::Date))
            }
            PlanValue::BasesItalic(_) => Some(Spot::Bases),
            // On the page of printing, which is no place of the plan.
            PlanValue::TablesAcross(_)
            | PlanValue::DraftMark(_)
            | PlanValue::TimelineAppendix(_)
            | PlanValue::Page(_) => None,
        },
        Value::Letterhead(_) => Some(Spot::Info(InfoField::School)),
        Value::Shown { part, .. } => Some(Spot::Part(*part)),
        Value::Group(id, _) => row(*id, None),
        Value::Item(id, value) => row(
            *id,
            match value {
                ItemValue::Status(_) => Some(Field::Status),
                ItemValue::Period(_) => Some(Field::Time),
                ItemValue::Money(_) => Some(Field::Budget),
                ItemValue::People(_) => Some(Field::Responsible),
                ItemValue::Problem(_) => Some(Field::Weakness),
                ItemValue::Spent(_) => Some(Field::Spent),
                ItemValue::DoneOn(_) | ItemValue::Percent(_) => Some(Field::Result),
                ItemValue::Criteria(_) | ItemValue::LevelNow(_) | ItemValue::LevelTarget(_) => None,
            },
        ),
        Value::ProblemCriteria(id, _) => now.spot(RecordId::Problem(*id), None),
        Value::GroupStandards(id, _) => now.spot(RecordId::WorkingGroup(*id), None),
        Value::SupervisedGroup(id, _) => now.spot(RecordId::Supervisor(*id), None),
        Value::ReviewDay(id, _) => now.spot(RecordId::Review(*id), None),
        Value::Approves(id, _) => now.spot(RecordId::Signature(*id), None),
    }
}

/// The first of these elements that is there, else the one that stands where they stood.
fn of_list(list: List, ids: &[Id], left: &Plan, now: &Plan) -> Option<Spot> {
    let (before, after) = (ids_of(list, left), ids_of(list, now));
    let there = ids.iter().find(|id| after.contains(id)).copied().or_else(|| {
        let at = before.iter().position(|id| ids.contains(id))?;
        after.get(at).or(after.last()).copied()
    });
    match (list, there) {
        (List::Members(group), None) => Some(Spot::WorkingGroup(group)),
        (_, id) => now.spot(list.record(id?), None),
    }
}

pub(super) fn ids_of(list: List, plan: &Plan) -> Vec<Id> {
    match list {
        List::Parts => plan.parts.iter().map(|one| one.id).collect(),
        List::Rows => plan.rows.iter().map(Row::id).collect(),
        List::Problems => plan.problems.iter().map(|one| one.id).collect(),
        List::Reviews => plan.reviews.iter().map(|one| one.id).collect(),
        List::WorkingGroups => plan.working_groups.iter().map(|one| one.id).collect(),
        List::Members(group) => {
            let found = plan.working_groups.iter().find(|one| one.id == group);
            found.into_iter().flat_map(|one| &one.members).map(|one| one.id).collect()
        }
        List::Supervisors => plan.supervisors.iter().map(|one| one.id).collect(),
        List::Signatures => plan.signatures.iter().map(|one| one.id).collect(),
    }
}
