//! Strips to pages: what fits, where a page may end, headers again, borders of each part.

use super::line::{Compositor, Setting};
use super::paint::{Align, line_between, round};
use super::sheet::{PAGE_NUMBER, Sheet};
use super::strip::{Columns, Flowing, RowPart, Strip};
use super::table::grid::{Grid, PlacedRow};
use super::{FaceId, OutlineEntry, Page, PageItem, Pages};

/// Strips on sheets of one kind.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub sheet: Sheet,
    pub strips: Vec<Strip>,
    /// The tables its rows belong to.
    pub grids: Vec<Grid>,
    /// Room owed to whatever comes next, pt.
    gap: f32,
    /// The next strip stays with the last one.
    keep_next: bool,
}

impl Section {
    pub fn new(sheet: Sheet) -> Self {
        Self { sheet, strips: Vec::new(), grids: Vec::new(), gap: 0.0, keep_next: false }
    }

    /// Adds a strip.
    pub fn push(&mut self, mut strip: Strip) {
        strip.before = strip.before.max(std::mem::take(&mut self.gap));
        strip.keep |= std::mem::take(&mut self.keep_next);
        self.strips.push(strip);
    }

    /// At least this much room before the next strip, pt.
    pub fn gap(&mut self, length: f32) {
        self.gap = self.gap.max(length);
    }

    /// The next strip stays on the page of the last one.
    pub fn keep_next(&mut self) {
        self.keep_next = true;
    }

    /// The next strip stays on the page of the last `lines` strips.
    pub fn keep_tail(&mut self, lines: usize) {
        self.keep_next();
        for strip in self.strips.iter_mut().rev().take(lines.saturating_sub(1)) {
            strip.keep = true;
        }
    }
}

/// Fills pages with a section's strips.
pub(super) fn fill(compositor: &mut Compositor<'_>, section: Section, pages: &mut Pages) {
    let Section { sheet, strips, grids, .. } = section;
    let mut ends = Vec::new();
    let mut start = 0;
    while start < strips.len() {
        start = page_end(&strips, &grids, start, sheet.text_height());
        ends.push(start);
    }
    let mut strips = strips.into_iter();
    let mut start = 0;
    for end in ends {
        let mut page = PageFiller::new(compositor, sheet, pages.pages.len());
        for (index, strip) in strips.by_ref().take(end - start).enumerate() {
            if index == 0
                && let Some(grid) = strip.row.as_ref().filter(|row| !row.header)
                && let Some(grid) = grids.get(grid.grid)
                && grid.repeats(sheet.text_height())
            {
                for header in &grid.header {
                    page.place(header.clone(), &grids, &mut pages.outline);
                }
            }
            page.place(strip, &grids, &mut pages.outline);
        }
        page.close_table(&grids);
        pages.pages.push(page.page);
        start = end;
    }
}

/// The first strip of the page after the one that begins with `start`.
fn page_end(strips: &[Strip], grids: &[Grid], start: usize, room: f32) -> usize {
    let mut used = strips
        .get(start)
        .and_then(|strip| strip.row.as_ref())
        .filter(|row| !row.header)
        .and_then(|row| grids.get(row.grid))
        .filter(|grid| grid.repeats(room))
        .map_or(0.0, Grid::header_height);
    used += strips
        .get(start)
        .and_then(|strip| strip.row)
        .map_or(0.0, |row| if row.first { 0.0 } else { row.padding });
    let mut last_break = None;
    for (index, strip) in strips.iter().enumerate().skip(start) {
        let before = if index == start { 0.0 } else { strip.before };
        if index > start && !strip.keep {
            last_break = Some(index);
        }
        used += before + strip.height;
        // Sums of many lengths, each rounded, may be a hair over the room they just fill.
        let below = strip.row.map_or(0.0, |row| if row.last { 0.0 } else { row.padding });
        if used + below > room + 0.005 && index > start {
            return last_break.unwrap_or(index);
        }
    }
    strips.len()
}

/// A page while it is being filled.
struct PageFiller {
    page: Page,
    number: usize,
    y: f32,
    first: bool,
    rows: Vec<PlacedRow>,
    /// The baseline of the last line of a merged cell, by column.
    flowing: Vec<(usize, f32)>,
}

