//! A table's rows to strips, line by line, so that a page may end inside a tall row.

use crate::layout::line::{Compositor, Line, Setting};
use crate::layout::paint::{Align, ems, line_between};
use crate::layout::sheet::{CLOSE_PITCH, baseline};
use crate::layout::strip::{Again, Columns, Flowing, Inner, RowPart, Strip};

/// A row up to this share of a page's height is kept on one page.
const WHOLE: f32 = 0.25;
/// A longer one leaves and brings at least so many lines, each of its cells so many.
const ROW_LINES: usize = 3;
const CELL_LINES: usize = 2;
/// Fewer lines of one cell alone are no good beginning of a page.
const TAIL: usize = 6;

/// How the cells of a table are set.
#[derive(Clone, Debug)]
pub(in crate::layout) struct Style {
    /// Edges of the columns, pt.
    pub edges: Vec<f32>,
    /// Columns whose cells are centred.
    pub centred: Vec<bool>,
    /// pt.
    pub size: f32,
    /// Room left and right of a cell's words, pt.
    pub padding: f32,
    /// Room above and below a row's words, pt.
    pub above: f32,
    /// Height of the text on a page, pt.
    pub page: f32,
    /// Which table of the section.
    pub grid: usize,
    /// Merged cells say their words again where a page begins in them.
    pub again: bool,
}

impl Style {
    /// From baseline to baseline, pt.
    pub fn pitch(&self) -> f32 {
        self.size * CLOSE_PITCH
    }

    /// Left edge and width of the words that stand over columns `from..to`, pt.
    pub fn inside(&self, from: usize, to: usize) -> (f32, f32) {
        let left = self.edges.get(from).copied().unwrap_or(0.0);
        let right = self.edges.get(to).copied().unwrap_or(left);
        (left + self.padding, (right - left - self.padding * 2.0).max(1.0))
    }

    /// That width in thousandths of an em.
    pub fn ems(&self, from: usize, to: usize) -> u32 {
        ems(self.inside(from, to).1, self.size)
    }

    /// So many lines of a row are kept on one page.
    fn whole_lines(&self) -> usize {
        (self.page * WHOLE / self.pitch()) as usize
    }

    fn align(&self, column: usize) -> Align {
        if self.centred.get(column) == Some(&true) { Align::Centre } else { Align::Left }
    }
}

/// A cell on its way to paper.
pub(in crate::layout) struct RowCell<'s, 'a> {
    pub setting: &'s Setting<'a>,
    /// One with the cell above it.
    pub merged_above: bool,
    /// One with the cell below it.
    pub merged_below: bool,
}

/// A merged cell of which some lines stand already.
#[derive(Clone, Debug, Default)]
struct Carried<'s, 'a> {
    setting: Option<&'s Setting<'a>>,
    lines: Vec<Line>,
    next: usize,
    /// Whose words stand in its first row, all of them, and are said again on a further page.
    again: Option<&'s Setting<'a>>,
}

/// Sets rows of cells one after another.
pub(in crate::layout) struct RowSetter<'s, 'a> {
    carried: Vec<Carried<'s, 'a>>,
    lines: Vec<Line>,
    /// Where each cell's lines stand in `lines`.
    ranges: Vec<(usize, usize)>,
}

impl<'s, 'a> RowSetter<'s, 'a> {
    pub fn new(columns: usize) -> Self {
        Self {
            carried: (0..columns).map(|_| Carried::default()).collect(),
            lines: Vec::new(),
            ranges: Vec::new(),
        }
    }

