//! One grid: the active cell, its keys, and the frame in which it is drawn.
//!
//! Invariant: one key that moves is handled in a frame, after the text before it went into
//! the cell; what was typed after it waits for the cell it was meant for. So nothing typed
//! fast is lost, and a cell begins with the newest value of the dossier.

use std::collections::HashMap;
use std::ops::Range;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Event, Id, Pos2, Rect, StrokeKind, Ui, UiBuilder, Vec2};

use crate::plan::{Field, TableKind};
use crate::ui::fields::Fields;
use crate::ui::request::Requests;
use crate::ui::theme::size;
use crate::ui::view::ViewCx;

use super::galleys;
use super::heights::Heights;
use super::keys::{self, Mode, Now, Step};
use super::layout;
use super::model::{Key, Line, Model, is_long};
use super::paint::{self, Active, Click, PAD, Painter};

/// Where the caret stands when a cell becomes live.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Caret {
    /// Everything is marked: the cell is chosen.
    #[default]
    All,
    /// At the end: the cell is written in.
    End,
    /// Where the pointer was, on the screen.
    At(Pos2),
}

/// What a grid remembers between frames.
#[derive(Default)]
pub struct Grid {
    model: Option<Model>,
    heights: Heights,
    active: Option<(Key, Field)>,
    /// Where the selection of lines began; it ends at the active line.
    anchor: Option<Key>,
    mode: Mode,
    caret: Caret,
    /// The editor shall have the focus.
    want_focus: bool,
    /// The active cell shall be seen, in this many frames yet.
    scroll: u8,
    /// Events that wait for the next frame.
    waiting: Vec<Event>,
    /// Widths that a person dragged columns to, on this screen.
    dragged: HashMap<Field, f32>,
    open_list: bool,
    /// The menu of the chosen lines, and where it stands on the screen.
    menu: Option<(Key, Pos2)>,
    last_pass: u64,
    /// The height of the lines' window when it was last drawn.
    page: f32,
}

/// What a grid asks of the view around it.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// A step with the chosen lines that changes the plan.
    Step(Step, Vec<Key>),
    /// The form of the row.
    Form(Key),
    /// What was understood shall be corrected.
    Correct(Key, Field),
    /// A status.
    Status(Key, Option<crate::plan::Status>),
    /// A problem for the item, whose weakness shall be written.
    Problem(Key),
    /// Criteria shall be added.
    Add,
}

impl Grid {
    /// The active line.
    #[must_use]
    pub fn active_line(&self) -> Option<Key> {
        self.active.map(|(key, _)| key)
    }

    /// The active cell.
    #[must_use]
    pub fn active_cell(&self) -> Option<(Key, Field)> {
        self.active
    }

    /// Chooses a cell; it is scrolled to and takes the focus in the next frame.
    pub fn choose(&mut self, key: Key, field: Option<Field>) {
        let field = field.or(self.active.map(|(_, field)| field)).unwrap_or(Field::CriterionText);
        self.active = Some((key, field));
        self.anchor = None;
        self.mode = Mode::Chosen;
        self.caret = Caret::All;
        self.want_focus = true;
        self.scroll = 3;
    }

    /// The grid takes the keys again, as after a dialog.
    pub fn focus(&mut self) {
        self.want_focus = true;
    }

    /// The model of this frame.
    pub fn model(&mut self, cx: &ViewCx<'_>, table: TableKind) -> &Model {
        let fresh = self.model.as_ref().is_some_and(|model| {
            model.revision == cx.revision && model.plan == cx.plan.id && model.table == table
        });
        if !fresh {
            self.model = None;
        }
        self.model.get_or_insert_with(|| Model::new(cx, table))
    }

    fn chosen_range(&self, model: &Model) -> Range<usize> {
        let ends = self
            .anchor
            .and_then(|anchor| model.position(anchor))
            .zip(self.active_line().and_then(|key| model.position(key)));
        match ends {
            Some((a, b)) => a.min(b)..a.max(b) + 1,
            None => 0..0,
        }
    }

