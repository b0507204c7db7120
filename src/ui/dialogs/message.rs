//! A dialog that says something: what happened, whether the work is safe, what to do.

use crate::messages::window;
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::show::body;

use super::Wish;

/// What is said.
pub struct Message {
    /// What happened, in a few words.
    pub title: &'static str,
    /// All of it.
    pub words: String,
}

impl Message {
    /// Draws it.
    pub fn show(&self, ctx: &egui::Context) -> Wish {
        let frame = Frame {
            title: self.title,
            width: 520.0,
            primary: window::CLOSE,
            ready: true,
            danger: false,
            cancel: "",
        };
        let closed = dialog(ctx, &frame, |ui| {
            body(ui, &self.words);
        });
        if closed == Closed::No { Wish::Stay } else { Wish::Close }
    }
}
