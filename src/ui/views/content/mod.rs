//! Nội dung: the parts of the document and their words.

mod blocks;
mod dragging;
mod editor;
mod list;
mod looks;
mod part;
mod people;
mod reading;
mod rich;
mod words_table;

use egui::{Frame, Margin, Ui, Vec2};
use egui_extras::{Size, StripBuilder};

use crate::edit::Elements;
use crate::messages::content as words;
use crate::plan::{Block, FormPart, Id, Paragraph, Part, Place, Shown, Spot, fill_part};
use crate::ui::Command;
use crate::ui::fields::Fields;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Kind};

/// What is shown on the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chosen {
    /// The legal bases before the first part.
    Bases,
    /// The opening paragraph.
    Opening,
    /// A part.
    Part(Id),
    /// The first part there is.
    #[default]
    First,
}

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct ContentState {
    chosen: Chosen,
    editor: editor::RichEditor,
    /// The whole plan is read in one scroll, where it is.
    reads: bool,
    reading: reading::Reading,
    /// The heading of the part just made takes the focus.
    focus_heading: bool,
    /// A group, a supervisor or a review that is to be scrolled to.
    goal: Option<Spot>,
    /// Where the focus goes after a list of people or reviews changed.
    goes: people::Goes,
}

impl ContentState {
    /// Shows a place of the plan: it is scrolled to in the next frame.
    pub fn go(&mut self, spot: &Spot) {
        self.goal = Some(spot.clone());
        self.reads = false;
        match spot {
            Spot::Bases => self.chosen = Chosen::Bases,
            Spot::Opening => self.chosen = Chosen::Opening,
            Spot::Part(part) => self.chosen = Chosen::Part(*part),
            // Which part holds it is looked up when the plan is at hand.
            _ => {}
        }
    }

    /// The clipboard as HTML has come, for what was pasted last.
    pub fn take_html(&mut self, html: &str) {
        self.editor.take_html(html);
    }

    fn settle(&mut self, cx: &ViewCx<'_>) {
        let holding = |wanted: &Block| {
            cx.plan.parts.iter().find(|part| part.blocks.contains(wanted)).map(|part| part.id)
        };
        let part = match &self.goal {
            Some(Spot::WorkingGroup(_)) => holding(&Block::Groups),
            Some(Spot::Supervisor(_)) => holding(&Block::Members),
            Some(Spot::Review(..)) => holding(&Block::Reviews),
            _ => None,
        };
        if let Some(part) = part {
            self.chosen = Chosen::Part(part);
        }
        let known = match self.chosen {
            Chosen::Part(id) => cx.plan.parts.iter().any(|part| part.id == id),
            Chosen::First => false,
            Chosen::Bases | Chosen::Opening => true,
        };
        if !known {
            self.chosen = cx
                .plan
                .parts
                .iter()
                .find(|part| part.shown == Shown::Yes)
                .map_or(Chosen::Bases, |part| Chosen::Part(part.id));
        }
    }
}

/// Draws it.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut ContentState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    state.settle(cx);
    widgets::title_row(ui, Stage::Content.label(), words::PARTS, |ui| {
        widgets::at_right(ui, |ui| {
            if !cx.plan.paper.is_plan() {
                let renew = Command::Renew;
                if widgets::button(ui, Kind::Secondary, renew.label()).clicked() {
                    requests.run(renew);
                }
            }
            if let Some(way) = widgets::segmented(ui, &words::WAYS, usize::from(state.reads)) {
                state.reads = way == 1;
                state.reading.go(state.chosen);
            }
            add_part_menu(ui, cx, state, requests);
        });
    });
    ui.add_space(12.0);
    let list_width = match ui.available_width() {
        wide if wide >= 1000.0 => 300.0,
        narrow if narrow < 800.0 => 200.0,
        _ => 260.0,
    };
    ui.spacing_mut().item_spacing.x = 12.0;
    let columns = StripBuilder::new(ui).size(Size::exact(list_width)).size(Size::remainder());
    columns.horizontal(|mut strip| {
        strip.cell(|ui| {
            panel(ui, |ui| {
                egui::ScrollArea::vertical().id_salt("parts").show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    let before = state.chosen;
                    list::show(ui, cx, &mut state.chosen, requests);
                    if state.chosen != before {
                        state.reading.go(state.chosen);
                        // What is not printed is not read: it is edited.
                        state.reads &= state.reading.holds(state.chosen);
                    }
                });
            });
        });
        strip.cell(|ui| {
            panel(ui, |ui| match state.chosen {
                _ if state.reads => {
                    if let Some(at) = state.reading.show(ui, cx, &mut state.chosen) {
                        requests.push(Request::Go(Place { plan: cx.plan.id, at }));
                    }
                }
                Chosen::Bases => part::bases(ui, cx, state, fields, requests),
                Chosen::Opening => part::opening(ui, cx, state, fields, requests),
                Chosen::Part(id) => {
                    if let Some(part) = cx.plan.parts.iter().find(|part| part.id == id) {
                        part::show(ui, cx, state, part, fields, requests);
                    }
                }
                Chosen::First => {}
            });
        });
    });
    state.goal = None;
}

/// A card that fills its cell.
fn panel(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let theme = theme::of(ui);
    let margin = Margin::symmetric(12, 12);
    let inner = ui.available_size() - margin.sum() - Vec2::splat(2.0);
    Frame::new()
        .fill(theme.surface)
        .stroke(theme.border())
        .corner_radius(size::CARD_RADIUS)
        .inner_margin(margin)
        .show(ui, |ui| {
            ui.set_min_size(inner);
            ui.set_max_size(inner);
            ui.vertical(add);
        });
}

/// Parts of the form that a person took out, and an empty one.
fn add_part_menu(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut ContentState, requests: &mut Requests) {
    let look = widgets::button::Look { menu: true, ..Default::default() };
    let button = widgets::button_with(ui, words::ADD_PART, &look);
    let present = |key: &str| cx.plan.parts.iter().any(|part| part.key.as_deref() == Some(key));
    let missing: Vec<&FormPart> = cx.form.parts.iter().filter(|part| !present(&part.key)).collect();
    egui::Popup::menu(&button).show(|ui| {
        ui.set_min_width(320.0);
        for part in missing {
            if widgets::button(ui, Kind::Quiet, &part.heading).clicked() {
                let catalogue = cx.catalogue.map(AsRef::as_ref);
                let part = fill_part(part, cx.plan, catalogue, requests.fresh().give());
                insert(cx, state, part, requests);
                ui.close();
            }
        }
        if widgets::button(ui, Kind::Quiet, words::OWN_PART).clicked() {
            let part = Part {
                id: requests.fresh().give(),
                heading: String::new(),
                blocks: vec![Block::Paragraph(Paragraph::default())],
                ..Part::default()
            };
            state.focus_heading = true;
            insert(cx, state, part, requests);
            ui.close();
        }
    });
}

/// Puts a part in after the one that is chosen.
fn insert(cx: &ViewCx<'_>, state: &mut ContentState, part: Part, requests: &mut Requests) {
    let chosen = cx.plan.parts.iter().position(|other| Chosen::Part(other.id) == state.chosen);
    let at = chosen.map_or(cx.plan.parts.len(), |index| index + 1);
    state.reads = false;
    state.chosen = Chosen::Part(part.id);
    requests.insert(cx.plan.id, at, Elements::Parts(vec![std::sync::Arc::new(part)]));
}
