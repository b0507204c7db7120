//! A file knows itself: nothing that was saved goes in silence, whatever happened to its bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use caitien::edit::FOUND_PART;
use caitien::messages::{salvaged, store_mended};
use caitien::plan::{Dossier, Id, Paragraph, Row, Rule};
use caitien::store::{self, RowName, StoreError, What};
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::sample::{beside, dossier, file, item, open};
use crate::writing::with_items;

/// Numbers that look random and are the same every time.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }
}

/// Each row of a file by table and key, without its check.
pub fn rows(path: &Path) -> BTreeMap<(String, String), Vec<Value>> {
    let connection = Connection::open(path).unwrap();
    let mut found = BTreeMap::new();
    let tables: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for table in tables {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let last = names.iter().position(|name| name == "id" || name == "ord").unwrap_or(0);
        let mut all = statement.query([]).unwrap();
        while let Some(row) = all.next().unwrap() {
            let values: Vec<Value> = (0..names.len() - 1).map(|at| row.get(at).unwrap()).collect();
            let key: Vec<String> = values[..=last]
                .iter()
                .map(|value| match value {
                    Value::Integer(number) => number.to_string(),
                    Value::Text(text) => text.clone(),
                    other => panic!("{other:?}"),
                })
                .collect();
            found.insert((table.clone(), key.join(", ")), values);
        }
    }
    found
}

fn names(told: &[RowName]) -> BTreeSet<(String, String)> {
    told.iter().map(|row| (row.table.clone(), row.key.clone())).collect()
}

/// What became of hurt files.
#[derive(Debug, Default)]
struct Count {
    same: usize,
    told: usize,
    damage: usize,
    salvaged: usize,
}

/// A hurt file holds what it held, or tells which rows differ, or is damage; never less in silence.
#[track_caller]
fn check_hurt(
    path: &Path,
    bytes: &[u8],
    whole: &Dossier,
    wanted: &BTreeMap<(String, String), Vec<Value>>,
    what: &str,
    count: &mut Count,
) {
    fs::write(path, bytes).unwrap();
    match store::read_telling(path) {
        Ok((found, _)) if found == *whole => count.same += 1,
        Ok((_, told)) => {
            let now = rows(path);
            let differ: BTreeSet<(String, String)> = wanted
                .iter()
                .filter(|(key, values)| now.get(*key) != Some(values))
                .map(|(key, _)| key.clone())
                .chain(now.keys().filter(|key| !wanted.contains_key(*key)).cloned())
                .collect();
            let told = names(&told.rows);
            // A row whose key was hurt is another row now, and told under its new name.
            let missed: Vec<_> = differ
                .iter()
                .filter(|key| now.contains_key(*key) && !told.contains(*key))
                .collect();
            assert!(missed.is_empty() && !told.is_empty(), "{what}: lost in silence: {missed:?}");
            count.told += 1;
        }
        Err(StoreError::Damaged(_) | StoreError::Altered(_)) => {
            count.damage += 1;
            if let Ok(found) = store::salvage(path) {
                assert!(found.dossier.check_rules().is_ok(), "{what}: {:?}", found.faults);
                let silent = found.faults.is_empty() && found.changed.is_empty();
                assert!(!silent || found.dossier == *whole, "{what}: salvaged less in silence");
                count.salvaged += 1;
            }
        }
        Err(StoreError::TooNew { .. } | StoreError::Foreign | StoreError::NotSqlite) => {
            count.damage += 1;
        }
        Err(other) => panic!("{what}: {other:?}"),
    }
    assert!(fs::read(path).unwrap() == bytes, "{what}: the file was changed");
}

/// A file with rows enough for tables of several pages.
fn large() -> (tempfile::TempDir, PathBuf, Arc<Dossier>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.caitien");
    let whole = with_items(60);
    drop(store::create(&path, &whole, caitien::platform::file_identity).unwrap());
    (folder, path, whole)
}

#[test]
fn no_flipped_bit_takes_a_word_in_silence() {
    let (_folder, path, whole) = large();
    let (bytes, wanted) = (fs::read(&path).unwrap(), rows(&path));
    let (mut dice, mut count) = (Dice(7), Count::default());
    for _ in 0..900 {
        let (at, bit) = (dice.roll(bytes.len()), dice.roll(8));
        let mut hurt = bytes.clone();
        hurt[at] ^= 1 << bit;
        check_hurt(&path, &hurt, &whole, &wanted, &format!("bit {bit} of byte {at}"), &mut count);
    }
    assert!(count.told > 50 && count.damage > 100 && count.salvaged > 50, "{count:?}");
}

