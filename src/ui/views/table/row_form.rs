//! Sửa cả dòng: every field of one item, those that the form does not print too.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{CornerRadius, Event, Frame, Key as K, Margin, RichText, Sense, Ui, WidgetInfo};

use crate::edit::{Act, Edit, Elements, ItemValue, PlanEdit, Value};
use crate::messages::{self, table as words};
use crate::plan::{Field, Item, Problem, Record, RecordId, Status, TableKind};
use crate::ui::fields::Fields;
use crate::ui::grid::Key;
use crate::ui::request::{Request, Requests, set_text};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{Kind, button, field, link, select, small, text_field};
use crate::words::order;

use super::model::{is_long, item_text};
use super::sheet::is_understood;

/// The form's width (logical pixels): its lines hold about 90 letters.
const WIDTH: f32 = 760.0;

/// What the form of the row asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It stays open.
    Nothing,
    /// It closes.
    Close,
    /// The row before or after, by this much.
    Step(i32),
    /// What was understood of this field shall be corrected.
    Correct(Field),
}

/// The form of a row while it is open.
pub struct RowForm {
    /// The row.
    pub key: Key,
    /// The field of the cell it was opened from: what is typed at once goes there.
    from: Field,
    /// What was typed before a field had the focus.
    held: Vec<Event>,
}

impl RowForm {
    /// Opens it from this cell.
    #[must_use]
    pub fn new(key: Key, from: Option<Field>) -> Self {
        let from = from.filter(|field| Item::TEXTS.iter().any(|one| one.field == *field));
        Self { key, from: from.unwrap_or(Field::Content), held: Vec::new() }
    }

    /// Draws it over the table.
    pub fn show(
        &mut self,
        ui: &Ui,
        cx: &ViewCx<'_>,
        item: &Arc<Item>,
        title: &str,
        fields: &mut Fields,
        requests: &mut Requests,
    ) -> Asked {
        let theme = theme::of(ui);
        let ctx = ui.ctx().clone();
        let mut asked = Asked::Nothing;
        let held = std::mem::take(&mut self.held);
        ctx.input_mut(|input| drop(input.events.splice(0..0, held)));
        let frame = Frame::new()
            .fill(theme.bg)
            .stroke(theme.border())
            .corner_radius(CornerRadius::same(size::CARD_RADIUS))
            .shadow(ctx.global_style().visuals.window_shadow)
            .inner_margin(Margin::symmetric(20, 16));
        let modal = egui::Modal::new(egui::Id::unique("form of the row"))
            .frame(frame)
            .backdrop_color(egui::Color32::from_black_alpha(if theme.dark { 140 } else { 90 }))
            .show(&ctx, |ui| {
                let room = ctx.content_rect().size();
                ui.set_width((room.x - 120.0).min(WIDTH));
                let take = self.head(ui, title);
                ui.add_space(4.0);
                egui::ScrollArea::vertical()
                    .id_salt(("row", item.id))
                    .max_height(room.y - 190.0)
                    .auto_shrink([false, true])
                    .show(ui, |ui| {
                        ui.push_id(item.id, |ui| {
                            ui.set_width(ui.available_width() - 14.0);
                            body(ui, cx, item, take, fields, requests, &mut asked);
                        });
                    });
                ui.add_space(8.0);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = 12.0;
                    if button(ui, Kind::Primary, words::CLOSE).clicked() {
                        asked = Asked::Close;
                    }
                    if button(ui, Kind::Secondary, words::NEXT_ROW).clicked() {
                        asked = Asked::Step(1);
                    }
                    if button(ui, Kind::Secondary, words::PREVIOUS_ROW).clicked() {
                        asked = Asked::Step(-1);
                    }
                    small(ui, words::ROW_FORM_HELP);
                });
            });
        // Esc keeps what is in a field and leads back to the table.
        let escape = ctx.input(|input| input.key_pressed(K::Escape));
        let beside = modal.backdrop_response.clicked();
        if modal.is_top_modal && !modal.any_popup_open && (escape || beside) {
            asked = Asked::Close;
        }
        asked
    }

    /// The title, which has the focus while nothing else has it: Tab leads from it to the
    /// first field. Gives the field that shall take what was typed on it.
    fn head(&mut self, ui: &mut Ui, title: &str) -> Option<Field> {
        let theme = theme::of(ui);
        let line = ui.horizontal(|ui| {
            ui.label(
                RichText::new(words::ROW_FORM).font(theme::bold(size::TITLE)).color(theme.text),
            );
            ui.label(RichText::new(title).font(theme::regular(size::TABLE)).color(theme.muted));
        });
        let id = egui::Id::unique("head of the form of the row");
        let head = ui.interact(line.response.rect, id, Sense::focusable_noninteractive());
        let name = format!("{} {title}", words::ROW_FORM);
        head.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name.as_str()));
        if ui.input(|input| input.key_pressed(K::Escape)) {
            // It closes: what is typed after that is meant for the table.
            return None;
        }
        let focused = ui.memory(egui::Memory::focused);
        if focused.is_none() && !egui::Popup::is_any_open(ui) {
            head.request_focus();
        }
        if !head.has_focus() {
            return None;
        }
        self.held = ui.input_mut(|input| {
            let typed =
                |event: &Event| matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_));
            let (typed, rest) = std::mem::take(&mut input.events).into_iter().partition(typed);
            input.events = rest;
            typed
        });
        if self.held.is_empty() {
            return None;
        }
        ui.request_repaint();
        Some(self.from)
    }
}

