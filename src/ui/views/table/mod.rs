//! Bảng cải tiến: the plan's rows as a grid, and problems and reviews where the form has them.

mod add_criteria;
mod arrange;
mod arrange_menu;
mod blocks;
mod columns;
mod correct;
mod criterion;
mod foot;
mod head;
mod hints;
mod menus;
mod model;
mod ops;
mod paste;
mod preview;
mod row_form;
mod sheet;

use egui::{Rect, vec2};

use crate::edit::PlanEdit;
use crate::edit::{ItemValue, Value};
use crate::messages::{arranged, table as words};
use crate::plan::{Field, Id, Spot, TableKind};
use crate::ui::Command;
use crate::ui::fields::Fields;
use crate::ui::grid::{Key, Step};
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets;
use crate::ui::widgets::marks::{Mark, mark};

use add_criteria::{AddCriteria, Ended};
use arrange::Filter;
use arrange_menu::Choices;
use columns::Columns;
use correct::Correct;
use menus::Act;
use model::Model;
use paste::Paste;
use row_form::{Asked, RowForm};
use sheet::{TableGrid, Wish, is_understood};

/// Between the table and the criterion under it (logical pixels).
const CARD_GAP: f32 = 6.0;

/// How high the heads of the columns are at least (logical pixels).
const HEADS: f32 = 33.0;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct TableState {
    shown: TableShown,
    rows: TableGrid,
    problems: TableGrid,
    reviews: TableGrid,
    /// Enter goes down everywhere, Alt+Enter makes the new line.
    pub as_excel: bool,
    open: Open,
    /// The first button over the table in this frame: where F6 leads to.
    first_button: Option<egui::Id>,
    /// A person has said what Enter shall do.
    pub enter_known: bool,
    /// The criterion of the active row is shown under the table.
    pub shows_criterion: bool,
    /// Enter made a new line, and nobody has said yet whether it shall.
    entered: bool,
    /// What the plan costs.
    costs: foot::Costs,
    /// What can be shown alone.
    choices: Choices,
    /// The last pass in which it was drawn.
    last_pass: u64,
}

/// Which of the plan's tables is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum TableShown {
    #[default]
    Rows,
    Problems,
    Reviews,
}

/// What is open over the table.
#[derive(Default)]
enum Open {
    #[default]
    Nothing,
    AddCriteria(AddCriteria),
    Form(RowForm),
    /// What was understood of a cell is corrected as soon as what is typed there is in the plan.
    Note {
        of: (Key, Field),
        back_to: Option<RowForm>,
        waited: bool,
    },
    /// The form of the row stays open under it, if it was opened from there.
    Correct(Correct, Option<RowForm>),
    Columns(Columns),
    Paste(Box<Paste>),
}

impl TableShown {
    fn table(self) -> TableKind {
        match self {
            Self::Rows => TableKind::Rows,
            Self::Problems => TableKind::Problems,
            Self::Reviews => TableKind::Reviews,
        }
    }
}

impl TableState {
    /// Shows a place of the plan: it is scrolled to and takes the focus in the next frame.
    pub fn go(&mut self, spot: &Spot) {
        match spot {
            Spot::Row(id, field) => {
                self.shown = TableShown::Rows;
                self.rows.choose(Key(id.0), *field);
            }
            Spot::Problem(id, field) => {
                self.shown = TableShown::Problems;
                self.problems.choose(Key(id.0), *field);
            }
            _ => {}
        }
    }

    /// Runs a command that belongs to the table; says whether it is one.
    pub fn run(&mut self, command: Command) -> bool {
        match command {
            Command::AddCriteria => {
                self.shown = TableShown::Rows;
                self.open = Open::AddCriteria(AddCriteria::default());
                true
            }
            Command::RowForm => {
                let rows = self.shown == TableShown::Rows;
                if let Some((key, field)) = self.rows.grid.active_cell().filter(|_| rows) {
                    self.open = Open::Form(RowForm::new(key, Some(field)));
                }
                true
            }
            Command::Criterion => {
                self.shows_criterion = !self.shows_criterion;
                true
            }
            _ => false,
        }
    }

    /// Whether it is asked what Enter shall do.
    fn asks_enter(&self) -> bool {
        self.entered && !self.enter_known
    }

    /// Whether lines stand in another order than the plan's.
    fn is_sorted(&self) -> bool {
        self.shown == TableShown::Rows && self.rows.arranged().order.is_some()
    }

