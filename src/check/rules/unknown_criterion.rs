//! The plan's catalogue has no criterion of a code that stands in a row or a problem.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::plan::{Block, Field, Spot};
use crate::understand::criteria_in;

pub(super) const RULE: Rule =
    Rule { code: "unknown-criterion", severity: Severity::Error, source: Source::Catalogue, find };

/// Nothing where the plan names no catalogue.
fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    let Some(catalogue) = subject.catalogue() else { return };
    let mut look = |at: Spot, codes: &[String]| {
        for code in codes.iter().map(|code| code.trim()).filter(|code| !code.is_empty()) {
            if catalogue.name_of(code).is_none() {
                let kind = FindingKind::UnknownCriterion {
                    code: code.to_owned(),
                    circular: catalogue.circular.clone(),
                };
                found.push(at.clone(), kind);
            }
        }
    };
    for item in subject.plan.items() {
        look(Spot::Row(item.id, Some(Field::CriterionText)), &item.codes());
    }
    let mut blocks = subject.printed_parts().flat_map(|part| &part.blocks);
    if blocks.any(|block| *block == Block::Problems) {
        for problem in &subject.plan.problems {
            let written = criteria_in(&problem.criterion_text, false);
            let codes = if problem.criteria.is_empty() { &written } else { &problem.criteria };
            look(Spot::Problem(problem.id, Some(Field::CriterionText)), codes);
        }
    }
}
