//! What a person chose of an offer, as one edit.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{NewForm, Offer, Offered};
use crate::edit::{Edit, FreshIds, PlanEdit, apply, draft_for_year, new_things_of, rewritten};
use crate::plan::{Block, Catalogue, Dossier, Id, Item, Part, Plan, Problem, Row};

/// The edit that brings the new plan; none where the old one is not there.
#[must_use]
pub fn make(dossier: &Dossier, offer: &Offer, fresh: &mut FreshIds) -> Option<Edit> {
    let old = dossier.plan(offer.plan)?;
    let rewrites: Vec<_> = offer
        .changes
        .iter()
        .filter(|change| change.take)
        .flat_map(super::Change::rewrites)
        .collect();
    let mut next = rewritten(old, &rewrites);
    let taken: HashMap<Id, &Offered> =
        offer.items.iter().filter(|item| item.take).map(|item| (item.item, item)).collect();
    next.problems = problems(old, &next, &taken);
    next.rows = rows(&next, &taken);
    if !offer.parts {
        for part in &mut next.parts {
            let words = |block: &&Block| matches!(block, Block::Paragraph(_) | Block::Table(_));
            let blocks = part.blocks.iter().filter(|block| !words(block));
            *part = Arc::new(Part { blocks: blocks.cloned().collect(), ..(**part).clone() });
        }
        next.working_groups.clear();
        next.supervisors.clear();
    }
    if let Some(recast) = &offer.recast {
        recast.done(&mut next, fresh);
    }
    let mut plan = draft_for_year(&next, offer.year, fresh);
    plan.date = offer.date;
    let catalogue = offer.recast.as_ref().map(|recast| Arc::clone(&recast.to));
    let mut plan = Arc::new(plan);
    if let Some(form) = &offer.form {
        plan = in_form(dossier, plan, catalogue.clone(), form, fresh)?;
    }
    Some(Edit::AddPlan { plan, catalogue })
}

/// The new plan in another form, as if a person had changed its form once it was there.
fn in_form(
    dossier: &Dossier,
    plan: Arc<Plan>,
    catalogue: Option<Arc<Catalogue>>,
    form: &NewForm,
    fresh: &mut FreshIds,
) -> Option<Arc<Plan>> {
    let id = plan.id;
    let there = apply(dossier, &Edit::AddPlan { plan, catalogue }).ok()?;
    let change = PlanEdit::ChangeForm {
        form: Arc::clone(&form.to),
        from: Arc::clone(&form.from),
        first_id: fresh.several(new_things_of(&form.to)),
    };
    let there = apply(&there, &Edit::InPlan { plan: id, change }).ok()?;
    there.plan(id).cloned()
}

/// The rows that go along: work that was taken, with its new time; bands and groups but those of
/// whose work nothing was taken.
fn rows(next: &Plan, taken: &HashMap<Id, &Offered>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (at, row) in next.rows.iter().enumerate() {
        match row {
            Row::Item(item) => {
                if let Some(offered) = taken.get(&item.id) {
                    rows.push(Row::Item(Arc::new(Item {
                        time: offered.to.clone(),
                        ..(**item).clone()
                    })));
                }
            }
            Row::Band(_) | Row::Group(_) => {
                let under = next.rows[at + 1..].iter().map_while(Row::as_item);
                let mut work = under.peekable();
                let was_empty = work.peek().is_none();
                if was_empty || work.any(|item| taken.contains_key(&item.id)) {
                    rows.push(row.clone());
                }
            }
        }
    }
    rows
}

/// The problems that go along: those of work that was taken, and those that no work answers yet.
fn problems(old: &Plan, next: &Plan, taken: &HashMap<Id, &Offered>) -> Vec<Arc<Problem>> {
    let answered: HashSet<Id> = old.items().filter_map(|item| item.problem).collect();
    let goes_on: HashSet<Id> = old
        .items()
        .filter(|item| taken.contains_key(&item.id))
        .filter_map(|item| item.problem)
        .collect();
    let stays =
        |problem: &&Arc<Problem>| goes_on.contains(&problem.id) || !answered.contains(&problem.id);
    next.problems.iter().filter(stays).cloned().collect()
}