fn body(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    item: &Arc<Item>,
    take: Option<Field>,
    fields: &mut Fields,
    requests: &mut Requests,
    asked: &mut Asked,
) {
    ui.spacing_mut().item_spacing.y = 10.0;
    problem_ui(ui, cx, item, fields, requests);
    let texts = Item::TEXTS.iter().map(|one| one.field);
    let (long, mut short): (Vec<Field>, Vec<Field>) = texts.partition(|field| is_long(*field));
    // The criterion is mostly chosen and seldom typed: it comes last.
    order::by_key(&mut short, |field| *field == Field::CriterionText);
    for what in long {
        one(ui, cx, item, what, take == Some(what), fields, requests);
    }
    for pair in short.chunks(2) {
        ui.columns(2, |columns| {
            for (ui, what) in columns.iter_mut().zip(pair) {
                one(ui, cx, item, *what, take == Some(*what), fields, requests);
                understood(ui, cx, item, *what, asked);
            }
        });
    }
    states(ui, cx, item, requests);
}

/// What was understood of a time, a sum or people, and the way to correct it.
fn understood(ui: &mut Ui, cx: &ViewCx<'_>, item: &Item, what: Field, asked: &mut Asked) {
    if !is_understood(what) || item_text(item, what).trim().is_empty() {
        return;
    }
    let said = match what {
        Field::Time => messages::period_hint(&item.period(cx.plan.school_year, &cx.terms)),
        Field::Budget => messages::money_hint(&item.money()),
        _ => messages::people_hint(&item.people()),
    };
    ui.horizontal_wrapped(|ui| {
        small(ui, &words::understood(&said));
        if link(ui, words::correct_link(what)).clicked() {
            *asked = Asked::Correct(what);
        }
    });
}

fn one(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    item: &Item,
    what: Field,
    take_focus: bool,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let printed = cx
        .form
        .columns_for(TableKind::Rows, &cx.plan.options.columns)
        .iter()
        .any(|column| column.field == what && !column.hidden)
        || also_printed(cx, item, what);
    let name = messages::column_name(cx.form, TableKind::Rows, what);
    let label = if printed { name.to_owned() } else { words::not_printed(name) };
    let value = item_text(item, what);
    let lines = value.lines().map(|line| 1 + line.chars().count() / 90).sum::<usize>();
    let rows = if is_long(what) { lines.clamp(2, 8) } else { lines.clamp(2, 4) };
    let look = field::Field { label: &label, rows, take_focus, ..field::Field::default() };
    let (plan, id) = (cx.plan.id, item.id);
    text_field(ui, ("row form", what), &look, value, fields, requests, move |text| {
        set_text(plan, RecordId::Row(id), what, text)
    });
}

/// Form C prints the criterion where the content is empty, and budget where resources are.
fn also_printed(cx: &ViewCx<'_>, item: &Item, what: Field) -> bool {
    let shown = |field| {
        let columns = cx.form.columns_for(TableKind::Rows, &cx.plan.options.columns);
        columns.iter().any(|column| column.field == field && !column.hidden)
    };
    match what {
        Field::CriterionText => item.content.trim().is_empty() && shown(Field::Content),
        Field::Budget => item.resources.trim().is_empty() && shown(Field::Resources),
        _ => false,
    }
}

