//! Where each place stands on the paper, so that findings come in its order.

use std::collections::HashMap;

use super::page::Page;
use crate::plan::{Block, Field, Id, InfoField, Row, Shown, Spot, TableKind};

/// Part of the paper, block of it, line of the block, column of the line.
type Rank = (usize, usize, usize, usize);

/// The parts of the document stand between its head and its foot.
const FIRST_PART: usize = 3;
const FOOT: usize = usize::MAX;
/// What no printed part shows.
const UNPRINTED: usize = FOOT - 1;
/// The column of the weakness that an item answers.
const WEAKNESS: usize = 1;

/// The ranks of the places of a plan.
pub(super) struct Order {
    parts: HashMap<Id, usize>,
    rows: HashMap<Id, usize>,
    problems: HashMap<Id, usize>,
    /// In a narrative a weakness stands with the first row that answers it: the row's line.
    answered: HashMap<Id, usize>,
    reviews: HashMap<Id, usize>,
    supervisors: HashMap<Id, usize>,
    working_groups: HashMap<Id, usize>,
    row_columns: Vec<Field>,
    problem_columns: Vec<Field>,
    review_columns: Vec<Field>,
    /// The part that shows rows, problems, reviews, supervisors and working groups, and where
    /// in it: 1 is its first block, before which stand its heading and its words.
    shown_in: [(usize, usize); 5],
}

impl Order {
    pub(super) fn of(page: &Page<'_>) -> Self {
        let plan = page.plan;
        let mut parts = HashMap::new();
        let mut shown_in = [1, 2, 3, 4, 5].map(|which| (UNPRINTED, which));
        for (at, part) in plan.parts.iter().enumerate() {
            let printed = part.shown == Shown::Yes;
            parts.insert(part.id, if printed { FIRST_PART + at } else { UNPRINTED });
            for (block, within) in part.blocks.iter().zip(1..).filter(|_| printed) {
                let which = match block {
                    Block::Paragraph(_) | Block::Table(_) => continue,
                    Block::Rows => 0,
                    Block::Problems => 1,
                    Block::Reviews => 2,
                    Block::Members => 3,
                    Block::Groups => 4,
                };
                shown_in[which] = shown_in[which].min((FIRST_PART + at, within));
            }
        }
        let mut answered = HashMap::new();
        if page.form.narrative {
            for (at, row) in plan.rows.iter().enumerate() {
                if let Row::Item(item) = row
                    && let Some(problem) = item.problem
                {
                    answered.entry(problem).or_insert(at);
                }
            }
        }
        Self {
            parts,
            answered,
            rows: lines(plan.rows.iter().map(Row::id)),
            problems: lines(plan.problems.iter().map(|one| one.id)),
            reviews: lines(plan.reviews.iter().map(|one| one.id)),
            supervisors: lines(plan.supervisors.iter().map(|one| one.id)),
            working_groups: lines(plan.working_groups.iter().map(|one| one.id)),
            row_columns: page.printed_fields(TableKind::Rows),
            problem_columns: page.printed_fields(TableKind::Problems),
            review_columns: page.printed_fields(TableKind::Reviews),
            shown_in,
        }
    }

    /// Smaller stands earlier.
    pub(super) fn rank(&self, at: &Spot) -> Rank {
        let [rows, problems, reviews, members, groups] = self.shown_in;
        let line = |lines: &HashMap<Id, usize>, id: &Id| lines.get(id).copied().unwrap_or(FOOT);
        match at {
            Spot::Info(InfoField::Recipients) => (FOOT, 0, 0, 0),
            Spot::Info(InfoField::Signatures) => (FOOT, 1, 0, 0),
            Spot::Info(field) => (0, head(*field), 0, 0),
            Spot::Bases => (1, 0, 0, 0),
            Spot::Opening => (2, 0, 0, 0),
            Spot::Part(id) => (self.parts.get(id).copied().unwrap_or(UNPRINTED), 0, 0, 0),
            Spot::Table => (rows.0, rows.1, 0, 0),
            Spot::Row(id, field) => {
                (rows.0, rows.1, line(&self.rows, id), column(&self.row_columns, *field))
            }
            Spot::Problem(id, field) => {
                if let Some(row) = self.answered.get(id) {
                    return (rows.0, rows.1, *row, WEAKNESS);
                }
                let column = column(&self.problem_columns, *field);
                (problems.0, problems.1, line(&self.problems, id), column)
            }
            Spot::Review(id, field) => {
                let column = column(&self.review_columns, *field);
                (reviews.0, reviews.1, line(&self.reviews, id), column)
            }
            Spot::Supervisor(id) => (members.0, members.1, line(&self.supervisors, id), 0),
            Spot::WorkingGroup(id) => (groups.0, groups.1, line(&self.working_groups, id), 0),
        }
    }
}

/// Where each line of a list stands.
fn lines(ids: impl Iterator<Item = Id>) -> HashMap<Id, usize> {
    ids.enumerate().map(|(at, id)| (id, at)).collect()
}

/// A whole line first, then the weakness it answers, a criterion that no column shows, and
/// the cells.
fn column(columns: &[Field], field: Option<Field>) -> usize {
    let Some(field) = field else { return 0 };
    match columns.iter().position(|column| *column == field) {
        None if field == Field::CriterionText => WEAKNESS + 1,
        at => WEAKNESS + 2 + at.unwrap_or(columns.len()),
    }
}

fn head(field: InfoField) -> usize {
    let order = [
        InfoField::GoverningBody,
        InfoField::School,
        InfoField::Number,
        InfoField::Symbol,
        InfoField::Place,
        InfoField::Date,
        InfoField::DocType,
        InfoField::Subject,
    ];
    order.iter().position(|one| *one == field).unwrap_or(order.len())
}
