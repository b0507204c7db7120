//! The one live text buffer: what a person is typing, before and while it becomes an edit.
//!
//! Invariant: a focused field owns its text; after 1 s without a key, 3 s at most, the text
//! goes out as an edit that merges with the last one of the same field and focus. The buffer
//! itself is never rewritten. Esc leaves a field and keeps its text; only a cell of the grid
//! takes its text back. Only one editor of a value is live; elsewhere the value is shown.

pub mod menu;
pub mod spelling;
pub mod tint;

use std::rc::Rc;

use crate::edit::{Edit, MergeKey};

use super::request::Requests;

/// After this long without a key the text goes out, in seconds.
pub const IDLE: f64 = 1.0;
/// After this long the text goes out although keys still come, in seconds.
pub const AT_MOST: f64 = 3.0;

/// Makes the edit that a text means.
pub type MakeEdit = Rc<dyn Fn(&str) -> Edit>;

/// The live field, if any.
#[derive(Default)]
pub struct Fields {
    live: Option<Live>,
    /// Counts focuses: a new focus is a new step of undo.
    focuses: u64,
}

/// A field that has the focus.
pub struct Live {
    /// The egui id of its editor.
    pub id: egui::Id,
    /// What is in it now.
    pub text: String,
    /// What was in it before the focus.
    before: String,
    /// What went out last.
    handed_over: String,
    key: MergeKey,
    make: MakeEdit,
    /// When the oldest change not handed over was made, in seconds of egui's clock.
    changed_at: Option<f64>,
    last_key_at: f64,
    /// What the editor itself can take back and bring back, where it keeps its own list.
    own_steps: Option<(bool, bool)>,
}

impl Fields {
    /// The live field.
    #[must_use]
    pub fn live(&self) -> Option<&Live> {
        self.live.as_ref()
    }

    /// The text of this editor while it is live.
    pub fn text_mut(&mut self, id: egui::Id) -> Option<&mut String> {
        self.live.as_mut().filter(|live| live.id == id).map(|live| &mut live.text)
    }

    /// Whether this editor is live.
    #[must_use]
    pub fn is_live(&self, id: egui::Id) -> bool {
        self.live.as_ref().is_some_and(|live| live.id == id)
    }

    /// Makes an editor live with the text that is shown, handing over the one before it.
    pub fn begin(&mut self, id: egui::Id, text: &str, make: MakeEdit, requests: &mut Requests) {
        if self.is_live(id) {
            return;
        }
        self.finish(requests);
        self.focuses += 1;
        self.live = Some(Live {
            id,
            text: text.to_owned(),
            before: text.to_owned(),
            handed_over: text.to_owned(),
            key: MergeKey(self.focuses),
            make,
            changed_at: None,
            last_key_at: 0.0,
            own_steps: None,
        });
    }

    /// Says whether the editor's own list has a step to undo and one to redo.
    pub fn set_own_steps(&mut self, id: egui::Id, undo: bool, redo: bool) {
        if let Some(live) = self.live.as_mut().filter(|live| live.id == id) {
            live.own_steps = Some((undo, redo));
        }
    }

    /// What [`Fields::set_own_steps`] said of the live editor.
    #[must_use]
    pub fn own_steps(&self) -> Option<(bool, bool)> {
        self.live.as_ref().and_then(|live| live.own_steps)
    }

    /// Says that the live text changed, at this time of egui's clock (s).
    pub fn changed(&mut self, now: f64) {
        if let Some(live) = &mut self.live {
            live.changed_at.get_or_insert(now);
            live.last_key_at = now;
        }
    }

    /// Hands over what is due; says in how many seconds to ask again.
    pub fn tick(&mut self, now: f64, requests: &mut Requests) -> Option<f64> {
        let live = self.live.as_mut()?;
        let changed_at = live.changed_at?;
        let due = (live.last_key_at + IDLE).min(changed_at + AT_MOST);
        if now >= due {
            live.hand_over(requests);
            return None;
        }
        Some(due - now)
    }

    /// The edit that what was typed and not handed over yet will be.
    #[must_use]
    pub fn waiting(&self) -> Option<Edit> {
        let live = self.live.as_ref().filter(|live| live.changed_at.is_some())?;
        (live.text != live.handed_over).then(|| (live.make)(&live.text))
    }

    /// Whether something was typed and not handed over yet.
    #[must_use]
    pub fn waits(&self) -> bool {
        let live = self.live.as_ref().filter(|live| live.changed_at.is_some());
        live.is_some_and(|live| live.text != live.handed_over)
    }

    /// Hands over what is in the live field now, and keeps it live.
    pub fn flush(&mut self, requests: &mut Requests) {
        if let Some(live) = &mut self.live {
            live.hand_over(requests);
        }
    }

    /// Hands over the value of this editor now, also where its words are the same and only
    /// their style changed.
    pub fn hand_over(&mut self, id: egui::Id, requests: &mut Requests) {
        if let Some(live) = self.live.as_mut().filter(|live| live.id == id) {
            live.changed_at = None;
            live.handed_over.clone_from(&live.text);
            requests.push_typed((live.make)(&live.text), live.key);
        }
    }

    /// Hands over the live field and lets it go.
    pub fn finish(&mut self, requests: &mut Requests) {
        self.flush(requests);
        self.live = None;
    }

    /// Esc in a cell of the table: the text from before the focus comes back, as a step of
    /// its own, so that what was typed can be brought back too.
    pub fn take_back(&mut self, requests: &mut Requests) {
        self.flush(requests);
        self.focuses += 1;
        if let Some(live) = self.live.take().filter(|live| live.text != live.before) {
            requests.push_typed((live.make)(&live.before), MergeKey(self.focuses));
        }
    }

    /// Lets the live field go without handing it over: its value went away under it
    /// (undo, another plan, another file) after it had been flushed.
    pub fn drop_live(&mut self) {
        self.live = None;
    }
}

impl Live {
    /// Whether it is not what it was before the focus.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.text != self.before
    }

    fn hand_over(&mut self, requests: &mut Requests) {
        self.changed_at = None;
        if self.text != self.handed_over {
            self.handed_over.clone_from(&self.text);
            requests.push_typed((self.make)(&self.text), self.key);
        }
    }
}
