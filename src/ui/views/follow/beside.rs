//! The sheet of one piece of work beside the list: how it stands, what came of it, who noted what.

use std::collections::HashMap;

use egui::{CornerRadius, Frame, Margin, RichText, ScrollArea, Ui};

use crate::edit::{Edit, ItemValue, PlanEdit, Value};
use crate::messages::{self, follow as words};
use crate::plan::{
    Event, Field as What, Id, Item, LogEntry, Place, Record, RecordId, Spot, Status,
};
use crate::ui::fields::Fields;
use crate::ui::request::{Request, Requests, set_text};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::field::local_field;
use crate::ui::widgets::{self, Field, Kind, number_field, select, text_field};
use crate::understand::understand_money;
use crate::words::Day;
use crate::year::follow::Followed;

use super::model::Model;
use super::{note, statuses};

/// What is remembered of the sheet.
#[derive(Default)]
pub struct BesideState {
    /// What is being noted, until it is written into the log.
    text: String,
    /// Of which items, where it is noted of several at once.
    several: Vec<Id>,
    /// Whose sheet it was typed in.
    of: Option<Id>,
    /// What was typed of others and not written into the log yet.
    waiting: HashMap<Id, String>,
    /// Who notes: asked once.
    who: String,
    take_focus: bool,
}

impl BesideState {
    /// The next note is written for all of these.
    pub fn note_all(&mut self, items: Vec<Id>) {
        self.several = items;
        self.take_focus = true;
    }
}

/// Draws it; says whether it was closed.
#[expect(clippy::too_many_arguments, reason = "what every view is given, and whose sheet it is")]
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    item: &Item,
    row: Option<&Followed>,
    model: &Model,
    state: &mut BesideState,
    fields: &mut Fields,
    requests: &mut Requests,
) -> bool {
    let theme = theme::of(ui);
    let mut closed = false;
    Frame::new()
        .fill(theme.surface)
        .stroke(theme.border())
        .corner_radius(CornerRadius::same(size::CARD_RADIUS))
        .inner_margin(Margin::symmetric(14, 12))
        .show(ui, |ui| {
            let height = ui.available_height();
            ScrollArea::vertical().max_height(height).auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                closed = title(ui, cx, item, row, model, requests);
                values(ui, cx, item, fields, requests);
                texts(ui, cx, item, fields, requests);
                noting(ui, cx, item, state, requests);
                log(ui, cx, item);
            });
        });
    closed
}

/// The name, its time, and the way to its row.
fn title(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    item: &Item,
    row: Option<&Followed>,
    model: &Model,
    requests: &mut Requests,
) -> bool {
    let theme = theme::of(ui);
    let mut closed = false;
    ui.horizontal_top(|ui| {
        let room = ui.available_width() - 36.0;
        let name = row.map_or("", |row| row.name.as_str());
        ui.allocate_ui(egui::Vec2::new(room, 0.0), |ui| {
            let words = RichText::new(name).font(theme::bold(size::CARD)).color(theme.text);
            ui.add(egui::Label::new(words).wrap());
        });
        closed = widgets::icon_button(ui, "×", words::CLOSE).clicked();
    });
    ui.horizontal_wrapped(|ui| {
        let time = item.time.typed.trim().replace('\n', " ");
        if !time.is_empty() {
            widgets::small(ui, &time);
        }
        if let Some(number) = model.numbers.get(&item.id)
            && widgets::link(ui, &words::open_row(*number)).clicked()
        {
            let at = Spot::Row(item.id, None);
            requests.push(Request::Go(Place { plan: cx.plan.id, at }));
        }
    });
    closed
}

/// Status, day, percentage.
fn values(ui: &mut Ui, cx: &ViewCx<'_>, item: &Item, fields: &mut Fields, requests: &mut Requests) {
    let (plan, id) = (cx.plan.id, item.id);
    let set =
        move |value| Edit::InPlan { plan, change: PlanEdit::SetValue(Value::Item(id, value)) };
    let all: Vec<Option<Status>> = statuses().collect();
    let names: Vec<String> = all
        .iter()
        .map(|status| status.map_or(words::NO_STATUS, messages::status_name).to_owned())
        .collect();
    let now = all.iter().position(|status| *status == item.status);
    if let Some(chosen) = select(ui, ("status", id), words::STATUS, None, &names, now) {
        requests.push(Request::Edit(set(ItemValue::Status(all[chosen])), None));
    }
    ui.columns(2, |columns| {
        let field = Field { label: words::DONE_ON, hint: words::DAY_HINT, ..Field::default() };
        let day = item.done_on.map(Day);
        number_field(&mut columns[0], ("done on", id), &field, day, fields, requests, move |day| {
            set(ItemValue::DoneOn(day.map(|day: Day| day.0)))
        });
        let field = Field { label: words::PERCENT, ..Field::default() };
        let percent = item.percent;
        number_field(
            &mut columns[1],
            ("percent", id),
            &field,
            percent,
            fields,
            requests,
            move |of| set(ItemValue::Percent(of)),
        );
    });
}

