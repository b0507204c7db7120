//! Tab-separated text as Excel writes it: a cell with a tab, a line break or a quote in quotes.

use super::super::{Grid, GridCell, GridRow, Line, Shown, Span};
use super::{MOST_COLUMNS, MOST_ROWS};

/// The cells of a text; none where no tab parts any, and where there are too many.
pub(super) fn grid(text: &str) -> Option<Grid> {
    let rows = rows(text)?;
    let columns = rows.iter().map(Vec::len).max().filter(|columns| *columns > 1)?;
    let row = |cells: Vec<String>| GridRow {
        header: false,
        cells: cells.into_iter().enumerate().map(|(column, text)| cell(column, &text)).collect(),
    };
    Some(Grid { columns, rows: rows.into_iter().map(row).collect() })
}

fn cell(column: usize, text: &str) -> GridCell {
    let line = |text: &str| {
        let span = Span { text: text.to_owned(), ..Span::default() };
        Shown::Line(Line { spans: vec![span], ..Line::default() })
    };
    let blocks = text.lines().map(line).collect();
    GridCell { column, span: 1, merged_above: false, blocks }
}

fn rows(text: &str) -> Option<Vec<Vec<String>>> {
    let mut rows = vec![Vec::new()];
    let mut rest = text.trim_end_matches(['\r', '\n', '\0']);
    loop {
        let (cell, after) = quoted(rest).unwrap_or_else(|| {
            let (cell, after) = rest.split_at(rest.find(['\t', '\r', '\n']).unwrap_or(rest.len()));
            (cell.to_owned(), after)
        });
        let row = rows.last_mut()?;
        row.push(cell);
        if row.len() > MOST_COLUMNS || rows.len() > MOST_ROWS {
            return None;
        }
        rest = if let Some(after) = after.strip_prefix('\t') {
            after
        } else if let Some(after) = after.strip_prefix("\r\n").or(after.strip_prefix(['\r', '\n']))
        {
            rows.push(Vec::new());
            after
        } else {
            return Some(rows);
        };
    }
}

/// A cell in quotes at the head of a text, and what follows it; none where the quotes are only
/// words: something stands behind the last of them.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let end = rest.find('"')?;
        cell.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(after) => {
                cell.push('"');
                rest = after;
            }
            None => break,
        }
    }
    (rest.is_empty() || rest.starts_with(['\t', '\r', '\n'])).then_some((cell, rest))
}
