//! The menu of a text field, opened by a right click or by Shift+F10: what it holds and what is
//! done when one of it was picked. The field keeps the focus and its selection meanwhile.
//!
//! What is picked reaches the field in its next frame as the keys would: it is typed, so that
//! undo, styles and what is handed over are as ever. The window draws the menu (`widgets`).

use std::ops::Range;

use egui::text::{CCursor, CCursorRange, CharIndex};
use egui::text_edit::{TextEditOutput, TextEditState};
use egui::{Context, Event, Id, Key, LayerId, Modifiers, Pos2, Rect, SurrenderFocusOn, Ui};

use crate::words;

use super::{spelling, tint};

/// What can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// This stands in the place of the letters there.
    Put(Range<usize>, String),
    /// This word is let through from now on.
    LetThrough(String),
    /// Cắt.
    Cut,
    /// Sao chép.
    Copy,
    /// Dán.
    Paste,
    /// Chọn tất cả.
    All,
}

/// The menu that is open.
#[derive(Clone, Debug)]
pub struct Open {
    /// The text field it belongs to.
    pub id: Id,
    /// Where it opened.
    pub at: Pos2,
    /// What the field stands in.
    pub layer: LayerId,
    /// What can be picked, in this order.
    pub picks: Vec<Pick>,
    /// The one that the arrows lead to.
    pub chosen: Option<usize>,
    /// Where it was drawn last: a click there leaves the focus where it is.
    pub place: Rect,
    /// The frame in which its field was drawn last.
    seen: u64,
}

#[derive(Clone, Default)]
struct State {
    open: Option<Open>,
    picked: Option<(Id, Pick)>,
    pastes: bool,
    let_through: Option<String>,
}

fn state<R>(ctx: &Context, with: impl FnOnce(&mut State) -> R) -> R {
    ctx.data_mut(|data| with(data.get_temp_mut_or_default(Id::unique("text menu"))))
}

/// The menu that is open; one whose field is gone is closed.
#[must_use]
pub fn open(ctx: &Context) -> Option<Open> {
    let now = ctx.cumulative_frame_nr();
    state(ctx, |state| {
        state.open.take_if(|open| open.seen + 1 < now);
        state.open.clone()
    })
}

/// Says where the menu was drawn.
pub fn drawn_at(ctx: &Context, place: Rect) {
    state(ctx, |state| state.open.iter_mut().for_each(|open| open.place = place));
}

/// Closes it.
pub fn close(ctx: &Context) {
    state(ctx, |state| state.open = None);
}

/// Closes it with one that was picked.
pub fn pick(ctx: &Context, pick: Pick) {
    let id = state(ctx, |state| {
        let id = state.open.take().map(|open| open.id);
        match pick {
            Pick::Paste => state.pastes = true,
            Pick::LetThrough(word) => state.let_through = Some(word),
            _ => state.picked = id.map(|id| (id, pick)),
        }
        id
    });
    if let Some(id) = id {
        ctx.memory_mut(|memory| memory.request_focus(id));
    }
    ctx.request_repaint();
}

/// Whether what is on the clipboard shall come in.
pub fn take_paste(ctx: &Context) -> bool {
    state(ctx, |state| std::mem::take(&mut state.pastes))
}

/// A word that is let through from now on.
pub fn take_let_through(ctx: &Context) -> Option<String> {
    state(ctx, |state| state.let_through.take())
}

/// Draws a text field that has this menu; `checked`: its syllables are looked at.
pub fn with_menu(
    ui: &mut Ui,
    id: Id,
    checked: bool,
    draw: impl FnOnce(&mut Ui) -> TextEditOutput,
) -> TextEditOutput {
    let focused = ui.memory(|memory| memory.has_focus(id));
    let by_key = focused && before(ui, id);
    let opened = state(ui.ctx(), |state| state.open.clone().filter(|open| open.id == id));
    let surrender = ui.ctx().options(|options| options.input_options.surrender_focus_on);
    let pointer = ui.ctx().pointer_interact_pos();
    if opened.as_ref().zip(pointer).is_some_and(|(open, at)| open.place.contains(at)) {
        let never = SurrenderFocusOn::Never;
        ui.ctx().options_mut(|options| options.input_options.surrender_focus_on = never);
    }
    let output = draw(ui);
    ui.ctx().options_mut(|options| options.input_options.surrender_focus_on = surrender);
    tint::tint(ui, &output);
    let text = output.galley.text();
    if checked && focused {
        let places = spelling::places(ui.ctx(), text);
        spelling::underline(ui, &output, &places, opened.is_none());
    }
    let response = &output.response.response;
    let right = response.secondary_clicked().then(|| response.interact_pointer_pos()).flatten();
    let caret = output.cursor_range.map_or(0, |range| range.primary.index.0);
    if let Some(at) = right.or_else(|| by_key.then(|| under(&output, caret))) {
        let letter = match right {
            Some(at) => output.galley.cursor_from_pos(at - output.galley_pos).index.0,
            None => caret,
        };
        if right.is_some() {
            put_caret(ui, id, &output, letter);
        }
        let places = if checked { spelling::places(ui.ctx(), text) } else { [].into() };
        let misspelt = places.iter().find(|place| (place.start..=place.end).contains(&letter));
        // The word it is about stays in sight.
        let at = misspelt.map_or(at, |place| under(&output, place.start));
        open_at(ui, id, at, picks(text, misspelt));
    }
    let now = ui.ctx().cumulative_frame_nr();
    state(ui.ctx(), |state| {
        state.open.iter_mut().filter(|open| open.id == id).for_each(|open| open.seen = now);
    });
    output
}

