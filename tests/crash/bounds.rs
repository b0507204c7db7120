//! Files of any size: opened, or refused in a sentence, and what would be refused is not written.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use caitien::messages::store_error;
use caitien::plan::{Dossier, Id, Plan};
use caitien::store::{self, StoreError};

use crate::sample::{beside, dossier, file, open, year};
use crate::writing::with_content;

/// Refused whoever opens it, in a short sentence, and left.
#[track_caller]
fn check_refused(path: &Path, what: &str) {
    let length = fs::metadata(path).unwrap().len();
    for error in [open(path).err(), store::read(path).err(), store::salvage(path).err()] {
        assert_eq!(error, Some(StoreError::TooLarge), "{what}");
    }
    assert!(store_error(&StoreError::TooLarge, path).len() < 1000);
    assert_eq!(fs::metadata(path).unwrap().len(), length, "{what}");
    assert_eq!(beside(path), ["f.caitien"], "{what}");
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
fn a_file_of_many_bytes_rows_or_plans_is_refused() {
    let (_folder, path) = file();
    File::options().write(true).open(&path).unwrap().set_len((128 << 20) + 1).unwrap();
    check_refused(&path, "bytes");
    let numbers = |most: u32| {
        format!(
            "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < {most})"
        )
    };
    let (_folder, path) = changed_by(&format!(
        "{} INSERT INTO abbreviations SELECT i, '', '', 0 FROM n",
        numbers(400_200)
    ));
    check_refused(&path, "rows");
    let (_folder, path) = changed_by(&format!(
        "{} INSERT INTO plans SELECT i, i, label, number, symbol, doc_type, subject, recipients,
         addressees, school_year, NULL, paper, NULL, NULL, NULL, 0, form, catalogue, day, month, year, bases_italic, tables_across,
         draft_mark, 0, 14, 1087, 6, 100, 20, 20, 30, 15, row_check FROM n, plans WHERE plans.id = 1",
        numbers(2_200)
    ));
    check_refused(&path, "plans");
}

#[test]
fn a_text_longer_than_any_school_writes_is_refused_by_whoever_reads_it() {
    let (_folder, path) = changed_by("UPDATE items SET note = hex(zeroblob(5000000))");
    for error in [open(&path).err(), store::read(&path).err()] {
        assert_eq!(error, Some(StoreError::TooLarge));
    }
    assert_eq!(beside(&path), ["f.caitien"]);
}

/// What would be refused is not written, and the file goes on.
#[track_caller]
fn check_not_written(large: Dossier) {
    let (folder, path) = file();
    let (mut store, _) = open(&path).unwrap();
    let large = Arc::new(large);
    assert_eq!(store.save(&large), Err(StoreError::TooLarge));
    let copy = folder.path().join("copy.caitien");
    assert_eq!(store.copy_of(&large, &copy), Err(StoreError::TooLarge));
    assert!(!copy.exists());
    store.save(&with_content("một")).unwrap();
    drop(store);
    assert!(store::read(&path).unwrap() == *with_content("một"));
    assert_eq!(beside(&path), ["f.caitien"]);
}

#[test]
fn what_could_not_be_opened_again_is_not_written() {
    check_not_written(Dossier::clone(&with_content(&"a".repeat(9 << 20))));
    let mut many = dossier();
    many.plans.extend((100..2_100).map(|id| Arc::new(Plan { id: Id(id), ..Plan::empty(year()) })));
    many.next_id = Id(3_000);
    check_not_written(many);
}