#[test]
fn no_page_of_another_place_or_moment_takes_a_word_in_silence() {
    const PAGE: usize = 4096;
    let (folder, path, before) = large();
    let old = fs::read(&path).unwrap();
    let mut later = Dossier::clone(&before);
    let plan = Arc::make_mut(&mut later.plans[1]);
    plan.signatures[0].name = "Nguyễn Thị Thu".into();
    plan.recipients.push("Như kính gửi".into());
    plan.rows.remove(5);
    plan.rows.push(Row::Item(item("Thêm")).with_id(Id(39)));
    let later = Arc::new(later);
    let (mut store, _) = open(&path).unwrap();
    store.save(&later).unwrap();
    drop(store);
    let (bytes, wanted) = (fs::read(&path).unwrap(), rows(&path));
    let other = folder.path().join("other.caitien");
    drop(store::create(&other, &dossier(), caitien::platform::file_identity).unwrap());
    let other = fs::read(&other).unwrap();
    let (mut dice, mut count) = (Dice(11), Count::default());
    let pages = bytes.len() / PAGE;
    let place = |page: usize| page * PAGE..(page + 1) * PAGE;
    for page in 0..pages {
        for (name, from) in [("an older file", &old), ("another file", &other)] {
            if let Some(stale) = from.get(place(page)) {
                let mut hurt = bytes.clone();
                hurt[place(page)].copy_from_slice(stale);
                let what = format!("page {page} of {name}");
                check_hurt(&path, &hurt, &later, &wanted, &what, &mut count);
            }
        }
    }
    for _ in 0..150 {
        let (a, b) = (dice.roll(pages), dice.roll(pages));
        let mut hurt = bytes.clone();
        hurt.copy_within(place(a), b * PAGE);
        if dice.roll(2) == 0 {
            hurt[place(a)].copy_from_slice(&bytes[place(b)]);
        }
        check_hurt(&path, &hurt, &later, &wanted, &format!("pages {a} and {b}"), &mut count);
    }
    assert!(count.damage > 100 && count.salvaged > 50, "{count:?}");
}

/// A good file on which somebody else's SQL was run, references unchecked.
fn changed_by(sql: &str) -> (tempfile::TempDir, PathBuf) {
    let (folder, path) = file();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    other.execute_batch(sql).unwrap();
    drop(other);
    (folder, path)
}

/// After this SQL the file is damage, of this kind in this table; it is left, and salvaged.
#[track_caller]
fn check_damage(sql: &str, table: &str, is: impl Fn(&What) -> bool) {
    let (_folder, path) = changed_by(sql);
    let before = fs::read(&path).unwrap();
    for error in [open(&path).err(), store::read(&path).err()] {
        assert!(matches!(error, Some(StoreError::Damaged(_))), "{sql}: {error:?}");
    }
    let found = store::salvage(&path).unwrap();
    let told = found.faults.iter().any(|fault| fault.table == table && is(&fault.what));
    assert!(told, "{sql}: {:?}", found.faults);
    assert_eq!(found.dossier.check_rules(), Ok(()), "{sql}");
    assert!(salvaged(&found, &path).lines().count() > 1);
    assert_eq!(before, fs::read(&path).unwrap(), "{sql}: the file was changed");
    assert_eq!(beside(&path), ["f.caitien"]);
    // What was read can be kept.
    let copy = path.with_file_name("cứu.caitien");
    drop(store::create(&copy, &found.dossier, caitien::platform::file_identity).unwrap());
    assert!(store::read(&copy).unwrap() == found.dossier);
}

/// In what is salvaged, the record that such a row belongs to is made anew, empty.
#[test]
fn what_is_missing_or_belongs_to_nothing_is_damage() {
    let rows = |what: &What| matches!(what, What::Rows { .. });
    let alone = |what: &What| *what == What::Alone;
    let empty = |what: &What| *what == What::Empty;
    check_damage("DELETE FROM signatures", "signatures", rows);
    check_damage("DELETE FROM opening WHERE ord = 1", "opening", rows);
    check_damage("DELETE FROM screen_widths", "screen_widths", rows);
    check_damage("UPDATE bases SET plan = 99", "plans", empty);
    check_damage("UPDATE criteria SET standard = 7", "standards", empty);
    check_damage("UPDATE members SET working_group = 31", "working_groups", empty);
    check_damage("UPDATE items SET id = 99", "items", empty);
    check_damage("UPDATE items SET id = 99", "plan_rows", empty);
    check_damage("DELETE FROM letterheads WHERE plan = 2", "letterheads", empty);
    check_damage("UPDATE plan_rows SET kind = 'band' WHERE kind = 'item'", "bands", empty);
    check_damage("UPDATE plan_rows SET kind = 'band' WHERE kind = 'item'", "items", alone);
    check_damage("DELETE FROM dossier", "dossier", |what| *what == What::Unreadable);
}

