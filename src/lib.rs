//! Cải Tiến: a school's quality improvement plan, written, followed and printed.
//!
//! The map of the modules is in ARCHITECTURE.md.

pub mod check;
pub mod cli;
pub mod document;
pub mod edit;
pub mod embedded;
pub mod export;
pub mod import;
pub mod layout;
pub mod library;
pub mod messages;
pub mod ooxml;
pub mod plan;
pub mod platform;
pub mod search;
pub mod session;
pub mod store;
pub mod timeline;
#[cfg(feature = "window")]
pub mod ui;
pub mod understand;
pub mod words;
pub mod year;
