//! The note beside an open file: who has it, told to whoever wants it too; it decides nothing.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use caitien::messages::store_error;
use caitien::platform;
use caitien::store::{self, Holder, StoreError};

use crate::sample::{beside, dossier, file, open};
use crate::writing::with_content;

fn note_of(path: &Path) -> PathBuf {
    path.with_file_name(format!("~${}", path.file_name().unwrap().to_str().unwrap()))
}

/// Who has a file, as one who wants it is told.
#[track_caller]
fn told(path: &Path) -> Option<Holder> {
    match (open(path).err(), store::read(path).err()) {
        (Some(StoreError::OpenElsewhere(one)), Some(StoreError::OpenElsewhere(other))) => {
            assert_eq!(one, other);
            one
        }
        other => panic!("{other:?}"),
    }
}

/// Asks this test program, run once more, to have a file open until its input ends.
const ASKED: &str = "CAITIEN_TEST_HOLD";

#[test]
fn a_process_that_has_a_file_open() {
    let Some(path) = std::env::var_os(ASKED) else { return };
    let (mut store, _) = open(Path::new(&path)).unwrap();
    println!("open");
    for (line, at) in std::io::stdin().lines().zip(1..) {
        line.unwrap();
        store.save(&with_content(&format!("lần {at}"))).unwrap();
        println!("saved");
    }
}

struct Other {
    child: Child,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
}

