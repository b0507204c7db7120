//! A timeline on paper: months across, groups, bars, ticks.

use super::flow::Section;
use super::legend::{SIGN, set_legend};
use super::line::{Compositor, Setting};
use super::paint::{Align, ems, line_between, round};
use super::sheet::{CLOSE_PITCH, RULE, baseline};
use super::strip::{Columns, Inner, RowPart, Strip};
use super::table::grid::Grid;
use super::{ElementId, ElementKind, FaceId, Names, PageItem};
use crate::document::{Timeline, TimelineBar, TimelineRow, TimelineSign};

/// Letters, pt.
const SIZE: f32 = 11.0;
/// Room left and right of words, pt.
const PADDING: f32 = 4.0;
const ABOVE: f32 = 2.4;
/// No bar is shorter, pt.
const LEAST_BAR: f32 = 4.0;
/// The share of the width for the names.
const NAME_SHARE: f32 = 0.34;
/// Half the height of a bar, of a thin bar, of a tick, pt.
const BAR: f32 = 4.0;
const THIN: f32 = 1.2;
const TICK: f32 = 3.8;
/// Width of the stop of a deadline's mark; length and half the height of its tail, pt.
const STOP: f32 = 2.4;
const TAIL: f32 = 14.0;
const TAIL_HALF: f32 = 0.5;
/// Grey of a bar: words on it would stay readable, and a laser printer shows it.
const BAR_GRAY: u8 = 120;
const TICK_GRAY: u8 = 30;
/// A year narrower than this has its short title, pt.
const SHORT_YEAR: f32 = 44.0;
/// A name up to this many lines is never cut by a page's end.
const WHOLE_LINES: usize = 12;

/// Where months stand.
struct Axis {
    left: f32,
    month: f32,
    first: (i16, i8),
    months: u16,
}

impl Axis {
    fn month_index(&self, date: jiff::civil::Date) -> f32 {
        let (year, month) = self.first;
        ((i32::from(date.year()) - i32::from(year)) * 12 + i32::from(date.month())
            - i32::from(month)) as f32
    }

    /// The x of a day's beginning (`part` 0) or end (1), pt, never off the axis.
    fn x(&self, date: jiff::civil::Date, part: f32) -> f32 {
        let days = f32::from(date.days_in_month());
        let at = self.month_index(date) + (f32::from(date.day() - 1) + part) / days;
        round(self.left + self.month * at.clamp(0.0, f32::from(self.months)))
    }

    /// Where the month of a day begins and ends, on the axis.
    fn month_of(&self, date: jiff::civil::Date) -> (f32, f32) {
        (self.x(date.first_of_month(), 0.0), self.x(date.last_of_month(), 1.0))
    }

    fn right(&self) -> f32 {
        self.left + self.month * f32::from(self.months)
    }
}

