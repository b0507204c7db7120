//! What a paper that was sent round and comes back would change in a plan, change by change, so
//! that a person can take one of them, some or all.
//!
//! Invariant: nothing changes by itself. A word of the plan that was changed since the paper went
//! out is overwritten only where that very change is taken.

use std::sync::Arc;

use super::paragraphs::{Incoming, plain, taking};
use crate::edit::{Act, CellOf, Edit, Elements, FreshIds, ItemValue, List, PlanEdit, Value, Words};
use crate::plan::{
    Field, Id, InfoField, Item, Paragraph, Part, Plan, RecordId, Row, Spot, Status, Texts,
};
use crate::words::order;

/// All that a paper would change in one plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merge {
    /// Which plan.
    pub plan: Id,
    /// The changes, in the order of the paper.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What it changes.
    pub target: Target,
    /// What the paper held when it went out; none where nobody knows.
    pub before: Option<Held>,
    /// What the plan holds now.
    pub now: Held,
    /// What the paper holds.
    pub incoming: Held,
    /// The plan says something else than when the paper went out, so that one of both is lost.
    pub conflict: bool,
}

/// What a change changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A text of a record.
    Text(RecordId, Field),
    /// How far an item has come.
    Status(Id),
    /// An item that the plan does not have.
    NewItem,
    /// The paragraph of this index of rich words.
    Paragraph(Words, usize),
    /// A paragraph that the plan does not have, before the one of this index.
    NewParagraph(Words, usize),
    /// A part that the plan does not have, before the one of this index.
    NewPart(usize),
    /// A problem, a review, a group, a person or a signature that the plan does not have.
    NewRecord,
    /// A text of a table of words.
    Cell(CellOf),
}

/// What stands somewhere.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// Nothing: there is no such thing.
    Nothing,
    /// Words.
    Text(String),
    /// How far an item has come.
    Status(Option<Status>),
    /// A whole item; its id says nothing.
    Item(Box<Item>),
    /// A paragraph with its look.
    Paragraph(Paragraph),
    /// A part with nothing but paragraphs; its id says nothing.
    Part(Box<Part>),
    /// One element of a list, whose id says nothing, and its words.
    Record(Box<Elements>, String),
}

impl Merge {
    /// Of nothing.
    #[must_use]
    pub fn of(plan: Id) -> Self {
        Self { plan, changes: Vec::new() }
    }

    /// Notes what the paper says of a text; nothing where it says what the plan says or what it
    /// said when it went out, and where the plan has no such text.
    pub fn text(
        &mut self,
        plan: &Plan,
        (record, field): (RecordId, Field),
        before: Option<&str>,
        incoming: &str,
    ) {
        let Some(now) = plan.text_of(record, field) else { return };
        let (now, incoming) = (now.into_owned(), tidy(incoming));
        if same(&now, &incoming) || before.is_some_and(|before| same(before, &incoming)) {
            return;
        }
        // Of a paper that does not say what it was, an empty place is taken for untouched.
        let conflict = before.map_or(!now.trim().is_empty(), |before| !same(before, &now));
        self.changes.push(Change {
            target: Target::Text(record, field),
            before: before.map(|before| Held::Text(tidy(before))),
            now: Held::Text(now),
            incoming: Held::Text(incoming),
            conflict,
        });
    }

    /// The same of how far an item has come.
    pub fn status(
        &mut self,
        plan: &Plan,
        item: Id,
        before: Option<Option<Status>>,
        incoming: Option<Status>,
    ) {
        let Some(now) = plan.item(item).map(|item| item.status) else { return };
        if now == incoming || before == Some(incoming) {
            return;
        }
        self.changes.push(Change {
            target: Target::Status(item),
            before: before.map(Held::Status),
            now: Held::Status(now),
            incoming: Held::Status(incoming),
            conflict: before.map_or(now.is_some(), |before| before != now),
        });
    }

    /// Notes an item that the plan does not have. `gone`: it had it when the paper went out.
    pub fn new_item(&mut self, item: Item, gone: bool) {
        self.changes.push(Change {
            target: Target::NewItem,
            before: None,
            now: Held::Nothing,
            incoming: Held::Item(Box::new(item.nfc())),
            conflict: gone,
        });
    }

