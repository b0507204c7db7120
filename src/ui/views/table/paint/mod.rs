//! Drawing of the grid: painted cells, and in the active one the live text field.

mod editor;

pub use editor::{GRID_KEYS, cell_edit};
use editor::{place_in, twice};

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{
    Context, CursorIcon, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};
use egui_table::{CellInfo, HeaderCellInfo, PrefetchInfo, TableDelegate};

use crate::messages;
use crate::plan::Field;
use crate::ui::fields::Fields;
use crate::ui::view::ViewCx;

use super::galleys::{LINE_HEIGHT, cell_job, cut_job, format, header_job, hint_job, lay_out};
use super::heights::{BESIDE_WORDS, Heights};
use super::hints::{self, Hint};
use super::layout::head_pad;
use super::model::{Key, Kind, Line, Model, of_problem};
use crate::ui::grid::keys::Mode;

/// Between the edge of a cell and its words (logical pixels).
pub const PAD: Vec2 = Vec2::new(8.0, 6.0);

/// What a person did with the pointer, handled after the grid is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Click {
    /// A cell is chosen.
    Cell(Key, Field),
    /// The active cell is written in, at this place from its left top corner.
    Write(Vec2),
    /// A cell, by the right button, at this place of the screen.
    Menu(Key, Field, Pos2),
    /// The number of a line; with `true` the selection grows to it.
    Number(Key, bool),
    /// The form of the row.
    Form(Key),
    /// What was understood shall be corrected.
    Correct(Key, Field),
    /// A status was chosen for a line.
    Status(Key, Option<crate::plan::Status>),
    /// Something of the menu.
    Step(crate::ui::grid::keys::Step),
    /// A problem for the item, whose weakness shall be written.
    Problem(Key),
    /// Criteria shall be added.
    Add,
    /// The live text was changed.
    Wrote,
    /// The live text was clicked or marked.
    InText,
    /// A column is being dragged to this width.
    Drag(Field, f32),
    /// A column keeps the width it was dragged to; none: as the window proposes again.
    Width(Field, Option<f32>),
}

/// The active cell as the painter needs it.
#[derive(Clone, Copy, Debug)]
pub struct Active {
    /// Its line.
    pub key: Key,
    /// Its column.
    pub field: Field,
}

/// Draws one frame of a grid.
pub struct Painter<'a> {
    /// What every view reads.
    pub cx: &'a ViewCx<'a>,
    /// The lines.
    pub model: &'a Model,
    /// Their heights.
    pub heights: &'a mut Heights,
    /// Widths of the columns.
    pub widths: &'a [f32],
    /// The active cell.
    pub active: Option<Active>,
    /// The lines shown as high as their words are, beside the active one.
    pub open: &'a [Key],
    /// The chosen lines, as a range of places; empty: none.
    pub chosen: std::ops::Range<usize>,
    /// The id of the one live editor.
    pub editor: Id,
    /// The live text.
    pub fields: &'a mut Fields,
    /// Enter goes down everywhere, Alt+Enter makes the new line.
    pub as_excel: bool,
    /// What was clicked.
    pub clicks: Vec<Click>,
    /// The left edge and the right edge of the grid on the screen.
    pub left_right: (f32, f32),
    /// Whether the active cell is chosen or written in.
    pub mode: Mode,
    /// Whether the live editor was drawn.
    pub drawn: bool,
    /// The active cell, where it was drawn, and what of it is in sight.
    pub seen: Option<(Rect, Rect)>,
    /// Opens the list of the active status cell.
    pub open_list: bool,
    /// To lay out with.
    pub ctx: Context,
}

