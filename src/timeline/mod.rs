//! When the work of a plan is done, as dates: groups, bars, ticks, and how near each end is.
//!
//! Invariant: only what is understood is drawn; work without an understood time is in
//! `undated`. Today is handed in; without it nothing is late and nothing is due.

mod groups;
mod marks;
mod names;
mod state;

use jiff::civil::Date;

use crate::plan::{Dossier, Id, Item, Period, Plan};

pub use groups::Groups;
pub use names::short_name;
pub use state::{DUE_SOON_DAYS, Progress, progress};

/// How the rows of a timeline are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum By {
    /// By the standards, or by the plan's own groups where it has them.
    #[default]
    Standard,
    /// By who leads the work.
    Person,
}

/// The work of a plan by date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// First and last day of the whole-year view: 01/8 to 31/8.
    pub year: (Date, Date),
    /// First and last day of all that is drawn, the whole year included.
    pub span: (Date, Date),
    /// The last day of học kỳ I of the plan's year.
    pub term_1_end: Date,
    /// Dated work, grouped.
    pub groups: Vec<TimelineGroup>,
    /// Work of whose time nothing is understood, in the order of the plan.
    pub undated: Vec<TimelineRow>,
}

/// Rows under one title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineGroup {
    /// "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường", "Hiệu trưởng"; empty: none is named.
    pub title: String,
    /// Its rows, in the order of the plan; never empty.
    pub rows: Vec<TimelineRow>,
}

/// One piece of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineRow {
    /// The item.
    pub item: Id,
    /// Its short name, on one line.
    pub name: String,
    /// The first criterion's code, or empty.
    pub code: String,
    /// Its time, as typed.
    pub typed: String,
    /// What is understood of it.
    pub period: Period,
    /// Bars, in order.
    pub bars: Vec<TimelineBar>,
    /// Ticks of recurring work, in order.
    pub ticks: Vec<Date>,
    /// The last day in time of work that names no beginning: "trước ngày 30/11".
    pub mark: Option<Date>,
    /// How far it has come, as far as today is known.
    pub progress: Progress,
}

impl TimelineRow {
    /// Whether nothing of it can be drawn.
    #[must_use]
    pub fn is_unmarked(&self) -> bool {
        self.bars.is_empty() && self.ticks.is_empty() && self.mark.is_none()
    }
}

/// A bar, both days inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimelineBar {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Thin: ongoing work.
    pub thin: bool,
    /// The start lies before what can be drawn.
    pub open_start: bool,
    /// No end is named, or the end lies outside what can be drawn.
    pub open_end: bool,
}

impl Timeline {
    /// Every dated row.
    pub fn rows(&self) -> impl Iterator<Item = &TimelineRow> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// How many pieces of work are overdue.
    #[must_use]
    pub fn overdue(&self) -> usize {
        self.rows().filter(|row| matches!(row.progress, Progress::Overdue { .. })).count()
    }

    /// How many are due within [`DUE_SOON_DAYS`].
    #[must_use]
    pub fn due_soon(&self) -> usize {
        self.rows().filter(|row| matches!(row.progress, Progress::DueIn { .. })).count()
    }
}

/// The timeline of a plan. Rows in which nothing is written are left out.
#[must_use]
pub fn timeline(dossier: &Dossier, plan: &Plan, today: Option<Date>, by: By) -> Timeline {
    let year = plan.school_year;
    let terms = dossier.terms(year);
    let reach = marks::Reach::of(year);
    let mut span = (year.plan_start(), year.plan_end());
    let mut undated = Vec::new();
    let mut dated = groups::Groups::new(dossier, plan, by);
    for row in &plan.rows {
        dated.pass(row);
        let Some(item) = row.as_item() else { continue };
        let line = line_of(dossier, plan, item, today, &reach);
        if line.is_unmarked() {
            if !line.name.is_empty() || !line.typed.is_empty() {
                undated.push(line);
            }
            continue;
        }
        for bar in &line.bars {
            span = (span.0.min(bar.from), span.1.max(bar.to));
        }
        for &tick in line.ticks.iter().chain(&line.mark) {
            span = (span.0.min(tick), span.1.max(tick));
        }
        dated.add(item, line);
    }
    let groups = dated.finish().into_iter();
    Timeline {
        year: (year.plan_start(), year.plan_end()),
        span,
        term_1_end: terms.term_1_end,
        groups: groups.map(|(title, rows)| TimelineGroup { title, rows }).collect(),
        undated,
    }
}

fn line_of(
    dossier: &Dossier,
    plan: &Plan,
    item: &Item,
    today: Option<Date>,
    reach: &marks::Reach,
) -> TimelineRow {
    let period = item.period(plan.school_year, &dossier.terms(plan.school_year));
    let marks = marks::of(&period, dossier, plan.school_year, reach);
    TimelineRow {
        item: item.id,
        name: short_name(dossier, plan, item),
        code: item.criteria.first().cloned().unwrap_or_default(),
        typed: item.time.typed.trim().to_owned(),
        period,
        bars: marks.bars,
        ticks: marks.ticks,
        mark: marks.mark,
        progress: progress(&period, item.status, today),
    }
}
