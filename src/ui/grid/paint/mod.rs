//! Drawing of the grid: painted cells, and in the active one the live text field.

mod cells;
mod editor;
mod head;

use editor::twice;
pub use editor::{GRID_KEYS, cell_edit};
use head::head_menu_ui;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::emath::GuiRounding as _;
use egui::{
    Color32, Context, CursorIcon, Galley, Id, Mesh, PointerButton, Pos2, Rangef, Rect, Sense,
    Stroke, Ui, Vec2, WidgetInfo,
};
use egui_table::{CellInfo, HeaderCellInfo, PrefetchInfo, TableDelegate};

use crate::ui::fields::Fields;
use crate::ui::theme::Theme;

use super::block::Block;
use super::drag::Over;
use super::galleys::{LINE_HEIGHT, PAD, cell_job, header_job, lay_out, note_job};
use super::heights::{BESIDE_WORDS, Heights, galley_height};
use super::kept::{Kept, Look, job_of};
use super::keys::Mode;
use super::sheet::{Cell, Click, ColumnOf, Key, Line, Note, Sheet};
use super::widths::head_pad;

/// The active cell as the painter needs it.
#[derive(Clone, Copy, Debug)]
pub struct Active<C> {
    /// Its line.
    pub key: Key,
    /// Its column.
    pub column: C,
}

/// What is scrolled to.
#[derive(Clone, Debug)]
pub struct Reach {
    /// These lines.
    pub lines: std::ops::Range<usize>,
    /// This column; none: as far across as it is.
    pub column: Option<usize>,
    /// The first of the lines comes to the top, else as little is moved as shows them.
    pub from_top: bool,
}

/// Draws one frame of a grid.
pub struct Painter<'a, S: Sheet> {
    /// Colours.
    pub theme: &'a Theme,
    /// What is shown.
    pub sheet: &'a S,
    /// The heights of its lines.
    pub heights: &'a mut Heights<S::Line>,
    /// The words that were seen lately.
    pub kept: &'a mut Kept<ColumnOf<S>>,
    /// Widths of the columns.
    pub widths: &'a [f32],
    /// The active cell.
    pub active: Option<Active<ColumnOf<S>>>,
    /// The lines shown as high as their words are, beside the active one.
    pub open: &'a [Key],
    /// The chosen cells, where they are more than the active one.
    pub block: Option<Block>,
    /// The pointer is being dragged over cells.
    pub sweeping: bool,
    /// The block that a fill goes on to.
    pub fill_to: Option<Block>,
    /// Where the pointer is, and the corner of what is chosen.
    pub over: Over,
    /// What is scrolled to, until the first line was drawn.
    pub reach: Option<Reach>,
    /// The height of the heads of the columns (logical pixels).
    pub head: f32,
    /// Where line 0 begins on the screen, once a line was drawn.
    pub top: Option<f32>,
    /// The lines in sight.
    pub rows: std::ops::Range<usize>,
    /// The id of the one live editor.
    pub editor: Id,
    /// The live text.
    pub fields: &'a mut Fields,
    /// Enter goes down everywhere, Alt+Enter makes the new line.
    pub as_excel: bool,
    /// What was clicked.
    pub clicks: Vec<Click<ColumnOf<S>, S::Act>>,
    /// The left edge and the right edge of the grid on the screen.
    pub left_right: (f32, f32),
    /// Whether the active cell is chosen or written in.
    pub mode: Mode,
    /// The room that is kept under the text that is being typed (logical pixels).
    pub note_room: f32,
    /// Whether the live editor was drawn.
    pub drawn: bool,
    /// Where the heads of columns end at the left.
    pub heads: Vec<(ColumnOf<S>, Pos2)>,
    /// The active cell, where it was drawn, and what of it is in sight.
    pub seen: Option<(Rect, Rect)>,
    /// Opens the list of the active cell.
    pub open_list: bool,
    /// To lay out with.
    pub ctx: Context,
}

