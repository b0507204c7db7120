//! Next year's plan from this year's: what is offered, what a person chose of it, and the edit.
//!
//! Invariant: the old plan is read and never changed. Every word that would be written anew is in
//! the offer with its places; all of them are read from the old texts, so that no replacement
//! meets what another wrote.

mod changes;
mod make;
mod recast;
mod times;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::plan::{
    Dossier, Form, Id, Period, Plan, PlanDate, RecordId, SchoolYear, Status, TermDates, TextOf,
    Typed,
};
use crate::timeline::short_name;
use crate::understand::understand_period;

pub use changes::{Change, ChangeKind, KeptAside, Place};
pub use make::make;
pub use recast::{Answer, Recast};
pub use times::{NewTime, next_time};

/// What of a plan would go into the plan of another year, and what a person chose of it: `take`
/// and `to` are theirs to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The old plan.
    pub plan: Id,
    /// The year of the new one.
    pub year: SchoolYear,
    /// Its work, in the order of the plan.
    pub items: Vec<Offered>,
    /// The words that would be written anew.
    pub changes: Vec<Change>,
    /// Years that stay, and why.
    pub kept: Vec<KeptAside>,
    /// The date of the new document: month and year of the old one a year on, the day left blank.
    pub date: PlanDate,
    /// The words of the parts, the working groups and the supervisors go along.
    pub parts: bool,
    /// Another catalogue, with the criteria that answer to the old ones.
    pub recast: Option<Recast>,
    /// Another form, and the one of the old plan.
    pub form: Option<NewForm>,
}

/// Another form for the new plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewForm {
    /// It.
    pub to: Arc<Form>,
    /// The one of the old plan: words equal to what it proposes become what the new one does.
    pub from: Arc<Form>,
}

impl Offer {
    /// How many pieces of work are taken.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.items.iter().filter(|item| item.take).count()
    }

    /// How many of them have a time of which nothing is clear in the new year.
    #[must_use]
    pub fn unclear(&self) -> usize {
        let unclear = |item: &&Offered| item.take && item.time == NewTime::Unclear;
        self.items.iter().filter(unclear).count()
    }

    /// A person typed another time for one of its pieces of work: of one that is not understood
    /// in the new year it is said.
    pub fn set_time(&mut self, at: usize, typed: String, terms: &TermDates) {
        if let Some(item) = self.items.get_mut(at) {
            item.set_time(typed);
            let period = understand_period(&item.to.typed, self.year, terms);
            if item.time == NewTime::Typed && !period.understood() {
                item.time = NewTime::Unclear;
            }
        }
    }

    /// What was chosen of an offer of the same plan as it was before.
    pub fn take_over(&mut self, before: Self) {
        let chosen: HashMap<Id, &Offered> =
            before.items.iter().map(|item| (item.item, item)).collect();
        for item in &mut self.items {
            let Some(known) = chosen.get(&item.item) else { continue };
            item.take = known.take;
            if known.from == item.from {
                (item.to, item.time) = (known.to.clone(), known.time);
            }
        }
        for change in &mut self.changes {
            let same = |one: &&Change| (one.kind, &one.from) == (change.kind, &change.from);
            if let Some(known) = before.changes.iter().find(same) {
                (change.to, change.take) = (known.to.clone(), known.take);
                let left = known.places.iter().filter(|place| !place.take);
                let left: HashSet<(TextOf, usize)> =
                    left.map(|place| (place.of, place.at.start)).collect();
                for place in &mut change.places {
                    place.take &= !left.contains(&(place.of, place.at.start));
                }
            }
        }
        (self.date, self.parts) = (before.date, before.parts);
        (self.recast, self.form) = (before.recast, before.form);
    }

    /// The places of a change that are in the new plan: those of work that is not taken are not.
    pub fn places<'a>(&'a self, change: &'a Change) -> impl Iterator<Item = &'a Place> {
        let left: HashSet<Id> =
            self.items.iter().filter(|item| !item.take).map(|item| item.item).collect();
        change.places.iter().filter(move |place| match place.of {
            TextOf::Field(RecordId::Row(id), _) => !left.contains(&id),
            _ => true,
        })
    }
}

/// One piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The item of the old plan.
    pub item: Id,
    /// Its short name, on one line.
    pub name: String,
    /// What somebody said of it.
    pub status: Option<Status>,
    /// Why it is taken by default, or not.
    pub why: Why,
    /// Its time, as typed.
    pub from: String,
    /// Its time in the new plan.
    pub to: Typed<Period>,
    /// What was done to come from one to the other.
    pub time: NewTime,
    /// Whether it goes into the new plan.
    pub take: bool,
}

impl Offered {
    /// A person typed another time.
    pub fn set_time(&mut self, typed: String) {
        if typed != self.to.typed {
            self.to = Typed::new(typed);
            self.time = NewTime::Typed;
        }
    }
}

/// Why work goes on in the next year, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// Nobody said that it is done.
    Unfinished,
    /// It ends after this plan's year.
    SeveralYears,
    /// It comes back.
    Recurs,
    /// It is done.
    Done,
    /// It is not carried out.
    Dropped,
}

impl Why {
    /// Whether it is taken where a person says nothing else.
    #[must_use]
    pub fn is_taken(self) -> bool {
        matches!(self, Self::Unfinished | Self::SeveralYears | Self::Recurs)
    }
}

/// What of a plan would go into the plan of another year.
#[must_use]
pub fn offer(dossier: &Dossier, plan: &Plan, year: SchoolYear) -> Offer {
    let terms = (dossier.terms(plan.school_year), dossier.terms(year));
    let items = plan.items().map(|item| {
        let period = item.period(plan.school_year, &terms.0);
        let (to, time) = next_time(item, (plan.school_year, &terms.0), (year, &terms.1));
        let goes_on = period.end.is_some_and(|end| end > plan.school_year.plan_end());
        let why = match item.status {
            Some(Status::Dropped) => Why::Dropped,
            _ if goes_on => Why::SeveralYears,
            _ if period.recurs.is_some() => Why::Recurs,
            Some(Status::Done) => Why::Done,
            _ => Why::Unfinished,
        };
        Offered {
            item: item.id,
            name: short_name(dossier, plan, item),
            status: item.status,
            why,
            from: item.time.typed.clone(),
            to,
            time,
            take: why.is_taken(),
        }
    });
    let items = items.collect();
    let (changes, kept) = changes::changes(plan, year);
    let later = year.first() - plan.school_year.first();
    let date =
        PlanDate { day: None, month: plan.date.month, year: plan.date.year.map(|old| old + later) };
    Offer { plan: plan.id, year, items, changes, kept, date, parts: true, recast: None, form: None }
}
