//! A file that somebody else has open: who has it, and a copy to read at once.

use std::path::PathBuf;

use crate::messages::{self, window};
use crate::store::StoreError;
use crate::ui::request::{Request, Requests};
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::show::body;

use super::Wish;

/// Which file, and who has it.
pub struct InUse {
    /// Where the file is.
    pub path: PathBuf,
    /// That it is in use, and by whom.
    pub why: StoreError,
}

impl InUse {
    /// Draws it.
    pub fn show(&self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let frame = Frame {
            title: window::IN_USE,
            width: 560.0,
            primary: window::OPEN_COPY,
            ready: true,
            danger: false,
            cancel: window::CLOSE,
        };
        let closed = dialog(ctx, &frame, |ui| {
            body(ui, &messages::store_error(&self.why, &self.path));
            body(ui, window::OPEN_COPY_TIP);
        });
        match closed {
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => {
                requests.push(Request::OpenCopy(self.path.clone()));
                Wish::Close
            }
        }
    }
}
