//! Word files as they are read: each word that Word shows, once, in its place and its look.

mod columns;
mod doc;
mod drawn;
pub mod file;
mod hostile;
mod kinds;
mod letters;
mod lists;
mod look;
pub mod rich;
mod tables;
mod text;

use caitien::import::{Source, docx};

use file::{Word, lines};

/// What is read of a Word file with this body.
#[track_caller]
fn check(body: &str, expected: &str) {
    check_file(&Word::of(body), expected);
}

#[track_caller]
fn check_file(word: &Word, expected: &str) {
    assert_eq!(lines(&read(word)), expected);
}

#[track_caller]
fn read(word: &Word) -> Source {
    docx(&word.bytes()).unwrap()
}
