//! The edit that takes one piece of an older value back.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Difference, Thing, Wording};
use crate::edit::place::ids_of;
use crate::edit::{Act, Edit, Elements, FreshIds, ItemValue, List, PlanEdit, Value, Words};
use crate::plan::{Dossier, Id, Plan, Problem, Record, fresh_ids};

/// The edit of the value of now that takes a piece of an older one back: what is gone comes back to
/// where it stood, what says something else says what it said. None where there is nothing to take
/// back, or no room for it any more.
#[must_use]
pub fn take_back(
    then: &Dossier,
    now: &Dossier,
    difference: &Difference,
    fresh: &mut FreshIds,
) -> Option<Edit> {
    let edits = match difference {
        Difference::Gone(Thing::Plan(id)) => plan(then, now, *id, fresh)?,
        Difference::Gone(Thing::Element { plan, list, id }) => {
            let mut ids = Numbers { taken: now.ids().collect(), fresh };
            let changes = element(then.plan(*plan)?, now.plan(*plan)?, *list, *id, &mut ids)?;
            changes.into_iter().map(|change| Edit::InPlan { plan: *plan, change }).collect()
        }
        Difference::Changed(wording) => vec![wording_edit(then, now, wording)?],
        Difference::New(_) | Difference::Other(_) => return None,
    };
    Some(Edit::Batch(Act::TakeBack, edits))
}

/// The numbers that are given: something else may have one of what comes back, where the file is
/// one that went another way since.
struct Numbers<'a> {
    taken: HashSet<Id>,
    fresh: &'a mut FreshIds,
}

impl Numbers<'_> {
    fn free(&mut self, id: Id) -> Id {
        if self.taken.insert(id) { id } else { self.fresh.give() }
    }
}

/// A plan comes back, with the form and the catalogue it uses where the dossier lacks them.
fn plan(then: &Dossier, now: &Dossier, id: Id, fresh: &mut FreshIds) -> Option<Vec<Edit>> {
    let plan = then.plan(id)?;
    let mut back = Plan::clone(plan);
    let taken: HashSet<Id> = now.ids().collect();
    if back.ids().any(|id| taken.contains(&id)) {
        let (new, _) = fresh_ids([&back], fresh.next());
        fresh.pass(new.values().copied());
        back = back.renumbered(&new);
    }
    back.amends = back.amends.filter(|id| now.plan(*id).is_some());
    let form = then.forms.iter().find(|form| form.id == back.form);
    let lacks = |id| now.forms.iter().all(|own| own.id != id);
    let form = form.filter(|form| lacks(form.id.clone())).cloned().map(Edit::AddForm);
    let catalogue = then.catalogue_of(plan).cloned();
    Some(form.into_iter().chain([Edit::AddPlan { plan: Arc::new(back), catalogue }]).collect())
}

/// An element comes back behind the one that stood before it; an item with the problem it answers.
fn element(
    then: &Plan,
    now: &Plan,
    list: List,
    id: Id,
    ids: &mut Numbers<'_>,
) -> Option<Vec<PlanEdit>> {
    let at = place_of(list, id, then, now);
    let has_group = |id: &Id| now.working_groups.iter().any(|group| group.id == *id);
    let mut before = Vec::new();
    let elements = match list {
        List::Parts => {
            let mut part = then.parts.iter().find(|one| one.id == id)?.as_ref().clone();
            part.id = ids.free(id);
            Elements::Parts(vec![Arc::new(part)])
        }
        List::Rows => {
            let row = then.rows.iter().find(|row| row.id() == id)?;
            let mut row = row.with_id(ids.free(id));
            if let crate::plan::Row::Item(item) = &mut row
                && let Some(problem) = item.problem.filter(|id| now.problem(*id).is_none())
            {
                let gone = then
                    .problem(problem)
                    .map(|one| Problem { id: ids.free(problem), ..(**one).clone() });
                Arc::make_mut(item).problem = gone.as_ref().map(|one| one.id);
                before.extend(gone.map(|gone| PlanEdit::Insert {
                    at: place_of(List::Problems, problem, then, now),
                    elements: Elements::Problems(vec![Arc::new(gone)]),
                }));
            }
            Elements::Rows(vec![row])
        }
        List::Problems => {
            let mut problem = then.problem(id)?.as_ref().clone();
            problem.id = ids.free(id);
            Elements::Problems(vec![Arc::new(problem)])
        }
        List::Reviews => {
            let mut review = then.reviews.iter().find(|one| one.id == id)?.clone();
            review.id = ids.free(id);
            Elements::Reviews(vec![review])
        }
        List::WorkingGroups => {
            let mut group = then.working_groups.iter().find(|one| one.id == id)?.clone();
            group.id = ids.free(id);
            for member in &mut group.members {
                member.id = ids.free(member.id);
            }
            Elements::WorkingGroups(vec![group])
        }
        List::Members(of) => {
            let group = then.working_groups.iter().find(|group| group.id == of)?;
            let mut member = group.members.iter().find(|one| one.id == id)?.clone();
            member.id = ids.free(id);
            Elements::Members(of, vec![member])
        }
        List::Supervisors => {
            let mut person = then.supervisors.iter().find(|one| one.id == id)?.clone();
            person.id = ids.free(id);
            person.group = person.group.filter(has_group);
            Elements::Supervisors(vec![person])
        }
        List::Signatures => {
            let mut signature = then.signatures.iter().find(|one| one.id == id)?.clone();
            signature.id = ids.free(id);
            (now.signatures.len() < 2).then(|| Elements::Signatures(vec![signature]))?
        }
    };
    before.push(PlanEdit::Insert { at, elements });
    Some(before)
}

/// Behind the nearest of those before it that is still there; else at the beginning.
fn place_of(list: List, id: Id, then: &Plan, now: &Plan) -> usize {
    let (before, now) = (ids_of(list, then), ids_of(list, now));
    let own = before.iter().position(|one| *one == id).unwrap_or(0);
    let nearest = before[..own].iter().rev();
    let mut there = nearest.filter_map(|one| now.iter().position(|other| other == one));
    there.next().map_or(0, |at| at + 1)
}

fn wording_edit(then: &Dossier, now: &Dossier, wording: &Wording) -> Option<Edit> {
    if let Wording::School(field) = wording {
        let text = then.school.read(*field)?.into_owned();
        return Some(Edit::SetSchoolText { field: *field, text });
    }
    let id = wording.plan()?;
    let (then, now) = (then.plan(id)?, now.plan(id)?);
    let change = match wording {
        Wording::School(_) => return None,
        Wording::Text(_, record, field) => {
            now.text_of(*record, *field)?;
            let text = then.text_of(*record, *field)?.into_owned();
            PlanEdit::SetText { record: *record, field: *field, text }
        }
        Wording::Bases(_) => {
            PlanEdit::SetWords { of: Words::Bases, paragraphs: then.bases.clone() }
        }
        Wording::Opening(_) => {
            PlanEdit::SetWords { of: Words::Opening, paragraphs: then.opening.clone() }
        }
        Wording::Part(_, part) => {
            now.parts.iter().find(|one| one.id == *part)?;
            let blocks = then.parts.iter().find(|one| one.id == *part)?.blocks.clone();
            PlanEdit::ResetPart { part: *part, blocks }
        }
        Wording::Status(_, item) => {
            now.item(*item)?;
            let status = then.item(*item)?.status;
            PlanEdit::SetValue(Value::Item(*item, ItemValue::Status(status)))
        }
    };
    Some(Edit::InPlan { plan: id, change })
}
