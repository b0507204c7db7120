//! Which criteria of one catalogue answer to those of another.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Which criteria of a catalogue take the place of those of an older one: proposed from their
/// names, for a person to confirm.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correspondence {
    /// The older catalogue.
    pub from: String,
    /// The newer one.
    pub to: String,
    /// Whether somebody compared it with the official text.
    #[serde(default)]
    pub verified_against_official_text: bool,
    /// By the code of the older one: the codes of the newer, the nearest first.
    pub criteria: BTreeMap<String, Vec<String>>,
}

impl Correspondence {
    /// Reads several from their JSON.
    ///
    /// # Errors
    /// What serde says of a text that is not a list of them.
    pub fn list_from_json(text: &str) -> Result<Vec<Self>, serde_json::Error> {
        super::json::read(text)
    }

    /// The criteria that answer to one of the older catalogue, the nearest first.
    #[must_use]
    pub fn of(&self, code: &str) -> &[String] {
        self.criteria.get(code).map_or(&[], Vec::as_slice)
    }
}
