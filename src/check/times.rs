//! What is understood of the times of a plan's items, once for all rules.
//!
//! The same words come again and again in a table: each is read once.

use std::collections::HashMap;

use jiff::civil::Date;

use super::page::{Page, says_nothing};
use crate::plan::{Item, Period};

/// An item whose time is written or set.
pub(super) struct Time<'a> {
    pub item: &'a Item,
    /// When it is done.
    pub period: Period,
    /// Its first and last day, where the last lies before the first.
    pub backwards: Option<(Date, Date)>,
}

/// All of them, in the plan's order.
pub(super) fn times<'a>(page: &Page<'a>) -> Vec<Time<'a>> {
    let plan = page.plan;
    let year = plan.school_year;
    let terms = page.dossier.terms(year);
    let mut known = HashMap::new();
    let mut times = Vec::new();
    for item in plan.items() {
        if says_nothing(&item.time.typed) && item.time.corrected.is_none() {
            continue;
        }
        let read = || (item.period(year, &terms), item.backwards_time(year, &terms));
        let (period, backwards) = match item.time.corrected {
            Some(_) => read(),
            None => *known.entry(item.time.typed.as_str()).or_insert_with(read),
        };
        times.push(Time { item, period, backwards });
    }
    times
}
