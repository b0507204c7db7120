//! Criterion to criterion, where the new plan has another catalogue.

use egui::{Frame, Margin, ScrollArea, Ui};

use crate::messages::next as said;
use crate::ui::theme::{self, size};
use crate::ui::widgets::{self, select};
use crate::year::next::Recast;

/// The names that are shown, made once.
#[derive(Default)]
pub(super) struct Criteria {
    /// Of the old criteria.
    labels: Vec<String>,
    /// Of the new ones, and none at all.
    choices: Vec<String>,
    codes: Vec<String>,
}

impl Criteria {
    pub(super) fn of(recast: Option<&Recast>) -> Self {
        let Some(recast) = recast else { return Self::default() };
        let label =
            |code: &str| said::instead_of(code, recast.from.name_of(code).unwrap_or_default());
        let codes = recast.to.codes();
        let choice =
            |code: &String| said::instead_of(code, recast.to.name_of(code).unwrap_or_default());
        let none = said::NO_CRITERION.to_owned();
        Self {
            labels: recast.criteria.iter().map(|answer| label(&answer.from)).collect(),
            choices: std::iter::once(none).chain(codes.iter().map(choice)).collect(),
            codes,
        }
    }

    /// Draws it: as many lines as the old catalogue has criteria.
    pub(super) fn show(&self, ui: &mut Ui, recast: &mut Recast) {
        ScrollArea::vertical().id_salt("criteria").auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(11, 8)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                widgets::small(ui, said::CRITERIA_HELP);
                let open = recast.criteria.iter().filter(|answer| answer.to.is_none()).count();
                if open > 0 {
                    let theme = theme::of(ui);
                    let words = egui::RichText::new(said::unanswered(open));
                    ui.label(words.font(theme::bold(size::SMALL)).color(theme.due));
                }
                for (answer, label) in recast.criteria.iter_mut().zip(&self.labels) {
                    let chosen = answer.to.as_ref().map_or(Some(0), |code| {
                        self.codes.iter().position(|one| one == code).map(|at| at + 1)
                    });
                    let picked = select(ui, &answer.from, label, None, &self.choices, chosen);
                    if let Some(picked) = picked {
                        answer.to =
                            picked.checked_sub(1).and_then(|at| self.codes.get(at)).cloned();
                    }
                }
            });
        });
    }
}
