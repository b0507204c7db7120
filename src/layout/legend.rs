//! What the signs of a drawing stand for, in words under it.

use super::flow::Section;
use super::line::{Compositor, Setting};
use super::paint::{Align, ems, line_between, points};
use super::sheet::{CLOSE_PITCH, baseline};
use super::strip::Strip;
use super::{FaceId, PageItem};

/// Letters, pt.
const SIZE: f32 = 11.0;
/// Width of a sign, from it to its words, and from these to the next sign, pt.
pub(super) const SIGN: f32 = 22.0;
const BESIDE: f32 = 5.0;
const APART: f32 = 18.0;

/// Sets signs, given by their words, as many on a line as fit; `draw` draws the one at a place
/// among them, from its left edge and its middle on.
pub(super) fn set_legend(
    compositor: &mut Compositor<'_>,
    signs: &[&str],
    draw: impl Fn(usize, (f32, f32), &mut Vec<PageItem>),
    section: &mut Section,
) {
    let sheet = section.sheet;
    let (left, right) = (sheet.left, sheet.left + sheet.text_width());
    let height = SIZE * CLOSE_PITCH;
    let whole = right - left - SIGN - BESIDE;
    let mut strips: Vec<Vec<PageItem>> = Vec::new();
    let mut x = right;
    for (number, sign) in signs.iter().enumerate() {
        // The sign itself says nothing: its words do.
        let element = compositor.structure.paragraph();
        let words = Setting::plain(compositor, sign, FaceId::Regular).of(element);
        let width = (points(words.natural_width(), SIZE) + 1.0).min(whole);
        if x + SIGN + BESIDE + width > right {
            strips.push(Vec::new());
            x = left;
        }
        let edges = (x + SIGN + BESIDE, width);
        let room = ems(width, SIZE);
        let lines = words.lines(compositor.faces, room, room);
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                strips.push(Vec::new());
            }
            let Some(items) = strips.last_mut() else { continue };
            if at == 0 {
                draw(number, (x, height / 2.0), items);
            }
            let place = (baseline(SIZE, CLOSE_PITCH), SIZE);
            line_between(compositor, &words, line, edges, place, Align::Left, items);
        }
        x += SIGN + BESIDE + width + APART;
    }
    section.gap(6.0);
    for (number, items) in strips.into_iter().enumerate() {
        section.push(Strip { height, items, keep: number == 0, ..Strip::default() });
    }
}