impl Other {
    fn with(path: &Path) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["holder::a_process_that_has_a_file_open", "--exact", "--nocapture"])
            .env(ASKED, path)
            .env("USER", "lan")
            .env("USERNAME", "lan")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut other = Self { child, lines };
        other.until("open");
        other
    }

    fn until(&mut self, word: &str) {
        assert!(self.lines.any(|line| line.unwrap().ends_with(word)));
    }

    fn save(&mut self) {
        self.child.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
        self.until("saved");
    }

    fn close(mut self) {
        drop(self.child.stdin.take());
        self.lines.by_ref().for_each(drop);
        assert!(self.child.wait().unwrap().success());
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[test]
fn who_wants_a_file_that_is_open_is_told_who_has_it_and_since_when() {
    let (_folder, path) = file();
    let other = Other::with(&path);
    assert!(note_of(&path).exists());
    let holder = told(&path).expect("nobody is named");
    assert_eq!((&*holder.user, &holder.machine), ("lan", &platform::machine_name()));
    let ago = platform::now().duration_since(holder.since);
    assert!(ago.abs() < jiff::SignedDuration::from_hours(1), "{holder:?}");
    let words = store_error(&StoreError::OpenElsewhere(Some(holder.clone())), &path);
    for word in ["lan", &holder.machine, &holder.since.strftime("%H:%M ngày %d/%m/%Y").to_string()]
    {
        assert!(words.contains(word), "{words}");
    }
    other.close();
    assert_eq!(beside(&path), ["f.caitien"]);
    assert!(open(&path).is_ok());
}

#[test]
fn a_note_of_a_killed_program_blocks_nobody_and_names_nobody() {
    let (_folder, path) = file();
    Other::with(&path).kill();
    let dead = fs::read(note_of(&path)).unwrap();
    assert_eq!(store::read(&path).unwrap(), dossier());
    assert_eq!(beside(&path), ["f.caitien"]);
    fs::write(note_of(&path), &dead).unwrap();
    let (store, _) = open(&path).unwrap();
    assert_ne!(fs::read(note_of(&path)).unwrap(), dead, "the old note stands");
    // Where the one who has the file could write none, the old one names the wrong one.
    fs::write(note_of(&path), &dead).unwrap();
    assert_eq!(told(&path), None);
    drop(store);
    assert_eq!(fs::read(note_of(&path)).unwrap(), dead, "a note of another was removed");
    drop(open(&path).unwrap());
    assert_eq!(beside(&path), ["f.caitien"]);
}

#[test]
fn what_lies_in_the_place_of_a_note_is_left_and_says_nothing() {
    let odd: [&[u8]; 9] = [
        b"a text of somebody",
        b"\xFF\xFE\0c",
        &[b'x'; 9000],
        &[b"caitien-0-1-2\nlan\nMAY\n2026-11-22T10:32:00\n".as_slice(), &[b' '; 5000]].concat(),
        b"caitien-0-1-2",
        b"caitien-0-1-2\nlan\nMAY\n",
        b"caitien-0-1-2\nlan\nMAY\n22/11/2026\n",
        b"caitien-0-1-2\n\x07\n \n2026-11-22T10:32:00\n",
        b"",
    ];
    for bytes in odd {
        let (_folder, path) = file();
        let (store, _) = open(&path).unwrap();
        fs::write(note_of(&path), bytes).unwrap();
        assert_eq!(told(&path), None, "{bytes:?}");
        drop(store);
        // What is no note of ours is nobody's to remove.
        assert_eq!(fs::read(note_of(&path)).unwrap(), bytes);
        let is_ours = bytes.starts_with(b"caitien-") && bytes.len() < 4096 || bytes.is_empty();
        drop(open(&path).unwrap());
        assert_eq!(note_of(&path).exists(), !is_ours, "{bytes:?}");
        assert_eq!(store::read(&path).unwrap(), dossier());
    }
}

#[test]
fn names_in_a_note_are_told_in_one_short_line() {
    let (_folder, path) = file();
    let (_store, _) = open(&path).unwrap();
    let long = "x".repeat(500);
    let text = format!("caitien-0-1-2\n\u{202E}la\u{7}n\n{long}\n2026-11-22T10:32:00\nmore");
    fs::write(note_of(&path), text).unwrap();
    let holder = told(&path).unwrap();
    assert_eq!((&*holder.user, holder.machine.len()), ("lan", 60));
}

#[cfg(unix)]
#[test]
fn a_folder_a_link_and_a_pipe_in_the_place_of_a_note_stop_nobody() {
    for make in [
        |note: &Path| fs::create_dir(note).unwrap(),
        |note: &Path| std::os::unix::fs::symlink("/dev/zero", note).unwrap(),
        |note: &Path| assert!(Command::new("mkfifo").arg(note).status().unwrap().success()),
    ] {
        let (_folder, path) = file();
        make(&note_of(&path));
        let (store, _) = open(&path).unwrap();
        assert_eq!(told(&path), None);
        drop(store);
        assert_eq!(beside(&path), ["f.caitien", "~$f.caitien"]);
    }
}

#[cfg(unix)]
#[test]
fn who_may_read_the_file_may_read_its_note() {
    use std::os::unix::fs::PermissionsExt as _;
    for mode in [0o600, 0o664] {
        let (_folder, path) = file();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let (_store, _) = open(&path).unwrap();
        let rights = fs::metadata(note_of(&path)).unwrap().permissions().mode();
        assert_eq!(rights & 0o777, mode);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_takes_no_file_gets_no_note() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, path) = file();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let (store, found) = open(&path).unwrap();
    assert_eq!(*found, dossier());
    assert_eq!(beside(&path), ["f.caitien"]);
    drop(store);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn of_a_file_in_use_what_was_saved_last_is_read_and_its_lock_stands() {
    let (_folder, path) = file();
    let mut other = Other::with(&path);
    assert_eq!(store::read_in_use(&path).unwrap(), dossier());
    other.save();
    assert_eq!(store::read_in_use(&path).unwrap(), *with_content("lần 1"));
    assert!(told(&path).is_some());
    other.save();
    other.close();
    assert_eq!(store::read(&path).unwrap(), *with_content("lần 2"));
    // What this process has open itself is not even looked at: its lock would be lost.
    let (_store, _) = open(&path).unwrap();
    assert!(matches!(store::read_in_use(&path), Err(StoreError::OpenElsewhere(_))));
}

#[test]
fn a_copy_read_while_somebody_saves_is_whole() {
    let (_folder, path) = file();
    let mut other = Other::with(&path);
    let saving = std::thread::spawn(move || {
        (0..100).for_each(|_| other.save());
        other.close();
    });
    let mut seen = std::collections::BTreeSet::new();
    while !saving.is_finished() {
        let found = store::read_in_use(&path).unwrap();
        let known = (1..=100).find(|at| found == *with_content(&format!("lần {at}")));
        seen.insert(known);
        assert!(known.is_some() || found == dossier(), "neither one nor another");
    }
    saving.join().unwrap();
    assert!(seen.len() > 1, "nobody saved meanwhile");
}
