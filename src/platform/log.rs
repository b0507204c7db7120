//! The log of faults: what the program said when it stopped where it should not have.
//!
//! Nothing that a person typed goes into it.

use std::backtrace::Backtrace;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

/// The longest the log may grow before it begins anew (bytes); the last one is kept beside it.
const LONGEST: u64 = 256 * 1024;

/// Where the log is; it may not be there, when nothing ever went wrong.
#[must_use]
pub fn log_file() -> PathBuf {
    super::data_folder().join("caitien.log")
}

/// From now on every panic is written to the log, with where it happened, before it goes its
/// usual way.
pub fn log_panics() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        note(&log_file(), &describe(panic));
        usual(panic);
    }));
}

/// Adds an entry to the log. A log that cannot be written is done without.
pub fn log_fault(what: &str) {
    note(&log_file(), what);
}

/// The last lines of the log, at most so many.
#[must_use]
pub fn log_tail(lines: usize) -> String {
    tail(&log_file(), lines)
}

fn describe(panic: &PanicHookInfo<'_>) -> String {
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("?");
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let place = without_machine(&place);
    let words = panic.payload_as_str().map(without_quotes).unwrap_or_default();
    format!("thread {name}, {place}: {words}\n{}", Backtrace::capture())
}

/// A place in the sources without the folders of the machine that built the program.
fn without_machine(place: &str) -> &str {
    let crates = place.rsplit_once("/registry/src/").and_then(|(_, rest)| rest.split_once('/'));
    let std = place.find("/library/").map(|at| &place[at + 1..]);
    crates.map(|(_, rest)| rest).or(std).unwrap_or(place)
}

/// What a panic says up to where it quotes a text, which may be a person's.
fn without_quotes(words: &str) -> &str {
    words.split(['`', '"']).next().unwrap_or_default().trim_end()
}

fn note(file: &Path, what: &str) {
    if let Some(folder) = file.parent() {
        let _ = fs::create_dir_all(folder);
    }
    if fs::metadata(file).is_ok_and(|metadata| metadata.len() > LONGEST) {
        let _ = fs::rename(file, file.with_extension("old.log"));
    }
    if let Ok(mut log) = OpenOptions::new().create(true).append(true).open(file) {
        let version = env!("CARGO_PKG_VERSION");
        let _ = writeln!(log, "{} [{version}] {what}", super::now());
    }
}

fn tail(file: &Path, lines: usize) -> String {
    let text = fs::read(file).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let text = text.unwrap_or_default();
    let all: Vec<&str> = text.lines().collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_added_and_the_last_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mới").join("caitien.log");
        assert_eq!(tail(&file, 3), "");
        note(&file, "một\nhai");
        note(&file, "ba");
        let told = tail(&file, 2);
        assert!(told.starts_with("hai\n") && told.ends_with("] ba"), "{told}");
    }

    #[test]
    fn texts_that_a_fault_quotes_stay_out() {
        assert_eq!(without_quotes("start is inside of `Nguyễn`"), "start is inside of");
        assert_eq!(without_quotes("called on an Err: \"x\""), "called on an Err:");
        assert_eq!(without_quotes("no row"), "no row");
    }

    #[test]
    fn the_machine_that_built_it_stays_out() {
        let place = "/build/registry/src/index-1/egui-0.37.0/src/ui.rs:1:2";
        assert_eq!(without_machine(place), "egui-0.37.0/src/ui.rs:1:2");
        assert_eq!(
            without_machine("/rustc/0/library/core/src/a.rs:1:2"),
            "library/core/src/a.rs:1:2"
        );
        assert_eq!(without_machine("src/ui/app.rs:1:2"), "src/ui/app.rs:1:2");
    }

    #[test]
    fn a_long_log_begins_anew_and_the_old_one_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("caitien.log");
        note(&file, &"x".repeat(LONGEST as usize));
        note(&file, "mới");
        assert_eq!(tail(&file, 100).lines().count(), 1);
        assert!(fs::metadata(file.with_extension("old.log")).unwrap().len() > LONGEST);
    }
}
