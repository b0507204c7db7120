//! Who may have the file: one window at a time, and those who may only read it.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use caitien::platform::file_identity;
use caitien::store::{self, StoreError};

use crate::sample::{beside, dossier, file, is_in_use, open};

/// Asks this test program, run once more, to open a file.
const ASKED: &str = "CAITIEN_TEST_OPEN";

/// What another process is told when it opens a file.
pub fn told_elsewhere(path: &Path) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["sessions::another_process", "--exact", "--nocapture"])
        .env(ASKED, path)
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn another_process() {
    let Some(path) = std::env::var_os(ASKED) else { return };
    let told = |error: Option<StoreError>| match error {
        Some(StoreError::OpenElsewhere(_)) => "in use".to_owned(),
        other => format!("{other:?}"),
    };
    let read = told(store::read(Path::new(&path)).err());
    println!("read: {read}; opened: {}", told(open(Path::new(&path)).err()));
}

#[test]
fn a_file_that_is_open_cannot_be_opened_by_another_process() {
    let (_folder, path) = file();
    let (store, _) = open(&path).unwrap();
    let told = told_elsewhere(&path);
    assert!(told.contains("read: in use; opened: in use"), "{told}");
    // The other process closed its descriptor; the lock is still ours.
    let told = told_elsewhere(&path);
    assert!(told.contains("read: in use"), "{told}");
    drop(store);
    let told = told_elsewhere(&path);
    assert!(told.contains("read: None; opened: None"), "{told}");
}

#[test]
fn a_file_that_is_open_cannot_be_opened_again_in_this_process() {
    let (_folder, path) = file();
    let (store, _) = open(&path).unwrap();
    assert!(is_in_use(&open(&path)));
    assert!(is_in_use(&store::read(&path)));
    let told = told_elsewhere(&path);
    assert!(told.contains("in use"), "trying again freed the lock: {told}");
    drop(store);
    assert!(open(&path).is_ok());
}

#[test]
fn what_is_opened_is_what_was_made_and_nothing_is_beside() {
    let (_folder, path) = file();
    assert_eq!(beside(&path), ["f.caitien"]);
    let bytes = fs::read(&path).unwrap();
    assert_eq!(store::read(&path).unwrap(), dossier());
    let (store, found) = open(&path).unwrap();
    assert_eq!(*found, dossier());
    drop(store);
    assert_eq!(beside(&path), ["f.caitien"]);
    assert_eq!(bytes, fs::read(&path).unwrap(), "opening changed the file");
}

fn set_read_only(path: &Path, read_only: bool) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(read_only);
    fs::set_permissions(path, permissions).unwrap();
}

#[test]
fn a_read_only_file_is_read_and_says_so_when_written() {
    let (_folder, path) = file();
    set_read_only(&path, true);
    let before = fs::read(&path).unwrap();
    assert_eq!(store::read(&path).unwrap(), dossier());
    let (mut store, found) = open(&path).unwrap();
    assert!(store.read_only());
    assert_eq!(*found, dossier());
    let mut changed = dossier();
    changed.abbreviations.clear();
    assert_eq!(store.save(&Arc::new(changed)), Err(StoreError::ReadOnly));
    let copy = path.with_file_name("copy.caitien");
    store.save_copy(&copy).unwrap();
    assert_eq!(store::read(&copy).unwrap(), dossier());
    drop(store);
    assert_eq!(beside(&path), ["copy.caitien", "f.caitien"]);
    assert_eq!(before, fs::read(&path).unwrap());
    set_read_only(&path, false);
}

#[cfg(unix)]
#[test]
fn a_file_in_a_read_only_folder_is_read_only() {
    let (folder, path) = file();
    set_read_only(folder.path(), true);
    let (store, found) = open(&path).unwrap();
    assert!(store.read_only());
    assert_eq!(*found, dossier());
    drop(store);
    set_read_only(folder.path(), false);
}

#[test]
fn a_file_that_was_replaced_is_not_written_to() {
    let (_folder, path) = file();
    let (mut store, found) = open(&path).unwrap();
    fs::rename(&path, path.with_file_name("away.caitien")).unwrap();
    let mut changed = (*found).clone();
    changed.abbreviations.clear();
    let changed = Arc::new(changed);
    assert_eq!(store.save(&changed), Err(StoreError::Moved));
    fs::write(&path, b"another").unwrap();
    assert_eq!(store.save(&changed), Err(StoreError::Moved));
    drop(store);
    assert_eq!(fs::read(&path).unwrap(), b"another");
}

#[test]
fn a_copy_is_whole_and_never_written_over_another() {
    let (folder, path) = file();
    let (store, found) = open(&path).unwrap();
    assert_eq!(store.save_copy(&path), Err(StoreError::SameFile));
    let copy = folder.path().join("bản sao.caitien");
    store.save_copy(&copy).unwrap();
    assert_eq!(store.save_copy(&copy), Err(StoreError::Exists));
    assert_eq!(store::read(&copy).unwrap(), *found);
    drop(store);
    assert_eq!(beside(&path), ["bản sao.caitien", "f.caitien"]);
    let made = store::create(&copy, &found, file_identity);
    assert_eq!(made.err(), Some(StoreError::Exists));
}

/// Asks this test program, run once more, to save into a file that another one wants as well.
const ASKED_TURNS: &str = "CAITIEN_TEST_TURNS";
/// How many times each of the two has the file.
const TURNS: u32 = 25;

#[test]
fn another_process_that_saves_in_turn() {
    let Some(path) = std::env::var_os(ASKED_TURNS) else { return };
    let mut turns = 0;
    while turns < TURNS {
        match open(Path::new(&path)) {
            Ok((mut store, found)) => {
                assert_eq!(store.mended(), None);
                let mut next = (*found).clone();
                let plan = Arc::make_mut(&mut next.plans[0]);
                plan.number = (plan.number.parse::<u32>().unwrap_or(0) + 1).to_string();
                store.save(&Arc::new(next)).unwrap();
                turns += 1;
            }
            Err(StoreError::OpenElsewhere(_)) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
}

#[test]
fn two_processes_that_hammer_one_file_lose_no_turn_of_either() {
    let (_folder, path) = file();
    let child = || {
        Command::new(std::env::current_exe().unwrap())
            .args(["sessions::another_process_that_saves_in_turn", "--exact"])
            .env(ASKED_TURNS, &path)
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap()
    };
    let mut both = [child(), child()];
    assert!(both.iter_mut().all(|child| child.wait().unwrap().success()));
    let (found, told) = store::read_telling(&path).unwrap();
    assert_eq!(told, store::Mended::default());
    assert_eq!(found.plans[0].number, (2 * TURNS).to_string());
    assert_eq!(beside(&path), ["f.caitien"]);
}