    fn grid(&mut self) -> &mut TableGrid {
        match self.shown {
            TableShown::Rows => &mut self.rows,
            TableShown::Problems => &mut self.problems,
            TableShown::Reviews => &mut self.reviews,
        }
    }
}

/// Draws it.
pub fn show(
    ui: &mut egui::Ui,
    cx: &ViewCx<'_>,
    state: &mut TableState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    if cx.form.columns(state.shown.table()).is_empty() {
        state.shown = TableShown::Rows;
    }
    let pass = ui.ctx().cumulative_pass_nr();
    if state.last_pass + 1 < pass {
        state.rows.look_again(cx);
    }
    state.last_pass = pass;
    let modal = !matches!(state.open, Open::Nothing);
    let mut whole = ui.available_rect_before_wrap();
    // A low window gives the table the space around it.
    let (gap, foot_gap) = if theme::is_low(ui) { (5.0, 2.0) } else { (12.0, 4.0) };
    if theme::is_low(ui) {
        whole = Rect::from_min_max(whole.min - vec2(0.0, 6.0), whole.max + vec2(0.0, 8.0));
    }
    let head = ui.scope_builder(egui::UiBuilder::new().max_rect(whole), |ui| {
        head::show(ui, cx, state, requests);
    });
    whole.min.y = head.response.rect.bottom() + gap;
    let table = state.shown.table();
    let foot_line = whole.with_min_y(whole.bottom() - foot::height(state));
    let mut lines = whole.with_max_y(foot_line.top() - foot_gap);
    if state.shows_criterion && state.shown == TableShown::Rows {
        let card = lines.with_min_y(lines.bottom() - criterion::height(cx, whole.width()));
        lines.max.y = card.top() - CARD_GAP;
        let item = state.rows.grid.active_line().and_then(|key| cx.plan.item(Id(key.0)));
        ui.scope_builder(egui::UiBuilder::new().max_rect(card), |ui| {
            criterion::show(ui, cx, item.map(AsRef::as_ref));
        });
    }
    let heads = state.grid().grid.top().max(lines.top() + HEADS).min(lines.bottom());
    mark(ui, Mark::Table, lines.with_max_y(heads));
    ui.scope_builder(egui::UiBuilder::new().id_salt(table).max_rect(lines), |ui| {
        if !state.grid().model(cx, table).lines.is_empty() {
            let as_excel = state.as_excel;
            let wishes = state.grid().show(ui, cx, table, as_excel, modal, fields, requests);
            for wish in wishes {
                fulfil(ui, cx, state, wish, requests);
            }
        }
        if state.grid().model(cx, table).lines.is_empty() && !modal {
            // There is no cell yet that takes what is pasted.
            let pasted = ui.input(|input| {
                input.events.iter().find_map(|event| match event {
                    egui::Event::Paste(text) => Some(text.clone()),
                    _ => None,
                })
            });
            if let Some(text) = pasted {
                paste_block(cx, state, &text, requests);
            }
        }
        let now = state.grid().model(cx, table);
        if now.records() == 0 {
            empty(ui, cx, state, requests);
        } else if now.lines.is_empty() && arrange_menu::none_left(ui) {
            let order = state.rows.arranged().order;
            state.rows.arrange(cx, Filter::All, order, None);
        }
    });
    ui.scope_builder(egui::UiBuilder::new().max_rect(foot_line), |ui| foot::show(ui, cx, state));
    let open = std::mem::take(&mut state.open);
    let still = open_ui(ui, cx, state, open, fields, requests);
    if modal && matches!(still, Open::Nothing) {
        state.grid().grid.focus();
    }
    // A wish of the grid or a command of this frame may have opened another one.
    if matches!(state.open, Open::Nothing) {
        state.open = still;
    }
}