/// What was saved is all there; what another tool put in comes as text.
#[test]
fn a_row_that_another_tool_put_in_takes_nothing_away_and_does_not_go_in_silence() {
    let (_folder, path) = changed_by(
        "INSERT INTO letterheads SELECT 99, governing_body, 'Trường khác', code, place, address,
         kind, ownership, row_check FROM letterheads WHERE plan = 1",
    );
    assert!(matches!(open(&path).err(), Some(StoreError::Damaged(_))));
    let found = store::salvage(&path).unwrap();
    assert!(found.dossier == dossier() && found.faults.is_empty(), "{:?}", found.faults);
    let loose = store::Loose { table: "letterheads".into(), texts: vec!["Trường khác".into()] };
    assert_eq!(found.loose, [loose]);
    let all = caitien::session::all_found(&found);
    assert_eq!(all.check_rules(), Ok(()));
    let part = all.newest_plan().unwrap().parts.last().unwrap();
    let texts: Vec<String> = part.stretch(0).iter().map(Paragraph::text).collect();
    assert_eq!((part.heading.as_str(), texts), (FOUND_PART, vec!["Trường khác".to_owned()]));
    let said = salvaged(&found, &path);
    assert!(said.contains(FOUND_PART), "{said}");
}

#[test]
fn a_gap_in_places_is_damage() {
    let places = |what: &What| *what == What::Places;
    check_damage("UPDATE opening SET ord = 5 WHERE ord = 1", "opening", places);
    check_damage("UPDATE plan_rows SET ord = 1 WHERE ord = 2", "plan_rows", places);
    check_damage("UPDATE plans SET ord = ord - 1", "plans", places);
    check_damage("UPDATE abbreviations SET ord = 9223372036854775807", "abbreviations", places);
}

#[test]
fn values_that_no_file_of_ours_holds_are_damage() {
    let odd = |name: &'static str| move |what: &What| *what == What::Odd(name.to_owned());
    check_damage("UPDATE blocks SET kind = 'tables' WHERE ord = 1", "blocks", odd("kind"));
    check_damage("UPDATE blocks SET level = NULL WHERE ord = 0", "blocks", odd("level"));
    check_damage("UPDATE parts SET shown = 'maybe'", "parts", odd("shown"));
    check_damage("UPDATE bases SET is_heading = 2", "bases", odd("is_heading"));
    check_damage("UPDATE bases SET runs = '[{\"text\":\"a\",\"b\":1}]'", "bases", odd("runs"));
    check_damage("UPDATE items SET level_now = 256", "items", odd("level_now"));
    check_damage("UPDATE row_groups SET tt = 'auto'", "row_groups", odd("tt_typed"));
    check_damage("UPDATE plans SET school_year = '2026-2028'", "plans", odd("school_year"));
    check_damage("UPDATE plans SET recipients = 'Lưu: VT'", "plans", odd("recipients"));
    check_damage("UPDATE items SET note = CAST(x'c328' AS TEXT)", "items", odd("note"));
}

#[test]
fn numbers_and_references_that_cannot_be_are_damage() {
    let rule = |is: fn(&Rule) -> bool| move |what: &What| matches!(what, What::Broken(broken) if is(&broken.rule));
    let repeated = rule(|rule| matches!(rule, Rule::RepeatedId(_)));
    let nothing = rule(|rule| matches!(rule, Rule::NoSuchId(_)));
    check_damage("UPDATE parts SET id = 13; UPDATE blocks SET part = 13", "", repeated);
    check_damage("UPDATE reviews SET id = 0", "", rule(|rule| *rule == Rule::NoId));
    check_damage(
        "UPDATE dossier SET next_id = 4294967295",
        "",
        rule(|rule| matches!(rule, Rule::IdTooLarge(_))),
    );
    check_damage(
        "UPDATE dossier SET next_id = 3",
        "",
        rule(|rule| matches!(rule, Rule::NextIdTooSmall(_))),
    );
    check_damage("UPDATE plans SET amends = id", "", nothing);
    check_damage("UPDATE items SET problem = 999", "", nothing);
    check_damage("UPDATE supervisors SET \"group\" = 999", "", nothing);
}

