//! The sheets of any workbook as a paper: what stands over the table as lines, the rest as a
//! table.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{WorkSheet, Workbook};
use crate::import::{Grid, GridCell, GridRow, Line, Note, Shown, Source, Span};
use crate::plan::{ID_KEY, UNDERSTOOD_KEY};

/// A row with so many cells is one of a table.
const CELLS_OF_A_TABLE: usize = 3;

/// The row of keys stands among the first so many.
const HEADS: usize = 40;

/// What a workbook shows, sheet by sheet; sheets that Excel hides are left out.
#[must_use]
pub fn workbook_source(workbook: &Workbook) -> Source {
    let sheets = workbook.sheets.iter().filter(|sheet| !sheet.hidden);
    let blocks = sheets.flat_map(|sheet| blocks(&typed(sheet))).collect();
    let old = Some(workbook.old_letters).filter(|cells| *cells > 0).map(Note::OldLetters);
    Source { blocks, notes: old.into_iter().collect() }
}

/// The sheet without what the program put into it beside what was typed.
fn typed(sheet: &WorkSheet) -> Cow<'_, WorkSheet> {
    let is_key = |words: &String| words == ID_KEY || words == UNDERSTOOD_KEY;
    let keys = sheet.rows.iter().take(HEADS).find(|(_, row)| row.values().any(is_key));
    let Some((at, keys)) = keys else { return Cow::Borrowed(sheet) };
    let mut typed = sheet.clone();
    typed.rows.remove(at);
    for (column, _) in keys.iter().filter(|(_, key)| is_key(key)) {
        for row in typed.rows.values_mut() {
            row.remove(column);
        }
    }
    typed.rows.retain(|_, row| !row.is_empty());
    Cow::Owned(typed)
}

fn blocks(sheet: &WorkSheet) -> Vec<Shown> {
    let begins = sheet.rows.iter().find(|(_, cells)| cells.len() >= CELLS_OF_A_TABLE);
    let begins = begins.map_or(u32::MAX, |(row, _)| *row);
    let lines = sheet.rows.range(..begins).flat_map(|(_, cells)| cells.values());
    let mut blocks: Vec<Shown> =
        lines.flat_map(|words| words.split('\n')).map(|words| Shown::Line(line(words))).collect();
    if begins < u32::MAX {
        blocks.push(Shown::Table(table(sheet, begins)));
    }
    blocks
}

fn line(words: &str) -> Line {
    let span = Span { text: words.to_owned(), ..Span::default() };
    Line { spans: vec![span], ..Line::default() }
}

fn table(sheet: &WorkSheet, begins: u32) -> Grid {
    let rows = || sheet.rows.range(begins..);
    let columns = rows().filter_map(|(_, cells)| cells.keys().next_back()).max();
    // The first column that holds something is the first of the table.
    let first = rows().filter_map(|(_, cells)| cells.keys().next()).min().copied().unwrap_or(0);
    let columns = columns.map_or(0, |last| last - first + 1) as usize;
    let spans = Spans::of(sheet, begins);
    let rows = rows().map(|(row, cells)| {
        let mut cells = spans.row(*row, cells, first);
        // Words alone at the left run on over the empty cells beside them.
        if let [GridCell { column: 0, span, merged_above: false, .. }] = cells.as_mut_slice() {
            *span = columns;
        }
        GridRow { header: false, cells }
    });
    Grid { columns, rows: rows.collect() }
}

/// Merged cells, by row and by their first column: the last column, and whether they began above.
struct Spans {
    rows: BTreeMap<u32, BTreeMap<u32, (u32, bool)>>,
}

impl Spans {
    fn of(sheet: &WorkSheet, begins: u32) -> Self {
        let mut rows: BTreeMap<u32, BTreeMap<u32, (u32, bool)>> = BTreeMap::new();
        let mut left = super::CELLS;
        for ((top, first), (bottom, last)) in &sheet.merged {
            if *top < begins || top > bottom || first > last {
                continue;
            }
            // Only rows that hold something, however far the file says the cell goes.
            for (row, _) in sheet.rows.range(*top..=*bottom) {
                left = left.saturating_sub(1);
                if left == 0 {
                    return Self { rows };
                }
                rows.entry(*row).or_default().insert(*first, (*last, row > top));
            }
        }
        Self { rows }
    }

    fn row(&self, row: u32, cells: &BTreeMap<u32, String>, left: u32) -> Vec<GridCell> {
        let none = BTreeMap::new();
        let merged = self.rows.get(&row).unwrap_or(&none);
        let mut made: Vec<GridCell> = Vec::new();
        let mut columns: Vec<u32> = cells.keys().chain(merged.keys()).copied().collect();
        columns.sort_unstable();
        columns.dedup();
        let mut next = left;
        for column in columns {
            if column < next {
                continue;
            }
            let (last, above) = merged.get(&column).copied().unwrap_or((column, false));
            let last = last.min(super::COLUMNS);
            let words = cells.get(&column).map_or("", String::as_str);
            // Of hundreds of thousands of cells each has as much room as it needs.
            let lines = if words.is_empty() { 0 } else { 1 + words.matches('\n').count() };
            let mut blocks = Vec::with_capacity(lines);
            blocks.extend(words.split('\n').take(lines).map(|words| Shown::Line(line(words))));
            made.push(GridCell {
                column: (column - left) as usize,
                span: (last - column + 1) as usize,
                merged_above: above,
                blocks,
            });
            next = last + 1;
        }
        made
    }
}