    /// Draws the grid in all the room there is.
    #[expect(clippy::too_many_arguments, reason = "what a view is given, and what is open")]
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &ViewCx<'_>,
        table: TableKind,
        as_excel: bool,
        covered: bool,
        fields: &mut Fields,
        requests: &mut Requests,
    ) -> Vec<Wish> {
        self.model(cx, table);
        let Some(model) = self.model.take() else { return Vec::new() };
        let editor = ui.make_persistent_id(("cell editor", table));
        let came_back = self.last_pass + 1 < ui.ctx().cumulative_pass_nr();
        self.last_pass = ui.ctx().cumulative_pass_nr();
        self.keep_active(&model, came_back && !covered);
        let widths = layout::widths(&model.columns, ui.available_width(), &self.dragged);
        let head = layout::header_height(ui, &model.columns, &widths, cx.theme);
        let left = ui.cursor().left();
        let right = left + ui.available_width().min(widths.iter().sum());
        self.heights.sync_if_needed(ui, &model, &widths);
        let asked = self.want_focus && !covered;
        let (step, hold) = self.read_keys(ui, &model, editor, as_excel, covered);
        if hold {
            self.begin(ui, cx, &model, &widths, editor, fields, requests);
        }
        let full = head + self.heights.top(model.lines.len()) + 1.0;
        let room = ui.available_height().min(full.max(head + 60.0));
        self.page = (room - head).max(40.0);
        let chosen_range = self.chosen_range(&model);
        let mut painter = Painter {
            cx,
            model: &model,
            heights: &mut self.heights,
            widths: &widths,
            active: self.active.map(|(key, field)| Active { key, field }),
            chosen: chosen_range,
            editor,
            fields,
            as_excel,
            clicks: Vec::new(),
            left_right: (left, right),
            drawn: false,
            open_list: std::mem::take(&mut self.open_list),
            ctx: ui.ctx().clone(),
        };
        let ctx = ui.ctx().clone();
        painter.measure_lines(&ctx, 0..0);
        let outer = Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width(), room));
        let frame = outer.with_max_x(right.min(outer.right()));
        ui.painter().rect_filled(frame, f32::from(size::CARD_RADIUS), cx.theme.surface);
        let mut inner = ui.new_child(UiBuilder::new().max_rect(outer));
        inner.shrink_clip_rect(frame);
        let columns: Vec<_> = widths
            .iter()
            .zip(&model.columns)
            .map(|(width, column)| {
                egui_table::Column::new(*width)
                    .range(*width..=*width)
                    .id(editor.with(column.field))
                    .resizable(false)
            })
            .collect();
        let mut grid = egui_table::Table::new()
            .id_salt(("grid", table))
            .columns(columns)
            .num_sticky_cols(1)
            .headers([egui_table::HeaderRow::new(head)])
            .num_rows(model.lines.len() as u64);
        // Without stored widths the first frame would be a pass of sizing (and hide all).
        let id = grid.get_id(&inner);
        let mut stored = egui_table::TableState::load(&ctx, id).unwrap_or_default();
        stored.col_widths.clear();
        stored.store(&ctx, id);
        if self.scroll > 0
            && let Some((key, field)) = self.active
            && let Some(at) = model.position(key)
        {
            self.scroll -= 1;
            grid = grid.scroll_to_row(at as u64, None);
            if let Some(column) = model.column(field).filter(|column| *column > 0) {
                grid = grid.scroll_to_column(column, None);
            }
            ctx.request_repaint();
        }
        grid.show(&mut inner, &mut painter);
        let (drawn, clicks) = (painter.drawn, std::mem::take(&mut painter.clicks));
        ui.painter().rect_stroke(
            frame,
            f32::from(size::CARD_RADIUS),
            cx.theme.border(),
            StrokeKind::Inside,
        );
        ui.allocate_rect(outer, egui::Sense::hover());
        if !drawn && ctx.memory(|memory| memory.has_focus(editor)) {
            self.ghost(ui, outer, editor, fields);
        }
        let mut wishes = Vec::new();
        let mut clicks = clicks;
        self.menu_ui(ui, table, editor, &mut clicks);
        for click in clicks {
            self.click(&model, click, fields, requests, &mut wishes);
        }
        if let Some(step) = step {
            self.step(&model, step, fields, requests, &mut wishes);
            ctx.request_repaint();
        }
        let focused = ctx.memory(|memory| memory.has_focus(editor));
        if asked && !focused && ctx.input(|input| input.pointer.any_click()) {
            // The click that led here took the focus away again.
            self.want_focus = true;
            ctx.request_repaint();
        }
        if !focused && !self.want_focus {
            self.mode = Mode::Chosen;
        }
        self.model = Some(model);
        wishes
    }

    /// Keeps the active cell on a line that is there.
    fn keep_active(&mut self, model: &Model, came_back: bool) {
        let gone = self.active.is_some_and(|(key, _)| model.position(key).is_none());
        if gone {
            self.active = None;
            self.anchor = None;
        }
        if (self.active.is_none() || came_back) && !model.lines.is_empty() {
            if self.active.is_none() {
                let first = model.lines.iter().find(|line| !line.spans()).or(model.lines.first());
                let field = model.columns.get(1).map_or(Field::Tt, |column| column.field);
                self.active = first.map(|line| (line.key, field));
            }
            self.want_focus |= came_back;
            self.mode = Mode::Chosen;
            self.caret = Caret::All;
        }
        if let Some((key, field)) = self.active
            && model.column(field).is_none()
            && let Some(column) = model.columns.get(1)
        {
            self.active = Some((key, column.field));
        }
    }

    /// Takes a step out of this frame's keys; says too whether the editor shall be live.
    fn read_keys(
        &mut self,
        ui: &Ui,
        model: &Model,
        editor: Id,
        as_excel: bool,
        covered: bool,
    ) -> (Option<Step>, bool) {
        if covered {
            self.want_focus = false;
            return (None, false);
        }
        let Some((key, field)) = self.active else { return (None, false) };
        if self.want_focus {
            self.want_focus = false;
            ui.memory_mut(|memory| memory.request_focus(editor));
        }
        if !ui.memory(|memory| memory.has_focus(editor)) {
            self.waiting.clear();
            return (None, false);
        }
        let spans = model.line(key).is_some_and(Line::spans);
        let typed = model.line(key).is_some_and(|line| line.is_typed(field));
        let enter_breaks = is_long(field) && !spans && !as_excel;
        let waiting = std::mem::take(&mut self.waiting);
        let now = Now { mode: self.mode, enter_breaks, typed };
        let (step, rest) = ui.input_mut(|input| {
            input.events.splice(0..0, waiting);
            for event in &mut input.events {
                if let Event::Paste(text) = event {
                    *text = super::clipboard::pasted(text);
                }
            }
            keys::take_step(&mut input.events, now)
        });
        self.waiting = rest;
        (step, typed)
    }

    /// Makes the active cell the live field, with the newest text.
    #[expect(clippy::too_many_arguments, reason = "what a cell needs to become live")]
    fn begin(
        &mut self,
        ui: &Ui,
        cx: &ViewCx<'_>,
        model: &Model,
        widths: &[f32],
        editor: Id,
        fields: &mut Fields,
        requests: &mut Requests,
    ) {
        if fields.is_live(editor) {
            return;
        }
        let Some((key, field)) = self.active else { return };
        let Some(line) = model.line(key) else { return };
        let text = line.text(field);
        fields.begin(editor, text, line.make_edit(cx.plan.id, field), requests);
        let caret = std::mem::take(&mut self.caret);
        let end = CCursor::new(text.chars().count());
        let range = match caret {
            Caret::All => CCursorRange::two(CCursor::default(), end),
            Caret::End => CCursorRange::one(end),
            Caret::At(offset) => {
                let column = model.column(field).unwrap_or(1);
                let width = if line.spans() {
                    widths.iter().skip(1).sum::<f32>()
                } else {
                    widths.get(column).copied().unwrap_or(100.0)
                };
                let width = width - 1.0 - 2.0 * PAD.x;
                let job = galleys::cell_job(cx.theme, text, field, line.spans(), width);
                let galley = galleys::lay_out(ui, job);
                CCursorRange::one(galley.cursor_from_pos(offset.to_vec2() - PAD))
            }
        };
        self.mode = if caret == Caret::All { Mode::Chosen } else { Mode::Writing };
        let mut state = TextEditState::default();
        state.cursor.set_char_range(Some(range));
        state.store(ui, editor);
    }

    /// Keeps the focus, and what is typed, while the active cell is scrolled out of sight.
    fn ghost(&mut self, ui: &mut Ui, outer: Rect, editor: Id, fields: &mut Fields) {
        let place = Rect::from_min_size(outer.left_top(), Vec2::new(24.0, 4.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place).invisible());
        child.shrink_clip_rect(Rect::from_min_size(outer.left_top(), Vec2::ZERO));
        let Some(text) = fields.text_mut(editor) else {
            child.interact(place, editor, egui::Sense::focusable_noninteractive());
            ui.memory_mut(|memory| memory.set_focus_lock_filter(editor, paint::GRID_KEYS));
            return;
        };
        let edit = egui::TextEdit::multiline(text).id(editor).event_filter(paint::GRID_KEYS);
        if child.add(edit).changed() {
            fields.changed(ui.input(|input| input.time));
            self.mode = Mode::Writing;
            self.scroll = 3;
            ui.ctx().request_repaint();
        }
    }

    /// The menu of the chosen lines, opened in the frame before.
    fn menu_ui(&mut self, ui: &Ui, table: TableKind, editor: Id, clicks: &mut Vec<Click>) {
        let Some((key, at)) = self.menu else { return };
        let mut open = true;
        let rows = table == TableKind::Rows;
        egui::Popup::new(editor.with("menu"), ui.ctx().clone(), at, ui.layer_id())
            .kind(egui::PopupKind::Menu)
            .open_bool(&mut open)
            .layout(egui::Layout::top_down_justified(egui::Align::Min))
            .style(egui::containers::menu::menu_style)
            .gap(0.0)
            .width(290.0)
            .show(|ui| super::menus::of_line(ui, key, rows, clicks));
        if !open {
            self.menu = None;
        }
    }

    fn leave(&mut self, fields: &mut Fields, requests: &mut Requests) {
        fields.finish(requests);
        self.mode = Mode::Chosen;
        self.caret = Caret::All;
        self.want_focus = true;
    }

    fn click(
        &mut self,
        model: &Model,
        click: Click,
        fields: &mut Fields,
        requests: &mut Requests,
        wishes: &mut Vec<Wish>,
    ) {
        match click {
            Click::Cell(key, field, at) => {
                self.leave(fields, requests);
                self.active = Some((key, field));
                self.anchor = None;
                self.caret = Caret::At(at);
                if !model.line(key).is_some_and(|line| line.is_typed(field)) {
                    self.caret = Caret::All;
                    self.open_list = true;
                }
            }
            Click::Menu(key, field, pointer) => {
                let at = model.position(key).unwrap_or_default();
                if !self.chosen_range(model).contains(&at) && self.active_line() != Some(key) {
                    self.leave(fields, requests);
                    self.active = Some((key, field));
                    self.anchor = (field == Field::Tt).then_some(key);
                }
                self.menu = Some((key, pointer));
            }
            Click::Number(key, grow) => {
                let from = self.anchor.or(self.active_line()).filter(|_| grow);
                self.leave(fields, requests);
                self.active = Some((key, Field::Tt));
                self.anchor = Some(from.unwrap_or(key));
            }
            Click::Form(key) => {
                self.leave(fields, requests);
                self.choose(key, None);
                wishes.push(Wish::Form(key));
            }
            Click::Correct(key, field) => {
                self.leave(fields, requests);
                wishes.push(Wish::Correct(key, field));
            }
            Click::Status(key, status) => wishes.push(Wish::Status(key, status)),
            Click::Step(step) => self.step(model, step, fields, requests, wishes),
            Click::Add => wishes.push(Wish::Add),
            Click::Problem(key) => wishes.push(Wish::Problem(key)),
            Click::Writes => {
                self.mode = Mode::Writing;
                self.anchor = None;
            }
            Click::Width(field, width) => {
                self.dragged.insert(field, width);
            }
        }
    }

    fn step(
        &mut self,
        model: &Model,
        step: Step,
        fields: &mut Fields,
        requests: &mut Requests,
        wishes: &mut Vec<Wish>,
    ) {
        let Some((key, field)) = self.active else { return };
        let at = model.position(key).unwrap_or_default();
        let column = model.column(field).unwrap_or_default();
        match step {
            Step::GiveBack if self.mode == Mode::Writing => {
                fields.cancel(requests);
                self.mode = Mode::Chosen;
                self.caret = Caret::All;
                return;
            }
            Step::GiveBack => {
                self.anchor = None;
                return;
            }
            Step::Write => {
                fields.finish(requests);
                self.caret = Caret::End;
                self.open_list = !model.line(key).is_some_and(|line| line.is_typed(field));
                return;
            }
            _ => {}
        }
        self.leave(fields, requests);
        let chosen = self.chosen_keys(model);
        match step {
            Step::Lines(by) => self.go(model, moved(at, by), column),
            Step::Columns(by) => {
                let last = model.columns.len().saturating_sub(1);
                self.go(model, at, moved(column, by).min(last));
            }
            Step::Cells(by) => self.next_cell(model, at, column, by),
            Step::Pages(by) => {
                let to = self.heights.top(at) + by as f32 * self.page * 0.9;
                let line = self.heights.line_at(to);
                let line = if line == at { moved(line, by) } else { line };
                self.go(model, line, column);
            }
            Step::LineEnd(last) => {
                let to = if last { model.columns.len() - 1 } else { 1 };
                self.go(model, at, to);
            }
            Step::GridEnd(last) => {
                self.go(model, if last { usize::MAX } else { 0 }, column);
            }
            Step::Extend(by) => {
                let anchor = self.anchor.unwrap_or(key);
                self.go(model, moved(at, by), column);
                self.anchor = Some(anchor);
            }
            Step::Copy(cut) => wishes.push(Wish::Step(Step::Copy(cut), chosen)),
            Step::AddBelow | Step::Duplicate | Step::Move(_) | Step::Delete => {
                wishes.push(Wish::Step(step, chosen));
                self.scroll = 3;
            }
            Step::Leave | Step::GiveBack | Step::Write => {}
        }
    }

    /// The lines meant by a step: the chosen ones, else the active one.
    fn chosen_keys(&self, model: &Model) -> Vec<Key> {
        let range = self.chosen_range(model);
        if range.is_empty() {
            return self.active_line().into_iter().collect();
        }
        model.lines[range].iter().map(|line| line.key).collect()
    }

    fn go(&mut self, model: &Model, line: usize, column: usize) {
        let line = line.min(model.lines.len().saturating_sub(1));
        let (Some(line), Some(column)) = (model.lines.get(line), model.columns.get(column)) else {
            return;
        };
        self.active = Some((line.key, column.field));
        self.anchor = (column.field == Field::Tt).then_some(line.key);
        self.scroll = 3;
    }

    /// Tab goes from cell to cell, over the end of a line; a band or a group is one cell.
    fn next_cell(&mut self, model: &Model, at: usize, column: usize, by: i32) {
        let spans = |at: usize| model.lines.get(at).is_some_and(Line::spans);
        let last = model.columns.len().saturating_sub(1);
        if by > 0 {
            if column < last && !spans(at) {
                self.go(model, at, column + 1);
            } else if at + 1 < model.lines.len() {
                self.go(model, at + 1, 1);
            }
        } else if column > 1 && !spans(at) {
            self.go(model, at, column - 1);
        } else if let Some(above) = at.checked_sub(1) {
            self.go(model, above, if spans(above) { 1 } else { last });
        }
    }
}

/// A place this many steps on, or back where the steps are below 0; never before the first.
fn moved(at: usize, by: i32) -> usize {
    at.saturating_add_signed(by as isize)
}
