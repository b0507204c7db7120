//! In và xuất: the pages as they will be signed, what is still open, and how they print.

mod pages;
mod side;

use egui::{Ui, Vec2};

use crate::messages::{self, print as words};
use crate::ui::Command;
use crate::ui::fields::Fields;
use crate::ui::paper::{Made, NoPaper};
use crate::ui::request::{Requests, Stage};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Kind};

/// Sizes of the page beside "as wide as there is room", in hundredths of that.
const SIZES: [u16; 5] = [50, 75, 100, 150, 200];

/// What this view remembers between frames; nothing of it is in the file.
pub struct PrintState {
    /// The size of the page, in hundredths of the room there is.
    percent: u16,
    /// The page that stands at the top, from 0.
    page: usize,
    /// A page that is to be scrolled to.
    goal: Option<usize>,
}

impl Default for PrintState {
    fn default() -> Self {
        Self { percent: 100, page: 0, goal: None }
    }
}

impl PrintState {
    fn zoom(&mut self, closer: bool) {
        let at = SIZES.iter().position(|percent| *percent == self.percent).unwrap_or(2);
        let to = if closer { (at + 1).min(SIZES.len() - 1) } else { at.saturating_sub(1) };
        self.percent = SIZES[to];
    }
}

/// Draws it.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut PrintState,
    _fields: &mut Fields,
    requests: &mut Requests,
) {
    let note = cx.paper.made().map(facts).unwrap_or_default();
    widgets::title_row(ui, Stage::Print.label(), &note, |ui| {
        widgets::at_right(ui, |ui| {
            if widgets::icon_button(ui, "−", words::SMALLER).clicked() {
                state.zoom(false);
            }
            widgets::label(ui, &words::page_size(state.percent));
            if widgets::icon_button(ui, "+", words::LARGER).clicked() {
                state.zoom(true);
            }
            if widgets::button(ui, Kind::Secondary, Command::Print.label()).clicked() {
                requests.run(Command::Print);
            }
            if widgets::button(ui, Kind::Primary, Command::ExportPdf.label()).clicked() {
                requests.run(Command::ExportPdf);
            }
        });
    });
    ui.add_space(10.0);
    if let Some(error) = cx.paper.failed() {
        widgets::body(ui, &no_paper(error));
    }
    let room = ui.available_size();
    let (strip, side) = (98.0, 264.0);
    let gap = 10.0;
    let middle = (room.x - strip - side - 2.0 * gap).max(200.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        area(ui, Vec2::new(strip, room.y), theme::of(ui).sunk, |ui| {
            pages::strip(ui, cx, state, requests);
        });
        area(ui, Vec2::new(middle, room.y), theme::of(ui).rail, |ui| {
            pages::show(ui, cx, state, requests);
        });
        area(ui, Vec2::new(side, room.y), theme::of(ui).surface, |ui| {
            egui::ScrollArea::vertical().id_salt("side").show(ui, |ui| {
                egui::Frame::new().inner_margin(14).show(ui, |ui| {
                    ui.set_width(side - 30.0);
                    side::show(ui, cx, requests);
                });
            });
        });
    });
}

/// Why there are no pages.
fn no_paper(why: &NoPaper) -> String {
    match why {
        NoPaper::Export(error) => messages::export_sentence(error),
        NoPaper::Stopped => messages::window::STOPPED.to_owned(),
    }
}

fn facts(made: &Made) -> String {
    let across = made.sizes.iter().filter(|(width, height)| width > height).count();
    words::facts(made.sizes.len(), across, made.bytes.len())
}

/// A bordered ground of a given size (logical pixels).
fn area(ui: &mut Ui, wanted: Vec2, fill: egui::Color32, add: impl FnOnce(&mut Ui)) {
    let theme = theme::of(ui);
    egui::Frame::new().fill(fill).stroke(theme.border()).corner_radius(size::CARD_RADIUS).show(
        ui,
        |ui| {
            let inner = wanted - Vec2::splat(2.0);
            ui.set_min_size(inner);
            ui.set_max_size(inner);
            ui.vertical(add);
        },
    );
}
