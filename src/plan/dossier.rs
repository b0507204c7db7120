//! The whole dossier of a school: all its plans, over the years, as one value.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};

use super::field::text_field;
use super::{
    Catalogue, Evaluation, Form, Id, Letterhead, Paper, Plan, Record, SchoolYear, TextField,
};

/// The newest format of the JSON file and of the SQLite file. What an older JSON file does not say
/// stands as it was before there was a choice.
pub const FORMAT: u32 = 4;

/// Everything one file holds.
///
/// Invariant: immutable. Plans and catalogues stand behind an `Arc` each, so
/// that an edit clones the spine only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dossier {
    /// Always [`FORMAT`], of whatever format the file was.
    #[serde(deserialize_with = "newest")]
    pub format: u32,
    /// The next number to give; never goes back.
    #[serde(default)]
    pub next_id: Id,
    /// Proposes values for new plans, and nothing more.
    #[serde(default)]
    pub school: Letterhead,
    /// The plans, in the order of the file.
    #[serde(default)]
    pub plans: Vec<Arc<Plan>>,
    /// The dossier's own copies of the catalogues its plans use.
    #[serde(default)]
    pub catalogues: Vec<Arc<Catalogue>>,
    /// The dossier's own copies of the forms its plans use, where the program does not bring
    /// them along.
    #[serde(default)]
    pub forms: Vec<Arc<Form>>,
    /// The school's own abbreviations, beside those the program knows.
    #[serde(default)]
    pub abbreviations: Vec<Abbreviation>,
    /// The school's own term dates, where they differ from the defaults.
    #[serde(default)]
    pub term_dates: Vec<TermDates>,
    /// The self-evaluations, one a school year at most.
    #[serde(default)]
    pub evaluations: Vec<Arc<Evaluation>>,
    /// Words of the school's own that no check of the letters stops at.
    #[serde(default)]
    pub own_words: Vec<String>,
}

/// What an older format says, the newest says as well.
fn newest<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    u32::deserialize(from).map(|format| format.max(FORMAT))
}

impl Default for Dossier {
    fn default() -> Self {
        Self {
            format: FORMAT,
            next_id: Id(1),
            school: Letterhead::default(),
            plans: Vec::new(),
            catalogues: Vec::new(),
            forms: Vec::new(),
            abbreviations: Vec::new(),
            term_dates: Vec::new(),
            evaluations: Vec::new(),
            own_words: Vec::new(),
        }
    }
}

impl Dossier {
    /// Reads one from its JSON, as it stands: ids are neither given nor checked.
    ///
    /// # Errors
    /// What serde says of a text that is not a dossier.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        super::json::read(text)
    }

    /// The plan of this number.
    #[must_use]
    pub fn plan(&self, id: Id) -> Option<&Arc<Plan>> {
        self.plans.iter().find(|plan| plan.id == id)
    }

    /// The newest plan that is no paper about another: the latest school year, and in it the
    /// highest number.
    #[must_use]
    pub fn newest_plan(&self) -> Option<&Arc<Plan>> {
        let newest = |plan: &&Arc<Plan>| (plan.paper == Paper::Plan, plan.school_year, plan.id);
        self.plans.iter().max_by_key(newest)
    }

    /// The plans that amend this one, given out or not, in the order of the file.
    pub fn amendments(&self, of: Id) -> impl Iterator<Item = &Arc<Plan>> + Clone {
        let amends =
            move |one: &&Arc<Plan>| one.paper == Paper::Supplement && one.amends == Some(of);
        self.plans.iter().filter(amends)
    }

    /// The dossier's copy of the catalogue a plan uses.
    #[must_use]
    pub fn catalogue_of(&self, plan: &Plan) -> Option<&Arc<Catalogue>> {
        let id = plan.catalogue.as_deref()?;
        self.catalogues.iter().find(|catalogue| catalogue.id == id)
    }

    /// When the terms of a school year begin and end, the school's own dates first.
    #[must_use]
    pub fn terms(&self, year: SchoolYear) -> TermDates {
        self.term_dates
            .iter()
            .find(|dates| dates.school_year == year)
            .copied()
            .unwrap_or_else(|| TermDates::usual(year))
    }
}

/// A short form and what it stands for: "BGH" is "Ban Giám hiệu".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Abbreviation {
    /// As it is written in cells: "PHT".
    pub short: String,
    /// What it stands for: "Phó Hiệu trưởng".
    pub long: String,
}

impl Record for Abbreviation {
    const TEXTS: &'static [TextField<Self>] =
        &[text_field!(Short, Line, short), text_field!(Long, Line, long)];
}

/// The dates of one school year, all inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermDates {
    /// Which year.
    pub school_year: SchoolYear,
    /// First day of học kỳ I.
    pub start: Date,
    /// Last day of học kỳ I.
    pub term_1_end: Date,
    /// Last day of học kỳ II.
    pub end: Date,
}

impl TermDates {
    /// 01/9 to 15/01 and 16/01 to 31/5, where a school says nothing else.
    #[must_use]
    pub fn usual(year: SchoolYear) -> Self {
        Self {
            school_year: year,
            start: year.date(9, 1),
            term_1_end: year.date(1, 15),
            end: year.date(5, 31),
        }
    }
}
