//! What a paper that came back would change: each change with what the plan holds and what the
//! paper holds, conflicts first; taken one by one or all.

use std::sync::Arc;

use egui::{Label, RichText, Ui};

use crate::import::{Change, Held, Merge, Target};
use crate::messages::collect::{self as words, CameIn};
use crate::messages::{self, window};
use crate::plan::{Dossier, Place};
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, size};
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::{Tone, badge, checkbox, link, small};

use super::Wish;

/// The height of one change: its place, and a line for each side (logical pixels).
const HEIGHT: f32 = 76.0;
/// The width of what stands before each side (logical pixels).
const LABEL: f32 = 66.0;
/// So many letters of a text are shown; the rest by pointing at it.
const SHOWN: usize = 160;

/// The changes, and which of them are ticked.
pub struct Changes {
    dossier: Arc<Dossier>,
    merge: Merge,
    came_in: CameIn,
    /// The changes as they are listed: conflicts first.
    order: Vec<usize>,
    taken: Vec<bool>,
}

impl Changes {
    /// Ticks what takes nothing away.
    #[must_use]
    pub fn new(dossier: Arc<Dossier>, merge: Merge, came_in: CameIn) -> Self {
        let mut order: Vec<usize> = (0..merge.changes.len()).collect();
        order.sort_by_key(|at| !merge.changes[*at].conflict);
        let taken = merge.free();
        Self { dossier, merge, came_in, order, taken }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let count = self.taken.iter().filter(|taken| **taken).count();
        let primary = words::take(count);
        let frame = Frame {
            title: self.came_in.title(),
            width: 860.0,
            primary: &primary,
            ready: count > 0,
            danger: false,
            cancel: window::CANCEL,
        };
        let closed = dialog(ctx, &frame, |ui| self.page(ui));
        match closed {
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => {
                self.take(requests);
                Wish::LeaveReview
            }
        }
    }

    fn page(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 8.0;
        small(ui, &self.came_in.count(self.merge.changes.len(), self.merge.conflicts()));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            if link(ui, words::ALL).clicked() {
                self.taken.fill(true);
            }
            if self.merge.conflicts() > 0 && link(ui, self.came_in.free()).clicked() {
                self.taken = self.merge.free();
            }
            if link(ui, words::NONE).clicked() {
                self.taken.fill(false);
            }
        });
        ui.separator();
        let room = (ui.ctx().content_rect().height() - 350.0).max(HEIGHT);
        ui.spacing_mut().item_spacing.y = 0.0;
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show_rows(
            ui,
            HEIGHT,
            self.order.len(),
            |ui, rows| {
                for row in rows {
                    let at = self.order[row];
                    ui.push_id(at, |ui| self.line(ui, at));
                }
            },
        );
    }

    /// One change, as high as every other.
    fn line(&mut self, ui: &mut Ui, at: usize) {
        let wanted = egui::vec2(ui.available_width(), HEIGHT);
        let layout = egui::Layout::top_down(egui::Align::LEFT);
        ui.allocate_ui_with_layout(wanted, layout, |ui| {
            ui.set_min_size(wanted);
            ui.spacing_mut().item_spacing = egui::vec2(10.0, 2.0);
            let change = &self.merge.changes[at];
            let name = self.name(change);
            let mark = mark(change, self.came_in);
            ui.horizontal(|ui| {
                let beside = if mark.is_some() { 220.0 } else { 8.0 };
                ui.scope(|ui| {
                    ui.set_max_width((ui.available_width() - beside).max(80.0));
                    let response = checkbox(ui, &mut self.taken[at], &name);
                    if response.gained_focus() {
                        response.scroll_to_me(None);
                    }
                });
                if let Some((tone, words)) = mark {
                    badge(ui, tone, words);
                }
            });
            let change = &self.merge.changes[at];
            side(ui, words::NOW, &change.now);
            side(ui, words::INCOMING, &change.incoming);
        });
    }

    /// Where it is.
    fn name(&self, change: &Change) -> String {
        let Some(plan) = self.dossier.plan(self.merge.plan) else { return String::new() };
        let place = Place { plan: plan.id, at: change.spot(plan) };
        let name = messages::place_name(&self.dossier, &place);
        match &change.incoming {
            // Told apart by what they say.
            Held::Item(item) => {
                let texts = [&item.criterion_text, &item.content, &item.actions];
                let said = texts.into_iter().find(|text| !text.trim().is_empty());
                said.map_or_else(|| name.clone(), |said| format!("{name}, {}", one_line(said)))
            }
            Held::Part(part) => one_line(&part.heading),
            Held::Record(_, words) => one_line(words),
            _ => name,
        }
    }

    fn take(&self, requests: &mut Requests) {
        let Some(plan) = self.dossier.plan(self.merge.plan) else { return };
        if let Some(edit) = self.merge.edit(plan, &self.taken, requests.fresh()) {
            let count = self.taken.iter().filter(|taken| **taken).count();
            requests.push(Request::ShowPlan(plan.id));
            requests.push(Request::Edit(edit, None));
            requests.offer_undo(self.came_in.taken(count));
        }
    }
}

/// What is special about a change.
fn mark(change: &Change, came_in: CameIn) -> Option<(Tone, &'static str)> {
    match (change.target, change.conflict) {
        (Target::NewItem, true) => Some((Tone::Due, words::DELETED_ROW)),
        (Target::NewItem, false) => Some((Tone::Accent, words::NEW_ROW)),
        (Target::NewParagraph(..), _) => Some((Tone::Accent, words::NEW_PARAGRAPH)),
        (Target::NewPart(_), _) => Some((Tone::Accent, words::NEW_PART)),
        (Target::NewRecord, _) => match &change.incoming {
            Held::Record(elements, _) => Some((Tone::Accent, words::new_record(elements.list()))),
            _ => None,
        },
        (_, true) => Some((Tone::Due, came_in.conflict())),
        (_, false) => None,
    }
}

/// One side of a change, on one line; whole when it is pointed at.
fn side(ui: &mut Ui, label: &str, held: &Held) {
    if *held == Held::Nothing {
        return;
    }
    let theme = theme::of(ui);
    let whole = messages::collect::held(held);
    let line = one_line(&whole);
    let empty = line.is_empty();
    let (shown, ink) =
        if empty { (words::EMPTY, theme.muted) } else { (line.as_str(), theme.text) };
    ui.spacing_mut().interact_size.y = 20.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(28.0);
        let font = theme::regular(size::TABLE);
        let from = ui.cursor().left();
        ui.label(RichText::new(label).font(font.clone()).color(theme.muted));
        ui.add_space((from + LABEL - ui.cursor().left()).max(0.0));
        let response = ui.add(Label::new(RichText::new(shown).font(font).color(ink)).truncate());
        if whole.chars().count() > 40 {
            response.on_hover_text(whole);
        }
    });
}

/// A text on one line, its beginning.
fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHOWN {
        return line;
    }
    line.chars().take(SHOWN).chain(['…']).collect()
}
