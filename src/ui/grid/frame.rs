//! One frame of a grid: it is measured, the keys are read, it is drawn, and clicks are followed.

use std::time::Duration;

use egui::{Id, Rect, StrokeKind, Ui, UiBuilder, Vec2};

use crate::ui::fields::{Fields, menu};
use crate::ui::request::Requests;
use crate::ui::theme::{self, size};

use super::drag::Over;
use super::keys::Mode;
use super::keys::Step;
use super::paint::{Active, Painter, Reach};
use super::sheet::{Click, Column, Line, Pick, Sheet, Wish};
use super::{ClickOf, Grid, Menu, MenuOf, REVEAL, WishOf, widths};

impl<L: Line> Grid<L> {
    /// The widths of the columns (logical pixels).
    fn widths(&mut self, columns: &[Column<L::Column>], room: f32) -> Vec<f32> {
        // A column that was moved keeps its width.
        let kept = self.frozen.take().filter(|(of, kept)| {
            let known = |column: &Column<_>| kept.iter().any(|(key, _)| *key == column.key);
            (of - room).abs() < 0.01 && kept.len() == columns.len() && columns.iter().all(known)
        });
        let Some((_, kept)) = kept else {
            return widths::widths(columns, room, &mut self.fit);
        };
        let of = |column: &Column<L::Column>| {
            let of = |all: &[(L::Column, f32)]| {
                all.iter().find(|(key, _)| *key == column.key).map(|(_, width)| *width)
            };
            of(self.dragged.as_slice()).or(column.drawn).or_else(|| of(&kept)).unwrap_or_default()
        };
        let widths: Vec<f32> = columns.iter().map(of).collect();
        self.freeze(room, columns, &widths);
        widths
    }

    fn freeze(&mut self, room: f32, columns: &[Column<L::Column>], widths: &[f32]) {
        let keys = columns.iter().map(|column| column.key);
        self.frozen = Some((room, keys.zip(widths.iter().copied()).collect()));
    }

