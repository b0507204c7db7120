//! The domain and its language: what cells say, dates, numbers, order; the check and the
//! timeline.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // test helpers, where a failure is the answer

mod answers;
mod check;
mod check_any;
mod check_form;
mod check_silent;
mod check_variants;
mod check_words;
mod check_year;
mod follow;
mod levels;
mod mentions;
mod money;
mod money_totals;
mod next;
mod people;
mod period;
mod period_kinds;
mod properties;
mod result;
mod rules;
mod spelling;
mod standard;
mod steps;
mod three;
mod timeline;
mod words;
