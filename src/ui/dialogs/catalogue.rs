//! The names of a catalogue, to be corrected by the official text.

use std::sync::Arc;

use crate::edit::Edit;
use crate::messages::{catalogue as words, info, window};
use crate::plan::Catalogue;
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, size};
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::field::local_field;
use crate::ui::widgets::{Field, checkbox, small};

use super::Wish;

/// The catalogue as it is being changed.
pub struct CatalogueNames {
    before: Arc<Catalogue>,
    changed: Catalogue,
}

impl CatalogueNames {
    /// Begins with the dossier's copy.
    #[must_use]
    pub fn new(catalogue: &Arc<Catalogue>) -> Self {
        Self { before: Arc::clone(catalogue), changed: (**catalogue).clone() }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let frame = Frame {
            title: words::TITLE,
            width: 760.0,
            primary: words::DONE,
            ready: true,
            danger: false,
            cancel: window::CANCEL,
        };
        let closed = dialog(ctx, &frame, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            small(ui, &words::about(&info::catalogue_name(&self.changed)));
            for standard in &mut self.changed.standards {
                ui.add_space(6.0);
                let label = words::standard(standard.number);
                let field = Field { label: &label, ..Field::default() };
                local_field(ui, ("standard", standard.number), &field, &mut standard.name);
                for criterion in &mut standard.criteria {
                    let code = criterion.code.clone();
                    ui.push_id(code, |ui| row(ui, &criterion.code, &mut criterion.name));
                }
            }
            for level_four in &mut self.changed.level_4 {
                let code = format!("M4.{}", level_four.number);
                ui.push_id(code.clone(), |ui| row(ui, &code, &mut level_four.short_name));
            }
            ui.add_space(8.0);
            let verified = &mut self.changed.verified_against_official_text;
            checkbox(ui, verified, words::VERIFIED);
        });
        match closed {
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => {
                if self.changed != *self.before {
                    let changed = Arc::new(self.changed.clone());
                    requests.push(Request::Edit(Edit::SetCatalogue(changed), None));
                }
                Wish::Close
            }
        }
    }
}

fn row(ui: &mut egui::Ui, code: &str, name: &mut String) {
    ui.horizontal(|ui| {
        let theme = theme::of(ui);
        let words = egui::RichText::new(code).font(theme::bold(size::TABLE)).color(theme.muted);
        ui.scope(|ui| {
            ui.set_width(48.0);
            ui.label(words);
        });
        let label = words::criterion(code);
        let field = Field { label: &label, hide_label: true, ..Field::default() };
        local_field(ui, "name", &field, name);
    });
}
