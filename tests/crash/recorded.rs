//! A process of these tests whose writes are recorded, or made to fail, on their way to the system.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use caitien::plan::Dossier;
use caitien::store;

use crate::killed::at;
use crate::sample::open;

/// Asks this test program, run once more, to save into a file: revisions of [`at`] from 2 on.
const ASKED: &str = "CAITIEN_TEST_SAVE";
/// How many it saves.
const SAVES: &str = "CAITIEN_TEST_SAVES";

#[test]
fn a_process_that_saves() {
    let Some(path) = std::env::var_os(ASKED) else { return };
    let (mut store, _) = open(Path::new(&path)).unwrap();
    let saves: u64 = std::env::var(SAVES).unwrap().parse().unwrap();
    for revision in 2..2 + saves {
        // As its writer does, which tries again.
        if (0..4).any(|_| store.save(&at(revision)).is_ok()) {
            println!("saved {revision}.");
        }
    }
}

/// What a process did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// Wrote bytes at an offset into a file of this name.
    Write(String, usize, Vec<u8>),
    /// Set its length.
    Cut(String, usize),
    /// Waited until it is on the disk; of the folder the names are.
    Sync(String),
    /// Took it away.
    Remove(String),
    /// Said that a revision is saved.
    Said(u64),
}

/// The library that records, made once.
pub struct Recorder {
    folder: tempfile::TempDir,
    library: PathBuf,
}

impl Recorder {
    pub fn make() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("record.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/crash/record.c");
        let compiler = std::env::var_os("CC").unwrap_or_else(|| "cc".into());
        let made = Command::new(compiler)
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .args([&library, &source])
            .status()
            .unwrap();
        assert!(made.success());
        Self { folder, library }
    }

    /// Saves into a file so many times, and lets changes fail: from which on, how many, and with what number of
    /// the system (-1: writes are done by half). Gives what was done.
    pub fn saves(&self, path: &Path, saves: u64, fail: Option<(usize, usize, i32)>) -> Vec<Did> {
        let record = self.folder.path().join("record");
        let folder = path.parent().unwrap();
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args(["recorded::a_process_that_saves", "--exact", "--nocapture"])
            .env(ASKED, path)
            .env(SAVES, saves.to_string())
            .env("LD_PRELOAD", &self.library)
            .env("CAITIEN_TEST_RECORD", &record)
            .env("CAITIEN_TEST_FOLDER", std::fs::canonicalize(folder).unwrap())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some((from, count, with)) = fail {
            command.env("CAITIEN_TEST_FAIL", format!("{from} {count} {with}"));
        }
        assert!(command.status().unwrap().success());
        read(&std::fs::read(record).unwrap())
    }
}

fn read(mut record: &[u8]) -> Vec<Did> {
    fn take<'a>(record: &mut &'a [u8], length: usize) -> &'a [u8] {
        let (taken, rest) = record.split_at(length);
        *record = rest;
        taken
    }
    fn number(record: &mut &[u8], length: usize) -> usize {
        let bytes = take(record, length);
        bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
    }
    let mut did = Vec::new();
    while !record.is_empty() {
        let kind = take(&mut record, 1)[0];
        let length = number(&mut record, 4);
        let name = String::from_utf8(take(&mut record, length).to_vec()).unwrap();
        let at = number(&mut record, 8);
        let length = number(&mut record, 4);
        let bytes = take(&mut record, length).to_vec();
        if name == "said" {
            let words = String::from_utf8(bytes).unwrap();
            let of = |line: &str| line.strip_prefix("saved ")?.strip_suffix('.')?.parse().ok();
            did.extend(words.lines().filter_map(of).map(Did::Said));
            continue;
        }
        // The note of who has the file is not what is tried here.
        if name != "." && !name.starts_with("f.caitien") {
            continue;
        }
        did.push(match kind {
            b'w' => Did::Write(name, at, bytes),
            b't' => Did::Cut(name, at),
            b's' => Did::Sync(name),
            b'u' => Did::Remove(name),
            other => panic!("{other}"),
        });
    }
    did
}

/// A file of revision 1.
pub fn begun() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.caitien");
    drop(store::create(&path, &at(1), caitien::platform::file_identity).unwrap());
    (folder, path)
}

/// The revision that a value is; it must be that, whole.
pub fn revision_of(found: &Dossier) -> Option<u64> {
    let revision = found.plans.get(1)?.number.parse().ok()?;
    (*found == *at(revision)).then_some(revision)
}
