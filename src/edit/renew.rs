//! A paper beside the same paper proposed anew: what the data would say now, paragraph by paragraph
//! and cell by cell, and the edit that takes what a person chose of it.
//!
//! Invariant: nothing is rewritten that was not chosen.

use std::sync::Arc;

use super::{Act, CellOf, Edit, FreshIds, PlanEdit, Words};
use crate::plan::{Block, Id, Paragraph, Part, Plan, Spot, TextTable};
use crate::understand::status_in;

/// Something that the paper proposed anew says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewal {
    /// Where.
    pub at: Spot,
    /// Of a cell of a table: its row and its column.
    pub cell: String,
    /// As it stands; empty: it would come in.
    pub before: String,
    /// As it would stand; empty: it would go.
    pub after: String,
    /// Not its figures alone are others: a person may have written it, or taken it out.
    pub by_hand: bool,
}

impl Renewal {
    fn of(at: &Spot, before: String, after: String) -> Self {
        let by_hand = !same_but_data(&before, &after);
        Self { at: at.clone(), cell: String::new(), before, after, by_hand }
    }
}

/// Whether texts differ in figures alone, or in how work stands.
fn same_but_data(before: &str, after: &str) -> bool {
    let words = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "");
    let is_status = |text: &str| status_in(text).is_some();
    !before.is_empty()
        && !after.is_empty()
        && (words(before) == words(after) || is_status(before) && is_status(after))
}

/// The edit that brings a proposed paper, which gets its numbers.
#[must_use]
pub fn bring_paper(paper: &Plan, fresh: &mut FreshIds) -> Edit {
    let paper = paper.with_ids(&mut |id| if id.is_none() { fresh.give() } else { id });
    Edit::AddPlan { plan: Arc::new(paper), catalogue: None }
}

/// What would change, in the order of the paper.
#[must_use]
pub fn renewals(paper: &Plan, proposed: &Plan) -> Vec<Renewal> {
    places(paper, proposed).iter().flat_map(Place::renewals).collect()
}

/// The edit that takes these of [`renewals`], by their places among them; none where none is chosen.
#[must_use]
pub fn take_renewals(paper: &Plan, proposed: &Plan, chosen: &[usize]) -> Option<Edit> {
    let (mut cells, mut words) = (Vec::new(), Vec::new());
    let mut first = 0;
    for place in places(paper, proposed) {
        let count = place.renewals().len();
        let taken: Vec<bool> = (first..first + count).map(|at| chosen.contains(&at)).collect();
        first += count;
        if taken.contains(&true) {
            // A table is known by its place among the blocks, which words move.
            let list = if matches!(place, Place::Rows { .. }) { &mut cells } else { &mut words };
            place.take(&taken, list);
        }
    }
    cells.append(&mut words);
    let plan = paper.id;
    let edits: Vec<Edit> = cells.into_iter().map(|change| Edit::InPlan { plan, change }).collect();
    let count = chosen.iter().filter(|at| **at < first).count();
    (!edits.is_empty()).then_some(Edit::Batch(Act::Renew(count), edits))
}

/// What is compared by itself.
enum Place<'a> {
    /// The paragraphs of a field.
    Words { of: Words, at: Spot, old: Vec<Paragraph>, new: Vec<Paragraph> },
    /// A table of words.
    Rows { part: Id, block: usize, old: &'a TextTable, new: &'a TextTable },
    /// A part in which tables come or go: all or nothing.
    Whole { old: &'a Part, new: &'a Part },
}

fn places<'a>(paper: &'a Plan, proposed: &'a Plan) -> Vec<Place<'a>> {
    let field = |of, at, old: &[Paragraph], new: &[Paragraph]| Place::Words {
        of,
        at,
        old: old.to_vec(),
        new: new.to_vec(),
    };
    let mut places = vec![
        field(Words::Bases, Spot::Bases, &paper.bases, &proposed.bases),
        field(Words::Opening, Spot::Opening, &paper.opening, &proposed.opening),
    ];
    for old in &paper.parts {
        let same = |one: &&Arc<Part>| one.key.is_some() && one.key == old.key;
        let Some(new) = proposed.parts.iter().find(same) else { continue };
        if shape(old) != shape(new) {
            places.push(Place::Whole { old, new });
            continue;
        }
        for (stretch, range) in old.stretches().into_iter().enumerate() {
            let of = Words::Part { part: old.id, stretch };
            let at = Spot::Part(old.id);
            places.push(field(of, at, &old.stretch(stretch), &new.stretch(stretch)));
            let block = range.end;
            let new_end = new.stretches().get(stretch).map(|range| range.end);
            if let Some(Block::Table(table)) = old.blocks.get(block)
                && let Some(Block::Table(other)) = new_end.and_then(|end| new.blocks.get(end))
            {
                places.push(Place::Rows { part: old.id, block, old: table, new: other });
            }
        }
    }
    places
}

