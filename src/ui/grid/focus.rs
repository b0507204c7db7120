//! The keys of the grid: who has the focus, what a frame's keys ask for, and the one live editor.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Event, Id, Rect, Ui, UiBuilder, Vec2};

use crate::ui::fields::Fields;
use crate::ui::request::Requests;
use crate::ui::theme;

use super::galleys::{self, PAD};
use super::keys::{self, Mode, Now, Step};
use super::paint;
use super::paste::pasted;
use super::sheet::{Line, Sheet};
use super::{Caret, Grid};

impl<L: Line> Grid<L> {
    /// Takes the focus where nothing else has it, so that it is always somewhere and where
    /// the eye is; says whether this frame's keys are the grid's.
    pub(super) fn tend_focus(&mut self, ui: &Ui, editor: Id, covered: bool) -> bool {
        // What is open lies over the grid; a dialog that closed does so for one more frame.
        let over = covered
            || self.menu.is_some()
            || egui::Popup::is_any_open(ui)
            || ui.memory(|memory| memory.top_modal_layer().is_some());
        let focused = ui.memory(egui::Memory::focused);
        if over {
            if focused == Some(editor) {
                // What is typed now must not go into a cell under what is open.
                ui.memory_mut(|memory| memory.surrender_focus(editor));
            }
            let taken = focused.is_some_and(|id| id != editor);
            ui.input(|input| self.held.watch(&input.events, taken));
            // What waited for the next cell belongs to what was opened instead.
            let waiting = std::mem::take(&mut self.waiting);
            ui.input_mut(|input| drop(input.events.splice(0..0, waiting)));
            self.want_focus = true;
            return false;
        }
        let elsewhere = focused.is_some_and(|id| id != editor);
        let back = elsewhere
            && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::F6));
        if self.want_focus || focused.is_none() || back {
            ui.memory_mut(|memory| memory.request_focus(editor));
            self.waiting.append(&mut self.held.take());
        } else if elsewhere {
            self.waiting.clear();
            return false;
        }
        self.want_focus = false;
        // egui would move the focus by the keys that came before it knew of the grid's own.
        ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
        true
    }

    /// Takes a step out of this frame's keys; says too whether the editor shall be live.
    pub(super) fn read_keys<S: Sheet<Line = L>>(
        &mut self,
        ui: &Ui,
        sheet: &S,
        as_excel: bool,
    ) -> (Option<Step>, bool) {
        let Some((key, column)) = self.active else { return (None, false) };
        let line = sheet.line(key);
        let typed = line.is_some_and(|line| line.is_typed(column));
        let enter_breaks = !as_excel && line.is_some_and(|line| sheet.breaks(line, column));
        let waiting = std::mem::take(&mut self.waiting);
        let mode = if typed { self.mode } else { Mode::Chosen };
        let many = self.block(sheet).is_some_and(|block| block.is_many());
        let proposed = self.proposing.is_open().then(|| self.proposing.is_chosen());
        let mut block = None;
        let (step, rest) = ui.input_mut(|input| {
            input.events.splice(0..0, waiting);
            for event in &mut input.events {
                if let Event::Paste(text) = event {
                    if many || sheet.is_block(text) {
                        block = Some(text.clone());
                    }
                    *text = pasted(text);
                }
            }
            let now = Now { mode, enter_breaks, typed, block: block.is_some(), many, proposed };
            keys::take_step(&mut input.events, now)
        });
        self.block = block.filter(|_| step == Some(Step::Paste));
        self.waiting = rest;
        if !self.waiting.is_empty() {
            ui.request_repaint();
        }
        (step, typed)
    }

    /// Whether Enter makes a new line in the text of the active cell in this frame.
    pub(super) fn breaks_a_line<S: Sheet<Line = L>>(
        &self,
        ui: &Ui,
        sheet: &S,
        as_excel: bool,
    ) -> bool {
        let Some((key, column)) = self.active else { return false };
        let breaks =
            sheet.line(key).is_some_and(|line| line.is_typed(column) && sheet.breaks(line, column));
        let plain = egui::Modifiers::NONE;
        breaks
            && !as_excel
            && self.mode != Mode::Chosen
            && !self.proposing.is_chosen()
            && ui.input(|input| input.modifiers == plain && input.key_pressed(egui::Key::Enter))
    }

    /// Makes the active cell the live field, with the newest text.
    pub(super) fn begin<S: Sheet<Line = L>>(
        &mut self,
        ui: &Ui,
        sheet: &S,
        widths: &[f32],
        editor: Id,
        fields: &mut Fields,
        requests: &mut Requests,
    ) {
        if fields.is_live(editor) {
            return;
        }
        let Some((key, column)) = self.active else { return };
        let Some(line) = sheet.line(key) else { return };
        sheet.begin(line, column, editor, fields, requests);
        let text = line.text(column);
        let caret = std::mem::take(&mut self.caret);
        let end = CCursor::new(text.chars().count());
        let range = match caret {
            Caret::All => CCursorRange::two(CCursor::default(), end),
            Caret::End => CCursorRange::one(end),
            Caret::At(offset) => {
                let place = sheet.place(column).unwrap_or(1);
                let width = if line.spans() {
                    widths.iter().skip(1).sum::<f32>()
                } else {
                    widths.get(place).copied().unwrap_or(100.0)
                };
                let width = width - 1.0 - 2.0 * PAD.x;
                let bold = sheet.bold(line, column, text);
                let job = galleys::cell_job(&theme::of(ui), text, bold, width);
                let galley = galleys::lay_out(ui, job);
                CCursorRange::one(galley.cursor_from_pos(offset - PAD))
            }
        };
        self.mode = if caret == Caret::All { Mode::Chosen } else { Mode::Writing };
        let mut state = TextEditState::default();
        state.cursor.set_char_range(Some(range));
        state.store(ui, editor);
    }

    /// Keeps the focus, and what is typed, while the active cell is scrolled out of sight:
    /// one pixel of it is in sight, so that an input method goes on too.
    pub(super) fn ghost<S: Sheet<Line = L>>(
        &mut self,
        ui: &mut Ui,
        outer: Rect,
        editor: Id,
        as_excel: bool,
        sheet: &S,
        fields: &mut Fields,
    ) {
        let Some((key, column)) = self.active else { return };
        let pixel = Rect::from_min_size(outer.left_top(), Vec2::splat(1.0));
        let place = Rect::from_min_size(outer.left_top(), Vec2::new(240.0, 40.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place));
        child.shrink_clip_rect(pixel);
        let Some(text) = fields.text_mut(editor) else {
            child.interact(pixel, editor, egui::Sense::focusable_noninteractive());
            ui.memory_mut(|memory| memory.set_focus_lock_filter(editor, paint::GRID_KEYS));
            return;
        };
        let line = sheet.line(key);
        let enter_breaks = !as_excel && line.is_some_and(|line| sheet.breaks(line, column));
        let visuals = child.visuals_mut();
        visuals.text_cursor.stroke.color = egui::Color32::TRANSPARENT;
        visuals.selection.bg_fill = egui::Color32::TRANSPARENT;
        let edit =
            paint::cell_edit(text, editor, enter_breaks).text_color(egui::Color32::TRANSPARENT);
        if child.add(edit).changed() {
            fields.changed(ui.input(|input| input.time));
            self.wrote();
            self.reveal();
            ui.request_repaint();
        }
    }

    /// The text of the active cell was changed by typing.
    pub(super) fn wrote(&mut self) {
        if self.mode == Mode::Chosen {
            self.mode = Mode::Typing;
        }
        self.anchor = None;
        self.proposing.typed();
    }

    /// The live text becomes this, and the caret stands at its end.
    pub(super) fn take(&mut self, ui: &Ui, editor: Id, text: String, fields: &mut Fields) {
        let Some(live) = fields.text_mut(editor) else { return };
        let end = CCursorRange::one(CCursor::new(text.chars().count()));
        *live = text;
        fields.changed(ui.input(|input| input.time));
        let mut state = TextEditState::load(ui, editor).unwrap_or_default();
        state.cursor.set_char_range(Some(end));
        state.store(ui, editor);
        self.mode = Mode::Writing;
        self.proposing.dismiss();
        self.want_focus = true;
        ui.request_repaint();
    }
}
