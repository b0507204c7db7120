//! What another program put on the clipboard, where it is a block of cells: the table of its
//! HTML, else quoted tab-separated text; and what its columns and rows mean in a table of a plan.

mod fill;
mod html;
mod pasted;
mod tsv;

pub use fill::{Filled, Filler, Overwritten};
pub use pasted::{Meaning, Pasted, PastedColumn, PastedRow};

use super::Grid;

/// So many rows and columns are taken at most.
const MOST_ROWS: usize = 50_000;
const MOST_COLUMNS: usize = 1_024;

/// The block of cells, its words as they stand; none where the clipboard holds one text or one
/// cell. `html`: the same as HTML, where the clipboard has that; its tables are believed before
/// tabs in the text, which may stand between any words.
///
/// ```
/// let cells = caitien::import::clipboard::block("a\tb\r\nc\t\"d\ne\"\r\n", None).unwrap();
/// assert_eq!((cells.columns, cells.rows.len()), (2, 2));
/// assert_eq!(cells.rows[1].cells[1].text(), "d\ne");
/// ```
#[must_use]
pub fn block(text: &str, html: Option<&str>) -> Option<Grid> {
    let grid = match html {
        Some(html) => html::grid(html),
        None => tsv::grid(text),
    }?;
    let cells: usize = grid.rows.iter().map(|row| row.cells.len()).sum();
    (cells > 1).then_some(grid)
}
