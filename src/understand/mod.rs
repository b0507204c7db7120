//! What the cells say: time, money, people, standards and list markers, understood from what
//! a person typed, pasted or imported.
//!
//! Invariant: never fails, never changes the text, and rather understands
//! nothing than guesses.

mod authority;
mod citation;
mod column;
mod levels;
mod markers;
mod mentions;
mod money;
mod number;
mod people;
mod period;
mod school;
mod signer;
mod standard;
mod status;
mod told;
mod totals;
mod turn;
mod used;
mod years;

pub use authority::{Gone, gone_authorities, may_name_authority};
pub use citation::{citations, cites, lacks_hyphen, tells_of_change, tells_of_the_past};
pub use column::{field_of_title, title_words};
pub use levels::{Levels, levels_in};
pub use markers::{Marker, heading_number, list_marker, marker};
pub use mentions::{Aside, NamedYear, YearNamed, is_leap_day, years_named};
pub use money::{canonical_source, understand_money};
pub use number::{DocumentNumber, document_number};
pub use people::{People, canonical_person, understand_people};
pub use period::{backwards_range, understand_period};
pub use school::school_kind;
pub use signer::{has_degree, is_signed, with_spaced_authority};
pub use standard::{
    criteria_in, criterion_head, group_in, speaks_of_level_four, standard_of_title, standards_in,
};
pub use status::{status_in, status_words};
pub use told::{
    may_name_council, names_basis, names_past_result, names_report, names_result,
    names_school_council, other_kind_of_school, working_groups_in,
};
pub use totals::Totals;
pub use turn::{Turn, turn_of};
pub use used::{Proposal, Used};
pub use years::{periods_in, school_years_in};

use jiff::civil::Date;

use crate::plan::{Item, Money, Period, SchoolYear, TermDates};

impl Item {
    /// When it is done: what a person set, else what is understood of the text.
    #[must_use]
    pub fn period(&self, year: SchoolYear, terms: &TermDates) -> Period {
        self.time.corrected.unwrap_or_else(|| understand_period(&self.time.typed, year, terms))
    }

    /// First and last day of a time that runs backwards: the last lies before the first.
    #[must_use]
    pub fn backwards_time(&self, year: SchoolYear, terms: &TermDates) -> Option<(Date, Date)> {
        let Some(period) = self.time.corrected else {
            return backwards_range(&self.time.typed, year, terms);
        };
        let (start, end) = (period.start?, period.end?);
        let last = if period.before { end.yesterday().unwrap_or(end) } else { end };
        (start > last).then_some((start, last))
    }

    /// With what money: what a person set, else what is understood of the text.
    #[must_use]
    pub fn money(&self) -> Money {
        self.budget.corrected.clone().unwrap_or_else(|| understand_money(&self.budget.typed))
    }

    /// What was spent: what a person set, else what is understood of the text.
    #[must_use]
    pub fn money_spent(&self) -> Money {
        self.spent.corrected.clone().unwrap_or_else(|| understand_money(&self.spent.typed))
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
