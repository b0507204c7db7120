//! A pasted block as one edit of a plan: new rows, or its words from a cell on.
//!
//! Invariant: an empty pasted cell takes no word away.

use std::sync::Arc;

use super::pasted::{Meaning, Pasted, PastedRow, status};
use crate::edit::{Act, Edit, Elements, FreshIds, ItemValue, PlanEdit, Value};
use crate::plan::{
    Band, Field, Group, GroupNumber, Id, Item, Plan, Problem, Record, RecordId, Review, Row,
    TableKind,
};
use crate::understand::{criteria_in, speaks_of_level_four, standard_of_title};

/// What is pasted where.
#[derive(Clone, Copy, Debug)]
pub struct Filler<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its table.
    pub table: TableKind,
    /// The block.
    pub pasted: &'a Pasted,
}

/// What a paste would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// All of it, one step of undo.
    pub edit: Edit,
    /// The rows that come in, in their order.
    pub added: Vec<Id>,
    /// How many cells of rows that are there are written.
    pub cells: usize,
    /// The words that go.
    pub overwritten: Vec<Overwritten>,
}

/// Words that other ones take the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overwritten {
    /// Where its row stands in the table, from 0.
    pub at: usize,
    /// Which cell.
    pub field: Field,
    /// What stands there.
    pub old: String,
    /// What would.
    pub new: String,
}

/// New rows of one table.
enum New {
    Rows(Vec<Row>),
    Problems(Vec<Arc<Problem>>),
    Reviews(Vec<Review>),
}