impl Painter<'_> {
    fn live_text(&self, line: &Line, field: Field) -> Option<&str> {
        let active = self.active?;
        if active.key != line.key || !(line.spans() || active.field == field) {
            return None;
        }
        let typed = self.fields.live()?;
        (typed.id == self.editor).then_some(typed.text.as_str())
    }

    fn is_active(&self, line: &Line, field: Field) -> bool {
        self.active
            .is_some_and(|active| active.key == line.key && (line.spans() || active.field == field))
    }

    fn is_chosen(&self, at: usize) -> bool {
        self.chosen.contains(&at)
            || self.active.is_some_and(|active| self.model.lines[at].key == active.key)
    }

    /// Whether a line is shown as high as its words are.
    fn is_open(&self, key: Key) -> bool {
        self.active.is_some_and(|active| active.key == key) || self.open.contains(&key)
    }

    /// The words of a cell, cut where the line is not open: then they and what stands under
    /// them take no more than a line may.
    fn words_job(&self, line: &Line, text: &str, field: Field, room: f32, under: f32) -> LayoutJob {
        if self.is_open(line.key) {
            return cell_job(self.cx.theme, text, field, false, room);
        }
        let lines = self.heights.limit().saturating_sub((under / LINE_HEIGHT).ceil() as usize);
        cut_job(self.cx.theme, text, field, room, lines)
    }

    fn hint(&mut self, at: usize, field: Field) -> Option<Hint> {
        let line = &self.model.lines[at];
        let item = line.item()?;
        let shown = self.is_open(line.key);
        if !matches!(field, Field::Time | Field::Budget) {
            return None;
        }
        let known = self.heights.known(line.key, || hints::understand(item, self.cx))?;
        hints::of(item, field, known, shown, self.cx)
    }

    /// What a cell shows while nobody types into it, and whether that is its own text.
    fn shown<'l>(&self, line: &'l super::model::Line, field: Field) -> (&'l str, bool) {
        match line.stand_in(field).filter(|_| self.cx.form.flat_rows) {
            Some(text) => (text, false),
            None => (line.text(field), true),
        }
    }

    /// The height of a line as it is drawn now (logical pixels).
    fn measure(&mut self, ctx: &Context, at: usize) -> f32 {
        let line = &self.model.lines[at];
        let theme = self.cx.theme;
        let mut highest = LINE_HEIGHT;
        if line.spans() {
            let width = self.left_right.1 - self.left_right.0 - self.widths[0] - 2.0 * PAD.x - 1.0;
            let text = self.live_text(line, Field::Tt).unwrap_or_else(|| line.text(Field::Tt));
            let job = cell_job(theme, text, Field::Tt, true, width);
            highest = highest.max(super::heights::galley_height(ctx, job));
        } else {
            for (column, width) in self.model.columns.iter().zip(self.widths).skip(1) {
                // As wide as it is drawn: a pixel of each column is the line after it.
                let room = width - 2.0 * PAD.x - 1.0;
                let field = column.field;
                let hint = self.hint(at, field);
                let under = hint.map_or(0.0, |hint| {
                    super::heights::galley_height(ctx, hint_job(theme, &hint, room))
                });
                let text = self.live_text(line, field).unwrap_or_else(|| self.shown(line, field).0);
                let job = self.words_job(line, text, field, room, under);
                let words = super::heights::galley_height(ctx, job);
                highest = highest.max(words + under);
            }
        }
        highest + BESIDE_WORDS
    }

    /// Measures the lines of this range that were only estimated, and those that are open.
    pub fn measure_lines(&mut self, ctx: &Context, lines: std::ops::Range<usize>) -> bool {
        let active = self.active.map(|active| active.key);
        let open = active.iter().chain(self.open).filter_map(|key| self.model.position(*key));
        let open: Vec<usize> = open.collect();
        let mut first_changed = None;
        let ends = lines.end.min(self.model.lines.len());
        for at in (lines.start..ends).chain(open) {
            let key = self.model.lines[at].key;
            let is_open = self.is_open(key);
            if !is_open && self.heights.is_exact(key) {
                continue;
            }
            let height = self.measure(ctx, at);
            // An open line is measured again when it is closed: its hints go.
            if self.heights.set(key, height, !is_open) {
                first_changed = Some(first_changed.map_or(at, |first: usize| first.min(at)));
            }
        }
        if let Some(first) = first_changed {
            self.heights.sum(self.model, first);
        }
        first_changed.is_some()
    }

    fn span_ui(&mut self, ui: &mut Ui, at: usize, row: Rect) {
        let line = &self.model.lines[at];
        let theme = self.cx.theme;
        let left = self.left_right.0 + self.widths[0];
        let rect = Rect::from_min_max(
            Pos2::new(left, row.top()),
            Pos2::new(self.left_right.1, row.bottom() - 1.0),
        );
        let name = line.name(at);
        let column = match &line.kind {
            Kind::Band(_) => messages::table::BAND,
            _ => messages::table::GROUP,
        };
        let active = self.is_active(line, Field::Tt)
            && self.active.is_some_and(|active| active.field != Field::Tt);
        if active {
            self.saw(ui, rect);
        }
        if active && self.fields.is_live(self.editor) {
            self.editor_ui(ui, rect, at, Field::CriterionText, column);
            return;
        }
        let text = line.text(Field::Tt);
        let job = cell_job(theme, text, Field::Tt, true, rect.width() - 2.0 * PAD.x);
        let galley = lay_out(ui, job);
        ui.painter().galley(rect.min + PAD, galley, theme.text);
        let id = self.editor.with(("span", line.key.0));
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| {
            let label = messages::table::cell_label(column, &name, text);
            WidgetInfo::labeled(Role::Cell, true, label)
        });
        self.pointer(&response, line.key, Field::CriterionText);
        if active {
            self.waiting_border(ui, rect);
        }
    }

    /// Around the active cell while the keys are elsewhere.
    fn waiting_border(&self, ui: &Ui, rect: Rect) {
        let ink = Stroke::new(1.0, self.cx.theme.accent);
        ui.painter().rect_stroke(rect, 0.0, ink, StrokeKind::Inside);
    }

    fn pointer(&mut self, response: &Response, key: Key, field: Field) {
        if response.clicked() {
            self.clicks.push(Click::Cell(key, field));
        }
        if twice(response) && self.model.line(key).is_some_and(|line| line.is_typed(field)) {
            self.clicks.push(Click::Write(place_in(response, response.rect)));
        }
        self.menu(response, key, field);
    }

    fn menu(&mut self, response: &Response, key: Key, field: Field) {
        if response.secondary_clicked() {
            let at = response.interact_pointer_pos().unwrap_or(response.rect.center());
            self.clicks.push(Click::Menu(key, field, at));
        }
    }

    fn number_ui(&mut self, ui: &Ui, rect: Rect, at: usize) {
        let line = &self.model.lines[at];
        let theme = self.cx.theme;
        let mut job = LayoutJob::default();
        job.append(&line.tt, 0.0, format(theme, line.spans()));
        let galley = lay_out(ui, job);
        let inset = ((rect.width() - galley.size().x) / 2.0).clamp(2.0, PAD.x);
        ui.painter().galley(rect.min + Vec2::new(inset, PAD.y), galley, theme.text);
        let label = messages::table::cell_label("TT", &line.name(at), &line.tt);
        let active = self.active.is_some_and(|a| a.key == line.key && a.field == Field::Tt);
        let response = if active {
            self.focus_box(ui, rect, &label, Role::RowHeader)
        } else {
            let id = self.editor.with(("number", line.key.0));
            let response = ui.interact(rect, id, Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, label.as_str()));
            response
        };
        if response.double_clicked() {
            self.clicks.push(Click::Form(line.key));
        } else if response.clicked() {
            let grow = ui.input(|input| input.modifiers.shift);
            self.clicks.push(Click::Number(line.key, grow));
        }
        self.menu(&response, line.key, Field::Tt);
        response.on_hover_cursor(CursorIcon::PointingHand);
    }

    fn status_ui(&mut self, ui: &mut Ui, rect: Rect, at: usize, column: &str) {
        let line = &self.model.lines[at];
        let text = line.text(Field::Status);
        let theme = self.cx.theme;
        let room = rect.width() - 2.0 * PAD.x;
        let galley = lay_out(ui, self.words_job(line, text, Field::Status, room, 0.0));
        ui.painter().galley(rect.min + PAD, galley, theme.text);
        let label = messages::table::cell_label(column, &line.name(at), text);
        let active = self.is_active(line, Field::Status);
        let response = if active {
            self.focus_box(ui, rect, &label, Role::Cell)
        } else {
            let id = self.editor.with(("status", line.key.0));
            let response = ui.interact(rect, id, Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, label.as_str()));
            response
        };
        self.pointer(&response, line.key, Field::Status);
        if !active {
            return;
        }
        if self.open_list {
            egui::Popup::open_id(ui, egui::Popup::default_response_id(&response));
        }
        let (key, clicks) = (line.key, &mut self.clicks);
        egui::Popup::menu(&response).width(180.0).show(|ui| {
            super::menus::of_status(ui, text, |status| clicks.push(Click::Status(key, status)));
        });
    }

    fn text_ui(&mut self, ui: &mut Ui, rect: Rect, at: usize, col: usize) {
        let line = &self.model.lines[at];
        let column = &self.model.columns[col];
        let theme = self.cx.theme;
        let field = column.field;
        let room = rect.width() - 2.0 * PAD.x;
        let hint = self.hint(at, field);
        let hint_galley = hint.as_ref().map(|hint| lay_out(ui, hint_job(theme, hint, room)));
        let active = self.is_active(line, field);
        if active && !line.is_typed(field) {
            let label = messages::table::cell_label(&column.title, &line.name(at), "");
            let response = self.focus_box(ui, rect, &label, Role::Cell);
            let start = messages::table::START_PROBLEM;
            let galley = lay_out(ui, header_job(theme, start, room));
            ui.painter().galley(rect.min + PAD, galley, theme.muted);
            if response.clicked() || self.open_list {
                self.clicks.push(Click::Problem(line.key));
            }
            return;
        }
        let text_foot;
        let id = self.editor.with(("cell", line.key.0, field));
        if active && self.fields.is_live(self.editor) {
            // A fast second press still lies on what the first one chose.
            let under = ui.interact(rect, id, Sense::click());
            if twice(&under) {
                self.clicks.push(Click::Write(place_in(&under, rect)));
            }
            let foot = hint_galley.as_ref().map_or(0.0, |galley| galley.size().y);
            self.editor_ui(ui, rect, at, field, &column.title);
            text_foot = rect.bottom() - PAD.y - foot;
        } else {
            let (text, own) = self.shown(line, field);
            let under = hint_galley.as_ref().map_or(0.0, |galley| galley.size().y);
            let galley = lay_out(ui, self.words_job(line, text, field, room, under));
            let is_cut = galley.elided;
            text_foot = rect.top() + PAD.y + galley.size().y;
            if own {
                ui.painter().galley(rect.min + PAD, galley, theme.text);
            } else {
                ui.painter().galley_with_override_text_color(rect.min + PAD, galley, theme.muted);
            }
            let response = ui.interact(rect, id, Sense::click());
            response.widget_info(|| {
                let label = messages::table::cell_label(&column.title, &line.name(at), text);
                WidgetInfo::labeled(Role::Cell, true, label)
            });
            let mut response = response.on_hover_cursor(CursorIcon::Text);
            if is_cut {
                response = response.on_hover_text(text);
            }
            self.pointer(&response, line.key, field);
            if active {
                self.waiting_border(ui, rect);
            }
        }
        if let (Some(hint), Some(galley)) = (hint, hint_galley) {
            let at_foot = Pos2::new(rect.left() + PAD.x, text_foot);
            let place = Rect::from_min_size(at_foot, galley.size());
            let id = self.editor.with(("hint", line.key.0, field));
            let response = ui.interact(place, id, Sense::click());
            let words: String = hint.words.iter().map(|(words, _)| words.as_str()).collect();
            let said = messages::table::hint_label(&words, &line.name(at));
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.as_str()));
            ui.painter().galley(at_foot, galley, theme.muted);
            if response.hovered() {
                let under = place.bottom() - 1.0;
                let ink = Stroke::new(1.0, hint.colour(theme));
                ui.painter().hline(place.x_range(), under, ink);
            }
            let response = response
                .on_hover_cursor(CursorIcon::PointingHand)
                .on_hover_text(messages::table::CORRECT_TIP);
            if response.clicked() {
                self.clicks.push(Click::Correct(line.key, field));
            }
        }
    }
}