impl<S: Sheet> Painter<'_, S> {
    fn live_text(&self, line: &S::Line, column: ColumnOf<S>) -> Option<&str> {
        let active = self.active?;
        if active.key != line.key() || !(line.spans() || active.column == column) {
            return None;
        }
        let typed = self.fields.live()?;
        (typed.id == self.editor).then_some(typed.text.as_str())
    }

    fn is_active(&self, line: &S::Line, column: ColumnOf<S>) -> bool {
        self.active.is_some_and(|active| {
            active.key == line.key() && (line.spans() || active.column == column)
        })
    }

    fn is_chosen(&self, at: usize) -> bool {
        match &self.block {
            Some(block) if block.is_lines() => block.lines.contains(&at),
            Some(block) if block.is_many() => false,
            _ => self.active.is_some_and(|active| self.sheet.lines()[at].key() == active.key),
        }
    }

    /// Whether a line is shown as high as its words are; while cells are chosen together no line
    /// opens, or what is under the pointer would run away from it.
    fn is_open(&self, key: Key) -> bool {
        let one = !self.sweeping && !self.block.as_ref().is_some_and(Block::is_many);
        (one && self.active.is_some_and(|active| active.key == key)) || self.open.contains(&key)
    }

    /// How the words of a cell are laid out: cut where the line is not open, so that they and what
    /// stands under them take no more than a line may.
    fn look(&self, line: &S::Line, text: &str, column: ColumnOf<S>, room: f32, under: f32) -> Look {
        let bold = self.sheet.bold(line, column, text);
        let lines = if self.is_open(line.key()) {
            usize::MAX
        } else {
            self.heights.limit().saturating_sub((under / LINE_HEIGHT).ceil() as usize).max(1)
        };
        Look { bold, width: room, lines }
    }

    /// The words of a cell, laid out.
    fn words(
        &mut self,
        line: &S::Line,
        column: ColumnOf<S>,
        text: &str,
        look: Look,
    ) -> Arc<Galley> {
        self.kept.words(&self.ctx, self.theme, (line.key(), column), text, look)
    }

    fn note(&self, at: usize, column: ColumnOf<S>) -> Option<Note> {
        let line = &self.sheet.lines()[at];
        let typing = self.fields.live().filter(|live| live.id == self.editor);
        let typed = typing.filter(|_| self.is_active(line, column)).map(|live| live.text.as_str());
        let typed = typed.filter(|typed| *typed != line.text(column));
        self.sheet.note(at, column, typed, self.is_open(line.key()))
    }

    /// The height of a line as it is drawn now (logical pixels).
    fn measure(&mut self, ctx: &Context, at: usize) -> f32 {
        let sheet = self.sheet;
        let line = &sheet.lines()[at];
        let mut highest = LINE_HEIGHT;
        if line.spans() {
            let width = self.left_right.1 - self.left_right.0 - self.widths[0] - 2.0 * PAD.x - 1.0;
            let column = self.span_column();
            let text = self.live_text(line, column).unwrap_or_else(|| line.text(column));
            let bold = self.sheet.bold(line, column, text);
            let job = cell_job(self.theme, text, bold, width);
            highest = highest.max(galley_height(ctx, job));
        } else {
            for (column, width) in sheet.columns().iter().zip(self.widths).skip(1) {
                // As wide as it is drawn: a pixel of each column is the line after it.
                let room = width - 2.0 * PAD.x - 1.0;
                let column = column.key;
                let note = self.note(at, column);
                let under =
                    note.map_or(0.0, |note| galley_height(ctx, note_job(self.theme, &note, room)));
                let typed = self.live_text(line, column);
                let under = if typed.is_some() { under.max(self.note_room) } else { under };
                let words = if let Some(text) = typed {
                    let look = self.look(line, text, column, room, under);
                    galley_height(ctx, job_of(self.theme, text, look))
                } else {
                    let text = sheet.shown(line, column).0;
                    let look = self.look(line, text, column, room, under);
                    self.words(line, column, text, look).size().y
                };
                highest = highest.max(words + under);
            }
        }
        highest + BESIDE_WORDS
    }

    /// Measures the lines that are open: their words may have changed since the last frame.
    pub fn measure_open(&mut self, ctx: &Context) {
        let active = self.active.map(|active| active.key);
        let open = active.iter().chain(self.open).filter_map(|key| self.sheet.position(*key));
        let open: Vec<usize> = open.collect();
        self.measure_these(ctx, open);
    }

    /// Measures the lines of this range that were only estimated; says whether one is of another
    /// height now. Those that are open were measured when the frame began.
    fn measure_lines(&mut self, ctx: &Context, lines: std::ops::Range<usize>) -> bool {
        let estimated: Vec<usize> = (lines.start..lines.end.min(self.sheet.lines().len()))
            .filter(|at| {
                let key = self.sheet.lines()[*at].key();
                !self.heights.is_exact(key) && !self.is_open(key)
            })
            .collect();
        self.measure_these(ctx, estimated)
    }

    fn measure_these(&mut self, ctx: &Context, lines: Vec<usize>) -> bool {
        let mut first_changed = None;
        for at in lines {
            let key = self.sheet.lines()[at].key();
            let height = self.measure(ctx, at);
            // An open line is measured again when it is closed: its notes go.
            if self.heights.set(key, height, !self.is_open(key)) {
                first_changed = Some(first_changed.map_or(at, |first: usize| first.min(at)));
            }
        }
        if let Some(first) = first_changed {
            self.heights.sum(self.sheet.lines(), first);
        }
        first_changed.is_some()
    }

    /// The ground of a line of the table and the rules under and between its cells, as one mesh of
    /// bare rectangles on whole pixels: drawn one by one they cost more than the words.
    fn ground(&self, ui: &Ui, row: Rect, fill: Color32, spans: bool) {
        let (sharp, border) = (ui.pixels_per_point(), self.theme.border());
        let thick = (border.width * sharp).round().max(1.0) / sharp;
        let across = Rangef::new(self.left_right.0, self.left_right.1.max(row.right()));
        let foot = row.bottom().round_to_pixels(sharp);
        let region = ui.clip_rect().x_range();
        let mut mesh = Mesh::default();
        // As many rectangles at most as there are columns, and one more.
        mesh.reserve_triangles(2 * (self.widths.len() + 1));
        mesh.reserve_vertices(4 * (self.widths.len() + 1));
        mesh.add_colored_rect(Rect::from_x_y_ranges(across, row.y_range()), fill);
        let under = Rangef::new(foot - thick, foot);
        mesh.add_colored_rect(Rect::from_x_y_ranges(across, under), border.color);
        let mut right = row.left();
        let between = self.widths.len() - 1;
        for (at, width) in self.widths[..between].iter().enumerate() {
            right += width;
            // The number of a line stands apart even where its text goes over all columns.
            if spans && at > 0 {
                break;
            }
            if !region.contains(right) {
                continue;
            }
            let edge = right.round_to_pixels(sharp);
            let rule = Rangef::new(edge - thick, edge);
            mesh.add_colored_rect(Rect::from_x_y_ranges(rule, row.y_range()), border.color);
        }
        ui.painter().add(mesh);
    }
}

