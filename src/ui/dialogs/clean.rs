//! Whether what was deleted shall be gone for good, from the file and from its backups.

use crate::messages::backups as words;
use crate::ui::request::{Request, Requests};
use crate::ui::widgets::checkbox;
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::show::body;

use super::Wish;

/// The question.
pub struct Clean {
    /// So many backups are there.
    backups: usize,
    /// They go too.
    with_backups: bool,
}

impl Clean {
    /// For a file of which there are so many backups.
    #[must_use]
    pub fn new(backups: usize) -> Self {
        Self { backups, with_backups: backups > 0 }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let frame = Frame {
            title: words::CLEAN_TITLE,
            width: 560.0,
            primary: words::CLEAN_DO,
            ready: true,
            danger: true,
            cancel: words::CLEAN_CANCEL,
        };
        let closed = dialog(ctx, &frame, |ui| {
            body(ui, words::CLEAN_WHAT);
            if self.backups > 0 {
                ui.add_space(8.0);
                checkbox(ui, &mut self.with_backups, &words::clean_backups(self.backups));
            }
        });
        match closed {
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => {
                requests.push(Request::Clean { with_backups: self.with_backups });
                Wish::Close
            }
        }
    }
}
