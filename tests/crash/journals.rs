//! What lies beside a file when it is opened: its own journal is rolled back, another's hurts
//! nothing.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use caitien::messages::store_mended;
use caitien::plan::{Dossier, Row};
use caitien::platform::file_identity;
use caitien::store::{self, StoreError};
use rusqlite::Connection;

use crate::sample::{beside, dossier, file, open};
use crate::writing::{with_content, with_items};

/// What a journal begins with.
const MAGIC: [u8; 8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7];
/// A name of what was set aside.
const ASIDE: &str = "f.nhat-ky-de-rieng";

fn journal_of(path: &Path) -> PathBuf {
    path.with_extension("caitien-journal")
}

/// Begins to change a file so that pages are written before the end, as a large save does.
fn begin(path: &Path, sql: &str) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA cache_size = 1; BEGIN IMMEDIATE;")
        .unwrap();
    connection.execute_batch(sql).unwrap();
    connection
}

/// The bytes of a file and of its journal at a moment at which its writer is killed.
fn killed(path: &Path, sql: &str) -> (Vec<u8>, Vec<u8>) {
    let connection = begin(path, sql);
    let bytes = (fs::read(path).unwrap(), fs::read(journal_of(path)).unwrap());
    drop(connection);
    assert!(bytes.1.starts_with(&MAGIC), "no page was written before the end");
    bytes
}

/// A file that holds a dossier.
fn holding(dossier: &Dossier) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.caitien");
    drop(store::create(&path, dossier, file_identity).unwrap());
    (folder, path)
}

/// As [`with_items`], with other words.
fn rewritten(count: u32) -> Arc<Dossier> {
    let mut dossier = Arc::unwrap_or_clone(with_items(count));
    for row in &mut Arc::make_mut(&mut dossier.plans[1]).rows {
        if let Row::Item(item) = row {
            Arc::make_mut(item).content = "viết lại ".repeat(60);
        }
    }
    Arc::new(dossier)
}

/// A save that changes nearly every page.
const MUCH: &str = "UPDATE items SET content = content || 'x', note = 'y'";

/// The file opens as it is, for reading and for a session; what lies beside it keeps its bytes
/// under another name, and that is said.
#[track_caller]
fn check_aside(path: &Path, wanted: &Dossier, what: &str) {
    let bytes = fs::read(path).unwrap();
    let names = beside(path).len();
    let (found, told) = store::read_telling(path).expect(what);
    assert!(found == *wanted, "{what}: other words");
    assert_eq!(told.set_aside, [path.with_file_name(ASIDE)], "{what}");
    assert!(store_mended(&told, path).contains(ASIDE));
    assert_eq!(fs::read(path).unwrap(), bytes, "{what}: the file was changed");
    assert_eq!(beside(path).len(), names, "{what}: {:?}", beside(path));
    let (store, found) = open(path).expect(what);
    assert_eq!(store.mended(), None, "{what}: said twice");
    assert!(*found == *wanted, "{what}");
}

#[test]
fn the_journal_of_the_file_itself_is_rolled_back_and_nothing_is_said() {
    let whole = with_items(60);
    let (_folder, path) = holding(&whole);
    for sql in [MUCH, "UPDATE items SET actions = hex(zeroblob(3000))"] {
        let (half, journal) = killed(&path, sql);
        fs::write(&path, &half).unwrap();
        fs::write(journal_of(&path), &journal).unwrap();
        let (store, found) = open(&path).expect(sql);
        assert!(*found == *whole, "{sql}");
        assert_eq!(store.mended(), None, "{sql}");
        drop(store);
        assert_eq!(beside(&path), ["f.caitien"], "{sql}");
    }
}

#[test]
fn a_backup_put_over_a_file_whose_writer_was_killed_is_what_opens() {
    let mut aside = 0;
    for round in 0..8_u32 {
        let backup = with_items(30 + round);
        let (_folder, path) = holding(&backup);
        let kept = fs::read(&path).unwrap();
        let (mut store, _) = open(&path).unwrap();
        store.save(&rewritten(35 + round * 2)).unwrap();
        drop(store);
        let (_, journal) = killed(&path, MUCH);
        fs::write(&path, &kept).unwrap();
        fs::write(journal_of(&path), &journal).unwrap();
        let (found, told) = store::read_telling(&path).unwrap();
        assert!(found == *backup, "round {round}");
        // A journal that would change no word does no harm.
        if !told.set_aside.is_empty() {
            assert_eq!(fs::read(path.with_file_name(ASIDE)).unwrap(), journal);
            assert_eq!(fs::read(&path).unwrap(), kept);
            aside += 1;
        }
        assert!(*open(&path).unwrap().1 == *backup, "round {round}");
    }
    assert!(aside > 4, "{aside}");
}

