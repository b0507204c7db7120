//! The editor of paragraphs: one `TextEdit` over [`RichText`], numbers painted beside it.

use std::cell::RefCell;
use std::rc::Rc;

use egui::text::{CCursor, CCursorRange};
use egui::{
    Event, FocusDirection, Id, Key, Modifiers, SurrenderFocusOn, TextBuffer, TextEdit, Ui,
    WidgetInfo,
};

use crate::edit::Edit;
use crate::import;
use crate::plan::number::Numbering;
use crate::plan::{Level, Paragraph, Plan, Run, RunField};
use crate::ui::fields::{Fields, menu};
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{Theme, size};
use crate::words;

use super::dragging;
use super::looks::{GUTTER, first_line, hint, lay_out, leads, paint_numbers};
use super::rich::{Head, RichText, Style};

/// How many snapshots the field itself can take back.
const DEPTH: usize = 100;
/// Keys closer together than this (s) are one snapshot.
const BURST: f64 = 1.0;
/// Right of the words (logical pixels).
const RIGHT: i8 = 10;

/// What a text means as an edit of the dossier.
pub type MakeEdit = Rc<dyn Fn(Vec<Paragraph>) -> Edit>;

/// The editor that has the focus, if one has.
#[derive(Default)]
pub struct RichEditor {
    live: Option<Live>,
    /// The editor that had the focus last.
    last: Option<Id>,
    /// Which one of those shown the buttons act on while none has the focus: the last one
    /// that had it, else the first one.
    nearest: Option<Id>,
    /// What a button asks of an editor that gets the focus by it.
    wanted: Option<(Id, Format)>,
    /// Where the buttons stand: a click there leaves the focus where it is.
    buttons: Option<egui::Rect>,
    /// The key of fields was pressed: they shall be offered.
    pub wants_fields: bool,
    /// What was copied here last, its fields with it.
    copied: Option<(String, Vec<Run>)>,
}

struct Live {
    id: Id,
    text: Rc<RefCell<RichText>>,
    undo: Vec<(RichText, usize)>,
    redo: Vec<(RichText, usize)>,
    /// What was pasted last, until its styles have come or the focus goes.
    pasted: Option<Pasted>,
    /// Styles have come that are not handed over yet.
    dressed: bool,
    changed_at: f64,
    /// Where the cursor was in the last frame.
    cursor: usize,
}

/// Words that were pasted without their styles.
struct Pasted {
    /// The text before, and what was selected in it.
    before: RichText,
    selection: std::ops::Range<usize>,
    /// What was pasted.
    words: String,
    /// Where its end is now, while nothing before it changes.
    end: usize,
}

/// What the buttons above the editor do to the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 1., a), - or +.
    Level(Level),
    /// A heading on its own line.
    Heading,
    /// Đậm.
    Bold,
    /// Nghiêng.
    Italic,
    /// A field comes in.
    Field(RunField),
}

/// An editor as a view shows it.
pub struct Words<'a> {
    /// Names it; from the dossier's ids.
    pub id: Id,
    /// Its name for a screen reader and for tests.
    pub label: &'a str,
    /// Its value.
    pub paragraphs: &'a [Paragraph],
    /// What a new text means.
    pub make: MakeEdit,
    /// Shown while it is empty.
    pub hint: &'a str,
    /// Rows kept free.
    pub rows: usize,
    /// Set in italics throughout (legal bases).
    pub italic: bool,
    /// What its fields say.
    pub plan: &'a Plan,
}

/// Width of an editor here, and of what stands over it (logical pixels).
pub fn width(ui: &Ui) -> f32 {
    let sides = f32::from(GUTTER) + f32::from(RIGHT) + 2.0;
    ui.available_width().min(size::MEASURE + sides)
}

impl RichEditor {
    /// What the selection is, for the buttons; none while no editor has the cursor.
    pub fn format_at_cursor(&self, ctx: &egui::Context) -> Option<(Head, Style)> {
        let live = self.live.as_ref()?;
        let text = live.text.borrow();
        let selection = selection_of(ctx, live.id);
        Some((text.head_of(&selection), text.style_of(&selection)))
    }

    /// The field at the cursor.
    pub fn field_at_cursor(&self, ctx: &egui::Context) -> Option<RunField> {
        let live = self.live.as_ref()?;
        live.text.borrow().field_at(&selection_of(ctx, live.id))
    }

