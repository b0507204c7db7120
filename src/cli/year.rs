//! `caitien export --what …`: the papers and sheets of the year, as documents.

use super::{Failure, What, source};
use crate::document::{
    Document, evidence_document, money_document, plan_document, tasks_document,
    three_years_document, updated_document,
};
use crate::plan::{Dossier, Id, Paper, Plan};
use crate::session::propose_paper;

/// The document that is asked for, of this review (from 1; none: the last). A paper that the file
/// has is taken as it was written; one that it lacks is proposed.
pub fn document(
    dossier: &Dossier,
    plan: &Plan,
    what: What,
    (review, whom): (Option<usize>, Option<&str>),
) -> Result<Document, Failure> {
    let form = source::form_of(dossier, plan)?;
    let review = match review {
        None => plan.reviews.last(),
        Some(number) => number.checked_sub(1).and_then(|at| plan.reviews.get(at)),
    };
    let review = review.map(|review| review.id);
    let made = match what {
        What::Minutes => paper(dossier, plan, Paper::Minutes, review)?,
        What::Report => paper(dossier, plan, Paper::Report, review)?,
        What::Supplement => paper(dossier, plan, Paper::Supplement, None)?,
        What::Review => updated_document(dossier, plan, form),
        What::Tasks => Some(tasks_document(dossier, plan, whom)),
        What::Evidence => Some(evidence_document(dossier, plan)),
        What::ThreeYears => Some(three_years_document(dossier, plan)),
        What::Money => Some(money_document(dossier, plan)),
        _ => Some(plan_document(dossier, plan, form)),
    };
    made.ok_or(Failure::NothingToTell)
}

fn paper(
    dossier: &Dossier,
    plan: &Plan,
    kind: Paper,
    review: Option<Id>,
) -> Result<Option<Document>, Failure> {
    let is_it = |one: &&std::sync::Arc<Plan>| {
        let about = if kind == Paper::Supplement { one.amends } else { one.about };
        one.paper == kind && about == Some(plan.id) && one.review == review
    };
    let written = dossier.plans.iter().rev().find(is_it).map(|one| Plan::clone(one));
    let Some(paper) = written.or_else(|| propose_paper(dossier, plan, kind, review)) else {
        return Ok(None);
    };
    let form = source::form_of(dossier, &paper)?;
    Ok(Some(plan_document(dossier, &paper, form)))
}