#[test]
fn the_journal_of_another_school_replaces_nothing() {
    let own = with_items(40);
    let (_folder, path) = holding(&own);
    let (_other_folder, other) = holding(&dossier());
    // All of the other's pages stand in it.
    let pages = fs::read(&other).unwrap().len() / 4096;
    let connection = Connection::open(&other).unwrap();
    connection.execute_batch("PRAGMA cache_size = 1; BEGIN IMMEDIATE").unwrap();
    let tables: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    connection.execute_batch("PRAGMA defer_foreign_keys = ON; PRAGMA user_version = 1").unwrap();
    for table in tables {
        let touch = format!("UPDATE {table} SET row_check = row_check + 1");
        connection.execute_batch(&touch).unwrap();
    }
    let journal = fs::read(journal_of(&other)).unwrap();
    drop(connection);
    assert!(journal.len() / 4096 >= pages * 3 / 4, "{} of {pages}", journal.len() / 4096);
    fs::write(journal_of(&path), &journal).unwrap();
    check_aside(&path, &own, "another school's journal");
    // Nor where the file has as many pages as the other.
    let (_folder, path) = holding(&with_content("khác"));
    fs::write(journal_of(&path), &journal).unwrap();
    check_aside(&path, &with_content("khác"), "another school's journal, the same pages");
}

/// The header of a journal that restores nothing and says how large the file was.
fn header(pages: u32) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    for number in [0, 7, pages, 512, 4096] {
        bytes.extend(u32::to_be_bytes(number));
    }
    bytes.resize(512, 0);
    bytes
}

#[test]
fn a_journal_makes_no_file_shrink_to_nothing_or_grow_without_end() {
    for pages in [0, 1, 2, 5, 1 << 20, u32::MAX - 1] {
        let (_folder, path) = file();
        fs::write(journal_of(&path), header(pages)).unwrap();
        check_aside(&path, &dossier(), &format!("{pages} pages"));
    }
}

#[test]
fn a_journal_that_names_another_file_does_not_touch_it() {
    let (folder, path) = file();
    let other = folder.path().join("ảnh.jpg");
    fs::write(&other, b"a picture").unwrap();
    let name = other.to_str().unwrap().as_bytes();
    let length = u32::try_from(name.len()).unwrap();
    let sum =
        name.iter().fold(0_u32, |sum, byte| sum.wrapping_add_signed(i32::from(byte.cast_signed())));
    let mut journal = header(u32::try_from(fs::read(&path).unwrap().len() / 4096).unwrap());
    // The page on which SQLite keeps its locks, which none has.
    journal.extend((0x4000_0000_u32 / 4096 + 1).to_be_bytes());
    journal.extend(name);
    journal.extend(length.to_be_bytes());
    journal.extend(sum.to_be_bytes());
    journal.extend(MAGIC);
    fs::write(journal_of(&path), &journal).unwrap();
    check_aside(&path, &dossier(), "a super-journal");
    assert_eq!(fs::read(&other).unwrap(), b"a picture");
}

#[test]
fn a_wal_is_never_used() {
    let (_folder, path) = file();
    let wal = path.with_extension("caitien-wal");
    let before = fs::read(&path).unwrap();
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch("PRAGMA journal_mode = WAL; UPDATE items SET content = 'của người khác'")
        .unwrap();
    let planted = fs::read(&wal).unwrap();
    drop(connection);
    fs::write(&path, &before).unwrap();
    fs::write(&wal, &planted).unwrap();
    check_aside(&path, &dossier(), "a planted -wal");
}