    /// The editor that the buttons act on gets the focus, where nothing else has it.
    pub fn take_focus(&self, ctx: &egui::Context) {
        if let Some(id) = self.nearest.filter(|_| ctx.memory(|memory| memory.focused().is_none())) {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// Says where the buttons of this frame stand; to be called before the editors.
    pub fn buttons_at(&mut self, rect: egui::Rect) {
        self.buttons = Some(rect);
        self.nearest = None;
    }

    /// Does to the selection what a button says; where no editor has the cursor, one gets it.
    pub fn format(
        &mut self,
        ctx: &egui::Context,
        format: Format,
        plan: &Plan,
        fields: &mut Fields,
        requests: &mut Requests,
    ) {
        let Some(live) = &mut self.live else {
            if let Some(id) = self.nearest {
                self.wanted = Some((id, format));
                ctx.memory_mut(|memory| memory.request_focus(id));
            }
            return;
        };
        let selection = selection_of(ctx, live.id);
        let of_next_letter =
            selection.is_empty() && matches!(format, Format::Bold | Format::Italic);
        if !of_next_letter {
            live.snapshot(selection.end);
        }
        {
            let mut text = live.text.borrow_mut();
            match format {
                Format::Level(level) => text.toggle_level(&selection, level),
                Format::Heading => text.toggle_heading(&selection),
                Format::Bold => text.toggle_style(&selection, true),
                Format::Italic => text.toggle_style(&selection, false),
                Format::Field(field) => {
                    let end = text.put_field(&selection, &Run::of_field(field, plan));
                    set_cursor(ctx, live.id, end);
                }
            }
        }
        if !of_next_letter {
            live.hand_over(fields, requests);
        }
    }

    /// The styles of what was pasted last have come. Words typed since stay as they are.
    pub fn take_html(&mut self, html: &str) {
        let Some(live) = &mut self.live else { return };
        let Some(pasted) = live.pasted.take() else { return };
        let Some(runs) = import::styled(&pasted.words, html) else { return };
        let mut styled = pasted.before;
        let end = styled.paste(&pasted.selection, &pasted.words, Some(&runs));
        if end == pasted.end {
            live.text.borrow_mut().dress(pasted.selection.start..end, &styled);
            live.dressed = true;
        }
    }

    /// Draws an editor; `numbering` goes on from what stands before it in the part.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        editor: &Words<'_>,
        numbering: &mut Numbering,
        fields: &mut Fields,
        requests: &mut Requests,
    ) -> egui::Response {
        let id = editor.id;
        if self.live.as_ref().is_some_and(|live| live.id == id && !fields.is_live(id)) {
            // The value went away under it: undo, another plan, another file.
            self.live = None;
        }
        if self.nearest.is_none() || self.last == Some(id) {
            self.nearest = Some(id);
        }
        if ui.memory(|memory| memory.has_focus(id)) {
            self.begin(editor, fields, requests);
            if let Some((_, format)) = self.wanted.take_if(|(wanted, _)| *wanted == id) {
                if TextEdit::load_state(ui.ctx(), id).is_none() {
                    let end =
                        self.live.as_ref().map_or(0, |live| live.text.borrow().styles().len());
                    set_cursor(ui.ctx(), id, end);
                }
                self.format(ui.ctx(), format, editor.plan, fields, requests);
            }
            menu::take_keys(ui, id);
            self.keys(ui, editor, fields, requests);
        }
        let shared = match &self.live {
            Some(live) if live.id == id => Rc::clone(&live.text),
            _ => Rc::new(RefCell::new(RichText::from_paragraphs(editor.paragraphs))),
        };
        let old = shared.borrow().clone();
        let focused = ui.memory(|memory| memory.has_focus(id));
        let border = if focused { theme.accent } else { theme.edge };
        let frame = egui::Frame::new()
            .stroke(egui::Stroke::new(1.0, border))
            .corner_radius(size::RADIUS)
            .inner_margin(egui::Margin { left: GUTTER, right: RIGHT, top: 8, bottom: 8 });
        // The TextEdit works on a copy, so that the layouter may read styles beside it.
        let mut text = old.clone();
        let surrender = ui.ctx().options(|options| options.input_options.surrender_focus_on);
        if self.pointer_on_buttons(ui.ctx()) {
            ui.ctx().options_mut(|options| {
                options.input_options.surrender_focus_on = SurrenderFocusOn::Never;
            });
        }
        let (before, look) = (*numbering, (first_line(editor.plan), editor.italic));
        let set_in = |ui: &Ui, text: &RichText| leads(ui, text, &mut before.clone(), look);
        let output = {
            let mut layouter = |ui: &Ui, buffer: &dyn TextBuffer, width: f32| {
                let text = old.dressing(buffer.as_str());
                lay_out(ui, &text, &set_in(ui, &text), (theme, editor.italic), width)
            };
            let hint = hint(editor.hint, &set_in(ui, &old), theme);
            let edit = TextEdit::multiline(&mut text)
                .id(id)
                .frame(frame)
                .desired_width(width(ui))
                .desired_rows(editor.rows)
                .hint_text(hint)
                .lock_focus(true)
                .layouter(&mut layouter);
            menu::with_menu(ui, id, true, |ui| edit.show(ui))
        };
        ui.ctx().options_mut(|options| options.input_options.surrender_focus_on = surrender);
        // Undo is ours: the TextEdit's own knows no styles.
        let mut state = output.state.clone();
        state.clear_undoer();
        state.store(ui.ctx(), id);
        let response = output.response.response.clone();
        let shift = text.take_shift();
        if let Some(live) = self.live.as_ref().filter(|live| live.id == id) {
            fields.set_own_steps(id, !live.undo.is_empty(), !live.redo.is_empty());
        }
        if response.changed() && text != old {
            self.begin(editor, fields, requests);
            let now = ui.input(|input| input.time);
            if let Some(live) = self.live.as_mut().filter(|live| live.id == id) {
                if now - live.changed_at > BURST {
                    let cursor = output.cursor_range.map_or(0, |range| range.primary.index.0);
                    live.push_undo((old, cursor));
                }
                live.changed_at = now;
                live.redo.clear();
                *live.text.borrow_mut() = text.clone();
            }
            self.tell(id, now, fields);
        }
        if let Some(range) = output.cursor_range
            && let Some(live) = self.live.as_mut().filter(|live| live.id == id)
        {
            let (primary, secondary) = (range.primary.index.0, range.secondary.index.0);
            let moved = (primary.saturating_sub(shift), secondary.saturating_sub(shift));
            let mut text = live.text.borrow_mut();
            let beside = text.beside_fields(moved.0, moved.1, live.cursor);
            if beside != (primary, secondary) {
                let (secondary, primary) = (CCursor::new(beside.1), CCursor::new(beside.0));
                select(ui.ctx(), id, CCursorRange::two(secondary, primary));
                ui.ctx().request_repaint();
            }
            live.cursor = beside.0;
            text.cursor_at(beside.0);
        }
        let leads = leads(ui, &text, numbering, look);
        paint_numbers(ui, theme, (&text, &leads), &output);
        if let Some((from, to)) = dragging::show(ui, theme, id, (&text, &leads), &output) {
            self.begin(editor, fields, requests);
            ui.memory_mut(|memory| memory.request_focus(id));
            if let Some(live) = self.live.as_mut().filter(|live| live.id == id) {
                let moved = live.text.borrow().with_paragraph_at(from, to);
                live.put(ui.ctx(), moved.map(|(text, at)| (text, at..at)), fields, requests);
            }
        }
        let label = editor.label.to_owned();
        response.widget_info(|| {
            let mut info =
                WidgetInfo::labeled(egui::accesskit::Role::MultilineTextInput, true, &label);
            info.current_text_value = Some(text.text().to_owned());
            info
        });
        if response.lost_focus() && self.live.as_ref().is_some_and(|live| live.id == id) {
            self.leave(ui.input(|input| input.time), fields, requests);
        }
        response
    }

    fn pointer_on_buttons(&self, ctx: &egui::Context) -> bool {
        let pointer = ctx.pointer_interact_pos();
        self.buttons.zip(pointer).is_some_and(|(buttons, pointer)| buttons.contains(pointer))
    }

    fn begin(&mut self, editor: &Words<'_>, fields: &mut Fields, requests: &mut Requests) {
        if self.live.as_ref().is_some_and(|live| live.id == editor.id) {
            return;
        }
        let text = RichText::from_paragraphs(editor.paragraphs);
        let words = text.text().to_owned();
        let shared = Rc::new(RefCell::new(text));
        fields.begin(editor.id, &words, hands_over(editor, &shared), requests);
        self.last = Some(editor.id);
        self.live = Some(Live {
            id: editor.id,
            text: shared,
            undo: Vec::new(),
            redo: Vec::new(),
            pasted: None,
            dressed: false,
            changed_at: f64::NEG_INFINITY,
            cursor: 0,
        });
    }

    /// Tells the one live buffer what the text is now.
    fn tell(&self, id: Id, now: f64, fields: &mut Fields) {
        let Some(live) = &self.live else { return };
        if let Some(text) = fields.text_mut(id) {
            live.text.borrow().text().clone_into(text);
        }
        fields.changed(now);
    }

    /// The last paragraph's marker becomes its level, and the words are handed over.
    fn leave(&mut self, now: f64, fields: &mut Fields, requests: &mut Requests) {
        let Some(live) = &mut self.live else { return };
        let id = live.id;
        let mut gone = 0;
        {
            let mut text = live.text.borrow_mut();
            for paragraph in 0..text.heads().len() {
                gone += text.take_marker(paragraph, false);
            }
        }
        if gone > 0 {
            self.tell(id, now, fields);
        }
        if fields.is_live(id) {
            fields.finish(requests);
        }
        self.live = None;
    }

    /// The keys that mean more than a letter.
    fn keys(
        &mut self,
        ui: &mut Ui,
        editor: &Words<'_>,
        fields: &mut Fields,
        requests: &mut Requests,
    ) {
        let (id, plan) = (editor.id, editor.plan);
        let now = ui.input(|input| input.time);
        let pressed =
            |ui: &mut Ui, modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(ui, Modifiers::COMMAND, Key::B) {
            self.format(ui.ctx(), Format::Bold, plan, fields, requests);
        }
        if pressed(ui, Modifiers::COMMAND, Key::I) {
            self.format(ui.ctx(), Format::Italic, plan, fields, requests);
        }
        self.wants_fields |= pressed(ui, Modifiers::COMMAND, Key::F9);
        let Some(live) = &mut self.live else { return };
        // With nothing left here these keys are the History's, and never come this far.
        if pressed(ui, Modifiers::COMMAND, Key::Z) {
            live.step(ui.ctx(), true, fields, requests);
        }
        if pressed(ui, Modifiers::COMMAND, Key::Y) {
            live.step(ui.ctx(), false, fields, requests);
        }
        let selection = selection_of(ui.ctx(), id);
        if ui.input(|input| input.events.iter().any(|one| matches!(one, Event::Copy | Event::Cut)))
        {
            let runs = live.text.borrow().runs_of(&selection);
            self.copied = Some((runs.iter().map(|run| run.text.as_str()).collect(), runs));
        }
        // Tab is a level here: the way out by keys, beside Esc.
        let before = pressed(ui, Modifiers::COMMAND | Modifiers::SHIFT, Key::Tab);
        if before || pressed(ui, Modifiers::COMMAND, Key::Tab) {
            let way = if before { FocusDirection::Previous } else { FocusDirection::Next };
            ui.memory_mut(|memory| memory.move_focus(way));
        }
        let raise = pressed(ui, Modifiers::ALT, Key::ArrowUp);
        if raise || pressed(ui, Modifiers::ALT, Key::ArrowDown) {
            let moved = live.text.borrow().with_paragraphs_moved(&selection, !raise);
            live.put(ui.ctx(), moved, fields, requests);
        }
        let selection = selection_of(ui.ctx(), id);
        let up = pressed(ui, Modifiers::SHIFT, Key::Tab);
        if up || pressed(ui, Modifiers::NONE, Key::Tab) {
            live.snapshot(selection.end);
            live.text.borrow_mut().shift_level(&selection, !up);
            live.hand_over(fields, requests);
        }
        live.enter_and_backspace(ui, &selection, fields, requests);
        if live.paste(ui, &selection, self.copied.as_ref()) {
            requests.push(Request::ReadHtml);
        }
        let text = live.text.borrow().text().to_owned();
        if fields.text_mut(id).is_some_and(|known| *known != text) {
            self.tell(id, now, fields);
        }
    }
}

impl Live {
    fn push_undo(&mut self, snapshot: (RichText, usize)) {
        if self.undo.len() == DEPTH {
            self.undo.remove(0);
        }
        self.undo.push(snapshot);
    }