/// The blocks of a part that are not words, tables by their width.
fn shape(part: &Part) -> Vec<(std::mem::Discriminant<Block>, usize)> {
    let others = part.blocks.iter().filter(|block| !matches!(block, Block::Paragraph(_)));
    let width = |block: &Block| match block {
        Block::Table(table) => table.columns.len(),
        _ => 0,
    };
    others.map(|block| (std::mem::discriminant(block), width(block))).collect()
}

/// How an old list becomes a new one, by places in both.
#[derive(Clone, Copy)]
enum Op {
    Same(usize, usize),
    Gone(usize),
    /// Before the old one of this place.
    Come(usize, usize),
}

/// The longest common run of equal elements stays; others go and come.
fn align<T: PartialEq>(old: &[T], new: &[T]) -> Vec<Op> {
    let width = new.len() + 1;
    let mut longest = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i * width + j] = if old[i] == new[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut ops = Vec::new();
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            ops.push(Op::Same(i, j));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len()
            || (i < old.len() && longest[(i + 1) * width + j] >= longest[i * width + j + 1])
        {
            ops.push(Op::Gone(i));
            i += 1;
        } else {
            ops.push(Op::Come(i, j));
            j += 1;
        }
    }
    ops
}

/// A paragraph that stays, that another replaces, that goes or that comes.
enum Step<'a> {
    Keep(&'a Paragraph),
    Change(Option<&'a Paragraph>, Option<&'a Paragraph>),
}

/// Of what goes and what comes at one place, each replaces another in order.
fn steps<'a>(old: &'a [Paragraph], new: &'a [Paragraph]) -> Vec<Step<'a>> {
    let mut steps = Vec::new();
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    let close =
        |gone: &mut Vec<&'a Paragraph>, come: &mut Vec<&'a Paragraph>, steps: &mut Vec<_>| {
            for at in 0..gone.len().max(come.len()) {
                steps.push(Step::Change(gone.get(at).copied(), come.get(at).copied()));
            }
            gone.clear();
            come.clear();
        };
    for op in align(old, new) {
        match op {
            Op::Same(at, _) => {
                close(&mut gone, &mut come, &mut steps);
                steps.push(Step::Keep(&old[at]));
            }
            Op::Gone(at) => gone.push(&old[at]),
            Op::Come(_, at) => come.push(&new[at]),
        }
    }
    close(&mut gone, &mut come, &mut steps);
    steps
}

