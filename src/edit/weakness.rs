//! A weakness that the self-evaluation found becomes work of the plan.

use std::sync::Arc;

use super::{
    Act, Edit, Elements, FreshIds, Insertion, PlanEdit, rows_for_criteria, standard_title,
};
use crate::plan::{Catalogue, Id, Item, Plan, Problem, Row};

/// A weakness, and what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weakness<'a> {
    /// The words.
    pub words: &'a str,
    /// Its cause; may be empty.
    pub cause: &'a str,
    /// The criterion, and the catalogue that has it; none where the plan uses another catalogue.
    pub criterion: Option<(&'a Catalogue, &'a str)>,
}

/// The weakness as a problem at the end of the plan's, as one step.
#[must_use]
pub fn as_problem(plan: &Plan, of: Weakness<'_>, fresh: &mut FreshIds) -> Edit {
    Edit::Batch(Act::TakeProblem, vec![problem(plan, of, fresh.give())])
}

/// The weakness as an item of the plan under its criterion, with the problem that the item
/// answers, as one step. Where the plan has the problem already
/// (`known`), the item answers that one.
#[must_use]
pub fn as_item(plan: &Plan, of: Weakness<'_>, known: Option<Id>, fresh: &mut FreshIds) -> Edit {
    let mut edits = Vec::new();
    let answered = known.unwrap_or_else(|| {
        let id = fresh.give();
        edits.push(problem(plan, of, id));
        id
    });
    let chosen =
        of.criterion.map(|(catalogue, code)| rows_for_criteria(plan, catalogue, &[code], fresh));
    let mut insertions = chosen.unwrap_or_default();
    if insertions.is_empty() {
        let item = Row::Item(Arc::new(Item { id: fresh.give(), ..Item::default() }));
        insertions.push(Insertion { at: plan.rows.len(), rows: vec![item] });
    }
    for Insertion { at, mut rows } in insertions {
        for row in &mut rows {
            if let Row::Item(item) = row {
                Arc::make_mut(item).problem = Some(answered);
            }
        }
        let change = PlanEdit::Insert { at, elements: Elements::Rows(rows) };
        edits.push(Edit::InPlan { plan: plan.id, change });
    }
    Edit::Batch(Act::TakeWeakness, edits)
}

fn problem(plan: &Plan, of: Weakness<'_>, id: Id) -> Edit {
    let standard = of.criterion.and_then(|(catalogue, code)| {
        catalogue.standards.iter().find(|one| one.criteria.iter().any(|one| one.code == code))
    });
    let name = of.criterion.and_then(|(catalogue, code)| catalogue.criterion_text(code));
    let problem = Problem {
        id,
        standard_text: standard.map(standard_title).unwrap_or_default(),
        criterion_text: name.unwrap_or_default(),
        criteria: of.criterion.map(|(_, code)| code.to_owned()).into_iter().collect(),
        weakness: of.words.to_owned(),
        cause: of.cause.trim().to_owned(),
        ..Problem::default()
    };
    let elements = Elements::Problems(vec![Arc::new(problem)]);
    let change = PlanEdit::Insert { at: plan.problems.len(), elements };
    Edit::InPlan { plan: plan.id, change }
}
