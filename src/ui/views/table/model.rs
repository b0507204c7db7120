//! What a grid shows: lines and columns over the plan's rows, problems or reviews, one shape for all.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::messages;
use crate::plan::{
    Band, Field, Group, Id, Item, Plan, Problem, Record, RecordId, Review, Row, TableKind,
    TextKind, number::row_numbers,
};
use crate::ui::fields::MakeEdit;
use crate::ui::grid::{Cell, Column, Key, Line as _};
use crate::ui::request::set_text;
use crate::ui::view::ViewCx;
use crate::understand::People;

use super::hints::Known;

/// What a line shows.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A row over the full width.
    Band(Arc<Band>),
    /// A numbered row over the full width.
    Group(Arc<Group>),
    /// A piece of work.
    Item(Arc<Item>),
    /// A problem.
    Problem(Arc<Problem>),
    /// A review.
    Review(Arc<Review>),
}

/// One line of a grid.
#[derive(Clone, Debug)]
pub struct Line {
    /// Names it: the number of its row, problem or review in the dossier.
    pub key: Key,
    /// Where it stands in the plan, whatever is in sight.
    pub place: usize,
    /// What it shows.
    pub kind: Kind,
    /// In the TT column; often empty.
    pub tt: String,
    /// The problem an item answers: a narrative prints its weakness with the item.
    pub problem: Option<Arc<Problem>>,
    /// What is understood of it, once that was asked for.
    pub known: OnceCell<Known>,
    /// Who does it, once that was asked for.
    pub people: OnceCell<People>,
}

/// The lines and columns of one grid at one revision of the dossier.
#[derive(Debug)]
pub struct Model {
    /// Which table.
    pub table: TableKind,
    /// Of which plan.
    pub plan: Id,
    /// At which revision of the dossier.
    pub revision: u64,
    /// Its columns; the first is always TT.
    pub columns: Vec<Column<Field>>,
    /// Its lines that are in sight, in the order in which they are.
    pub lines: Vec<Line>,
    /// How many lines the plan has.
    pub count: usize,
    /// How many of the lines in sight are no band and no group.
    items: usize,
    /// How many of its items are out of sight.
    pub hidden: usize,
    /// Another one for every model that is made.
    pub stamp: u64,
    index: HashMap<Key, usize>,
}

impl Model {
    /// Reads the plan; `arrange` gives the lines in sight and how many items are not, `stamp` is
    /// another number than that of any model before.
    #[must_use]
    pub fn new(
        cx: &ViewCx<'_>,
        table: TableKind,
        arrange: impl FnOnce(Vec<Line>) -> (Vec<Line>, usize),
        stamp: u64,
    ) -> Self {
        let lines = lines_of(cx, table);
        let count = lines.len();
        let (lines, hidden) = arrange(lines);
        let items = lines.iter().filter(|line| !line.spans()).count();
        let index = lines.iter().enumerate().map(|(at, line)| (line.key, at)).collect();
        Self {
            table,
            plan: cx.plan.id,
            revision: cx.revision,
            columns: columns_of(cx, table),
            lines,
            count,
            items,
            hidden,
            stamp,
            index,
        }
    }

    /// Where a line stands.
    #[must_use]
    pub fn position(&self, key: Key) -> Option<usize> {
        self.index.get(&key).copied()
    }

    /// The line of this name.
    #[must_use]
    pub fn line(&self, key: Key) -> Option<&Line> {
        self.position(key).and_then(|at| self.lines.get(at))
    }

    /// How many lines are no band and no group, in sight or not.
    #[must_use]
    pub fn records(&self) -> usize {
        self.items + self.hidden
    }

    /// The place in the plan behind the line that stands at `at - 1` in sight.
    #[must_use]
    pub fn place_after(&self, at: usize) -> usize {
        let line = |at: usize| self.lines.get(at).map(|line| line.place);
        let before = at.checked_sub(1).and_then(line).map(|place| place + 1);
        before.or(line(0).filter(|_| at == 0)).unwrap_or(self.count)
    }
}