    fn snapshot(&mut self, cursor: usize) {
        let text = self.text.borrow().clone();
        self.push_undo((text, cursor));
        self.redo.clear();
        self.changed_at = f64::NEG_INFINITY;
    }

    /// Levels and styles go out at once.
    fn hand_over(&self, fields: &mut Fields, requests: &mut Requests) {
        if let Some(text) = fields.text_mut(self.id) {
            self.text.borrow().text().clone_into(text);
        }
        fields.hand_over(self.id, requests);
    }

    /// Another text comes, its paragraphs moved, and what is selected in it.
    fn put(
        &mut self,
        ctx: &egui::Context,
        moved: Option<(RichText, std::ops::Range<usize>)>,
        fields: &mut Fields,
        requests: &mut Requests,
    ) {
        let Some((text, selection)) = moved else { return };
        self.snapshot(selection.end);
        *self.text.borrow_mut() = text;
        let ends = CCursorRange::two(CCursor::new(selection.start), CCursor::new(selection.end));
        select(ctx, self.id, ends);
        self.hand_over(fields, requests);
    }

    /// One step back or forward inside the field, where there is one.
    fn step(
        &mut self,
        ctx: &egui::Context,
        back: bool,
        fields: &mut Fields,
        requests: &mut Requests,
    ) {
        let (from, to) =
            if back { (&mut self.undo, &mut self.redo) } else { (&mut self.redo, &mut self.undo) };
        let Some((text, cursor)) = from.pop() else { return };
        to.push((self.text.replace(text), selection_of(ctx, self.id).end));
        set_cursor(ctx, self.id, cursor);
        self.changed_at = f64::NEG_INFINITY;
        self.hand_over(fields, requests);
    }

