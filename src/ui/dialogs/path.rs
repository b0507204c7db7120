//! A path that is typed, where the system has no dialog to choose one.

use std::path::{Path, PathBuf};

use crate::messages::{settings, window};
use crate::session::Ticket;
use crate::ui::outside::Ask;
use crate::ui::widgets::Field;
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::field::local_field;
use crate::ui::widgets::show::body;

use super::Wish;

/// What is typed so far, and for which question.
pub struct TypedPath {
    /// The question.
    pub ticket: Ticket,
    /// What was asked.
    pub ask: Ask,
    documents: PathBuf,
    typed: String,
    /// The last one typed is there already.
    pub taken: bool,
    fresh: bool,
}

impl TypedPath {
    /// Begins with what was proposed; `documents` is where a name alone belongs.
    #[must_use]
    pub fn new(ticket: Ticket, ask: Ask, documents: PathBuf) -> Self {
        let proposed = match &ask {
            Ask::SaveAs { folder, name, .. } => folder.join(name),
            _ => documents.join(""),
        };
        let typed = proposed.display().to_string();
        Self { ticket, ask, documents, typed, taken: false, fresh: true }
    }

    /// Whether something is to be written there.
    #[must_use]
    pub fn writes(&self) -> bool {
        matches!(self.ask, Ask::SaveAs { .. })
    }

    /// The path that is meant.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        let typed = self.typed.trim().trim_matches('"');
        // The home folder of a person, as shells write it.
        let home = self.documents.parent().unwrap_or(&self.documents);
        match typed.strip_prefix("~/") {
            Some(rest) => home.join(rest),
            None => self.documents.join(Path::new(typed)),
        }
    }

    /// The title, why it has to be typed, what it is called, and what takes it.
    fn words(&self) -> [&'static str; 4] {
        let why = window::NO_FILE_DIALOG;
        match self.ask {
            Ask::SaveAs { .. } => [window::SAVE_AS, why, window::WHOLE_PATH, window::SAVE_HERE],
            Ask::Folder => [
                settings::FOLDER_TITLE,
                settings::NO_DIALOG,
                settings::FOLDER_PATH,
                settings::TAKE_FOLDER,
            ],
            _ => [window::OPEN_FILE, why, window::WHOLE_PATH, window::OPEN_FILE],
        }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context) -> Wish {
        let [title, why, label, primary] = self.words();
        let frame = Frame {
            title,
            width: 640.0,
            primary,
            ready: !self.typed.trim().is_empty(),
            danger: false,
            cancel: window::CANCEL,
        };
        let closed = dialog(ctx, &frame, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            body(ui, why);
            let field = Field {
                label,
                // Always one line, so that the dialog keeps its size.
                help: match (self.writes(), self.taken) {
                    (true, true) => window::PATH_TAKEN,
                    (true, false) => window::NOTHING_OVERWRITTEN,
                    (false, _) => "",
                },
                wrong: self.taken,
                take_focus: std::mem::take(&mut self.fresh),
                ..Field::default()
            };
            if local_field(ui, "path", &field, &mut self.typed).changed() {
                self.taken = false;
            }
        });
        match closed {
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => Wish::Typed,
        }
    }
}
