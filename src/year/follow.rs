//! The work of a plan as it is followed through the year: where each piece of it stands on a day,
//! who has how much of it, and what they are to be reminded of.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::plan::{Dossier, Id, Period, Plan, Status};
use crate::timeline::{By, Groups, Progress, progress, short_name};
use crate::understand::canonical_person;
use crate::words::{compare, fold, order};

/// Where a piece of work stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The day named for its end is over, and it is not done.
    Late {
        /// Days since that day, 1 or more.
        days: i32,
    },
    /// It ends within [`DUE_SOON_DAYS`](crate::timeline::DUE_SOON_DAYS).
    Due {
        /// Days to the day named; 0: today.
        days: i32,
    },
    /// It is being done: somebody said so, or nobody said anything and it has begun.
    UnderWay,
    /// Not begun: somebody said so, or nobody said anything and it has no beginning yet.
    NotStarted,
    /// Somebody said that it was not done, and its end is not named or not yet over.
    NotDone,
    /// Done.
    Done,
    /// Somebody said that it is not carried out.
    Dropped,
}

/// One piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// The item.
    pub item: Id,
    /// Its short name, on one line.
    pub name: String,
    /// The first criterion's code, or empty.
    pub code: String,
    /// Who leads it, by the canonical name; none where nobody is named.
    pub lead: Option<String>,
    /// Who works with them.
    pub partners: Vec<String>,
    /// Its time, as typed.
    pub typed: String,
    /// What is understood of it.
    pub period: Period,
    /// What somebody said of it.
    pub status: Option<Status>,
    /// How much of it somebody said is done, 0 to 100.
    pub percent: Option<u8>,
    /// Where it stands.
    pub state: State,
}

/// How many pieces of work stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub all: usize,
    /// Late.
    pub late: usize,
    /// Due soon.
    pub due: usize,
    /// Under way, neither late nor due.
    pub under_way: usize,
    /// Not begun, neither late nor due.
    pub not_started: usize,
    /// Not done, neither late nor due.
    pub not_done: usize,
    /// Done.
    pub done: usize,
    /// Not carried out.
    pub dropped: usize,
}

impl Counts {
    /// Of these.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a Followed>) -> Self {
        let mut counts = Self::default();
        for row in rows {
            counts.all += 1;
            *match row.state {
                State::Late { .. } => &mut counts.late,
                State::Due { .. } => &mut counts.due,
                State::UnderWay => &mut counts.under_way,
                State::NotStarted => &mut counts.not_started,
                State::NotDone => &mut counts.not_done,
                State::Done => &mut counts.done,
                State::Dropped => &mut counts.dropped,
            } += 1;
        }
        counts
    }
}

/// Rows under one title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// "Kế toán", "Tiêu chuẩn 1: …"; empty: none is named.
    pub title: String,
    /// Who holds that post, where the plan names one person for it: "Bà Vũ Lan Anh".
    pub holder: Option<String>,
    /// Places in the list of rows, in the order of the plan; never empty.
    pub rows: Vec<usize>,
    /// How many of them stand where.
    pub counts: Counts,
}

/// What one person is to be reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Who leads it; none: what nobody leads.
    pub person: Option<String>,
    /// Who holds that post, where the plan names one person for it.
    pub holder: Option<String>,
    /// Places in the list of rows of what is late, the latest first.
    pub late: Vec<usize>,
    /// Of what is due, the nearest first.
    pub due: Vec<usize>,
}

/// Where work stands.
#[must_use]
pub fn state(period: &Period, status: Option<Status>, today: Date) -> State {
    match progress(period, status, Some(today)) {
        Progress::Done => State::Done,
        Progress::Overdue { days } => State::Late { days },
        Progress::DueIn { days } => State::Due { days },
        Progress::UnderWay | Progress::Later | Progress::Unknown => match status {
            Some(Status::Done) => State::Done,
            Some(Status::UnderWay) => State::UnderWay,
            Some(Status::NotDone) => State::NotDone,
            Some(Status::Dropped) => State::Dropped,
            None if has_begun(period, today) => State::UnderWay,
            Some(Status::NotStarted) | None => State::NotStarted,
        },
    }
}

/// Without a beginning nobody knows whether it has begun.
fn has_begun(period: &Period, today: Date) -> bool {
    period.start.is_some_and(|start| start <= today)
}

