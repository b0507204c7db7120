//! Letters of old fonts in a file: how they are read, beside how they were typed, and a switch that
//! leaves them as they were.

use std::sync::Arc;

use egui::{RichText, Ui};

use crate::import::{Note, Source};
use crate::messages::word_in as words;
use crate::ui::theme::{self, size};
use crate::ui::widgets::{self, checkbox};

/// So many lines are shown at first, and when more were asked for.
const FIRST: usize = 2;
/// See [`FIRST`].
const MORE: usize = 12;
/// So many letters of a line are shown.
const SHOWN: usize = 110;

/// See the module.
pub(super) struct Letters {
    /// Lines as they were typed and as they are read.
    lines: Vec<(String, String)>,
    count: usize,
    read: bool,
    /// More of them were asked for.
    more: bool,
    /// The paper in the other way, while that is not shown.
    other: Option<Arc<Source>>,
}

/// Whether this is the note that the switch stands for.
pub(super) fn is_of(note: &Note) -> bool {
    matches!(note, Note::OldLetters(_))
}

impl Letters {
    /// Of a paper, as it was read.
    pub fn of(source: &Source) -> Self {
        let mut lines = source.old_letters();
        let count = lines.len();
        lines.truncate(MORE);
        for (typed, read) in &mut lines {
            for line in [typed, read] {
                let whole = line.trim().replace(['\n', '\t'], " ");
                let cut = whole.chars().count() > SHOWN;
                *line = whole.chars().take(SHOWN).chain(cut.then_some('…')).collect();
            }
        }
        Self { lines, count, read: true, more: false, other: None }
    }

    /// Whether they are read.
    pub fn are_read(&self) -> bool {
        self.read
    }

    /// Draws the switch, where there is something to switch; gives the paper in the other way when
    /// that is wanted.
    pub fn show(&mut self, ui: &mut Ui, now: &Arc<Source>) -> Option<Arc<Source>> {
        if self.lines.is_empty() {
            return None;
        }
        let mut changed = false;
        widgets::card_frame(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            changed = checkbox(ui, &mut self.read, &words::old_letters(self.count)).changed();
            ui.spacing_mut().interact_size.y = 20.0;
            let shown = if self.more { MORE } else { FIRST };
            for (typed, read) in self.lines.iter().take(shown) {
                side(ui, words::TYPED, typed);
                side(ui, words::READ_AS, read);
                ui.add_space(2.0);
            }
            if self.lines.len() > FIRST
                && !self.more
                && widgets::link(ui, words::MORE_LETTERS).clicked()
            {
                self.more = true;
            }
        });
        if !changed {
            return None;
        }
        let other = self.other.take().unwrap_or_else(|| Arc::new(now.as_typed()));
        self.other = Some(Arc::clone(now));
        Some(other)
    }
}

fn side(ui: &mut Ui, label: &str, text: &str) {
    let theme = theme::of(ui);
    ui.horizontal(|ui| {
        ui.add_space(28.0);
        let from = ui.cursor().left();
        let font = theme::regular(size::SMALL);
        ui.label(RichText::new(label).font(font).color(theme.muted));
        ui.add_space((from + 76.0 - ui.cursor().left()).max(0.0));
        let text = RichText::new(text).font(theme::regular(size::TABLE)).color(theme.text);
        ui.add(egui::Label::new(text).truncate());
    });
}