fn empty(ui: &mut egui::Ui, cx: &ViewCx<'_>, state: &mut TableState, requests: &mut Requests) {
    let theme = theme::of(ui);
    let table = state.shown.table();
    let rows = table == TableKind::Rows;
    let card = ui.available_rect_before_wrap();
    let round = egui::CornerRadius::same(size::CARD_RADIUS);
    ui.painter().rect(card, round, theme.surface, theme.border(), egui::StrokeKind::Inside);
    let inside = egui::UiBuilder::new().max_rect(card.shrink2(vec2(24.0, 8.0)));
    ui.scope_builder(inside, |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let (what, help) = if rows {
                (words::EMPTY, words::EMPTY_HELP)
            } else {
                (words::EMPTY_OTHER, words::EMPTY_OTHER_HELP)
            };
            widgets::empty(ui, what, help);
            let from_word = Command::ImportWord.label();
            let paste = crate::messages::paste::FROM_CLIPBOARD;
            let ways = [words::CHOOSE_CRITERIA, words::ADD_EMPTY, paste, from_word];
            // Problems and reviews have no criteria to choose, and no paper of their own.
            let ways = if rows { &ways[..] } else { &ways[1..3] };
            match widgets::button::row_of_buttons(ui, ways) {
                Some(way) if way == words::CHOOSE_CRITERIA => requests.run(Command::AddCriteria),
                Some(way) if way == words::ADD_EMPTY => {
                    let at = state.grid().model(cx, table).count;
                    let key = ops::add_below(cx, table, at, requests);
                    state.grid().choose(key, None);
                }
                Some(way) if way == paste => requests.push(Request::Paste),
                Some(_) => requests.run(Command::ImportWord),
                None => {}
            }
        });
    });
}

fn fulfil(
    ui: &egui::Ui,
    cx: &ViewCx<'_>,
    state: &mut TableState,
    wish: Wish,
    requests: &mut Requests,
) {
    let table = state.shown.table();
    let item = |key: Key| cx.plan.item(Id(key.0));
    match wish {
        Wish::Cells(step, keys, fields) => {
            let model = state.grid().model(cx, table);
            blocks::run(cx, model, step, (&keys, &fields), requests);
        }
        Wish::Paste(text) => paste_block(cx, state, &text, requests),
        Wish::Broke => state.entered = true,
        Wish::Fill { from, to, down } => {
            let (from, to) = ((&from.0[..], &from.1[..]), (&to.0[..], &to.1[..]));
            blocks::fill(cx, state.grid().model(cx, table), from, to, down, requests);
        }
        Wish::MoveColumn(field, before) => {
            let before = state.grid().model(cx, table).columns.get(before).map(|one| one.key);
            columns::shift(cx, table, field, before, requests);
        }
        Wish::MoveLines(..) | Wish::Step(Step::Move(_), _) if state.is_sorted() => {
            requests.push(Request::Notice(arranged::NO_MOVE.to_owned()));
        }
        Wish::MoveLines(keys, before) => {
            let model = state.grid().model(cx, table);
            let places: Vec<usize> = keys.iter().filter_map(|key| model.position(*key)).collect();
            ops::shift(cx, model, &places, before, requests);
        }
        Wish::Step(step, keys) => {
            let next = ops::run(cx, state.grid().model(cx, table), step, &keys, requests);
            if let Some(next) = next {
                state.grid().choose(next, None);
            }
        }
        Wish::Act(Act::Status(key, status)) => {
            if let Some(item) = item(key) {
                requests.set(cx.plan.id, Value::Item(item.id, ItemValue::Status(status)));
            }
        }
        Wish::Open(key) if item(key).is_some() => {
            let from = state.grid().grid.active_cell().map(|(_, field)| field);
            state.open = Open::Form(RowForm::new(key, from));
        }
        Wish::Note(key, field) => {
            if is_understood(field) && item(key).is_some() {
                state.open = Open::Note { of: (key, field), back_to: None, waited: false };
            }
        }
        Wish::Start(key, _) => {
            if let Some(item) = item(key) {
                row_form::start_problem(cx, item, requests);
                state.grid().grid.focus();
            }
        }
        Wish::Width(field, width) => {
            let form = cx.form.id.clone();
            // A column is at most 900 wide.
            let points = width.map(|width| width as u16);
            let change = PlanEdit::SetScreenWidth { form, table, field, points };
            requests.edit(cx.plan.id, change);
        }
        Wish::Out => {
            if let Some(first) = state.first_button {
                ui.memory_mut(|memory| memory.request_focus(first));
            }
        }
        Wish::Act(Act::Sort(order)) => {
            let filter = state.rows.arranged().filter.clone();
            state.rows.arrange(cx, filter, order, None);
        }
        Wish::Act(Act::Hide(field)) => {
            if let Some(name) = columns::hide(cx, table, field, requests) {
                requests.offer_undo(words::column_hidden(&name));
            }
        }
        Wish::Act(Act::Paste) => requests.push(Request::Paste),
        Wish::Act(Act::Add) => state.open = Open::AddCriteria(AddCriteria::default()),
        Wish::Open(_) => {}
    }
}

