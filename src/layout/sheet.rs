//! The sheet of paper: A4 upright or across, its margins, sizes of letters and distances.

use super::paint::round;

/// Millimetres as pt, rounded to 0.01.
pub(super) fn mm(length: f32) -> f32 {
    round(length * 72.0 / 25.4)
}

/// Body text, headings, signatures.
pub(super) const BODY: f32 = 14.0;
/// Page numbers.
pub(super) const PAGE_NUMBER: f32 = 14.0;
/// From baseline to baseline in body text, in parts of the size.
pub(super) const BODY_PITCH: f32 = 1.25;
/// The same in the head, the foot and tables.
pub(super) const CLOSE_PITCH: f32 = 1.15;
/// From the top of a line to its baseline, in parts of the size, for a pitch of 1.15.
const ASCENT: f32 = 0.9;
/// Between paragraphs.
pub(super) const PARAGRAPH_GAP: f32 = 6.0;
/// First line of a paragraph: 1 cm.
pub(super) const INDENT_MM: f32 = 10.0;
/// Borders of tables and rules under words.
pub(super) const RULE: f32 = 0.5;

/// From the top of a line to its baseline, pt.
pub(super) fn baseline(size: f32, pitch: f32) -> f32 {
    size * (ASCENT + (pitch - CLOSE_PITCH) / 2.0)
}

/// A sheet and its margins, pt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sheet {
    pub width: f32,
    pub height: f32,
    pub top: f32,
    pub bottom: f32,
    pub left: f32,
    pub right: f32,
}

impl Sheet {
    /// A4 upright: top and bottom 20, left 30, right 15 mm.
    pub fn upright() -> Self {
        Self {
            width: mm(210.0),
            height: mm(297.0),
            top: mm(20.0),
            bottom: mm(20.0),
            left: mm(30.0),
            right: mm(15.0),
        }
    }

    /// A4 across: top 25 (the bound edge), bottom 20, left 30, right 15 mm.
    pub fn across() -> Self {
        Self { width: mm(297.0), height: mm(210.0), top: mm(25.0), ..Self::upright() }
    }

    /// The width of the text.
    pub fn text_width(&self) -> f32 {
        self.width - self.left - self.right
    }

    /// The height of the text.
    pub fn text_height(&self) -> f32 {
        self.height - self.top - self.bottom
    }
}
