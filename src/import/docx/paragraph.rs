//! A paragraph on its way: what it says of itself, and its words so far.

use crate::import::pieces::Pieces;

use super::properties::Stand;

/// A paragraph that is not ended yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    /// What it says of itself.
    pub stand: Stand,
    /// Its words.
    pub words: Pieces,
}
