//! The table: cells are entered, written in and left by keys; lines come, move and go; what is
//! typed reaches the plan letter for letter, and every step can be taken back.

mod adding;
mod arranged;
mod blocks;
mod cells;
mod comfort;
mod dragging;
mod focus;
mod heads;
mod lines;
mod looks;
mod over;
mod pasting;
mod rows;
mod walk;

use std::sync::Arc;

use caitien::plan::{Dossier, Field, Item, Plan};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::world::{Window, sample};

/// The sample's newest plan as a table.
pub fn table() -> Window {
    of(&sample())
}

pub fn of(dossier: &Dossier) -> Window {
    let mut window = Window::of(dossier);
    window.click("Bảng cải tiến");
    window
}

pub fn item(window: &Window, at: usize) -> Arc<Item> {
    window.plan().items().nth(at).unwrap().clone()
}

/// What a cell of this item is called.
pub fn cell(item: &Item, field: Field) -> String {
    let (column, text) = match field {
        Field::Content => ("Nội dung cải tiến", &item.content),
        Field::Target => ("Mục tiêu cải tiến", &item.target),
        Field::Actions => ("Hoạt động, giải pháp", &item.actions),
        Field::Responsible => ("Phụ trách", &item.responsible.typed),
        other => panic!("not used here: {other:?}"),
    };
    format!("{column}, tiêu chí {}: {text}", item.criteria.join(", "))
}

/// Chooses a cell of the first item: its whole text is marked, as after coming by a key.
pub fn choose(window: &mut Window, field: Field) {
    let label = cell(&item(window, 0), field);
    if window.harness.query_by_label(&label).is_some() {
        window.click(&label);
    }
    leave(window);
}

/// Ctrl+Enter: what was written is handed over, the cell stays chosen.
pub fn leave(window: &mut Window) {
    window.press(Modifiers::COMMAND, Key::Enter);
    window.steps(2);
}

pub fn key(key: Key) -> Event {
    let modifiers = Modifiers::NONE;
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

pub fn text(text: &str) -> Event {
    Event::Text(text.to_owned())
}

/// Shift+Space: the lines of the cell or of the block, with the letter that Windows types.
pub fn choose_lines(window: &mut Window) {
    let key = Event::Key {
        key: Key::Space,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::SHIFT,
    };
    one_frame(window, [key, text(" ")]);
}

/// All in one frame, as a slow machine gets it.
pub fn one_frame(window: &mut Window, events: impl IntoIterator<Item = Event>) {
    window.harness.input_mut().events.extend(events);
    window.steps(1);
}

/// All in one frame, and time to do what it asks for.
pub fn at_once(window: &mut Window, events: impl IntoIterator<Item = Event>) {
    one_frame(window, events);
    window.steps(6);
}

pub fn codes(plan: &Plan) -> Vec<String> {
    plan.items().flat_map(|item| item.criteria.clone()).collect()
}

/// The sample's plan of 2025 - 2026, whose rows stand in groups under a band.
pub fn grouped() -> Window {
    let mut dossier = sample();
    dossier.plans.retain(|plan| plan.school_year.first() == 2025);
    of(&dossier)
}