    /// Enter takes the marker of the paragraph just left, and ends an empty list;
    /// Backspace at the beginning takes the level off, as in Word.
    fn enter_and_backspace(
        &mut self,
        ui: &mut Ui,
        selection: &std::ops::Range<usize>,
        fields: &mut Fields,
        requests: &mut Requests,
    ) {
        if !selection.is_empty() {
            return;
        }
        let at = selection.start;
        let (paragraph, range, level) = {
            let text = self.text.borrow();
            let paragraph = text.paragraph_at(at);
            let level = text.heads().get(paragraph).map_or(Level::None, |head| head.level);
            (paragraph, text.range_of(paragraph), level)
        };
        let levelled_here = level != Level::None && at == range.start;
        if levelled_here && range.is_empty() && has_key(ui, Key::Enter)
            || levelled_here && has_key(ui, Key::Backspace)
        {
            ui.input_mut(|input| {
                input.consume_key(Modifiers::NONE, Key::Enter);
                input.consume_key(Modifiers::NONE, Key::Backspace);
            });
            self.snapshot(at);
            self.text.borrow_mut().toggle_level(&(at..at), level);
            self.hand_over(fields, requests);
        } else if at == range.end && has_key(ui, Key::Enter) {
            // What was just typed here means a level, whatever the paragraph before it had.
            let gone = self.text.borrow_mut().take_marker(paragraph, true);
            if gone > 0 {
                set_cursor(ui.ctx(), self.id, at - gone);
            }
        }
    }

