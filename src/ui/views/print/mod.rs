//! In và xuất: the preview of the pages, and the ways out of the program.

use crate::plan::Spot;
use crate::ui::fields::Fields;
use crate::ui::request::Requests;
use crate::ui::view::ViewCx;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct PrintState {}

impl PrintState {
    /// Shows a place of the plan: it is scrolled to and takes the focus in the next frame.
    pub fn go(&mut self, _spot: &Spot) {}
}

/// Draws it.
pub fn show(
    ui: &mut egui::Ui,
    _cx: &ViewCx<'_>,
    _state: &mut PrintState,
    _fields: &mut Fields,
    _requests: &mut Requests,
) {
    ui.heading("In và xuất");
}
