//! Tables with borders: header on every page, bands, groups, merged cells, rows over pages.

pub(super) mod columns;
mod elements;
pub(super) mod grid;
pub(super) mod rows;

use self::columns::{Column, Measure, measure};
use self::grid::Grid;
use self::rows::{RowCell, RowSetter, Style, spanning};
use super::flow::Section;
use super::line::{Compositor, Setting};
use super::paint::{Align, line_between, round};
use super::sheet::{CLOSE_PITCH, RULE, Sheet, baseline};
use super::strip::{Columns, Inner, RowPart, Strip};
use super::{ElementId, FaceId, Pages, Problem, TableMeasure};
use crate::document::{Cell, Table, TableRow};
use crate::plan::{Concession, GivenUp};

/// Room left and right of a cell's words, pt.
pub(super) const PADDING: f32 = 4.0;
/// Room above and below a row's words, pt.
const ABOVE: f32 = 2.5;
/// Room between a table and the words around it, pt.
const GAP: f32 = 6.0;

/// So many rows, evenly taken, decide the widths.
const SAMPLE: usize = 40;

/// A row with its words measured.
enum Row<'a> {
    Band(Setting<'a>),
    Group { tt: Setting<'a>, title: Setting<'a>, tt_column: bool },
    Cells(Vec<(Setting<'a>, bool)>),
}

/// A table with its words, columns and letters measured.
struct Measured<'a> {
    count: usize,
    titles: Vec<Setting<'a>>,
    rows: Vec<Row<'a>>,
    columns: Vec<Column>,
    measure: Measure,
}

/// What a table has to give up on a sheet of its kind; none: its look is as it should be.
pub(super) fn concession(
    compositor: &mut Compositor<'_>,
    table: &Table,
    sheet: &Sheet,
) -> Option<Concession> {
    let measured = measured(compositor, table, sheet.text_width())?;
    let concession = conceded(table, &measured.measure)?;
    (concession.given_up > GivenUp::Nothing).then_some(concession)
}

/// None of a table of words, whose columns nobody chooses.
fn conceded(table: &Table, measure: &Measure) -> Option<Concession> {
    Some(Concession {
        table: table.kind?,
        upright: !table.across,
        size: measure.size,
        given_up: measure.given_up,
    })
}

/// Measures a table of this width, pt; none where it has no column.
fn measured<'a>(
    compositor: &mut Compositor<'_>,
    table: &'a Table,
    width: f32,
) -> Option<Measured<'a>> {
    let count = table
        .rows
        .iter()
        .map(|row| if let TableRow::Cells(cells) = row { cells.len() } else { 1 })
        .max()
        .unwrap_or(0)
        .max(table.columns.len());
    if count == 0 {
        return None;
    }
    let titles: Vec<Setting<'_>> = table
        .columns
        .iter()
        .map(|column| {
            let mut title = Setting::plain(compositor, &column.title, FaceId::Bold);
            title.keep_pairs();
            title
        })
        .collect();
    let rows = prepare(compositor, &table.rows, count);

    let mut columns = vec![Column::default(); count];
    for ((column, title), wanted) in columns.iter_mut().zip(&titles).zip(&table.columns) {
        column.add_title(compositor, title);
        column.narrow = wanted.centred;
        column.permille = wanted.width_permille;
    }
    for row in &rows {
        match row {
            Row::Cells(cells) => {
                for (column, (cell, _)) in columns.iter_mut().zip(cells) {
                    column.add(cell);
                }
            }
            Row::Group { tt, tt_column: true, .. } => {
                if let Some(column) = columns.first_mut() {
                    column.add(tt);
                }
            }
            Row::Group { .. } | Row::Band(_) => {}
        }
    }
    let sample = sample(&rows, &titles);
    let measure = measure(&columns, &sample, width, PADDING);
    Some(Measured { count, titles, rows, columns, measure })
}

