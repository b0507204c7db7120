//! The format of the file: what is released stays as it is, and every file of it still opens.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use caitien::plan::{Dossier, FORMAT, PageLook, Paper};
use caitien::platform::file_identity;
use caitien::store::{self, StoreError};
use rusqlite::Connection;

use crate::sample::{dossier, file, open};

fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)
}

fn text(connection: &Connection, query: &str) -> Vec<String> {
    let mut statement = connection.prepare(query).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

/// What makes this fail is a new format: a rung in the ladder, and a kept file of it.
#[test]
fn the_tables_of_a_new_file_are_those_of_the_released_format() {
    let (_folder, path) = file();
    let made = Connection::open(&path).unwrap();
    let made = text(&made, "SELECT sql || ';' FROM sqlite_schema ORDER BY rowid").join("\n\n");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/formats/0004.sql");
    assert_eq!(made.trim(), fs::read_to_string(source).unwrap().trim(), "{made}");
}

#[test]
fn every_table_is_strict_and_any_tool_can_query_its_columns() {
    let (_folder, path) = file();
    let made = Connection::open(&path).unwrap();
    let lax = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict
               AND name NOT LIKE 'sqlite_%'";
    assert_eq!(text(&made, lax), [""; 0]);
    assert_eq!(text(&made, "SELECT content FROM items"), ["Văn thư"]);
    assert_eq!(
        text(&made, "SELECT value FROM plans, json_each(subject)"),
        ["Cải tiến", "chất lượng"]
    );
    assert_eq!(text(&made, "SELECT \"when\" FROM reviews"), ["Cuối học kỳ I"]);
    assert_eq!(text(&made, "PRAGMA foreign_key_check"), [""; 0]);
}

/// A kept file holds what its JSON says, and opening it changes nothing.
#[track_caller]
fn check_kept(name: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.caitien");
    fs::copy(kept(&format!("{name}.caitien")), &path).unwrap();
    let bytes = fs::read(&path).unwrap();
    let json = fs::read(kept(&format!("{name}.json"))).unwrap();
    let wanted = Dossier::from_json(std::str::from_utf8(&json).unwrap()).unwrap();
    assert!(store::read(&path).unwrap() == wanted, "{name} holds other words");
    assert_eq!(bytes, fs::read(&path).unwrap(), "reading changed the file");
    let (mut store, found) = open(&path).unwrap();
    if let Some(mended) = store.mended() {
        // An older one was brought to the newest, and is kept as it was.
        assert_eq!((&mended.rows, &mended.set_aside), (&vec![], &vec![]), "{name}");
        let copy = mended.copy.as_deref().unwrap();
        assert!(copy.ends_with("f.truoc-khi-nang-cap.caitien"), "{}", copy.display());
        assert!(store::read(copy).unwrap() == wanted, "{name} is kept with other words");
        assert_eq!(version(copy), version(&kept(&format!("{name}.caitien"))));
    } else {
        assert!(caitien::export::json(&found).unwrap() == json, "{name} gives other JSON");
    }
    // It goes on from there.
    let mut more = Dossier::clone(&found);
    more.abbreviations.clear();
    let more = Arc::new(more);
    store.save(&more).unwrap();
    drop(store);
    assert!(store::read(&path).unwrap() == *more);
    assert_eq!(version(&path), FORMAT);
    assert_eq!(open(&path).unwrap().0.mended(), None, "{name} is brought up once");
}

fn version(path: &Path) -> u32 {
    let file = Connection::open(path).unwrap();
    file.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
}

#[test]
fn a_file_of_format_1_opens_and_is_brought_to_the_newest() {
    check_kept("format-1");
}

#[test]
fn a_file_of_format_2_opens_and_is_brought_to_the_newest() {
    check_kept("format-2");
}

#[test]
fn a_file_of_format_3_opens_and_is_brought_to_the_newest() {
    check_kept("format-3");
}

#[test]
fn a_file_of_format_4_opens() {
    check_kept("format-4");
}

#[test]
fn the_json_of_an_older_format_is_read_and_says_nothing_of_what_came_later() {
    let json = fs::read(kept("format-1.json")).unwrap();
    let found = caitien::import::json(&json, caitien::import::Limits::default()).unwrap();
    assert_eq!(found.format, FORMAT);
    for plan in &found.plans {
        assert_eq!(plan.options.page, PageLook::default());
        assert!(!plan.options.timeline_appendix && plan.signatures.iter().all(|of| !of.approves));
    }
    let json = fs::read(kept("format-2.json")).unwrap();
    let found = caitien::import::json(&json, caitien::import::Limits::default()).unwrap();
    assert!(found.evaluations.is_empty() && found.own_words.is_empty());
    for plan in &found.plans {
        assert_eq!((plan.paper, plan.issued, plan.log.len()), (Paper::Plan, None, 0));
    }
}

#[test]
fn of_a_hurt_file_of_format_1_what_sqlite_reads_comes_back_with_what_came_later() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.caitien");
    fs::copy(kept("format-1.caitien"), &path).unwrap();
    let hurt = Connection::open(&path).unwrap();
    hurt.execute_batch("DELETE FROM abbreviations; UPDATE plans SET label = 'khác'").unwrap();
    drop(hurt);
    assert!(matches!(open(&path), Err(StoreError::Damaged(_))));
    let found = store::salvage(&path).unwrap();
    assert!(!found.is_whole());
    let whole = store::read(&kept("format-1.caitien")).unwrap();
    assert_eq!(found.dossier.plans.len(), whole.plans.len());
    assert!(found.dossier.plans.iter().all(|plan| plan.options.page == PageLook::default()));
    assert_eq!(found.dossier.plans[0].rows, whole.plans[0].rows);
}

#[test]
fn a_new_file_has_an_id_of_its_own_and_only_copies_of_the_system_keep_it() {
    let (folder, path) = file();
    let (store, _) = open(&path).unwrap();
    let copy = |name: &str| folder.path().join(name);
    store.save_copy(&copy("a.caitien")).unwrap();
    store.copy_of(&dossier(), &copy("b.caitien")).unwrap();
    let own = store.file_id();
    drop(store);
    fs::copy(&path, copy("c.caitien")).unwrap();
    for name in ["f.caitien", "c.caitien"] {
        assert_eq!(open(&copy(name)).unwrap().0.file_id(), own, "{name}");
    }
    let copied = ["a.caitien", "b.caitien"].map(|name| open(&copy(name)).unwrap().0.file_id());
    let made: BTreeSet<[u8; 16]> = (0..20)
        .map(|at| {
            let new = copy(&format!("{at}.caitien"));
            store::create(&new, &dossier(), file_identity).unwrap().file_id()
        })
        .chain(copied)
        .collect();
    assert_eq!(made.len(), 22);
    assert!(!made.contains(&own));
}
