//! `caitien repair`: what can be read of a damaged file goes into a new one, line by line what
//! cannot; whoever only reads names it, and leaves the file.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use caitien::edit::FOUND_PART;
use caitien::messages::repair::OFFER;
use caitien::store;
use rusqlite::Connection;

use crate::sample::{beside, dossier, file};

const PAGE: usize = 4096;

fn run(words: &[&str], paths: &[&Path]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_caitien"));
    command.args(words.iter().take(1)).args(paths.iter().take(1));
    for (option, path) in words.iter().skip(1).zip(paths.iter().skip(1)) {
        command.arg(option).arg(path);
    }
    command.output().unwrap()
}

/// Repairs a file into another beside it; its exit code and what it printed.
#[track_caller]
fn repair(path: &Path) -> (i32, String) {
    let before = fs::read(path).unwrap();
    let done = run(&["repair", "--new"], &[path, &path.with_file_name("new.caitien")]);
    assert_eq!(fs::read(path).unwrap(), before, "the damaged file was changed");
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(said, "");
    (done.status.code().unwrap(), String::from_utf8(done.stdout).unwrap())
}

/// The page from which a table's tree grows.
fn root(path: &Path, table: &str) -> usize {
    let connection = Connection::open(path).unwrap();
    let find = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    connection.query_row(find, [table], |row| row.get::<_, i64>(0)).unwrap().try_into().unwrap()
}

fn zero(path: &Path, page: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[(page - 1) * PAGE..page * PAGE].fill(0);
    fs::write(path, bytes).unwrap();
}

fn outside(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn a_file_without_its_first_page_comes_back_whole() {
    let (_folder, path) = file();
    zero(&path, 1);
    assert_eq!(repair(&path), (0, String::new()));
    assert!(store::read(&path.with_file_name("new.caitien")).unwrap() == dossier());
}

#[test]
fn each_thing_that_is_missing_or_doubtful_has_a_line() {
    let (_folder, path) = file();
    outside(
        &path,
        "PRAGMA foreign_keys = OFF; INSERT INTO letterheads SELECT 99, governing_body, 'Trường khác', code, place, address,
         kind, ownership, row_check FROM letterheads WHERE plan = 1",
    );
    zero(&path, root(&path, "signatures"));
    let (code, said) = repair(&path);
    assert_eq!(code, 1);
    for line in said.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        assert!(fields.len() == 3 && ["missing", "doubtful"].contains(&fields[0]), "{line}");
        assert!(!fields[1].is_empty() && !fields[2].is_empty(), "{line}");
    }
    assert!(said.contains("missing\tngười ký\tthiếu 1 dòng (đã lưu 1, còn 0)\n"), "{said}");
    assert!(said.contains(&format!("doubtful\t{FOUND_PART}\tTrường khác\n")), "{said}");
    let found = store::read(&path.with_file_name("new.caitien")).unwrap();
    let part = found.newest_plan().unwrap().parts.last().unwrap();
    assert_eq!(part.heading, FOUND_PART);
}

#[test]
fn a_sound_file_is_copied_and_nothing_is_written_over() {
    let (_folder, path) = file();
    assert_eq!(repair(&path), (0, String::new()));
    let new = path.with_file_name("new.caitien");
    assert!(store::read(&new).unwrap() == dossier());
    let before = fs::read(&new).unwrap();
    let again = run(&["repair", "--new"], &[&path, &new]);
    assert_eq!(again.status.code(), Some(2));
    assert!(!again.stderr.is_empty() && again.stdout.is_empty());
    assert_eq!(fs::read(&new).unwrap(), before);
}

#[test]
fn of_what_holds_nothing_of_ours_nothing_is_made() {
    let (_folder, path) = file();
    let new = path.with_file_name("new.caitien");
    let other = path.with_file_name("other.caitien");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE a (b)").unwrap();
    fs::write(&path, "không phải hồ sơ\n".repeat(9000)).unwrap();
    for from in [&path, &other] {
        let done = run(&["repair", "--new"], &[from, &new]);
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!((done.status.code(), said.lines().count()), (Some(2), 1), "{said}");
        assert!(!said.contains(OFFER), "{said}");
    }
    assert_eq!(beside(&path), ["f.caitien", "other.caitien"]);
}

#[test]
fn whoever_only_reads_a_damaged_file_names_repair_and_leaves_it() {
    let (_folder, path) = file();
    zero(&path, root(&path, "items"));
    let before = fs::read(&path).unwrap();
    let out = path.with_file_name("out.json");
    for done in [
        run(&["info"], &[&path]),
        run(&["check"], &[&path]),
        run(&["export", "--to"], &[&path, &out]),
    ] {
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!((done.status.code(), said.lines().count()), (Some(2), 1), "{said}");
        assert!(said.trim_end().ends_with(OFFER), "{said}");
    }
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(beside(&path), ["f.caitien"]);
}