/// Sets a table.
pub(super) fn set_table(
    compositor: &mut Compositor<'_>,
    table: &Table,
    section: &mut Section,
    pages: &mut Pages,
) {
    let sheet = section.sheet;
    let Some(Measured { count, mut titles, mut rows, columns, measure }) =
        measured(compositor, table, sheet.text_width())
    else {
        pages.measures.tables.push(TableMeasure::default());
        return;
    };
    let concession = conceded(table, &measure);
    if let Some(concession) = concession.filter(Concession::is_hard_to_read) {
        pages.problems.push(Problem::Conceded(concession));
    }
    let mut edges = vec![sheet.left];
    let mut x = sheet.left;
    for width in &measure.widths {
        x += width;
        edges.push(round(x.min(sheet.left + sheet.text_width())));
    }
    let from_line_to_line = edges.iter().zip(edges.iter().skip(1));
    let widths: Vec<f32> = from_line_to_line.map(|(left, right)| round(right - left)).collect();
    let size = f32::from(measure.size);
    let holds = columns
        .iter()
        .zip(&widths)
        .map(|(column, width)| column.holds(size, *width, PADDING))
        .collect();
    let style = Style {
        edges,
        centred: (0..count)
            .map(|column| table.columns.get(column).is_some_and(|column| column.centred))
            .collect(),
        size,
        padding: PADDING,
        above: ABOVE,
        page: sheet.text_height(),
        grid: section.grids.len(),
        again: table.merged_again,
    };
    let numbers = elements::tell(&mut compositor.structure, table, &mut titles, &mut rows, count);
    let header = set_header(compositor, table, (&titles, &numbers), &style);
    let again = header.iter().cloned().map(Strip::silent).collect();
    let grid = Grid { edges: style.edges.clone(), header: again, rule: RULE, inner: RULE };
    let repeats = grid.repeats(sheet.text_height());
    section.grids.push(grid);
    section.gap(GAP);
    let has_header = !header.is_empty();
    for (index, strip) in header.into_iter().enumerate() {
        if index > 0 {
            section.keep_next();
        }
        section.push(strip);
    }
    if has_header {
        section.keep_next();
    }
    let nth = pages.measures.tables.len();
    let kept = set_rows(compositor, &rows, &style, (nth, count), section);
    let (padding, above) = (style.padding, style.above);
    let again = Vec::new();
    let measure = TableMeasure { widths, holds, size, padding, above, repeats, kept, again };
    pages.measures.tables.push(measure);
    section.gap(GAP * 2.0);
}

/// How long the cells of some rows are, evenly taken, the header among them.
fn sample(rows: &[Row<'_>], titles: &[Setting<'_>]) -> Vec<Vec<u32>> {
    let lengths = |cell: &Setting<'_>| cell.bulk();
    let cells: Vec<&Vec<(Setting<'_>, bool)>> = rows
        .iter()
        .filter_map(|row| if let Row::Cells(cells) = row { Some(cells) } else { None })
        .collect();
    let step = cells.len().div_ceil(SAMPLE).max(1);
    let mut sample: Vec<Vec<u32>> = cells
        .iter()
        .step_by(step)
        .map(|row| row.iter().map(|(cell, _)| lengths(cell)).collect())
        .collect();
    // The header stands on every page: one for a page's worth of rows.
    for _ in 0..=sample.len() / 8 {
        sample.push(titles.iter().map(lengths).collect());
    }
    sample
}

fn prepare<'a>(
    compositor: &mut Compositor<'_>,
    rows: &'a [TableRow],
    count: usize,
) -> Vec<Row<'a>> {
    let mut above: Option<&[Cell]> = None;
    rows.iter()
        .map(|row| match row {
            TableRow::Band(text) => {
                above = None;
                Row::Band(Setting::plain(compositor, text, FaceId::Bold))
            }
            TableRow::Group { tt, title, tt_column } => {
                above = None;
                let tt_column = *tt_column && count > 1;
                let tt = tt.sign();
                let title = if tt_column || tt.is_empty() {
                    Setting::plain(compositor, title, FaceId::Bold)
                } else {
                    let words = [tt.as_str(), " ", title].map(|words| (words, FaceId::Bold));
                    Setting::runs(compositor, words)
                };
                let tt = Setting::runs(compositor, [(tt.as_str(), FaceId::Bold)]);
                Row::Group { tt, title, tt_column }
            }
            TableRow::Cells(cells) => {
                let over = above.replace(cells);
                let settings = cells.iter().enumerate().map(|(column, cell)| {
                    // A first row has nothing to be one with.
                    let merged = cell.merged_above && over.is_some_and(|over| column < over.len());
                    if merged {
                        (Setting::default(), true)
                    } else {
                        let face = if cell.bold { FaceId::Bold } else { FaceId::Regular };
                        (Setting::plain(compositor, &cell.text, face), false)
                    }
                });
                Row::Cells(settings.collect())
            }
        })
        .collect()
}

