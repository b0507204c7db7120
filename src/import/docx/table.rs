//! Tables: rows, and cells with the columns they cover.

use crate::import::columns::without_slivers;
use crate::import::{Grid, GridCell, GridRow, Shown};
use crate::ooxml::{Events, ReadError, Space, Tag};

use super::limits::{COLUMNS, NESTED};
use super::reader::{Flow, Reader};

/// A table on its way.
#[derive(Default)]
struct Table {
    grid: Grid,
    widths: Vec<f64>,
    /// The columns at which a cell of the row above may go on below.
    going_on: Vec<usize>,
}

/// A row on its way.
#[derive(Default)]
struct Row {
    shown: GridRow,
    going_on: Vec<usize>,
    /// The column of the next cell.
    next: usize,
    /// It is not shown.
    gone: bool,
}

/// What a cell says of itself.
struct CellSays {
    span: usize,
    /// It may go on below.
    begins: bool,
    /// It goes on from above.
    goes_on: bool,
    /// It is one with the cell before it.
    beside: bool,
    gone: bool,
}

impl Reader {
    /// Reads a table, whose beginning was read.
    pub(super) fn table(&mut self, events: &mut Events, flow: &mut Flow) -> Result<(), ReadError> {
        if self.tables == NESTED {
            return self.blocks(events, flow);
        }
        self.end_carried(flow)?;
        self.room.line()?;
        self.tables += 1;
        let mut table = Table::default();
        self.rows(events, &mut table)?;
        self.tables -= 1;
        let mut grid = table.grid;
        let ends = grid.rows.iter().filter_map(|row| row.cells.last());
        let widest = ends.map(|cell| cell.column + cell.span).max().unwrap_or(0);
        grid.columns = widest.max(table.widths.len());
        without_slivers(&mut grid, &table.widths);
        if !grid.rows.is_empty() {
            flow.blocks.push(Shown::Table(grid));
        }
        Ok(())
    }

    fn rows(&mut self, events: &mut Events, table: &mut Table) -> Result<(), ReadError> {
        while let Some(tag) = events.child()? {
            match tag.name() {
                (Space::Word, "tblGrid") => table.widths = widths(events)?,
                (Space::Word, "tr") => {
                    self.room.row()?;
                    let mut row = Row::default();
                    self.cells(events, &mut row, table)?;
                    if !row.gone {
                        table.going_on = row.going_on;
                        table.grid.rows.push(row.shown);
                    }
                }
                _ => {
                    self.wrapped(&tag, events, &mut |reader, events| reader.rows(events, table))?;
                }
            }
        }
        Ok(())
    }

    fn cells(
        &mut self,
        events: &mut Events,
        row: &mut Row,
        table: &Table,
    ) -> Result<(), ReadError> {
        while let Some(tag) = events.child()? {
            match tag.name() {
                (Space::Word, "trPr") => self.row_says(events, row)?,
                _ if row.gone => events.skip()?,
                (Space::Word, "tc") => self.cell(events, row, table)?,
                _ => self.wrapped(&tag, events, &mut |reader, events| {
                    reader.cells(events, row, table)
                })?,
            }
        }
        Ok(())
    }

    fn row_says(&mut self, events: &mut Events, row: &mut Row) -> Result<(), ReadError> {
        while let Some(tag) = events.child()? {
            match tag.name() {
                (Space::Word, "tblHeader") => row.shown.header = tag.on(),
                (Space::Word, "gridBefore") => row.next = span(&tag),
                (Space::Word, "del") => {
                    self.tracked = true;
                    row.gone = true;
                }
                (Space::Word, "ins") => self.tracked = true,
                (Space::Word, "hidden") => row.gone |= tag.on(),
                _ => {}
            }
            events.skip()?;
        }
        Ok(())
    }

    fn cell(&mut self, events: &mut Events, row: &mut Row, table: &Table) -> Result<(), ReadError> {
        self.room.cell()?;
        let mut flow = Flow::default();
        let mut says =
            CellSays { span: 1, begins: false, goes_on: false, beside: false, gone: false };
        let mut merged_above = false;
        while let Some(tag) = events.child()? {
            if tag.name() == (Space::Word, "tcPr") {
                says = cell_says(events)?;
                self.tracked |= says.gone;
                merged_above = says.goes_on && table.going_on.contains(&row.next);
            } else if merged_above || says.gone {
                // The words of the first cell are the only ones that are shown.
                events.skip()?;
            } else {
                self.block(&tag, events, &mut flow)?;
            }
        }
        self.end_carried(&mut flow)?;
        if says.gone {
            return Ok(());
        }
        if row.next >= COLUMNS
            && let Some(last) = row.shown.cells.last_mut()
        {
            // Words beyond the last column stand in it: each row would be as wide as this one.
            last.blocks.append(&mut flow.blocks);
            return Ok(());
        }
        let span = says.span.min(COLUMNS.saturating_sub(row.next)).max(1);
        let column = row.next;
        row.next += span;
        if let (true, Some(before)) = (says.beside, row.shown.cells.last_mut()) {
            before.span += span;
            return Ok(());
        }
        if merged_above || says.begins {
            row.going_on.push(column);
        }
        let blocks = without_last_empty(flow.blocks);
        row.shown.cells.push(GridCell { column, span, merged_above, blocks });
        Ok(())
    }
}

fn cell_says(events: &mut Events) -> Result<CellSays, ReadError> {
    let mut says = CellSays { span: 1, begins: false, goes_on: false, beside: false, gone: false };
    while let Some(tag) = events.child()? {
        let restarts = || tag.get("val").as_deref() == Some("restart");
        match tag.name() {
            (Space::Word, "gridSpan") => says.span = span(&tag).max(1),
            (Space::Word, "vMerge") => (says.begins, says.goes_on) = (restarts(), !restarts()),
            (Space::Word, "hMerge") => says.beside = !restarts(),
            (Space::Word, "cellDel") => says.gone = true,
            _ => {}
        }
        events.skip()?;
    }
    Ok(says)
}

fn widths(events: &mut Events) -> Result<Vec<f64>, ReadError> {
    let mut widths = Vec::new();
    while let Some(tag) = events.child()? {
        if tag.name() == (Space::Word, "gridCol") && widths.len() < COLUMNS {
            widths.push(tag.number("w").unwrap_or_default() as f64);
        }
        events.skip()?;
    }
    Ok(widths)
}

fn span(tag: &Tag) -> usize {
    usize::try_from(tag.number("val").unwrap_or(0).max(0)).unwrap_or(COLUMNS).min(COLUMNS)
}

/// Behind a table within a cell Word wants a paragraph, which nobody typed.
fn without_last_empty(mut blocks: Vec<Shown>) -> Vec<Shown> {
    if let [.., Shown::Table(_), Shown::Line(line)] = blocks.as_slice()
        && line.spans.is_empty()
        && line.label.is_empty()
    {
        blocks.pop();
    }
    blocks
}