#[test]
fn rows_of_another_moment_are_damage_though_each_is_whole() {
    let (folder, path) = file();
    let old = folder.path().join("old.caitien");
    fs::copy(&path, &old).unwrap();
    let (mut store, found) = open(&path).unwrap();
    let mut later = Dossier::clone(&found);
    Arc::make_mut(&mut later.plans[1]).signatures[0].name = "Nguyễn Thị Thu".into();
    store.save(&Arc::new(later)).unwrap();
    drop(store);
    let other = Connection::open(&path).unwrap();
    other.execute("ATTACH ?1 AS old", [old.to_str().unwrap()]).unwrap();
    other.execute_batch("REPLACE INTO signatures SELECT * FROM old.signatures").unwrap();
    drop(other);
    assert!(matches!(open(&path).err(), Some(StoreError::Damaged(_))));
    let found = store::salvage(&path).unwrap();
    assert_eq!(found.faults.len(), 1);
    assert_eq!(found.faults[0].what, What::OtherRows);
    assert_eq!(found.faults[0].table, "signatures");
}

#[test]
fn a_cell_edited_by_another_tool_is_taken_over_and_told_once() {
    let (_folder, path) = changed_by(
        "UPDATE items SET content = 'Sửa bằng công cụ khác';
         UPDATE signatures SET name = 'Bà Mai'; UPDATE dossier SET next_id = 50",
    );
    let before = fs::read(&path).unwrap();
    // A command that only reads tells it and leaves the file.
    let (_, told) = store::read_telling(&path).unwrap();
    let wanted: BTreeSet<(String, String)> =
        [("dossier", "1"), ("items", "13"), ("signatures", "34")]
            .map(|(table, key)| (table.to_owned(), key.to_owned()))
            .into();
    assert_eq!(names(&told.rows), wanted);
    assert_eq!(before, fs::read(&path).unwrap());
    assert_eq!(beside(&path), ["f.caitien"]);

    let (store, found) = open(&path).unwrap();
    let mended = store.mended().unwrap();
    assert_eq!(names(&mended.rows), wanted);
    let words = store_mended(mended, &path);
    assert!(words.contains("Sửa bằng công cụ khác") && words.contains("Bà Mai"), "{words}");
    let copy = mended.copy.clone().unwrap();
    assert_eq!(
        beside(&path),
        ["f.caitien", "f.caitien-journal", "f.truoc-khi-sua.caitien", "~$f.caitien"]
    );
    assert_eq!(found.plans[1].signatures[0].name, "Bà Mai");
    assert_eq!(found.next_id, Id(50));
    let own = store.file_id();
    drop(store);

    let (store, again) = open(&path).unwrap();
    assert_eq!((store.mended(), store.file_id()), (None, own));
    assert_eq!(again, found);
    drop(store);
    // The copy is the file as it was before: it tells the same, and holds the same.
    let (held, told) = store::read_telling(&copy).unwrap();
    assert_eq!(names(&told.rows), wanted);
    assert!(held == *found);
}

#[test]
fn a_read_only_file_edited_by_another_tool_is_told_and_left() {
    let (_folder, path) = changed_by("UPDATE items SET content = 'Sửa'");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let before = fs::read(&path).unwrap();
    let (store, _) = open(&path).unwrap();
    let mended = store.mended().unwrap();
    assert_eq!((mended.rows.len(), &mended.copy), (1, &None));
    assert!(store_mended(mended, &path).contains("Sửa"));
    drop(store);
    assert_eq!(before, fs::read(&path).unwrap());
    assert_eq!(beside(&path), ["f.caitien"]);
}

/// A value that could not be read again is refused, and the file goes on.
#[track_caller]
fn check_refused(change: impl Fn(&mut Dossier)) {
    let (folder, path) = file();
    let (mut store, found) = open(&path).unwrap();
    let mut bad = Dossier::clone(&found);
    change(&mut bad);
    let bad = Arc::new(bad);
    assert!(matches!(store.save(&bad), Err(StoreError::Inconsistent(_))));
    let copy = folder.path().join("copy.caitien");
    assert!(matches!(store.copy_of(&bad, &copy), Err(StoreError::Inconsistent(_))));
    assert!(!copy.exists());
    let mut good = Dossier::clone(&found);
    good.abbreviations.clear();
    store.save(&Arc::new(good.clone())).unwrap();
    drop(store);
    assert_eq!(store::read_telling(&path).unwrap(), (good, store::Mended::default()));
}

