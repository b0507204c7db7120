//! Where each place stands on the paper, so that findings come in its order.

use std::collections::HashMap;

use super::rule::Subject;
use crate::plan::{Block, Field, Id, InfoField, Row, Shown, Spot, TableKind};

/// Part of the paper, block of it, line of the block, column of the line.
type Rank = (usize, usize, usize, usize);

/// The parts of the document stand between its head and its foot.
const FIRST_PART: usize = 3;
const FOOT: usize = usize::MAX;
/// What no printed part shows.
const UNPRINTED: usize = FOOT - 1;

/// The ranks of the places of a plan.
pub(super) struct Order {
    parts: HashMap<Id, usize>,
    rows: HashMap<Id, usize>,
    problems: HashMap<Id, usize>,
    reviews: HashMap<Id, usize>,
    supervisors: HashMap<Id, usize>,
    working_groups: HashMap<Id, usize>,
    row_columns: Vec<Field>,
    problem_columns: Vec<Field>,
    review_columns: Vec<Field>,
    /// The parts that show rows, problems, reviews, supervisors and working groups.
    shown_in: [usize; 5],
}

impl Order {
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let plan = subject.plan;
        let mut parts = HashMap::new();
        let mut shown_in = [UNPRINTED; 5];
        for (at, part) in plan.parts.iter().enumerate() {
            let printed = part.shown == Shown::Yes;
            parts.insert(part.id, if printed { FIRST_PART + at } else { UNPRINTED });
            for block in part.blocks.iter().filter(|_| printed) {
                let which = match block {
                    Block::Paragraph(_) => continue,
                    Block::Rows => 0,
                    Block::Problems => 1,
                    Block::Reviews => 2,
                    Block::Members => 3,
                    Block::Groups => 4,
                };
                shown_in[which] = shown_in[which].min(FIRST_PART + at);
            }
        }
        Self {
            parts,
            rows: lines(plan.rows.iter().map(Row::id)),
            problems: lines(plan.problems.iter().map(|one| one.id)),
            reviews: lines(plan.reviews.iter().map(|one| one.id)),
            supervisors: lines(plan.supervisors.iter().map(|one| one.id)),
            working_groups: lines(plan.working_groups.iter().map(|one| one.id)),
            row_columns: subject.printed_fields(TableKind::Rows),
            problem_columns: subject.printed_fields(TableKind::Problems),
            review_columns: subject.printed_fields(TableKind::Reviews),
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
            Spot::Table => (rows, 1, 0, 0),
            Spot::Row(id, field) => {
                (rows, 1, line(&self.rows, id), column(&self.row_columns, *field))
            }
            Spot::Problem(id, field) => {
                (problems, 2, line(&self.problems, id), column(&self.problem_columns, *field))
            }
            Spot::Review(id, field) => {
                (reviews, 3, line(&self.reviews, id), column(&self.review_columns, *field))
            }
            Spot::Supervisor(id) => (members, 4, line(&self.supervisors, id), 0),
            Spot::WorkingGroup(id) => (groups, 5, line(&self.working_groups, id), 0),
        }
    }
}

/// Where each line of a list stands.
fn lines(ids: impl Iterator<Item = Id>) -> HashMap<Id, usize> {
    ids.enumerate().map(|(at, id)| (id, at)).collect()
}

/// A whole line first, then its criterion, then its cells.
fn column(columns: &[Field], field: Option<Field>) -> usize {
    match field {
        None => 0,
        Some(Field::CriterionText) => 1,
        Some(field) => {
            2 + columns.iter().position(|column| *column == field).unwrap_or(columns.len())
        }
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