/// All lines of a table, in the order of the plan.
#[must_use]
pub fn lines_of(cx: &ViewCx<'_>, table: TableKind) -> Vec<Line> {
    let plan: &Plan = cx.plan;
    match table {
        TableKind::Rows => plan
            .rows
            .iter()
            .zip(row_numbers(plan, cx.form))
            .enumerate()
            .map(|(place, (row, tt))| Line {
                key: Key(row.id().0),
                place,
                kind: match row {
                    Row::Band(band) => Kind::Band(band.clone()),
                    Row::Group(group) => Kind::Group(group.clone()),
                    Row::Item(item) => Kind::Item(item.clone()),
                },
                tt: tt.sign(),
                problem: row
                    .as_item()
                    .and_then(|item| item.problem)
                    .and_then(|problem| plan.problem(problem))
                    .cloned(),
                known: OnceCell::new(),
                people: OnceCell::new(),
            })
            .collect(),
        TableKind::Problems => plan
            .problems
            .iter()
            .enumerate()
            .map(|(at, problem)| Line {
                key: Key(problem.id.0),
                place: at,
                kind: Kind::Problem(problem.clone()),
                tt: (at + 1).to_string(),
                problem: None,
                known: OnceCell::new(),
                people: OnceCell::new(),
            })
            .collect(),
        TableKind::Reviews => plan
            .reviews
            .iter()
            .enumerate()
            .map(|(at, review)| Line {
                key: Key(review.id.0),
                place: at,
                kind: Kind::Review(Arc::new(review.clone())),
                tt: (at + 1).to_string(),
                problem: None,
                known: OnceCell::new(),
                people: OnceCell::new(),
            })
            .collect(),
    }
}

/// The columns of the plan's form on the screen. A narrative has none of its own titles
/// for some; the first column is TT in every grid, so that rows can be chosen by it.
fn columns_of(cx: &ViewCx<'_>, table: TableKind) -> Vec<Column<Field>> {
    let of_form = cx.form.columns(table);
    let drawn = |field| {
        let widths = cx.plan.options.screen_widths.iter();
        widths
            .filter(|one| one.form == cx.form.id && one.table == table)
            .find(|one| one.field == field)
            .map(|one| f32::from(one.points))
    };
    let column = |key: Field, title: String, permille: Option<u16>| {
        let (proposed, share) = natural(key);
        // A date cut in two by a narrow column is read wrong.
        let unbroken = key == Field::Time;
        Column { key, title, proposed, share, unbroken, permille, drawn: drawn(key) }
    };
    let mut columns = vec![column(Field::Tt, messages::field_name(Field::Tt).to_owned(), None)];
    for printed in cx.form.columns_for(table, &cx.plan.options.columns) {
        if printed.hidden || printed.field == Field::Tt {
            continue;
        }
        let own = of_form.iter().find(|column| column.field == printed.field);
        let title = match own {
            Some(own) if own.title == printed.title && !own.short.is_empty() => own.short.clone(),
            _ if printed.title.is_empty() => {
                messages::column_name(cx.form, table, printed.field).to_owned()
            }
            _ => printed.title,
        };
        columns.push(column(printed.field, title, printed.width_permille));
    }
    columns
}

/// The width by which a column is proposed (logical pixels), and its share of what is left.
fn natural(field: Field) -> (f32, f32) {
    match field {
        Field::Tt => (36.0, 0.0),
        Field::CriterionText => (132.0, 1.2),
        Field::Content => (140.0, 1.4),
        Field::Target => (122.0, 1.3),
        Field::Actions => (190.0, 3.0),
        Field::Indicator => (116.0, 1.2),
        Field::Responsible => (106.0, 0.8),
        Field::Time => (122.0, 0.6),
        Field::Budget => (88.0, 0.5),
        Field::Resources => (100.0, 0.9),
        Field::Support => (84.0, 0.7),
        Field::Evidence => (110.0, 1.1),
        Field::Status => (84.0, 0.3),
        Field::Note => (64.0, 0.3),
        Field::StandardText => (130.0, 1.0),
        Field::CurrentState | Field::Weakness | Field::Cause => (160.0, 2.0),
        Field::When => (110.0, 0.6),
        Field::Result | Field::Adjustment => (140.0, 1.6),
        Field::Assessor => (110.0, 0.8),
        _ => (100.0, 1.0),
    }
}

impl crate::ui::grid::Line for Line {
    type Column = Field;

    fn key(&self) -> Key {
        self.key
    }

    fn number(&self) -> &str {
        &self.tt
    }

    fn spans(&self) -> bool {
        matches!(self.kind, Kind::Band(_) | Kind::Group(_))
    }

    fn text(&self, field: Field) -> &str {
        match &self.kind {
            Kind::Band(band) => &band.text,
            Kind::Group(group) => &group.title,
            Kind::Item(item) if !of_problem(field) => item_text(item, field),
            Kind::Item(_) => {
                self.problem.as_ref().and_then(|problem| problem.text(field)).unwrap_or_default()
            }
            Kind::Problem(problem) => problem.text(field).unwrap_or_default(),
            Kind::Review(review) => review.text(field).unwrap_or_default(),
        }
    }

