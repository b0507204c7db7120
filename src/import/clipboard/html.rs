//! The tables of HTML as one grid; what stands around them are rows of one cell.

use super::super::markup::{MOST, Piece, pieces};
use super::super::{Grid, GridCell, GridRow, Line, Shown, Span};
use super::{MOST_COLUMNS, MOST_ROWS};

/// So many cells are taken at most, those that one above covers too: a few letters may say that
/// one cell covers a thousand rows and columns.
const MOST_CELLS: usize = 500_000;

/// The cells of the HTML; none where it has no table, or too large a one.
pub(super) fn grid(html: &str) -> Option<Grid> {
    if html.len() > MOST {
        return None;
    }
    let mut builder = Builder::default();
    for piece in pieces(html) {
        builder.take(piece);
        if builder.cells > MOST_CELLS {
            return None;
        }
    }
    builder.end_row();
    builder.end_loose();
    let any_table = builder.tables > 0;
    let mut grid = Grid { columns: builder.columns, rows: builder.rows };
    for row in &mut grid.rows {
        // Words beside the tables stand over their whole width.
        if let [only] = row.cells.as_mut_slice()
            && only.span == 0
        {
            only.span = grid.columns.max(1);
        }
    }
    let fits = grid.columns <= MOST_COLUMNS && grid.rows.len() <= MOST_ROWS;
    (any_table && fits && grid.columns > 0).then_some(grid)
}

#[derive(Default)]
struct Builder {
    rows: Vec<GridRow>,
    columns: usize,
    cells: usize,
    tables: usize,
    /// How deep in tables; cells of inner ones are lines of the outer one.
    depth: usize,
    row: Option<Vec<GridCell>>,
    /// Where the next cell of the row stands.
    column: usize,
    /// How many rows a cell above goes on for, by column.
    down: Vec<usize>,
    /// The lines of the open cell, or beside all tables.
    lines: Vec<String>,
    in_cell: bool,
}

impl Builder {
    fn take(&mut self, piece: Piece) {
        match piece {
            Piece::Words(words, _) => self.words(&words),
            Piece::Table => {
                if self.depth == 0 {
                    self.end_loose();
                    self.tables += 1;
                    self.down.clear();
                }
                self.depth += 1;
                self.lines.push(String::new());
            }
            Piece::TableEnd => {
                if self.depth == 1 {
                    self.end_row();
                }
                self.depth = self.depth.saturating_sub(1);
                self.lines.push(String::new());
            }
            Piece::Row if self.depth <= 1 => {
                self.end_row();
                self.depth = 1;
                self.tables = self.tables.max(1);
                self.row = Some(Vec::new());
            }
            Piece::Cell(columns, rows) if self.depth <= 1 => self.begin_cell(columns, rows),
            Piece::CellEnd if self.depth <= 1 => self.end_cell(),
            // A line, and the rows and cells of a table inside a cell.
            _ => self.lines.push(String::new()),
        }
    }

    /// White space is one space, as in HTML; between rows it is nothing.
    fn words(&mut self, words: &str) {
        if self.lines.is_empty() {
            self.lines.push(String::new());
        }
        let Some(line) = self.lines.last_mut() else { return };
        for c in words.chars() {
            if c.is_whitespace() {
                if !line.is_empty() && !line.ends_with(' ') {
                    line.push(' ');
                }
            } else {
                line.push(c);
            }
        }
    }

    fn begin_cell(&mut self, columns: usize, rows: usize) {
        self.end_cell();
        self.lines.clear();
        self.in_cell = true;
        self.go_down();
        let columns = columns.clamp(1, 256);
        let row = self.row.get_or_insert_with(Vec::new);
        row.push(GridCell { column: self.column, span: columns, ..GridCell::default() });
        let to = (self.column + columns).min(MOST_COLUMNS + 1);
        if self.down.len() < to {
            self.down.resize(to, 0);
        }
        for down in &mut self.down[self.column.min(to)..to] {
            *down = rows.clamp(1, MOST_ROWS) - 1;
        }
        self.column = to;
    }

    /// Cells that one above covers.
    fn go_down(&mut self) {
        while let Some(down) = self.down.get_mut(self.column).filter(|down| **down > 0) {
            *down -= 1;
            let row = self.row.get_or_insert_with(Vec::new);
            let column = self.column;
            row.push(GridCell { column, span: 1, merged_above: true, blocks: Vec::new() });
            self.column += 1;
        }
    }

    fn end_cell(&mut self) {
        if !std::mem::take(&mut self.in_cell) {
            return;
        }
        let blocks = self.take_lines();
        if let Some(cell) = self.row.as_mut().and_then(|row| row.last_mut()) {
            cell.blocks = blocks;
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if self.row.is_some() {
            while self.column < self.down.len() {
                self.go_down();
                self.column += 1;
            }
        }
        if let Some(cells) = self.row.take().filter(|cells| !cells.is_empty()) {
            let end = cells.last().map_or(0, |cell| cell.column + cell.span);
            self.columns = self.columns.max(end);
            self.cells += cells.len();
            self.rows.push(GridRow { header: false, cells });
        }
        self.column = 0;
        self.lines.clear();
    }

    /// Words beside all tables: a row each.
    fn end_loose(&mut self) {
        if self.depth > 0 {
            return;
        }
        for block in self.take_lines() {
            let cell = GridCell { blocks: vec![block], ..GridCell::default() };
            self.rows.push(GridRow { header: false, cells: vec![cell] });
        }
    }

    fn take_lines(&mut self) -> Vec<Shown> {
        let lines = std::mem::take(&mut self.lines);
        let lines = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
        let line = |text: &str| {
            let span = Span { text: text.to_owned(), ..Span::default() };
            Shown::Line(Line { spans: vec![span], ..Line::default() })
        };
        lines.map(line).collect()
    }
}
