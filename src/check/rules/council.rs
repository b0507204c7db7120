//! Hội đồng trường in the plan of a public school, after it ended there.

use std::collections::HashSet;

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::check::signs::COUNCIL;
use crate::plan::{Field, Id, Ownership, Spot};
use crate::understand::names_school_council;

pub(super) const RULE: Rule = Rule {
    code: "school-council",
    severity: Severity::Warning,
    source: Source::SchoolCouncil,
    find,
};

/// Silent in the rows of the criterion that has it in its name.
fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    let plan = subject.plan;
    let day = subject.day().unwrap_or(subject.given.today);
    let ended = subject.given.reference.councils_until.is_some_and(|until| day > until);
    if !ended || plan.letterhead.ownership != Ownership::Public {
        return;
    }
    let catalogue = subject.catalogue();
    let own_name = |code: &String| {
        let name = catalogue.and_then(|catalogue| catalogue.name_of(code.trim()));
        name.is_some_and(names_school_council)
    };
    let rows: HashSet<Id> = plan
        .items()
        .filter(|item| {
            names_school_council(&item.criterion_text) || item.criteria.iter().any(own_name)
        })
        .map(|item| item.id)
        .collect();
    let texts = subject.texts.iter().filter(|text| text.shows(COUNCIL));
    for text in texts.filter(|text| names_school_council(&text.words)) {
        let of_the_criterion = match &text.at {
            Spot::Row(id, _) => rows.contains(id),
            Spot::Problem(_, field) => *field == Some(Field::CriterionText),
            _ => false,
        };
        if !of_the_criterion {
            found.push(text.at.clone(), FindingKind::SchoolCouncil);
        }
    }
}
