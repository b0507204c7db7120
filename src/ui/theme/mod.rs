//! Colours and sizes. They live here only.

#[cfg(test)]
mod contrast;
mod fonts;
mod style;

use std::sync::Arc;

use egui::{Color32, FontFamily, FontId, Stroke};

pub use fonts::set as set_fonts;
pub use style::{apply, is_kept_still, keep_still};

/// Sizes of type, in logical pixels.
pub mod size {
    /// Words.
    pub const BODY: f32 = 15.0;
    /// Words in tables.
    pub const TABLE: f32 = 14.0;
    /// Secondary words.
    pub const SMALL: f32 = 13.0;
    /// A card's title.
    pub const CARD: f32 = 16.0;
    /// The screen's title.
    pub const TITLE: f32 = 19.0;
    /// The screen's title where there is room.
    pub const TITLE_WIDE: f32 = 22.0;
    /// The name on the first screen.
    pub const NAME: f32 = 30.0;
    /// Height of a line of words, as a share of its size.
    pub const LINE: f32 = 1.5;
    /// Height of a field and of a button.
    pub const FIELD: f32 = 36.0;
    /// The least height of what is pressed: a hand that shakes still meets it.
    pub const TARGET: f32 = 28.0;
    /// Corner of fields and buttons.
    pub const RADIUS: u8 = 6;
    /// Corner of cards and tables.
    pub const CARD_RADIUS: u8 = 8;
    /// Width of the rail.
    pub const RAIL: f32 = 196.0;
    /// Height of the top bar.
    pub const TOP_BAR: f32 = 44.0;
    /// The same where there is room.
    pub const TOP_BAR_WIDE: f32 = 52.0;
    /// Height of the row of stages.
    pub const STAGES: f32 = 38.0;
    /// The widest a line of words may be: about 90 letters, in logical pixels.
    pub const MEASURE: f32 = 690.0;
    /// From this width of the window the stages are a rail, in logical pixels.
    pub const WIDE: f32 = 1200.0;
    /// A window lower than this has no room to spare above and below a table, in logical pixels.
    pub const LOW: f32 = 680.0;
    /// A window lower than this has room for one line over a table, in logical pixels: that of the
    /// smallest screen at 150 % has 410.
    pub const FLAT: f32 = 480.0;
    /// A table narrower than this has no room for every button over it, in logical pixels.
    pub const NARROW: f32 = 660.0;
    /// From this width the tables of a plan stand on the line of their title, in logical pixels.
    pub const ONE_LINE: f32 = 1060.0;
}

/// Whether the window is so low that a table needs the room around it.
#[must_use]
pub fn is_low(ctx: &egui::Context) -> bool {
    ctx.content_rect().height() < size::LOW
}

/// Whether the window is so low that there is room for one line over what is worked on.
#[must_use]
pub fn is_flat(ctx: &egui::Context) -> bool {
    ctx.content_rect().height() < size::FLAT
}

/// Words of this size (logical pixels).
#[must_use]
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Bold words of this size (logical pixels).
#[must_use]
pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("bold".into()))
}

/// Italic words of this size (logical pixels).
#[must_use]
pub fn italic(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("italic".into()))
}

/// Bold italic words of this size (logical pixels).
#[must_use]
pub fn bold_italic(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("bold italic".into()))
}

/// Words as they stand on paper, of this size (logical pixels).
#[must_use]
pub fn paper(size: f32, bold: bool, italic: bool) -> FontId {
    let family = match (bold, italic) {
        (false, false) => "paper",
        (true, false) => "paper bold",
        (false, true) => "paper italic",
        (true, true) => "paper bold italic",
    };
    FontId::new(size, FontFamily::Name(family.into()))
}

/// The theme in use.
#[must_use]
pub fn of(ctx: &egui::Context) -> Arc<Theme> {
    ctx.data(|data| data.get_temp(egui::Id::unique("theme")))
        .unwrap_or_else(|| Arc::new(Theme::light()))
}

/// The colours of one mode, and the sizes of both.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Behind everything.
    pub bg: Color32,
    /// Top bar, stages.
    pub rail: Color32,
    /// Tables, cards, fields, buttons.
    pub surface: Color32,
    /// Table heads, group rows.
    pub sunk: Color32,
    /// Words.
    pub text: Color32,
    /// Secondary words.
    pub muted: Color32,
    /// The border of what is only looked at.
    pub line: Color32,
    /// The border of what is written or chosen in: it must be found by whoever sees little.
    pub edge: Color32,
    /// The primary button, the active place, work under way.
    pub accent: Color32,
    /// Behind the active place; the focus ring.
    pub accent_soft: Color32,
    /// Words on the accent.
    pub on_accent: Color32,
    /// Overdue, error.
    pub late: Color32,
    /// Behind it.
    pub late_soft: Color32,
    /// Due soon, look again.
    pub due: Color32,
    /// Behind it.
    pub due_soft: Color32,
    /// Done, saved, understood.
    pub done: Color32,
    /// Behind it.
    pub done_soft: Color32,
    /// An empty bar, behind words that are neither good nor bad.
    pub faint: Color32,
    /// Behind words that were looked for.
    pub hit: Color32,
    /// Whether this is the dark mode.
    pub dark: bool,
}

impl Theme {
    /// Paper by day.
    #[must_use]
    pub const fn light() -> Self {
        Self {
            bg: rgb(0xF5_F3EE),
            rail: rgb(0xEC_E8DF),
            surface: rgb(0xFF_FFFF),
            sunk: rgb(0xFA_F8F4),
            text: rgb(0x1F_2328),
            muted: rgb(0x5A_626D),
            line: rgb(0xDC_D6C9),
            edge: rgb(0x8A_8576),
            accent: rgb(0x14_508C),
            accent_soft: rgb(0xE4_EDF7),
            on_accent: rgb(0xFF_FFFF),
            late: rgb(0xB3_261E),
            late_soft: rgb(0xFB_E9E7),
            due: rgb(0x8A_5A00),
            due_soft: rgb(0xFB_F1DC),
            done: rgb(0x19_704A),
            done_soft: rgb(0xE3_F2EA),
            faint: rgb(0xED_E8DE),
            hit: rgb(0xF7_E3A8),
            dark: false,
        }
    }

    /// The same by night.
    #[must_use]
    pub const fn dark() -> Self {
        Self {
            bg: rgb(0x1B_1D21),
            rail: rgb(0x16_181B),
            surface: rgb(0x24_272C),
            sunk: rgb(0x20_2328),
            text: rgb(0xE8_E6E1),
            muted: rgb(0xA9_AEB7),
            line: rgb(0x38_3C44),
            edge: rgb(0x74_7A85),
            accent: rgb(0x86_B7EA),
            accent_soft: rgb(0x26_3446),
            on_accent: rgb(0x10_202F),
            late: rgb(0xF2_938A),
            late_soft: rgb(0x3C_2624),
            due: rgb(0xE5_B95A),
            due_soft: rgb(0x3A_3021),
            done: rgb(0x74_CB99),
            done_soft: rgb(0x21_352B),
            faint: rgb(0x2C_3037),
            hit: rgb(0x4C_3E18),
            dark: true,
        }
    }

    /// The border of what is only looked at.
    #[must_use]
    pub fn border(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }
}

/// A colour as it is written in the table of tokens: red, green, blue.
const fn rgb(code: u32) -> Color32 {
    let [_, red, green, blue] = code.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}
