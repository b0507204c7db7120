//! The rules of the house, read from the sources: who may import whom, and how files look.
//!
//! The rooms and crates are read from ARCHITECTURE.md, so that the page is true or this fails.
//! Each rule is a function from a file's path and text to complaints, so that the tests at
//! the end can show that a planted fault is found.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where it cannot go on"
)]

#[path = "tidy/circles.rs"]
mod circles;
#[path = "tidy/code.rs"]
mod code;
#[path = "tidy/house.rs"]
mod house;
#[path = "tidy/planted.rs"]
mod planted;
#[path = "tidy/rules.rs"]
mod rules;

use std::fs;
use std::path::PathBuf;

use circles::circles;
use house::House;
use rules::{crates, imports, inner_rooms, leftovers, official, purity, reach, shape, words};

#[test]
fn rooms_import_only_what_the_table_allows() {
    complain(&sources("src"), imports);
}

#[test]
fn a_room_inside_another_names_only_what_its_row_allows() {
    complain(&sources("src"), inner_rooms);
}

#[test]
fn crates_are_named_in_one_place_only() {
    complain(&sources("src"), crates);
}

#[test]
fn pure_rooms_do_no_input_or_output_and_read_no_clock() {
    complain(&sources("src"), purity);
}

#[test]
fn files_are_short_and_begin_by_saying_what_they_are_for() {
    let mut all = sources("src");
    all.extend(sources("tests"));
    all.extend(sources("benches"));
    complain(&all, shape);
}

#[test]
fn nothing_is_left_for_later_and_no_path_of_a_machine_is_named() {
    let mut all = sources("src");
    all.extend(sources("tests"));
    all.extend(sources("benches"));
    let root = root();
    for name in ["README.md", "ARCHITECTURE.md", "Cargo.toml", ".ci/run", "build.rs"] {
        if root.join(name).is_file() {
            all.push(PathBuf::from(name));
        }
    }
    complain(&all, leftovers);
}

#[test]
fn words_for_a_person_stand_where_they_belong() {
    complain(&sources("src"), words);
}

#[test]
fn the_fixed_words_of_paper_come_from_the_blocks() {
    complain(&sources("src"), official);
}

#[test]
fn the_window_acts_through_one_value() {
    complain(&sources("src"), reach);
}

#[test]
fn files_of_a_room_form_no_circle() {
    let read = |path: PathBuf| {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        (path.to_string_lossy().replace('\\', "/"), text)
    };
    let found = circles(&sources("src").into_iter().map(read).collect::<Vec<_>>());
    assert!(found.is_empty(), "\n{found:#?}\n");
}

#[test]
fn every_room_of_the_table_is_there() {
    for (room, _) in &House::get().rooms {
        let source = root().join("src");
        let there = source.join(room).is_dir() || source.join(format!("{room}.rs")).is_file();
        assert!(there, "no room src/{room}");
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files below a folder, as paths from the project's root with `/` between.
fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(root().join(&folder)) else { continue };
        for entry in entries {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    assert!(folder != "src" || found.len() > 10, "the sources were not found");
    found.sort();
    found
}

#[track_caller]
fn complain(files: &[PathBuf], rule: fn(&str, &str) -> Vec<String>) {
    let mut complaints = Vec::new();
    for path in files {
        let text = fs::read_to_string(root().join(path)).unwrap();
        let name = path.to_string_lossy().replace('\\', "/");
        complaints.extend(rule(&name, &text).into_iter().map(|what| format!("{name}: {what}")));
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}
