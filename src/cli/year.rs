//! `caitien export --what …`: the papers and sheets of the year, as documents.

use std::sync::Arc;

use super::{Failure, What, source};
use crate::document::{
    Document, evidence_document, money_document, plan_document, task_sheets_document,
    tasks_document, three_years_document, updated_document,
};
use crate::plan::{Dossier, Id, Paper, Plan};
use crate::session::{propose_paper, word_text};

/// The document that is asked for, of this review (from 1; none: the last). A paper that the file
/// has is taken as it was written; one that it lacks is proposed.
pub fn document(
    dossier: &Dossier,
    plan: &Plan,
    what: What,
    (review, whom): (Option<usize>, Option<&str>),
) -> Result<Document, Failure> {
    let form = source::form_of(dossier, plan)?;
    let made = match what {
        What::Minutes | What::Report | What::ReportWithChart | What::Supplement => {
            paper(dossier, plan, what, review)?
        }
        What::Review => updated_document(dossier, plan, form),
        What::Tasks => Some(tasks_document(dossier, plan, whom)),
        What::TaskSheets => Some(task_sheets_document(dossier, plan)),
        What::Evidence => Some(evidence_document(dossier, plan)),
        What::ThreeYears => Some(three_years_document(dossier, plan)),
        What::Money => Some(money_document(dossier, plan)),
        _ => Some(plan_document(dossier, plan, form)),
    };
    made.ok_or(Failure::NothingToTell)
}

/// The paper about a plan that the file has.
pub fn written<'a>(
    dossier: &'a Dossier,
    plan: &Plan,
    what: What,
    review: Option<usize>,
) -> Option<&'a Plan> {
    let (kind, review) = kind_of(plan, what, review)?;
    let is_it = |one: &&Arc<Plan>| {
        let about = if kind == Paper::Supplement { one.amends } else { one.about };
        one.paper == kind && about == Some(plan.id) && one.review == review
    };
    dossier.plans.iter().rev().find(is_it).map(AsRef::as_ref)
}

/// The kind of a paper about a plan, and the review it is about.
fn kind_of(plan: &Plan, what: What, review: Option<usize>) -> Option<(Paper, Option<Id>)> {
    let review = match review {
        None => plan.reviews.last(),
        Some(number) => number.checked_sub(1).and_then(|at| plan.reviews.get(at)),
    };
    let review = review.map(|review| review.id);
    match what {
        What::Minutes => Some((Paper::Minutes, review)),
        What::Report | What::ReportWithChart => Some((Paper::Report, review)),
        What::Supplement => Some((Paper::Supplement, None)),
        _ => None,
    }
}

fn paper(
    dossier: &Dossier,
    plan: &Plan,
    what: What,
    review: Option<usize>,
) -> Result<Option<Document>, Failure> {
    let proposed = || {
        let (kind, review) = kind_of(plan, what, review)?;
        propose_paper(dossier, plan, kind, review)
    };
    let Some(paper) = written(dossier, plan, what, review).cloned().or_else(proposed) else {
        return Ok(None);
    };
    let mut paper = paper;
    if what == What::ReportWithChart {
        // With a chart it is no longer what was given out.
        paper.options.draft_mark |= paper.issued.is_some();
        paper.options.timeline_appendix = true;
    }
    let form = source::form_of(dossier, &paper)?;
    Ok(Some(word_text(dossier, &paper, form)))
}