fn open_at(ui: &Ui, id: Id, at: Pos2, picks: Vec<Pick>) {
    ui.memory_mut(|memory| memory.request_focus(id));
    let (layer, seen) = (ui.layer_id(), ui.ctx().cumulative_frame_nr());
    let open = Open { id, at, layer, picks, chosen: None, place: Rect::NOTHING, seen };
    state(ui.ctx(), |state| state.open = Some(open));
    ui.ctx().request_repaint();
}

/// The place below the caret.
fn under(output: &TextEditOutput, caret: usize) -> Pos2 {
    let cursor = CCursor::new(CharIndex(caret));
    output.galley.pos_from_cursor(cursor).left_bottom() + output.galley_pos.to_vec2()
}

/// As everywhere: a right click into what is marked leaves it marked, elsewhere it puts the caret.
fn put_caret(ui: &Ui, id: Id, output: &TextEditOutput, letter: usize) {
    let marked = output.cursor_range.is_some_and(|range| {
        let [from, to] = range.sorted_cursors();
        from.index.0 < to.index.0 && (from.index.0..=to.index.0).contains(&letter)
    });
    if !marked {
        mark(ui, id, letter..letter);
    }
}

fn mark(ui: &Ui, id: Id, letters: Range<usize>) {
    let mut state = TextEditState::load(ui, id).unwrap_or_default();
    let at = |letter: usize| CCursor::new(CharIndex(letter));
    state.cursor.set_char_range(Some(CCursorRange::two(at(letters.start), at(letters.end))));
    state.store(ui, id);
}

fn picks(text: &str, misspelt: Option<&Range<usize>>) -> Vec<Pick> {
    let mut picks = Vec::new();
    if let Some(place) = misspelt {
        let word: String = text.chars().skip(place.start).take(place.len()).collect();
        let near = words::nearest_syllables(&word).into_iter();
        picks.extend(near.map(|near| Pick::Put(place.clone(), near)));
        picks.push(Pick::LetThrough(word));
    }
    picks.extend([Pick::Cut, Pick::Copy, Pick::Paste, Pick::All]);
    picks
}

/// Gives the keys of an open menu to it, where something else reads them before the field does.
pub fn take_keys(ui: &Ui, id: Id) {
    if state(ui.ctx(), |state| state.open.as_ref().is_some_and(|open| open.id == id)) {
        before(ui, id);
    }
}

/// Before the field that has the focus reads its keys: what was picked is typed, and the keys of
/// an open menu are the menu's. Gives whether a key asks for the menu.
fn before(ui: &Ui, id: Id) -> bool {
    let picked = state(ui.ctx(), |state| state.picked.take_if(|(of, _)| *of == id));
    if let Some((_, picked)) = picked {
        let event = match picked {
            Pick::Put(letters, word) => {
                mark(ui, id, letters);
                Some(Event::Text(word))
            }
            Pick::Cut => Some(Event::Cut),
            Pick::Copy => Some(Event::Copy),
            Pick::All => Some(Event::Key {
                key: Key::A,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::COMMAND,
            }),
            Pick::Paste | Pick::LetThrough(_) => None,
        };
        ui.input_mut(|input| input.events.extend(event));
    }
    let opened = state(ui.ctx(), |state| state.open.clone().filter(|open| open.id == id));
    let pressed = |held, key| ui.input_mut(|input| input.consume_key(held, key));
    let Some(open) = opened else { return pressed(Modifiers::SHIFT, Key::F10) };
    let count = open.picks.len();
    let down = pressed(Modifiers::NONE, Key::ArrowDown);
    if down || pressed(Modifiers::NONE, Key::ArrowUp) {
        let next = match (open.chosen, down) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        state(ui.ctx(), |state| state.open.iter_mut().for_each(|one| one.chosen = Some(next)));
    }
    if pressed(Modifiers::NONE, Key::Enter) {
        match open.chosen.and_then(|at| open.picks.get(at)) {
            Some(chosen) => pick(ui.ctx(), chosen.clone()),
            None => close(ui.ctx()),
        }
    } else if pressed(Modifiers::NONE, Key::Escape)
        || ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Text(_))))
    {
        close(ui.ctx());
    }
    false
}
