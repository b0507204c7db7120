//! One open file without a window: opened, edited, saved, on a full disk, moved, copied.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use caitien::edit::Edit;
use caitien::plan::{Dossier, Field, Plan, RecordId, SchoolYear};
use caitien::platform::file_identity;
use caitien::session::{
    Answer, Done, Due, Job, NewPlace, Opened, Saving, Session, Ticket, Told, Wake, WhyCopy,
};
use caitien::store::{self, StoreError};
use jiff::civil::{DateTime, date};

pub fn now() -> DateTime {
    date(2026, 11, 22).at(10, 32, 0, 0)
}

fn nobody() -> Wake {
    Arc::new(|| {})
}

fn dossier() -> Arc<Dossier> {
    let year = SchoolYear::starting(2026).unwrap();
    let plan = Plan { id: caitien::plan::Id(1), ..Plan::empty(year) };
    let plans = vec![Arc::new(plan)];
    Arc::new(Dossier { next_id: caitien::plan::Id(2), plans, ..Dossier::default() })
}

pub fn file(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("a.caitien");
    drop(store::create(&path, &dossier(), file_identity).unwrap());
    path
}

#[track_caller]
pub fn open(path: &Path) -> Session {
    let job = Job::Open { path: path.to_owned(), open_now: None, wake: nobody() };
    match job.run() {
        Answer::Opened { opened: Ok(Opened::File(session)), .. } => *session,
        _ => panic!("{} does not open", path.display()),
    }
}

fn number(session: &mut Session, number: &str) {
    let change = crate::any::set_text(RecordId::Plan, Field::Number, number);
    session.edit(Edit::InPlan { plan: session.plan, change }, None).unwrap();
}

#[track_caller]
pub fn wait(session: &mut Session, holds: impl Fn(&Session) -> bool) -> Vec<Done> {
    let begin = Instant::now();
    let mut copies = Vec::new();
    while begin.elapsed() < Duration::from_secs(20) {
        copies.extend(session.poll(now()));
        if holds(session) {
            return copies;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    panic!("it never comes: {:?}", session.saving);
}

#[track_caller]
pub fn number_in(path: &Path) -> String {
    store::read(path).unwrap().newest_plan().unwrap().number.clone()
}

/// What a move to a file brings, as the window would take it.
pub fn go_to(session: &mut Session, path: &Path) -> Result<bool, StoreError> {
    let job = session.move_to(Ticket(7), NewPlace::At(path.to_owned()));
    assert!(session.unsaved(), "it is not in the new file yet");
    let Answer::Begun { begun, .. } = job.run() else { panic!("another answer") };
    session.moved(Ticket(7), begun, &nobody(), now())
}

#[test]
fn what_is_edited_is_saved_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    let mut session = open(&path);
    assert!(!session.unsaved());
    number(&mut session, "5");
    assert!(session.unsaved());
    session.hand_over();
    assert_eq!(session.saving, Saving::UnderWay);
    wait(&mut session, |session| session.saving == Saving::Saved(Some(now())));
    assert!(!session.unsaved());
    drop(session);
    assert_eq!(number_in(&path), "5");
}

#[test]
fn a_full_disk_is_told_by_its_kind_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    let (store, dossier) = store::open(&path, file_identity).unwrap();
    store.limit_pages(1).unwrap();
    let mut session = Session::with(store, dossier, &nobody()).unwrap();
    let long = "một số rất dài ".repeat(20_000);
    number(&mut session, &long);
    session.hand_over();
    wait(&mut session, |session| session.saving == Saving::Failed(StoreError::DiskFull));
    assert!(session.unsaved());
    session.retry();
    assert_eq!(session.saving, Saving::UnderWay);
    wait(&mut session, |session| session.saving == Saving::Failed(StoreError::DiskFull));
    // Work goes on in another file, the undo steps with it.
    let other = folder.path().join("b.caitien");
    assert_eq!(go_to(&mut session, &other), Ok(true));
    assert_eq!(session.path.as_deref(), Some(&*other));
    assert!(!session.unsaved());
    assert!(session.history.undo());
    session.hand_over();
    wait(&mut session, |session| !session.unsaved());
    drop(session);
    assert_eq!(number_in(&other), "");
}

