//! The line under the table: how much there is, what is out of sight, how much of it is chosen.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{CursorIcon, Rect, Response, RichText, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::messages::{arranged, costs, criterion, table as words};
use crate::plan::{Field, Id, TableKind};
use crate::ui::grid::Key;
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets;
use crate::ui::widgets::button::{Look, button_with, focus_ring};
use crate::ui::widgets::keys::takes_enter;
use crate::understand::Totals;
use crate::year::money::{PlanMoney, money};

use super::arrange::Filter;
use super::{TableShown, TableState, hints};

/// Its height (logical pixels).
const FOOT: f32 = 18.0;
/// What can be clicked is at least this high (logical pixels).
const TARGET: f32 = 28.0;

/// The list of sums is this wide (logical pixels).
const COSTS: f32 = 420.0;

/// What a plan costs, as it was when that was asked last.
#[derive(Default)]
pub struct Costs {
    /// Which plan, at which revision.
    of: Option<(Id, u64)>,
    money: PlanMoney,
}

/// Draws it.
pub fn show(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut TableState) {
    if state.asks_enter() {
        return enter_ui(ui, state);
    }
    let rows = state.shown == TableShown::Rows;
    let count = match state.shown {
        TableShown::Rows => words::count(state.rows.model(cx, TableKind::Rows).records()),
        TableShown::Problems => words::count_problems(cx.plan.problems.len()),
        TableShown::Reviews => words::count_reviews(cx.plan.reviews.len()),
    };
    let totals = cx.totals.filter(|totals| rows && totals.items > 0);
    let chosen = chosen_words(cx, state);
    let plain = !rows || state.rows.arranged().is_plain();
    ui.spacing_mut().interact_size.y = FOOT;
    let line = ui.horizontal(|ui| {
        let theme = theme::of(ui);
        let text = RichText::new(count).font(theme::bold(size::SMALL)).color(theme.text);
        ui.label(text);
        if let Some(totals) = totals {
            if totals.without_lead > 0 {
                widgets::small(ui, "·");
                let said = words::without_lead(totals.without_lead);
                if link(ui, &said, theme.due, true).clicked() {
                    let order = state.rows.arranged().order;
                    state.rows.arrange(cx, Filter::NoLead, order, None);
                }
            }
            let cost = words::cost(&totals);
            let wide = ui.ctx().content_rect().width() >= size::ONE_LINE;
            if plain && !cost.is_empty() && (wide || chosen.is_empty()) {
                widgets::small(ui, "·");
                // What stands at the end keeps its place; who wants all of it clicks.
                let end = width(ui, &chosen, false) + width(ui, criterion::SHOW, false);
                let room = ui.available_width() - end - 2.0 * ui.spacing().item_spacing.x;
                let response = link_within(ui, &cost, theme.muted, true, room);
                costs_ui(&response, cx, &mut state.costs);
                response.on_hover_text(costs::SHOW);
            }
        }
        if !plain {
            arranged_ui(ui, cx, state);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if rows {
                let shown = &mut state.shows_criterion;
                let said = if *shown { criterion::HIDE } else { criterion::SHOW };
                if link(ui, said, theme.muted, true).clicked() {
                    *shown = !*shown;
                }
            }
            widgets::small(ui, &chosen);
        });
    });
    widgets::keep_clear(ui, line.response.rect);
}

/// What Enter shall do in long texts: asked once, when it was pressed there first.
fn enter_ui(ui: &mut Ui, state: &mut TableState) {
    let line = ui.horizontal_centered(|ui| {
        let theme = theme::of(ui);
        ui.label(RichText::new(words::ENTER).font(theme::bold(size::SMALL)).color(theme.text));
        for (label, as_excel) in [(words::ENTER_BREAKS, false), (words::ENTER_GOES, true)] {
            let look = Look { height: Some(TARGET), ..Look::default() };
            if button_with(ui, label, &look).clicked() {
                (state.as_excel, state.enter_known, state.entered) = (as_excel, true, false);
            }
        }
        widgets::small(ui, words::ENTER_LATER);
    });
    widgets::keep_clear(ui, line.response.rect);
}

/// What the plan costs by source and by budget year, under the words that were clicked.
fn costs_ui(under: &Response, cx: &ViewCx<'_>, known: &mut Costs) {
    egui::Popup::menu(under).width(COSTS).show(|ui| {
        if known.of != Some((cx.plan.id, cx.revision)) {
            *known =
                Costs { of: Some((cx.plan.id, cx.revision)), money: money(cx.dossier, cx.plan) };
        }
        ui.spacing_mut().item_spacing.y = 4.0;
        let sources = known.money.sources.iter();
        let sources = sources.map(|(names, sums)| (costs::source(names), sums.planned));
        list(ui, costs::BY_SOURCE, sources);
        ui.separator();
        let years = known.money.years.iter();
        let years = years.map(|(year, sums)| (costs::budget_year(*year), sums.planned));
        list(ui, costs::BY_YEAR, years);
    });
}

