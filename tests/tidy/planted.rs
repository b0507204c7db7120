//! The faults are planted here, so that each rule has been seen to fail.

use super::rules::{
    LONGEST, crates, imports, inner_rooms, leftovers, official, purity, reach, shape, words,
};
use super::{circles, house::House};

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
    check(imports, "src/plan/form/mod.rs", "use super::super::store;", found);
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
    check(imports, "src/plan/form/mod.rs", "use super::store;", &[]);
    check(imports, "src/plan/item.rs", "// crate::store\n/* crate::store */", &[]);
    check(imports, "src/plan/item.rs", "let a = \"crate::store\";", &[]);
    check(imports, "src/plan/item.rs", "let a = r#\"crate::\"store\"#;", &[]);
    check(imports, "src/ui/app.rs", "use crate::messages::{step, store::error};", &[]);
}

#[test]
fn a_grid_that_knows_a_plan_is_found() {
    let found = |name: &str| [format!("ui/grid may not name {name}")];
    for (path, text, name) in [
        ("src/ui/grid/fit.rs", "use crate::plan::Field;", "plan"),
        ("src/ui/grid/steps.rs", "fn f() { crate::edit::apply() }", "edit"),
        ("src/ui/grid/paint/mod.rs", "use crate::{words, messages::table};", "messages"),
        ("src/ui/grid/mod.rs", "use crate::check::Finding;", "check"),
        ("src/ui/grid/focus.rs", "use crate::ui::view::ViewCx;", "view"),
        ("src/ui/grid/focus.rs", "use crate::ui::{fields::Fields, views::Views};", "views"),
        ("src/ui/grid/focus.rs", "use super::super::views::Views;", "views"),
        ("src/ui/grid/paint/cells.rs", "use super::super::super::view::ViewCx;", "view"),
    ] {
        check(inner_rooms, path, text, &found(name).each_ref().map(String::as_str));
    }
    let text = "use crate::words; use crate::ui::{fields::Fields, theme::size}; use super::keys;";
    check(inner_rooms, "src/ui/grid/fit.rs", text, &[]);
    check(inner_rooms, "src/ui/grid/paint/cells.rs", "use super::super::keys::Mode;", &[]);
    check(inner_rooms, "src/ui/views/table/sheet.rs", "use crate::plan::Field;", &[]);
}

#[test]
fn a_crate_in_the_wrong_room_is_found() {
    check(crates, "src/ui/app.rs", "use rusqlite::Connection;", &["ui names the crate rusqlite"]);
    check(crates, "src/cli/mod.rs", "use egui as e;", &["cli names the crate egui"]);
    check(crates, "src/main.rs", "eframe::run_native()", &["main names the crate eframe"]);
    check(crates, "src/layout/mod.rs", "extern crate hayro;", &["layout names the crate hayro"]);
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

#[test]
fn words_for_a_person_in_a_silent_room_are_found() {
    check(words, "src/ui/app.rs", "let a = \"Mở tệp…\";", &["speaks: \"Mở tệp…\""]);
    check(words, "src/store/mod.rs", "f(r#\"hỏng\"#)", &["speaks: r#\"hỏng\"#"]);
    let found = &["speaks: \"Nội dung\""];
    check(words, "src/layout/timeline.rs", "put(\"Nội dung\")", found);
    check(words, "src/messages/window.rs", "let a = \"Mở tệp…\";", &[]);
    check(words, "src/ui/app.rs", "// \"Mở tệp\"\nlet a = \"open…\"; let c = '\"';", &[]);
    check(words, "src/ui/app.rs", "let a = 1;\n#[cfg(test)]\nmod tests { \"Mở\" }", &[]);
}

#[test]
fn a_fixed_word_of_paper_outside_the_blocks_is_found() {
    let found = &["layout names words::official"];
    check(official, "src/layout/flow.rs", "use crate::words::{self, official};", found);
    check(official, "src/layout/flow.rs", "f(crate::words::official::DRAFT)", found);
    check(official, "src/layout/flow.rs", "// words::official\nlet official_words = 1;", &[]);
    check(official, "src/document/signatures.rs", "use crate::words::official;", &[]);
}

#[test]
fn a_window_that_acts_by_itself_is_found() {
    check(reach, "src/ui/app.rs", "use std::fs;", &["ui reaches std::fs by itself"]);
    check(reach, "src/ui/a.rs", "store::open(p)", &["ui reaches store::open by itself"]);
    check(reach, "src/ui/outside_native.rs", "use std::fs;", &[]);
    check(reach, "src/session/mod.rs", "use crate::store::Store;", &[]);
}

#[test]
fn files_that_lean_on_each_other_are_found() {
    let files = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    };
    let circle = files(&[
        ("src/plan/mod.rs", "mod a; mod b;"),
        ("src/plan/a.rs", "use super::b::B;"),
        ("src/plan/b.rs", "use crate::plan::a::A;"),
    ]);
    assert_eq!(circles(&circle), ["src/plan/a.rs -> src/plan/b.rs -> src/plan/a.rs"]);
    let line = files(&[
        ("src/plan/mod.rs", "mod a; mod b;"),
        ("src/plan/a.rs", "use super::b::B;"),
        ("src/plan/b.rs", "use super::Id; struct B { pub(super) a: Id }"),
    ]);
    assert!(circles(&line).is_empty());
}

#[test]
fn the_page_is_read_as_it_is_written() {
    let page = "| room | what | may import |\n|---|---|---|\n| `a` | x | – |\n| `b` | y | `a` |\n\
                | `c` | z | all but `b` |\n\nNamed in one place only: `rus-t` in `a`;\n`d` and its \
                kin, `e` in `b` and `c`. `f` in `a`.\n";
    let house = House::read(page);
    let may = |room: &str| house.may_import(room).unwrap().iter().cloned().collect::<Vec<_>>();
    assert_eq!(may("a"), Vec::<String>::new());
    assert_eq!(may("b"), ["a"]);
    assert_eq!(may("c"), ["a", "c"]);
    assert!(house.may_import("d").is_none());
    let named: Vec<_> = house.only_in.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(named, ["rus_t", "d", "e"]);
}
