//! A row that its author cut in two by hand, so that a page ends within it: the second half has
//! neither number nor criterion, and goes on where the first ends.

use std::sync::Arc;

use super::super::draft::{Asked, At};
use super::build::{Build, put};
use crate::plan::{Field, Id, Item, Problem, Record, Row};

/// Whether these words, each with those of the cell above, surely go on: none of the cells above
/// came to its end, and one of these begins within a sentence.
pub(super) fn is_sure(rest: &[(&str, &str)]) -> bool {
    let goes_on = |(above, text): &(&str, &str)| {
        !above.trim().is_empty()
            && !above.trim_end().ends_with(['.', '!', '?'])
            && (within(text) || text.trim_start().starts_with(goes_on_so))
    };
    rest.iter().any(|(_, text)| within(text)) && rest.iter().all(goes_on)
}

/// A further point of a list, the rest of a date.
fn goes_on_so(first: char) -> bool {
    matches!(first, '-' | '+' | '•') || first.is_ascii_digit()
}

/// Whether a text begins with a small letter, as no sentence does.
fn within(text: &str) -> bool {
    text.trim_start().starts_with(char::is_lowercase)
}

/// Puts the words of the second half behind those of the first, which is the last row; gives that.
pub(super) fn join(rest: &Item, build: &mut Build<'_>) -> Option<Id> {
    let problem = rest.problem.and_then(|_| build.plan.problems.pop());
    let Some(Row::Item(first)) = build.plan.rows.last_mut() else { return None };
    let first = Arc::make_mut(first);
    for one in Item::TEXTS {
        add(first, one.field, &one.get(rest));
    }
    first.status = first.status.or(rest.status);
    if let Some(problem) = problem {
        let answered = first.problem;
        let mut known = build.plan.problems.iter_mut().rev();
        if let Some(known) = known.find(|of| answered == Some(of.id)) {
            let known = Arc::make_mut(known);
            for one in Problem::TEXTS {
                add(known, one.field, &one.get(&problem));
            }
        } else {
            first.problem = Some(problem.id);
            build.plan.problems.push(problem);
        }
    }
    Some(first.id)
}

/// Words that go on within a sentence stand on its line, others on a line of their own.
fn add<R: Record>(record: &mut R, field: Field, text: &str) {
    if !text.trim().is_empty() {
        put(
            record,
            field,
            text,
            if within(text) {
                " "
            } else {
                "
"
            },
        );
    }
}

/// The last piece knows the question that was asked about it.
pub(super) fn mark_asked(place: At, build: &mut Build<'_>) {
    let last = build.questions.len().checked_sub(1);
    let asked = last.filter(|at| build.questions[*at].asked == Asked::Piece(place));
    if let (Some(piece), Some(question)) = (build.pieces.last_mut(), asked) {
        piece.question = Some(question);
    }
}