    /// Notes a paragraph that says something else than the one of this index.
    pub fn paragraph(&mut self, (words, at): (Words, usize), now: Paragraph, incoming: Paragraph) {
        let conflict = !now.is_blank();
        self.changes.push(Change {
            target: Target::Paragraph(words, at),
            before: None,
            now: Held::Paragraph(now),
            incoming: Held::Paragraph(incoming),
            conflict,
        });
    }

    /// Notes what the paper says in a cell of a table of words, where that is something else.
    pub fn cell(&mut self, cell: CellOf, now: &str, incoming: &str) {
        if plain(now).nfc() == plain(incoming).nfc() {
            return;
        }
        self.changes.push(Change {
            target: Target::Cell(cell),
            before: None,
            now: Held::Text(now.to_owned()),
            incoming: Held::Text(tidy(incoming)),
            conflict: !now.trim().is_empty(),
        });
    }

    /// Notes a paragraph or a part that the plan does not have.
    pub fn addition(&mut self, target: Target, incoming: Held) {
        let (before, now) = (None, Held::Nothing);
        self.changes.push(Change { target, before, now, incoming, conflict: false });
    }

    /// How many of the changes are conflicts.
    #[must_use]
    pub fn conflicts(&self) -> usize {
        self.changes.iter().filter(|change| change.conflict).count()
    }

    /// For each change whether it can be taken without asking.
    #[must_use]
    pub fn free(&self) -> Vec<bool> {
        self.changes.iter().map(|change| !change.conflict).collect()
    }