impl PageFiller {
    fn new(compositor: &mut Compositor<'_>, sheet: Sheet, number: usize) -> Self {
        let mut page = Page { width: sheet.width, height: sheet.height, items: Vec::new() };
        if number > 0 {
            let words = (number + 1).to_string();
            let setting = Setting::plain(compositor, &words, FaceId::Regular);
            let y = round(sheet.top / 2.0 + PAGE_NUMBER * 0.33);
            for line in setting.lines(compositor.faces, u32::MAX / 2, u32::MAX / 2) {
                let edges = (sheet.left, sheet.text_width());
                let place = (y, PAGE_NUMBER);
                line_between(
                    compositor,
                    &setting,
                    &line,
                    edges,
                    place,
                    Align::Centre,
                    &mut page.items,
                );
            }
        }
        Self { page, number, y: sheet.top, first: true, rows: Vec::new(), flowing: Vec::new() }
    }

    fn place(&mut self, strip: Strip, grids: &[Grid], outline: &mut Vec<OutlineEntry>) {
        let follows = match (&strip.row, self.rows.last()) {
            (Some(row), Some(last)) => row.grid == last.part.grid,
            _ => false,
        };
        if !follows {
            self.close_table(grids);
        }
        if !std::mem::take(&mut self.first) {
            self.y += strip.before;
        }
        if let Some(part) = strip.row.filter(|part| !part.first && self.is_under_edge(part)) {
            self.y += part.padding;
        }
        let top = self.y;
        self.y += strip.height;
        if let Some((title, level)) = strip.outline {
            outline.push(OutlineEntry { title, level, page: self.number, y: round(top) });
        }
        self.page.items.reserve(strip.items.len());
        self.page.items.extend(strip.items.into_iter().map(|item| moved(item, top)));
        if let Some(mut part) = strip.row {
            // Under a page's edge or a header every cell is closed.
            let under_edge = self.is_under_edge(&part);
            if under_edge {
                part.open = Columns::default();
            }
            if part.first || under_edge {
                let open = part.open;
                self.flowing.retain(|&(column, _)| open.contains(column));
            }
            for line in strip.flowing {
                self.place_flowing(line, top);
            }
            match self.rows.last_mut() {
                Some(row) if !part.first && !under_edge => {
                    row.bottom = self.y;
                    row.part.last = part.last;
                }
                _ => {
                    let top = if part.first { top } else { top - part.padding };
                    self.rows.push(PlacedRow { part, top, bottom: self.y });
                }
            }
        }
    }

    fn is_under_edge(&self, part: &RowPart) -> bool {
        self.rows.last().is_none_or(|row| row.part.header && !part.header)
    }

    fn place_flowing(&mut self, line: Flowing, top: f32) {
        let Some(natural) = line.items.iter().find_map(baseline) else { return };
        let before = self.flowing.iter_mut().find(|(column, _)| *column == line.column);
        let y = if let Some((_, last)) = before {
            *last = (*last + line.pitch).min(top + natural);
            *last
        } else {
            self.flowing.push((line.column, top + natural));
            top + natural
        };
        self.page.items.extend(line.items.into_iter().map(|item| moved(item, y - natural)));
    }

    fn close_table(&mut self, grids: &[Grid]) {
        let mut rows = std::mem::take(&mut self.rows);
        if let Some(row) = rows.last_mut().filter(|row| !row.part.last) {
            row.bottom += row.part.padding;
            self.y += row.part.padding;
        }
        self.flowing.clear();
        if let Some(grid) = rows.first().and_then(|row| grids.get(row.part.grid)) {
            grid.paint(&rows, &mut self.page.items);
        }
    }
}

fn baseline(item: &PageItem) -> Option<f32> {
    match item {
        PageItem::Text(text) => Some(text.y),
        _ => None,
    }
}

fn moved(item: PageItem, by: f32) -> PageItem {
    match item {
        PageItem::Text(mut text) => {
            text.y = round(text.y + by);
            PageItem::Text(text)
        }
        PageItem::Line { from, to, width } => PageItem::Line {
            from: (from.0, round(from.1 + by)),
            to: (to.0, round(to.1 + by)),
            width,
        },
        PageItem::Shape { points, gray } => PageItem::Shape {
            points: points.into_iter().map(|(x, y)| (x, round(y + by))).collect(),
            gray,
        },
    }
}
