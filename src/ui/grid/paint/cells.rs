//! The cells: each painted, named for a screen reader, and ready for the pointer.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{
    CursorIcon, Galley, PointerButton, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo,
};

use super::super::galleys::{PAD, cell_job, format, header_job, lay_out, note_job, tinted};
use super::super::kept::job_of;
use super::super::sheet::{Click, ColumnOf, Key, Line, Note, Sheet};
use super::Painter;
use super::editor::{place_in, twice};

/// Width of the edge of a line that wants to be seen (logical pixels).
const EDGE: f32 = 3.0;

impl<S: Sheet> Painter<'_, S> {
    /// The column by which the one text of a line over the full width is named.
    pub(super) fn span_column(&self) -> ColumnOf<S> {
        let columns = self.sheet.columns();
        columns.get(1).unwrap_or(&columns[0]).key
    }

    pub(super) fn span_ui(&mut self, ui: &mut Ui, at: usize, row: Rect) {
        let line = &self.sheet.lines()[at];
        let theme = self.theme;
        let left = self.left_right.0 + self.widths[0];
        let rect = Rect::from_min_max(
            Pos2::new(left, row.top()),
            Pos2::new(self.left_right.1, row.bottom() - 1.0),
        );
        let column = self.span_column();
        let active = self
            .active
            .is_some_and(|active| active.key == line.key() && !self.sheet.is_number(active.column));
        if active {
            self.saw(ui, rect);
        }
        if active && self.fields.is_live(self.editor) {
            self.editor_ui(ui, rect, at, column);
            return;
        }
        let text = line.text(column);
        let bold = self.sheet.bold(line, column, text);
        let mut job = cell_job(theme, text, bold, rect.width() - 2.0 * PAD.x);
        let found = self.sheet.found(line, column);
        if !found.is_empty() {
            job = tinted(theme, job, &found);
        }
        ui.painter().galley(rect.min + PAD, lay_out(ui, job), theme.text);
        let id = self.editor.with(("span", line.key().0));
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Cell, true, self.sheet.label(at, column, text))
        });
        self.pointer(&response, line.key(), column);
        if active {
            self.waiting_border(ui, rect);
        }
    }

    /// Around the active cell while the keys are elsewhere.
    fn waiting_border(&self, ui: &Ui, rect: Rect) {
        let ink = Stroke::new(1.0, self.theme.accent);
        ui.painter().rect_stroke(rect, 0.0, ink, StrokeKind::Inside);
    }

    fn pointer(&mut self, response: &Response, key: Key, column: ColumnOf<S>) {
        if response.clicked() && response.ctx.input(|input| input.modifiers.shift) {
            self.clicks.push(Click::Extend(key, column));
        } else if response.clicked() {
            self.clicks.push(Click::Cell(key, column));
        } else if response.drag_started_by(PointerButton::Primary) && !self.sweeping {
            self.clicks.push(Click::Sweep(key, column));
        }
        if twice(response) && self.sheet.line(key).is_some_and(|line| line.is_typed(column)) {
            self.clicks.push(Click::Write(place_in(response, response.rect)));
        }
        self.menu(response, key, column);
    }

    pub(super) fn menu(&mut self, response: &Response, key: Key, column: ColumnOf<S>) {
        if response.secondary_clicked() {
            let at = response.interact_pointer_pos().unwrap_or(response.rect.center());
            self.clicks.push(Click::Menu(key, column, at));
        }
    }

    pub(super) fn number_ui(&mut self, ui: &Ui, rect: Rect, at: usize) {
        let line = &self.sheet.lines()[at];
        let key = line.key();
        let column = self.sheet.columns()[0].key;
        let mut job = LayoutJob::default();
        job.append(line.number(), 0.0, format(self.theme, line.spans()));
        let galley = lay_out(ui, job);
        let inset = ((rect.width() - galley.size().x) / 2.0).clamp(2.0, PAD.x);
        ui.painter().galley(rect.min + Vec2::new(inset, PAD.y), galley, self.theme.text);
        if let Some(ink) = self.sheet.edge(at) {
            ui.painter().rect_filled(rect.with_max_x(rect.left() + EDGE), 0.0, ink);
        }
        let label = || self.sheet.label(at, column, line.number());
        let active = self.active.is_some_and(|a| a.key == key && a.column == column);
        let response = if active {
            self.focus_box(ui, rect, &label(), Role::RowHeader)
        } else {
            let id = self.editor.with(("number", key.0));
            let response = ui.interact(rect, id, Sense::click_and_drag());
            response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, label()));
            response
        };
        if response.double_clicked() {
            self.clicks.push(Click::Open(key));
        } else if response.clicked() {
            let grow = ui.input(|input| input.modifiers.shift);
            self.clicks.push(Click::Number(key, grow));
        } else if response.drag_started_by(PointerButton::Primary) {
            self.clicks.push(Click::Lift(key));
        }
        self.menu(&response, key, column);
        response.on_hover_cursor(CursorIcon::PointingHand);
    }

    pub(super) fn list_ui(&mut self, ui: &mut Ui, rect: Rect, at: usize, column: ColumnOf<S>) {
        let line = &self.sheet.lines()[at];
        let text = line.text(column);
        let room = rect.width() - 2.0 * PAD.x;
        let look = self.look(line, text, column, room, 0.0);
        let galley = self.words(line, column, text, look);
        ui.painter().galley(rect.min + PAD, galley, self.theme.text);
        let label = || self.sheet.label(at, column, text);
        let active = self.is_active(line, column);
        let response = if active {
            self.focus_box(ui, rect, &label(), Role::Cell)
        } else {
            let id = self.editor.with(("list", line.key().0, column));
            let response = ui.interact(rect, id, Sense::click_and_drag());
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, label()));
            response
        };
        self.pointer(&response, line.key(), column);
        if !active {
            return;
        }
        if self.open_list {
            egui::Popup::open_id(ui, egui::Popup::default_response_id(&response));
        }
        let sheet = self.sheet;
        let shown =
            egui::Popup::menu(&response).width(180.0).show(|ui| sheet.list_ui(ui, line, column));
        self.clicks.extend(shown.and_then(|shown| shown.inner).map(Click::Act));
    }

    /// An active cell with nothing to type into yet.
    fn start_ui(&mut self, ui: &Ui, rect: Rect, at: usize, column: ColumnOf<S>) {
        let label = self.sheet.label(at, column, "");
        let response = self.focus_box(ui, rect, &label, Role::Cell);
        let room = rect.width() - 2.0 * PAD.x;
        let galley = lay_out(ui, header_job(self.theme, self.sheet.start_words(), room));
        ui.painter().galley(rect.min + PAD, galley, self.theme.muted);
        if response.clicked() || self.open_list {
            self.clicks.push(Click::Start(self.sheet.lines()[at].key(), column));
        }
    }

    pub(super) fn text_ui(&mut self, ui: &mut Ui, rect: Rect, at: usize, column: ColumnOf<S>) {
        let line = &self.sheet.lines()[at];
        let key = line.key();
        let theme = self.theme;
        let active = self.is_active(line, column);
        if active && !line.is_typed(column) {
            self.start_ui(ui, rect, at, column);
            return;
        }
        let room = rect.width() - 2.0 * PAD.x;
        let note = self.note(at, column).map(|note| {
            let galley = lay_out(ui, note_job(theme, &note, room));
            (note, galley)
        });
        let under = note.as_ref().map_or(0.0, |(_, galley)| galley.size().y);
        let text_foot;
        let id = self.editor.with(("cell", key.0, column));
        if active && self.fields.is_live(self.editor) {
            // A fast second press still lies on what the first one chose.
            let pressed = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
            // Of the pointer alone: who hears the screen has the field in it.
            ui.accesskit_node_builder(id, egui::accesskit::Node::set_hidden);
            if twice(&pressed) {
                self.clicks.push(Click::Write(place_in(&pressed, rect)));
            }
            self.editor_ui(ui, rect, at, column);
            self.note_room = self.note_room.max(under);
            text_foot = rect.bottom() - PAD.y - under;
        } else {
            let (text, own) = self.sheet.shown(line, column);
            let look = self.look(line, text, column, room, under);
            let found = self.sheet.found(line, column);
            let galley = if own && !found.is_empty() {
                lay_out(ui, tinted(theme, job_of(theme, text, look), &found))
            } else {
                self.words(line, column, text, look)
            };
            let is_cut = galley.elided;
            text_foot = rect.top() + PAD.y + galley.size().y;
            if own {
                ui.painter().galley(rect.min + PAD, galley, theme.text);
            } else {
                ui.painter().galley_with_override_text_color(rect.min + PAD, galley, theme.muted);
            }
            let response = ui.interact(rect, id, Sense::click_and_drag());
            response.widget_info(|| {
                WidgetInfo::labeled(Role::Cell, true, self.sheet.label(at, column, text))
            });
            let mut response = response.on_hover_cursor(CursorIcon::Text);
            if is_cut && response.hovered() {
                response = response.on_hover_text(text);
            }
            self.pointer(&response, key, column);
            if active {
                self.waiting_border(ui, rect);
            }
        }
        if let Some((note, galley)) = note {
            let place = Pos2::new(rect.left() + PAD.x, text_foot);
            self.note_ui(ui, place, key, column, &note, galley);
        }
    }

    fn note_ui(
        &mut self,
        ui: &Ui,
        left_top: Pos2,
        key: Key,
        column: ColumnOf<S>,
        note: &Note,
        galley: Arc<Galley>,
    ) {
        let place = Rect::from_min_size(left_top, galley.size());
        let id = self.editor.with(("note", key.0, column));
        let response = ui.interact(place, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, note.label.as_str()));
        ui.painter().galley(left_top, galley, self.theme.muted);
        if response.hovered() {
            let under = place.bottom() - 1.0;
            ui.painter().hline(place.x_range(), under, Stroke::new(1.0, note.ink));
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(note.tip);
        if response.clicked() {
            self.clicks.push(Click::Note(key, column));
        }
    }
}