fn states(ui: &mut Ui, cx: &ViewCx<'_>, item: &Arc<Item>, requests: &mut Requests) {
    let mut set = |value| requests.set(cx.plan.id, Value::Item(item.id, value));
    let statuses = [None, Some(Status::Done), Some(Status::UnderWay), Some(Status::NotDone)];
    let names: Vec<String> = statuses
        .iter()
        .map(|status| status.map_or(words::NO_STATUS, messages::status_name).to_owned())
        .collect();
    let highest = cx
        .catalogue
        .map_or(4, |catalogue| if catalogue.has_level_4 { 4 } else { catalogue.levels.max(1) });
    ui.columns(3, |columns| {
        let now = statuses.iter().position(|status| *status == item.status);
        let name = messages::field_name(Field::Status);
        if let Some(chosen) = select(&mut columns[0], "status", name, None, &names, now) {
            set(ItemValue::Status(statuses[chosen]));
        }
        let mut levels = vec![words::NO_STATUS.to_owned(), words::LEVEL_NONE.to_owned()];
        levels.extend((1..=highest).map(words::level));
        let at = item.level_now.map_or(0, |level| usize::from(level) + 1);
        if let Some(chosen) =
            select(&mut columns[1], "level now", words::LEVEL_NOW, None, &levels, Some(at))
        {
            let level = chosen.checked_sub(1).and_then(|level| u8::try_from(level).ok());
            set(ItemValue::LevelNow(level));
        }
        let mut levels = vec![words::NO_STATUS.to_owned()];
        levels.extend((1..=highest).map(words::level));
        let at = item.level_target.map_or(0, usize::from);
        if let Some(chosen) =
            select(&mut columns[2], "level target", words::LEVEL_TARGET, None, &levels, Some(at))
        {
            let level = u8::try_from(chosen).ok().filter(|level| *level > 0);
            set(ItemValue::LevelTarget(level));
        }
    });
}

/// The problem it answers: chosen from the plan's, or a new one; its weakness is edited here.
fn problem_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    item: &Arc<Item>,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let mut names = vec![words::NO_PROBLEM.to_owned()];
    names.extend(cx.plan.problems.iter().enumerate().map(|(at, problem)| {
        words::problem_choice(at + 1, first_words(&problem.weakness, &problem.criterion_text))
    }));
    let at = item
        .problem
        .and_then(|id| cx.plan.problems.iter().position(|problem| problem.id == id))
        .map_or(0, |at| at + 1);
    let new = names.len();
    names.push(words::NEW_PROBLEM.to_owned());
    if let Some(chosen) = select(ui, "problem", words::PROBLEM, None, &names, Some(at)) {
        if chosen == new {
            start_problem(cx, item, requests);
        } else {
            let problem = chosen.checked_sub(1).and_then(|at| cx.plan.problems.get(at));
            let problem = problem.map(|problem| problem.id);
            requests.set(cx.plan.id, Value::Item(item.id, ItemValue::Problem(problem)));
        }
    }
    let Some(problem) = item.problem.and_then(|id| cx.plan.problem(id)).cloned() else { return };
    let look = field::Field {
        label: messages::column_name(cx.form, TableKind::Problems, Field::Weakness),
        help: words::WEAKNESS_HELP,
        rows: 2,
        ..field::Field::default()
    };
    let plan = cx.plan.id;
    let record = RecordId::Problem(problem.id);
    let salt = ("weakness", problem.id);
    text_field(ui, salt, &look, &problem.weakness, fields, requests, move |text| {
        set_text(plan, record, Field::Weakness, text)
    });
}

/// A new problem that this item answers, as one step of undo.
pub fn start_problem(cx: &ViewCx<'_>, item: &Item, requests: &mut Requests) {
    let id = requests.fresh().give();
    let group = cx
        .plan
        .rows
        .iter()
        .take_while(|row| row.id() != item.id)
        .filter_map(|row| match row {
            crate::plan::Row::Group(group) => Some(group.title.clone()),
            _ => None,
        })
        .last();
    let problem = Arc::new(Problem {
        id,
        standard_text: group.unwrap_or_default(),
        criterion_text: item.criterion_text.clone(),
        criteria: item.criteria.clone(),
        ..Problem::default()
    });
    let in_plan = |change| Edit::InPlan { plan: cx.plan.id, change };
    let (at, elements) = (cx.plan.problems.len(), Elements::Problems(vec![problem]));
    let answers = Value::Item(item.id, ItemValue::Problem(Some(id)));
    let both =
        vec![in_plan(PlanEdit::Insert { at, elements }), in_plan(PlanEdit::SetValue(answers))];
    requests.push(Request::Edit(Edit::Batch(Act::StartProblem, both), None));
}

fn first_words(first: &str, second: &str) -> String {
    let text = if first.trim().is_empty() { second } else { first };
    let short: String = text.chars().take(70).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}
