//! Something takes its time: what it is, and a way to stop waiting for it.

use crate::messages::window;
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::show::body;

/// Draws it; gives whether the person waits no longer.
pub fn waiting(ctx: &egui::Context, words: &str) -> bool {
    let frame = Frame {
        title: words,
        width: 420.0,
        primary: "",
        ready: false,
        danger: false,
        cancel: window::CANCEL,
    };
    dialog(ctx, &frame, |ui| {
        body(ui, window::WAITING);
    }) != Closed::No
}
