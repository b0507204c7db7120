//! Edits as values: what each does, what undo gives back, and that the file follows.

mod any;
mod applying;
mod forms;
mod history;
mod json;
mod saved;