/// The work of a plan, in its order, as it stands on a day; rows in which nothing is written are
/// left out.
#[must_use]
pub fn followed(dossier: &Dossier, plan: &Plan, today: Date) -> Vec<Followed> {
    let terms = dossier.terms(plan.school_year);
    let rows = plan.items().map(|item| {
        let period = item.period(plan.school_year, &terms);
        let people = item.people().expand(&dossier.abbreviations);
        Followed {
            item: item.id,
            name: short_name(dossier, plan, item),
            code: item.first_code().unwrap_or_default(),
            lead: people.lead,
            partners: people.partners,
            typed: item.time.typed.trim().to_owned(),
            period,
            status: item.status,
            percent: item.percent,
            state: state(&period, item.status, today),
        }
    });
    rows.filter(|row| !row.name.is_empty() || !row.typed.is_empty()).collect()
}

/// The rows of a plan under titles.
#[must_use]
pub fn grouped(dossier: &Dossier, plan: &Plan, rows: &[Followed], by: By) -> Vec<Group> {
    let places: HashMap<Id, usize> =
        rows.iter().enumerate().map(|(at, row)| (row.item, at)).collect();
    let mut groups = Groups::new(dossier, plan, by);
    for row in &plan.rows {
        groups.pass(row);
        let item = row.as_item();
        if let Some((item, at)) = item.and_then(|item| Some((item, *places.get(&item.id)?))) {
            groups.add(item, at);
        }
    }
    let holders = Holders::of(dossier, plan);
    let group = |(title, at): (String, Vec<usize>)| Group {
        holder: (by == By::Person).then(|| holders.of_post(&title)).flatten(),
        counts: Counts::of(at.iter().map(|at| &rows[*at])),
        title,
        rows: at,
    };
    groups.finish().into_iter().map(group).collect()
}

/// What is late and due, by who leads it; those with neither are left out, and what nobody leads
/// comes last.
#[must_use]
pub fn reminders(dossier: &Dossier, plan: &Plan, rows: &[Followed]) -> Vec<Reminder> {
    let mut reminders: Vec<Reminder> = Vec::new();
    let mut by_person: HashMap<Option<&str>, usize> = HashMap::new();
    let holders = Holders::of(dossier, plan);
    for (at, row) in rows.iter().enumerate() {
        let late = matches!(row.state, State::Late { .. });
        if !late && !matches!(row.state, State::Due { .. }) {
            continue;
        }
        let of = *by_person.entry(row.lead.as_deref()).or_insert_with(|| {
            let holder = row.lead.as_deref().and_then(|post| holders.of_post(post));
            let person = row.lead.clone();
            reminders.push(Reminder { person, holder, late: Vec::new(), due: Vec::new() });
            reminders.len() - 1
        });
        let list = if late { &mut reminders[of].late } else { &mut reminders[of].due };
        list.push(at);
    }
    for reminder in &mut reminders {
        // Both lists in the order of the calendar: the earliest end is the latest work.
        order::by_key(&mut reminder.late, |at| rows[*at].period.end);
        order::by_key(&mut reminder.due, |at| rows[*at].period.end);
    }
    order::by(&mut reminders, |a, b| match (&a.person, &b.person) {
        (Some(a), Some(b)) => compare(a, b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    });
    reminders
}

/// Who holds which post, as a plan's leaders, supervisors and members say.
struct Holders {
    /// By the folded canonical name of the post; none where several hold it.
    by_post: HashMap<String, Option<String>>,
}

impl Holders {
    fn of(dossier: &Dossier, plan: &Plan) -> Self {
        let mut by_post: HashMap<String, Option<String>> = HashMap::new();
        let mut add = |post: &str, name: String| {
            let post = fold(&canonical_person(post, &dossier.abbreviations));
            if post.is_empty() || name.is_empty() {
                return;
            }
            let known = by_post.entry(post).or_insert_with(|| Some(name.clone()));
            let same = known.as_deref().is_some_and(|known| bare(known) == bare(&name));
            if !same {
                *known = None;
            }
        };
        let titled = |title: &str, name: &str| format!("{} {}", title.trim(), name.trim());
        for leader in &plan.letterhead.leaders {
            let name = titled(&leader.title, &leader.name).trim().to_owned();
            add(&leader.position, name);
        }
        for one in &plan.supervisors {
            add(&one.position, titled(&one.title, &one.name).trim().to_owned());
        }
        // "Bà Vũ Lan Anh - Kế toán"
        for member in plan.working_groups.iter().flat_map(|group| &group.members) {
            let parts = [" - ", " – ", ", "].iter().find_map(|mark| member.name.split_once(mark));
            if let Some((name, post)) = parts {
                add(post, name.trim().to_owned());
            }
        }
        Self { by_post }
    }

    fn of_post(&self, post: &str) -> Option<String> {
        self.by_post.get(&fold(post)).cloned().flatten()
    }
}

/// A name as it is compared: without the title before it.
fn bare(name: &str) -> String {
    let folded = fold(name);
    let name = folded.strip_prefix("ong ").or_else(|| folded.strip_prefix("ba "));
    name.unwrap_or(&folded).to_owned()
}