    /// Draws the grid in all the room there is; `covered`: something is open over it.
    pub fn show<S: Sheet<Line = L>>(
        &mut self,
        ui: &mut Ui,
        sheet: &S,
        as_excel: bool,
        covered: bool,
        fields: &mut Fields,
        requests: &mut Requests,
    ) -> Vec<WishOf<S>> {
        let theme = theme::of(ui);
        let editor = ui.make_persistent_id("cell editor");
        self.editor = Some(editor);
        self.let_go(ui);
        let came_back = self.last_pass + 1 < ui.ctx().cumulative_pass_nr();
        self.last_pass = ui.ctx().cumulative_pass_nr();
        self.keep_active(sheet, came_back && !covered);
        if came_back {
            self.fit.forget();
            self.frozen = None;
            self.open.clear();
        }
        self.fit.tend(ui, sheet);
        let bar = ui.spacing().scroll.allocated_width();
        let room_across = ui.available_width() - bar;
        let widths = self.widths(sheet.columns(), room_across);
        let head = widths::header_height(ui, sheet.columns(), &widths, &theme);
        let left = ui.cursor().left();
        let right = left + ui.available_width().min(widths.iter().sum());
        let window = (ui.available_height() - head - 1.0).max(0.0);
        self.heights.sync_if_needed(ui, sheet, &widths, window);
        self.titles.sync(sheet);
        self.kept.begin(ui, &theme);
        let has_keys = self.tend_focus(ui, editor, covered);
        if has_keys {
            menu::take_keys(ui, editor);
        }
        let broke = has_keys && self.breaks_a_line(ui, sheet, as_excel);
        let (step, hold) =
            if has_keys { self.read_keys(ui, sheet, as_excel) } else { (None, false) };
        if hold {
            self.begin(ui, sheet, &widths, editor, fields, requests);
        }
        // Under columns that go on beyond the edge lies a bar.
        let beyond = widths.iter().sum::<f32>() > ui.available_width();
        let under = if beyond { bar } else { 0.0 };
        let full = head + self.heights.top(sheet.lines().len()) + under + 1.0;
        let room = ui.available_height().min(full.max(head + 60.0));
        self.page = (room - head - under).max(40.0);
        let block = self.block(sheet);
        let fill_to = self.fill_to();
        self.sweeping &= ui.input(|input| input.pointer.primary_down());
        if self.mode == Mode::Chosen {
            self.note_room = 0.0;
        }
        let mut painter = Painter {
            theme: &theme,
            sheet,
            heights: &mut self.heights,
            kept: &mut self.kept,
            widths: &widths,
            active: self.active.map(|(key, column)| Active { key, column }),
            open: &self.open,
            block,
            sweeping: self.sweeping,
            fill_to,
            over: Over::default(),
            reach: None,
            head,
            top: None,
            rows: 0..0,
            editor,
            fields,
            as_excel,
            clicks: Vec::new(),
            left_right: (left, right),
            mode: self.mode,
            note_room: self.note_room,
            drawn: false,
            heads: Vec::new(),
            seen: None,
            open_list: std::mem::take(&mut self.open_list),
            ctx: ui.ctx().clone(),
        };
        let ctx = ui.ctx().clone();
        painter.measure_open(&ctx);
        let outer = Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width(), room));
        self.corner = outer.left_top() + Vec2::new(0.0, head);
        // The strip of the scroll bar belongs to the table.
        let frame = outer.with_max_x((right + bar).min(outer.right()));
        ui.painter().rect_filled(frame, f32::from(size::CARD_RADIUS), theme.surface);
        let mut inner = ui.new_child(UiBuilder::new().max_rect(outer));
        inner.shrink_clip_rect(frame);
        // A held arrow is faster than any animation.
        inner.style_mut().scroll_animation = egui::style::ScrollAnimation::none();
        // The numbers stand still, and all other cells of a line are one cell of the table: each of
        // its own would be a `Ui` of its own, and sixty of them cost more than their words.
        let numbers = widths[0];
        let columns = [("numbers", numbers), ("cells", widths.iter().sum::<f32>() - numbers)];
        let columns = columns.map(|(name, width)| {
            egui_table::Column::new(width)
                .range(width..=width)
                .id(editor.with(name))
                .resizable(false)
        });
        let grid = egui_table::Table::new()
            .id_salt("grid")
            .columns(columns)
            .num_sticky_cols(1)
            .headers([egui_table::HeaderRow::new(head)])
            .num_rows(sheet.lines().len() as u64);
        // Without stored widths the first frame would be a pass of sizing (and hide all).
        let id = grid.get_id(&inner);
        let mut stored = egui_table::TableState::load(&ctx, id).unwrap_or_default();
        stored.col_widths.clear();
        stored.store(&ctx, id);
        let now = ui.input(|input| input.time);
        let reveals = self.reveal > 0 && now >= self.reveal_after;
        if reveals
            && let Some((key, column)) = self.active
            && let Some(at) = sheet.position(key)
        {
            // Of a line higher than the window the beginning is shown.
            let high = painter.heights.top(at + 1) - painter.heights.top(at) > self.page;
            // The title that stays at the top must not lie over it.
            let above = at.saturating_sub(usize::from(self.titles.around(at).0.is_some()));
            let fits = painter.heights.top(at + 1) - painter.heights.top(above) < self.page;
            let first = if fits { above } else { at };
            let column = sheet.place(column).filter(|column| *column > 0);
            painter.reach = Some(Reach { lines: first..at + 1, column, from_top: high });
            ctx.request_repaint();
        }
        if let Some(at) = self.scroll_to.take().filter(|_| !reveals) {
            painter.reach = Some(Reach { lines: at..at + 1, column: None, from_top: false });
        }
        grid.show(&mut inner, &mut painter);
        let (drawn, seen, over) = (painter.drawn, painter.seen, painter.over);
        let (rows, top) = (painter.rows.clone(), painter.top);
        self.note_room = painter.note_room;
        let mut clicks = std::mem::take(&mut painter.clicks);
        self.heads = std::mem::take(&mut painter.heads);
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
            theme.border(),
            StrokeKind::Inside,
        );
        ui.allocate_rect(outer, egui::Sense::hover());
        if !drawn && ctx.memory(|memory| memory.has_focus(editor)) {
            self.ghost(ui, outer, editor, as_excel, sheet, fields);
        }
        if self.frozen.is_none() && clicks.iter().any(|click| matches!(click, Click::Drag(..))) {
            self.freeze(room_across, sheet.columns(), &widths);
        }
        let mut wishes = Vec::new();
        if broke {
            wishes.push(Wish::Broke);
        }
        if let Some(top) = top {
            let body = frame.with_min_y(frame.top() + head).with_max_x(right);
            self.sticky_ui(ui, sheet, &theme, (body, top, widths[0]));
        }
        if !covered {
            let at = (frame, head);
            let wish =
                self.drag_ui(ui, sheet, &theme, at, (over, rows), (&mut *fields, &mut *requests));
            wishes.extend(wish);
        }
        self.proposals_ui(ui, sheet, editor, fields, &mut clicks);
        self.menu_ui(ui, sheet, editor, &mut clicks);
        for click in clicks {
            if matches!(click, Click::Cell(..)) {
                self.reveal = REVEAL;
                let patience = ctx.options(|options| options.input_options.max_double_click_delay);
                self.reveal_after = now + patience;
                ctx.request_repaint();
            }
            if let Click::Take(text) = click {
                self.take(ui, editor, text, fields);
                continue;
            }
            self.click(sheet, click, fields, requests, &mut wishes);
        }
        if step == Some(Step::Take) {
            if let Some(text) = self.proposing.taken().map(str::to_owned) {
                self.take(ui, editor, text, fields);
            }
        } else if let Some(step) = step {
            self.step(sheet, step, fields, requests, &mut wishes);
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
        wishes
    }

    /// What the live text may become, under its cell, while it is being typed.
    fn proposals_ui<S: Sheet<Line = L>>(
        &mut self,
        ui: &Ui,
        sheet: &S,
        editor: Id,
        fields: &Fields,
        clicks: &mut Vec<ClickOf<S>>,
    ) {
        let typed = fields.live().filter(|live| live.id == editor && self.mode != Mode::Chosen);
        let cell = self.cell.zip(typed).zip(self.active);
        let proposals = cell.and_then(|((cell, typed), (key, column))| {
            // Nothing is proposed before a letter was typed.
            let line = sheet.line(key).filter(|_| typed.is_changed())?;
            Some((cell, sheet.proposals(line, column, &typed.text)))
        });
        let (cell, lines) = proposals.unwrap_or((Rect::NOTHING, Vec::new()));
        let taken = self.proposing.show(ui, sheet, (editor, cell), &lines);
        clicks.extend(taken.map(Click::Take));
    }

    /// The menu of the chosen lines or of a column, opened in the frame before.
    fn menu_ui<S: Sheet<Line = L>>(
        &mut self,
        ui: &Ui,
        sheet: &S,
        editor: Id,
        clicks: &mut Vec<ClickOf<S>>,
    ) {
        let Some(menu) = self.menu else { return };
        let mut open = true;
        let shown = egui::Popup::new(editor.with("menu"), ui.ctx().clone(), menu.at, ui.layer_id())
            .kind(egui::PopupKind::Menu)
            .open_bool(&mut open)
            .layout(egui::Layout::top_down_justified(egui::Align::Min))
            .style(egui::containers::menu::menu_style)
            .gap(0.0)
            .width(290.0)
            .show(|ui| match menu.of {
                MenuOf::Line(_) => sheet.menu_ui(ui),
                MenuOf::Head(column) => sheet.head_menu_ui(ui, column),
            });
        let (first, picked) = shown.map(|shown| shown.inner).unwrap_or_default();
        clicks.extend(picked.and_then(|picked| match (picked, menu.of) {
            (Pick::Step(step), _) => Some(Click::Step(step)),
            (Pick::Open, MenuOf::Line(key)) => Some(Click::Open(key)),
            (Pick::Fit, MenuOf::Head(column)) => Some(Click::Width(column, None)),
            (Pick::Act(act), _) => Some(Click::Act(act)),
            _ => None,
        }));
        if menu.by_key
            && let Some(first) = first
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
