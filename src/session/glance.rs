//! What the first screen says of a file, read from the file itself: nothing of a plan is kept
//! anywhere else.

use std::path::Path;

use jiff::civil::Date;

use crate::plan::{Dossier, Plan};
use crate::store;
use crate::timeline::{By, Progress, timeline};

/// So many last days are looked at.
const DEADLINES: usize = 60;

/// What is said of a file that is not open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// The name of the school, on one line.
    pub school: String,
    /// The work of the newest plan with a last day that is not done, by that day.
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
    let mut found: Vec<Deadline> = work
        .rows()
        .filter(|row| row.progress != Progress::Done)
        .filter_map(|row| {
            let period = row.period;
            let last = period.end.filter(|_| period.recurs.is_none())?;
            let day = if period.before { last.yesterday().ok()? } else { last };
            let who = plan.item(row.item).map(|item| item.responsible.typed.clone());
            Some(Deadline { day, what: row.name.clone(), who: who.unwrap_or_default() })
        })
        .collect();
    found.sort_by_key(|deadline| deadline.day);
    found.dedup();
    found.truncate(DEADLINES);
    found
}
