//! Small papers of another program, written by hand.

use caitien::import::{Align, Grid, GridCell, GridRow, Line, Shown, Source, Span};

/// A paper of these blocks.
pub fn paper(blocks: impl IntoIterator<Item = Shown>) -> Source {
    Source { blocks: blocks.into_iter().collect(), notes: Vec::new() }
}

/// A paragraph: `*` around bold words, `_` around italic ones is not known here; `^` before it
/// puts it in the middle, `#` makes all of it bold, `/` all of it italic.
pub fn line(text: &str) -> Shown {
    let mut text = text;
    let mut line = Line::default();
    let mut span = Span::default();
    loop {
        text = match text.as_bytes().first() {
            Some(b'^') => {
                line.align = Align::Centre;
                &text[1..]
            }
            Some(b'#') => {
                span.bold = true;
                &text[1..]
            }
            Some(b'/') => {
                span.italic = true;
                &text[1..]
            }
            _ => break,
        };
    }
    text.clone_into(&mut span.text);
    line.spans = vec![span];
    Shown::Line(line)
}

/// Paragraphs, one for each line of a text.
pub fn lines(text: &str) -> Vec<Shown> {
    text.lines().map(str::trim).filter(|text| !text.is_empty()).map(line).collect()
}

/// A table: cells parted by `|`; a cell that is `<` goes on the cell before it, one that is `^^`
/// the cell above it; `~` begins a new paragraph.
pub fn table(rows: &[&str]) -> Shown {
    let parsed: Vec<GridRow> = rows
        .iter()
        .map(|row| {
            let mut cells: Vec<GridCell> = Vec::new();
            for (column, cell) in row.split('|').map(str::trim).enumerate() {
                match (cell, cells.last_mut()) {
                    ("<", Some(last)) => last.span += 1,
                    _ => cells.push(GridCell {
                        column,
                        span: 1,
                        merged_above: cell == "^^",
                        blocks: cell.trim_start_matches("^^").split('~').map(line).collect(),
                    }),
                }
            }
            GridRow { header: false, cells }
        })
        .collect();
    let columns = rows.iter().map(|row| row.split('|').count()).max().unwrap_or(0);
    Shown::Table(Grid { columns, rows: parsed })
}
