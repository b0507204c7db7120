//! The keys of the clipboard: whoever owns it may be slow to answer, or never answer, and the
//! window goes on.

use egui::{Event, Key};

use crate::ui::view::Clip;
use crate::words::encodings::{Proposal, propose};

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
    /// Somebody pressed a button that pastes.
    wanted: bool,
    /// A text that seems to be in old letters: a person says what becomes of it.
    old: Option<Old>,
    clip: Clip,
}

struct Waiting {
    /// Then it is given up, on egui's clock (s).
    until: f64,
    /// What came, and its HTML; an empty text where the clipboard holds none.
    answer: Option<(String, Option<String>)>,
}

/// A text in old letters.
struct Old {
    text: String,
    html: Option<String>,
    proposal: Proposal,
    asked: bool,
    /// Whether it is converted, and for how many frames yet the focus finds its way back.
    decided: Option<(bool, u8)>,
}

/// So many frames after the question the focus is where the text goes.
const BACK: u8 = 4;

/// The key that pastes.
const PASTE: Event = Event::Key {
    key: Key::Paste,
    physical_key: None,
    pressed: true,
    repeat: false,
    modifiers: egui::Modifiers::NONE,
};

/// What a key does with the clipboard.
enum Use {
    Cut,
    Copy,
    Paste,
}

impl Pasting {
    /// Turns the keys that cut, copy and paste into what egui knows them by; what is typed
    /// while a text is waited for stays behind. Gives the name of the text to ask for, if any.
    ///
    /// `may_ask`: a person can be asked about old letters.
    pub fn sort(&mut self, now: f64, events: &mut Vec<Event>, may_ask: bool) -> Option<u64> {
        let mut sorted = Vec::with_capacity(events.len());
        self.go_on_with_old(&mut sorted);
        if let Some(waiting) = &mut self.waiting {
            if let Some((text, html)) = waiting.answer.take() {
                self.waiting = None;
                self.put(text.replace("\r\n", "\n"), html, may_ask, &mut sorted);
            } else if now > waiting.until {
                self.waiting = None;
                self.gave_up = true;
            }
        }
        // What was typed behind a text that is asked about waits for the answer.
        let mut coming =
            if self.old.is_some() { Vec::new() } else { std::mem::take(&mut self.held) };
        if std::mem::take(&mut self.wanted) {
            coming.push(PASTE);
        }
        coming.append(events);
        let mut ask = None;
        for event in coming {
            if let Event::Paste(text) = event {
                self.put(text, None, may_ask, &mut sorted);
                continue;
            }
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
                Some(Use::Paste) if self.old.is_some() => {}
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

    /// Hands a text on, unless a person is to be asked about its letters.
    fn put(&mut self, text: String, html: Option<String>, may_ask: bool, out: &mut Vec<Event>) {
        if text.is_empty() {
            return;
        }
        if let Some(proposal) = propose(&text).filter(|_| may_ask && self.old.is_none()) {
            self.old = Some(Old { text, html, proposal, asked: false, decided: None });
        } else {
            self.clip = Clip { html, old: None };
            out.push(Event::Paste(text));
        }
    }

    /// Hands on the text that was asked about, once the focus is back.
    fn go_on_with_old(&mut self, out: &mut Vec<Event>) {
        let Some(old) = &mut self.old else { return };
        match &mut old.decided {
            None => {}
            Some((_, left)) if *left > 0 => *left -= 1,
            Some((convert, _)) => {
                let convert = *convert;
                let Some(old) = self.old.take() else { return };
                let encoding = convert.then_some(old.proposal.encoding);
                self.clip = Clip { html: old.html, old: encoding };
                out.push(Event::Paste(if convert { old.proposal.text } else { old.text }));
            }
        }
    }

    /// The text in old letters that a person is to be asked about, and what it would be; once.
    pub fn question(&mut self) -> Option<(String, Proposal)> {
        let old = self.old.as_mut().filter(|old| !old.asked)?;
        old.asked = true;
        Some((old.text.clone(), old.proposal.clone()))
    }

    /// What a person says of the old letters: read as such, or left; none: nothing is pasted.
    pub fn decide(&mut self, convert: Option<bool>) {
        match (convert, &mut self.old) {
            (Some(convert), Some(old)) => old.decided = Some((convert, BACK)),
            _ => self.old = None,
        }
    }

    /// Whether the next frame has something to do.
    pub fn goes_on(&self) -> bool {
        self.wanted || self.old.as_ref().is_some_and(|old| old.decided.is_some())
    }

    /// What is known of what was pasted last.
    pub fn clip(&self) -> &Clip {
        &self.clip
    }

    /// Pastes as the keys would.
    pub fn want(&mut self) {
        self.wanted = true;
    }

    /// The text has come, and its HTML; none: the clipboard holds none.
    pub fn answer(&mut self, name: u64, text: Option<(String, Option<String>)>) {
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
        let ask = pasting.sort(now, &mut events, true);
        (events, ask)
    }

    #[test]
    fn what_is_typed_after_a_paste_comes_after_it() {
        let mut pasting = Pasting::default();
        let (events, ask) = frame(&mut pasting, 0.0, &[text("a"), paste(), text("b")]);
        assert_eq!((events, ask), (vec![text("a")], Some(1)));
        // A second paste waits for the first.
        assert_eq!(frame(&mut pasting, 0.1, &[text("c"), paste(), text("d")]), (vec![], None));
        pasting.answer(1, Some(("dán\r\nvào".to_owned(), None)));
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
        pasting.answer(1, Some(("muộn".to_owned(), None)));
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
        pasting.answer(1, Some(("dán".to_owned(), None)));
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
    fn old_letters_wait_until_a_person_says_what_becomes_of_them() {
        for (convert, comes) in [(true, "Kế hoạch năm học"), (false, "KÕ ho¹ch n¨m häc")]
        {
            let mut pasting = Pasting::default();
            frame(&mut pasting, 0.0, &[paste(), text("b")]);
            pasting.answer(1, Some(("KÕ ho¹ch n¨m häc".to_owned(), Some("<p>".to_owned()))));
            assert_eq!(frame(&mut pasting, 0.1, &[text("to the question")]).0.len(), 1);
            assert!(pasting.question().is_some() && pasting.question().is_none());
            pasting.decide(Some(convert));
            let mut come = Vec::new();
            for _ in 0..=BACK {
                assert!(pasting.goes_on());
                come.extend(frame(&mut pasting, 0.2, &[]).0);
            }
            assert_eq!(come, [Event::Paste(comes.to_owned()), text("b")]);
            assert_eq!(pasting.clip().html.as_deref(), Some("<p>"));
            assert_eq!(pasting.clip().old.is_some(), convert);
        }
        let mut pasting = Pasting::default();
        assert_eq!(frame(&mut pasting, 0.0, &[Event::Paste("Keá hoaïch".to_owned())]).0, []);
        pasting.decide(None);
        assert_eq!(frame(&mut pasting, 0.1, &[text("a")]).0, [text("a")]);
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
