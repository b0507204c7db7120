//! Strips to pages: what fits, where a page may end, headers again, borders of each part.

use super::line::{Compositor, Setting};
use super::paint::{Align, line_between, round};
use super::sheet::{CLOSE_PITCH, Sheet, WIDEST_PITCH};
use super::strip::{Columns, Flowing, RowPart, Strip};
use super::table::grid::{Grid, PlacedRow};
use super::{FaceId, OutlineEntry, Page, PageItem, Pages};

/// So many lines stand over the signatures on a last page, where that can be had.
const LAST_LINES: usize = 5;
/// For that the line spacing is changed in such steps, parts of the size: down to single, up to
/// one and a half, with at most twice the distance between paragraphs.
const STEP: f32 = 0.01;
/// Stands for an item that is being moved.
const NOTHING: PageItem = PageItem::Shape { points: Vec::new(), gray: 0, element: None };

/// A better end of a page is taken where it costs at most this share of the page.
const NEAR: f32 = 0.25;

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

/// Fills pages with a section's strips; their numbers begin with the page `from`.
pub(super) fn fill(
    compositor: &mut Compositor<'_>,
    section: Section,
    pages: &mut Pages,
    from: usize,
) {
    let Section { sheet, strips, grids, .. } = section;
    let (spacing, ends) = Spacing::choose(&strips, &grids, &sheet);
    let mut strips = strips.into_iter();
    let mut start = 0;
    for end in ends {
        let mut page = PageFiller::new(compositor, sheet, pages.pages.len(), from);
        for (index, mut strip) in strips.by_ref().take(end - start).enumerate() {
            if index == 0
                && let Some(grid) = strip.row.as_ref().filter(|row| !row.header)
                && let Some(grid) = grids.get(grid.grid)
                && grid.repeats(sheet.text_height())
            {
                for header in &grid.header {
                    page.place(header.clone(), &grids, &mut pages.outline);
                }
            }
            if index == 0
                && let Some(again) = strip.again.take()
            {
                let begins = strip.row.is_some_and(|row| row.first);
                let (table, row) = again.of;
                if let Some(measure) = pages.measures.tables.get_mut(table).filter(|_| begins) {
                    measure.again.push(row);
                }
                strip.items.extend(again.items);
            }
            page.place(spacing.set(strip), &grids, &mut pages.outline);
        }
        page.close_table(&grids);
        pages.pages.push(page.page);
        start = end;
    }
}

/// What running text has beside its own pitch and distances, pt.
#[derive(Clone, Copy, Default)]
struct Spacing {
    pitch: f32,
    gap: f32,
}

impl Spacing {
    /// The pages' ends, and the spacing nearest to the usual one at which the signatures stand
    /// under enough lines: drawn together they come to the page before, pushed apart they take
    /// more lines along.
    fn choose(strips: &[Strip], grids: &[Grid], sheet: &Sheet) -> (Self, Vec<usize>) {
        let (room, running) = (sheet.text_height(), sheet.running);
        let widest = WIDEST_PITCH - running.pitch;
        let usual = Self::default();
        let found = usual.ends(strips, grids, room);
        if !is_short(strips, &found) {
            return (usual, found);
        }
        let nearest = running.pitch - CLOSE_PITCH + 0.001;
        let steps = (1..).map(|step| step as f32 * STEP);
        for step in steps.take_while(|step| *step <= widest.max(nearest)) {
            let together = Self { pitch: -step * running.size, gap: 0.0 };
            let apart =
                Self { pitch: step * running.size, gap: running.gap * step / widest.max(STEP) };
            let may = [(step <= nearest, together), (step <= widest, apart)];
            for (_, spacing) in may.into_iter().filter(|(may, _)| *may) {
                let ends = spacing.ends(strips, grids, room);
                if !is_short(strips, &ends) {
                    return (spacing, ends);
                }
            }
        }
        (usual, found)
    }

    fn ends(self, strips: &[Strip], grids: &[Grid], room: f32) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut start = 0;
        while start < strips.len() {
            start = page_end(strips, grids, start, room, self);
            ends.push(start);
        }
        ends
    }

    fn height(self, strip: &Strip) -> f32 {
        if strip.running { strip.height + self.pitch } else { strip.height }
    }

    fn before(self, strip: &Strip) -> f32 {
        if strip.running && strip.before > 0.0 { strip.before + self.gap } else { strip.before }
    }

    fn set(self, mut strip: Strip) -> Strip {
        if strip.running && self.pitch != 0.0 {
            strip.before = self.before(&strip);
            strip.height += self.pitch;
            for item in &mut strip.items {
                *item = moved(std::mem::replace(item, NOTHING), self.pitch / 2.0);
            }
        }
        strip
    }
}

/// Whether the signatures came to another page with too few lines above them.
fn is_short(strips: &[Strip], ends: &[usize]) -> bool {
    let Some(signs) = strips.iter().rposition(|strip| strip.signs) else { return false };
    let start = ends.iter().rfind(|end| **end <= signs).copied().unwrap_or(0);
    start > 0 && signs - start < LAST_LINES && signs >= LAST_LINES
}

/// The first strip of the page after the one that begins with `start`.
fn page_end(strips: &[Strip], grids: &[Grid], start: usize, room: f32, spacing: Spacing) -> usize {
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
    // The last place where the page may end, and the last one at which it ends well.
    let (mut last, mut good) = ((start, 0.0), (start, 0.0));
    for (index, strip) in strips.iter().enumerate().skip(start) {
        let before = if index == start { 0.0 } else { spacing.before(strip) };
        if index > start && !strip.keep {
            last = (index, used);
            if !strip.poor {
                good = last;
            }
        }
        used += before + spacing.height(strip);
        // Sums of many lengths, each rounded, may be a hair over the room they just fill.
        let below = strip.row.map_or(0.0, |row| if row.last { 0.0 } else { row.padding });
        if used + below > room + 0.005 && index > start {
            let near = good.0 > start && last.1 - good.1 <= room * NEAR;
            let end = if near { good.0 } else { last.0 };
            return if end > start { end } else { index };
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
    /// An empty page, from 0; the numbers begin with the page `from`.
    fn new(compositor: &mut Compositor<'_>, sheet: Sheet, page_at: usize, from: usize) -> Self {
        let number = page_at.saturating_sub(from);
        let mut page = sheet.page();
        if number > 0 {
            let words = (number + 1).to_string();
            let setting = Setting::plain(compositor, &words, FaceId::Regular);
            let size = sheet.running.size;
            let y = round(sheet.top / 2.0 + size * 0.33);
            for line in setting.lines(compositor.faces, u32::MAX / 2, u32::MAX / 2) {
                let edges = (sheet.left, sheet.text_width());
                let place = (y, size);
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
        Self {
            page,
            number: page_at,
            y: sheet.top,
            first: true,
            rows: Vec::new(),
            flowing: Vec::new(),
        }
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
        PageItem::Line { from, to, width, element } => PageItem::Line {
            from: (from.0, round(from.1 + by)),
            to: (to.0, round(to.1 + by)),
            width,
            element,
        },
        PageItem::Shape { points, gray, element } => PageItem::Shape {
            points: points.into_iter().map(|(x, y)| (x, round(y + by))).collect(),
            gray,
            element,
        },
    }
}