/// A cell by its row and its column.
fn cell_name(table: &TextTable, row: Option<usize>, column: usize) -> String {
    let title = table.columns.get(column).map_or("", |column| column.title.trim());
    let row = row.and_then(|row| keys(table).get(row).map(|(_, name)| name.trim()));
    [row.unwrap_or_default(), title]
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// What a row is known by: its name behind the number.
fn keys(table: &TextTable) -> Vec<(bool, &str)> {
    let name = |cells: &'_ [String]| cells.len().min(2).saturating_sub(1);
    let rows = table.rows.iter();
    rows.map(|row| (row.bold, row.cells.get(name(&row.cells)).map_or("", String::as_str))).collect()
}

impl Place<'_> {
    fn renewals(&self) -> Vec<Renewal> {
        let mut out = Vec::new();
        match self {
            Self::Words { at, old, new, .. } => {
                for step in steps(old, new) {
                    if let Step::Change(old, new) = step {
                        let text = |one: Option<&Paragraph>| one.map(Paragraph::text);
                        let (old, new) = (text(old), text(new));
                        out.push(Renewal::of(at, old.unwrap_or_default(), new.unwrap_or_default()));
                    }
                }
            }
            Self::Rows { part, old, new, .. } => {
                let at = Spot::Part(*part);
                each_row(old, new, &mut |row| {
                    out.push(match row {
                        RowChange::Cell { row, column, old: before, new: after } => Renewal {
                            cell: cell_name(old, row, column),
                            ..Renewal::of(&at, before.to_owned(), after.to_owned())
                        },
                        RowChange::Gone(row) => {
                            Renewal::of(&at, old.rows[row].cells.join(" | "), String::new())
                        }
                        // A row is of work, which is new in the data.
                        RowChange::Come(_, row) => {
                            let after = new.rows[row].cells.join(" | ");
                            Renewal { by_hand: false, ..Renewal::of(&at, String::new(), after) }
                        }
                    });
                });
            }
            Self::Whole { old, new } => {
                out.push(Renewal::of(&Spot::Part(old.id), words_of(old), words_of(new)));
            }
        }
        out
    }

    /// Adds the changes that take those of its renewals that are chosen.
    fn take(&self, chosen: &[bool], out: &mut Vec<PlanEdit>) {
        let mut nth = 0;
        let mut is_chosen = || {
            nth += 1;
            chosen.get(nth - 1) == Some(&true)
        };
        match self {
            Self::Words { of, old, new, .. } => {
                let kept = steps(old, new).into_iter().filter_map(|step| match step {
                    Step::Keep(one) => Some(one.clone()),
                    Step::Change(old, new) => if is_chosen() { new } else { old }.cloned(),
                });
                out.push(PlanEdit::SetWords { of: *of, paragraphs: kept.collect() });
            }
            Self::Rows { part, block, old, new } => {
                let (part, block) = (*part, *block);
                let mut moved = Vec::new();
                each_row(old, new, &mut |row| {
                    if !is_chosen() {
                        return;
                    }
                    let splice =
                        |at, gone, rows| PlanEdit::SpliceRows { part, block, at, gone, new: rows };
                    match row {
                        RowChange::Cell { row, column, new, .. } => out.push(PlanEdit::SetCell {
                            cell: CellOf { part, block, row, column },
                            text: new.to_owned(),
                        }),
                        RowChange::Gone(at) => moved.push(splice(at, 1, Vec::new())),
                        RowChange::Come(at, from) => {
                            moved.push(splice(at, 0, vec![new.rows[from].clone()]));
                        }
                    }
                });
                // From the end, so that places before stay what they are.
                out.extend(moved.into_iter().rev());
            }
            Self::Whole { old, new } => {
                out.push(PlanEdit::ResetPart { part: old.id, blocks: new.blocks.clone() });
            }
        }
    }
}

/// What becomes of a table.
enum RowChange<'a> {
    Cell {
        row: Option<usize>,
        column: usize,
        old: &'a str,
        new: &'a str,
    },
    Gone(usize),
    /// Before the row of this place comes the one of that.
    Come(usize, usize),
}

fn each_row<'a>(old: &'a TextTable, new: &'a TextTable, tell: &mut dyn FnMut(RowChange<'a>)) {
    let cells = |row: Option<usize>, from: Option<usize>, tell: &mut dyn FnMut(RowChange<'a>)| {
        for column in 0..old.columns.len() {
            let of = old.text(row, column).unwrap_or_default();
            let anew = new.text(from, column).unwrap_or_default();
            if of != anew {
                tell(RowChange::Cell { row, column, old: of, new: anew });
            }
        }
    };
    cells(None, None, tell);
    for op in align(&keys(old), &keys(new)) {
        match op {
            Op::Same(at, from) => cells(Some(at), Some(from), tell),
            Op::Gone(at) => tell(RowChange::Gone(at)),
            Op::Come(at, from) => tell(RowChange::Come(at, from)),
        }
    }
}

/// All words of a part, a paragraph or a row a line.
fn words_of(part: &Part) -> String {
    let mut lines = Vec::new();
    for block in &part.blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(paragraph.text()),
            Block::Table(table) => {
                lines.extend(table.rows.iter().map(|row| row.cells.join(" | ")));
            }
            _ => {}
        }
    }
    lines.join("\n")
}
