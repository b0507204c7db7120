//! The writer itself is killed, at any moment: what it said is saved is in the file, whole.
//!
//! It is killed twenty times by `cargo test`, five hundred by `CRASHES=all`.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use caitien::plan::{Dossier, Row};
use caitien::store::{self, Report, Writer};

use crate::sample::{beside, file, how_many, item, open};
use crate::writing::with_items;

/// Asks this test program, run once more, to write to a file until it is killed.
const ASKED: &str = "CAITIEN_TEST_WRITE";
/// From which revision on.
const FROM: &str = "CAITIEN_TEST_WRITE_FROM";

/// What is handed over at a revision: much and little in turn, so that rows come, go and move.
pub fn at(revision: u64) -> Arc<Dossier> {
    let mut dossier = Arc::unwrap_or_clone(with_items(u32::try_from(revision % 7).unwrap() * 60));
    let plan = Arc::make_mut(&mut dossier.plans[1]);
    let last = plan.rows.len() - 1;
    plan.rows[last] = Row::Item(item(&format!("lần {revision}")));
    plan.number = revision.to_string();
    Arc::new(dossier)
}

/// The revision that a file holds; everything else in it must be of the same one.
#[track_caller]
fn revision(path: &Path) -> u64 {
    let (found, changed) = store::read_telling(path).unwrap();
    assert_eq!(changed, store::Mended::default());
    let revision = found.plans[1].number.parse().unwrap();
    assert!(found == *at(revision), "revision {revision} is not whole");
    revision
}

#[test]
fn a_process_that_writes_until_it_is_killed() {
    let Some(path) = std::env::var_os(ASKED) else { return };
    let from: u64 = std::env::var(FROM).unwrap().parse().unwrap();
    let (store, _) = open(Path::new(&path)).unwrap();
    let writer = Writer::spawn(store, |report| {
        let Report::Saved { revision } = report else { panic!("{report:?}") };
        let mut out = std::io::stdout().lock();
        writeln!(out, "saved {revision}").unwrap();
        out.flush().unwrap();
    })
    .unwrap();
    // Faster than it can save, so that some share a commit.
    for revision in from.. {
        writer.save(revision, at(revision));
        std::thread::sleep(Duration::from_millis(3));
    }
}

fn writing(path: &Path, from: u64) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["killed::a_process_that_writes_until_it_is_killed", "--exact", "--nocapture"])
        .env(ASKED, path)
        .env(FROM, from.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Kills a writer this long after it said that something is saved; gives the last that it said.
fn killed_after(path: &Path, from: u64, wait: Duration) -> u64 {
    let mut child = writing(path, from);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let revision =
        |line: String| line.strip_prefix("saved ").and_then(|text| text.parse::<u64>().ok());
    let mut last = None;
    while last.is_none() {
        last = revision(lines.next().expect("the writer ended").unwrap());
    }
    let start = Instant::now();
    std::thread::sleep(wait.saturating_sub(start.elapsed()));
    child.kill().unwrap();
    child.wait().unwrap();
    // What it still said before the end counts.
    lines.map_while(Result::ok).filter_map(revision).last().or(last).unwrap()
}

fn started() -> (tempfile::TempDir, PathBuf) {
    let (folder, path) = file();
    let (mut store, _) = open(&path).unwrap();
    store.save(&at(1)).unwrap();
    drop(store);
    (folder, path)
}

#[test]
fn a_writer_killed_at_any_moment_loses_nothing_that_it_said_is_saved() {
    let (_folder, path) = started();
    let mut from = 2;
    for round in 0..how_many(20, 500) as u64 {
        let said = killed_after(&path, from, Duration::from_millis(round * 37 % 101));
        let held = revision(&path);
        assert!(held >= said, "round {round}: {said} was said to be saved, {held} is there");
        assert_eq!(beside(&path), ["f.caitien"], "round {round}");
        from = held + 1;
    }
}

#[test]
fn a_read_only_file_of_a_killed_writer_is_read_and_left() {
    let (_folder, path) = started();
    let journal = path.with_extension("caitien-journal");
    // Until one is killed in the middle: then a journal that tells how to go back is there.
    let said = (0..200_u64)
        .find_map(|round| {
            let said = killed_after(&path, 2 + round * 1_000, Duration::from_millis(round % 20));
            let hot = fs::read(&journal).is_ok_and(|of| of.len() > 512 && of[0] != 0);
            hot.then_some(said)
        })
        .expect("no hot journal was left");
    let before = fs::read(&path).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert!(revision(&path) >= said);
    assert_eq!(beside(&path), ["f.caitien", "f.caitien-journal", "~$f.caitien"]);
    assert_eq!(before, fs::read(&path).unwrap());
}

/// Asks this test program, run once more, to make new files until it is killed.
const ASKED_NEW: &str = "CAITIEN_TEST_NEW";

#[test]
fn a_process_that_makes_files_until_it_is_killed() {
    let Some(path) = std::env::var_os(ASKED_NEW) else { return };
    println!("begins");
    loop {
        drop(store::create(Path::new(&path), &at(1), caitien::platform::file_identity).unwrap());
        fs::remove_file(&path).unwrap();
    }
}

#[test]
fn a_new_file_is_whole_or_not_there_and_can_be_made_again_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.caitien");
    for round in 0..8_u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["killed::a_process_that_makes_files_until_it_is_killed", "--exact"])
            .arg("--nocapture")
            .env(ASKED_NEW, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.by_ref().any(|line| line.unwrap().contains("begins")));
        std::thread::sleep(Duration::from_millis(5 + round * 13));
        child.kill().unwrap();
        child.wait().unwrap();
        if !path.exists() {
            drop(store::create(&path, &at(1), caitien::platform::file_identity).unwrap());
        }
        assert!(store::read(&path).unwrap() == *at(1), "round {round}");
        fs::remove_file(&path).unwrap();
        // What is left of it is litter by its name, and one a kill.
        let left = beside(&path);
        let litter = |name: &String| name.starts_with(".caitien-") && name.contains(".tmp");
        assert!(left.iter().all(litter) && left.len() <= 2 * (round as usize + 1), "{left:?}");
    }
}
