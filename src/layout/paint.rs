//! A line of words as items of a page: one text item a run, boxes and ticks as lines.

use super::clean::{is_combining, is_drawn};
use super::line::total_fit::{SHRINK, STRETCH};
use super::line::{Compositor, DRAWN_WIDTH, Line, Setting};
use super::{ElementId, FaceId, PageItem, TextItem};

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
    let free = width - points(line.width, size);
    let (x, extra_space) = match align {
        Align::Left => (left, 0.0),
        Align::Centre => (left + free.max(0.0) / 2.0, 0.0),
        Align::Justified if line.spaces == 0 || (line.hard && free >= 0.0) => (left, 0.0),
        // Rather an uneven edge than holes in the line.
        Align::Justified => {
            (left, (free / line.spaces as f32).clamp(-points(SHRINK, size), points(STRETCH, size)))
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
    let before = out.len();
    while start < line.end {
        let (face, span_end) = setting.spans.at(start);
        let mut end = span_end.min(line.end);
        let mut look = Look { face, element: setting.element };
        if let Some((label_end, label)) = setting.label.filter(|(label, _)| start < *label) {
            end = end.min(label_end);
            look.element = Some(label);
        }
        let text = setting.text.get(start as usize..end as usize).unwrap_or("");
        if setting.special {
            x = set_special(compositor, text, look, Place { x, ..place }, out);
        } else {
            push_text(text, look, Place { x, ..place }, out);
            if end < line.end {
                x += advance(compositor, text, face, place);
            }
        }
        start = end;
    }
    if setting.text.get(line.end as usize..).is_some_and(|rest| rest.starts_with(is_space)) {
        space_behind(out.get_mut(before..).unwrap_or_default());
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\u{A0}')
}

/// A white space follows the last words of some items.
pub(super) fn space_behind(items: &mut [PageItem]) {
    let last = items.iter_mut().rev().find_map(|item| match item {
        PageItem::Text(text) => Some(text),
        _ => None,
    });
    if let Some(last) = last {
        last.space_behind = true;
    }
}

/// In which face words are set, and what they are.
#[derive(Clone, Copy)]
struct Look {
    face: FaceId,
    element: Option<ElementId>,
}

fn push_text(text: &str, look: Look, place: Place, out: &mut Vec<PageItem>) {
    if text.is_empty() {
        return;
    }
    out.push(PageItem::Text(TextItem {
        face: look.face,
        size: place.size,
        x: round(place.x),
        y: round(place.y),
        text: text.to_owned(),
        extra_space: place.extra_space,
        space_behind: false,
        element: look.element,
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
    look: Look,
    mut place: Place,
    out: &mut Vec<PageItem>,
) -> f32 {
    let face = look.face;
    let mut words = String::with_capacity(text.len());
    let flush = |words: &mut String, place: &mut Place, out: &mut Vec<PageItem>| {
        push_text(words, look, *place, out);
        place.x += advance(compositor, words, face, *place);
        words.clear();
    };
    let mut letters = text.char_indices().peekable();
    while let Some((at, character)) = letters.next() {
        if character == '\u{A0}' {
            words.push(' ');
        } else if !compositor.faces.has(face, character) {
            flush(&mut words, &mut place, out);
            // The text is there to be found and copied; it leaves no mark of its own.
            push_text(character.encode_utf8(&mut [0; 4]), look, place, out);
            draw(character, look.element, place, out);
            place.x += points(DRAWN_WIDTH, place.size);
        } else {
            words.push(character);
            let start = at + character.len_utf8();
            let mut end = start;
            while let Some((at, mark)) = letters.next_if(|(_, next)| is_combining(*next)) {
                end = at + mark.len_utf8();
            }
            let marks = text.get(start..end).unwrap_or("");
            if marks.is_empty() {
                continue;
            }
            match compositor.faces.place_marks(face, character, marks) {
                Some(places) => {
                    flush(&mut words, &mut place, out);
                    let width = compositor.faces.advance(face, character).unwrap_or(0);
                    let left = place.x - points(width, place.size);
                    for (mark, (right, up)) in marks.chars().zip(places) {
                        let x = left + right as f32 * place.size / 1000.0;
                        let y = place.y - up as f32 * place.size / 1000.0;
                        let mut bytes = [0; 4];
                        let mark = mark.encode_utf8(&mut bytes);
                        push_text(mark, look, Place { x, y, ..place }, out);
                    }
                }
                None => words.push_str(marks),
            }
        }
    }
    flush(&mut words, &mut place, out);
    place.x
}

/// Draws ☐ ☑ ✓ ✔, or a hollow box for any other character.
fn draw(character: char, element: Option<ElementId>, place: Place, out: &mut Vec<PageItem>) {
    let unit = place.size / 100.0;
    let at = |x: f32, y: f32| (round(place.x + x * unit), round(place.y - y * unit));
    let mut stroke = |points: &[(f32, f32)], width: f32| {
        for pair in points.windows(2) {
            if let [from, to] = *pair {
                let (from, to) = (at(from.0, from.1), at(to.0, to.1));
                out.push(PageItem::Line { from, to, width: round(width * unit), element });
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
