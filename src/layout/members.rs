//! Aligned columns without borders: the members of a team.

use super::flow::Section;
use super::line::{Compositor, Setting};
use super::paint::{points, round};
use super::table::columns::{Column, fit};
use super::table::rows::{RowCell, RowSetter, Style};
use super::{ColumnsMeasure, ElementKind, FaceId, Names};
use crate::document::Columns;

/// Between two columns, pt.
const GUTTER: f32 = 14.0;

/// The last column has at least this share, or the others are wrapped too.
const LAST_SHARE: f32 = 0.32;

/// Sets aligned columns.
pub(super) fn set_columns(
    compositor: &mut Compositor<'_>,
    columns: &Columns,
    section: &mut Section,
) -> ColumnsMeasure {
    let count = columns.rows.iter().map(Vec::len).max().unwrap_or(0);
    if count == 0 {
        return ColumnsMeasure::default();
    }
    let table = compositor.structure.add(ElementKind::Table, None);
    let mut rows: Vec<Vec<Setting<'_>>> = Vec::with_capacity(columns.rows.len());
    for row in &columns.rows {
        let element = compositor.structure.add(ElementKind::Row, Some(table));
        let cells = (0..count).map(|column| {
            // A row is known by whom it names.
            let element = if column == 0 {
                compositor.structure.heading_cell(element, Names::Row, 1)
            } else {
                compositor.structure.cell(element)
            };
            let text = row.get(column).map_or("", String::as_str);
            Setting::plain(compositor, text, FaceId::Regular).of(element)
        });
        rows.push(cells.collect());
    }
    let mut contents = vec![Column::default(); count];
    for row in &rows {
        for (column, cell) in contents.iter_mut().zip(row) {
            column.add(cell);
        }
    }
    let running = section.sheet.running;
    let left = section.sheet.left + running.indent;
    let total = section.sheet.text_width() - running.indent;
    let natural: Vec<f32> = contents
        .iter()
        .map(|column| points(column.natural(), running.size) + GUTTER + 0.5)
        .collect();
    let (last, before) = natural
        .split_last()
        .map_or((0.0, 0.0), |(last, before)| (*last, before.iter().sum::<f32>()));
    let widths = if before + last.min(total * LAST_SHARE) <= total {
        // Names stay whole; the last column, what each one does, takes what they leave.
        let mut widths = natural;
        if let Some(width) = widths.last_mut() {
            *width = width.min(total + GUTTER / 2.0 - before);
        }
        widths
    } else {
        let sample: Vec<Vec<u32>> =
            rows.iter().take(40).map(|row| row.iter().map(Setting::bulk).collect()).collect();
        fit(&contents, &sample, running.size, total + GUTTER / 2.0, GUTTER / 2.0)
    };
    let mut edges = vec![left];
    let mut x = left;
    for width in widths {
        x += width;
        edges.push(round(x));
    }
    // Words begin at the left edge of their column, and end a gutter before the next.
    let edges: Vec<f32> = edges.into_iter().map(|edge| edge - GUTTER / 2.0).collect();
    let padding = GUTTER / 2.0;
    let widths: Vec<f32> =
        edges.iter().zip(edges.iter().skip(1)).map(|(from, to)| to - from).collect();
    let holds = contents
        .iter()
        .zip(&widths)
        .map(|(column, width)| column.holds(running.size, *width, padding))
        .collect();
    let measure = ColumnsMeasure { indent: running.indent - padding, widths, padding, holds };
    let style = Style {
        edges,
        centred: Vec::new(),
        size: running.size,
        padding: GUTTER / 2.0,
        above: 1.5,
        page: section.sheet.text_height(),
        grid: 0,
        again: false,
    };
    let empty = Setting::default();
    let mut setter = RowSetter::new(count);
    let mut strips = Vec::new();
    for row in &rows {
        let cells: Vec<RowCell<'_, '_>> = (0..count)
            .map(|column| RowCell {
                setting: row.get(column).unwrap_or(&empty),
                merged_above: false,
                merged_below: false,
            })
            .collect();
        setter.set(compositor, &style, &cells, &mut strips);
    }
    section.gap(running.gap / 2.0);
    for mut strip in strips {
        strip.row = None;
        section.push(strip);
    }
    section.gap(running.gap);
    measure
}
