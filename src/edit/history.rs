//! Undo and redo, as a list of values with the names of the steps between them.
//!
//! Invariant: `Dossier::next_id` never goes back, undo included, so that a
//! number once given is never given to something else.

use std::collections::VecDeque;
use std::sync::Arc;

use super::place::place_of;
use super::{Edit, EditError};
use crate::plan::{Dossier, Id, Place};

/// How many steps can be undone.
pub const DEPTH: usize = 200;

/// What an undo step is called on the screen; `messages` has the words.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The edit that made it (the last one, where several merged).
    pub edit: Edit,
    /// The plan it belongs to.
    pub plan: Option<Id>,
}

impl Step {
    fn of(edit: Edit) -> Self {
        let plan = edit.plan();
        Self { edit, plan }
    }

    /// Where it happened, in `now`, the value after an undo or a redo of it; `left` is the
    /// value that was left. What is not there any more is told by what stands in its place;
    /// `None` where it is no place inside a plan.
    #[must_use]
    pub fn place(&self, left: &Dossier, now: &Dossier) -> Option<Place> {
        place_of(&self.edit, left, now)
    }
}

/// Edits with the same key one after another are one step: one field in one focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergeKey(pub u64);

/// A step and the value on its other side: before it among those that can be
/// undone, after it among those that can be redone.
#[derive(Clone, Debug)]
struct Turn {
    step: Step,
    value: Arc<Dossier>,
}

/// The newest value of the dossier and those before it.
#[derive(Clone, Debug)]
pub struct History {
    current: Arc<Dossier>,
    revision: u64,
    undo: VecDeque<Turn>,
    redo: Vec<Turn>,
    /// The key of the last step, while more may merge into it.
    open: Option<MergeKey>,
}

impl History {
    /// Begins at a value just opened or made, as revision 0.
    #[must_use]
    pub fn new(dossier: Arc<Dossier>) -> Self {
        Self { current: dossier, revision: 0, undo: VecDeque::new(), redo: Vec::new(), open: None }
    }

    /// The newest value.
    #[must_use]
    pub fn current(&self) -> &Arc<Dossier> {
        &self.current
    }

    /// Counts up with every change, undo and redo included.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Applies an edit as a new step, or as part of the last one with the same key.
    /// An edit that changes nothing makes no step, and several that merge and
    /// together change nothing leave none behind. What happened at its time
    /// ([`Edit::is_barrier`]) leaves no step behind it or before it.
    ///
    /// # Errors
    /// As [`super::apply`]; the value stays as it was.
    pub fn edit(&mut self, edit: Edit, merge: Option<MergeKey>) -> Result<(), EditError> {
        let next = super::apply(&self.current, &edit)?;
        if next == *self.current {
            return Ok(());
        }
        if edit.is_no_step() {
            self.change_all(&edit, next);
            return Ok(());
        }
        self.redo.clear();
        self.revision += 1;
        if edit.is_barrier() {
            self.current = Arc::new(next);
            self.undo.clear();
            self.open = None;
            return Ok(());
        }
        let before = std::mem::replace(&mut self.current, Arc::new(next));
        let merges = merge.is_some() && self.open == merge;
        self.open = merge;
        if let Some(last) = self.undo.back_mut().filter(|_| merges) {
            last.step = Step::of(edit);
            if same_but_next_id(&last.value, &self.current) {
                self.undo.pop_back();
                self.open = None;
            }
        } else {
            if self.undo.len() == DEPTH {
                self.undo.pop_front();
            }
            self.undo.push_back(Turn { step: Step::of(edit), value: before });
        }
        Ok(())
    }

    /// What is no step of undo holds before and after each step alike, so that no undo or
    /// redo takes it back.
    fn change_all(&mut self, edit: &Edit, next: Dossier) {
        self.revision += 1;
        self.current = Arc::new(next);
        for turn in self.undo.iter_mut().chain(&mut self.redo) {
            // A value without that plan has nothing to change.
            if let Ok(value) = super::apply(&turn.value, edit) {
                turn.value = Arc::new(value);
            }
        }
    }

    /// What comes next is a step of its own, even with the same key: a field was left.
    pub fn close_merge(&mut self) {
        self.open = None;
    }

    /// The step that undo would take back.
    #[must_use]
    pub fn undo_step(&self) -> Option<&Step> {
        self.undo.back().map(|turn| &turn.step)
    }

    /// The step that redo would bring back.
    #[must_use]
    pub fn redo_step(&self) -> Option<&Step> {
        self.redo.last().map(|turn| &turn.step)
    }

    /// Goes one step back; `false` when there is none. `next_id` does not go back.
    pub fn undo(&mut self) -> bool {
        let Some(Turn { step, value }) = self.undo.pop_back() else { return false };
        let left = self.go_to(value);
        self.redo.push(Turn { step, value: left });
        true
    }

    /// Goes one step forward again; `false` when there is none.
    pub fn redo(&mut self) -> bool {
        let Some(Turn { step, value }) = self.redo.pop() else { return false };
        let left = self.go_to(value);
        self.undo.push_back(Turn { step, value: left });
        true
    }

    /// Makes a value the newest one and returns the one it takes the place of.
    fn go_to(&mut self, value: Arc<Dossier>) -> Arc<Dossier> {
        self.open = None;
        self.revision += 1;
        let next_id = self.current.next_id.max(value.next_id);
        let value = if value.next_id == next_id {
            value
        } else {
            Arc::new(Dossier { next_id, ..(*value).clone() })
        };
        std::mem::replace(&mut self.current, value)
    }
}

/// Whether two values differ in nothing but the next number to give.
fn same_but_next_id(a: &Dossier, b: &Dossier) -> bool {
    a.next_id == b.next_id && a == b
        || a.next_id != b.next_id && Dossier { next_id: b.next_id, ..a.clone() } == *b
}
