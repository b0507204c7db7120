//! Backups: whole or not there, each file's apart, and what is gone can be had back from them.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use caitien::plan::{Dossier, Row};
use caitien::store::{self, BackupPlaces, Backups, StoreError, Why};
use jiff::civil::{DateTime, date};
use jiff::{SignedDuration, ToSpan as _};

use crate::sample::{dossier, file, item, open};
use crate::writing::with_items;

fn now() -> DateTime {
    date(2026, 11, 22).at(10, 15, 0, 0)
}

/// The backups of a file, in a folder for data.
fn of(data: &Path, path: &Path) -> Backups {
    let (store, _) = open(path).unwrap();
    Backups::of(data, store.file_id(), path)
}

fn times(backups: &Backups) -> Vec<DateTime> {
    let sets = backups.sets();
    sets.first().map(|set| set.backups.iter().map(|one| one.when).collect()).unwrap_or_default()
}

#[test]
fn a_backup_holds_what_it_was_made_of_and_its_name_tells_of_it() {
    let (folder, path) = file();
    let backups = of(folder.path(), &path);
    let made = backups.make(&dossier(), now(), Why::First).unwrap();
    let later = backups.make(&with_items(30), now() + 15.minutes(), Why::Going).unwrap();
    assert_eq!(store::read(&made.path).unwrap(), dossier());
    assert_eq!(store::read(&later.path).unwrap(), *with_items(30));
    let sets = backups.sets();
    assert_eq!(sets.len(), 1);
    assert_eq!(sets[0].of, fs::canonicalize(&path).unwrap());
    assert_eq!(sets[0].backups, [later.clone(), made.clone()]);
    assert_eq!((made.plans, later.items - made.items, later.why), (2, 30, Why::Going));
    assert_eq!(later.bytes, fs::metadata(&later.path).unwrap().len());
    // Without its id the file is looked into.
    assert_eq!(store::backups_of(folder.path(), &BackupPlaces::default(), &path), sets);
}

#[test]
fn in_a_chosen_folder_they_are_one_set_with_those_before_and_none_is_lost_when_it_is_away() {
    let (folder, path) = file();
    let own = of(folder.path(), &path);
    own.make(&dossier(), now(), Why::First).unwrap();
    let chosen = folder.path().join("USB");
    store::try_backup_folder(&chosen).unwrap();
    let mut places = BackupPlaces::default();
    places.choose(Some(chosen.clone()));
    let id = open(&path).unwrap().0.file_id();
    let both = Backups::at(folder.path(), &places, id, &path);
    let made = both.make(&with_items(3), now() + 15.minutes(), Why::Going).unwrap();
    assert!(made.path.starts_with(&chosen), "{}", made.path.display());
    assert_eq!(times(&both), [15, 0].map(|minutes| now() + minutes.minutes()));
    assert_eq!(times(&own).len(), 1, "the program's own folder alone");
    assert_eq!(store::backups_of(folder.path(), &places, &path), both.sets());
    assert_eq!(store::backup_folders(folder.path(), &places).len(), 2);
    // Another folder is chosen: what lies in this one is listed still.
    places.choose(None);
    assert_eq!(times(&Backups::at(folder.path(), &places, id, &path)).len(), 2);

    fs::remove_dir_all(&chosen).unwrap();
    fs::write(&chosen, "no folder").unwrap();
    assert!(store::try_backup_folder(&chosen).is_err());
    let made = both.make(&with_items(4), now() + 30.minutes(), Why::Going).unwrap();
    assert!(!made.path.starts_with(&chosen));
    both.thin(now() + 30.minutes());
    assert_eq!(times(&both), [30, 0].map(|minutes| now() + minutes.minutes()));
    both.forget();
    assert!(both.sets().is_empty());
}

#[test]
fn two_of_one_moment_are_two() {
    let (folder, path) = file();
    let backups = of(folder.path(), &path);
    for _ in 0..3 {
        backups.make(&dossier(), now(), Why::Going).unwrap();
    }
    assert_eq!(times(&backups), [2, 1, 0].map(|second| now() + second.seconds()));
}

