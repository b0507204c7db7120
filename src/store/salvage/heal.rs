//! The rules that hold in every dossier, made to hold in one that was salvaged.

use std::collections::HashSet;
use std::sync::Arc;

use crate::plan::{Catalogue, Dossier, Evaluation, Id, LAST_ID, Plan, Rating, Row};

/// The same dossier with the rules holding: what has no number of its own gets one, what refers
/// to nothing refers to nothing any more. No word goes.
pub(super) fn healed(mut dossier: Dossier) -> Dossier {
    let mut seen = HashSet::new();
    let highest = dossier.ids().filter(|id| *id <= LAST_ID).max().unwrap_or_default();
    let kept = if dossier.next_id > LAST_ID { Id::default() } else { dossier.next_id };
    let mut next = highest.next().max(kept).max(Id(1));
    let mut give = |id: Id| {
        if !id.is_none() && id <= LAST_ID && seen.insert(id) {
            return id;
        }
        let given = next;
        next = next.next();
        given
    };
    dossier.plans = dossier.plans.iter().map(|plan| Arc::new(plan.with_ids(&mut give))).collect();
    dossier.next_id = next;
    let ids: HashSet<Id> = dossier.plans.iter().map(|plan| plan.id).collect();
    for plan in &mut dossier.plans {
        heal_plan(Arc::make_mut(plan), &ids);
    }
    let mut seen = HashSet::new();
    dossier.catalogues.retain(|of| !of.id.trim().is_empty() && seen.insert(of.id.clone()));
    let mut seen = HashSet::new();
    dossier.forms.retain(|of| !of.id.as_str().trim().is_empty() && seen.insert(of.id.clone()));
    for catalogue in &mut dossier.catalogues {
        if catalogue.check_rules().is_err() {
            heal_catalogue(Arc::make_mut(catalogue));
        }
    }
    heal_evaluations(&mut dossier.evaluations);
    dossier
}

fn heal_plan(plan: &mut Plan, plans: &HashSet<Id>) {
    let id = plan.id;
    plan.amends = plan.amends.filter(|amended| *amended != id && plans.contains(amended));
    plan.about = plan.about.filter(|about| *about != id && plans.contains(about));
    let copies: HashSet<Id> = plan.frozen.iter().map(|copy| copy.id).collect();
    plan.issued = plan.issued.filter(|copy| copies.contains(copy));
    for review in &mut plan.reviews {
        review.closed = review.closed.filter(|copy| copies.contains(copy));
    }
    let problems: HashSet<Id> = plan.problems.iter().map(|problem| problem.id).collect();
    for row in &mut plan.rows {
        if let Row::Item(item) = row
            && item.problem.is_some_and(|problem| !problems.contains(&problem))
        {
            Arc::make_mut(item).problem = None;
        }
    }
    let groups: HashSet<Id> = plan.working_groups.iter().map(|group| group.id).collect();
    for supervisor in &mut plan.supervisors {
        supervisor.group = supervisor.group.filter(|group| groups.contains(group));
    }
    // A third signer has no place on paper; the words stay, among the recipients.
    for extra in plan.signatures.drain(plan.signatures.len().min(2)..) {
        let words: Vec<String> =
            extra.authority.into_iter().chain([extra.position, extra.name]).collect();
        plan.recipients.push(words.join(" "));
    }
}

/// What was found of one year twice is found of it once; what has the code of another gets one
/// that nothing has, for its words stay.
fn heal_evaluations(all: &mut Vec<Arc<Evaluation>>) {
    let mut healed: Vec<Arc<Evaluation>> = Vec::new();
    for one in all.drain(..) {
        match healed.iter_mut().find(|known| known.school_year == one.school_year) {
            Some(known) => Arc::make_mut(known).ratings.extend_from_slice(&one.ratings),
            None => healed.push(one),
        }
    }
    for one in &mut healed {
        let mut seen = HashSet::new();
        let is_good = |rating: &Rating, seen: &mut HashSet<String>| {
            !rating.code.is_empty() && seen.insert(rating.code.clone())
        };
        if one.ratings.iter().all(|rating| is_good(rating, &mut seen)) {
            continue;
        }
        let mut seen = HashSet::new();
        for rating in &mut Arc::make_mut(one).ratings {
            let code = rating.code.clone();
            for number in 2.. {
                if is_good(rating, &mut seen) {
                    break;
                }
                rating.code = format!("{code}?{number}");
            }
        }
    }
    *all = healed;
}

fn heal_catalogue(catalogue: &mut Catalogue) {
    let mut seen = HashSet::new();
    for standard in &mut catalogue.standards {
        standard.criteria.retain(|criterion| seen.insert(criterion.code.clone()));
    }
}