    /// Nothing is typed into a status, nor into the weakness of an item that answers no
    /// problem yet.
    fn cell(&self, field: Field) -> Cell {
        match &self.kind {
            _ if field == Field::Tt => Cell::Number,
            Kind::Item(_) if of_problem(field) && self.problem.is_none() => Cell::Start,
            Kind::Item(_) if field == Field::Status => Cell::List,
            _ => Cell::Text,
        }
    }

    fn same(&self, other: &Self) -> bool {
        let same_problem = match (&self.problem, &other.problem) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        same_problem && self.same_kind(&other.kind)
    }
}

impl Line {
    /// What the paper prints in an empty cell: the criterion stands in for the content.
    #[must_use]
    pub fn stand_in(&self, field: Field) -> Option<&str> {
        match &self.kind {
            Kind::Item(item) if field == Field::Content && item.content.trim().is_empty() => {
                Some(item.criterion_text.as_str()).filter(|text| !text.trim().is_empty())
            }
            _ => None,
        }
    }

    fn same_kind(&self, other: &Kind) -> bool {
        match (&self.kind, other) {
            (Kind::Band(a), Kind::Band(b)) => Arc::ptr_eq(a, b),
            (Kind::Group(a), Kind::Group(b)) => Arc::ptr_eq(a, b),
            (Kind::Item(a), Kind::Item(b)) => Arc::ptr_eq(a, b),
            (Kind::Problem(a), Kind::Problem(b)) => Arc::ptr_eq(a, b),
            (Kind::Review(a), Kind::Review(b)) => a == b,
            _ => false,
        }
    }

    /// Whether it is a band.
    #[must_use]
    pub fn is_band(&self) -> bool {
        matches!(self.kind, Kind::Band(_))
    }

    /// The item, if the line is one.
    #[must_use]
    pub fn item(&self) -> Option<&Arc<Item>> {
        match &self.kind {
            Kind::Item(item) => Some(item),
            _ => None,
        }
    }

    /// What a screen reader and tests call the line: "tiêu chí 1.6", "dòng 3".
    #[must_use]
    pub fn name(&self) -> String {
        let codes = match &self.kind {
            Kind::Item(item) => &item.criteria,
            Kind::Problem(problem) if !problem.criteria.is_empty() => &problem.criteria,
            Kind::Problem(_) => return messages::table::problem_name(&self.tt),
            Kind::Review(_) => return messages::table::review_name(&self.tt),
            Kind::Band(_) | Kind::Group(_) => return messages::table::line_name(self.place + 1),
        };
        if codes.is_empty() {
            messages::table::line_name(self.place + 1)
        } else {
            messages::table::criteria_name(codes)
        }
    }

    /// The record whose text stands in a cell; of an item's weakness that of its problem.
    #[must_use]
    pub fn record(&self, field: Field) -> RecordId {
        match &self.kind {
            Kind::Band(band) => RecordId::Row(band.id),
            Kind::Group(group) => RecordId::Row(group.id),
            Kind::Item(item) => match &self.problem {
                Some(problem) if of_problem(field) => RecordId::Problem(problem.id),
                _ => RecordId::Row(item.id),
            },
            Kind::Problem(problem) => RecordId::Problem(problem.id),
            Kind::Review(review) => RecordId::Review(review.id),
        }
    }

    /// The field whose text stands in the cell of a column.
    #[must_use]
    pub fn field(&self, column: Field) -> Field {
        match &self.kind {
            Kind::Band(_) => Field::Text,
            Kind::Group(_) => Field::Title,
            _ => column,
        }
    }

    /// How a text typed into a cell becomes an edit.
    #[must_use]
    pub fn make_edit(&self, plan: Id, field: Field) -> MakeEdit {
        let (record, field) = (self.record(field), self.field(field));
        Rc::new(move |text| set_text(plan, record, field, text))
    }
}

/// Whether an item shows this field of the problem it answers.
#[must_use]
pub fn of_problem(field: Field) -> bool {
    matches!(field, Field::Weakness | Field::CurrentState | Field::Cause)
}

/// The text of an item's field; empty where it has none.
#[must_use]
pub fn item_text(item: &Item, field: Field) -> &str {
    match field {
        Field::Status => item.status.map_or("", messages::status_name),
        _ => item.text(field).unwrap_or_default(),
    }
}

/// Whether a field holds long text, in which Enter makes a new line.
#[must_use]
pub fn is_long(field: Field) -> bool {
    fn says<R: Record>(field: Field) -> bool {
        R::TEXTS.iter().any(|one| one.field == field && one.kind == TextKind::Long)
    }
    says::<Item>(field) || says::<Problem>(field) || says::<Review>(field)
}
