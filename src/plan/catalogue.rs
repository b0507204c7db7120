//! A catalogue (bộ tiêu chuẩn): the standards and criteria of one circular.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Says of a file that it is a catalogue: `"kind": "catalogue"`. Older files do not say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CatalogueKind {
    /// It is.
    #[default]
    #[serde(rename = "catalogue")]
    Catalogue,
}

/// The standards of one circular, as data that a user can correct.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// What it is.
    #[serde(default, skip_serializing)]
    pub kind: CatalogueKind,
    /// "tt18-2018-secondary".
    pub id: String,
    /// "18/2018/TT-BGDĐT".
    pub circular: String,
    /// "22/2024/TT-BGDĐT".
    #[serde(default)]
    pub amended_by: Option<String>,
    /// First day in force.
    #[serde(default)]
    pub in_force_from: Option<Date>,
    /// Last day in force; none: still.
    #[serde(default)]
    pub in_force_to: Option<Date>,
    /// `preschool`, `primary`, `lower_secondary`, `upper_secondary`, `multi_level`, `continuing_education`.
    #[serde(default)]
    pub school_kinds: Vec<String>,
    /// How many levels a criterion has.
    #[serde(default)]
    pub levels: u8,
    /// Whether there is a separate list of level-4 criteria.
    #[serde(default)]
    pub has_level_4: bool,
    /// Whether somebody compared the names with the official text.
    #[serde(default)]
    pub verified_against_official_text: bool,
    /// Its standards, in order.
    #[serde(default)]
    pub standards: Vec<Standard>,
    /// The level-4 criteria; the code of the nth is "M4.n".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub level_4: Vec<LevelFour>,
}

/// Tiêu chuẩn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Standard {
    /// From 1.
    pub number: u8,
    /// Its name.
    pub name: String,
    /// Its criteria, in order.
    pub criteria: Vec<Criterion>,
}

/// Tiêu chí.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Criterion {
    /// "1.6".
    pub code: String,
    /// Its name.
    pub name: String,
    /// Bắt buộc.
    pub mandatory: bool,
    /// Levels this criterion does not have ("không có mức này").
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing_levels: Vec<u8>,
    /// What each level asks for, the first one first; empty where the catalogue holds names alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<String>,
}

impl Criterion {
    /// Whether it says what any of its levels asks for.
    #[must_use]
    pub fn tells_of_levels(&self) -> bool {
        self.requirements.iter().any(|text| !text.trim().is_empty())
    }
}

/// A level-4 criterion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LevelFour {
    /// From 1.
    pub number: u8,
    /// Its name, in short.
    pub short_name: String,
}

impl Catalogue {
    /// Reads one from its JSON.
    ///
    /// # Errors
    /// What serde says of a text that is not a catalogue.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        super::json::read(text)
    }

    /// Whether it says of any criterion what its levels ask for.
    #[must_use]
    pub fn tells_of_levels(&self) -> bool {
        let mut criteria = self.standards.iter().flat_map(|standard| &standard.criteria);
        criteria.any(Criterion::tells_of_levels)
    }

    /// The criterion of this code; level-4 criteria are not among them.
    #[must_use]
    pub fn criterion(&self, code: &str) -> Option<&Criterion> {
        self.standards
            .iter()
            .flat_map(|standard| &standard.criteria)
            .find(|criterion| criterion.code == code)
    }

    /// The name of a criterion, level 4 included.
    #[must_use]
    pub fn name_of(&self, code: &str) -> Option<&str> {
        if let Some(number) = code.strip_prefix("M4.") {
            let number: u8 = number.parse().ok()?;
            return self
                .level_4
                .iter()
                .find(|level_four| level_four.number == number)
                .map(|level_four| level_four.short_name.as_str());
        }
        self.criterion(code).map(|criterion| criterion.name.as_str())
    }

    /// A criterion as a plan prints it: "Tiêu chí 1.6. Quản lý hành chính, tài chính và tài sản";
    /// the nth of level 4 is "Tiêu chí n. …".
    #[must_use]
    pub fn criterion_text(&self, code: &str) -> Option<String> {
        let name = self.name_of(code)?;
        Some(format!("Tiêu chí {}. {name}", code.strip_prefix("M4.").unwrap_or(code)))
    }

    /// All codes, in its order, level 4 last.
    #[must_use]
    pub fn codes(&self) -> Vec<String> {
        let criteria = self.standards.iter().flat_map(|standard| &standard.criteria);
        criteria
            .map(|criterion| criterion.code.clone())
            .chain(self.level_4.iter().map(|criterion| format!("M4.{}", criterion.number)))
            .collect()
    }

    /// Whether it was in force on a day.
    #[must_use]
    pub fn in_force_on(&self, day: Date) -> bool {
        self.in_force_from.is_none_or(|from| from <= day)
            && self.in_force_to.is_none_or(|to| day <= to)
    }
}
