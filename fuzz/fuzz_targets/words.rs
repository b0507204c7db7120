//! Any text as what a cell says: a time, a sum, people, criteria, a standard.

#![no_main]

use std::sync::LazyLock;

use caitien::plan::{SchoolYear, TermDates};
use caitien::understand;

static YEAR: LazyLock<(SchoolYear, TermDates)> = LazyLock::new(|| {
    let year = SchoolYear::starting(2026).expect("a year");
    (year, TermDates::usual(year))
});

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (year, terms) = &*YEAR;
    let period = understand::understand_period(text, *year, terms);
    if let (Some(start), Some(end)) = (period.start, period.end) {
        assert!(start <= end, "{text}: {start} after {end}");
    }
    let _ = understand::backwards_range(text, *year, terms);
    let money = understand::understand_money(text);
    if let Some((low, high)) = money.from.zip(money.to) {
        assert!(low <= high, "{text}: {low} over {high}");
    }
    let _ = understand::understand_people(text);
    let _ = understand::criteria_in(text, true);
    let _ = understand::standard_of_title(text);
    let head = understand::criterion_head(text);
    assert!(text.is_char_boundary(head), "{text}: {head}");
});
