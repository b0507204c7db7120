//! A chart on paper: names on the left, bars on the right, told apart by greys and hatching, the
//! number in each piece that has room for it and under the bar for those that have not.

use super::flow::Section;
use super::legend::{SIGN, set_legend};
use super::line::{Compositor, Setting};
use super::paint::{Align, Place, ems, line_between, points, round, set_line, space_behind};
use super::paragraph::set_paragraph;
use super::sheet::{CLOSE_PITCH, RULE, baseline};
use super::strip::Strip;
use super::{ElementId, ElementKind, FaceId, Names, PageItem};
use crate::document::{Chart, ChartRow};

/// Letters, pt.
const SIZE: f32 = 11.0;
/// Room left and right of words, above and below them, and around a number in its bar, pt.
const PADDING: f32 = 6.0;
const ABOVE: f32 = 4.0;
const AROUND: f32 = 1.5;
/// The share of the width for the names.
const NAME_SHARE: f32 = 0.4;
/// Half the height of a bar, and of a sign of the legend, pt.
const BAR: f32 = 7.0;
const SIGN_HALF: f32 = 4.5;
/// Between the lines of a hatching, and how thick they are, pt.
const HATCH: f32 = 3.6;
const HATCH_WIDTH: f32 = 0.6;
/// A name up to this many lines is never cut by a page's end.
const WHOLE_LINES: usize = 12;

/// How the pieces of a bar are told apart, in their order: grey, hatched, white, lined, crossed,
/// light grey. Letters on each of them stay readable.
const FILLS: [Fill; 6] = [
    Fill { gray: 165, hatch: Hatch::None },
    Fill { gray: 255, hatch: Hatch::Rising },
    Fill { gray: 255, hatch: Hatch::None },
    Fill { gray: 255, hatch: Hatch::Upright },
    Fill { gray: 255, hatch: Hatch::Crossed },
    Fill { gray: 222, hatch: Hatch::None },
];

#[derive(Clone, Copy)]
struct Fill {
    gray: u8,
    hatch: Hatch,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Hatch {
    None,
    Rising,
    Upright,
    Crossed,
}

/// Sets a chart, what its pieces mean, and its caption; none of it is parted from the rest.
pub(super) fn set_chart(compositor: &mut Compositor<'_>, chart: &Chart, section: &mut Section) {
    let sheet = section.sheet;
    let names = round(sheet.text_width() * NAME_SHARE);
    let axis = Axis {
        left: round(sheet.left + names),
        one: (sheet.text_width() - names - 1.0) / chart.longest() as f32,
    };
    let table = compositor.structure.add(ElementKind::Table, None);
    section.gap(8.0);
    for (number, row) in chart.rows.iter().enumerate() {
        let heard = compositor.structure.add(ElementKind::Row, Some(table));
        let heading = compositor.structure.heading_cell(heard, Names::Row, 1);
        let beside = compositor.structure.cell(heard);
        let told = chart.told(row);
        let figure = compositor.structure.add(ElementKind::Figure { told }, Some(beside));
        if number > 0 {
            section.keep_next();
        }
        set_row(compositor, chart, row, (names, &axis), (heading, figure), section);
    }
    section.keep_next();
    let kinds: Vec<&str> = chart.kinds.iter().map(String::as_str).collect();
    let sign = |kind: usize, (x, y): (f32, f32), out: &mut Vec<PageItem>| {
        draw_piece(kind, (x, x + SIGN), (y, SIGN_HALF), out);
    };
    set_legend(compositor, &kinds, sign, section);
    section.keep_next();
    set_paragraph(compositor, &chart.caption, section);
    section.gap(10.0);
}

/// Where bars begin, and how long one is.
struct Axis {
    left: f32,
    one: f32,
}

fn set_row(
    compositor: &mut Compositor<'_>,
    chart: &Chart,
    row: &ChartRow,
    (names, axis): (f32, &Axis),
    (heading, figure): (ElementId, ElementId),
    section: &mut Section,
) {
    let sheet = section.sheet;
    let pitch = SIZE * CLOSE_PITCH;
    let name = Setting::plain(compositor, &row.name, FaceId::Regular).of(heading);
    let inside = (sheet.left, names - PADDING);
    let width = ems(inside.1, SIZE);
    let lines = name.lines(compositor.faces, width, width);
    let numbers: Vec<String> = row.counts.iter().map(u32::to_string).collect();
    let room = |compositor: &mut Compositor<'_>, at: usize| {
        let words = Setting::plain(compositor, &numbers[at], FaceId::Regular);
        points(words.natural_width(), SIZE) + AROUND * 2.0
    };
    let fits: Vec<bool> = (0..numbers.len())
        .map(|at| room(compositor, at) <= axis.one * row.counts[at] as f32)
        .collect();
    // What has no room in the bar is told under it; of nothing at all, that it is nothing.
    let under = chart.told_of(row, |at| !fits.get(at).copied().unwrap_or_default());
    let under = Setting::plain(compositor, &under, FaceId::Regular).of(figure);
    let place = (axis.left + PADDING, sheet.left + sheet.text_width() - axis.left - PADDING);
    let width = ems(place.1, SIZE);
    let told = under.lines(compositor.faces, width, width);
    let bar = usize::from(row.sum() > 0);
    let count = lines.len().max(told.len() + bar).max(1);
    // A bar by itself stands in the middle of its name.
    let beside = if told.is_empty() { lines.len().clamp(1, WHOLE_LINES) } else { 1 };
    let middle = ABOVE + beside as f32 * pitch / 2.0;
    let mut drawn = Vec::new();
    let mut x = axis.left;
    for (at, &some) in row.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let next = x + axis.one * some as f32;
        draw_piece(at, (x, next), (middle, BAR), &mut drawn);
        if fits[at] {
            let width = room(compositor, at);
            let left = (x + next - width) / 2.0;
            if kind_fill(at).hatch != Hatch::None {
                drawn.push(rectangle((left, left + width), (middle, BAR - 2.0), 255));
            }
            let words = Setting::plain(compositor, &numbers[at], FaceId::Regular).of(figure);
            let place =
                Place { x: left + AROUND, y: middle + SIZE * 0.34, size: SIZE, extra_space: 0.0 };
            for line in words.lines(compositor.faces, u32::MAX / 4, u32::MAX / 4) {
                set_line(compositor, &words, &line, place, &mut drawn);
            }
            // Numbers that follow each other are no number.
            space_behind(&mut drawn);
        }
        x = next;
    }
    let mut drawn: Vec<PageItem> = drawn.into_iter().map(|item| item.part_of(figure)).collect();
    for number in 0..count {
        let above = if number == 0 { ABOVE } else { 0.0 };
        let height = pitch + above + if number + 1 == count { ABOVE } else { 0.0 };
        let mut items = Vec::new();
        let y = (above + baseline(SIZE, CLOSE_PITCH), SIZE);
        if let Some(line) = lines.get(number) {
            line_between(compositor, &name, line, inside, y, Align::Left, &mut items);
        }
        items.append(&mut drawn);
        if let Some(line) = number.checked_sub(bar).and_then(|at| told.get(at)) {
            line_between(compositor, &under, line, place, y, Align::Left, &mut items);
        }
        let (from, to) = ((axis.left, 0.0), (axis.left, round(height)));
        items.push(PageItem::Line { from, to, width: RULE, element: None });
        let keep = number > 0 && (number < WHOLE_LINES || number + 2 > count);
        section.push(Strip { height, keep, items, ..Strip::default() });
    }
}

