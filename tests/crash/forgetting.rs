//! What was deleted is in the file no more.

use std::sync::Arc;

use caitien::edit::{Edit, PlanEdit, apply};
use caitien::plan::{Dossier, Field, RecordId};

use crate::sample::{file, open};

/// The dossier with this text in its first item.
fn with(dossier: &Dossier, text: &str) -> Arc<Dossier> {
    let plan = dossier.plans.iter().find(|plan| plan.items().next().is_some()).unwrap();
    let item = plan.items().next().unwrap().id;
    let (record, text) = (RecordId::Row(item), text.to_owned());
    let change = PlanEdit::SetText { record, field: Field::Actions, text };
    Arc::new(apply(dossier, &Edit::InPlan { plan: plan.id, change }).unwrap())
}

#[test]
fn words_that_were_deleted_are_gone_from_the_bytes_of_the_file() {
    // In a page of its own, and over many.
    for long in [1, 3_000] {
        let secret = "bà Trần Thị Bí Mật ".repeat(long);
        let (_folder, path) = file();
        let (mut store, dossier) = open(&path).unwrap();
        let written = with(&dossier, &secret);
        store.save(&written).unwrap();
        let holds = || {
            let bytes = std::fs::read(&path).unwrap();
            let word = "Bí Mật".as_bytes();
            bytes.windows(word.len()).any(|window| window == word)
        };
        assert!(holds());
        store.save(&with(&written, "việc khác")).unwrap();
        drop(store);
        assert!(!holds(), "{long}");
    }
}

#[test]
fn words_that_another_program_left_in_free_pages_go_when_the_file_is_cleaned() {
    let (_folder, path) = file();
    let other = rusqlite::Connection::open(&path).unwrap();
    other
        .execute_batch(
            "PRAGMA secure_delete = OFF; CREATE TABLE passing (words TEXT);
             INSERT INTO passing VALUES (replace(hex(zeroblob(9000)), '0', 'Bí Mật '));
             DROP TABLE passing;",
        )
        .unwrap();
    drop(other);
    let holds = || String::from_utf8_lossy(&std::fs::read(&path).unwrap()).contains("Bí Mật");
    assert!(holds());
    let (mut store, dossier) = open(&path).unwrap();
    store.clean().unwrap();
    assert!(!holds());
    // It is gone on with as before.
    store.save(&with(&dossier, "việc khác")).unwrap();
    drop(store);
    assert_eq!(open(&path).unwrap().1, with(&dossier, "việc khác"));
}