#[test]
fn what_is_typed_while_a_file_is_made_goes_into_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::sample(dossier());
    assert!(!session.wants_file());
    number(&mut session, "1");
    assert!(session.wants_file());
    let path = folder.path().join("mau.caitien");
    let place = NewPlace::Free(folder.path().to_owned(), "mau".to_owned());
    let job = session.move_to(Ticket(1), place);
    assert!(!session.wants_file(), "one file is enough");
    number(&mut session, "2");
    session.hand_over();
    let Answer::Begun { begun, .. } = job.run() else { panic!("another answer") };
    assert_eq!(session.moved(Ticket(1), begun, &nobody(), now()), Ok(true));
    wait(&mut session, |session| !session.unsaved());
    drop(session);
    assert_eq!(number_in(&path), "2");
}

#[test]
fn a_sample_without_a_file_is_never_called_saved_and_can_be_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::sample(dossier());
    number(&mut session, "1");
    let taken = file(&folder);
    assert_eq!(go_to(&mut session, &taken), Err(StoreError::Exists));
    assert_eq!(session.saving, Saving::Failed(StoreError::Exists));
    assert!(session.unsaved() && !session.wants_file());
    session.retry();
    assert!(session.wants_file());
    assert_eq!(number_in(&taken), "", "the file that was there is as it was");
}

#[test]
fn a_move_that_fails_leaves_all_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    let mut session = open(&path);
    assert_eq!(go_to(&mut session, &path), Err(StoreError::Exists));
    assert_eq!(session.saving, Saving::Saved(None));
    number(&mut session, "3");
    session.hand_over();
    wait(&mut session, |session| !session.unsaved());
    drop(session);
    assert_eq!(number_in(&path), "3");
}

#[test]
fn an_answer_for_another_ticket_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::sample(dossier());
    number(&mut session, "1");
    let place = NewPlace::At(folder.path().join("b.caitien"));
    let Answer::Begun { begun, .. } = session.move_to(Ticket(1), place).run() else {
        panic!("another answer")
    };
    assert_eq!(session.moved(Ticket(2), begun, &nobody(), now()), Ok(false));
    assert!(session.path.is_none() && session.unsaved());
}

#[test]
fn a_copy_holds_the_newest_value_and_work_stays_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    let mut session = open(&path);
    number(&mut session, "8");
    session.hand_over();
    let copy = folder.path().join("copy.caitien");
    session.copy_to(&copy);
    session.copy_to(&path);
    let begin = Instant::now();
    let mut copies = Vec::new();
    while copies.len() < 2 && begin.elapsed() < Duration::from_secs(20) {
        copies.extend(session.poll(now()));
    }
    let same = Done::NotCopied(path.clone(), StoreError::SameFile);
    assert_eq!(copies, [Done::Copied(copy.clone()), same]);
    assert_eq!(session.path.as_deref(), Some(&*path));
    assert_eq!(number_in(&copy), "8");
}

#[test]
fn the_file_that_is_open_is_not_opened_twice_and_keeps_its_lock() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    let session = open(&path);
    let job = Job::Open {
        path: folder.path().join(".").join("a.caitien"),
        open_now: session.path.clone(),
        wake: nobody(),
    };
    let Answer::Opened { opened, .. } = job.run() else { panic!("another answer") };
    assert!(matches!(opened, Ok(Opened::SameAsBefore)));
    let job = Job::Open { path: path.clone(), open_now: None, wake: nobody() };
    let Answer::Opened { opened, .. } = job.run() else { panic!("another answer") };
    assert!(matches!(opened, Err(StoreError::OpenElsewhere(_))));
    assert!(matches!(store::read(&path), Err(StoreError::OpenElsewhere(_))));
}

#[test]
fn saving_by_hand_says_when() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(&file(&folder));
    session.save(now());
    assert_eq!(session.saving, Saving::Saved(Some(now())));
    number(&mut session, "1");
    session.save(now());
    assert_eq!(session.saving, Saving::UnderWay);
}

