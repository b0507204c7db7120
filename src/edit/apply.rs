//! The one pure function by which a dossier changes.

use std::sync::Arc;

use super::ids::Given;
use super::in_plan::change_plan;
use super::list::{check_groups, check_problem};
use super::{Edit, EditError, EvaluationEdit, evaluation};
use crate::plan::{Catalogue, Dossier, Id, Plan, Record, Texts};

/// The dossier after an edit.
///
/// Texts come out in NFC. Plans, parts, rows, problems and catalogues that the
/// edit does not touch are the same `Arc` as before. The fields among the words of a plan that it
/// touches say what the plan says then. The next number to give is
/// above every number that came in.
///
/// # Errors
/// When the edit names a plan, a record or a text that is not there, or brings a number that is given already.
pub fn apply(dossier: &Dossier, edit: &Edit) -> Result<Dossier, EditError> {
    let mut next = changed(dossier, edit)?;
    for plan in &mut next.plans {
        let known = dossier.plans.iter().any(|old| Arc::ptr_eq(old, plan));
        if !known && plan.has_fields() {
            Arc::make_mut(plan).fill_fields();
        }
    }
    Ok(next)
}

/// The dossier after an edit, its fields as they were.
fn changed(dossier: &Dossier, edit: &Edit) -> Result<Dossier, EditError> {
    let mut next = dossier.clone();
    match edit {
        Edit::SetSchoolText { field, text } => {
            if !next.school.write(*field, text.clone().nfc()) {
                return Err(EditError::NoSchoolText(*field));
            }
        }
        Edit::SetSchoolValue(value) => value.clone().set(&mut next.school),
        Edit::SetAbbreviations(abbreviations) => {
            next.abbreviations = abbreviations.clone().nfc();
        }
        Edit::SetTermDates(dates) => {
            let year = dates.school_year;
            match next.term_dates.iter_mut().find(|known| known.school_year == year) {
                Some(known) => *known = *dates,
                None => next.term_dates.push(*dates),
            }
        }
        Edit::SetOwnWords(words) => next.own_words = words.clone().nfc(),
        Edit::InEvaluation { year, change } => {
            evaluation::change(&mut next, *year, change)?;
            if let EvaluationEdit::SetCatalogue(catalogue) = change {
                add_where_lacking(&mut next, catalogue.as_ref());
            }
        }
        Edit::SetCatalogue(catalogue) => {
            let catalogue = catalogue.clone().nfc();
            match next.catalogues.iter_mut().find(|known| known.id == catalogue.id) {
                Some(known) => *known = catalogue,
                None => next.catalogues.push(catalogue),
            }
        }
        Edit::AddForm(form) => {
            let form = form.clone().nfc();
            match next.forms.iter().find(|known| known.id == form.id) {
                Some(known) if *known == form => {}
                Some(_) => return Err(EditError::FormTaken),
                None => next.forms.push(form),
            }
        }
        Edit::AddPlan { plan, catalogue } => {
            let plan = plan.clone().nfc();
            let mut given = Given::of(dossier);
            given.take_all(plan.ids())?;
            check_references(dossier, &plan)?;
            next.next_id = given.next_id;
            next.plans.push(plan);
            add_where_lacking(&mut next, catalogue.as_ref());
        }
        Edit::RemovePlan(id) => {
            find_plan(dossier, *id)?;
            next.plans.retain(|plan| plan.id != *id);
            for plan in &mut next.plans {
                if plan.amends == Some(*id) {
                    Arc::make_mut(plan).amends = None;
                }
                if plan.about == Some(*id) {
                    let paper = Arc::make_mut(plan);
                    (paper.about, paper.review) = (None, None);
                }
            }
        }
        Edit::InPlan { plan: id, change } => {
            let index = find_plan(dossier, *id)?;
            let mut given = Given::of(dossier);
            let plan = change_plan(dossier, &dossier.plans[index], change, &mut given)?;
            next.next_id = given.next_id;
            next.plans[index] = Arc::new(plan);
            if let super::PlanEdit::SetCatalogue(catalogue) = change {
                add_where_lacking(&mut next, catalogue.as_ref());
            }
        }
        Edit::Batch(_, edits) => {
            for edit in edits {
                next = changed(&next, edit)?;
            }
        }
    }
    Ok(next)
}

fn find_plan(dossier: &Dossier, id: Id) -> Result<usize, EditError> {
    dossier.plans.iter().position(|plan| plan.id == id).ok_or(EditError::NoPlan(id))
}

/// A dossier's own copy of a catalogue stays as it is: a person may have corrected it.
fn add_where_lacking(dossier: &mut Dossier, catalogue: Option<&Arc<Catalogue>>) {
    let Some(catalogue) = catalogue else { return };
    let catalogue = catalogue.clone().nfc();
    if dossier.catalogues.iter().all(|known| known.id != catalogue.id) {
        dossier.catalogues.push(catalogue);
    }
}

/// What a plan that comes in names must be there.
fn check_references(dossier: &Dossier, plan: &Plan) -> Result<(), EditError> {
    if let Some(amended) = plan.amends {
        find_plan(dossier, amended)?;
    }
    if let Some(about) = plan.about {
        find_plan(dossier, about)?;
    }
    for item in plan.items() {
        check_problem(plan, item.problem)?;
    }
    check_groups(&plan.working_groups, &plan.supervisors)
}