/// What came of it, in words.
fn texts(ui: &mut Ui, cx: &ViewCx<'_>, item: &Item, fields: &mut Fields, requests: &mut Requests) {
    let (plan, id) = (cx.plan.id, item.id);
    let asks_why = matches!(item.status, Some(Status::Dropped | Status::NotDone));
    for what in [What::Result, What::Proof, What::Reason, What::Adjustment, What::Spent] {
        let value = item.text(what).unwrap_or_default();
        if what == What::Reason && !asks_why && value.is_empty() {
            continue;
        }
        let label = match what {
            What::Reason if item.status == Some(Status::NotDone) => words::WHY_NOT_DONE,
            what => messages::field_name(what),
        };
        let lines = value.lines().map(|line| 1 + line.chars().count() / 38).sum::<usize>();
        let rows = if what == What::Spent { 0 } else { lines.clamp(1, 8) };
        let field = Field { label, rows, ..Field::default() };
        text_field(ui, (what, id), &field, value, fields, requests, move |text| {
            set_text(plan, RecordId::Row(id), what, text)
        });
        if what == What::Spent && !value.trim().is_empty() {
            let money = item.spent.corrected.clone().unwrap_or_else(|| understand_money(value));
            widgets::small(ui, &words::spent(&money));
        }
    }
}

/// A note, and who notes it.
fn noting(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    item: &Item,
    state: &mut BesideState,
    requests: &mut Requests,
) {
    if state.of != Some(item.id) && state.several.is_empty() {
        // What was typed of another is not noted of this one: it waits for that one's return.
        if let Some(left) = state.of.replace(item.id) {
            let text = std::mem::take(&mut state.text);
            state.waiting.insert(left, text);
            state.text = state.waiting.remove(&item.id).unwrap_or_default();
        }
    }
    let entries = of_item(cx, item).count();
    ui.horizontal(|ui| {
        let theme = theme::of(ui);
        ui.label(RichText::new(words::LOG).font(theme::bold(size::BODY)).color(theme.text));
        widgets::at_right(ui, |ui| {
            widgets::small(ui, &words::times_noted(entries));
        });
    });
    if !state.several.is_empty() {
        widgets::small(ui, &words::noted_of(state.several.len()));
    }
    let take_focus = std::mem::take(&mut state.take_focus);
    let field = Field {
        label: words::NOTE_HINT,
        hint: words::NOTE_HINT,
        hide_label: true,
        rows: 1,
        take_focus,
        ..Field::default()
    };
    local_field(ui, "note", &field, &mut state.text);
    let people = people(cx);
    let mut names = vec![words::NOBODY.to_owned()];
    names.extend(people.iter().cloned());
    let now = people.iter().position(|name| *name == state.who).map_or(0, |at| at + 1);
    if let Some(chosen) = select(ui, "who", words::WHO, None, &names, Some(now)) {
        state.who = chosen.checked_sub(1).map_or(String::new(), |at| people[at].clone());
    }
    ui.horizontal(|ui| {
        let able = !state.text.trim().is_empty();
        let button = ui.add_enabled_ui(able, |ui| widgets::button(ui, Kind::Primary, words::NOTE));
        if button.inner.on_hover_text(words::NOTE_HELP).clicked() {
            let several = std::mem::take(&mut state.several);
            let items = if several.is_empty() { vec![item.id] } else { several };
            note(cx, items, &state.who, &state.text, requests);
            state.text.clear();
        }
        if !state.several.is_empty() && widgets::link(ui, words::ONLY_THIS).clicked() {
            state.several.clear();
        }
    });
}

/// What was noted, the newest first.
fn log(ui: &mut Ui, cx: &ViewCx<'_>, item: &Item) {
    let theme = theme::of(ui);
    for entry in of_item(cx, item).rev() {
        ui.separator();
        ui.horizontal(|ui| {
            let day = messages::follow::short_date(entry.at.date());
            ui.label(RichText::new(day).font(theme::bold(size::SMALL)).color(theme.text));
            let time = format!("{:02}:{:02}", entry.at.hour(), entry.at.minute());
            widgets::small(ui, &time);
            widgets::small(ui, &entry.who);
        });
        widgets::body(ui, &entry.text);
    }
}

fn of_item<'a>(
    cx: &'a ViewCx<'_>,
    item: &'a Item,
) -> impl DoubleEndedIterator<Item = &'a LogEntry> {
    cx.plan
        .log
        .iter()
        .filter(move |entry| entry.event == Event::Note && entry.about == Some(item.id))
}

/// Who may note: the leaders, the supervisors and the members of groups.
pub fn people(cx: &ViewCx<'_>) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    let mut add = |name: String| {
        let name = name.trim().to_owned();
        if !name.is_empty() && !people.contains(&name) {
            people.push(name);
        }
    };
    for leader in &cx.plan.letterhead.leaders {
        add(format!("{} {}", leader.title, leader.name));
    }
    for one in &cx.plan.supervisors {
        add(format!("{} {}", one.title, one.name));
    }
    for member in cx.plan.working_groups.iter().flat_map(|group| &group.members) {
        add(member.name.clone());
    }
    people
}
