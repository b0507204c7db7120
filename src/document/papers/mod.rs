//! The papers of the year about a plan: minutes and report of a review, the plan that amends it.
//!
//! Each is proposed once, of the data, as a plan record whose every word is plain text from then
//! on. Invariant: no fact is invented. What the file does not know (hours, who came, what was said
//! and decided, a sum nobody noted) stands as dots.

mod facts;
mod levels;
mod minutes;
mod report;
mod since;
mod supplement;
mod words;

pub use self::minutes::minutes;
pub use self::report::report;
pub use self::since::{Change, Since, since_issued};
pub use self::supplement::supplement;
pub(super) use self::words::{DOTS, sum};
pub use self::words::{number_words, paper_cited};

use crate::plan::{
    Block, Dossier, Form, Id, Paper, Part, Plan, PlanDate, Review, Signature, fill_part,
};
use crate::words::official;
use crate::year::frozen::reviewed;

/// A paper of a kind about a plan, without number and day, with the letterhead of the plan and the
/// parts of its form: what `propose` gives for a part's key stands behind the form's own words.
fn paper(
    kind: Paper,
    dossier: &Dossier,
    plan: &Plan,
    form: &Form,
    propose: impl Fn(&str) -> Vec<Block>,
) -> Plan {
    let (doc_type, code) = match kind {
        Paper::Minutes => (official::MINUTES, official::MINUTES_CODE),
        Paper::Report => (official::REPORT, official::REPORT_CODE),
        Paper::Plan | Paper::Supplement => (official::PLAN, official::PLAN_CODE),
    };
    let catalogue = dossier.catalogue_of(plan).map(AsRef::as_ref);
    let parts = form.parts.iter().map(|part| {
        let mut filled: Part = fill_part(part, plan, catalogue, Id::default());
        filled.blocks.extend(propose(&part.key));
        filled.into()
    });
    Plan {
        paper: kind,
        form: form.id.clone(),
        letterhead: plan.letterhead.clone(),
        symbol: words::symbol(code, plan),
        date: PlanDate::default(),
        doc_type: doc_type.to_owned(),
        parts: parts.collect(),
        ..Plan::empty(plan.school_year)
    }
}

/// The plan as a review found it, with the dossier by which it is understood: the copy taken when
/// the review was closed, else the plan as it is.
struct Reviewed<'a> {
    copy: Option<Dossier>,
    dossier: &'a Dossier,
    plan: &'a Plan,
}

impl<'a> Reviewed<'a> {
    fn of(dossier: &'a Dossier, plan: &'a Plan, review: &Review) -> Self {
        Self { copy: reviewed(plan, review), dossier, plan }
    }

    fn get(&self) -> (&Dossier, &Plan) {
        let copy = self.copy.as_ref().and_then(|body| Some((body, body.plans.first()?.as_ref())));
        copy.unwrap_or((self.dossier, self.plan))
    }
}

/// Who signs the plan, as new records; who approves it does not sign what is about it.
fn signatures(plan: &Plan) -> Vec<Signature> {
    let signs = plan.signatures.iter().filter(|one| !one.approves);
    signs.map(|one| Signature { id: Id::default(), ..one.clone() }).collect()
}
