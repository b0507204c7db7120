//! Numbers for new things: handed out once, and checked when an edit brings them.

use std::collections::HashSet;

use super::EditError;
use crate::plan::{Dossier, Id};

/// Hands out numbers that nothing has, each of them once.
///
/// Whoever makes several edits before the first of them is applied takes the numbers of all
/// of them from one such hand, so that no two bring the same. It begins at
/// `Dossier::next_id`; what is handed out and not used is never used again.
///
/// ```
/// use caitien::edit::FreshIds;
/// use caitien::plan::Id;
/// let mut fresh = FreshIds::from(Id(7));
/// assert_eq!([fresh.give(), fresh.several(3), fresh.give()], [Id(7), Id(8), Id(11)]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FreshIds {
    next: Id,
}

impl FreshIds {
    /// From this number on.
    #[must_use]
    pub fn from(next: Id) -> Self {
        Self { next }
    }

    /// A fresh number.
    pub fn give(&mut self) -> Id {
        self.several(1)
    }

    /// The first of so many fresh numbers in a row.
    pub fn several(&mut self, count: usize) -> Id {
        let first = self.next;
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        self.next = Id(first.0.saturating_add(count));
        first
    }

    /// Goes past these numbers, which something took by itself from [`Self::next`] on.
    pub fn pass(&mut self, taken: impl IntoIterator<Item = Id>) {
        for id in taken {
            self.next = self.next.max(id.next());
        }
    }

    /// Gives no number below this one.
    pub fn raise(&mut self, next: Id) {
        self.next = self.next.max(next);
    }

    /// The number that would be handed out next.
    #[must_use]
    pub fn next(&self) -> Id {
        self.next
    }
}

/// The numbers that are given, gathered only when an edit brings new ones.
pub(super) struct Given<'a> {
    dossier: &'a Dossier,
    all: Option<HashSet<Id>>,
    pub(super) next_id: Id,
}

impl<'a> Given<'a> {
    pub(super) fn of(dossier: &'a Dossier) -> Self {
        Self { dossier, all: None, next_id: dossier.next_id }
    }

    /// Takes numbers, each of which must be free.
    pub(super) fn take_all(&mut self, ids: impl IntoIterator<Item = Id>) -> Result<(), EditError> {
        let given = self.all.get_or_insert_with(|| self.dossier.ids().collect());
        for id in ids {
            // The last number of all has no next one.
            if id.is_none() || id.next() == id || !given.insert(id) {
                return Err(EditError::IdTaken(id));
            }
            self.next_id = self.next_id.max(id.next());
        }
        Ok(())
    }
}
