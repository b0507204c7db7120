//! Edits as values: what each does, what undo gives back, and that the file follows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // test helpers, where a failure is the answer

mod any;
mod applying;
mod backups;
mod each;
mod fields;
mod forms;
mod history;
mod json;
mod kinds;
mod made;
mod merging;
mod next;
mod past;
mod saved;
mod session;
