//! How far a piece of work has come, seen from today.

use jiff::{ToSpan, civil::Date};

use crate::plan::{Period, Status};

/// Work that ends within this many days is due soon.
pub const DUE_SOON_DAYS: i32 = 14;

/// How far a piece of work has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Progress {
    /// Nothing is known: no date, or today is not told.
    #[default]
    Unknown,
    /// Hoàn thành.
    Done,
    /// The day named for its end is over.
    Overdue {
        /// Days since that day, 1 or more.
        days: i32,
    },
    /// The day named for its end is near.
    DueIn {
        /// Days to that day; 0: it is today.
        days: i32,
    },
    /// It has begun.
    UnderWay,
    /// It has not begun.
    Later,
}

/// How far work has come. Recurring or undated work, and what is not carried out, is never overdue
/// and never due; what is to be done before a day is overdue once that day is over.
#[must_use]
pub fn progress(period: &Period, status: Option<Status>, today: Option<Date>) -> Progress {
    if status == Some(Status::Done) {
        return Progress::Done;
    }
    if status == Some(Status::Dropped) {
        return Progress::Unknown;
    }
    let begun = status == Some(Status::UnderWay);
    let Some(today) = today.filter(|_| period.understood()) else {
        return if begun { Progress::UnderWay } else { Progress::Unknown };
    };
    if period.recurs.is_none()
        && let Some(named) = period.end
    {
        let days = days_from(today, named);
        if days < 0 {
            return Progress::Overdue { days: -days };
        }
        if days <= DUE_SOON_DAYS {
            return Progress::DueIn { days };
        }
    }
    let waits = status == Some(Status::NotStarted);
    if begun || !waits && period.start.is_none_or(|start| start <= today) {
        Progress::UnderWay
    } else {
        Progress::Later
    }
}

/// The last day on which work is in time: the day before, with "trước".
pub(super) fn last_day(period: &Period) -> Option<Date> {
    let end = period.end?;
    Some(if period.before { end.saturating_sub(1.day()) } else { end })
}

fn days_from(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
