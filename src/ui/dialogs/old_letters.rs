//! Text in letters of TCVN3 or VNI fonts is pasted: whether they become those of Unicode.

use egui::{Frame, Margin, Ui};

use crate::messages::{paste as words, window};
use crate::ui::theme::{self, size};
use crate::ui::widgets::dialog::{Closed, Dialog as Window, dialog};
use crate::ui::widgets::link;
use crate::ui::widgets::show::{body, label, small};
use crate::words::encodings::{Encoding, Proposal};
use crate::words::shorten;

use super::Wish;

/// So much of the text is shown, letters.
const SHOWN: usize = 320;

/// The text before and after.
pub struct OldLetters {
    before: String,
    after: String,
    encoding: Encoding,
}

impl OldLetters {
    /// Asks about a text.
    #[must_use]
    pub fn new(text: &str, proposal: &Proposal) -> Self {
        let shown = |text: &str| {
            let text = text.trim_end().replace('\t', "  ");
            let cut = shorten(&text, SHOWN, SHOWN * 4);
            if cut.len() + 1 < text.len() { format!("{cut}…") } else { text }
        };
        Self { before: shown(text), after: shown(&proposal.text), encoding: proposal.encoding }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context) -> Wish {
        let frame = Window {
            title: words::OLD_LETTERS,
            width: 620.0,
            primary: words::CONVERT,
            ready: true,
            danger: false,
            cancel: window::CANCEL,
        };
        let mut leave = false;
        let closed = dialog(ctx, &frame, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            body(ui, words::old_letters(self.encoding));
            sheet(ui, words::BEFORE, &self.before);
            sheet(ui, words::AFTER, &self.after);
            leave = link(ui, words::LEAVE).clicked();
            small(ui, words::LEAVE_HELP);
        });
        match closed {
            _ if leave => Wish::Paste(false),
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => Wish::Paste(true),
        }
    }
}

/// A text on a ground of its own, with a label over it.
fn sheet(ui: &mut Ui, over: &str, text: &str) {
    let theme = theme::of(ui);
    label(ui, over);
    let frame = Frame::new()
        .fill(theme.surface)
        .stroke(theme.border())
        .corner_radius(egui::CornerRadius::same(size::RADIUS))
        .inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        body(ui, text);
    });
}
