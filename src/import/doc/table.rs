//! A table of a Word file of 97-2003: cells that are one with those above them are put back.

use rwml::{Block, Table};

use crate::import::columns::without_slivers;
use crate::import::{Grid, GridCell, GridRow, Shown};

/// A cell that goes on below: its first column, the columns it covers, and the rows to come.
struct GoingOn {
    column: usize,
    span: usize,
    rows: u16,
}

/// The table with its blocks read.
pub(super) fn grid(table: &Table, mut read: impl FnMut(&[Block]) -> Vec<Shown>) -> Grid {
    let mut grid = Grid::default();
    let mut going_on: Vec<GoingOn> = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        let mut cells: Vec<GridCell> = Vec::new();
        let mut above = std::mem::take(&mut going_on).into_iter().peekable();
        let mut next = 0;
        let mut below = Vec::new();
        let mut own = row.cells.iter();
        loop {
            // What stands above comes first where it is due; the rest of the row behind it.
            let cell = match above.next_if(|cell| cell.column <= next) {
                Some(cell) => Some(cell),
                None => match own.next() {
                    Some(cell) => {
                        let span = usize::from(cell.col_span).max(1);
                        let blocks = read(&cell.blocks);
                        cells.push(GridCell { column: next, span, merged_above: false, blocks });
                        let rows = cell.row_span.saturating_sub(1);
                        below.push(GoingOn { column: next, span, rows });
                        next += span;
                        continue;
                    }
                    None => above.next(),
                },
            };
            let Some(GoingOn { column, span, rows }) = cell else { break };
            let column = column.max(next);
            cells.push(GridCell { column, span, merged_above: true, blocks: Vec::new() });
            below.push(GoingOn { column, span, rows: rows - 1 });
            next = column + span;
        }
        going_on = below.into_iter().filter(|cell| cell.rows > 0).collect();
        grid.columns = grid.columns.max(next);
        grid.rows.push(GridRow { header: at < table.header_rows, cells });
    }
    let widths: Vec<f64> = table.col_widths_pct.iter().copied().map(f64::from).collect();
    without_slivers(&mut grid, &widths);
    grid
}
