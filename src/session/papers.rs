//! The papers about a plan, proposed in the forms the program brings along or the file has.

use crate::document::papers;
use crate::library::{self, MINUTES, REPORT, SUPPLEMENT};
use crate::plan::{Dossier, Id, Paper, Plan};

/// A paper of this kind about a plan, and at a review where it is about one; none where there is
/// nothing to tell: no such review, no copy that was given out, no change since.
#[must_use]
pub fn propose_paper(
    dossier: &Dossier,
    plan: &Plan,
    kind: Paper,
    review: Option<Id>,
) -> Option<Plan> {
    match kind {
        Paper::Plan => None,
        Paper::Supplement => {
            papers::supplement(dossier, plan, library::form(dossier, &SUPPLEMENT)?)
        }
        Paper::Minutes => {
            papers::minutes(dossier, plan, review?, library::form(dossier, &MINUTES)?)
        }
        Paper::Report => papers::report(dossier, plan, review?, library::form(dossier, &REPORT)?),
    }
}

/// The paper as it would be proposed anew, of the data as they are now.
#[must_use]
pub fn propose_anew(dossier: &Dossier, paper: &Plan) -> Option<Plan> {
    let about = dossier.plan(paper.about.or(paper.amends)?)?;
    propose_paper(dossier, about, paper.paper, paper.review)
}
