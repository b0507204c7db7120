//! The school year after a plan is written: what the self-evaluation comes to, where the work
//! stands, what it costs, and the next plan, as values.
//!
//! Invariant: pure. Today is handed in; nothing here speaks: kinds and facts are given, and
//! `messages` and `document` find the words.

pub mod answer;
pub mod follow;
pub mod frozen;
pub mod money;
pub mod next;
pub mod result;
pub mod three;
