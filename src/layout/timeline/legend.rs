//! What the signs of a timeline stand for, in words under it.

use super::{BAR, BAR_GRAY, SIZE, THIN, TICK, diamond, mark, shape_of};
use crate::document::TimelineSign;
use crate::layout::flow::Section;
use crate::layout::line::{Compositor, Setting};
use crate::layout::paint::{Align, ems, line_between, points, round};
use crate::layout::sheet::{CLOSE_PITCH, baseline};
use crate::layout::strip::Strip;
use crate::layout::{FaceId, PageItem};

/// Width of a sign, from it to its words, and from these to the next sign, pt.
const SIGN: f32 = 22.0;
const BESIDE: f32 = 5.0;
const APART: f32 = 18.0;

/// Sets the signs and their words, as many on a line as fit.
pub(super) fn set_legend(
    compositor: &mut Compositor<'_>,
    signs: &[TimelineSign],
    section: &mut Section,
) {
    let sheet = section.sheet;
    let (left, right) = (sheet.left, sheet.left + sheet.text_width());
    let height = SIZE * CLOSE_PITCH;
    let mut strips: Vec<Vec<PageItem>> = Vec::new();
    let mut x = right;
    for &sign in signs {
        // The sign itself says nothing: its words do.
        let element = compositor.structure.paragraph();
        let words = Setting::plain(compositor, sign.words(), FaceId::Regular).of(element);
        let width = points(words.natural_width(), SIZE) + 1.0;
        if x + SIGN + BESIDE + width > right {
            strips.push(Vec::new());
            x = left;
        }
        let Some(items) = strips.last_mut() else { continue };
        draw(sign, (x, height / 2.0), items);
        let edges = (x + SIGN + BESIDE, width);
        let whole = ems(width, SIZE);
        for line in words.lines(compositor.faces, whole, whole) {
            let place = (baseline(SIZE, CLOSE_PITCH), SIZE);
            line_between(compositor, &words, &line, edges, place, Align::Left, items);
        }
        x += SIGN + BESIDE + width + APART;
    }
    section.gap(6.0);
    for (number, items) in strips.into_iter().enumerate() {
        section.push(Strip { height, items, keep: number == 0, ..Strip::default() });
    }
}

fn draw(sign: TimelineSign, (x, y): (f32, f32), out: &mut Vec<PageItem>) {
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
