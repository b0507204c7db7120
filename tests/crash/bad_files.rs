//! Each kind of bad file has its own error, is left as it was, and leaves nothing beside it.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use caitien::messages::store_error;
use caitien::store::{self, Holder, Refusal, StoreError};

use crate::sample::{beside, dossier, file, open};

/// A bad file is refused with this kind by whoever opens it, and left alone.
#[track_caller]
fn check(path: &Path, is_kind: impl Fn(&StoreError) -> bool) {
    let before = fs::read(path).ok();
    let names = beside(path);
    for error in [open(path).err(), store::read(path).err()] {
        let error = error.expect("a bad file was opened");
        assert!(is_kind(&error), "another kind: {error:?}");
        let words = store_error(&error, path);
        assert!(!words.contains('\n') && words.contains('.'), "not one sentence: {words}");
    }
    assert_eq!(before, fs::read(path).ok(), "the file was changed");
    assert_eq!(names, beside(path), "something was left beside it");
}

/// A good file on which somebody else's SQL was run.
fn changed_by(sql: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let (folder, path) = file();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch(sql).unwrap();
    drop(other);
    (folder, path)
}

#[test]
fn a_missing_file_is_missing_and_none_is_made() {
    let folder = tempfile::tempdir().unwrap();
    check(&folder.path().join("f.caitien"), |error| *error == StoreError::Missing);
}

#[test]
fn a_folder_is_not_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.caitien");
    fs::create_dir(&path).unwrap();
    assert_eq!(open(&path).err(), Some(StoreError::NotAFile));
}

#[test]
fn no_bytes_are_empty() {
    let (_folder, path) = file();
    fs::write(&path, b"").unwrap();
    check(&path, |error| *error == StoreError::Empty);
}

#[test]
fn text_is_not_sqlite() {
    let (_folder, path) = file();
    fs::write(&path, b"hello\n").unwrap();
    check(&path, |error| *error == StoreError::NotSqlite);
}

#[test]
fn a_text_with_a_journal_beside_it_is_left_with_its_journal() {
    let (_folder, path) = file();
    fs::write(&path, b"hello\n").unwrap();
    fs::write(path.with_extension("caitien-journal"), b"whatever").unwrap();
    check(&path, |error| *error == StoreError::NotSqlite);
}

#[test]
fn half_a_file_is_damaged() {
    let (_folder, path) = file();
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..9000]).unwrap();
    check(&path, |error| matches!(error, StoreError::Damaged(_)));
}

#[test]
fn bytes_of_zero_in_the_middle_are_damage() {
    let (_folder, path) = file();
    let mut whole = fs::read(&path).unwrap();
    whole[4096 * 3..4096 * 20].fill(0);
    fs::write(&path, &whole).unwrap();
    check(&path, |error| matches!(error, StoreError::Damaged(_)));
}

#[test]
fn the_database_of_another_program_is_foreign() {
    let (_folder, path) = file();
    fs::remove_file(&path).unwrap();
    rusqlite::Connection::open(&path).unwrap().execute_batch("CREATE TABLE a (b)").unwrap();
    check(&path, |error| *error == StoreError::Foreign);
}

#[test]
fn a_newer_version_says_which() {
    let (_folder, path) = changed_by("PRAGMA user_version = 9999");
    check(&path, |error| {
        *error == StoreError::TooNew { found: 9999, known: caitien::plan::FORMAT }
    });
}

#[test]
fn a_structure_that_is_not_ours_is_refused_and_never_run() {
    for sql in [
        "CREATE TRIGGER t AFTER UPDATE ON plans BEGIN DELETE FROM items; END",
        "CREATE VIEW v AS SELECT * FROM plans",
        "CREATE TABLE more (a INTEGER) STRICT",
        "CREATE INDEX i ON items (content)",
        "DROP TABLE abbreviations",
        "ALTER TABLE bands ADD COLUMN more TEXT",
        "DROP TABLE bands; CREATE TABLE bands (id TEXT, text BLOB)",
        "PRAGMA user_version = 0",
        "PRAGMA journal_mode = WAL",
    ] {
        let (_folder, path) = changed_by(sql);
        check(&path, |error| matches!(error, StoreError::Altered(_)));
    }
}

