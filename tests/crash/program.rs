//! The program itself: two at once on one file, and one that is killed while it writes.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use caitien::plan::{Dossier, Id, Item, Plan, Row};
use caitien::store;

use crate::knowing::Dice;
use crate::sample::{beside, how_many, year};

/// The plan that is brought in each time, in a file of its own.
fn incoming(folder: &Path) -> Plan {
    let rows = (3..40).map(|id| {
        let content = format!("Việc thứ {id}: rà soát, bổ sung hồ sơ");
        Row::Item(std::sync::Arc::new(Item { id: Id(id), content, ..Item::default() }))
    });
    let plan = Plan { id: Id(1), rows: rows.collect(), ..Plan::empty(year()) };
    let dossier =
        Dossier { next_id: Id(50), plans: vec![plan.clone().into()], ..Dossier::default() };
    let path = folder.join("in.caitien");
    drop(store::create(&path, &dossier, caitien::platform::file_identity).unwrap());
    let exported = program(folder, &["export", "in.caitien", "--to", "in.json"]).wait().unwrap();
    assert!(exported.success());
    std::fs::remove_file(path).unwrap();
    plan
}

fn program(folder: &Path, words: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_caitien"))
        .args(words)
        .current_dir(folder)
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("LOCALAPPDATA", folder.join("data"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn import(folder: &Path) -> Child {
    program(folder, &["import", "in.json", "--into", "f.caitien"])
}

/// How many plans a file holds, each of which must be the one that was brought in, whole.
#[track_caller]
fn plans_in(path: &Path, incoming: &Plan) -> usize {
    let (found, told) = store::read_telling(path).unwrap();
    assert_eq!(told, store::Mended::default());
    for plan in &found.plans {
        let items = |plan: &Plan| plan.items().map(|item| item.content.clone()).collect::<Vec<_>>();
        assert_eq!(items(plan), items(incoming));
    }
    found.plans.len()
}

fn empty_file(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("f.caitien");
    drop(store::create(&path, &Dossier::default(), caitien::platform::file_identity).unwrap());
    path
}

#[test]
fn two_programs_that_hammer_one_file_never_hurt_it() {
    let folder = tempfile::tempdir().unwrap();
    let incoming = incoming(folder.path());
    let mut path = empty_file(folder.path());
    let (mut done, mut refused, mut before) = (0, 0, 0);
    for round in 0..how_many(50, 600) / 2 {
        // No longer than it takes to read.
        if round % 25 == 0 {
            assert_eq!(plans_in(&path, &incoming), done - before);
            std::fs::remove_file(&path).unwrap();
            (path, before) = (empty_file(folder.path()), done);
        }
        for mut child in [import(folder.path()), import(folder.path())] {
            match child.wait().unwrap().code() {
                Some(0) => done += 1,
                Some(2) => refused += 1,
                other => panic!("{other:?}"),
            }
        }
    }
    println!("{done} times written, {refused} times refused");
    assert_eq!(plans_in(&path, &incoming), done - before);
    assert!(done >= how_many(50, 600) / 2);
    assert!(!beside(&path).iter().any(|name| name.contains("f.caitien") && name != "f.caitien"));
}

#[test]
fn a_program_killed_while_it_writes_leaves_all_of_it_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let incoming = incoming(folder.path());
    let mut path = empty_file(folder.path());
    let begin = Instant::now();
    assert!(import(folder.path()).wait().unwrap().success());
    let longest = usize::try_from(begin.elapsed().as_micros()).unwrap();
    let (mut held, mut killed) = (1, 0);
    let mut dice = Dice(7);
    for round in 0..how_many(20, 500) {
        let mut child = import(folder.path());
        std::thread::sleep(Duration::from_micros(dice.roll(longest) as u64));
        child.kill().unwrap();
        let ended = child.wait().unwrap().success();
        killed += usize::from(!ended);
        let now = plans_in(&path, &incoming);
        assert!(now == held + 1 || now == held && !ended, "round {round}: {held}, then {now}");
        let left = beside(&path);
        let own = |name: &String| name.contains("f.caitien") && name != "f.caitien";
        assert!(!left.iter().any(own), "round {round}: {left:?}");
        held = now;
        // No longer than it takes to read: each holds all that came before.
        if held > 30 {
            std::fs::remove_file(&path).unwrap();
            (path, held) = (empty_file(folder.path()), 0);
        }
    }
    println!("{killed} killed in the middle");
    assert!(killed > how_many(20, 500) / 4);
}
