//! Tiến độ: what is done when, as bars over the months.

mod chart;
mod layout;
mod model;
mod paint;

use egui::{Layout, RichText, Ui, Vec2};

use crate::messages::{self, stages, timeline as words};
use crate::plan::{Field, Id, Place, Spot};
use crate::timeline::{By, TimelineRow};
use crate::ui::Command;
use crate::ui::fields::Fields;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::button::{Look, paint_triangle};
use crate::ui::widgets::{self, Kind};

use super::follow::filter::{self, Filter};
use model::{Cache, Model};

/// Below this width the filters stand in a row of their own, in logical pixels.
const NARROW: f32 = 1000.0;
/// Beside the others there is room for what takes the filter away from this width on.
const ROOMY: f32 = 1120.0;

/// Width of the list of groupings, in logical pixels.
const MENU: f32 = 216.0;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct TimelineState {
    cache: Cache,
    by: By,
    filter: Filter,
    chart: chart::ChartState,
    /// Whether the work without a known time is listed.
    undated_open: bool,
    /// The item to be scrolled to.
    goal: Option<Id>,
}

impl TimelineState {
    /// Shows a place of the plan: it is scrolled to in the next frame.
    pub fn go(&mut self, spot: &Spot) {
        if let Spot::Row(row, _) = spot {
            self.goal = Some(*row);
            self.filter = Filter::default();
        }
    }
}

/// Draws it.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut TimelineState,
    _fields: &mut Fields,
    requests: &mut Requests,
) {
    let model = state.cache.model(cx, state.by, &state.filter);
    head(ui, &model, state, requests);
    ui.add_space(4.0);
    if model.timeline.groups.is_empty() && model.timeline.undated.is_empty() {
        nothing(ui, requests);
        return;
    }
    if model.lines.is_empty() && model.undated.is_empty() {
        filter::nothing_passes(ui, &mut state.filter);
        return;
    }
    if let Some(goal) = state.goal.take() {
        let at =
            (0..model.rows.len()).find(|&nth| model.row(nth).is_some_and(|row| row.item == goal));
        if let Some(at) = at {
            state.chart.choose(at);
        }
    }
    let undated = &model.undated;
    let foot = if undated.is_empty() {
        0.0
    } else if state.undated_open {
        40.0 + 32.0 * undated.len().min(4) as f32
    } else {
        34.0
    };
    let foot = foot + layout::LEGEND;
    let room = Vec2::new(ui.available_width(), (ui.available_height() - foot).max(160.0));
    if let Some(item) = chart::show(ui, cx, &model, state.by, &mut state.chart, room) {
        open(cx, item, None, requests);
    }
    legend(ui);
    if !undated.is_empty() {
        undated_ui(ui, cx, undated, &mut state.undated_open, requests);
    }
}

/// What the signs of the chart stand for.
fn legend(ui: &mut Ui) {
    let theme = theme::of(ui);
    let size = Vec2::new(ui.available_width(), layout::LEGEND - ui.spacing().item_spacing.y);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    response.widget_info(|| {
        let role = egui::accesskit::Role::Label;
        egui::WidgetInfo::labeled(role, ui.is_enabled(), messages::timeline_legend())
    });
    paint::legend(ui, &theme, rect);
}

/// The title and the buttons.
fn head(ui: &mut Ui, model: &Model, state: &mut TimelineState, requests: &mut Requests) {
    let (narrow, roomy) = (ui.available_width() < NARROW, ui.available_width() >= ROOMY);
    widgets::title_row(ui, Stage::Timeline.label(), "", |ui| {
        if !narrow {
            choices(ui, model, state);
            if roomy {
                filter::clear(ui, &mut state.filter);
            }
        }
        ui.spacing_mut().item_spacing.x = 8.0;
        widgets::at_right(ui, |ui| {
            let signs = [
                ("−", words::NARROWER, 1.0 / layout::ZOOM_STEP),
                ("+", words::WIDER, layout::ZOOM_STEP),
            ];
            for (sign, name, factor) in signs {
                let able = state.chart.can_zoom(&model.timeline, factor);
                ui.add_enabled_ui(able, |ui| {
                    if widgets::icon_button(ui, sign, name).clicked() {
                        state.chart.zoom(factor);
                    }
                });
            }
            if widgets::button(ui, Kind::Secondary, words::WHOLE_YEAR).clicked() {
                state.chart.whole_year();
            }
            if widgets::button(ui, Kind::Secondary, words::PRINT).clicked() {
                requests.run(Command::PrintTimeline);
            }
        });
    });
    if narrow {
        ui.horizontal(|ui| {
            choices(ui, model, state);
            filter::clear(ui, &mut state.filter);
        });
    }
}

