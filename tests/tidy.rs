//! The rules of the house, read from the sources: who may import whom, and how files look.
//!
//! Each rule is a function from a file's path and text to complaints, so that the tests at
//! the end can show that a planted fault is found.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where it cannot go on"
)]

use std::fs;
use std::path::PathBuf;

/// Which rooms a room may import; `main` and `lib` are no rooms.
const MAY_IMPORT: [(&str, &str); 19] = [
    ("words", ""),
    ("platform", ""),
    ("embedded", ""),
    ("plan", "words"),
    ("understand", "plan words"),
    ("timeline", "understand plan words"),
    ("edit", "understand plan words"),
    ("check", "edit timeline understand plan words"),
    ("store", "plan words platform"),
    ("document", "timeline understand plan words"),
    ("layout", "document plan words"),
    ("export", "layout document timeline understand plan words"),
    ("import", "understand plan words"),
    ("library", "embedded layout plan words"),
    (
        "session",
        "words plan understand timeline edit check store document layout export import library platform embedded",
    ),
    (
        "messages",
        "session words plan understand timeline edit check store document layout export import library platform embedded",
    ),
    (
        "cli",
        "session words plan understand timeline edit check store document layout export import library platform embedded messages",
    ),
    (
        "ui",
        "session words plan understand timeline edit check store document layout export import library platform embedded messages",
    ),
    ("main", "session cli ui"),
];

/// The crates that are named in some rooms only.
const ONLY_IN: [(&str, &str); 14] = [
    ("rusqlite", "store"),
    ("printpdf", "export"),
    ("lopdf", "export"),
    ("hayro", "export"),
    ("egui", "ui"),
    ("eframe", "ui"),
    ("egui_extras", "ui"),
    ("egui_table", "ui"),
    ("arboard", "ui"),
    ("rfd", "ui platform"),
    ("wgpu", "ui"),
    ("egui_wgpu", "ui"),
    ("winsafe", "platform"),
    ("interprocess", "platform"),
];

/// Rooms that do no I/O and read no clock.
const PURE: [&str; 5] = ["words", "plan", "edit", "document", "layout"];

/// What a pure room never names.
const IMPURE: [&str; 8] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    "Zoned",
];

/// The longest a file may be, lines.
const LONGEST: usize = 600;

