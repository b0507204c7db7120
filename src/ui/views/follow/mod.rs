//! Theo dõi: how far each piece of work has come, who noted what, and what is to be reminded of.

mod beside;
pub mod filter;
mod list;
mod model;

use std::collections::BTreeSet;

use egui::{Rect, Ui, UiBuilder, Vec2};

use crate::edit::{Act, Edit, ItemValue, PlanEdit, Value};
use crate::messages::{follow as words, stages};
use crate::plan::{Event, Id, LogEntry, Spot, Status};
use crate::ui::fields::Fields;
use crate::ui::request::{Request, Requests, Stage};
use crate::ui::theme::size;
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Kind};
use crate::year::follow::reminders;

pub use beside::people;
use filter::Filter;
pub use list::tone;
use model::{Cache, Model, Order};

/// Width of what stands beside the list, logical pixels.
const BESIDE: f32 = 340.0;
/// What is left of the list beside it, at least.
const LEAST: f32 = 520.0;
/// Below this width the choices stand in a row of their own.
const NARROW: f32 = 1120.0;
/// What is late and what is due takes so much more room.
const COUNTED: f32 = 130.0;
/// So much room takes what takes the filter away.
const CLEAR: f32 = 100.0;
/// Width of an open list of choices.
const MENU: f32 = 240.0;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct FollowState {
    cache: Cache,
    order: Order,
    filter: Filter,
    /// Groups that a person folded or opened, by their titles: they stand otherwise than they began.
    turned: BTreeSet<String>,
    /// Among the lines of the list.
    at: usize,
    /// The item whose sheet stands beside the list.
    open: Option<Id>,
    ticked: BTreeSet<Id>,
    /// A place of the plan is to be shown.
    goal: bool,
    /// The chosen line is to be scrolled to.
    scroll: bool,
    beside: beside::BesideState,
}

impl FollowState {
    /// Shows a place of the plan.
    pub fn go(&mut self, spot: &Spot) {
        if let Spot::Row(row, _) = spot {
            self.filter = Filter::default();
            self.open = Some(*row);
            self.goal = true;
        }
    }

    /// Folds a group, or opens it.
    fn turn(&mut self, title: &str) {
        if !self.turned.remove(title) {
            self.turned.insert(title.to_owned());
        }
        self.cache.forget();
    }
}

/// Draws it.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut FollowState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let mut model = state.cache.model(cx, state.order, &state.filter, &state.turned);
    // What went away in the meantime is neither open nor ticked.
    let there = |id: &Id| model.numbers.contains_key(id);
    state.open = state.open.filter(there);
    state.ticked.retain(there);
    if model.rows.is_empty() {
        widgets::title_row(ui, Stage::Follow.label(), "", |_| {});
        widgets::empty(ui, words::NOTHING, words::NOTHING_DO);
        ui.vertical_centered(|ui| {
            if widgets::button(ui, Kind::Primary, stages::OPEN_TABLE).clicked() {
                requests.push(Request::Show(Stage::Table));
            }
        });
        return;
    }
    head(ui, cx, &model, state, requests);
    ui.add_space(4.0);
    if let Some(open) = state.open.filter(|_| std::mem::take(&mut state.goal)) {
        if let Some(section) = model.section_of(open).filter(|section| section.folded) {
            state.turn(&section.group.title);
            model = state.cache.model(cx, state.order, &state.filter, &state.turned);
        }
        state.at = model.line_of(open).unwrap_or(state.at);
        state.scroll = true;
    }
    let mut room = ui.available_rect_before_wrap();
    let open = state.open.and_then(|id| cx.plan.item(id));
    let beside = open.map(|item| {
        let narrow = room.width() < BESIDE + LEAST;
        let left = if narrow { room.left() } else { room.right() - BESIDE };
        let place = Rect::from_min_max(egui::pos2(left, room.top()), room.max);
        room.max.x = if narrow { room.left() } else { left - 12.0 };
        (item, place)
    });
    if room.width() > 1.0 {
        let place = UiBuilder::new().id_salt("followed").max_rect(room);
        ui.scope_builder(place, |ui| list::show(ui, cx, &model, state, requests));
    }
    if let Some((item, place)) = beside {
        let place = UiBuilder::new().id_salt("beside").max_rect(place);
        let closed = ui.scope_builder(place, |ui| {
            let row = model.rows.iter().find(|row| row.item == item.id);
            beside::show(ui, cx, item, row, &model, &mut state.beside, fields, requests)
        });
        if closed.inner {
            state.open = None;
        }
    }
}

