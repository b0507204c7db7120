//! What the first screen says of a file, read from the file itself: nothing of a plan is kept
//! anywhere else.

use std::collections::HashMap;
use std::path::Path;

use jiff::civil::Date;

use crate::plan::{Dossier, Id, Item, Plan, Status};
use crate::store;
use crate::timeline::{By, Progress, timeline};
use crate::words::order;

/// So many last days are looked at.
const DEADLINES: usize = 60;

/// What is said of a file that is not open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// The name of the school, on one line.
    pub school: String,
    /// The work of the newest plan with a last day that is neither done nor given up, by that day.
    pub deadlines: Vec<Deadline>,
}

/// A last day of a piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The last day on which it is in time.
    pub day: Date,
    /// Its short name.
    pub what: String,
    /// Who leads it.
    pub who: String,
}

impl Glance {
    /// Of a file, which is left as it is; none of one that cannot be read just now.
    #[must_use]
    pub fn at(path: &Path) -> Option<Self> {
        store::peek(path).ok().map(|dossier| Self::of(&dossier))
    }

    /// Of what a file holds.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Self {
        let Some(newest) = dossier.newest_plan() else { return Self::default() };
        let school = newest.letterhead.school.replace('\n', " ");
        Self { school, deadlines: deadlines(dossier, newest) }
    }
}

fn deadlines(dossier: &Dossier, plan: &Plan) -> Vec<Deadline> {
    let work = timeline(dossier, plan, None, By::Standard);
    let items: HashMap<Id, &Item> = plan.items().map(|item| (item.id, &**item)).collect();
    let mut found: Vec<Deadline> = work
        .rows()
        .filter(|row| row.progress != Progress::Done)
        .filter_map(|row| {
            let period = row.period;
            let last = period.end.filter(|_| period.recurs.is_none())?;
            let day = if period.before { last.yesterday().ok()? } else { last };
            let item = items.get(&row.item).filter(|item| item.status != Some(Status::Dropped))?;
            let who = item.responsible.typed.clone();
            Some(Deadline { day, what: row.name.clone(), who })
        })
        .collect();
    order::by_key(&mut found, |deadline| deadline.day);
    found.dedup();
    found.truncate(DEADLINES);
    found
}
