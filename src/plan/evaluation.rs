//! The school's self-evaluation of one school year: a level and its grounds for each criterion.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::field::text_field;
use super::{Dossier, Record, SchoolYear, TextField};

/// What the school found of itself in one school year, by the criteria of one catalogue, which
/// may be another than a plan's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evaluation {
    /// Names it: a dossier has one for each school year at most.
    pub school_year: SchoolYear,
    /// By the criteria of which catalogue; none: not chosen yet.
    #[serde(default)]
    pub catalogue: Option<String>,
    /// What was found, in the order in which it was first said.
    #[serde(default)]
    pub ratings: Vec<Rating>,
}

impl Evaluation {
    /// One in which nothing is said.
    #[must_use]
    pub fn empty(school_year: SchoolYear) -> Self {
        Self { school_year, catalogue: None, ratings: Vec::new() }
    }

    /// What was found of a criterion or of a standard.
    #[must_use]
    pub fn rating(&self, code: &str) -> Option<&Rating> {
        self.ratings.iter().find(|rating| rating.code == code)
    }

    /// The level of a criterion: none where it was not evaluated, 0 where it reaches none.
    #[must_use]
    pub fn level(&self, code: &str) -> Option<u8> {
        self.rating(code)?.level
    }
}

/// What was found of one criterion, or, where the catalogue tells strengths and weaknesses by
/// standard, of one standard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rating {
    /// Names it: the code of a criterion as in the catalogue ("1.2", "M4.3"); of a standard its
    /// number ("1").
    pub code: String,
    /// None: not evaluated, which is never "không đạt"; 0: không đạt; 1 to 4.
    pub level: Option<u8>,
    /// The criterion has no higher level ("không có mức này"), where the catalogue does not say so.
    pub tops_out: bool,
    /// Điểm mạnh.
    pub strengths: String,
    /// Điểm yếu, hạn chế: one a line.
    pub weakness: String,
    /// Nguyên nhân.
    pub cause: String,
    /// Codes of evidence: "[H3-2.2-01]; [H3-2.2-02]".
    pub evidence: String,
}

impl Record for Rating {
    const TEXTS: &'static [TextField<Self>] = &[
        text_field!(Strengths, Long, strengths),
        text_field!(Weakness, Long, weakness),
        text_field!(Cause, Long, cause),
        text_field!(Evidence, Long, evidence),
    ];
}

impl Dossier {
    /// The self-evaluation of a school year.
    #[must_use]
    pub fn evaluation(&self, year: SchoolYear) -> Option<&Arc<Evaluation>> {
        self.evaluations.iter().find(|one| one.school_year == year)
    }
}
