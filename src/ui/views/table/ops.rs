//! What is done with whole lines: add, duplicate, move, delete, copy.

use std::sync::Arc;

use crate::edit::{Elements, List, fresh_rows};
use crate::export::clipboard;
use crate::messages;
use crate::plan::{Id, Item, Problem, Review, Row, TableKind};
use crate::ui::Command;
use crate::ui::grid::{Key, Line as _, Step};
use crate::ui::request::{Request, Requests};
use crate::ui::view::ViewCx;

use super::model::{Line, Model};

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
        Step::AddAbove => Some(add_below(cx, model.table, model.lines[first].place, requests)),
        Step::AddBelow => Some(add_below(cx, model.table, model.place_after(last + 1), requests)),
        Step::Duplicate => {
            let of_plan: Vec<usize> = places.iter().map(|at| model.lines[*at].place).collect();
            duplicate(cx, model.table, &of_plan, requests)
        }
        Step::Move(by) => {
            let edge = if by < 0 { first } else { last + 1 };
            let before = edge.checked_add_signed(by as isize);
            if let Some(before) = before.filter(|at| *at <= model.lines.len()) {
                shift(cx, model, &places, before, requests);
            }
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
            cells.extend(model.columns.iter().skip(1).map(|column| cell(column.key)));
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
    let id = requests.fresh().give();
    let new = match table {
        TableKind::Rows => {
            Elements::Rows(vec![Row::Item(Arc::new(Item { id, ..Item::default() }))])
        }
        TableKind::Problems => {
            Elements::Problems(vec![Arc::new(Problem { id, ..Problem::default() })])
        }
        TableKind::Reviews => Elements::Reviews(vec![Review { id, ..Review::default() }]),
    };
    requests.insert(cx.plan.id, at, new);
    key(id)
}

/// The same lines once more, under the last of them; gives the first of the new ones.
fn duplicate(
    cx: &ViewCx<'_>,
    table: TableKind,
    places: &[usize],
    requests: &mut Requests,
) -> Option<Key> {
    let fresh = requests.fresh();
    let again = match table {
        TableKind::Rows => {
            let rows: Vec<Row> =
                places.iter().filter_map(|at| cx.plan.rows.get(*at)).cloned().collect();
            Elements::Rows(fresh_rows(&rows, fresh))
        }
        TableKind::Problems => {
            let old = places.iter().filter_map(|at| cx.plan.problems.get(*at));
            let again =
                |old: &Arc<Problem>| Arc::new(Problem { id: fresh.give(), ..Problem::clone(old) });
            Elements::Problems(old.map(again).collect())
        }
        TableKind::Reviews => {
            let old = places.iter().filter_map(|at| cx.plan.reviews.get(*at));
            let again = |old: &Review| Review { id: fresh.give(), ..old.clone() };
            Elements::Reviews(old.map(again).collect())
        }
    };
    let first = again.ids().first().copied();
    requests.insert(cx.plan.id, places.last()? + 1, again);
    first.map(key)
}

/// The lines at these places in sight come before the one that stands at `before` there.
pub fn shift(
    cx: &ViewCx<'_>,
    model: &Model,
    places: &[usize],
    before: usize,
    requests: &mut Requests,
) {
    let moved: Vec<&Line> = places.iter().filter_map(|at| model.lines.get(*at)).collect();
    let to = model.place_after(before);
    let to = to - moved.iter().filter(|line| line.place < to).count();
    let ids = moved.iter().map(|line| Id(line.key.0)).collect();
    requests.shift(cx.plan.id, list_of(model.table), ids, to);
}

/// The list of the plan that a table shows.
fn list_of(table: TableKind) -> List {
    match table {
        TableKind::Rows => List::Rows,
        TableKind::Problems => List::Problems,
        TableKind::Reviews => List::Reviews,
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
    requests.remove(cx.plan.id, list_of(model.table), ids);
    requests.push(Request::Offer {
        words: messages::table::deleted(count),
        action: Command::Undo.label().to_owned(),
        then: Box::new(Request::Run(Command::Undo)),
    });
    let after = places.last()? + 1;
    let next = model.lines.get(after).or_else(|| model.lines.get(places.first()?.checked_sub(1)?));
    next.map(|line| line.key)
}