    /// Pastes the words; gives whether their styles are still to come, if they have any: the
    /// program that owns the clipboard may take its time. What was copied here is known.
    fn paste(
        &mut self,
        ui: &mut Ui,
        selection: &std::ops::Range<usize>,
        copied: Option<&(String, Vec<Run>)>,
    ) -> bool {
        let pasted = ui.input_mut(|input| {
            let at = input.events.iter().position(|event| matches!(event, Event::Paste(_)))?;
            match input.events.remove(at) {
                Event::Paste(text) => Some(text),
                _ => None,
            }
        });
        let Some(pasted) = pasted else { return false };
        self.snapshot(selection.end);
        let before = self.text.borrow().clone();
        let words = words::clean_paste(&pasted);
        let known = copied.filter(|(copied, _)| *copied == words).map(|(_, runs)| runs.as_slice());
        let end = self.text.borrow_mut().paste(selection, &words, known);
        set_cursor(ui.ctx(), self.id, end);
        if known.is_some() {
            return false;
        }
        self.pasted = Some(Pasted { before, selection: selection.clone(), words, end });
        true
    }
}

fn has_key(ui: &Ui, key: Key) -> bool {
    ui.input(|input| input.key_pressed(key) && input.modifiers.is_none())
}

fn selection_of(ctx: &egui::Context, id: Id) -> std::ops::Range<usize> {
    let range = TextEdit::load_state(ctx, id).and_then(|state| state.cursor.char_range());
    range.map_or(0..0, |range| {
        let [from, to] = range.sorted_cursors();
        from.index.0..to.index.0
    })
}

fn set_cursor(ctx: &egui::Context, id: Id, at: usize) {
    select(ctx, id, CCursorRange::one(CCursor::new(at)));
}

fn select(ctx: &egui::Context, id: Id, ends: CCursorRange) {
    let mut state = TextEdit::load_state(ctx, id).unwrap_or_default();
    state.cursor.set_char_range(Some(ends));
    state.store(ctx, id);
}

/// The way from what is in the editor to an edit.
fn hands_over(editor: &Words<'_>, text: &Rc<RefCell<RichText>>) -> crate::ui::fields::MakeEdit {
    let (make, text) = (Rc::clone(&editor.make), Rc::clone(text));
    Rc::new(move |_| make(text.borrow().to_paragraphs()))
}
