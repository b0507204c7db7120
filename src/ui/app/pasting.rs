//! The keys of the clipboard: whoever owns it may be slow to answer, or never answer, and the
//! window goes on.

use egui::{Event, Key};

/// So long the owner of the clipboard has (s).
const PATIENCE: f64 = 3.0;
/// So long it has where a person clicks meanwhile, who sees the click do nothing (s).
const CLICKED: f64 = 0.3;

/// What was asked of the clipboard, and what was typed since: a paste comes where it was asked
/// for, before what follows it.
#[derive(Default)]
pub struct Pasting {
    waiting: Option<Waiting>,
    held: Vec<Event>,
    /// Names what was asked, so that an answer given up is not taken for a later one.
    asked: u64,
    gave_up: bool,
}

struct Waiting {
    /// Then it is given up, on egui's clock (s).
    until: f64,
    /// What came; an empty text where the clipboard holds none.
    answer: Option<String>,
}

/// What a key does with the clipboard.
enum Use {
    Cut,
    Copy,
    Paste,
}

impl Pasting {
    /// Turns the keys that cut, copy and paste into what egui knows them by; what is typed
    /// while a text is waited for stays behind. Gives the name of the text to ask for, if any.
    pub fn sort(&mut self, now: f64, events: &mut Vec<Event>) -> Option<u64> {
        let mut coming = std::mem::take(&mut self.held);
        let mut sorted = Vec::with_capacity(events.len());
        if let Some(waiting) = &mut self.waiting {
            if let Some(text) = waiting.answer.take() {
                self.waiting = None;
                if !text.is_empty() {
                    sorted.push(Event::Paste(text.replace("\r\n", "\n")));
                }
            } else if now > waiting.until {
                self.waiting = None;
                self.gave_up = true;
            }
        }
        coming.append(events);
        let mut ask = None;
        for event in coming {
            if let Some(waiting) = &mut self.waiting
                && keeps_order(&event)
            {
                // A click may lead elsewhere, where the text must not follow: it waits as well.
                if presses(&event) {
                    waiting.until = waiting.until.min(now + CLICKED);
                }
                self.held.push(event);
                continue;
            }
            match clipboard_use(&event) {
                None => sorted.push(event),
                Some(Use::Cut) => sorted.push(Event::Cut),
                Some(Use::Copy) => sorted.push(Event::Copy),
                Some(Use::Paste) => {
                    self.asked += 1;
                    self.waiting = Some(Waiting { until: now + PATIENCE, answer: None });
                    ask = Some(self.asked);
                }
            }
        }
        *events = sorted;
        ask
    }

    /// The text has come; none: the clipboard holds none.
    pub fn answer(&mut self, name: u64, text: Option<String>) {
        if let Some(waiting) = self.waiting.as_mut().filter(|_| self.asked == name) {
            waiting.answer = Some(text.unwrap_or_default());
        }
    }

    /// Until when a text is waited for, on egui's clock (s).
    pub fn waits_until(&self) -> Option<f64> {
        self.waiting.as_ref().map(|waiting| waiting.until)
    }

    /// Whether a text was given up since this was last asked.
    pub fn gave_up(&mut self) -> bool {
        std::mem::take(&mut self.gave_up)
    }
}

/// Whether the order of this event and a paste matters.
fn keeps_order(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { .. }
            | Event::Text(_)
            | Event::Ime(_)
            | Event::Paste(_)
            | Event::Copy
            | Event::Cut
            | Event::PointerButton { .. }
    )
}

fn presses(event: &Event) -> bool {
    matches!(event, Event::PointerButton { pressed: true, .. })
}

