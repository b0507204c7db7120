//! How far a piece of work has come, seen from today.

use jiff::{ToSpan, civil::Date};

use crate::plan::{Period, Status};

/// Work that ends within this many days is due soon.
pub const DUE_SOON_DAYS: i32 = 30;

/// How far a piece of work has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Progress {
    /// Nothing is known: no date, or today is not told.
    #[default]
    Unknown,
    /// Hoàn thành.
    Done,
    /// Its last day is over.
    Overdue {
        /// Days since its last day, 1 or more.
        days: i32,
    },
    /// Its last day is near.
    DueIn {
        /// Days to its last day; 0: today is the last.
        days: i32,
    },
    /// It has begun.
    UnderWay,
    /// It has not begun.
    Later,
}

/// How far work has come. Recurring or undated work is never overdue and never due.
#[must_use]
pub fn progress(period: &Period, status: Option<Status>, today: Option<Date>) -> Progress {
    if status == Some(Status::Done) {
        return Progress::Done;
    }
    let begun = status == Some(Status::UnderWay);
    let Some(today) = today.filter(|_| period.understood()) else {
        return if begun { Progress::UnderWay } else { Progress::Unknown };
    };
    if period.recurs.is_none()
        && let Some(last_day) = last_day(period)
    {
        let days = days_from(today, last_day);
        if days < 0 {
            return Progress::Overdue { days: -days };
        }
        if days <= DUE_SOON_DAYS {
            return Progress::DueIn { days };
        }
    }
    if begun || period.start.is_none_or(|start| start <= today) {
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
