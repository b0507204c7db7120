//! In và xuất: the pages as they will be signed, what is still open, and how they print.

mod find;
mod issue;
mod issued;
mod look;
mod pages;
mod scans;
mod sheets;
mod side;
mod zoom;

use egui::{Ui, Vec2};
use egui_extras::{Size, StripBuilder};

use crate::messages::{self, print as words};
use crate::plan::Id;
use crate::ui::Command;
use crate::ui::fields::Fields;
use crate::ui::paper::{Made, NoPaper};
use crate::ui::request::{Requests, Stage};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::button::{Look, button_with};
use crate::ui::widgets::choice::list_row;
use crate::ui::widgets::{self, Kind};

use zoom::Zoom;

/// Width of the strip of small pages, and of what stands beside the pages (logical pixels).
const STRIP: f32 = 98.0;
/// See [`STRIP`].
const SIDE: f32 = 264.0;
/// In less room than this there are no small pages (logical pixels).
const NARROW: f32 = 800.0;
/// Width of the button with the size of the pages (logical pixels).
const SIZE: f32 = 164.0;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct PrintState {
    zoom: Zoom,
    /// How large the page at the top is shown, logical pixels a point.
    shown: f32,
    /// How far the pages are scrolled, logical pixels.
    offset: f32,
    /// The page that stands at the top, from 0.
    page: usize,
    /// A page that is to be scrolled to.
    goal: Option<usize>,
    find: find::Find,
    /// Letters, spacing and margins are shown.
    look_open: bool,
    /// To how many pages the plan shall be brought.
    fit_to: Option<usize>,
    sheets: sheets::Sheets,
    /// The plan whose present words are shown although it was given out.
    present: Option<Id>,
    issuing: issue::Issuing,
    /// What is shown shall be given out.
    issue_soon: bool,
}

impl PrintState {
    /// Whether the present words of a plan are shown that was given out.
    #[must_use]
    pub fn shows_present(&self, plan: Id) -> bool {
        self.present == Some(plan)
    }

    /// Asks for the number and the day of what is to be given out, when it is drawn next.
    pub fn issue_soon(&mut self) {
        self.issue_soon = true;
    }

    /// Shows the first page on which these words stand.
    pub fn look_for(&mut self, words: String) {
        self.find.look_for(words);
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
    if std::mem::take(&mut state.issue_soon) && cx.plan.issued.is_none() {
        state.issuing.ask_issue(cx);
    }
    let small = ui.available_width() >= NARROW;
    let note = cx.paper.made().map(facts).unwrap_or_default();
    widgets::title_row(ui, Stage::Print.label(), &note, |ui| {
        widgets::at_right(ui, |ui| {
            if !small {
                ui.spacing_mut().item_spacing.x = 8.0;
            }
            if widgets::icon_button(ui, "−", words::SMALLER).clicked() {
                state.zoom = Zoom::step(false, state.shown);
            }
            sizes(ui, state);
            if widgets::icon_button(ui, "+", words::LARGER).clicked() {
                state.zoom = Zoom::step(true, state.shown);
            }
            if widgets::button(ui, Kind::Secondary, Command::Print.label()).clicked() {
                requests.run(Command::Print);
            }
            if widgets::button(ui, Kind::Secondary, Command::ExportWord.label()).clicked() {
                requests.run(Command::ExportWord);
            }
            if widgets::button(ui, Kind::Secondary, Command::ExportExcel.label()).clicked() {
                requests.run(Command::ExportExcel);
            }
            if widgets::button(ui, Kind::Primary, Command::ExportPdf.label()).clicked() {
                requests.run(Command::ExportPdf);
            }
        });
    });
    state.find.show(ui, cx, requests);
    issued::strip(ui, cx, state, requests);
    ui.add_space(10.0);
    if let Some(error) = cx.paper.failed() {
        widgets::body(ui, &no_paper(error));
    }
    let theme = theme::of(ui);
    ui.spacing_mut().item_spacing.x = 10.0;
    let mut strip = StripBuilder::new(ui);
    if small {
        strip = strip.size(Size::exact(STRIP));
    }
    strip.size(Size::remainder().at_least(200.0)).size(Size::exact(SIDE)).horizontal(
        |mut strip| {
            if small {
                strip.cell(|ui| area(ui, theme.sunk, |ui| pages::strip(ui, cx, state, requests)));
            }
            strip.cell(|ui| area(ui, theme.rail, |ui| pages::show(ui, cx, state, requests)));
            strip.cell(|ui| {
                area(ui, theme.surface, |ui| {
                    egui::ScrollArea::vertical().id_salt("side").show(ui, |ui| {
                        egui::Frame::new().inner_margin(14).show(ui, |ui| {
                            ui.set_width(SIDE - 42.0);
                            side::show(ui, cx, state, requests);
                        });
                    });
                });
            });
        },
    );
    issue::dialogs(ui.ctx(), cx, state, requests);
}

/// The size that is shown, and the menu to choose another.
fn sizes(ui: &mut Ui, state: &mut PrintState) {
    let (shown, name) = (state.zoom.name(), words::size(&state.zoom.name()));
    let look = Look { menu: true, name: Some(&name), width: Some(SIZE), ..Look::default() };
    let menu = button_with(ui, &shown, &look);
    egui::Popup::menu(&menu).width(180.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let fitted = [Zoom::Width, Zoom::Whole];
        for zoom in fitted.into_iter().chain(zoom::SIZES.map(Zoom::Percent)) {
            if list_row(ui, &zoom.name(), zoom == state.zoom).clicked() {
                state.zoom = zoom;
                ui.close();
            }
        }
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

/// A bordered ground that fills its cell.
fn area(ui: &mut Ui, fill: egui::Color32, add: impl FnOnce(&mut Ui)) {
    let stroke = theme::of(ui).border();
    let inner = ui.available_size() - Vec2::splat(2.0);
    let frame = egui::Frame::new().fill(fill).stroke(stroke).corner_radius(size::CARD_RADIUS);
    frame.show(ui, |ui| {
        ui.set_min_size(inner);
        ui.set_max_size(inner);
        ui.vertical(add);
    });
}