/// A block of cells goes into the table; where words would go or rows come in, a person is asked.
fn paste_block(cx: &ViewCx<'_>, state: &mut TableState, text: &str, requests: &mut Requests) {
    let table = state.shown.table();
    let active = state.grid().first_chosen(cx);
    let chosen = state.grid().chosen_cells(cx);
    let model = state.grid().model(cx, table);
    let active = active.filter(|_| !model.lines.is_empty());
    if blocks::fill_with(cx, model, &chosen, text, requests) {
        return;
    }
    match Paste::new(cx, model, active, text) {
        Some(paste) if paste.asks() => state.open = Open::Paste(Box::new(paste)),
        Some(paste) => paste.write(cx, requests),
        None => {}
    }
}

fn line_name(model: &Model, key: Key) -> String {
    model.line(key).map(model::Line::name).unwrap_or_default()
}

/// Draws what is open over the table; gives what is open afterwards.
fn open_ui(
    ui: &egui::Ui,
    cx: &ViewCx<'_>,
    state: &mut TableState,
    open: Open,
    fields: &mut Fields,
    requests: &mut Requests,
) -> Open {
    match open {
        Open::Nothing => Open::Nothing,
        Open::AddCriteria(mut add) => {
            let active = state.rows.grid.active_line();
            let model = state.rows.model(cx, TableKind::Rows);
            let after = active.and_then(|key| model.line(key));
            let after = after.map_or(usize::MAX, |line| line.place + 1);
            match add.show(ui, cx, after, requests) {
                None => Open::AddCriteria(add),
                Some(Ended::Cancelled) => Open::Nothing,
                Some(Ended::Added(lines)) => {
                    state.rows.grid.choose_lines(&lines, Field::Target);
                    Open::Nothing
                }
            }
        }
        Open::Note { of, back_to, waited: false } => {
            ui.ctx().request_repaint();
            Open::Note { of, back_to, waited: true }
        }
        Open::Note { of: (key, field), back_to, .. } => {
            let name = line_name(state.rows.model(cx, TableKind::Rows), key);
            match Correct::new(cx, key, field, name) {
                Some(correct) => {
                    open_ui(ui, cx, state, Open::Correct(correct, back_to), fields, requests)
                }
                None => back_to.map_or(Open::Nothing, Open::Form),
            }
        }
        Open::Correct(mut correct, back_to) => {
            if correct.show(ui, cx, requests) {
                Open::Correct(correct, back_to)
            } else {
                back_to.map_or(Open::Nothing, Open::Form)
            }
        }
        Open::Columns(mut columns) => {
            if columns.show(ui, cx, requests) {
                Open::Columns(columns)
            } else {
                Open::Nothing
            }
        }
        Open::Paste(mut paste) => match paste.show(ui, cx, requests) {
            None => Open::Paste(paste),
            Some(paste::Ended::Cancelled) => Open::Nothing,
            Some(paste::Ended::Pasted(lines)) => {
                let active = state.grid().grid.active_cell().map(|(_, field)| field);
                let field = active.unwrap_or(Field::CriterionText);
                state.grid().grid.choose_lines(&lines, field);
                Open::Nothing
            }
        },
        Open::Form(form) => form_ui(ui, cx, state, form, fields, requests),
    }
}

fn form_ui(
    ui: &egui::Ui,
    cx: &ViewCx<'_>,
    state: &mut TableState,
    mut form: RowForm,
    fields: &mut Fields,
    requests: &mut Requests,
) -> Open {
    let key = form.key;
    let Some(item) = cx.plan.item(Id(key.0)) else { return Open::Nothing };
    let model = state.rows.model(cx, TableKind::Rows);
    let name = line_name(model, key);
    let at = model.position(key).unwrap_or_default();
    let is_item = |line: &&model::Line| line.item().is_some();
    let above = model.lines[..at].iter().rev().find(is_item).map(|line| line.key);
    let below = model.lines.iter().skip(at + 1).find(is_item).map(|line| line.key);
    match form.show(ui, cx, item, &name, fields, requests) {
        Asked::Nothing => Open::Form(form),
        Asked::Close => {
            fields.finish(requests);
            state.rows.choose(key, None);
            Open::Nothing
        }
        Asked::Step(by) => {
            fields.finish(requests);
            form.key = if by < 0 { above } else { below }.unwrap_or(key);
            Open::Form(form)
        }
        Asked::Correct(field) => {
            fields.finish(requests);
            Open::Note { of: (key, field), back_to: Some(form), waited: true }
        }
    }
}