#[test]
fn rooms_import_only_what_the_table_allows() {
    complain(&sources("src"), imports);
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
fn every_room_of_the_table_is_there() {
    for (room, _) in MAY_IMPORT {
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

/// The room of `src/room/…` or `src/room.rs`.
fn room(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let first = inside.split('/').next().unwrap_or(inside);
    first.strip_suffix(".rs").unwrap_or(first)
}

fn imports(path: &str, text: &str) -> Vec<String> {
    let room = room(path);
    let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == room) else {
        return if room == "lib" { Vec::new() } else { vec!["is in no room of the table".into()] };
    };
    let code = code_only(text);
    let mut complaints = Vec::new();
    for used in named_rooms(path, &code) {
        let is_room = MAY_IMPORT.iter().any(|(name, _)| *name == used);
        if is_room && used != room && !allowed.split(' ').any(|name| name == used) {
            complaints.push(format!("{room} may not import {used}"));
        }
    }
    complaints
}

/// What stands after `crate::`, after `caitien::`, or after as many `super::` as lead to
/// the root; groups in braces are opened.
fn named_rooms(path: &str, code: &str) -> Vec<String> {
    let tokens = tokens(code);
    let depth = path.split('/').count() - 1 - usize::from(path.ends_with("/mod.rs"));
    let mut named = Vec::new();
    let mut supers = 0;
    for (at, token) in tokens.iter().enumerate() {
        let before = if at >= 1 { tokens[at - 1] } else { "" };
        let starts_path = before != "::";
        let goes_on = tokens.get(at + 1) == Some(&"::");
        match *token {
            "super" => {
                supers = if starts_path { 1 } else { supers + 1 };
                if goes_on && supers == depth {
                    names_after(&tokens, at + 2, &mut named);
                }
            }
            "crate" | "caitien" if starts_path && goes_on => {
                names_after(&tokens, at + 2, &mut named);
            }
            _ => {}
        }
    }
    named
}

/// The name at a place, or the first names of a group in braces.
fn names_after(tokens: &[&str], at: usize, named: &mut Vec<String>) {
    if tokens.get(at) != Some(&"{") {
        named.extend(tokens.get(at).map(|name| (*name).to_owned()));
        return;
    }
    let mut depth = 0;
    let mut first = false;
    for token in &tokens[at..] {
        match *token {
            "{" => {
                depth += 1;
                first = depth == 1;
            }
            "}" => depth -= 1,
            "," => first = depth == 1,
            name if first => {
                named.push(name.to_owned());
                first = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
}

fn crates(path: &str, text: &str) -> Vec<String> {
    let room = room(path);
    let code = code_only(text);
    let tokens = tokens(&code);
    let mut complaints = Vec::new();
    for (name, rooms) in ONLY_IN {
        if rooms.split(' ').any(|allowed| allowed == room) {
            continue;
        }
        let named = tokens.iter().enumerate().any(|(at, token)| {
            let before = if at >= 1 { tokens[at - 1] } else { "" };
            let after = tokens.get(at + 1).copied().unwrap_or_default();
            let is_path = before != "::" && before != "." && after == "::";
            let is_use = matches!(before, "use" | "crate") && matches!(after, ";" | "as");
            *token == name && (is_path || is_use)
        });
        if named {
            complaints.push(format!("{room} names the crate {name}"));
        }
    }
    complaints
}

fn purity(path: &str, text: &str) -> Vec<String> {
    let room = room(path);
    if !PURE.contains(&room) {
        return Vec::new();
    }
    let code = code_only(text);
    let names = tokens(&code);
    let found = IMPURE.iter().filter(|name| {
        let parts: Vec<&str> = tokens(name);
        names.windows(parts.len()).any(|window| window == parts)
    });
    found.map(|name| format!("{room} is pure and names {name}")).collect()
}

fn shape(_path: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let lines = text.lines().count();
    if lines > LONGEST {
        complaints.push(format!("{lines} lines, {LONGEST} at most"));
    }
    let first = text.lines().next().unwrap_or_default();
    if !first.starts_with("//! ") || first.len() < 10 {
        complaints.push("does not begin with a sentence after //!".into());
    }
    complaints
}

fn leftovers(_path: &str, text: &str) -> Vec<String> {
    // Put together here, or this file would be the first to be found.
    let later = ["TO", "FIX", "XX"].map(|start| match start {
        "TO" => format!("{start}DO"),
        "FIX" => format!("{start}ME"),
        start => format!("{start}X:"),
    });
    let places = ["home", "root", "work", "Users"].map(|folder| format!("/{folder}/"));
    let mut complaints = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for word in later.iter().filter(|word| line.contains(word.as_str())) {
            complaints.push(format!("line {}: {word}", number + 1));
        }
        for place in places.iter().filter(|place| names_place(line, place)) {
            complaints.push(format!("line {}: a path of one machine, {place}", number + 1));
        }
    }
    complaints
}

/// Whether a whole path begins with a place, and not a part of an address.
fn names_place(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before
            .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '_' | '-' | '~' | '}' | ')'))
    })
}

/// The text without comments and without what stands in strings and characters.
fn code_only(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        let after_word = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
        match c {
            '/' if next == Some('/') => {
                while chars.get(at).is_some_and(|&c| c != '\n') {
                    at += 1;
                }
            }
            '/' if next == Some('*') => at = after_block_comment(&chars, at),
            '"' => {
                code.push_str("\"\"");
                at = after_string(&chars, at + 1);
            }
            'r' if !after_word && raw_hashes(&chars, at + 1).is_some() => {
                code.push_str("\"\"");
                at = after_raw_string(&chars, at + 1);
            }
            '\'' => {
                // A lifetime has no second quote close by.
                let end = if next == Some('\\') {
                    chars[at + 2..].iter().skip(1).position(|&c| c == '\'').map(|n| at + 4 + n)
                } else {
                    (chars.get(at + 2) == Some(&'\'')).then_some(at + 3)
                };
                code.push(' ');
                at = end.unwrap_or(at + 1);
            }
            c => {
                code.push(c);
                at += 1;
            }
        }
    }
    code
}

fn after_block_comment(chars: &[char], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0);
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn after_string(chars: &[char], start: usize) -> usize {
    let mut at = start;
    while let Some(&c) = chars.get(at) {
        match c {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    at
}

/// How many `#` stand before the quote of a raw string that begins here.
fn raw_hashes(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars[at..].iter().take_while(|&&c| c == '#').count();
    (chars.get(at + hashes) == Some(&'"')).then_some(hashes)
}

fn after_raw_string(chars: &[char], start: usize) -> usize {
    let hashes = raw_hashes(chars, start).unwrap_or(0);
    let mut at = start + hashes + 1;
    while at < chars.len() {
        let closed = chars[at] == '"'
            && chars.get(at + 1..=at + hashes).is_some_and(|end| end.iter().all(|&c| c == '#'));
        if closed {
            return at + 1 + hashes;
        }
        at += 1;
    }
    at
}

/// Names, `::`, and every other sign by itself.
fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let length = if c.is_alphanumeric() || c == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            c.len_utf8()
        };
        if !c.is_whitespace() {
            tokens.push(&rest[..length]);
        }
        rest = &rest[length..];
    }
    tokens
}

