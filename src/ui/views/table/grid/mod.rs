//! One grid: the active cell, its keys, and the frame in which it is drawn.
//!
//! Invariant: one key that moves is handled in a frame, after the text before it went into
//! the cell; what was typed after it waits for the cell it was meant for. So nothing typed
//! fast is lost, and a cell begins with the newest value of the dossier.

mod focus;
mod steps;

use std::ops::Range;
use std::time::Duration;

use egui::{Event, Id, Pos2, Rect, StrokeKind, Ui, UiBuilder, Vec2};

use crate::plan::{Field, TableKind};
use crate::ui::fields::Fields;
use crate::ui::request::Requests;
use crate::ui::theme::size;
use crate::ui::view::ViewCx;

use super::fit::Fit;
use super::heights::Heights;
use super::layout;
use super::model::{Key, Model};
use super::paint::{Active, Click, Painter};
use crate::ui::grid::held::Held;
use crate::ui::grid::keys::{Mode, Step};

/// Where the caret stands when a cell becomes live.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Caret {
    /// Everything is marked: the cell is chosen.
    #[default]
    All,
    /// At the end: the cell is written in.
    End,
    /// Where the pointer was, from the cell's left top corner.
    At(Vec2),
}

/// What a grid remembers between frames.
#[derive(Default)]
pub struct Grid {
    model: Option<Model>,
    heights: Heights,
    active: Option<(Key, Field)>,
    /// Lines that a click left: they stay open as long as closing them would move what was
    /// clicked away from under the pointer, until a key moves.
    open: Vec<Key>,
    /// Where the selection of lines began; it ends at the active line.
    anchor: Option<Key>,
    mode: Mode,
    caret: Caret,
    /// The editor shall have the focus.
    want_focus: bool,
    /// The active cell shall be seen: it is scrolled to in at most this many frames yet.
    reveal: u8,
    /// After a click not before this moment (seconds of the window's clock): a second one
    /// shall lie on the same cell.
    reveal_after: f64,
    /// Events that wait for the next frame.
    waiting: Vec<Event>,
    /// What was typed while something over the grid closed.
    held: Held,
    /// The column that is being dragged, and how wide it is (logical pixels).
    dragged: Option<(Field, f32)>,
    /// How wide the words in the columns want them.
    fit: Fit,
    /// The room and the widths when a column was dragged: the others stay where they are
    /// until the table comes into sight again.
    frozen: Option<(f32, Vec<f32>)>,
    open_list: bool,
    menu: Option<Menu>,
    /// Where the active cell was drawn last, on the screen.
    cell: Option<Rect>,
    /// Where the grid's lines begin on the screen.
    corner: Pos2,
    last_pass: u64,
    /// The height of the lines' window when it was last drawn.
    page: f32,
}

/// The menu of the chosen lines while it is open.
#[derive(Clone, Copy, Debug)]
struct Menu {
    key: Key,
    /// Where it stands on the screen.
    at: Pos2,
    /// It was opened by a key: its first entry shall have the focus.
    by_key: bool,
}

