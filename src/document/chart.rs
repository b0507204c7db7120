//! The chart of a report: what became of the work, a bar for each standard.
//!
//! Invariant: its numbers are those of the table it follows, as they stand there; where that
//! table does not add up, nothing is drawn that would say something else.

use super::{Chart, ChartRow, Role, Text};
use crate::plan::{self, Paper, Part, Plan, Run, TextTable};
use crate::words::official;

/// The part of a report that counts.
const RESULTS: &str = "results";
/// In its table: where the names stand, the sums, and what they are made of.
const NAME: usize = 1;
const SUM: usize = 2;
const KINDS: usize = 3;
/// So many kinds are told apart on black and white paper.
const MOST_KINDS: usize = 6;

/// The chart of a report, as it would be drawn; none of other papers, and where the table of its
/// totals is not there or does not add up.
#[must_use]
pub fn chart(plan: &Plan) -> Option<Chart> {
    plan.parts.iter().find_map(|part| after(plan, part)).map(|(_, chart)| chart)
}

/// The same, with the block of its part that it stands behind.
pub(super) fn after(plan: &Plan, part: &Part) -> Option<(usize, Chart)> {
    if plan.paper != Paper::Report || part.key.as_deref() != Some(RESULTS) {
        return None;
    }
    let mut tables = part.blocks.iter().enumerate().filter_map(|(at, block)| match block {
        plan::Block::Table(table) => Some((at, table)),
        _ => None,
    });
    let (at, table) = tables.next()?;
    Some((at, of_table(table)?))
}

fn of_table(table: &TextTable) -> Option<Chart> {
    let kinds: Vec<String> =
        table.columns.iter().skip(KINDS).map(|column| column.title.trim().to_owned()).collect();
    if kinds.is_empty() || kinds.len() > MOST_KINDS {
        return None;
    }
    // What is bold sums up the others.
    let mut rows = Vec::new();
    for row in table.rows.iter().filter(|row| !row.bold) {
        let number = |text: &String| text.trim().parse::<u32>().ok();
        let counts = row.cells.iter().skip(KINDS).map(number).collect::<Option<Vec<u32>>>()?;
        let sum = counts.iter().try_fold(0_u32, |sum, count| sum.checked_add(*count))?;
        if counts.len() != kinds.len() || row.cells.get(SUM).and_then(number) != Some(sum) {
            return None;
        }
        rows.push(ChartRow { name: row.cells.get(NAME)?.trim().to_owned(), counts });
    }
    let drawn = rows.iter().any(|row| row.counts.iter().any(|count| *count > 0));
    let runs = vec![Run::styled(official::CHART.to_owned(), false, true)];
    let caption = Text { runs, role: Role::CentredNote, ..Text::default() };
    drawn.then_some(Chart { kinds, rows, caption })
}

impl Chart {
    /// The longest bar: of how many.
    #[must_use]
    pub fn longest(&self) -> u32 {
        self.rows.iter().map(ChartRow::sum).max().unwrap_or(0).max(1)
    }

    /// A row in words: "Hoàn thành: 3; Chưa hoàn thành: 1".
    #[must_use]
    pub fn told(&self, row: &ChartRow) -> String {
        self.told_of(row, |_| true)
    }

    /// The same of those kinds of which there is some, and of which `which` says yes.
    #[must_use]
    pub fn told_of(&self, row: &ChartRow, which: impl Fn(usize) -> bool) -> String {
        let kinds = self.kinds.iter().zip(&row.counts).enumerate();
        let told = kinds.filter(|(at, (_, count))| **count > 0 && which(*at));
        let words: Vec<String> =
            told.map(|(_, (kind, count))| format!("{kind}: {count}")).collect();
        if words.is_empty() && row.sum() == 0 { "0".to_owned() } else { words.join("; ") }
    }
}

impl ChartRow {
    /// How many there are of all kinds.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }
}