impl TableDelegate for Painter<'_> {
    fn prepare(&mut self, info: &PrefetchInfo) {
        let rows = info.visible_rows.start as usize..info.visible_rows.end as usize;
        let ctx = self.ctx.clone();
        if self.measure_lines(&ctx, rows) {
            ctx.request_discard("lines of the table were measured");
            ctx.request_repaint();
        }
    }

    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        let theme = self.cx.theme;
        let rect = ui.max_rect();
        let Some(column) = self.model.columns.get(cell.col_range.start) else { return };
        ui.painter().rect_filled(rect, 0.0, theme.sunk);
        let galley = lay_out(ui, header_job(theme, &column.title, rect.width() - 2.0 * PAD.x));
        let at = Pos2::new(rect.left() + PAD.x, rect.bottom() - head_pad(ui) - galley.size().y);
        let label = ui.interact(rect, self.editor.with(("head", column.field)), Sense::hover());
        label.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &column.title));
        ui.painter().galley(at, galley, theme.muted);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.border());
        if cell.col_range.end < self.model.columns.len() {
            ui.painter().vline(rect.right() - 0.5, rect.y_range(), theme.border());
        }
        let grip = Rect::from_min_max(rect.right_top() - Vec2::new(6.0, 0.0), rect.max);
        let grip =
            ui.interact(grip, self.editor.with(("grip", column.field)), Sense::click_and_drag());
        if grip.hovered() || grip.dragged() {
            ui.set_cursor_icon(CursorIcon::ResizeColumn);
            let ink = Stroke::new(2.0, theme.accent);
            ui.painter().vline(rect.right() - 1.0, rect.y_range(), ink);
        }
        if grip.dragged()
            && let Some(pointer) = grip.interact_pointer_pos()
        {
            let width = (pointer.x - rect.left()).clamp(28.0, 900.0);
            self.clicks.push(Click::Drag(column.field, width.round()));
        }
        if grip.drag_stopped() {
            self.clicks.push(Click::Width(column.field, Some(rect.width().round())));
        } else if twice(&grip) {
            self.clicks.push(Click::Width(column.field, None));
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, row_nr: u64) {
        let at = row_nr as usize;
        let Some(line) = self.model.lines.get(at) else { return };
        let theme = self.cx.theme;
        let row = ui.max_rect();
        let spans = line.spans();
        let ground = match (self.is_chosen(at), spans) {
            (true, _) => theme.accent_soft,
            (false, true) => theme.sunk,
            (false, false) => theme.surface,
        };
        let across = egui::Rangef::new(self.left_right.0, self.left_right.1.max(row.right()));
        let painted = Rect::from_x_y_ranges(across, row.y_range());
        ui.painter().rect_filled(painted, 0.0, ground);
        ui.painter().hline(across, row.bottom() - 0.5, theme.border());
        let scrolling = ui.clip_rect().left() > self.left_right.0 + self.widths[0] / 2.0;
        if spans && scrolling {
            self.span_ui(ui, at, row);
        }
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let (at, col) = (cell.row_nr as usize, cell.col_nr);
        let (Some(line), Some(column)) = (self.model.lines.get(at), self.model.columns.get(col))
        else {
            return;
        };
        let whole = ui.max_rect();
        let rect = Rect::from_min_max(whole.min, whole.max - Vec2::splat(1.0));
        let active = self.active.is_some_and(|a| a.key == line.key && a.field == column.field);
        if active && (col == 0 || !line.spans()) {
            self.saw(ui, rect);
        }
        if col == 0 {
            self.number_ui(ui, rect, at);
        } else if line.spans() {
            return;
        } else if line.is_typed(column.field) || of_problem(column.field) {
            self.text_ui(ui, rect, at, col);
        } else {
            self.status_ui(ui, rect, at, &column.title);
        }
        if col + 1 < self.model.columns.len() {
            ui.painter().vline(whole.right() - 0.5, whole.y_range(), self.cx.theme.border());
        }
    }

    fn row_top_offset(&self, _ctx: &Context, _table_id: Id, row_nr: u64) -> f32 {
        self.heights.top(row_nr as usize)
    }
}