/// Frames in which a cell that was only estimated comes to its place and into sight.
const REVEAL: u8 = 16;

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
    /// A column keeps this width (logical pixels); none: as the window proposes.
    Width(Field, Option<f32>),
    /// The focus shall go to the buttons around the grid.
    Out,
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
        self.open.clear();
        self.anchor = None;
        self.mode = Mode::Chosen;
        self.caret = Caret::All;
        self.want_focus = true;
        self.reveal();
    }

    /// Brings the active cell into sight.
    fn reveal(&mut self) {
        self.reveal = REVEAL;
        self.reveal_after = 0.0;
    }

    /// Chooses the lines from the first to the last of these; the first is the active one.
    pub fn choose_lines(&mut self, lines: &[Key], field: Field) {
        let Some((first, last)) = lines.first().zip(lines.last()) else { return };
        self.choose(*first, Some(field));
        self.anchor = (first != last).then_some(*last);
    }

    /// The grid takes the keys again.
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

    /// The widths of the columns (logical pixels).
    fn widths(&mut self, model: &Model, room: f32) -> Vec<f32> {
        let columns = &model.columns;
        let mut widths = match self.frozen.take() {
            Some((of, widths)) if (of - room).abs() < 0.01 && widths.len() == columns.len() => {
                widths
            }
            _ => return layout::widths(columns, room, &mut self.fit),
        };
        for (width, column) in widths.iter_mut().zip(columns) {
            let dragged = self.dragged.filter(|(field, _)| *field == column.field);
            *width = dragged.map(|(_, width)| width).or(column.drawn).unwrap_or(*width);
        }
        self.frozen = Some((room, widths.clone()));
        widths
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
        if came_back {
            self.fit.forget();
            self.frozen = None;
            self.open.clear();
        }
        self.fit.tend(ui, &model);
        let bar = ui.spacing().scroll.allocated_width();
        let room_across = ui.available_width() - bar;
        let widths = self.widths(&model, room_across);
        let head = layout::header_height(ui, &model.columns, &widths, cx.theme);
        let left = ui.cursor().left();
        let right = left + ui.available_width().min(widths.iter().sum());
        let window = (ui.available_height() - head - 1.0).max(0.0);
        self.heights.sync_if_needed(ui, &model, &widths, window);
        let has_keys = self.tend_focus(ui, editor, covered);
        let (step, hold) =
            if has_keys { self.read_keys(ui, &model, as_excel) } else { (None, false) };
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
            open: &self.open,
            chosen: chosen_range,
            editor,
            fields,
            as_excel,
            clicks: Vec::new(),
            left_right: (left, right),
            mode: self.mode,
            drawn: false,
            seen: None,
            open_list: std::mem::take(&mut self.open_list),
            ctx: ui.ctx().clone(),
        };
        let ctx = ui.ctx().clone();
        painter.measure_lines(&ctx, 0..0);
        let outer = Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width(), room));
        self.corner = outer.left_top() + Vec2::new(0.0, head);
        // The strip of the scroll bar belongs to the table.
        let frame = outer.with_max_x((right + bar).min(outer.right()));
        ui.painter().rect_filled(frame, f32::from(size::CARD_RADIUS), cx.theme.surface);
        let mut inner = ui.new_child(UiBuilder::new().max_rect(outer));
        inner.shrink_clip_rect(frame);
        // A held arrow is faster than any animation.
        inner.style_mut().scroll_animation = egui::style::ScrollAnimation::none();
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
        let now = ui.input(|input| input.time);
        let reveals = self.reveal > 0 && now >= self.reveal_after;
        if reveals
            && let Some((key, field)) = self.active
            && let Some(at) = model.position(key)
        {
            // Of a line higher than the window the beginning is shown.
            let high = painter.heights.top(at + 1) - painter.heights.top(at) > self.page;
            grid = grid.scroll_to_row(at as u64, high.then_some(egui::Align::TOP));
            if let Some(column) = model.column(field).filter(|column| *column > 0) {
                grid = grid.scroll_to_column(column, None);
            }
            ctx.request_repaint();
        }
        grid.show(&mut inner, &mut painter);
        let (drawn, seen) = (painter.drawn, painter.seen);
        let mut clicks = std::mem::take(&mut painter.clicks);
        self.cell = seen.map(|(cell, _)| cell);
        if reveals {
            let whole = seen.is_some_and(|(cell, visible)| {
                visible.width() > cell.width() - 1.0
                    && visible.height() > cell.height().min(self.page) - 1.0
            });
            self.reveal = if whole { 0 } else { self.reveal - 1 };
            ctx.request_repaint();
        } else if self.reveal > 0 {
            ctx.request_repaint_after(Duration::from_secs_f64(self.reveal_after - now));
        }
        ui.painter().rect_stroke(
            frame,
            f32::from(size::CARD_RADIUS),
            cx.theme.border(),
            StrokeKind::Inside,
        );
        ui.allocate_rect(outer, egui::Sense::hover());
        if !drawn && ctx.memory(|memory| memory.has_focus(editor)) {
            self.ghost(ui, outer, editor, as_excel, &model, fields);
        }
        if self.frozen.is_none() && clicks.iter().any(|click| matches!(click, Click::Drag(..))) {
            self.frozen = Some((room_across, widths.clone()));
        }
        let mut wishes = Vec::new();
        self.menu_ui(ui, table, editor, &mut clicks);
        for click in clicks {
            if matches!(click, Click::Cell(..)) {
                self.reveal = REVEAL;
                let patience = ctx.options(|options| options.input_options.max_double_click_delay);
                self.reveal_after = now + patience;
                ctx.request_repaint();
            }
            self.click(&model, click, fields, requests, &mut wishes);
        }
        if let Some(step) = step {
            self.step(&model, step, fields, requests, &mut wishes);
            ctx.request_repaint();
        }
        let focused = ctx.memory(egui::Memory::focused);
        if focused != Some(editor) && !self.want_focus {
            self.mode = Mode::Chosen;
        }
        if focused.is_none() && !covered {
            // A click beside everything, or something that closed: the cell takes the keys.
            ctx.request_repaint();
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

    /// How many lines are chosen together; 0 where only a cell is.
    #[must_use]
    pub fn chosen_lines(&self) -> usize {
        self.model.as_ref().map_or(0, |model| self.chosen_range(model).len())
    }

    /// The menu of the chosen lines, opened in the frame before.
    fn menu_ui(&mut self, ui: &Ui, table: TableKind, editor: Id, clicks: &mut Vec<Click>) {
        let Some(menu) = self.menu else { return };
        let mut open = true;
        let rows = table == TableKind::Rows;
        let shown = egui::Popup::new(editor.with("menu"), ui.ctx().clone(), menu.at, ui.layer_id())
            .kind(egui::PopupKind::Menu)
            .open_bool(&mut open)
            .layout(egui::Layout::top_down_justified(egui::Align::Min))
            .style(egui::containers::menu::menu_style)
            .gap(0.0)
            .width(290.0)
            .show(|ui| super::menus::of_line(ui, menu.key, rows, clicks));
        if menu.by_key
            && let Some(first) = shown.and_then(|shown| shown.inner)
        {
            first.request_focus();
            let has_it =
                first.has_focus() && ui.memory(|memory| memory.had_focus_last_frame(first.id));
            self.menu = Some(Menu { by_key: !has_it, ..menu });
            ui.request_repaint();
        }
        if !open {
            self.menu = None;
            self.want_focus = true;
            ui.request_repaint();
        }
    }
}