/// Ctrl+X, C, V, the keys of old (Shift+Delete, Ctrl+Insert, Shift+Insert), and keys of their own.
fn clipboard_use(event: &Event) -> Option<Use> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    let command = modifiers.command_only();
    match key {
        Key::Cut => Some(Use::Cut),
        Key::Copy => Some(Use::Copy),
        Key::Paste => Some(Use::Paste),
        Key::X if command => Some(Use::Cut),
        Key::C | Key::Insert if command => Some(Use::Copy),
        Key::V if command => Some(Use::Paste),
        Key::Delete if modifiers.shift_only() => Some(Use::Cut),
        Key::Insert if modifiers.shift_only() => Some(Use::Paste),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn paste() -> Event {
        key(Key::V, Modifiers::COMMAND)
    }

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    /// What comes out of a frame at this time, and what is asked for.
    fn frame(pasting: &mut Pasting, now: f64, events: &[Event]) -> (Vec<Event>, Option<u64>) {
        let mut events = events.to_vec();
        let ask = pasting.sort(now, &mut events);
        (events, ask)
    }

    #[test]
    fn what_is_typed_after_a_paste_comes_after_it() {
        let mut pasting = Pasting::default();
        let (events, ask) = frame(&mut pasting, 0.0, &[text("a"), paste(), text("b")]);
        assert_eq!((events, ask), (vec![text("a")], Some(1)));
        // A second paste waits for the first.
        assert_eq!(frame(&mut pasting, 0.1, &[text("c"), paste(), text("d")]), (vec![], None));
        pasting.answer(1, Some("dán\r\nvào".to_owned()));
        let (events, ask) = frame(&mut pasting, 0.2, &[]);
        let pasted = Event::Paste("dán\nvào".to_owned());
        assert_eq!((events, ask), (vec![pasted, text("b"), text("c")], Some(2)));
        pasting.answer(2, None);
        assert_eq!(frame(&mut pasting, 0.3, &[]), (vec![text("d")], None));
        assert!(!pasting.gave_up() && pasting.waits_until().is_none());
    }

    #[test]
    fn an_owner_that_never_answers_holds_nothing_back_for_long() {
        let mut pasting = Pasting::default();
        frame(&mut pasting, 0.0, &[paste(), text("b")]);
        assert_eq!(frame(&mut pasting, PATIENCE - 0.1, &[]).0, []);
        assert_eq!(frame(&mut pasting, PATIENCE + 0.1, &[]).0, [text("b")]);
        assert!(pasting.gave_up() && !pasting.gave_up());
        // Its answer comes too late, and is not what is asked for meanwhile.
        assert_eq!(frame(&mut pasting, 4.0, &[paste()]).1, Some(2));
        pasting.answer(1, Some("muộn".to_owned()));
        assert_eq!(frame(&mut pasting, 4.1, &[]).0, []);
    }

    #[test]
    fn a_click_follows_the_paste_and_does_not_wait_for_it_long() {
        let click = Event::PointerButton {
            pos: egui::Pos2::ZERO,
            button: egui::PointerButton::Primary,
            pressed: true,
            modifiers: Modifiers::NONE,
        };
        let moved = Event::PointerMoved(egui::Pos2::ZERO);
        let mut pasting = Pasting::default();
        // In the frame of the paste itself, too.
        let events = [paste(), click.clone(), text("b"), moved.clone()];
        assert_eq!(frame(&mut pasting, 0.0, &events), (vec![moved], Some(1)));
        pasting.answer(1, Some("dán".to_owned()));
        let pasted = Event::Paste("dán".to_owned());
        assert_eq!(frame(&mut pasting, 0.1, &[]).0, [pasted, click.clone(), text("b")]);
        // Of an owner that does not answer the click is soon free.
        frame(&mut pasting, 1.0, &[paste()]);
        assert_eq!(frame(&mut pasting, 2.0, std::slice::from_ref(&click)).0, []);
        assert_eq!(frame(&mut pasting, 2.0 + CLICKED - 0.1, &[]).0, []);
        assert_eq!(frame(&mut pasting, 2.0 + CLICKED + 0.1, &[]).0, [click]);
        assert!(pasting.gave_up());
    }

    #[test]
    fn the_keys_of_the_clipboard_are_known() {
        let (none, shift, ctrl) = (Modifiers::NONE, Modifiers::SHIFT, Modifiers::COMMAND);
        let known = [
            (Key::X, ctrl, Some(Event::Cut)),
            (Key::Delete, shift, Some(Event::Cut)),
            (Key::C, ctrl, Some(Event::Copy)),
            (Key::Insert, ctrl, Some(Event::Copy)),
            (Key::C, none, None),
            (Key::C, ctrl | shift, None),
            (Key::Delete, none, None),
        ];
        for (pressed, modifiers, becomes) in known {
            let event = key(pressed, modifiers);
            let expected = becomes.unwrap_or_else(|| event.clone());
            assert_eq!(frame(&mut Pasting::default(), 0.0, &[event]), (vec![expected], None));
        }
        for (pressed, modifiers) in [(Key::V, ctrl), (Key::Insert, shift), (Key::Paste, none)] {
            let event = key(pressed, modifiers);
            assert_eq!(frame(&mut Pasting::default(), 0.0, &[event]), (vec![], Some(1)));
        }
    }
}