impl Filler<'_> {
    /// All rows come in before the one that stands at `at`.
    #[must_use]
    pub fn add(&self, at: usize, fresh: &mut FreshIds) -> Filled {
        let mut edits = Vec::new();
        let added = self.insert(&self.pasted.rows, at, fresh, &mut edits);
        let edit = Edit::Batch(Act::PasteRows(added.len()), edits);
        Filled { edit, added, cells: 0, overwritten: Vec::new() }
    }

    /// The rows are written over those at these places which hold cells; what is left over comes
    /// in at the end. None where the block has rows of titles: they have no place there.
    #[must_use]
    pub fn write(&self, over: &[usize], fresh: &mut FreshIds) -> Option<Filled> {
        let only_cells = |row: &PastedRow| matches!(row, PastedRow::Cells(_));
        if !self.pasted.rows.iter().all(only_cells) {
            return None;
        }
        let mut edits = Vec::new();
        let mut overwritten = Vec::new();
        let there = self.records(over);
        for ((at, record), row) in there.iter().zip(&self.pasted.rows) {
            let PastedRow::Cells(cells) = row else { continue };
            self.overwrite((*at, *record), cells, fresh, &mut edits, &mut overwritten);
        }
        let cells = edits.len();
        let rest = self.pasted.rows.get(there.len()..).unwrap_or_default();
        let added = self.insert(rest, self.count(), fresh, &mut edits);
        let act = Act::PasteCells(cells + added.len() * self.fields().count());
        Some(Filled { edit: Edit::Batch(act, edits), added, cells, overwritten })
    }

    /// The columns that are taken, and their fields.
    fn fields(&self) -> impl Iterator<Item = (usize, Field)> {
        self.pasted.columns.iter().enumerate().filter_map(|(at, column)| match column.meaning {
            Meaning::Field(field) => Some((at, field)),
            _ => None,
        })
    }

    /// The texts of a row that are taken.
    fn texts<'c>(&self, cells: &'c [String]) -> impl Iterator<Item = (Field, &'c str)> {
        self.fields()
            .filter_map(|(at, field)| Some((field, cells.get(at)?.as_str())))
            .filter(|(_, text)| !text.is_empty())
    }

    fn count(&self) -> usize {
        match self.table {
            TableKind::Rows => self.plan.rows.len(),
            TableKind::Problems => self.plan.problems.len(),
            TableKind::Reviews => self.plan.reviews.len(),
        }
    }

    /// The rows at these places that hold cells.
    fn records(&self, over: &[usize]) -> Vec<(usize, RecordId)> {
        let plan = self.plan;
        let all: Vec<Option<RecordId>> = match self.table {
            TableKind::Rows => plan
                .rows
                .iter()
                .map(|row| row.as_item().map(|item| RecordId::Row(item.id)))
                .collect(),
            TableKind::Problems => {
                plan.problems.iter().map(|problem| Some(RecordId::Problem(problem.id))).collect()
            }
            TableKind::Reviews => {
                plan.reviews.iter().map(|review| Some(RecordId::Review(review.id))).collect()
            }
        };
        over.iter().filter_map(|at| Some((*at, (*all.get(*at)?)?))).collect()
    }

    fn in_plan(&self, change: PlanEdit) -> Edit {
        Edit::InPlan { plan: self.plan.id, change }
    }

    fn overwrite(
        &self,
        (at, record): (usize, RecordId),
        cells: &[String],
        fresh: &mut FreshIds,
        edits: &mut Vec<Edit>,
        overwritten: &mut Vec<Overwritten>,
    ) {
        let item = match record {
            RecordId::Row(id) => self.plan.item(id),
            _ => None,
        };
        let mut problem = item.and_then(|item| item.problem);
        for (field, text) in self.texts(cells) {
            let new = text.to_owned();
            if let (Field::Status, Some(item)) = (field, item) {
                let value = status(text);
                if value != item.status {
                    if item.status.is_some() {
                        let old = String::new();
                        overwritten.push(Overwritten { at, field, old, new });
                    }
                    let value = Value::Item(item.id, ItemValue::Status(value));
                    edits.push(self.in_plan(PlanEdit::SetValue(value)));
                }
                continue;
            }
            let of_problem = item.is_some_and(|item| item.read(field).is_none());
            let target = match (of_problem, problem) {
                (false, _) => record,
                (true, Some(id)) => RecordId::Problem(id),
                (true, None) => {
                    let Some(item) = item else { continue };
                    let id = fresh.give();
                    let new = Problem {
                        id,
                        criterion_text: item.criterion_text.clone(),
                        criteria: item.criteria.clone(),
                        ..Problem::default()
                    };
                    let (at, elements) =
                        (self.plan.problems.len(), Elements::Problems(vec![Arc::new(new)]));
                    edits.push(self.in_plan(PlanEdit::Insert { at, elements }));
                    let answers = Value::Item(item.id, ItemValue::Problem(Some(id)));
                    edits.push(self.in_plan(PlanEdit::SetValue(answers)));
                    problem = Some(id);
                    RecordId::Problem(id)
                }
            };
            let old = self.plan.text_of(target, field).map(std::borrow::Cow::into_owned);
            let old = old.unwrap_or_default();
            if old == text {
                continue;
            }
            edits.push(self.in_plan(PlanEdit::SetText {
                record: target,
                field,
                text: new.clone(),
            }));
            if !old.trim().is_empty() {
                overwritten.push(Overwritten { at, field, old, new });
            }
        }
    }

    /// Rows come in; gives their numbers.
    fn insert(
        &self,
        rows: &[PastedRow],
        at: usize,
        fresh: &mut FreshIds,
        edits: &mut Vec<Edit>,
    ) -> Vec<Id> {
        if rows.is_empty() {
            return Vec::new();
        }
        let mut problems = Vec::new();
        let elements = match self.new_rows(rows, fresh, &mut problems) {
            New::Rows(rows) => Elements::Rows(rows),
            New::Problems(problems) => Elements::Problems(problems),
            New::Reviews(reviews) => Elements::Reviews(reviews),
        };
        if !problems.is_empty() {
            let (at, elements) = (self.plan.problems.len(), Elements::Problems(problems));
            edits.push(self.in_plan(PlanEdit::Insert { at, elements }));
        }
        let added = elements.ids();
        edits.push(self.in_plan(PlanEdit::Insert { at, elements }));
        added
    }

    fn new_rows(
        &self,
        rows: &[PastedRow],
        fresh: &mut FreshIds,
        problems: &mut Vec<Arc<Problem>>,
    ) -> New {
        let cells = rows.iter().filter_map(|row| match row {
            PastedRow::Cells(cells) => Some(cells.as_slice()),
            PastedRow::Group(_) | PastedRow::Band(_) => None,
        });
        match self.table {
            TableKind::Problems => New::Problems(
                cells.map(|cells| Arc::new(self.problem(cells, fresh.give()))).collect(),
            ),
            TableKind::Reviews => New::Reviews(
                cells
                    .map(|cells| {
                        let mut review = Review { id: fresh.give(), ..Review::default() };
                        self.fill(&mut review, cells);
                        review
                    })
                    .collect(),
            ),
            TableKind::Rows => {
                let mut level_four = false;
                let row = |row: &PastedRow| match row {
                    PastedRow::Cells(cells) => {
                        Row::Item(Arc::new(self.item(cells, level_four, fresh, problems)))
                    }
                    PastedRow::Group(title) => {
                        level_four = speaks_of_level_four(title);
                        let (tt, standard) = (GroupNumber::Auto, standard_of_title(title));
                        let title = title.clone();
                        Row::Group(Arc::new(Group { id: fresh.give(), tt, title, standard }))
                    }
                    PastedRow::Band(text) => {
                        level_four = speaks_of_level_four(text);
                        Row::Band(Arc::new(Band { id: fresh.give(), text: text.clone() }))
                    }
                };
                New::Rows(rows.iter().map(row).collect())
            }
        }
    }

    /// Writes into a record what it has a field for.
    fn fill<R: Record>(&self, record: &mut R, cells: &[String]) {
        for (field, text) in self.texts(cells) {
            record.write(field, text.to_owned());
        }
    }

    fn problem(&self, cells: &[String], id: Id) -> Problem {
        let mut problem = Problem { id, ..Problem::default() };
        self.fill(&mut problem, cells);
        problem.criteria = criteria_in(&problem.criterion_text, false);
        problem
    }

    /// A piece of work; what it has no field for is of the problem that it answers.
    fn item(
        &self,
        cells: &[String],
        level_four: bool,
        fresh: &mut FreshIds,
        problems: &mut Vec<Arc<Problem>>,
    ) -> Item {
        let mut item = Item { id: fresh.give(), ..Item::default() };
        self.fill(&mut item, cells);
        item.criteria = criteria_in(&item.criterion_text, level_four);
        let status_of = |field| self.texts(cells).find(|(known, _)| *known == field);
        item.status = status_of(Field::Status).and_then(|(_, text)| status(text));
        let of_problem = |field| item.read(field).is_none() && Problem::text_field(field).is_some();
        if self.texts(cells).any(|(field, _)| of_problem(field)) {
            let mut problem = self.problem(cells, fresh.give());
            problem.criterion_text.clone_from(&item.criterion_text);
            problem.criteria.clone_from(&item.criteria);
            item.problem = Some(problem.id);
            problems.push(Arc::new(problem));
        }
        item
    }
}