    /// The changes that are taken, as one edit of the plan, which is the one it was made for or
    /// what became of it since; none where none is taken. What the plan has no place for any
    /// more is left out.
    #[must_use]
    pub fn edit(&self, plan: &Plan, taken: &[bool], fresh: &mut FreshIds) -> Option<Edit> {
        let mut edits = Vec::new();
        let mut items = Vec::new();
        let mut parts = Vec::new();
        let mut words: Vec<(Words, Vec<Incoming<'_>>)> = Vec::new();
        let mut into = |of: Words, one| match words.iter_mut().find(|(known, _)| *known == of) {
            Some((_, taken)) => taken.push(one),
            None => words.push((of, vec![one])),
        };
        let taken = self.changes.iter().zip(taken).filter(|(_, taken)| **taken);
        for (change, _) in taken {
            match (change.target, &change.incoming) {
                (Target::Text(record, field), Held::Text(text))
                    if plan.text_of(record, field).is_some() =>
                {
                    edits.push(PlanEdit::SetText { record, field, text: text.clone() });
                }
                (Target::Status(item), Held::Status(status)) if plan.item(item).is_some() => {
                    let value = Value::Item(item, ItemValue::Status(*status));
                    edits.push(PlanEdit::SetValue(value));
                }
                (Target::Cell(cell), Held::Text(text)) => {
                    let Held::Text(now) = &change.now else { continue };
                    // Of a table that became another one since, nothing is written over.
                    if cell.text_in(plan) == Some(now.as_str()) {
                        edits.push(PlanEdit::SetCell { cell, text: text.clone() });
                    }
                }
                (Target::NewItem, Held::Item(item)) => items.push(item.as_ref()),
                (Target::Paragraph(of, at), Held::Paragraph(paragraph)) => {
                    let Held::Paragraph(now) = &change.now else { continue };
                    into(of, Incoming { at, replaces: Some(now), paragraph });
                }
                (Target::NewParagraph(of, at), Held::Paragraph(paragraph)) => {
                    into(of, Incoming { at, replaces: None, paragraph });
                }
                (Target::NewPart(at), Held::Part(part)) => parts.push((at, part.as_ref())),
                (Target::NewRecord, Held::Record(elements, _)) => {
                    let elements = elements.as_ref().clone().fresh(fresh);
                    edits.push(PlanEdit::Insert { at: usize::MAX, elements });
                }
                _ => {}
            }
        }
        let paragraphs: usize = words.iter().map(|(_, taken)| taken.len()).sum();
        let count = edits.len() + items.len() + parts.len() + paragraphs;
        edits.extend(insertions(plan, &items, fresh));
        edits.extend(words.into_iter().filter_map(|(of, taken)| taking(plan, of, taken)));
        for (done, (at, part)) in parts.into_iter().enumerate() {
            let part = Arc::new(Part { id: fresh.give(), ..part.clone() });
            let at = at.min(plan.parts.len()) + done;
            edits.push(PlanEdit::Insert { at, elements: Elements::Parts(vec![part]) });
        }
        let in_plan = |change| Edit::InPlan { plan: self.plan, change };
        let edits: Vec<Edit> = edits.into_iter().map(in_plan).collect();
        (!edits.is_empty()).then_some(Edit::Batch(Act::TakeChanges(count), edits))
    }
}

impl Change {
    /// Where in the plan it is; of a new item the table.
    #[must_use]
    pub fn spot(&self, plan: &Plan) -> Spot {
        match self.target {
            Target::Text(record, field) => plan.spot(record, Some(field)).unwrap_or(Spot::Table),
            Target::Status(item) => Spot::Row(item, Some(Field::Status)),
            Target::NewItem => Spot::Table,
            Target::NewRecord => match &self.incoming {
                Held::Record(elements, _) => match elements.list() {
                    List::Members(group) => Spot::WorkingGroup(group),
                    List::Signatures => Spot::Info(InfoField::Signatures),
                    _ => Spot::Opening,
                },
                _ => Spot::Table,
            },
            Target::Paragraph(words, _) | Target::NewParagraph(words, _) => match words {
                Words::Bases => Spot::Bases,
                Words::Opening => Spot::Opening,
                Words::Part { part, .. } => Spot::Part(part),
            },
            Target::Cell(cell) => Spot::Part(cell.part),
            Target::NewPart(at) => {
                let before = at.checked_sub(1).and_then(|at| plan.parts.get(at));
                before.map_or(Spot::Opening, |part| Spot::Part(part.id))
            }
        }
    }
}

/// Rows for new items, each under those it belongs to, those that stand together in one edit.
fn insertions(plan: &Plan, items: &[&Item], fresh: &mut FreshIds) -> Vec<PlanEdit> {
    let mut placed: Vec<(usize, Row)> = items
        .iter()
        .map(|item| {
            let problem = item.problem.filter(|id| plan.problem(*id).is_some());
            let item = Item { id: fresh.give(), problem, ..(*item).clone() };
            (place_for(plan, &item), Row::Item(Arc::new(item)))
        })
        .collect();
    order::by_key(&mut placed, |(place, _)| *place);
    let mut edits: Vec<PlanEdit> = Vec::new();
    let mut last = None;
    for (done, (place, row)) in placed.into_iter().enumerate() {
        if last == Some(place)
            && let Some(PlanEdit::Insert { elements: Elements::Rows(rows), .. }) = edits.last_mut()
        {
            rows.push(row);
        } else {
            // As many rows as came before stand above it already.
            let at = place.min(plan.rows.len()) + done;
            edits.push(PlanEdit::Insert { at, elements: Elements::Rows(vec![row]) });
        }
        last = Some(place);
    }
    edits
}

/// Below the last item of its criterion, else of its standard; else at the end.
fn place_for(plan: &Plan, item: &Item) -> usize {
    let code = item.first_code();
    let below = |is: &dyn Fn(&Row) -> bool| plan.rows.iter().rposition(is).map(|at| at + 1);
    let of_criterion = || {
        let code = code.as_deref()?;
        below(&|row| row.as_item().is_some_and(|item| item.first_code().as_deref() == Some(code)))
    };
    let of_standard = || {
        let standard: u8 = code.as_deref()?.split_once('.')?.0.parse().ok()?;
        let head = below(&|row| row.standard_number() == Some(standard))?;
        let items = plan.rows[head..].iter().take_while(|row| row.as_item().is_some()).count();
        Some(head + items)
    };
    of_criterion().or_else(of_standard).unwrap_or(usize::MAX)
}

/// A text as the plan would hold it: NFC, line breaks as one sign, no space at its ends.
fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned().nfc()
}

fn same(one: &str, other: &str) -> bool {
    one == other || tidy(one) == tidy(other)
}