/// Lines of words and what each comes to, under a title.
fn list(ui: &mut Ui, title: &str, lines: impl Iterator<Item = (String, Totals)>) {
    ui.label(RichText::new(title).font(theme::bold(size::SMALL)).color(theme::of(ui).text));
    for (name, totals) in lines {
        ui.horizontal(|ui| {
            let half = ui.available_width() * 0.5;
            ui.allocate_ui(vec2(half, FOOT), |ui| {
                ui.set_width(half);
                widgets::small(ui, &name);
            });
            widgets::small(ui, &costs::sum(&totals));
        });
    }
}

/// What is out of sight and by what the lines stand, each with the way back.
fn arranged_ui(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut TableState) {
    let theme = theme::of(ui);
    let (filter, order) = (state.rows.arranged().filter.clone(), state.rows.arranged().order);
    let model = state.rows.model(cx, TableKind::Rows);
    let hidden = model.hidden;
    let column = order.and_then(|order| {
        let column = model.columns.iter().find(|column| column.key == order.field);
        column.map(|column| column.title.clone())
    });
    if filter != Filter::All {
        widgets::small(ui, "·");
        ui.label(
            RichText::new(arranged::hidden(hidden))
                .font(theme::bold(size::SMALL))
                .color(theme.accent),
        );
        widgets::small(ui, "·");
        if link(ui, arranged::SHOW_ALL, theme.accent, false).clicked() {
            state.rows.arrange(cx, Filter::All, order, None);
        }
    }
    if let Some(order) = order {
        widgets::small(ui, "·");
        widgets::small(ui, &arranged::sorted(&column.unwrap_or_default(), order.falling));
        widgets::small(ui, "·");
        if link(ui, arranged::OF_PLAN, theme.accent, false).clicked() {
            state.rows.arrange(cx, filter, None, None);
        }
    }
}

fn font(strong: bool) -> egui::FontId {
    if strong { theme::bold(size::SMALL) } else { theme::regular(size::SMALL) }
}

/// How wide words of the line are (logical pixels).
fn width(ui: &Ui, words: &str, strong: bool) -> f32 {
    let ink = egui::Color32::PLACEHOLDER;
    ui.painter().layout_no_wrap(words.to_owned(), font(strong), ink).size().x
}

/// Words in the line that do something; the pointer may miss them by a little.
fn link(ui: &mut Ui, words: &str, ink: egui::Color32, strong: bool) -> Response {
    link_within(ui, words, ink, strong, f32::INFINITY)
}

/// The same, cut off where this room ends (logical pixels).
fn link_within(ui: &mut Ui, words: &str, ink: egui::Color32, strong: bool, room: f32) -> Response {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), font(strong), ink);
    job.wrap = TextWrapping::truncate_at_width(room.max(0.0));
    let galley = ui.painter().layout_job(job);
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    let around = vec2(2.0, ((TARGET - rect.height()) / 2.0).max(0.0));
    let place = Rect::from_center_size(rect.center(), rect.size() + 2.0 * around);
    let id = ui.scope_id().with(("foot", words));
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), words));
    if response.has_focus() {
        takes_enter(ui);
        focus_ring(ui, rect, 1);
    }
    ui.painter().galley(rect.min, galley, ink);
    if !strong || response.hovered() || response.has_focus() {
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, ink));
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Its height now (logical pixels).
#[must_use]
pub fn height(state: &TableState) -> f32 {
    if state.asks_enter() { TARGET } else { FOOT }
}

/// What is chosen together, in words, with the sum of what it costs; nothing where only a cell is.
fn chosen_words(cx: &ViewCx<'_>, state: &mut TableState) -> String {
    let table = state.shown.table();
    let (keys, fields) = state.grid().chosen_cells(cx);
    let whole = state.grid().chosen_lines(cx);
    let model = state.grid().model(cx, table);
    let (Some(first), Some(last)) = (keys.first(), keys.last()) else { return String::new() };
    if fields.len() + 1 == model.columns.len() && whole > 1 {
        return words::chosen_lines(whole);
    }
    let number = |key: &Key| model.line(*key).map_or("", |line| line.tt.as_str());
    let mut said = words::chosen_block(keys.len(), fields.len(), number(first), number(last));
    if fields.contains(&Field::Budget) {
        let money = keys.iter().filter_map(|key| {
            let line = model.line(*key)?;
            let item = line.item()?;
            Some(&line.known.get_or_init(|| hints::understand(item, cx)).money)
        });
        let cost = words::cost(&Totals::cost(money));
        if !cost.is_empty() {
            said = format!("{said} · {cost}");
        }
    }
    said
}
