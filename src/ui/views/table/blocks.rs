//! What is done with a block of cells: copied, emptied, filled from its first line or column.

use crate::edit::{Act, Edit};
use crate::import::clipboard::block;
use crate::plan::{Field, Id};
use crate::ui::grid::{Key, Line as _, Step};
use crate::ui::request::{Request, Requests};
use crate::ui::view::ViewCx;
use crate::words::{clean_paste, continued};

use super::model::{Line, Model};
use super::ops::copy_cells;

/// Asks for a step with the cells of these lines and columns.
pub fn run(
    cx: &ViewCx<'_>,
    model: &Model,
    step: Step,
    (keys, fields): (&[Key], &[Field]),
    requests: &mut Requests,
) {
    let lines: Vec<&Line> = keys.iter().filter_map(|key| model.line(*key)).collect();
    match step {
        Step::Copy(cut) => {
            copy(&lines, fields, requests);
            if cut {
                empty(cx, &lines, fields, requests);
            }
        }
        Step::Empty => empty(cx, &lines, fields, requests),
        Step::FillDown => {
            // Of one line: from the line above.
            let above = || {
                let at = model.position(lines.first()?.key)?;
                model.lines[..at].iter().rev().find(|line| !line.spans())
            };
            let rows: Vec<&Line> = lines.iter().copied().filter(|line| !line.spans()).collect();
            let from = if rows.len() > 1 { rows.first().copied() } else { above() };
            let Some(from) = from else { return };
            let cells = rows.iter().flat_map(|line| fields.iter().map(|field| (*line, *field)));
            let filled =
                |(line, field): (&Line, Field)| edit(cx.plan.id, line, field, from.text(field));
            batch(cells.filter_map(filled).collect(), Act::FillCells, requests);
        }
        Step::FillRight => {
            let columns = &model.columns;
            let place = |field| columns.iter().position(|column| column.key == field);
            // Of one column: from the column before.
            let before = || {
                let at = place(*fields.first()?)?.checked_sub(1).filter(|at| *at > 0)?;
                Some(columns[at].key)
            };
            let from = if fields.len() > 1 { fields.first().copied() } else { before() };
            let Some(from) = from else { return };
            let cells = lines.iter().flat_map(|line| fields.iter().map(|field| (*line, *field)));
            let filled =
                |(line, field): (&Line, Field)| edit(cx.plan.id, line, field, line.text(from));
            let cells = cells.filter(|(line, _)| !line.spans() && line.is_typed(from));
            batch(cells.filter_map(filled).collect(), Act::FillCells, requests);
        }
        _ => {}
    }
}

/// The cells of these lines and columns go on into those behind them.
pub fn fill(
    cx: &ViewCx<'_>,
    model: &Model,
    (keys, fields): (&[Key], &[Field]),
    (to_keys, to_fields): (&[Key], &[Field]),
    down: bool,
    requests: &mut Requests,
) {
    let rows = |keys: &[Key]| -> Vec<&Line> {
        keys.iter().filter_map(|key| model.line(*key)).filter(|line| !line.spans()).collect()
    };
    let (from, to) = (rows(keys), rows(to_keys));
    let mut edits = Vec::new();
    let mut put = |line: &Line, field: Field, text: &str| {
        edits.extend(edit(cx.plan.id, line, field, text));
    };
    if down {
        for field in fields {
            let source: Vec<&str> = from.iter().map(|line| line.text(*field)).collect();
            for (line, text) in to.iter().zip(continued(&source, to.len())) {
                put(line, *field, &text);
            }
        }
    } else {
        for line in from {
            let typed = fields.iter().filter(|field| line.is_typed(**field));
            let source: Vec<&str> = typed.map(|field| line.text(*field)).collect();
            for (field, text) in to_fields.iter().zip(continued(&source, to_fields.len())) {
                put(line, *field, &text);
            }
        }
    }
    batch(edits, Act::FillCells, requests);
}

/// One text that is pasted over a block goes into each of its cells; gives whether it did.
pub fn fill_with(
    cx: &ViewCx<'_>,
    model: &Model,
    (keys, fields): &(Vec<Key>, Vec<Field>),
    text: &str,
    requests: &mut Requests,
) -> bool {
    if keys.len() * fields.len() < 2 || block(text, cx.clip.html.as_deref()).is_some() {
        return false;
    }
    let clean = clean_paste(text);
    let one = clean.strip_suffix('\n').unwrap_or(&clean);
    let lines = keys.iter().filter_map(|key| model.line(*key)).filter(|line| !line.spans());
    let cells = lines.flat_map(|line| fields.iter().map(move |field| (line, *field)));
    let edits = cells.filter_map(|(line, field)| edit(cx.plan.id, line, field, one)).collect();
    batch(edits, Act::PasteCells, requests);
    true
}

fn copy(lines: &[&Line], fields: &[Field], requests: &mut Requests) {
    let rows: Vec<Vec<&str>> = lines
        .iter()
        .map(|line| {
            // The one text of a band or a group stands in its first cell.
            let cell = |(at, field): (usize, &Field)| {
                if line.spans() && at > 0 { "" } else { line.text(*field) }
            };
            fields.iter().enumerate().map(cell).collect()
        })
        .collect();
    copy_cells(&rows, requests);
}

fn empty(cx: &ViewCx<'_>, lines: &[&Line], fields: &[Field], requests: &mut Requests) {
    // The text of a band or a group goes only where it alone is meant.
    let alone = lines.len() == 1;
    let cells = lines.iter().filter(|line| alone || !line.spans()).flat_map(|line| {
        let fields = if line.spans() { &fields[..fields.len().min(1)] } else { fields };
        fields.iter().map(|field| (*line, *field))
    });
    let edits: Vec<Edit> =
        cells.filter_map(|(line, field)| edit(cx.plan.id, line, field, "")).collect();
    batch(edits, Act::EmptyCells, requests);
}

/// The edit that gives a cell another text; none where nobody types there or it has it already.
fn edit(plan: Id, line: &Line, field: Field, text: &str) -> Option<Edit> {
    let other = line.is_typed(field) && line.text(field) != text;
    other.then(|| line.make_edit(plan, field)(text))
}

/// One step of undo for all.
fn batch(mut edits: Vec<Edit>, act: impl Fn(usize) -> Act, requests: &mut Requests) {
    let count = edits.len();
    match count {
        0 => {}
        1 => requests.push(Request::Edit(edits.remove(0), None)),
        _ => requests.push(Request::Edit(Edit::Batch(act(count), edits), None)),
    }
}