/// Sets a timeline.
pub(super) fn set_timeline(
    compositor: &mut Compositor<'_>,
    timeline: &Timeline,
    section: &mut Section,
) {
    let sheet = section.sheet;
    let months = u16::try_from(timeline.months.len()).unwrap_or(u16::MAX).max(1);
    let name_width = round(sheet.text_width() * NAME_SHARE);
    let left = sheet.left + name_width;
    let axis = Axis {
        left,
        month: (sheet.text_width() - name_width) / f32::from(months),
        first: timeline.first_month,
        months,
    };
    let grid = section.grids.len();
    let mut edges = vec![sheet.left];
    // Beyond three years a line for each month would be a grey field.
    let step = if months > 36 { 12 } else { 1 };
    let first_edge = if step == 1 { 0 } else { (13 - u16::from(axis.first.1.unsigned_abs())) % 12 };
    edges.push(round(left));
    edges.extend(
        (0..=months)
            .filter(|&month| month > 0 && (month == months || month % step == first_edge % step))
            .map(|month| round(left + axis.month * f32::from(month))),
    );
    let table = compositor.structure.add(ElementKind::Table, None);
    let place = (sheet.left, name_width);
    let header = set_header(compositor, timeline, &axis, place, (grid, step), table);
    let again = header.iter().cloned().map(Strip::silent).collect();
    section.grids.push(Grid { edges, header: again, rule: RULE, inner: RULE / 2.0 });
    section.gap(6.0);
    for strip in header {
        section.push(strip);
        section.keep_next();
    }
    let over = usize::from(months);
    for row in &timeline.rows {
        let heard = compositor.structure.add(ElementKind::Row, Some(table));
        match row {
            TimelineRow::Group(title) => {
                let heading = compositor.structure.heading_cell(heard, Names::Row, over + 1);
                let setting = Setting::plain(compositor, title, FaceId::Bold).of(heading);
                let inside = (sheet.left + PADDING, sheet.text_width() - PADDING * 2.0);
                set_row(compositor, &setting, inside, (grid, Inner::None), Vec::new(), section);
                section.keep_next();
            }
            TimelineRow::Item { name, time, bars, ticks, mark } => {
                let heading = compositor.structure.heading_cell(heard, Names::Row, 1);
                let beside = compositor.structure.wide_cell(heard, over);
                let mut marks = Vec::new();
                let setting = Setting::plain(compositor, name, FaceId::Regular).of(heading);
                let inside = (sheet.left + PADDING, name_width - PADDING * 2.0);
                let lines =
                    setting.lines(compositor.faces, ems(inside.1, SIZE), ems(inside.1, SIZE)).len();
                let shown = lines.clamp(1, WHOLE_LINES) as f32;
                let middle = ABOVE + shown * SIZE * CLOSE_PITCH / 2.0;
                for bar in bars {
                    draw_bar(&axis, *bar, middle, &mut marks);
                }
                for tick in ticks {
                    draw_tick(&axis, *tick, middle, &mut marks);
                }
                if let Some(day) = mark {
                    draw_mark(&axis, *day, middle, &mut marks);
                }
                if marks.is_empty() {
                    let words = Setting::plain(compositor, time, FaceId::Italic).of(beside);
                    set_item_words(compositor, &setting, inside, &words, &axis, grid, section);
                } else {
                    let told = if time.trim().is_empty() { name } else { time }.clone();
                    let figure =
                        compositor.structure.add(ElementKind::Figure { told }, Some(beside));
                    let marks = marks.into_iter().map(|mark| mark.part_of(figure)).collect();
                    set_row(compositor, &setting, inside, (grid, Inner::All), marks, section);
                }
            }
        }
    }
    let signs: Vec<&str> = timeline.legend.iter().map(|sign| sign.words()).collect();
    let draw = |at: usize, place: (f32, f32), out: &mut Vec<PageItem>| {
        if let Some(sign) = timeline.legend.get(at) {
            draw_sign(*sign, place, out);
        }
    };
    set_legend(compositor, &signs, draw, section);
    section.gap(10.0);
}

fn part(grid: usize, (first, last): (bool, bool), header: bool, inner: Inner) -> RowPart {
    RowPart { grid, first, last, padding: ABOVE, header, open: Columns::default(), inner }
}

/// The strips of a row: whole if it is short, else one for each line.
fn set_row(
    compositor: &Compositor<'_>,
    words: &Setting<'_>,
    inside: (f32, f32),
    (grid, inner): (usize, Inner),
    marks: Vec<PageItem>,
    section: &mut Section,
) {
    set_parallel(compositor, &[(words, inside)], (grid, inner), marks, section);
}

/// A row without marks: its time as typed stands where the months are.
fn set_item_words(
    compositor: &Compositor<'_>,
    name: &Setting<'_>,
    inside: (f32, f32),
    time: &Setting<'_>,
    axis: &Axis,
    grid: usize,
    section: &mut Section,
) {
    let beside = (axis.left + PADDING, axis.right() - axis.left - PADDING * 2.0);
    let parts = [(name, inside), (time, beside)];
    set_parallel(compositor, &parts, (grid, Inner::AfterFirst), Vec::new(), section);
}

