//! Undo and redo: what changed is shown, in its plan and on its stage.

use crate::edit::{Edit, List, PlanEdit, Value, Words};
use crate::plan::{Field, Id, Place, Plan, RecordId, Spot};
use crate::ui::request::Stage;

use super::App;

impl App {
    /// Undo or redo: what is in the live field was applied before, as a step of its own.
    pub(super) fn step(&mut self, back: bool) {
        self.fields.drop_live();
        let Some(session) = &mut self.session else { return };
        let history = &mut session.history;
        let step = if back { history.undo_step() } else { history.redo_step() }.cloned();
        let done = if back { history.undo() } else { history.redo() };
        if let Some(plan) = step.as_ref().filter(|_| done).and_then(|step| step.plan) {
            session.show_plan(plan);
        }
        session.keep_plan();
        let plan = session.plan().cloned();
        if let (Some(step), Some(plan)) = (step.filter(|_| done), plan) {
            self.show_change(&step.edit, &plan);
        }
    }

    /// Goes to the stage where an edit happened; who is there already stays where they are.
    fn show_change(&mut self, edit: &Edit, plan: &Plan) {
        let Some((stage, spot)) = stage_of(edit) else { return };
        if stage == self.stage {
            return;
        }
        self.stage = stage;
        if let Some(at) = spot.filter(|spot| is_there(plan, spot)) {
            self.stage = self.views.go(&Place { plan: plan.id, at });
        }
    }
}

/// Where an edit happened, as far as it is in a plan.
fn stage_of(edit: &Edit) -> Option<(Stage, Option<Spot>)> {
    match edit {
        Edit::InPlan { change, .. } => Some(in_plan(change)),
        Edit::Batch(_, edits) => edits.iter().find_map(stage_of),
        _ => None,
    }
}

fn in_plan(change: &PlanEdit) -> (Stage, Option<Spot>) {
    match change {
        PlanEdit::SetText { record, field, .. } => of_record(*record, Some(*field)),
        PlanEdit::SetValue(value) => match value {
            Value::Plan(_) | Value::Letterhead(_) => (Stage::Info, None),
            Value::Shown { part, .. } => of_record(RecordId::Part(*part), None),
            Value::Group(row, _) | Value::Item(row, _) => of_record(RecordId::Row(*row), None),
            Value::ProblemCriteria(problem, _) => of_record(RecordId::Problem(*problem), None),
            Value::GroupStandards(..) | Value::SupervisedGroup(..) => (Stage::Content, None),
        },
        PlanEdit::SetWords { of, .. } => {
            let spot = match of {
                Words::Bases => Spot::Bases,
                Words::Opening => Spot::Opening,
                Words::Part { part, .. } => Spot::Part(*part),
            };
            (Stage::Content, Some(spot))
        }
        PlanEdit::Insert { elements, .. } => of_list(elements.list(), &[]),
        PlanEdit::Remove { list, ids } | PlanEdit::Move { list, ids, .. } => of_list(*list, ids),
        PlanEdit::ChangeForm { .. } | PlanEdit::SetCatalogue(_) => (Stage::Info, None),
        PlanEdit::ResetPart { part, .. } => of_record(RecordId::Part(*part), None),
        PlanEdit::SetColumns { .. } | PlanEdit::SetScreenWidth { .. } => (Stage::Table, None),
    }
}

fn of_list(list: List, ids: &[Id]) -> (Stage, Option<Spot>) {
    match (list, ids.first()) {
        (List::Rows | List::Problems, None) => (Stage::Table, None),
        (List::Signatures, _) => (Stage::Info, None),
        (_, None) => (Stage::Content, None),
        (_, Some(id)) => of_record(list.record(*id), None),
    }
}

fn of_record(record: RecordId, field: Option<Field>) -> (Stage, Option<Spot>) {
    match record {
        RecordId::Plan | RecordId::Letterhead | RecordId::Signature(_) => (Stage::Info, None),
        RecordId::Row(row) => (Stage::Table, Some(Spot::Row(row, field))),
        RecordId::Problem(problem) => (Stage::Table, Some(Spot::Problem(problem, field))),
        RecordId::Part(part) => (Stage::Content, Some(Spot::Part(part))),
        RecordId::Review(_)
        | RecordId::WorkingGroup(_)
        | RecordId::Member(_)
        | RecordId::Supervisor(_) => (Stage::Content, None),
    }
}

/// Whether a record is in the plan as it is now.
fn is_there(plan: &Plan, spot: &Spot) -> bool {
    match spot {
        Spot::Row(id, _) => plan.rows.iter().any(|row| row.id() == *id),
        Spot::Problem(id, _) => plan.problems.iter().any(|problem| problem.id == *id),
        Spot::Part(id) => plan.parts.iter().any(|part| part.id == *id),
        _ => true,
    }
}
