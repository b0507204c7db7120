//! Changes inside one plan: its head, its parts, its problems and its people.

use std::collections::HashSet;
use std::sync::Arc;

use super::apply::Ids;
use super::{EditError, PlanEdit, change_form, rows};
use crate::plan::{Dossier, Id, Item, Part, Plan, Problem, Supervisor, Texts, WorkingGroup};

/// The plan after a change.
pub(super) fn change_plan(
    dossier: &Dossier,
    old: &Plan,
    change: &PlanEdit,
    ids: &mut Ids<'_>,
) -> Result<Plan, EditError> {
    let mut plan = old.clone();
    match change {
        PlanEdit::SetLabel(text) => plan.label = text.clone().nfc(),
        PlanEdit::SetSchoolYear(year) => plan.school_year = *year,
        PlanEdit::SetAmends(amends) => {
            if let Some(id) = *amends
                && (id == plan.id || dossier.plan(id).is_none())
            {
                return Err(EditError::NoPlan(id));
            }
            plan.amends = *amends;
        }
        PlanEdit::ChangeForm { form, from, first_id } => {
            let catalogue = dossier.catalogue_of(old).map(AsRef::as_ref);
            plan = change_form::change_form(old, form, from, catalogue, *first_id, ids)?;
        }
        PlanEdit::SetCatalogue(catalogue) => {
            plan.catalogue = catalogue.as_ref().map(|catalogue| catalogue.id.clone().nfc());
        }
        PlanEdit::SetLetterhead(letterhead) => plan.letterhead = letterhead.clone().nfc(),
        PlanEdit::SetNumber(text) => plan.number = text.clone().nfc(),
        PlanEdit::SetSymbol(text) => plan.symbol = text.clone().nfc(),
        PlanEdit::SetDate(date) => plan.date = *date,
        PlanEdit::SetDocType(text) => plan.doc_type = text.clone().nfc(),
        PlanEdit::SetSubject(lines) => plan.subject = lines.clone().nfc(),
        PlanEdit::SetBases(paragraphs) => plan.bases = paragraphs.clone().nfc(),
        PlanEdit::SetBasesItalic(italic) => plan.bases_italic = *italic,
        PlanEdit::SetOpening(paragraphs) => plan.opening = paragraphs.clone().nfc(),
        PlanEdit::SetRecipients(lines) => plan.recipients = lines.clone().nfc(),
        PlanEdit::SetSignatures(signatures) => plan.signatures = signatures.clone().nfc(),
        PlanEdit::SetOptions(options) => plan.options = options.clone().nfc(),
        PlanEdit::InsertPart { at, part } => {
            ids.take_all([part.id])?;
            let at = (*at).min(plan.parts.len());
            plan.parts.insert(at, part.clone().nfc());
        }
        PlanEdit::RemovePart(id) => {
            let index = find_part(&plan, *id)?;
            plan.parts.remove(index);
        }
        PlanEdit::MovePart { part, to } => {
            let index = find_part(&plan, *part)?;
            let part = plan.parts.remove(index);
            plan.parts.insert((*to).min(plan.parts.len()), part);
        }
        PlanEdit::SetPartHeading { part, heading } => {
            part_mut(&mut plan, *part)?.heading = heading.clone().nfc();
        }
        PlanEdit::SetPartShown { part, shown } => part_mut(&mut plan, *part)?.shown = *shown,
        PlanEdit::SetPartBlocks { part, blocks } => {
            part_mut(&mut plan, *part)?.blocks = blocks.clone().nfc();
        }
        PlanEdit::InsertRows { .. }
        | PlanEdit::RemoveRows(_)
        | PlanEdit::MoveRows { .. }
        | PlanEdit::SetBand(_)
        | PlanEdit::SetGroup(_)
        | PlanEdit::SetItem(_)
        | PlanEdit::SetItemText { .. } => rows::change_rows(&mut plan, change, ids)?,
        PlanEdit::InsertProblems { at, problems } => {
            ids.take_all(problems.iter().map(|problem| problem.id))?;
            let at = (*at).min(plan.problems.len());
            plan.problems.splice(at..at, problems.clone().nfc());
        }
        PlanEdit::RemoveProblems(gone) => remove_problems(&mut plan, gone)?,
        PlanEdit::MoveProblem { problem, to } => {
            let index = find_problem(&plan, *problem)?;
            let problem = plan.problems.remove(index);
            plan.problems.insert((*to).min(plan.problems.len()), problem);
        }
        PlanEdit::SetProblem(problem) => {
            let index = find_problem(&plan, problem.id)?;
            set(&mut plan.problems[index], problem);
        }
        PlanEdit::SetReviews(reviews) => plan.reviews = reviews.clone().nfc(),
        PlanEdit::SetWorkingGroups(groups) => {
            plan.working_groups = groups.clone().nfc();
            let left: HashSet<Id> = groups.iter().map(|group| group.id).collect();
            for supervisor in &mut plan.supervisors {
                supervisor.group = supervisor.group.filter(|group| left.contains(group));
            }
        }
        PlanEdit::SetSupervisors(supervisors) => {
            check_groups(&plan.working_groups, supervisors)?;
            plan.supervisors = supervisors.clone().nfc();
        }
    }
    if plan.ids().any(Id::is_none) {
        plan = plan.with_ids(&mut |id| if id.is_none() { ids.give() } else { id });
    }
    Ok(plan)
}

/// Every group that a supervisor is understood to look after must be there.
pub(super) fn check_groups(
    groups: &[WorkingGroup],
    supervisors: &[Supervisor],
) -> Result<(), EditError> {
    let lost = supervisors
        .iter()
        .filter_map(|supervisor| supervisor.group)
        .find(|id| groups.iter().all(|group| group.id != *id));
    lost.map_or(Ok(()), |id| Err(EditError::NoGroup(id)))
}

/// Puts a value in the place of another, unless it is the same.
pub(super) fn set<T: Texts + Clone + PartialEq>(place: &mut Arc<T>, value: &Arc<T>) {
    let value = value.clone().nfc();
    if *value != **place {
        *place = value;
    }
}

fn remove_problems(plan: &mut Plan, gone: &[Id]) -> Result<(), EditError> {
    for id in gone {
        find_problem(plan, *id)?;
    }
    plan.problems.retain(|problem| !gone.contains(&problem.id));
    for row in &mut plan.rows {
        if let crate::plan::Row::Item(item) = row
            && item.problem.is_some_and(|id| gone.contains(&id))
        {
            *item = Arc::new(Item { problem: None, ..(**item).clone() });
        }
    }
    Ok(())
}

fn find_part(plan: &Plan, id: Id) -> Result<usize, EditError> {
    plan.parts.iter().position(|part| part.id == id).ok_or(EditError::NoPart(id))
}

fn part_mut(plan: &mut Plan, id: Id) -> Result<&mut Part, EditError> {
    let index = find_part(plan, id)?;
    Ok(Arc::make_mut(&mut plan.parts[index]))
}

fn find_problem(plan: &Plan, id: Id) -> Result<usize, EditError> {
    let index = plan.problems.iter().position(|problem: &Arc<Problem>| problem.id == id);
    index.ok_or(EditError::NoProblem(id))
}
