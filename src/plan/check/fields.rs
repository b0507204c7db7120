//! The typed texts of rows and problems by the field that prints them.

use crate::plan::{Field, Item, Problem, Review};

/// The text an item has for a field; `None` where it has none that is typed.
pub(super) fn of_item(item: &Item, field: Field) -> Option<&str> {
    Some(match field {
        Field::CriterionText => &item.criterion_text,
        Field::Content => &item.content,
        Field::Target => &item.target,
        Field::Actions => &item.actions,
        Field::Indicator => &item.indicator,
        Field::Responsible => &item.responsible.typed,
        Field::Time => &item.time.typed,
        Field::Budget => &item.budget.typed,
        Field::Resources => &item.resources,
        Field::Support => &item.support,
        Field::Evidence => &item.evidence,
        Field::Note => &item.note,
        _ => return None,
    })
}

/// Every field of an item that is typed.
pub(super) const OF_ITEM: [Field; 12] = [
    Field::CriterionText,
    Field::Content,
    Field::Target,
    Field::Actions,
    Field::Indicator,
    Field::Responsible,
    Field::Time,
    Field::Budget,
    Field::Resources,
    Field::Support,
    Field::Evidence,
    Field::Note,
];

/// The text a problem has for a field.
pub(super) fn of_problem(problem: &Problem, field: Field) -> Option<&str> {
    Some(match field {
        Field::StandardText => &problem.standard_text,
        Field::CriterionText => &problem.criterion_text,
        Field::CurrentState => &problem.current_state,
        Field::Weakness => &problem.weakness,
        Field::Cause => &problem.cause,
        _ => return None,
    })
}

/// The text a review has for a field.
pub(super) fn of_review(review: &Review, field: Field) -> Option<&str> {
    Some(match field {
        Field::When => &review.when,
        Field::Content => &review.content,
        Field::Result => &review.result,
        Field::Adjustment => &review.adjustment,
        Field::Assessor => &review.assessor,
        _ => return None,
    })
}