impl<S: Sheet> Painter<'_, S> {
    /// Remembers the line that the pointer is beside.
    fn see_line(&mut self, ui: &Ui, at: usize, row: Rect) {
        let seen = row.y_range().intersection(ui.clip_rect().y_range());
        let pointer = ui.ctx().pointer_latest_pos();
        if pointer.is_some_and(|pointer| seen.contains(pointer.y)) {
            self.over.line = Some((at, row));
        }
    }

    /// Remembers the column that the pointer is under.
    fn see_column(&mut self, ui: &Ui, at: usize, head: Rect) {
        let seen = head.x_range().intersection(ui.clip_rect().x_range());
        let pointer = ui.ctx().pointer_latest_pos();
        if pointer.is_some_and(|pointer| seen.contains(pointer.x)) {
            self.over.column = Some((at, head));
        }
    }

    /// The lines around the block, where a cell of it lies at its edge.
    fn block_edges(&self, ui: &Ui, block: &Block, cell: Rect, at: usize, col: usize) {
        let ink = Stroke::new(2.0, self.theme.accent);
        let painter = ui.painter();
        if at == block.lines.start {
            painter.hline(cell.x_range(), cell.top() + 1.0, ink);
        }
        if at + 1 == block.lines.end {
            painter.hline(cell.x_range(), cell.bottom() - 1.0, ink);
        }
        if col == block.columns.start {
            painter.vline(cell.left() + 1.0, cell.y_range(), ink);
        }
        if col + 1 == block.columns.end {
            painter.vline(cell.right() - 1.0, cell.y_range(), ink);
        }
    }
}

