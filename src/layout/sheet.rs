//! The sheet of paper: A4 upright or across, its margins, sizes of letters and distances.

use super::Page;
use super::paint::round;
use crate::plan::PageLook;

/// Millimetres as pt, rounded to 0.01.
pub(super) fn mm(length: f32) -> f32 {
    round(length * 72.0 / 25.4)
}

/// Single spacing: from baseline to baseline in the head, the foot and tables, in parts of the
/// size.
pub(super) const CLOSE_PITCH: f32 = 1.15;
/// The widest spacing of lines, in parts of the size.
pub(super) const WIDEST_PITCH: f32 = CLOSE_PITCH * 1.5;
/// From the top of a line to its baseline, in parts of the size, for a pitch of 1.15.
const ASCENT: f32 = 0.9;
/// Borders of tables and rules under words.
pub(super) const RULE: f32 = 0.5;

/// From the top of a line to its baseline, pt.
pub(super) fn baseline(size: f32, pitch: f32) -> f32 {
    size * (ASCENT + (pitch - CLOSE_PITCH) / 2.0)
}

/// Running text: paragraphs, headings, signatures, and the numbers of pages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Running {
    /// Size of the letters, pt.
    pub size: f32,
    /// From baseline to baseline, in parts of the size.
    pub pitch: f32,
    /// Between paragraphs, pt.
    pub gap: f32,
    /// How far the first line of a paragraph stands in, pt.
    pub indent: f32,
}

impl Running {
    fn of(look: &PageLook) -> Self {
        let size = f32::from(look.letters.get());
        let line = round(size * CLOSE_PITCH * f32::from(look.line_spacing.get()) / 1000.0);
        Self {
            size,
            pitch: line / size,
            gap: f32::from(look.paragraph_gap.get()),
            indent: mm(f32::from(look.first_line.get()) / 10.0),
        }
    }

    /// The height of a line, pt.
    pub fn line(&self) -> f32 {
        self.size * self.pitch
    }
}

/// A sheet, its margins, pt, and its running text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sheet {
    pub width: f32,
    pub height: f32,
    pub top: f32,
    pub bottom: f32,
    pub left: f32,
    pub right: f32,
    pub running: Running,
}

impl Sheet {
    /// A4 upright.
    pub fn upright(look: &PageLook) -> Self {
        let margin = |length: u16| mm(f32::from(length));
        Self {
            width: mm(210.0),
            height: mm(297.0),
            top: margin(look.margin_top.get()),
            bottom: margin(look.margin_bottom.get()),
            left: margin(look.margin_left.get()),
            right: margin(look.margin_right.get()),
            running: Running::of(look),
        }
    }

    /// A4 across: 25 mm over the text, which is the bound edge.
    pub fn across(look: &PageLook) -> Self {
        Self { width: mm(297.0), height: mm(210.0), top: mm(25.0), ..Self::upright(look) }
    }

    /// A4 as a table or a section lies.
    pub fn lying(across: bool, look: &PageLook) -> Self {
        if across { Self::across(look) } else { Self::upright(look) }
    }

    /// An empty page.
    pub fn page(&self) -> Page {
        Page {
            width: self.width,
            height: self.height,
            text_area: (
                (self.left, self.top),
                (self.width - self.right, self.height - self.bottom),
            ),
            items: Vec::new(),
        }
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