#[test]
fn what_could_not_be_read_again_is_never_written() {
    use caitien::plan::Plan;
    fn plan(dossier: &mut Dossier) -> &mut Plan {
        Arc::make_mut(&mut dossier.plans[1])
    }
    check_refused(|dossier| dossier.next_id = Id(u32::MAX));
    check_refused(|dossier| dossier.next_id = Id(12));
    check_refused(|dossier| dossier.plans.push(dossier.plans[0].clone()));
    check_refused(|dossier| plan(dossier).reviews[0].id = Id(13));
    check_refused(|dossier| plan(dossier).reviews[0].id = Id(0));
    check_refused(|dossier| plan(dossier).amends = Some(Id(1)));
    check_refused(|dossier| plan(dossier).problems.clear());
    check_refused(|dossier| plan(dossier).working_groups.clear());
    check_refused(|dossier| {
        let signature = plan(dossier).signatures[0].clone();
        for id in [35, 36] {
            let signature = caitien::plan::Signature { id: Id(id), ..signature.clone() };
            plan(dossier).signatures.push(signature);
        }
    });
    check_refused(|dossier| dossier.catalogues.push(dossier.catalogues[0].clone()));
    check_refused(|dossier| dossier.forms.push(dossier.forms[0].clone()));
}

/// A file in which the pages of a table hold nothing any more.
fn without_table(table: &str) -> (tempfile::TempDir, PathBuf) {
    let (folder, path) = file();
    let connection = Connection::open(&path).unwrap();
    let root: usize = connection
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [table], |row| {
            row.get::<_, i64>(0)
        })
        .unwrap()
        .try_into()
        .unwrap();
    drop(connection);
    let mut bytes = fs::read(&path).unwrap();
    bytes[(root - 1) * 4096..root * 4096].fill(0);
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

#[test]
fn a_lost_table_takes_nothing_else_with_it() {
    let gone = |found: &store::Salvaged, table: &str| {
        let of = |fault: &store::Fault| {
            fault.table == table && matches!(fault.what, What::Rows { found: 0, .. })
        };
        assert!(found.faults.iter().any(of), "{:?}", found.faults);
    };
    let (_folder, path) = without_table("signatures");
    let found = store::salvage(&path).unwrap();
    gone(&found, "signatures");
    let mut wanted = dossier();
    Arc::make_mut(&mut wanted.plans[1]).signatures.clear();
    assert!(found.dossier == wanted);

    // Rows whose places are gone stand at the end; their words are all there.
    let (_folder, path) = without_table("plan_rows");
    let found = store::salvage(&path).unwrap();
    gone(&found, "plan_rows");
    let rows = |dossier: &Dossier| {
        let mut rows: Vec<Row> = dossier.plans.iter().flat_map(|plan| plan.rows.clone()).collect();
        rows.sort_by_key(Row::id);
        rows
    };
    assert_eq!(rows(&found.dossier), rows(&dossier()));

    // So are the parts of a plan of which nothing else is left.
    let (_folder, path) = without_table("plans");
    let found = store::salvage(&path).unwrap();
    gone(&found, "plans");
    let plan = found.dossier.plan(Id(1)).unwrap();
    assert_eq!(plan.parts, dossier().plans[1].parts);
    assert_eq!(plan.rows, dossier().plans[1].rows);
    assert_eq!(plan.letterhead, dossier().plans[1].letterhead);
}

#[test]
fn half_a_file_gives_what_is_in_it_or_nothing_and_is_left() {
    let (_folder, path, whole) = large();
    let bytes = fs::read(&path).unwrap();
    for length in (0..bytes.len()).step_by(4096 * 3).skip(1) {
        fs::write(&path, &bytes[..length]).unwrap();
        assert!(store::read(&path).is_err(), "{length}");
        if let Ok(found) = store::salvage(&path) {
            assert!(!found.faults.is_empty() && found.dossier != *whole, "{length}");
        }
        assert_eq!(fs::read(&path).unwrap().len(), length);
    }
}

