//! The active cell: the live text field over it, or what takes the keys where nothing is typed.

use egui::accesskit::Role;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    Align2, EventFilter, Id, Rect, Response, Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder,
    Vec2, WidgetInfo,
};

use crate::ui::fields::menu;
use crate::ui::theme::{regular, size};

use super::super::galleys::{PAD, cell_job, lay_out};
use super::super::keys::Mode;
use super::super::sheet::{Click, ColumnOf, Line, Sheet};
use super::Painter;

impl<S: Sheet> Painter<'_, S> {
    /// The live text field of the active cell, over its whole rectangle.
    pub(super) fn editor_ui(&mut self, ui: &mut Ui, rect: Rect, at: usize, column: ColumnOf<S>) {
        let sheet = self.sheet;
        let line = &sheet.lines()[at];
        let theme = self.theme;
        let label = sheet.editor_label(at, column);
        ui.painter().rect_filled(rect, 0.0, theme.surface);
        let enter_breaks = sheet.breaks(line, column) && !self.as_excel;
        let mut shown = line.text(column).to_owned();
        let text = match self.fields.text_mut(self.editor) {
            Some(text) => text,
            None => &mut shown,
        };
        let mut child = ui.new_child(
            UiBuilder::new()
                .max_rect(rect.shrink2(PAD))
                .layout(egui::Layout::top_down(egui::Align::Min)),
        );
        child.shrink_clip_rect(rect);
        let chosen = self.mode == Mode::Chosen;
        let visuals = child.visuals_mut();
        visuals.text_cursor.blink = false;
        if chosen {
            // All of it is marked, so that typing replaces it; that is no sight.
            visuals.text_cursor.stroke.color = egui::Color32::TRANSPARENT;
            visuals.selection.bg_fill = egui::Color32::TRANSPARENT;
            visuals.selection.stroke.color = theme.text;
        }
        let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
            let text = text.as_str();
            lay_out(ui, cell_job(theme, text, sheet.bold(line, column, text), width))
        };
        let edit = cell_edit(text, self.editor, enter_breaks)
            .text_color(theme.text)
            .layouter(&mut layouter)
            .desired_width(rect.width() - 2.0 * PAD.x)
            .min_size(Vec2::new(rect.width() - 2.0 * PAD.x, 0.0));
        let output = if chosen {
            edit.show(&mut child)
        } else {
            menu::with_menu(&mut child, self.editor, true, |ui| edit.show(ui))
        };
        let response = output.response.response;
        ui.accesskit_node_builder(self.editor, |node| node.set_label(label));
        self.drawn = true;
        if response.changed() {
            self.fields.changed(ui.input(|input| input.time));
            self.clicks.push(Click::Wrote);
            ui.ctx().request_repaint();
        } else if chosen && twice(&response) {
            self.clicks.push(Click::Write(place_in(&response, rect)));
        } else if chosen && response.dragged() {
            // Beyond the cell others come in; inside it nothing is marked, as in Excel.
            let beyond = response.interact_pointer_pos().is_some_and(|at| !rect.contains(at));
            if beyond && !self.sweeping {
                self.clicks.push(Click::Sweep(line.key(), column));
            }
        } else if response.dragged() || (response.clicked() && !chosen) {
            self.clicks.push(Click::InText);
        } else if chosen && !response.is_pointer_button_down_on() {
            self.mark_all(ui);
        }
        // The rest of the cell, under a short text, belongs to the field too.
        let below = rect.with_min_y(response.rect.bottom().min(rect.bottom()));
        let blank = ui.interact(below, self.editor.with("rest"), Sense::CLICK);
        ui.accesskit_node_builder(blank.id, egui::accesskit::Node::set_hidden);
        if twice(&blank) && chosen {
            self.clicks.push(Click::Write(place_in(&blank, rect)));
        } else if blank.clicked() && !chosen {
            self.clicks.push(Click::InText);
        }
        if blank.clicked() {
            ui.memory_mut(|memory| memory.request_focus(self.editor));
        }
        self.menu(&blank, line.key(), column);
        if chosen {
            self.menu(&response, line.key(), column);
        }
        ui.painter().rect_stroke(rect, 0.0, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
    }

    /// In a chosen cell everything is marked, whatever the pointer did.
    pub(super) fn mark_all(&self, ui: &Ui) {
        let Some(live) = self.fields.live().filter(|live| live.id == self.editor) else { return };
        let Some(mut state) = TextEditState::load(ui, self.editor) else { return };
        let end = CCursor::new(live.text.chars().count());
        let all = CCursorRange::two(CCursor::default(), end);
        if state.cursor.char_range() != Some(all) {
            state.cursor.set_char_range(Some(all));
            state.store(ui, self.editor);
        }
    }

    /// Remembers where the active cell is, and what of it is in sight.
    pub(super) fn saw(&mut self, ui: &Ui, cell: Rect) {
        self.seen = Some((cell, cell.intersect(ui.clip_rect())));
    }

    /// A cell that takes the focus and no typing: the number of a line, a list.
    pub(super) fn focus_box(&mut self, ui: &Ui, rect: Rect, label: &str, role: Role) -> Response {
        let response = ui.interact(rect, self.editor, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(role, true, label));
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.editor, GRID_KEYS));
        self.drawn = true;
        ui.painter().rect_stroke(
            rect,
            0.0,
            Stroke::new(2.0, self.theme.accent),
            StrokeKind::Inside,
        );
        response
    }
}

/// The text field of a cell, as it takes keys in sight and out of sight.
pub fn cell_edit(text: &mut String, editor: Id, enter_breaks: bool) -> TextEdit<'_> {
    let new_line = if enter_breaks { egui::Modifiers::NONE } else { egui::Modifiers::ALT };
    TextEdit::multiline(text)
        .id(editor)
        .frame(egui::Frame::NONE)
        .font(regular(size::TABLE))
        .align(Align2::LEFT_TOP)
        .desired_rows(1)
        .event_filter(GRID_KEYS)
        .return_key(egui::KeyboardShortcut::new(new_line, egui::Key::Enter))
}

/// Whether it was clicked twice; a click elsewhere just before makes them three for egui.
pub fn twice(response: &Response) -> bool {
    response.double_clicked() || response.triple_clicked()
}

/// Where the pointer is in a cell, from its left top corner.
pub fn place_in(response: &Response, cell: Rect) -> Vec2 {
    response.interact_pointer_pos().map_or(Vec2::ZERO, |at| at - cell.min)
}

/// Keys that stay in the grid.
pub const GRID_KEYS: EventFilter =
    EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
