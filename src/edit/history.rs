//! Undo and redo, as a list of values with the names of the steps between them.

use std::sync::Arc;

use super::{Edit, EditError};
use crate::plan::{Dossier, Id};

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

/// Edits with the same key one after another are one step: one field in one focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergeKey(pub u64);

/// The newest value of the dossier and those before it.
#[derive(Clone, Debug)]
pub struct History {
    current: Arc<Dossier>,
}

impl History {
    /// Begins at a value just opened or made.
    #[must_use]
    pub fn new(dossier: Arc<Dossier>) -> Self {
        Self { current: dossier }
    }

    /// The newest value.
    #[must_use]
    pub fn current(&self) -> &Arc<Dossier> {
        &self.current
    }

    /// Counts up with every change, undo and redo included.
    #[must_use]
    pub fn revision(&self) -> u64 {
        unimplemented!()
    }

    /// Applies an edit as a new step, or as part of the last one with the same key.
    /// An edit that changes nothing makes no step.
    ///
    /// # Errors
    /// As [`super::apply`]; the value stays as it was.
    pub fn edit(&mut self, _edit: Edit, _merge: Option<MergeKey>) -> Result<(), EditError> {
        unimplemented!()
    }

    /// The step that undo would take back.
    #[must_use]
    pub fn undo_step(&self) -> Option<&Step> {
        unimplemented!()
    }

    /// The step that redo would bring back.
    #[must_use]
    pub fn redo_step(&self) -> Option<&Step> {
        unimplemented!()
    }

    /// Goes one step back; `false` when there is none. `next_id` does not go back.
    pub fn undo(&mut self) -> bool {
        unimplemented!()
    }

    /// Goes one step forward again; `false` when there is none.
    pub fn redo(&mut self) -> bool {
        unimplemented!()
    }
}