#[test]
fn the_name_of_a_column_that_is_no_text_any_more_harms_nothing() {
    let (_folder, path) = file();
    let mut bytes = fs::read(&path).unwrap();
    let name = b"in_force_from";
    let at = bytes.windows(name.len()).position(|found| found == name).unwrap();
    bytes[at + 3] = 0xFF;
    fs::write(&path, bytes).unwrap();
    assert!(open(&path).is_err());
    let found = store::salvage(&path).unwrap();
    assert!(found.is_whole() && found.dossier == dossier(), "{:?}", found.faults);
}

/// Another tool's additions lock nobody out: the dossier is whole in what is salvaged.
#[test]
fn a_structure_that_is_not_ours_is_read_round() {
    for sql in [
        "CREATE INDEX i ON items (content)",
        "CREATE TABLE more (a); INSERT INTO more VALUES (1)",
        "CREATE TABLE \"o\"\"dd\" (a)",
        "CREATE VIEW v AS SELECT * FROM plans",
        "CREATE TRIGGER t AFTER UPDATE ON plans BEGIN DELETE FROM items; END",
        "ALTER TABLE bands ADD COLUMN more TEXT",
        "ANALYZE",
        "PRAGMA user_version = 0",
        "PRAGMA journal_mode = WAL; UPDATE items SET note = note",
    ] {
        let (_folder, path) = changed_by(sql);
        let before = fs::read(&path).unwrap();
        assert!(matches!(open(&path).err(), Some(StoreError::Altered(_))), "{sql}");
        let found = store::salvage(&path).unwrap();
        assert!(found.dossier == dossier(), "{sql}: {:?}", found.faults);
        assert_eq!(before, fs::read(&path).unwrap(), "{sql}");
    }
    // By whatever name a column goes, its rows are known by their checks.
    let (_folder, path) = changed_by("ALTER TABLE bands RENAME COLUMN text TO other");
    let found = store::salvage(&path).unwrap();
    assert!(found.is_whole() && found.dossier == dossier(), "{:?}", found.faults);
}

/// Views and columns that compute something are refused, and never run.
#[test]
fn tables_that_only_look_like_ours_are_refused() {
    for sql in [
        "DROP TABLE bands; CREATE VIEW bands AS SELECT 11 AS id, 'x' AS text, 0 AS row_check",
        "DROP TABLE bands; CREATE TABLE bands (id INTEGER PRIMARY KEY REFERENCES plan_rows (id),
         text TEXT NOT NULL AS (hex(id)), row_check INTEGER NOT NULL) STRICT",
        "DROP TABLE bands; CREATE TABLE bands (id INTEGER PRIMARY KEY REFERENCES plan_rows (id),
         text TEXT NOT NULL CHECK (length(text) < 3), row_check INTEGER NOT NULL) STRICT",
        "DROP TABLE bands; CREATE VIRTUAL TABLE bands USING dbstat",
    ] {
        let (_folder, path) = file();
        let other = Connection::open(&path).unwrap();
        other.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        if other.execute_batch(sql).is_err() {
            // This SQLite does not know that kind of table, so no file holds it.
            continue;
        }
        drop(other);
        assert!(matches!(open(&path).err(), Some(StoreError::Altered(_))), "{sql}");
        if let Ok(found) = store::salvage(&path) {
            assert!(!found.faults.is_empty() || found.dossier == dossier(), "{sql}");
        }
    }
}

/// Our `SQLite` knows no full-text search: a file that holds such a table beside ours, or instead
/// of one, is still told about and read.
#[test]
fn a_table_of_a_kind_that_our_sqlite_does_not_know_stops_nothing() {
    for sql in [
        "INSERT INTO sqlite_schema VALUES
         ('table', 'notes', 'notes', 0, 'CREATE VIRTUAL TABLE notes USING fts5(words)')",
        "UPDATE sqlite_schema SET rootpage = 0, sql = 'CREATE VIRTUAL TABLE bands USING fts5(text)'
         WHERE name = 'bands'",
    ] {
        let (_folder, path) = file();
        let other = Connection::open(&path).unwrap();
        other.execute_batch("PRAGMA writable_schema = ON").unwrap();
        other.execute_batch(sql).unwrap();
        drop(other);
        let before = fs::read(&path).unwrap();
        assert!(matches!(open(&path).err(), Some(StoreError::Altered(_))), "{sql}");
        let found = store::salvage(&path).unwrap();
        assert!(!found.faults.is_empty() || found.dossier == dossier(), "{sql}");
        assert_eq!(before, fs::read(&path).unwrap(), "{sql}");
    }
}