fn has_titles(titles: &[Setting<'_>]) -> bool {
    titles.iter().any(|title| !title.is_empty())
}

fn set_header(
    compositor: &mut Compositor<'_>,
    table: &Table,
    (titles, of_numbers): (&[Setting<'_>], &[ElementId]),
    style: &Style,
) -> Vec<Strip> {
    let mut strips = Vec::new();
    let part = RowPart {
        grid: style.grid,
        first: true,
        last: true,
        padding: style.above,
        header: true,
        open: Columns::default(),
        inner: Inner::All,
    };
    if has_titles(titles) {
        let lines: Vec<_> = titles
            .iter()
            .enumerate()
            .map(|(column, title)| title.balanced(compositor.faces, style.ems(column, column + 1)))
            .collect();
        let most = lines.iter().map(Vec::len).max().unwrap_or(1);
        let pitch = style.pitch();
        let mut strip = Strip {
            height: most as f32 * pitch + style.above * 2.0,
            row: Some(part),
            ..Strip::default()
        };
        for (column, (title, lines)) in titles.iter().zip(&lines).enumerate() {
            let free = (most - lines.len()) as f32 * pitch / 2.0;
            let mut y = style.above + free + baseline(style.size, CLOSE_PITCH);
            for line in lines {
                let inside = style.inside(column, column + 1);
                line_between(
                    compositor,
                    title,
                    line,
                    inside,
                    (y, style.size),
                    Align::Centre,
                    &mut strip.items,
                );
                y += pitch;
            }
        }
        strips.push(strip);
    }
    if !table.column_numbers.is_empty() {
        let mut strip = Strip {
            height: style.pitch() + style.above * 2.0,
            row: Some(part),
            ..Strip::default()
        };
        for (column, number) in table.column_numbers.iter().enumerate() {
            let mut setting = Setting::plain(compositor, number, FaceId::Regular);
            setting.element = of_numbers.get(column).copied();
            let y = style.above + baseline(style.size, CLOSE_PITCH);
            let width = style.ems(column, column + 1);
            for line in setting.lines(compositor.faces, width, width).iter().take(1) {
                let inside = style.inside(column, column + 1);
                line_between(
                    compositor,
                    &setting,
                    line,
                    inside,
                    (y, style.size),
                    Align::Centre,
                    &mut strip.items,
                );
            }
        }
        strips.push(strip);
    }
    strips
}

/// Sets the rows of the nth table of the document, of so many columns; returns which of them are
/// kept on one page.
fn set_rows(
    compositor: &Compositor<'_>,
    rows: &[Row<'_>],
    style: &Style,
    (nth, count): (usize, usize),
    section: &mut Section,
) -> Vec<bool> {
    let empty = Setting::default();
    let mut kept = Vec::with_capacity(rows.len());
    let mut setter = RowSetter::new(count);
    let mut cells = Vec::with_capacity(count);
    let mut strips = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        match row {
            Row::Band(words) => {
                let over_all = (0, count);
                spanning(
                    compositor,
                    style,
                    &[(words, over_all, Align::Centre)],
                    Inner::None,
                    &mut strips,
                );
            }
            Row::Group { tt, title, tt_column } => {
                let parts = [(tt, (0, 1), Align::Centre), (title, (1, count), Align::Left)];
                if *tt_column {
                    spanning(compositor, style, &parts, Inner::AfterFirst, &mut strips);
                } else {
                    let whole = [(title, (0, count), Align::Left)];
                    spanning(compositor, style, &whole, Inner::None, &mut strips);
                }
            }
            Row::Cells(row) => {
                let below = match rows.get(index + 1) {
                    Some(Row::Cells(below)) => below.as_slice(),
                    _ => &[],
                };
                cells.clear();
                cells.extend((0..count).map(|column| {
                    let cell = row.get(column);
                    RowCell {
                        setting: cell.map_or(&empty, |(setting, _)| setting),
                        merged_above: cell.is_some_and(|(_, merged)| *merged),
                        merged_below: below.get(column).is_some_and(|(_, merged)| *merged),
                    }
                }));
                setter.set(compositor, style, &cells, &mut strips);
            }
        }
        kept.push(strips.iter().skip(1).all(|strip| strip.keep));
        for mut strip in strips.drain(..) {
            if let Some(again) = &mut strip.again {
                again.of = (nth, index);
            }
            section.push(strip);
        }
        if !matches!(row, Row::Cells(_)) {
            section.keep_next();
        }
    }
    kept
}