impl<S: Sheet> Painter<'_, S> {
    /// The columns of the sheet that are in sight in a column of the table, which has two: the
    /// numbers, and all the others. Each with its place: `whole` is that of the table's column.
    fn columns_in(&self, ui: &Ui, part: usize, whole: Rect) -> Vec<(usize, Rect)> {
        let columns = if part == 0 { 0..1 } else { 1..self.widths.len() };
        let seen = ui.clip_rect().x_range();
        let mut left = whole.left();
        let placed = columns.map(|col| {
            let begin = left;
            left += self.widths[col];
            (col, Rect::from_x_y_ranges(Rangef::new(begin, left), whole.y_range()))
        });
        placed.filter(|(_, rect)| rect.x_range().intersects(seen)).collect()
    }

    /// Scrolls to what shall be reached, by the place of any line; the numbers and the heads lie
    /// over what is scrolled.
    fn scroll_to_reach(&mut self, ui: &Ui, at: usize, row: Rect) {
        let Some(reach) = self.reach.take() else { return };
        let mut target = ui.clip_rect();
        let top = row.top() - self.heights.top(at);
        target.min.y = top + self.heights.top(reach.lines.start) - self.head;
        target.max.y = top + self.heights.top(reach.lines.end);
        if let Some(col) = reach.column {
            let before: f32 = self.widths[..col].iter().sum();
            target.min.x = row.left() + before - self.widths[0];
            target.max.x = row.left() + before + self.widths[col];
        }
        ui.scroll_to_rect(target, reach.from_top.then_some(egui::Align::TOP));
    }

    /// The ground of these heads and the rules under and between them, as one mesh.
    fn ground_of_heads(&self, ui: &Ui, heads: &[(usize, Rect)]) {
        let (sharp, border) = (ui.pixels_per_point(), self.theme.border());
        let thick = (border.width * sharp).round().max(1.0) / sharp;
        let block = self.block.as_ref().filter(|block| block.is_many() && !block.is_lines());
        let mut mesh = Mesh::default();
        mesh.reserve_triangles(6 * heads.len());
        mesh.reserve_vertices(12 * heads.len());
        for &(col, head) in heads {
            let in_block = block.is_some_and(|block| block.columns.contains(&col));
            let ground = if in_block { self.theme.accent_soft } else { self.theme.sunk };
            mesh.add_colored_rect(head, ground);
            let foot = head.bottom().round_to_pixels(sharp);
            mesh.add_colored_rect(head.with_min_y(foot - thick).with_max_y(foot), border.color);
            if col + 1 < self.widths.len() {
                let edge = head.right().round_to_pixels(sharp);
                mesh.add_colored_rect(head.with_min_x(edge - thick).with_max_x(edge), border.color);
            }
        }
        ui.painter().add(mesh);
    }

    /// The head of a column.
    fn head_ui(&mut self, ui: &mut Ui, rect: Rect, col: usize) {
        let theme = self.theme;
        let Some(column) = self.sheet.columns().get(col) else { return };
        let galley = lay_out(ui, header_job(theme, &column.title, rect.width() - 2.0 * PAD.x));
        let at = Pos2::new(rect.left() + PAD.x, rect.bottom() - head_pad(ui) - galley.size().y);
        let id = self.editor.with(("head", column.key));
        let label = ui.interact(rect, id, Sense::click_and_drag());
        self.see_column(ui, col, rect);
        label.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &column.title));
        if label.clicked() {
            let all = col == 0;
            self.clicks.push(Click::Column((!all).then_some(column.key)));
        }
        if label.drag_started_by(PointerButton::Primary) && col > 0 {
            self.clicks.push(Click::LiftColumn(column.key));
        }
        ui.painter().galley(at, galley, theme.muted);
        self.heads.push((column.key, rect.left_bottom()));
        head_menu_ui(ui, self.sheet, theme, (rect, &label, column), &mut self.clicks);
        let grip = Rect::from_min_max(rect.right_top() - Vec2::new(6.0, 0.0), rect.max);
        let grip_id = self.editor.with(("grip", column.key));
        let grip = ui.interact(grip, grip_id, Sense::CLICK | Sense::DRAG);
        grip.widget_info(|| {
            let said = self.sheet.width_label(&column.title);
            WidgetInfo::labeled(Role::Splitter, true, said)
        });
        if grip.hovered() || grip.dragged() {
            ui.set_cursor_icon(CursorIcon::ResizeColumn);
            let ink = Stroke::new(2.0, theme.accent);
            ui.painter().vline(rect.right() - 1.0, rect.y_range(), ink);
        }
        if grip.dragged()
            && let Some(pointer) = grip.interact_pointer_pos()
        {
            let width = (pointer.x - rect.left()).clamp(28.0, 900.0);
            self.clicks.push(Click::Drag(column.key, width.round()));
        }
        if grip.drag_stopped() {
            self.clicks.push(Click::Width(column.key, Some(rect.width().round())));
        } else if twice(&grip) {
            self.clicks.push(Click::Width(column.key, None));
        }
    }

    /// One cell of the sheet.
    fn one_cell_ui(&mut self, ui: &mut Ui, whole: Rect, at: usize, col: usize) {
        let (Some(line), Some(column)) =
            (self.sheet.lines().get(at), self.sheet.columns().get(col))
        else {
            return;
        };
        let rect = Rect::from_min_max(whole.min, whole.max - Vec2::splat(1.0));
        let theme = self.theme;
        let active = self.active.is_some_and(|a| a.key == line.key() && a.column == column.key);
        if active && (col == 0 || !line.spans()) {
            self.saw(ui, rect);
        }
        if col > 0 && line.spans() {
            return;
        }
        let key = (line.key(), column.key);
        let partly = self.block.as_ref().filter(|block| block.is_many() && !block.is_lines());
        let in_block = partly.is_some_and(|block| block.contains(at, col));
        let beside = partly.is_some_and(|block| col == 0 && block.lines.contains(&at));
        if in_block || beside {
            ui.painter().rect_filled(rect, 0.0, theme.accent_soft);
        }
        match line.cell(column.key) {
            Cell::Number => self.number_ui(ui, rect, at),
            Cell::Text | Cell::Start => self.text_ui(ui, rect, at, column.key),
            Cell::List => self.list_ui(ui, rect, at, column.key),
        }
        if in_block && let Some(block) = &self.block {
            self.block_edges(ui, block, whole, at, col);
        }
        if let Some(block) = self.fill_to.as_ref().filter(|block| block.contains(at, col)) {
            self.block_edges(ui, block, whole, at, col);
        }
        let is_corner = match &self.block {
            Some(block) if block.is_lines() => false,
            Some(block) if block.is_many() => {
                at + 1 == block.lines.end && col + 1 == block.columns.end
            }
            _ => active && line.is_typed(column.key),
        };
        if is_corner {
            self.over.corner = Some(whole);
        }
        if self.sweeping && col > 0 && ui.rect_contains_pointer(rect) {
            self.clicks.push(Click::Extend(key.0, key.1));
        }
    }
}

