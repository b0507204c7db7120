//! The columns of a table as a person sees them: edges that miss each other by a hair are one.

use super::{Grid, GridCell};

/// A column narrower than this share of its table was never meant.
const SLIVER: f64 = 0.01;

/// Takes out the slivers that come from edges drawn by hand, row by row; a column that some cell
/// has for itself stays. Without the width of each column nothing is changed.
pub(super) fn without_slivers(grid: &mut Grid, widths: &[f64]) {
    if widths.len() != grid.columns {
        return;
    }
    let narrow = widths.iter().sum::<f64>() * SLIVER;
    let mut kept: Vec<bool> = widths.iter().map(|width| *width >= narrow).collect();
    for cell in grid.rows.iter().flat_map(|row| &row.cells) {
        let covered = cell.column..cell.column + cell.span;
        if !kept.get(covered).is_some_and(|covered| covered.contains(&true)) {
            kept.iter_mut().skip(cell.column).take(1).for_each(|kept| *kept = true);
        }
    }
    if !kept.contains(&false) {
        return;
    }
    let before = |column: usize| kept.iter().take(column).filter(|kept| **kept).count();
    let place = |cell: &mut GridCell| {
        let end = before(cell.column + cell.span);
        cell.column = before(cell.column);
        cell.span = end.saturating_sub(cell.column).max(1);
    };
    grid.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(place);
    grid.columns = before(widths.len());
}