fn set_parallel(
    compositor: &Compositor<'_>,
    parts: &[(&Setting<'_>, (f32, f32))],
    (grid, inner): (usize, Inner),
    mut marks: Vec<PageItem>,
    section: &mut Section,
) {
    let lines: Vec<_> = parts
        .iter()
        .map(|(words, inside)| {
            words.lines(compositor.faces, ems(inside.1, SIZE), ems(inside.1, SIZE))
        })
        .collect();
    let count = lines.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let pitch = SIZE * CLOSE_PITCH;
    for number in 0..count {
        let above = if number == 0 { ABOVE } else { 0.0 };
        let below = if number + 1 == count { ABOVE } else { 0.0 };
        let mut items = if number == 0 { std::mem::take(&mut marks) } else { Vec::new() };
        let place = (above + baseline(SIZE, CLOSE_PITCH), SIZE);
        for ((words, inside), lines) in parts.iter().zip(&lines) {
            if let Some(line) = lines.get(number) {
                line_between(compositor, words, line, *inside, place, Align::Left, &mut items);
            }
        }
        section.push(Strip {
            height: pitch + above + below,
            keep: number > 0
                && (count <= WHOLE_LINES || number < WHOLE_LINES || number + 2 > count),
            items,
            row: Some(part(grid, (number == 0, number + 1 == count), false, inner)),
            ..Strip::default()
        });
    }
}

/// Years above, months below them.
fn set_header(
    compositor: &mut Compositor<'_>,
    timeline: &Timeline,
    axis: &Axis,
    (left, name_width): (f32, f32),
    (grid, step): (usize, u16),
    table: ElementId,
) -> Vec<Strip> {
    let height = SIZE * CLOSE_PITCH + ABOVE * 2.0;
    let y = ABOVE + baseline(SIZE, CLOSE_PITCH);
    let mut years = Strip {
        height,
        row: Some(part(grid, (true, true), true, Inner::AfterFirst)),
        ..Strip::default()
    };
    let mut months =
        Strip { height, row: Some(part(grid, (true, true), true, Inner::All)), ..Strip::default() };
    // Heard line by line; over the names stands nothing above.
    let structure = &mut compositor.structure;
    let mut row = |columns: &mut dyn Iterator<Item = usize>| -> Vec<ElementId> {
        let row = structure.add(ElementKind::Row, Some(table));
        std::iter::once(1)
            .chain(columns)
            .map(|columns| structure.heading_cell(row, Names::Column, columns))
            .collect()
    };
    let of_years = row(&mut timeline.years.iter().map(|year| year.months));
    let of_months =
        if step == 1 { row(&mut timeline.months.iter().map(|_| 1)) } else { Vec::new() };
    let mut put = |(text, element): (&str, Option<&ElementId>),
                   face,
                   edges: (f32, f32),
                   place: (f32, f32),
                   out: &mut Vec<PageItem>| {
        let mut setting = Setting::plain(compositor, text, face);
        setting.element = element.copied();
        // What is wider than its place is left out: a year of one month.
        let line = setting.lines(compositor.faces, u32::MAX / 4, u32::MAX / 4).into_iter().next();
        if let Some(line) = line
            && line.width <= ems(edges.1, place.1)
        {
            line_between(compositor, &setting, &line, edges, place, Align::Centre, out);
        }
    };
    let names = (timeline.names.as_str(), of_months.first());
    put(names, FaceId::Bold, (left, name_width), (y, SIZE), &mut months.items);
    if step == 1 {
        let size = if axis.month < 12.5 { SIZE - 2.0 } else { SIZE };
        for (index, title) in timeline.months.iter().enumerate() {
            let edges = (axis.left + axis.month * index as f32, axis.month);
            let title = (title.as_str(), of_months.get(index + 1));
            put(title, FaceId::Regular, edges, (y, size), &mut months.items);
        }
    }
    let mut first = 0;
    for (year, element) in timeline.years.iter().zip(of_years.iter().skip(1)) {
        let next = first + year.months;
        let from = axis.left + axis.month * first as f32;
        let width = axis.month * year.months as f32;
        let words = if width < SHORT_YEAR { &year.short } else { &year.title };
        put((words, Some(element)), FaceId::Bold, (from, width), (y, SIZE), &mut years.items);
        if next < timeline.months.len() {
            let end = round(from + width);
            let (from, to) = ((end, 0.0), (end, height));
            years.items.push(PageItem::Line { from, to, width: RULE, element: None });
        }
        first = next;
    }
    if step > 1 { vec![years] } else { vec![years, months] }
}

fn draw_bar(axis: &Axis, bar: TimelineBar, middle: f32, out: &mut Vec<PageItem>) {
    let half = if bar.thin { THIN } else { BAR };
    let (from, to) = (axis.x(bar.from, 0.0), axis.x(bar.to, 1.0));
    // A single day is seen from afar, too, and stays in its month.
    let to = to.max((from + LEAST_BAR).min(axis.month_of(bar.to).1));
    let from = from.min(to - LEAST_BAR).max(axis.left);
    let y = |offset: f32| round(middle + offset);
    // An arrow at the end that lies outside the months shown.
    let head = if bar.thin { half * 2.5 } else { half };
    let tip = (head * 1.6).min((to - from) / 2.0);
    let start = if bar.from_before { from + tip } else { from };
    let end = if bar.goes_on { to - tip } else { to };
    let mut shape = |points: Vec<(f32, f32)>| out.push(shape_of(points, BAR_GRAY));
    shape(vec![(start, y(-half)), (end, y(-half)), (end, y(half)), (start, y(half))]);
    if bar.from_before {
        shape(vec![(round(start), y(-head - 1.0)), (from, y(0.0)), (round(start), y(head + 1.0))]);
    }
    if bar.goes_on {
        shape(vec![(round(end), y(-head - 1.0)), (to, y(0.0)), (round(end), y(head + 1.0))]);
    }
}

/// What it is a part of is said where the whole of it stands.
fn shape_of(points: Vec<(f32, f32)>, gray: u8) -> PageItem {
    PageItem::Shape { points, gray, element: None }
}

fn draw_tick(axis: &Axis, date: jiff::civil::Date, middle: f32, out: &mut Vec<PageItem>) {
    let (first, last) = axis.month_of(date);
    let half = TICK.min((last - first) / 2.0);
    let x = axis.x(date, 0.5).max(first + half).min(last - half);
    diamond((x, middle), half, out);
}

fn diamond((x, y): (f32, f32), half: f32, out: &mut Vec<PageItem>) {
    let at = |dx: f32, dy: f32| (round(x + dx), round(y + dy));
    let points = vec![at(0.0, -TICK), at(half, 0.0), at(0.0, TICK), at(-half, 0.0)];
    out.push(shape_of(points, TICK_GRAY));
}

/// A stop at the end of its day, with a short tail that leads to it.
fn draw_mark(axis: &Axis, date: jiff::civil::Date, middle: f32, out: &mut Vec<PageItem>) {
    let end = axis.x(date, 1.0).max(axis.month_of(date).0 + STOP).min(round(axis.right()));
    mark((end, middle), (end - TAIL).max(axis.left), out);
}

fn mark((end, y): (f32, f32), tail: f32, out: &mut Vec<PageItem>) {
    let mut rectangle = |left: f32, right: f32, half: f32| {
        let at = |x: f32, dy: f32| (round(x), round(y + dy));
        let points = vec![at(left, -half), at(right, -half), at(right, half), at(left, half)];
        out.push(shape_of(points, TICK_GRAY));
    };
    if tail < end - STOP {
        rectangle(tail, end - STOP, TAIL_HALF);
    }
    rectangle(end - STOP, end, BAR + 1.0);
}

/// A sign as it stands before what it means.
fn draw_sign(sign: TimelineSign, (x, y): (f32, f32), out: &mut Vec<PageItem>) {
    let mut bar = |half: f32| {
        let at = |x: f32, dy: f32| (round(x), round(y + dy));
        let points = vec![at(x, -half), at(x + SIGN, -half), at(x + SIGN, half), at(x, half)];
        out.push(shape_of(points, BAR_GRAY));
    };
    match sign {
        TimelineSign::Bar => bar(BAR),
        TimelineSign::ThinBar => bar(THIN),
        TimelineSign::Tick => diamond((x + SIGN / 2.0, y), TICK, out),
        TimelineSign::Mark => mark((x + SIGN - 3.0, y), x + 4.0, out),
    }
}