impl<S: Sheet> TableDelegate for Painter<'_, S> {
    fn prepare(&mut self, info: &PrefetchInfo) {
        let rows = info.visible_rows.start as usize..info.visible_rows.end as usize;
        self.rows = rows.clone();
        let ctx = self.ctx.clone();
        if self.measure_lines(&ctx, rows) {
            ctx.request_discard("lines of the table were measured");
            ctx.request_repaint();
        }
    }

    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        let heads = self.columns_in(ui, cell.group_index, ui.max_rect());
        self.ground_of_heads(ui, &heads);
        for (col, rect) in heads {
            self.head_ui(ui, rect, col);
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, row_nr: u64) {
        let at = row_nr as usize;
        let Some(line) = self.sheet.lines().get(at) else { return };
        let theme = self.theme;
        let row = ui.max_rect();
        self.scroll_to_reach(ui, at, row);
        self.see_line(ui, at, row);
        self.top = Some(row.top() - self.heights.top(at));
        let spans = line.spans();
        let ground = match (self.is_chosen(at), spans) {
            (true, _) => theme.accent_soft,
            (false, true) => theme.sunk,
            (false, false) => theme.surface,
        };
        self.ground(ui, row, ground, spans);
        let scrolling = ui.clip_rect().left() > self.left_right.0 + self.widths[0] / 2.0;
        if spans && scrolling {
            self.span_ui(ui, at, row);
        }
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let at = cell.row_nr as usize;
        let whole = ui.max_rect();
        for (col, whole) in self.columns_in(ui, cell.col_nr, whole) {
            self.one_cell_ui(ui, whole, at, col);
        }
    }

    fn row_top_offset(&self, _ctx: &Context, _table_id: Id, row_nr: u64) -> f32 {
        self.heights.top(row_nr as usize)
    }
}
