//! Tiến độ: what is done when, as bars over the months.

use crate::plan::Spot;
use crate::ui::fields::Fields;
use crate::ui::request::Requests;
use crate::ui::view::ViewCx;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct TimelineState {}

impl TimelineState {
    /// Shows a place of the plan: it is scrolled to and takes the focus in the next frame.
    pub fn go(&mut self, _spot: &Spot) {}
}

/// Draws it.
pub fn show(
    ui: &mut egui::Ui,
    _cx: &ViewCx<'_>,
    _state: &mut TimelineState,
    _fields: &mut Fields,
    _requests: &mut Requests,
) {
    ui.heading("Tiến độ");
}