#[test]
fn a_read_only_file_shows_and_its_words_go_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let mut session = open(&path);
    assert_eq!(session.saving, Saving::ReadOnly);
    number(&mut session, "4");
    session.hand_over();
    wait(&mut session, |session| session.saving == Saving::Failed(StoreError::ReadOnly));
    let other = folder.path().join("b.caitien");
    assert_eq!(go_to(&mut session, &other), Ok(true));
    drop(session);
    assert_eq!(number_in(&other), "4");
    // The file that was left is given back by a thread of its own.
    let begin = Instant::now();
    while matches!(store::read(&path), Err(StoreError::OpenElsewhere(_))) {
        assert!(begin.elapsed() < Duration::from_secs(20), "it is never given back");
    }
    assert_eq!(number_in(&path), "");
}

/// What `sqlite3` and its kin do to a file.
pub fn outside(path: &Path, sql: &str) {
    rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn of_a_damaged_file_what_can_be_read_goes_on_in_a_file_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    outside(&path, "PRAGMA foreign_keys = OFF; DELETE FROM school");
    let before = std::fs::read(&path).unwrap();
    let mut session = open(&path);
    assert_eq!((session.saving.clone(), &session.path), (Saving::Copy(WhyCopy::Damaged), &None));
    assert_eq!(session.copy_of, Some((path.clone(), WhyCopy::Damaged)));
    assert_eq!(session.dossier().plans, dossier().plans);
    let Some(Told::Salvaged(found)) = session.told.pop() else { panic!("nothing is said") };
    assert!(found.faults.iter().any(|fault| fault.table == "school"));
    // Nothing is a file until something is typed.
    assert!(!session.wants_file() && !session.unsaved());
    number(&mut session, "07");
    assert!(session.wants_file());
    let place = NewPlace::Free(folder.path().to_owned(), "a (cứu được)".to_owned());
    let Answer::Begun { begun, path: new } = session.move_to(Ticket(1), place).run() else {
        panic!("another answer")
    };
    session.moved(Ticket(1), begun, &nobody(), now()).unwrap();
    let holds = |session: &Session| !session.unsaved();
    wait(&mut session, holds);
    drop(session);
    assert_eq!(new, folder.path().join("a (cứu được).caitien"));
    assert_eq!(store::read(&new).unwrap().plans[0].number, "07");
    assert_eq!(std::fs::read(&path).unwrap(), before, "the damaged file was changed");
}

#[test]
fn a_file_edited_by_another_tool_says_so_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    outside(&path, "UPDATE plans SET label = 'sửa ngoài'");
    let mut session = open(&path);
    let Some(Told::Mended(mended)) = session.told.pop() else { panic!("nothing is said") };
    assert_eq!(mended.rows.len(), 1);
    assert_eq!(session.plan().unwrap().label, "sửa ngoài");
    drop(session);
    assert!(open(&path).told.is_empty());
}

#[test]
fn a_copy_with_other_words_beside_the_file_is_said_when_it_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    let copy = folder.path().join("a-MAY-HT.caitien");
    std::fs::copy(&path, &copy).unwrap();
    assert!(open(&path).told.is_empty(), "it holds the same words");
    outside(&copy, "UPDATE dossier SET totals = json_remove(totals, '$.plans')");
    assert_eq!(open(&path).told, [Told::Copies(vec![copy])]);
}

#[test]
fn a_plan_is_looked_through_once_the_writing_rests() {
    let mut session = Session::sample(dossier());
    let look =
        |session: &mut Session, at: f64| session.survey(now().date(), (at, 0.2), || Ticket(1));
    assert!(matches!(look(&mut session, 5.0), Due::In(left) if (left - 0.2).abs() < 1e-9));
    assert!(matches!(look(&mut session, 5.1), Due::In(left) if (left - 0.1).abs() < 1e-9));
    // Another change: the rest begins anew.
    number(&mut session, "7");
    assert!(matches!(look(&mut session, 5.19), Due::In(left) if left > 0.1));
    let Due::Begun(ticket, job) = look(&mut session, 5.4) else { panic!("it is not begun") };
    assert!(matches!(look(&mut session, 9.0), Due::Nothing), "one at a time");
    let Answer::Surveyed(survey) = job.run() else { panic!("another answer") };
    session.surveys.take(ticket, survey);
    assert!(session.surveys.of_plan(session.plan).is_some());
    assert!(matches!(look(&mut session, 9.0), Due::Nothing), "nothing changed since");
}