#[test]
fn words_that_no_file_of_ours_holds_are_damage() {
    for sql in [
        "UPDATE forms SET content = '{}'",
        "UPDATE blocks SET runs = 'không phải JSON' WHERE kind = 'paragraph'",
        "UPDATE plan_rows SET kind = 'band' WHERE kind = 'item'",
        "UPDATE items SET level_now = -1",
        "UPDATE dossier SET next_id = 3",
        "PRAGMA foreign_keys = OFF; DELETE FROM dossier",
        "PRAGMA foreign_keys = OFF; UPDATE items SET problem = 999",
        "PRAGMA foreign_keys = OFF; UPDATE parts SET id = 13",
    ] {
        let (_folder, path) = changed_by(sql);
        check(&path, |error| matches!(error, StoreError::Damaged(_)));
    }
}

#[test]
fn a_target_that_exists_is_not_written_over() {
    let (_folder, path) = file();
    let before = fs::read(&path).unwrap();
    let made = store::create(&path, &dossier(), caitien::platform::file_identity);
    assert_eq!(made.err(), Some(StoreError::Exists));
    assert_eq!(before, fs::read(&path).unwrap());
    assert_eq!(beside(&path), ["f.caitien"]);
}

#[test]
fn a_dossier_that_no_file_can_hold_leaves_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.caitien");
    let mut twice = dossier();
    twice.plans.push(twice.plans[0].clone());
    let made = store::create(&path, &twice, caitien::platform::file_identity);
    assert!(matches!(made.err(), Some(StoreError::Inconsistent(_) | StoreError::Damaged(_))));
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none(), "something was left");
}

#[test]
fn every_kind_has_a_sentence_of_its_own() {
    let fact = || "x".to_owned();
    let kinds = [
        StoreError::Missing,
        StoreError::NotAFile,
        StoreError::Empty,
        StoreError::NotSqlite,
        StoreError::Damaged(fact()),
        StoreError::Foreign,
        StoreError::Altered(fact()),
        StoreError::TooNew { found: 9, known: caitien::plan::FORMAT },
        StoreError::TooLarge,
        StoreError::OpenElsewhere(None),
        StoreError::OpenElsewhere(Some(Holder {
            user: "lan".to_owned(),
            machine: "MAY-HT".to_owned(),
            since: jiff::civil::date(2026, 11, 22).at(10, 32, 0, 0),
        })),
        StoreError::ReadOnly,
        StoreError::DiskFull,
        StoreError::Moved,
        StoreError::Overwritten,
        StoreError::Exists,
        StoreError::SameFile,
        StoreError::Inconsistent(fact()),
        StoreError::NoFolder,
        StoreError::BadName,
        StoreError::Io(Refusal::System(ErrorKind::StaleNetworkFileHandle, Some(116))),
        StoreError::Io(Refusal::System(ErrorKind::Other, Some(71))),
        StoreError::Io(Refusal::Sqlite(522)),
        StoreError::Stopped,
    ];
    let said: std::collections::BTreeSet<String> =
        kinds.iter().map(|kind| store_error(kind, Path::new("a.caitien"))).collect();
    assert_eq!(said.len(), kinds.len());
    let number = |number: &str| said.iter().any(|sentence| sentence.contains(number));
    assert!(number("lỗi số 71 của hệ thống") && number("mã SQLite 522"));
}

#[test]
fn a_folder_that_is_not_there_is_said_and_not_made() {
    let (folder, path) = file();
    let nowhere = folder.path().join("mới").join("f.caitien");
    let made = store::create(&nowhere, &dossier(), caitien::platform::file_identity);
    assert_eq!(made.err(), Some(StoreError::NoFolder));
    assert_eq!(open(&path).unwrap().0.save_copy(&nowhere), Err(StoreError::NoFolder));
    assert_eq!(beside(&path), ["f.caitien"]);
}

#[test]
fn a_file_cut_inside_its_header_is_damaged() {
    let (_folder, path) = file();
    let whole = fs::read(&path).unwrap();
    for length in [16, 17, 50, 71, 99] {
        fs::write(&path, &whole[..length]).unwrap();
        assert!(matches!(open(&path).err(), Some(StoreError::Damaged(_))), "{length}");
    }
}