    /// The strips of a row.
    pub fn set(
        &mut self,
        compositor: &Compositor<'_>,
        style: &Style,
        cells: &[RowCell<'s, 'a>],
        out: &mut Vec<Strip>,
    ) {
        self.lines.clear();
        self.ranges.clear();
        let mut height = 1;
        let mut open = Columns::default();
        for (column, (cell, carried)) in cells.iter().zip(&mut self.carried).enumerate() {
            let width = style.ems(column, column + 1);
            let start = self.lines.len();
            if cell.merged_above {
                open.insert(column);
                if carried.again.is_some() && !cell.merged_below {
                    // They have room from any row on that a page may begin with.
                    height = height.max(carried.lines.len());
                }
            } else if cell.merged_below && !style.again {
                *carried = Carried {
                    setting: Some(cell.setting),
                    lines: cell.setting.lines(compositor.faces, width, width),
                    ..Carried::default()
                };
            } else {
                *carried = Carried::default();
                if cell.merged_below {
                    carried.again = Some(cell.setting);
                    carried.lines = cell.setting.lines(compositor.faces, width, width);
                }
                cell.setting.break_lines(compositor.faces, width, width, &mut self.lines);
                height = height.max(self.lines.len() - start);
            }
            if carried.setting.is_some() && !cell.merged_below {
                height = height.max(carried.lines.len() - carried.next);
            }
            self.ranges.push((start, self.lines.len()));
        }
        let pitch = style.pitch();
        let ascent = baseline(style.size, CLOSE_PITCH);
        let whole = style.whole_lines();
        for number in 0..height {
            let above = if number == 0 { style.above } else { 0.0 };
            let below = if number + 1 == height { style.above } else { 0.0 };
            let y = above + ascent;
            let mut items = Vec::with_capacity(
                self.ranges.iter().filter(|(start, end)| start + number < *end).count(),
            );
            let mut flowing = Vec::new();
            let mut again = Vec::new();
            for (column, cell) in cells.iter().enumerate() {
                let inside = style.inside(column, column + 1);
                let align = style.align(column);
                let Some(carried) = self.carried.get_mut(column) else { continue };
                if cell.merged_above
                    && let Some(setting) = carried.again
                    && (cell.merged_below || carried.lines.len() <= height - number)
                {
                    for (nth, line) in carried.lines.iter().enumerate() {
                        let place = (y + nth as f32 * pitch, style.size);
                        line_between(compositor, setting, line, inside, place, align, &mut again);
                    }
                }
                if let Some(setting) = carried.setting {
                    if let Some(line) = carried.lines.get(carried.next) {
                        let mut items = Vec::with_capacity(1);
                        line_between(
                            compositor,
                            setting,
                            line,
                            inside,
                            (y, style.size),
                            align,
                            &mut items,
                        );
                        flowing.push(Flowing { column, pitch, items });
                        carried.next += 1;
                    }
                } else if let Some(&(start, end)) = self.ranges.get(column)
                    && let Some(line) =
                        self.lines.get(start..end).and_then(|lines| lines.get(number))
                {
                    line_between(
                        compositor,
                        cell.setting,
                        line,
                        inside,
                        (y, style.size),
                        align,
                        &mut items,
                    );
                }
            }
            out.push(Strip {
                height: pitch + above + below,
                keep: number > 0 && (height <= whole || !self.may_break(number, height)),
                poor: self.is_tail(number, height),
                items,
                flowing,
                again: (!again.is_empty()).then(|| Again {
                    items: again.into_iter().map(|item| item.part_of(None)).collect(),
                    ..Again::default()
                }),
                row: Some(RowPart {
                    grid: style.grid,
                    first: number == 0,
                    last: number + 1 == height,
                    padding: style.above,
                    header: false,
                    open,
                    inner: Inner::All,
                }),
                ..Strip::default()
            });
        }
    }

    /// Whether a page may end above this line: enough of the row and of each cell on either side.
    fn may_break(&self, number: usize, height: usize) -> bool {
        number >= ROW_LINES
            && number + ROW_LINES <= height
            && self.ranges.iter().all(|(start, end)| {
                let count = end - start;
                number >= count || number + CELL_LINES <= count
            })
    }

    /// Whether a page that begins with this line would begin with a few lines of one cell.
    fn is_tail(&self, number: usize, height: usize) -> bool {
        number > 0
            && number + TAIL > height
            && self.ranges.iter().filter(|(start, end)| start + number < *end).count() == 1
    }
}

/// A row over several columns at once: words over `from..to`, bold, whole or by lines.
pub(in crate::layout) fn spanning(
    compositor: &Compositor<'_>,
    style: &Style,
    parts: &[(&Setting<'_>, (usize, usize), Align)],
    inner: Inner,
    out: &mut Vec<Strip>,
) {
    let lines: Vec<Vec<Line>> = parts
        .iter()
        .map(|(setting, (from, to), _)| {
            let width = style.ems(*from, *to);
            setting.lines(compositor.faces, width, width)
        })
        .collect();
    let height = lines.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let ascent = baseline(style.size, CLOSE_PITCH);
    for number in 0..height {
        let above = if number == 0 { style.above } else { 0.0 };
        let below = if number + 1 == height { style.above } else { 0.0 };
        let mut items = Vec::new();
        for ((setting, (from, to), align), lines) in parts.iter().zip(&lines) {
            if let Some(line) = lines.get(number) {
                let inside = style.inside(*from, *to);
                line_between(
                    compositor,
                    setting,
                    line,
                    inside,
                    (above + ascent, style.size),
                    *align,
                    &mut items,
                );
            }
        }
        out.push(Strip {
            height: style.pitch() + above + below,
            keep: number > 0,
            items,
            row: Some(RowPart {
                grid: style.grid,
                first: number == 0,
                last: number + 1 == height,
                padding: style.above,
                header: false,
                open: Columns::default(),
                inner,
            }),
            ..Strip::default()
        });
    }
}
