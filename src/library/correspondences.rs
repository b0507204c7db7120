//! Which criteria of one catalogue answer to those of another, inside the program.

use std::sync::LazyLock;

use crate::embedded;
use crate::plan::Correspondence;

static CORRESPONDENCES: LazyLock<Vec<Correspondence>> = LazyLock::new(|| {
    Correspondence::list_from_json(embedded::correspondences()).unwrap_or_default()
});

/// Which criteria of a newer catalogue answer to those of an older one, by their names.
#[must_use]
pub fn correspondence(from: &str, to: &str) -> Option<&'static Correspondence> {
    CORRESPONDENCES.iter().find(|one| one.from == from && one.to == to)
}
