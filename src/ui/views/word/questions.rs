//! The right side of the review, below: what is not sure, each with its answers; the first of
//! them holds where nobody chooses, and keeps every word.

use std::sync::Arc;

use egui::{RichText, Sense, Ui, Vec2};

use super::paper::number;
use crate::import::{Answer, Asked, Draft, Question};
use crate::messages::word_in as words;
use crate::plan::{Catalogue, Form};
use crate::ui::theme::{self, size};
use crate::ui::widgets;
use crate::ui::widgets::button::link;
use crate::ui::widgets::choice::{list_row, radio};

/// The questions, as they are shown.
pub(super) struct Questions<'a> {
    pub draft: &'a Draft,
    pub forms: &'a [Arc<Form>],
    pub catalogues: &'a [Arc<Catalogue>],
    /// Those that are alike together.
    pub groups: &'a [Vec<usize>],
    /// So many of them are shown, and of each so many.
    pub most: usize,
    /// See [`Self::most`].
    pub of_each: usize,
    /// The one that is looked at.
    pub at: Option<usize>,
    /// This one comes into view.
    pub in_view: Option<usize>,
}

/// What a person did.
pub(super) enum Done {
    /// Looks at a question.
    Look(usize),
    /// Answers one.
    Answer(usize, Answer),
    /// Wants the answer of this one for all that are like it.
    ForAll(usize),
    /// Wants to see more of them.
    More,
}

impl Questions<'_> {
    pub fn show(&self, ui: &mut Ui) -> Option<Done> {
        let theme = theme::of(ui);
        let all = &self.draft.questions;
        if all.is_empty() {
            widgets::empty(ui, words::NOTHING_UNSURE, words::NOTHING_UNSURE_DO);
            return None;
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = 22.0;
            let head = RichText::new(words::questions(all.len()));
            ui.label(head.font(theme::bold(size::BODY)).color(theme.text));
            let note = RichText::new(words::AS_THEY_ARE).font(theme::regular(size::SMALL));
            ui.label(note.color(theme.muted));
        });
        let mut done = None;
        widgets::card_frame(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().interact_size.y = 22.0;
            let mut shown = 0;
            for group in self.groups.iter().take(self.most) {
                let looked_at = |(place, index): &(usize, &usize)| {
                    *place < self.of_each || self.at == Some(**index)
                };
                for (_, index) in group.iter().enumerate().filter(looked_at) {
                    if shown > 0 {
                        let line = ui.cursor().top() + 4.0;
                        let across = ui.max_rect().x_range();
                        ui.painter().hline(across, line, theme.border());
                        ui.add_space(9.0);
                    }
                    shown += 1;
                    let one = |ui: &mut Ui| self.one(ui, *index, &all[*index], group);
                    done = ui.push_id(index, one).inner.or(done.take());
                }
            }
            if shown < all.len() {
                ui.add_space(6.0);
                if link(ui, &words::more(all.len() - shown)).clicked() {
                    done = Some(Done::More);
                }
            }
        });
        done
    }

    fn one(&self, ui: &mut Ui, index: usize, question: &Question, group: &[usize]) -> Option<Done> {
        let theme = theme::of(ui);
        let mut done = None;
        let whole = ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(10.0, 4.0);
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(22.0), Sense::hover());
                number(ui, index, rect.center(), &theme);
                let asked = RichText::new(words::asked(question)).font(theme::bold(size::BODY));
                let ink = if self.at == Some(index) { theme.accent } else { theme.text };
                let label = egui::Label::new(asked.color(ink)).truncate().sense(Sense::click());
                if ui.add(label).clicked() {
                    done = Some(Done::Look(index));
                }
            });
            let about = words::where_asked(question, self.draft);
            if !about.is_empty() {
                ui.horizontal(|ui| {
                    ui.add_space(32.0);
                    let about = RichText::new(about).font(theme::regular(size::SMALL));
                    ui.add(egui::Label::new(about.color(theme.muted)).truncate());
                });
            }
            let room = ui.available_rect_before_wrap();
            let inside = room.with_min_x(room.left() + 32.0);
            ui.scope_builder(egui::UiBuilder::new().max_rect(inside), |ui| {
                ui.horizontal_wrapped(|ui| {
                    for (at, answer) in question.answers.iter().enumerate() {
                        let words = words::answer(
                            answer,
                            question,
                            self.draft,
                            self.forms,
                            self.catalogues,
                        );
                        if radio(ui, at == question.chosen, &words).clicked()
                            && at != question.chosen
                        {
                            done = Some(Done::Answer(index, answer.clone()));
                        }
                        ui.add_space(6.0);
                    }
                    if matches!(question.asked, Asked::Row(_))
                        && let Some(answer) = self.other_criterion(ui)
                    {
                        done = Some(Done::Answer(index, answer));
                    }
                });
            });
            let differ = |other: &usize| self.draft.questions[*other].chosen != question.chosen;
            if question.chosen > 0 && group.iter().any(differ) {
                ui.horizontal(|ui| {
                    ui.add_space(32.0);
                    if link(ui, &words::for_all(group.len())).clicked() {
                        done = Some(Done::ForAll(index));
                    }
                });
            }
        });
        if self.in_view == Some(index) {
            whole.response.scroll_to_me(None);
        }
        done
    }

    /// A criterion that is not among the answers.
    fn other_criterion(&self, ui: &mut Ui) -> Option<Answer> {
        let catalogue = self.draft.catalogue.as_ref()?;
        let opener = link(ui, words::OTHER_CRITERION);
        let mut picked = None;
        egui::Popup::menu(&opener).width(380.0).show(|ui| {
            ui.set_max_width(420.0);
            egui::ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let criteria = catalogue.standards.iter().flat_map(|of| &of.criteria);
                for criterion in criteria {
                    let name = words::criterion(&criterion.code, &criterion.name);
                    if list_row(ui, &name, false).clicked() {
                        picked = Some(Answer::Criteria(vec![criterion.code.clone()]));
                        ui.close();
                    }
                }
            });
        });
        picked
    }
}
