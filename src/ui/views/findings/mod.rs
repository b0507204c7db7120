//! Kiểm tra: what the check found, each finding leading to its place.

use crate::plan::Spot;
use crate::ui::fields::Fields;
use crate::ui::request::Requests;
use crate::ui::view::ViewCx;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct FindingsState {}

impl FindingsState {
    /// Shows a place of the plan: it is scrolled to and takes the focus in the next frame.
    pub fn go(&mut self, _spot: &Spot) {}
}

/// Draws it.
pub fn show(
    ui: &mut egui::Ui,
    _cx: &ViewCx<'_>,
    _state: &mut FindingsState,
    _fields: &mut Fields,
    _requests: &mut Requests,
) {
    ui.heading("Kiểm tra");
}
