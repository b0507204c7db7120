//! A time phrase as it was read, before days are given to it.

use crate::plan::{Recurs, SchoolYear};

/// A stretch of time as it is named, its year perhaps left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day {
        day: i8,
        month: Option<i8>,
        year: Option<i16>,
    },
    Month {
        month: i8,
        year: Option<i16>,
    },
    Quarter {
        quarter: i8,
        year: Option<i16>,
    },
    Term {
        term: u8,
        year: Option<SchoolYear>,
    },
    School(Option<SchoolYear>),
    Summer(Option<i16>),
    Year {
        year: i16,
        /// "năm" stands before it.
        named: bool,
    },
    /// Months at the beginning or the end of a calendar year: "6 tháng đầu năm 2027".
    Part {
        months: i8,
        first: bool,
        year: i16,
    },
    /// Ten days of a month, 0 to 2: thượng tuần, trung tuần, hạ tuần.
    Third(u8, Box<Unit>),
    First(Box<Unit>),
    Last(Box<Unit>),
    /// A number that takes its kind from its neighbour: the 10 of "tháng 9, 10/2026".
    Bare {
        number: i8,
        roman: bool,
        year: Option<i16>,
    },
}

/// What stands between two units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    Dash,
    Until,
    List,
    And,
}

/// What stands before the first unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    None,
    From,
    Until,
    Before,
    After,
    Phase,
}

/// The dated part of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) lead: Lead,
    pub(super) units: Vec<Unit>,
    pub(super) joins: Vec<Join>,
    /// "đến trước ngày …".
    pub(super) before: bool,
    /// "trở đi".
    pub(super) onwards: bool,
    /// "và các năm tiếp theo".
    pub(super) following: bool,
}

impl Dated {
    /// Whether its units are only named one after the other.
    pub(super) fn is_list(&self) -> bool {
        self.joins.iter().all(|join| matches!(join, Join::List | Join::And))
    }
}

/// "trong 02 tháng" after a first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    Days(u16),
    Months(u16),
}

/// A whole phrase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) dated: Option<Dated>,
    pub(super) recurs: Option<Recurs>,
    /// Work inside it with a date of its own: "tháng 11, nghiệm thu 30/11".
    pub(super) within: Option<Dated>,
    /// How long it takes.
    pub(super) length: Option<Length>,
}
