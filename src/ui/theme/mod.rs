//! Colours and sizes. They live here only.

use egui::Color32;

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
    /// The only border.
    pub line: Color32,
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
    /// Whether this is the dark mode.
    pub dark: bool,
}
