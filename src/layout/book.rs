//! How wide the columns and how high the rows of a spreadsheet's sheets are. What goes to the
//! printer shares the width of a page that lies across, as the plan's own table does.
//!
//! Spreadsheets break lines themselves, each a little differently, and do not all fit the height
//! of a row to its words: rows are given room for lines somewhat shorter than the cells.

use std::borrow::Cow;

use super::line::{Compositor, Setting};
use super::paint::{ems, points};
use super::sheet::Sheet as Paper;
use super::table::columns::{Column, measure};
use super::{FaceId, Faces};
use crate::document::{CellValue, Sheet, SheetRow, SheetRowKind};
use crate::plan::PageLook;
use crate::words;

/// Room left and right of a cell's words, pt.
const PADDING: f32 = 3.0;
/// Letters are not smaller: the printer makes a wide sheet smaller as a whole.
const SMALLEST: f32 = 11.0;
/// From baseline to baseline, in parts of the size.
const PITCH: f32 = 1.32;
/// Above and below the words of a row together, pt.
const ABOVE_AND_BELOW: f32 = 3.0;
/// So much of a cell's width is counted on.
const SURE: f32 = 0.98;
/// No spreadsheet has higher rows, pt.
const HIGHEST: f32 = 409.0;
/// A row to write in has room for so many lines.
const BY_HAND: usize = 2;
/// A column that is not printed is this wide at most, pt, and this at least.
const BESIDE: (f32, f32) = (60.0, 190.0);
/// So many rows, evenly taken, decide the widths.
const SAMPLE: usize = 40;

/// A sheet's lengths, pt.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetMeasure {
    /// Size of the letters.
    pub size: f32,
    /// Of each column.
    pub widths: Vec<f32>,
    /// Height of each line over the table.
    pub lead: Vec<f32>,
    /// Height of the row of titles.
    pub header: f32,
    /// Height of each row.
    pub rows: Vec<f32>,
}

/// Measures a sheet that is seen.
#[must_use]
pub fn measure_sheet(sheet: &Sheet, faces: &Faces) -> SheetMeasure {
    let mut compositor = Compositor::new(faces);
    let texts: Vec<Vec<Cow<'_, str>>> = sheet
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|one| shown(&one.value)).collect())
        .collect();
    let titles: Vec<Setting<'_>> = sheet
        .columns
        .iter()
        .map(|column| Setting::plain(&mut compositor, &column.title, FaceId::Bold))
        .collect();
    let cells: Vec<Vec<Setting<'_>>> = sheet
        .rows
        .iter()
        .zip(&texts)
        .map(|(row, texts)| match row.kind {
            // Its words run on.
            SheetRowKind::Heading => Vec::new(),
            SheetRowKind::Record => texts
                .iter()
                .map(|text| Setting::plain(&mut compositor, text, FaceId::Regular))
                .collect(),
        })
        .collect();
    let (size, widths) = widths(&compositor, sheet, &titles, &cells);
    let height =
        |lines: usize| (lines.max(1) as f32 * size * PITCH + ABOVE_AND_BELOW).ceil().min(HIGHEST);
    let lines = |setting: &Setting<'_>, width: f32| {
        let inside = ems(((width - PADDING * 2.0) * SURE).max(1.0), size);
        if setting.is_empty() { 0 } else { setting.lines(faces, inside, inside).len() }
    };
    let most = |cells: &[Setting<'_>]| {
        cells.iter().zip(&widths).map(|(cell, width)| lines(cell, *width)).max().unwrap_or(0)
    };
    let empty = |row: &SheetRow| {
        row.kind == SheetRowKind::Record
            && row.cells.iter().all(|one| one.value == CellValue::Empty)
    };
    let rows = sheet
        .rows
        .iter()
        .zip(&cells)
        .map(|(row, cells)| height(if empty(row) { BY_HAND } else { most(cells) }));
    let rows = rows.collect();
    let over_all: f32 = sheet
        .columns
        .iter()
        .zip(&widths)
        .filter(|(column, _)| column.printed && !column.veiled)
        .map(|(_, width)| width)
        .sum();
    let lead = sheet.lead.iter().map(|text| {
        let setting = Setting::plain(&mut compositor, text, FaceId::Bold);
        height(lines(&setting, over_all))
    });
    let lead = lead.collect();
    SheetMeasure { size, header: height(most(&titles)), lead, rows, widths }
}

/// What a cell shows.
fn shown(value: &CellValue) -> Cow<'_, str> {
    match value {
        CellValue::Empty => Cow::Borrowed(""),
        CellValue::Text(text) => Cow::Borrowed(text),
        CellValue::Date(day) => Cow::Owned(words::date(*day)),
        CellValue::Number(number) => Cow::Owned(words::number(*number)),
    }
}

/// The size of the letters, and the width of each column.
fn widths(
    compositor: &Compositor<'_>,
    sheet: &Sheet,
    titles: &[Setting<'_>],
    cells: &[Vec<Setting<'_>>],
) -> (f32, Vec<f32>) {
    let mut columns = vec![Column::default(); sheet.columns.len()];
    for ((column, of), title) in columns.iter_mut().zip(&sheet.columns).zip(titles) {
        column.add_title(compositor, title);
        column.narrow = of.centred;
    }
    for row in cells {
        for (column, cell) in columns.iter_mut().zip(row) {
            column.add(cell);
        }
    }
    let is_printed: Vec<bool> =
        sheet.columns.iter().map(|column| column.printed && !column.veiled).collect();
    let printed = |at: usize| is_printed.get(at) == Some(&true);
    let shared: Vec<Column> = columns
        .iter()
        .enumerate()
        .filter(|(at, _)| printed(*at))
        .map(|(_, column)| column.clone())
        .collect();
    let step = cells.len().div_ceil(SAMPLE).max(1);
    let lengths = |row: &[Setting<'_>]| -> Vec<u32> {
        let all = row.iter().enumerate().filter(|(at, _)| printed(*at));
        all.map(|(_, cell)| cell.bulk()).collect()
    };
    let records: Vec<&Vec<Setting<'_>>> = cells.iter().filter(|row| !row.is_empty()).collect();
    let sample: Vec<Vec<u32>> =
        records.iter().step_by(step).map(|row| lengths(row)).chain([lengths(titles)]).collect();
    let measure =
        measure(&shared, &sample, Paper::across(&PageLook::default()).text_width(), PADDING);
    let size = f32::from(measure.size).max(SMALLEST);
    let larger = size / f32::from(measure.size);
    let mut of_printed = measure.widths.into_iter().map(|width| width * larger);
    let widths = columns.iter().enumerate().map(|(at, column)| {
        if printed(at) {
            return of_printed.next().unwrap_or(BESIDE.0);
        }
        points(column.natural(), size).clamp(BESIDE.0, BESIDE.1) + PADDING * 2.0
    });
    (size, widths.collect())
}