fn kind_fill(kind: usize) -> Fill {
    FILLS[kind % FILLS.len()]
}

/// A piece of a bar: what it is filled with, and a line around it.
fn draw_piece(
    kind: usize,
    (left, right): (f32, f32),
    (middle, half): (f32, f32),
    out: &mut Vec<PageItem>,
) {
    let fill = kind_fill(kind);
    let (top, bottom) = (round(middle - half), round(middle + half));
    let (left, right) = (round(left), round(right));
    if fill.gray < 255 {
        out.push(rectangle((left, right), (middle, half), fill.gray));
    }
    let mut line = |from: (f32, f32), to: (f32, f32), width| {
        let at = |(x, y): (f32, f32)| (round(x), round(y));
        out.push(PageItem::Line { from: at(from), to: at(to), width, element: None });
    };
    let (width, height) = (right - left, bottom - top);
    let steps = ((width + height) / HATCH) as usize;
    for step in 1..=steps {
        let along = step as f32 * HATCH;
        match fill.hatch {
            Hatch::Upright if along < width => {
                line((left + along, top), (left + along, bottom), HATCH_WIDTH);
            }
            Hatch::Rising | Hatch::Crossed => {
                // From the lower edge up to the right, as far as the piece goes.
                let (from, to) = ((along - height).max(0.0), along.min(width));
                let low = bottom - (from - (along - height));
                let high = bottom - (to - (along - height));
                line((left + from, low), (left + to, high), HATCH_WIDTH);
                if fill.hatch == Hatch::Crossed {
                    let flip = |y: f32| top + bottom - y;
                    line((left + from, flip(low)), (left + to, flip(high)), HATCH_WIDTH);
                }
            }
            Hatch::Upright | Hatch::None => {}
        }
    }
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    for pair in corners.windows(2) {
        if let [from, to] = *pair {
            line(from, to, RULE);
        }
    }
}

fn rectangle((left, right): (f32, f32), (middle, half): (f32, f32), gray: u8) -> PageItem {
    let at = |x: f32, y: f32| (round(x), round(y));
    let (top, bottom) = (middle - half, middle + half);
    let points = vec![at(left, top), at(right, top), at(right, bottom), at(left, bottom)];
    PageItem::Shape { points, gray, element: None }
}
