//! The rules, one a file.

mod character;
mod content;
mod criterion_twice;
mod crowded;
mod date;
mod empty;
mod end_mark;
mod fill_word;
mod number;
mod recipients;
mod school;
mod signer;
mod time;
mod title;
mod unknown_criterion;

use super::rule::Rule;
use super::{FindingKind, Severity};

pub use end_mark::with_end_mark;

/// All rules. Findings at one place come in this order.
pub(super) const ALL: &[Rule] = &[
    school::RULE,
    title::RULE,
    content::RULE,
    crowded::RULE,
    number::BLANK,
    number::WITH_MORE,
    date::BLANK,
    date::IMPOSSIBLE,
    unknown_criterion::RULE,
    criterion_twice::RULE,
    empty::ROW,
    character::RULE,
    fill_word::RULE,
    empty::FIELD,
    time::NOT_UNDERSTOOD,
    time::BACKWARDS,
    time::BEFORE_PLAN,
    time::GOES_ON,
    end_mark::RULE,
    signer::RULE,
    recipients::RULE,
];
