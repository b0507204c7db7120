//! What is done with whole lines: add, duplicate, move, delete, copy.

use std::sync::Arc;

use crate::edit::PlanEdit;
use crate::messages;
use crate::plan::{Group, Id, Item, Problem, Review, Row, TableKind};
use crate::ui::Command;
use crate::ui::request::{Request, Requests};
use crate::ui::view::ViewCx;

use super::clipboard;
use super::keys::Step;
use super::model::{Key, Model};

/// Asks for a step with these lines; gives the line that shall be active afterwards.
pub fn run(
    cx: &ViewCx<'_>,
    model: &Model,
    step: Step,
    keys: &[Key],
    requests: &mut Requests,
) -> Option<Key> {
    let places: Vec<usize> = keys.iter().filter_map(|key| model.position(*key)).collect();
    let (first, last) = (*places.first()?, *places.last()?);
    match step {
        Step::Copy(_) => {
            copy(model, &places, requests);
            None
        }
        Step::AddBelow => Some(add_below(cx, model.table, last + 1, requests)),
        Step::Duplicate => Some(duplicate(cx, model.table, &places, requests)),
        Step::Move(by) => {
            shift(cx, model, first, last, by, requests);
            None
        }
        Step::Delete => delete(cx, model, &places, requests),
        _ => None,
    }
}

fn copy(model: &Model, places: &[usize], requests: &mut Requests) {
    let rows: Vec<Vec<&str>> = places
        .iter()
        .map(|at| {
            let line = &model.lines[*at];
            let cell = |field| if line.spans() { "" } else { line.text(field) };
            let mut cells = vec![line.tt.as_str()];
            cells.extend(model.columns.iter().skip(1).map(|column| cell(column.field)));
            if line.spans() && cells.len() > 1 {
                cells[1] = line.text(crate::plan::Field::Tt);
            }
            cells
        })
        .collect();
    copy_cells(&rows, requests);
    requests.push(Request::Notice(messages::table::copied(rows.len())));
}

/// Puts cells on the clipboard.
pub fn copy_cells(rows: &[Vec<&str>], requests: &mut Requests) {
    let html = Some(clipboard::to_html(rows));
    requests.push(Request::Copy { text: clipboard::to_tsv(rows), html });
}

fn key(id: Id) -> Key {
    Key(id.0)
}

/// An empty line comes in at this place.
pub fn add_below(cx: &ViewCx<'_>, table: TableKind, at: usize, requests: &mut Requests) -> Key {
    let id = cx.dossier.next_id;
    match table {
        TableKind::Rows => {
            let rows = vec![Row::Item(Arc::new(Item { id, ..Item::default() }))];
            requests.edit(cx.plan.id, PlanEdit::InsertRows { at, rows });
        }
        TableKind::Problems => {
            let problems = vec![Arc::new(Problem { id, ..Problem::default() })];
            requests.edit(cx.plan.id, PlanEdit::InsertProblems { at, problems });
        }
        TableKind::Reviews => {
            let mut reviews = cx.plan.reviews.clone();
            reviews.insert(at.min(reviews.len()), Review::default());
            requests.edit(cx.plan.id, PlanEdit::SetReviews(reviews));
            return Key(u32::try_from(at).unwrap_or_default());
        }
    }
    key(id)
}

fn duplicate(cx: &ViewCx<'_>, table: TableKind, places: &[usize], requests: &mut Requests) -> Key {
    let at = places.last().map_or(0, |last| last + 1);
    let mut id = cx.dossier.next_id;
    let first = id;
    let mut fresh = || {
        let this = id;
        id = id.next();
        this
    };
    match table {
        TableKind::Rows => {
            let again = |row: &Row| match row {
                Row::Band(band) => {
                    Row::Band(Arc::new(crate::plan::Band { id: fresh(), ..(**band).clone() }))
                }
                Row::Group(group) => {
                    Row::Group(Arc::new(Group { id: fresh(), ..(**group).clone() }))
                }
                Row::Item(item) => Row::Item(Arc::new(Item { id: fresh(), ..(**item).clone() })),
            };
            let rows = places.iter().filter_map(|at| cx.plan.rows.get(*at)).map(again).collect();
            requests.edit(cx.plan.id, PlanEdit::InsertRows { at, rows });
        }
        TableKind::Problems => {
            let again =
                |problem: &Arc<Problem>| Arc::new(Problem { id: fresh(), ..(**problem).clone() });
            let old = places.iter().filter_map(|at| cx.plan.problems.get(*at));
            let problems = old.map(again).collect();
            requests.edit(cx.plan.id, PlanEdit::InsertProblems { at, problems });
        }
        TableKind::Reviews => {
            let mut reviews = cx.plan.reviews.clone();
            let again: Vec<Review> =
                places.iter().filter_map(|at| reviews.get(*at)).cloned().collect();
            reviews.splice(at..at, again);
            requests.edit(cx.plan.id, PlanEdit::SetReviews(reviews));
            return Key(u32::try_from(at).unwrap_or_default());
        }
    }
    key(first)
}

fn shift(
    cx: &ViewCx<'_>,
    model: &Model,
    first: usize,
    last: usize,
    by: i32,
    requests: &mut Requests,
) {
    let count = last + 1 - first;
    let Some(to) = first.checked_add_signed(by as isize) else { return };
    if to + count > model.lines.len() {
        return;
    }
    let ids = model.lines[first..=last].iter().map(|line| Id(line.key.0));
    match model.table {
        TableKind::Rows => {
            requests.edit(cx.plan.id, PlanEdit::MoveRows { rows: ids.collect(), to });
        }
        TableKind::Problems => {
            for problem in ids.take(1) {
                requests.edit(cx.plan.id, PlanEdit::MoveProblem { problem, to });
            }
        }
        TableKind::Reviews => {
            let mut reviews = cx.plan.reviews.clone();
            let moved: Vec<Review> = reviews.drain(first..=last).collect();
            reviews.splice(to..to, moved);
            requests.edit(cx.plan.id, PlanEdit::SetReviews(reviews));
        }
    }
}

fn delete(
    cx: &ViewCx<'_>,
    model: &Model,
    places: &[usize],
    requests: &mut Requests,
) -> Option<Key> {
    let ids: Vec<Id> = places.iter().map(|at| Id(model.lines[*at].key.0)).collect();
    let count = ids.len();
    match model.table {
        TableKind::Rows => requests.edit(cx.plan.id, PlanEdit::RemoveRows(ids)),
        TableKind::Problems => requests.edit(cx.plan.id, PlanEdit::RemoveProblems(ids)),
        TableKind::Reviews => {
            let mut reviews = cx.plan.reviews.clone();
            let mut at = 0;
            reviews.retain(|_| {
                at += 1;
                !places.contains(&(at - 1))
            });
            requests.edit(cx.plan.id, PlanEdit::SetReviews(reviews));
        }
    }
    requests.push(Request::Offer {
        words: messages::table::deleted(count),
        action: Command::Undo.label().to_owned(),
        then: Box::new(Request::Run(Command::Undo)),
    });
    let after = places.last()? + 1;
    let next = model.lines.get(after).or_else(|| model.lines.get(places.first()?.checked_sub(1)?));
    next.map(|line| line.key)
}
