//! The one pure function by which a dossier changes.

use std::collections::HashSet;
use std::sync::Arc;

use super::in_plan::change_plan;
use super::{Edit, EditError};
use crate::plan::{Catalogue, Dossier, Id, Plan, Texts};

/// The dossier after an edit.
///
/// Texts come out in NFC. Plans, parts, rows, problems and catalogues that the
/// edit does not touch are the same `Arc` as before. The next number to give is
/// above every number that came in.
///
/// # Errors
/// When the edit names a plan, part, row, problem or working group that is not
/// there, or brings a number that is given already.
pub fn apply(dossier: &Dossier, edit: &Edit) -> Result<Dossier, EditError> {
    let mut next = dossier.clone();
    match edit {
        Edit::SetSchool(school) => next.school = school.clone().nfc(),
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
        Edit::SetCatalogue(catalogue) => {
            let catalogue = catalogue.clone().nfc();
            match next.catalogues.iter_mut().find(|known| known.id == catalogue.id) {
                Some(known) => *known = catalogue,
                None => next.catalogues.push(catalogue),
            }
        }
        Edit::AddPlan { plan, catalogue } => {
            let plan = plan.clone().nfc();
            let mut ids = Ids::of(dossier);
            ids.take_all(plan.ids())?;
            check_references(dossier, &plan)?;
            next.next_id = ids.next_id;
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
            }
        }
        Edit::InPlan { plan: id, change } => {
            let index = find_plan(dossier, *id)?;
            let mut ids = Ids::of(dossier);
            let plan = change_plan(dossier, &dossier.plans[index], change, &mut ids)?;
            next.next_id = ids.next_id;
            next.plans[index] = Arc::new(plan);
            if let super::PlanEdit::SetCatalogue(catalogue) = change {
                add_where_lacking(&mut next, catalogue.as_ref());
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
    if let Some(problem) =
        plan.items().filter_map(|item| item.problem).find(|id| plan.problem(*id).is_none())
    {
        return Err(EditError::NoProblem(problem));
    }
    super::in_plan::check_groups(&plan.working_groups, &plan.supervisors)
}

/// The numbers that are given, gathered only when an edit brings new ones.
pub(super) struct Ids<'a> {
    dossier: &'a Dossier,
    given: Option<HashSet<Id>>,
    pub(super) next_id: Id,
}

impl<'a> Ids<'a> {
    fn of(dossier: &'a Dossier) -> Self {
        Self { dossier, given: None, next_id: dossier.next_id }
    }

    /// A fresh number.
    pub(super) fn give(&mut self) -> Id {
        let given = self.next_id;
        self.next_id = given.next();
        given
    }

    /// Takes numbers, each of which must be free.
    pub(super) fn take_all(&mut self, ids: impl IntoIterator<Item = Id>) -> Result<(), EditError> {
        let given = self.given.get_or_insert_with(|| self.dossier.ids().collect());
        for id in ids {
            // The last number of all has no next one.
            if id.is_none() || id.next() == id || !given.insert(id) {
                return Err(EditError::IdTaken(id));
            }
            self.next_id = self.next_id.max(id.next());
        }
        Ok(())
    }
}
