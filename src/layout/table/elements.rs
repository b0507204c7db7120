//! What the rows and cells of a table are to someone who hears it.

use super::{Row, has_titles};
use crate::document::Table;
use crate::layout::line::Setting;
use crate::layout::structure::Builder;
use crate::layout::{ElementId, ElementKind, Names};

/// Makes elements of the titles and the rows; returns those of the columns' numbers.
///
/// Every row has a cell for each column, counted with the columns and the rows that cells stand
/// over.
pub(super) fn tell(
    structure: &mut Builder,
    table: &Table,
    titles: &mut [Setting<'_>],
    rows: &mut [Row<'_>],
    count: usize,
) -> Vec<ElementId> {
    let element = structure.add(ElementKind::Table, None);
    let header = |structure: &mut Builder| -> Vec<ElementId> {
        let row = structure.add(ElementKind::Row, Some(element));
        (0..count).map(|_| structure.heading_cell(row, Names::Column, 1)).collect()
    };
    if has_titles(titles) {
        for (title, cell) in titles.iter_mut().zip(header(structure)) {
            title.element = Some(cell);
        }
    }
    let numbers = if table.column_numbers.is_empty() { Vec::new() } else { header(structure) };
    let mut above: Vec<ElementId> = Vec::new();
    for row in rows {
        let element = structure.add(ElementKind::Row, Some(element));
        match row {
            Row::Band(words) => {
                above.clear();
                words.element = Some(structure.heading_cell(element, Names::Row, count));
            }
            Row::Group { tt, title, tt_column } => {
                above.clear();
                if *tt_column {
                    tt.element = Some(structure.cell(element));
                    title.element = Some(structure.heading_cell(element, Names::Row, count - 1));
                } else {
                    title.element = Some(structure.heading_cell(element, Names::Row, count));
                }
            }
            Row::Cells(cells) => {
                let under = std::mem::take(&mut above);
                above.extend((0..count).map(|column| {
                    let over = under.get(column);
                    match (cells.get_mut(column), over) {
                        (Some((_, true)), Some(over)) => {
                            structure.grow(*over);
                            *over
                        }
                        (cell, _) => {
                            let own = structure.cell(element);
                            if let Some((words, _)) = cell {
                                words.element = Some(own);
                            }
                            own
                        }
                    }
                }));
            }
        }
    }
    numbers
}