#[test]
fn each_path_has_a_set_of_its_own_and_is_offered_the_older_ones() {
    let (folder, path) = file();
    let backups = of(folder.path(), &path);
    backups.make(&dossier(), now(), Why::First).unwrap();
    // The same dossier under another path, as the system copies it.
    let copy = folder.path().join("copy.caitien");
    fs::copy(&path, &copy).unwrap();
    let of_copy = of(folder.path(), &copy);
    of_copy.make(&with_items(1), now() + 1.hours(), Why::First).unwrap();
    let paths = |backups: &Backups| {
        let sets = backups.sets();
        sets.into_iter()
            .map(|set| set.of.file_name().unwrap().to_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(paths(&backups), ["f.caitien", "copy.caitien"]);
    assert_eq!(paths(&of_copy), ["copy.caitien", "f.caitien"]);
    // Another file in its place has its own, and is offered those of what was there.
    fs::remove_file(&copy).unwrap();
    drop(store::create(&copy, &dossier(), caitien::platform::file_identity).unwrap());
    let of_other = of(folder.path(), &copy);
    assert_eq!(paths(&of_other), ["copy.caitien"]);
    assert!(of_other.folder() != of_copy.folder());
    // And so is who looks for a file that is gone.
    fs::remove_file(&copy).unwrap();
    let found = store::backups_of(folder.path(), &BackupPlaces::default(), &copy);
    assert_eq!(
        (found.len(), found[0].backups[0].items),
        (1, with_items(1).plans[1].items().count())
    );
}

#[test]
fn what_was_deleted_can_be_had_back_for_sixty_days_and_the_rest_is_thinned() {
    let (folder, path) = file();
    let backups = of(folder.path(), &path);
    let without = dossier();
    let mut with = dossier();
    let plan = Arc::make_mut(&mut with.plans[1]);
    let mut added = Arc::unwrap_or_clone(item("chỉ có một lúc"));
    added.id = with.next_id;
    plan.rows.push(Row::Item(Arc::new(added)));
    with.next_id = with.next_id.next();
    let hours = [(8, &without), (9, &with), (10, &with), (11, &without), (12, &without)];
    for (hour, held) in hours {
        backups.make(held, date(2026, 9, 1).at(hour, 0, 0, 0), Why::Going).unwrap();
    }
    let left_on = |day: DateTime| {
        backups.thin(day);
        times(&backups).iter().map(|when| when.hour()).collect::<Vec<_>>()
    };
    assert_eq!(left_on(date(2026, 9, 2).at(20, 0, 0, 0)), [12, 11, 10, 9, 8]);
    assert_eq!(left_on(date(2026, 9, 3).at(8, 0, 0, 0)), [12, 10]);
    assert_eq!(left_on(date(2026, 10, 31).at(8, 0, 0, 0)), [12, 10]);
    assert_eq!(left_on(date(2026, 11, 2).at(8, 0, 0, 0)), [12]);
}

#[cfg(unix)]
#[test]
fn backups_are_the_users_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, path) = file();
    let data = folder.path().join("data");
    let backups = of(&data, &path);
    let made = backups.make(&dossier(), now(), Why::First).unwrap();
    for (path, rights) in
        [(data.join("sao-luu"), 0o700), (backups.folder(), 0o700), (made.path, 0o600)]
    {
        let found = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(found, rights, "{}", path.display());
    }
}

/// Asks this test program, run once more, to make backups in this folder.
const ASKED: &str = "CAITIEN_TEST_BACK_UP";
/// Once only, and to say why not.
const ONCE: &str = "CAITIEN_TEST_BACK_UP_ONCE";
/// The file it backs up is not looked at.
fn of_nothing(data: &Path) -> Backups {
    Backups::of(data, [7; 16], Path::new("/a/b.caitien"))
}

fn held(round: u32) -> Arc<Dossier> {
    with_items(round % 5 * 100)
}

#[test]
fn a_process_that_makes_backups_until_it_is_killed() {
    let Some(data) = std::env::var_os(ASKED) else { return };
    let backups = of_nothing(Path::new(&data));
    println!("begins");
    if std::env::var_os(ONCE).is_some() {
        println!("made: {:?}", backups.make(&with_items(3_000), now(), Why::Going).map(drop));
        return;
    }
    for round in 0.. {
        let when = now() + SignedDuration::from_mins(15) * i32::try_from(round).unwrap();
        backups.make(&held(round), when, Why::Going).unwrap();
        backups.thin(when);
    }
}

fn backing_up(data: &Path, command: &mut Command) -> std::process::Child {
    command
        .args(["backups::a_process_that_makes_backups_until_it_is_killed", "--exact"])
        .arg("--nocapture")
        .env(ASKED, data)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn whoever_is_killed_in_the_middle_leaves_no_half_backup() {
    for round in 0..6_u64 {
        let folder = tempfile::tempdir().unwrap();
        let mut child =
            backing_up(folder.path(), &mut Command::new(std::env::current_exe().unwrap()));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.by_ref().any(|line| line.unwrap().contains("begins")));
        std::thread::sleep(Duration::from_millis(20 + round * 97));
        child.kill().unwrap();
        child.wait().unwrap();
        let backups = of_nothing(folder.path());
        for set in backups.sets() {
            for backup in set.backups {
                let minutes = now().duration_until(backup.when).as_mins();
                let made_of = held(u32::try_from(minutes / 15).unwrap());
                assert!(
                    store::read(&backup.path).unwrap() == *made_of,
                    "{}",
                    backup.path.display()
                );
            }
        }
        let other = |name: &String| !name.starts_with("2026-") && name != "tep.txt";
        let litter: Vec<String> = names_in(&backups.folder()).into_iter().filter(other).collect();
        assert!(litter.len() <= 1 && litter.iter().all(|name| name.starts_with(".caitien-")));
        // It can go on at once.
        backups.make(&dossier(), now() + 300.days(), Why::First).unwrap();
    }
}

/// A system that gives no more than so many KiB to a file refuses as a full disk does.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_no_half_backup() {
    let folder = tempfile::tempdir().unwrap();
    let program: PathBuf = std::env::current_exe().unwrap();
    let limited = "trap '' XFSZ; ulimit -f 400; exec \"$0\" \"$@\"";
    let mut command = Command::new("sh");
    let child =
        backing_up(folder.path(), command.args(["-c", limited]).arg(program).env(ONCE, "1"));
    let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    assert!(said.contains("made: Err("), "{said}");
    let backups = of_nothing(folder.path());
    assert_eq!(names_in(&backups.folder()), ["tep.txt"]);
    assert!(backups.sets().is_empty());
}

#[test]
fn where_no_folder_can_be_made_there_is_an_error_and_nothing_else() {
    let (folder, path) = file();
    let data = folder.path().join("data");
    fs::write(&data, "in the way").unwrap();
    let made = of(&data, &path).make(&dossier(), now(), Why::First);
    assert!(matches!(made, Err(StoreError::Io(_) | StoreError::Exists)), "{made:?}");
    assert_eq!(fs::read(&data).unwrap(), b"in the way");
}