/// The title, what is shown, and the reminders.
fn head(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    model: &Model,
    state: &mut FollowState,
    requests: &mut Requests,
) {
    let counted = [model.counts.late, model.counts.due].into_iter().filter(|count| *count > 0);
    let needed = NARROW - COUNTED + COUNTED * counted.count() as f32;
    let room = ui.available_width();
    let narrow = room < needed;
    widgets::title_row(ui, Stage::Follow.label(), "", |ui| {
        if !narrow {
            choices(ui, model, state);
            if room >= needed + CLEAR {
                filter::clear(ui, &mut state.filter);
            }
        }
        ui.spacing_mut().item_spacing.x = 8.0;
        widgets::at_right(ui, |ui| {
            let orders = [Order::Plan, Order::Standard, Order::Person];
            let names = [words::IN_ORDER, words::BY_STANDARD, words::BY_PERSON];
            let now = orders.iter().position(|order| *order == state.order).unwrap_or_default();
            if let Some(chosen) = widgets::choice::segmented(ui, &names, now) {
                state.order = orders[chosen];
            }
            let button = widgets::button(ui, Kind::Secondary, words::COPY_REMINDERS);
            if button.on_hover_text(words::COPY_REMINDERS_HELP).clicked() {
                copy_reminders(cx, model, requests);
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

/// What is late and due, by person, goes to the clipboard.
fn copy_reminders(cx: &ViewCx<'_>, model: &Model, requests: &mut Requests) {
    let all = reminders(cx.dossier, cx.plan, &model.rows);
    if all.is_empty() {
        requests.push(Request::Notice(words::NOTHING_TO_REMIND.to_owned()));
        return;
    }
    let text = words::reminders(&cx.plan.letterhead.school, cx.today, &model.rows, &all);
    requests.push(Request::Copy { text, html: None });
    requests.push(Request::Notice(words::REMINDERS_COPIED.to_owned()));
}

/// Which rows are shown.
fn choices(ui: &mut Ui, model: &Model, state: &mut FollowState) {
    ui.spacing_mut().item_spacing.x = 8.0;
    filter::late_and_due(ui, &model.counts, &mut state.filter);
    filter::by_person(ui, &model.people, &mut state.filter);
    filter::by_status(ui, &mut state.filter);
}

/// Nothing said, and all that can be.
fn statuses() -> impl Iterator<Item = Option<Status>> {
    std::iter::once(None).chain(Status::ALL.into_iter().map(Some))
}

/// Sets the status of several items as one step of undo.
fn set_status(cx: &ViewCx<'_>, items: &BTreeSet<Id>, status: Option<Status>) -> Edit {
    let edits = items.iter().map(|item| Edit::InPlan {
        plan: cx.plan.id,
        change: PlanEdit::SetValue(Value::Item(*item, ItemValue::Status(status))),
    });
    Edit::Batch(Act::SetStatus(items.len()), edits.collect())
}

/// Notes the same of each of these items.
fn note(
    cx: &ViewCx<'_>,
    items: impl IntoIterator<Item = Id>,
    who: &str,
    text: &str,
    requests: &mut Requests,
) {
    let mut edits = Vec::new();
    for item in items {
        let entry = LogEntry {
            id: requests.fresh().give(),
            at: cx.now,
            event: Event::Note,
            about: Some(item),
            who: who.to_owned(),
            text: text.trim().to_owned(),
        };
        let change = PlanEdit::Happened { entry, copy: None };
        edits.push(Edit::InPlan { plan: cx.plan.id, change });
    }
    requests.push(Request::Edit(Edit::Batch(Act::Note(edits.len()), edits), None));
}

/// The height of a line of the list.
const LINE: f32 = 36.0;
/// The height of its foot.
const FOOT: Vec2 = Vec2::new(0.0, size::FIELD + 12.0);