/// The faults are planted here, so that each rule has been seen to fail.
mod planted {
    use super::*;

    #[track_caller]
    fn check(rule: fn(&str, &str) -> Vec<String>, path: &str, text: &str, expect: &[&str]) {
        assert_eq!(rule(path, text), expect, "{path}: {text}");
    }

    #[test]
    fn a_forbidden_import_is_found_however_it_is_written() {
        let found = &["plan may not import store"];
        check(imports, "src/plan/item.rs", "use crate::store::Store;", found);
        check(imports, "src/plan/item.rs", "use crate::{words, store::{Store, open}};", found);
        check(imports, "src/plan/item.rs", "fn f() { crate::store::open() }", found);
        check(imports, "src/plan/item.rs", "use super::super::store;", found);
        check(imports, "src/plan/mod.rs", "use super::store;", found);
        check(imports, "src/plan/check/mod.rs", "use super::super::store;", found);
        check(imports, "src/ui/app.rs", "use crate::cli;", &["ui may not import cli"]);
        check(
            imports,
            "src/export/mod.rs",
            "use crate::embedded;",
            &["export may not import embedded"],
        );
        check(imports, "src/embedded.rs", "use crate::plan;", &["embedded may not import plan"]);
        check(imports, "src/attic/mod.rs", "", &["is in no room of the table"]);
    }

    #[test]
    fn an_allowed_import_is_left_alone() {
        check(imports, "src/plan/item.rs", "use crate::{words, plan::Id};", &[]);
        check(imports, "src/plan/item.rs", "use super::{Id, store_name};", &[]);
        check(imports, "src/plan/check/mod.rs", "use super::store;", &[]);
        check(imports, "src/plan/item.rs", "// crate::store\n/* crate::store */", &[]);
        check(imports, "src/plan/item.rs", "let a = \"crate::store\";", &[]);
        check(imports, "src/plan/item.rs", "let a = r#\"crate::\"store\"#;", &[]);
        check(imports, "src/ui/app.rs", "use crate::messages::{step, store::error};", &[]);
    }

    #[test]
    fn a_crate_in_the_wrong_room_is_found() {
        check(
            crates,
            "src/ui/app.rs",
            "use rusqlite::Connection;",
            &["ui names the crate rusqlite"],
        );
        check(crates, "src/cli/mod.rs", "use egui as e;", &["cli names the crate egui"]);
        check(crates, "src/main.rs", "eframe::run_native()", &["main names the crate eframe"]);
        check(
            crates,
            "src/layout/mod.rs",
            "extern crate hayro;",
            &["layout names the crate hayro"],
        );
        check(crates, "src/store/mod.rs", "use rusqlite::Connection;", &[]);
        check(crates, "src/cli/mod.rs", "let egui = 1; // egui::Ui", &[]);
        check(crates, "src/cli/mod.rs", "let c = '\"'; let d = \"egui::Ui\";", &[]);
        check(crates, "src/cli/mod.rs", "use self::egui::Ui;", &[]);
    }

    #[test]
    fn a_clock_in_a_pure_room_is_found() {
        check(purity, "src/plan/item.rs", "jiff::Zoned::now()", &["plan is pure and names Zoned"]);
        check(purity, "src/layout/mod.rs", "use std::fs;", &["layout is pure and names std::fs"]);
        check(purity, "src/platform/clock.rs", "jiff::Zoned::now()", &[]);
        check(purity, "src/plan/item.rs", "//! Zoned\nfn zoned() {}", &[]);
    }

    #[test]
    fn a_file_of_the_wrong_shape_is_found() {
        let long = format!("//! Something long.\n{}", "\n".repeat(LONGEST));
        check(shape, "src/a.rs", &long, &["601 lines, 600 at most"]);
        check(shape, "src/a.rs", "fn f() {}", &["does not begin with a sentence after //!"]);
        check(shape, "src/a.rs", "//! What this is for.\n", &[]);
    }

    #[test]
    fn what_is_left_for_later_and_a_path_of_one_machine_are_found() {
        let later = format!("a\n// TO{}: more", "DO");
        check(leftovers, "src/a.rs", &later, &[&format!("line 2: TO{}", "DO")]);
        let place = format!("open(\"/ho{}/lan/a\")", "me");
        let found = format!("line 1: a path of one machine, /ho{}/", "me");
        check(leftovers, "src/a.rs", &place, &[&found]);
        check(leftovers, "README.md", &format!("https://example.org/ho{}/a", "me"), &[]);
    }
}
