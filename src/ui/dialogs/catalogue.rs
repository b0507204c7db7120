//! The names of a catalogue, and what the levels of its criteria ask for, to be corrected by the
//! official text.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::edit::Edit;
use crate::messages::{catalogue as words, info, window};
use crate::plan::{Catalogue, Criterion};
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, size};
use crate::ui::widgets::button::{Look, button_width, button_with};
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::field::local_field;
use crate::ui::widgets::{Field, Kind, checkbox, small};

use super::Wish;

/// The catalogue as it is being changed.
pub struct CatalogueNames {
    before: Arc<Catalogue>,
    changed: Catalogue,
    /// The codes of the criteria whose levels are in sight.
    open: BTreeSet<String>,
}

impl CatalogueNames {
    /// Begins with the dossier's copy.
    #[must_use]
    pub fn new(catalogue: &Arc<Catalogue>) -> Self {
        let (before, changed) = (Arc::clone(catalogue), (**catalogue).clone());
        Self { before, changed, open: BTreeSet::new() }
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
            small(ui, words::LEVELS_HELP);
            let levels = self.changed.levels;
            for standard in &mut self.changed.standards {
                ui.add_space(6.0);
                let label = words::standard(standard.number);
                let field = Field { label: &label, ..Field::default() };
                local_field(ui, ("standard", standard.number), &field, &mut standard.name);
                for criterion in &mut standard.criteria {
                    let code = criterion.code.clone();
                    ui.push_id(code, |ui| self::criterion(ui, criterion, levels, &mut self.open));
                }
            }
            for level_four in &mut self.changed.level_4 {
                let code = format!("M4.{}", level_four.number);
                ui.push_id(code.clone(), |ui| row(ui, &code, &mut level_four.short_name, 0.0));
            }
            ui.add_space(8.0);
            let verified = &mut self.changed.verified_against_official_text;
            checkbox(ui, verified, words::VERIFIED);
        });
        match closed {
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => {
                for standard in &mut self.changed.standards {
                    standard.criteria.iter_mut().for_each(cut);
                }
                if self.changed != *self.before {
                    let changed = Arc::new(self.changed.clone());
                    requests.push(Request::Edit(Edit::SetCatalogue(changed), None));
                }
                Wish::Close
            }
        }
    }
}

/// A criterion: its name, and on request what each of its levels asks for.
fn criterion(
    ui: &mut egui::Ui,
    criterion: &mut Criterion,
    levels: u8,
    open: &mut BTreeSet<String>,
) {
    let is_open = open.contains(&criterion.code);
    let words = words::levels(criterion.tells_of_levels());
    let name = words::levels_of(&criterion.code, is_open);
    let look = Look { kind: Kind::Quiet, menu: true, name: Some(&name), ..Look::default() };
    let beside = button_width(ui, words, &look);
    ui.horizontal(|ui| {
        row(ui, &criterion.code, &mut criterion.name, beside + ui.spacing().item_spacing.x);
        if levels > 0 && button_with(ui, words, &look).clicked() {
            if is_open {
                open.remove(&criterion.code);
            } else {
                open.insert(criterion.code.clone());
            }
        }
    });
    if !is_open {
        return;
    }
    for level in (1..=levels).filter(|level| !criterion.missing_levels.contains(level)) {
        let at = usize::from(level) - 1;
        if criterion.requirements.len() <= at {
            criterion.requirements.resize(at + 1, String::new());
        }
        let label = words::requirement(&criterion.code, level);
        let field = Field { label: &label, rows: 2, ..Field::default() };
        ui.indent(("level", level), |ui| {
            local_field(ui, "asks", &field, &mut criterion.requirements[at]);
        });
    }
}

/// Levels at the end of which nothing is said leave no trace.
fn cut(criterion: &mut Criterion) {
    while criterion.requirements.last().is_some_and(|text| text.trim().is_empty()) {
        criterion.requirements.pop();
    }
}

/// A code and its name; so much room stays free beside them (logical pixels).
fn row(ui: &mut egui::Ui, code: &str, name: &mut String, beside: f32) {
    ui.horizontal(|ui| {
        let theme = theme::of(ui);
        let words = egui::RichText::new(code).font(theme::bold(size::TABLE)).color(theme.muted);
        ui.scope(|ui| {
            ui.set_width(48.0);
            ui.label(words);
        });
        let label = words::criterion(code);
        let width = Some(ui.available_width() - beside);
        let field = Field { label: &label, hide_label: true, width, ..Field::default() };
        local_field(ui, "name", &field, name);
    });
}
