//! What the cells say: time, money and people, understood from what a person typed.
//!
//! Invariant: never fails, never changes the text, and rather understands
//! nothing than guesses.

mod money;
mod people;
mod period;

pub use money::understand_money;
pub use people::{People, canonical_person, understand_people};
pub use period::understand_period;

use crate::plan::{Item, Money, Period, SchoolYear, TermDates};

impl Item {
    /// When it is done: what a person set, else what is understood of the text.
    #[must_use]
    pub fn period(&self, year: SchoolYear, terms: &TermDates) -> Period {
        self.time.corrected.unwrap_or_else(|| understand_period(&self.time.typed, year, terms))
    }

    /// With what money: what a person set, else what is understood of the text.
    #[must_use]
    pub fn money(&self) -> Money {
        self.budget.corrected.clone().unwrap_or_else(|| understand_money(&self.budget.typed))
    }

    /// Who does it: what a person set, lead first, else what is understood of the text.
    #[must_use]
    pub fn people(&self) -> People {
        match &self.responsible.corrected {
            Some(people) => People::of(people.iter().cloned()),
            None => understand_people(&self.responsible.typed),
        }
    }
}
