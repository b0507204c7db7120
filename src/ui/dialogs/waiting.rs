//! Something takes its time: what it is, and a way to stop waiting for it.

use crate::messages::window;
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::show::body;

/// Draws it, with how much is done (in hundredths) where that is known; gives whether the person
/// waits no longer.
pub fn waiting(ctx: &egui::Context, words: &str, percent: Option<usize>) -> bool {
    let frame = Frame {
        title: words,
        width: 420.0,
        primary: "",
        ready: false,
        danger: false,
        cancel: window::CANCEL,
    };
    dialog(ctx, &frame, |ui| {
        body(ui, &percent.map_or_else(|| window::WAITING.to_owned(), window::so_far));
    }) != Closed::No
}
