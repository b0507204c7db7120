//! Who has a file open: a small note beside it, for whoever is told that it is in use.
//!
//! The lock of SQLite alone decides who has a file. The note says whose lock that is; it is read
//! where the lock was refused, and worth nothing otherwise: one that a killed program left blocks
//! nobody, and the next who opens the file writes another over it. What it says may be anybody's
//! writing, and is taken for two names and a time or for nothing.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

use super::{StoreError, place};
use crate::{platform, words};

/// The most bytes that a note may have.
const MOST_BYTES: usize = 4096;
/// The most letters of a name in it.
const LONGEST_NAME: usize = 60;
/// How its time is written.
const TIME: &str = "%Y-%m-%dT%H:%M:%S";

/// Who has a file open, as the note beside it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The person's name in the system; may be empty.
    pub user: String,
    /// The machine's name on the network; may be empty.
    pub machine: String,
    /// Since when, in that machine's local time.
    pub since: DateTime,
}

/// The note beside a file whose lock is ours; it goes when dropped.
#[derive(Debug)]
pub(super) struct Note {
    path: PathBuf,
    /// Its first line, which no other has.
    mark: String,
}

impl Note {
    /// Leaves a note beside a file, of which this is the one path. Where that cannot be done, or
    /// something else has its name, nobody is told: that is no reason not to open the file.
    pub(super) fn leave(file: &Path) -> Option<Self> {
        let path = beside(file)?;
        let may_be_written_over = match read(&path) {
            Found::Nothing | Found::Note(_) => true,
            Found::Other => false,
        };
        if !may_be_written_over {
            return None;
        }
        let mark = platform::passing_name();
        let (user, machine) = (name(&platform::user_name()), name(&platform::machine_name()));
        let text = format!("{mark}\n{user}\n{machine}\n{}\n", platform::now().strftime(TIME));
        platform::put_note(&path, text.as_bytes(), file).ok()?;
        Some(Self { path, mark })
    }
}

impl Drop for Note {
    fn drop(&mut self) {
        if let Found::Note(text) = read(&self.path)
            && text.lines().next() == Some(&self.mark)
        {
            // What cannot be removed is swept, or written over by the next.
            drop(fs::remove_file(&self.path));
        }
    }
}

/// Removes the note that a killed program left beside a file; for the one who has its lock.
pub(super) fn remove_stale(file: &Path) {
    if let Some(path) = beside(file)
        && let Found::Note(_) = read(&path)
    {
        // What cannot be removed is swept, or written over by the next.
        drop(fs::remove_file(path));
    }
}

/// An error as it is told: that a file is in use, with who has it, where a note says so.
pub(super) fn told(error: StoreError, file: &Path) -> StoreError {
    match error {
        StoreError::OpenElsewhere(None) => StoreError::OpenElsewhere(of(file)),
        error => error,
    }
}

/// Who has a file of which somebody has the lock.
fn of(file: &Path) -> Option<Holder> {
    let Found::Note(text) = read(&beside(&place::real(file).ok()?)?) else { return None };
    let mut lines = text.lines();
    // Left by a program that was killed: somebody else has the lock, and could write no note.
    if platform::is_left_by_the_dead(lines.next()?) {
        return None;
    }
    let (user, machine) = (name(lines.next()?), name(lines.next()?));
    let since = DateTime::strptime(TIME, lines.next()?).ok()?;
    (!user.is_empty() || !machine.is_empty()).then_some(Holder { user, machine, since })
}

/// Where the note of a file is.
fn beside(file: &Path) -> Option<PathBuf> {
    let mut note = std::ffi::OsString::from(platform::NOTE_PREFIX);
    note.push(file.file_name()?);
    Some(file.with_file_name(note))
}

/// What lies in a note's place.
enum Found {
    Nothing,
    /// One of this program's, or what a machine that stopped left of it.
    Note(String),
    Other,
}

fn read(path: &Path) -> Found {
    match fs::symlink_metadata(path) {
        Err(_) => return Found::Nothing,
        // A pipe would be waited at.
        Ok(about) if !about.is_file() => return Found::Other,
        Ok(_) => {}
    }
    let Ok(bytes) = platform::read_at_most(path, MOST_BYTES) else { return Found::Other };
    let is_ours = bytes.starts_with(b"caitien-") || bytes.iter().all(|byte| *byte == 0);
    match String::from_utf8(bytes) {
        Ok(text) if is_ours && text.len() <= MOST_BYTES => Found::Note(text),
        _ => Found::Other,
    }
}

/// A name as it is written and told: one line, nothing in it that is not seen.
fn name(text: &str) -> String {
    let seen = words::clean_paste(text);
    let line: Vec<&str> = seen.split_whitespace().collect();
    line.join(" ").chars().take(LONGEST_NAME).collect()
}
