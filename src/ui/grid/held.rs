//! What is typed in the moment in which something over the grid closes: it is meant for the cell.

use egui::{Event, Key};

use super::keys;

/// So many frames may pass between the key that closes and the grid that has the keys again.
const FRAMES: u8 = 2;

/// Events that were typed after something began to close.
#[derive(Default)]
pub struct Held {
    events: Vec<Event>,
    frames: u8,
}

impl Held {
    /// Looks at a frame in which the keys are not the grid's; `taken`: something else has
    /// the focus, so that what is typed without a key that closes belongs to it.
    pub fn watch(&mut self, events: &[Event], taken: bool) {
        let key = events.iter().rposition(is_closing_key);
        let click = events.iter().any(keys::is_click);
        if key.is_some() || click {
            self.events.clear();
            self.frames = FRAMES;
        } else if self.frames == 0 || (taken && self.frames < FRAMES) {
            // In the frame after a click what has closed may still have the focus.
            self.frames = 0;
            self.events.clear();
            return;
        } else {
            self.frames -= 1;
        }
        // A field that has the focus takes what comes with the click; nothing stays after a key.
        if key.is_some() || !(click && taken) {
            let after = key.map_or(0, |at| at + 1);
            let typed = events[after..].iter().filter(|event| is_typed(event));
            self.events.extend(typed.cloned());
        }
    }

    /// Gives what was held, once.
    pub fn take(&mut self) -> Vec<Event> {
        self.frames = 0;
        std::mem::take(&mut self.events)
    }
}

fn is_closing_key(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Escape | Key::Enter, pressed: true, .. })
}

fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_) | Event::Key { .. })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enter() -> Event {
        Event::Key {
            key: Key::Enter,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: egui::Modifiers::NONE,
        }
    }

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    #[test]
    fn what_follows_the_key_that_closes_is_kept_for_two_frames() {
        let mut held = Held::default();
        held.watch(&[text("to the dialog"), enter(), text("a")], true);
        held.watch(&[text("b")], false);
        assert_eq!(held.take(), [text("a"), text("b")]);
    }

    #[test]
    fn what_is_typed_while_something_stays_open_is_not_kept() {
        let mut held = Held::default();
        held.watch(&[enter(), text("a")], false);
        for _ in 0..4 {
            held.watch(&[text("b")], false);
        }
        assert_eq!(held.take(), []);
        held.watch(&[enter()], false);
        for _ in 0..2 {
            held.watch(&[text("into a field")], true);
        }
        assert_eq!(held.take(), []);
    }

    #[test]
    fn what_follows_a_click_that_closes_is_kept() {
        let click = Event::PointerButton {
            pos: egui::Pos2::ZERO,
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: egui::Modifiers::NONE,
        };
        let mut held = Held::default();
        held.watch(&[click, text("into the field")], true);
        held.watch(&[text("a")], false);
        assert_eq!(held.take(), [text("a")]);
    }
}
