//! A line of words as items of a page: one text item a run, boxes and ticks as lines.

use super::clean::is_drawn;
use super::line::{Compositor, DRAWN_WIDTH, Line, Setting};
use super::{FaceId, PageItem, TextItem};

/// A length rounded to 0.01 pt, as it is written into the PDF.
#[must_use]
pub(super) fn round(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// Thousandths of an em at a size, as pt.
#[must_use]
pub(super) fn points(width: u32, size: f32) -> f32 {
    width as f32 * size / 1000.0
}

/// pt at a size, as whole thousandths of an em, cut.
#[must_use]
pub(super) fn ems(length: f32, size: f32) -> u32 {
    (length * 1000.0 / size + 0.01).max(0.0) as u32
}

/// Where and how a line is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Left edge, pt.
    pub x: f32,
    /// Baseline, pt.
    pub y: f32,
    /// Size of the letters, pt.
    pub size: f32,
    /// Added to each space, pt.
    pub extra_space: f32,
}

/// How a line stands between two edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
    Justified,
}

/// Sets a line between `left` and `left + width` pt.
pub(super) fn line_between(
    compositor: &Compositor<'_>,
    setting: &Setting<'_>,
    line: &Line,
    (left, width): (f32, f32),
    (y, size): (f32, f32),
    align: Align,
    out: &mut Vec<PageItem>,
) {
    let free = (width - points(line.width, size)).max(0.0);
    let (x, extra_space) = match align {
        Align::Left => (left, 0.0),
        Align::Centre => (left + free / 2.0, 0.0),
        Align::Justified if line.hard || line.spaces == 0 => (left, 0.0),
        Align::Justified => {
            // Rather an uneven edge than holes in the line.
            let extra = free / line.spaces as f32;
            (left, if extra > size * 1.2 { 0.0 } else { extra })
        }
    };
    set_line(compositor, setting, line, Place { x, y, size, extra_space }, out);
}

/// Sets a line at a place.
pub(super) fn set_line(
    compositor: &Compositor<'_>,
    setting: &Setting<'_>,
    line: &Line,
    place: Place,
    out: &mut Vec<PageItem>,
) {
    let mut start = line.start;
    let mut x = place.x;
    while start < line.end {
        let (face, span_end) = setting.spans.at(start);
        let end = span_end.min(line.end);
        let text = setting.text.get(start as usize..end as usize).unwrap_or("");
        if setting.special {
            x = set_special(compositor, text, face, Place { x, ..place }, out);
        } else {
            push_text(text, face, Place { x, ..place }, out);
            if end < line.end {
                x += advance(compositor, text, face, place);
            }
        }
        start = end;
    }
}

fn push_text(text: &str, face: FaceId, place: Place, out: &mut Vec<PageItem>) {
    if text.is_empty() {
        return;
    }
    out.push(PageItem::Text(TextItem {
        face,
        size: place.size,
        x: round(place.x),
        y: round(place.y),
        text: text.to_owned(),
        extra_space: place.extra_space,
    }));
}

fn advance(compositor: &Compositor<'_>, text: &str, face: FaceId, place: Place) -> f32 {
    let spaces = text.bytes().filter(|&byte| byte == b' ').count();
    points(compositor.faces.measure(face, text), place.size) + spaces as f32 * place.extra_space
}

/// Sets words among which some characters are drawn; returns where the pen stands behind.
fn set_special(
    compositor: &Compositor<'_>,
    text: &str,
    face: FaceId,
    mut place: Place,
    out: &mut Vec<PageItem>,
) -> f32 {
    let mut words = String::with_capacity(text.len());
    let flush = |words: &mut String, place: &mut Place, out: &mut Vec<PageItem>| {
        push_text(words, face, *place, out);
        place.x += advance(compositor, words, face, *place);
        words.clear();
    };
    for character in text.chars() {
        if character == '\u{A0}' {
            words.push(' ');
        } else if compositor.faces.has(face, character) {
            words.push(character);
        } else {
            flush(&mut words, &mut place, out);
            draw(character, place, out);
            place.x += points(DRAWN_WIDTH, place.size);
        }
    }
    flush(&mut words, &mut place, out);
    place.x
}

/// Draws ☐ ☑ ✓ ✔, or a hollow box for any other character.
fn draw(character: char, place: Place, out: &mut Vec<PageItem>) {
    let unit = place.size / 100.0;
    let at = |x: f32, y: f32| (round(place.x + x * unit), round(place.y - y * unit));
    let mut stroke = |points: &[(f32, f32)], width: f32| {
        for pair in points.windows(2) {
            if let [from, to] = *pair {
                let (from, to) = (at(from.0, from.1), at(to.0, to.1));
                out.push(PageItem::Line { from, to, width: round(width * unit) });
            }
        }
    };
    if !matches!(character, '✓' | '✔') {
        let (left, right) = if is_drawn(character) { (6.0, 74.0) } else { (14.0, 66.0) };
        let (low, high) = (-4.0, 66.0);
        stroke(&[(left, low), (right, low), (right, high), (left, high), (left, low)], 4.5);
    }
    match character {
        '☑' => stroke(&[(18.0, 32.0), (34.0, 12.0), (62.0, 54.0)], 7.0),
        '✓' => stroke(&[(10.0, 28.0), (30.0, 4.0), (68.0, 62.0)], 6.0),
        '✔' => stroke(&[(10.0, 28.0), (30.0, 4.0), (68.0, 62.0)], 11.0),
        _ => {}
    }
}