/// How the rows are grouped, and which are shown.
fn choices(ui: &mut Ui, model: &Model, state: &mut TimelineState) {
    ui.spacing_mut().item_spacing.x = 8.0;
    let look = Look { menu: true, ..Look::default() };
    let button = widgets::button_with(ui, messages::sorted_by(state.by), &look);
    egui::Popup::menu(&button).width(MENU).show(|ui| {
        for by in [By::Standard, By::Person] {
            let words = messages::sorted_by(by);
            if widgets::choice::list_row(ui, words, by == state.by).clicked() {
                state.by = by;
                ui.close();
            }
        }
    });
    filter::late_and_due(ui, &model.counts, &mut state.filter);
    filter::by_person(ui, &model.people, &mut state.filter);
}

/// There is no work yet.
fn nothing(ui: &mut Ui, requests: &mut Requests) {
    widgets::empty(ui, words::NOTHING, words::NOTHING_DO);
    ui.vertical_centered(|ui| {
        if widgets::button(ui, Kind::Primary, stages::OPEN_TABLE).clicked() {
            requests.push(Request::Show(Stage::Table));
        }
    });
}

/// Work without a known time, folded into one line at the foot.
fn undated_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    rows: &[TimelineRow],
    open_now: &mut bool,
    requests: &mut Requests,
) {
    let words = messages::undated_summary(rows);
    if fold(ui, &words, *open_now).clicked() {
        *open_now = !*open_now;
    }
    if !*open_now {
        return;
    }
    egui::ScrollArea::vertical().id_salt("undated").auto_shrink([false, true]).show_rows(
        ui,
        24.0,
        rows.len(),
        |ui, seen| {
            for row in &rows[seen] {
                ui.allocate_ui_with_layout(
                    Vec2::new(ui.available_width(), 24.0),
                    Layout::left_to_right(egui::Align::Center),
                    |ui| {
                        ui.add_space(20.0);
                        if widgets::link(ui, &messages::undated_row(row)).clicked() {
                            open(cx, row.item, Some(Field::Time), requests);
                        }
                    },
                );
            }
        },
    );
}

/// A line that opens and closes what is under it.
fn fold(ui: &mut Ui, words: &str, open: bool) -> egui::Response {
    let theme = theme::of(ui);
    let room = ui.available_width() - 24.0;
    let mut job = egui::text::LayoutJob::simple_singleline(
        words.to_owned(),
        theme::regular(size::SMALL),
        theme.muted,
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let galley = ui.painter().layout_job(job);
    let size = Vec2::new(galley.size().x + 24.0, size::TARGET);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    response.widget_info(|| {
        let role = egui::accesskit::Role::Button;
        let mut info = egui::WidgetInfo::labeled(role, ui.is_enabled(), words);
        info.selected = Some(open);
        info
    });
    let ink = if response.hovered() || response.has_focus() { theme.accent } else { theme.muted };
    let centre = egui::pos2(rect.left() + 7.0, rect.center().y);
    paint_triangle(ui.painter(), centre, open, ink);
    let at = egui::pos2(rect.left() + 18.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley_with_override_text_color(at, galley, ink);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Leads to an item in Bảng cải tiến.
fn open(cx: &ViewCx<'_>, item: Id, field: Option<Field>, requests: &mut Requests) {
    requests.push(Request::Go(Place { plan: cx.plan.id, at: Spot::Row(item, field) }));
}

/// Words in the middle of an empty chart.
fn quiet(ui: &mut Ui, words: &str) {
    let theme = theme::of(ui);
    ui.label(RichText::new(words).font(theme::regular(size::TABLE)).color(theme.muted));
}
