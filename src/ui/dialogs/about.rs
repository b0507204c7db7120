//! The program itself: its version and the machine's, for whoever helps from afar.

use egui::RichText;

use crate::messages::{about as words, window};
use crate::ui::renderer::Renderer;
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::link;
use crate::ui::widgets::choice::segmented;
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::show::{body, help, label};

use super::Wish;

/// What is told.
pub struct About {
    facts: String,
    log: std::path::PathBuf,
    chosen: Option<Renderer>,
}

impl About {
    /// With the facts as text, where the log is, and how the person wants the window drawn.
    #[must_use]
    pub fn new(facts: String, log: std::path::PathBuf, chosen: Option<Renderer>) -> Self {
        Self { facts, log, chosen }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let frame = Frame {
            title: words::TITLE,
            width: 640.0,
            primary: words::COPY,
            ready: true,
            danger: false,
            cancel: window::CLOSE,
        };
        let closed = dialog(ctx, &frame, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            body(ui, words::HELP);
            ui.add_space(4.0);
            let over = label(ui, words::FACTS);
            let theme = theme::of(ui);
            egui::Frame::new()
                .fill(theme.sunk)
                .inner_margin(egui::Margin::same(12))
                .corner_radius(egui::CornerRadius::same(size::RADIUS))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    let text = RichText::new(&self.facts).font(theme::regular(size::TABLE));
                    let facts = egui::Label::new(text.color(theme.text)).selectable(true).wrap();
                    ui.add(facts).labelled_by(over.id);
                });
            if link(ui, words::OPEN_DATA).clicked() {
                requests.push(Request::OpenFolder(self.log.clone()));
            }
            if Renderer::available().len() > 1 {
                ui.add_space(4.0);
                label(ui, words::RENDERER);
                let ways = [None, Some(Renderer::OpenGl), Some(Renderer::Direct3d)];
                let chosen = ways.iter().position(|way| *way == self.chosen).unwrap_or(0);
                if let Some(index) = segmented(ui, &words::RENDERERS, chosen) {
                    self.chosen = ways[index];
                    requests.push(Request::DrawWith(self.chosen));
                }
                help(ui, words::RENDERER_HELP);
            }
        });
        match closed {
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => {
                requests.push(Request::Copy { text: self.facts.clone(), html: None });
                requests.push(Request::Notice(words::COPIED.to_owned()));
                Wish::Close
            }
        }
    }
}
