//! What names a plan, a part, a row, a problem or a group inside one dossier.

use serde::{Deserialize, Serialize};

/// A number that is unique in its dossier and never used again, undo included.
///
/// `Id(0)` (the default) means "none yet": only a JSON file written by hand
/// holds it, and the import gives such things a fresh number.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Id(pub u32);

impl Id {
    /// Whether nothing has been given this number yet.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The number after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