#[test]
fn a_journal_ended_by_a_zeroed_header_or_of_no_bytes_is_no_finding() {
    let (_folder, path) = file();
    let (_, mut journal) = killed(&path, "UPDATE items SET note = zeroblob(50000) || 'x'");
    journal[..28].fill(0);
    for bytes in [&journal[..], b""] {
        fs::write(journal_of(&path), bytes).unwrap();
        let (store, found) = open(&path).unwrap();
        assert_eq!((store.mended(), &*found), (None, &dossier()));
        drop(store);
        assert_eq!(beside(&path), ["f.caitien"]);
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_in_the_place_of_a_journal_is_not_waited_for() {
    for (what, suffix) in [
        ("a pipe", "-journal"),
        ("a folder", "-journal"),
        ("a link", "-journal"),
        ("a pipe", "-wal"),
    ] {
        let (folder, path) = file();
        let place = path.with_extension(format!("caitien{suffix}"));
        match what {
            "a pipe" => assert!(Command::new("mkfifo").arg(&place).status().unwrap().success()),
            "a folder" => fs::create_dir(&place).unwrap(),
            _ => {
                let other = folder.path().join("other");
                fs::write(&other, header(1)).unwrap();
                std::os::unix::fs::symlink(other, &place).unwrap();
            }
        }
        let (found, told) = store::read_telling(&path).expect(what);
        assert!(found == dossier());
        assert_eq!(told.set_aside, [path.with_file_name(ASIDE)], "{what}");
        assert!(open(&path).is_ok());
    }
}

#[test]
fn where_neither_state_is_whole_nothing_is_touched() {
    let (_folder, path) = holding(&with_items(30));
    let (_other_folder, other) = holding(&with_items(60));
    let (_, journal) = killed(&other, MUCH);
    let mut hurt = fs::read(&path).unwrap();
    let end = hurt.len() - 4096 * 3;
    hurt[end..].fill(7);
    fs::write(&path, &hurt).unwrap();
    fs::write(journal_of(&path), &journal).unwrap();
    for error in [open(&path).err(), store::read(&path).err()] {
        assert!(matches!(error, Some(StoreError::Damaged(_))), "{error:?}");
    }
    // What can be read is that of the file, not of the other.
    let found = store::salvage(&path).unwrap();
    assert_eq!(found.dossier.plans[1].number, with_items(30).plans[1].number);
    assert!(found.dossier.plans[1].rows.len() <= with_items(30).plans[1].rows.len());
    assert_eq!(fs::read(&path).unwrap(), hurt);
    assert_eq!(fs::read(journal_of(&path)).unwrap(), journal);
    assert_eq!(beside(&path), ["f.caitien", "f.caitien-journal"]);
}

#[test]
fn a_read_only_file_beside_the_journal_of_another_is_read_as_it_is() {
    let (_folder, path) = file();
    let (_other_folder, other) = holding(&with_items(60));
    let (_, journal) = killed(&other, MUCH);
    fs::write(journal_of(&path), &journal).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let (found, told) = store::read_telling(&path).unwrap();
    assert!(found == dossier());
    assert_eq!(told.set_aside, [journal_of(&path)]);
    let (store, found) = open(&path).unwrap();
    assert!(store.read_only() && *found == dossier());
    assert_eq!(store.mended().unwrap().set_aside, [journal_of(&path)]);
    drop(store);
    assert_eq!(beside(&path), ["f.caitien", "f.caitien-journal"]);
    assert_eq!(fs::read(journal_of(&path)).unwrap(), journal);
}

/// Asks this test program, run once more, to be in the middle of a save.
const ASKED: &str = "CAITIEN_TEST_JOURNAL";

#[test]
fn a_process_in_the_middle_of_a_save() {
    let Some(path) = std::env::var_os(ASKED) else { return };
    let _connection = begin(Path::new(&path), MUCH);
    println!("writing");
    // Until it is killed, or its end is closed.
    drop(std::io::stdin().read_line(&mut String::new()));
}

#[test]
fn the_journal_of_one_who_is_writing_is_left_to_it() {
    let (_folder, path) = holding(&with_items(60));
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["journals::a_process_in_the_middle_of_a_save", "--exact", "--nocapture"])
        .env(ASKED, &path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.by_ref().any(|line| line.unwrap().contains("writing")));
    let journal = fs::read(journal_of(&path)).unwrap();
    assert!(journal.starts_with(&MAGIC));
    for error in [open(&path).err(), store::read(&path).err()] {
        assert!(matches!(error, Some(StoreError::OpenElsewhere(_))), "{error:?}");
    }
    assert_eq!(fs::read(journal_of(&path)).unwrap(), journal);
    child.kill().unwrap();
    child.wait().unwrap();
    let (found, told) = store::read_telling(&path).unwrap();
    assert!(found == *with_items(60) && told == store::Mended::default());
    let (mut store, _) = open(&path).unwrap();
    store.save(&Arc::new(dossier())).unwrap();
    drop(store);
    assert_eq!(beside(&path), ["f.caitien"]);
}
