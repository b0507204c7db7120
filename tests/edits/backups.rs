//! Backups while a file is edited: when one is made, of what, and what happens where one fails.

use std::path::Path;
use std::sync::Arc;

use caitien::edit::{Edit, Elements, List, PlanEdit};
use caitien::plan::{Dossier, Field, Id, RecordId};
use caitien::session::{Answer, Saving, Session, Ticket};
use caitien::store::{self, StoreError, Why};
use jiff::ToSpan as _;
use jiff::civil::DateTime;

use crate::session::{file, go_to, now, number_in, open, outside, wait};

/// Types a number, which goes into the file; gives what was backed up before, if anything was, and
/// why it was not.
fn typed(
    session: &mut Session,
    number: &str,
    data: &Path,
    when: DateTime,
) -> Option<Result<String, StoreError>> {
    let change = crate::any::set_text(RecordId::Plan, Field::Number, number);
    session.edit(Edit::InPlan { plan: session.plan, change }, None).unwrap();
    session.hand_over();
    let (ticket, job) = session.back_up(data, when, || Ticket(5))?;
    let Answer::BackedUp(made) = job.run() else { panic!("another answer") };
    session.backed_up(ticket, made.clone());
    Some(made.map(|backup| number_in(&backup.path)))
}

/// The numbers in the backups of a file, the newest first.
fn backed_up(session: &Session, data: &Path) -> Vec<String> {
    let sets = session.backups(data).unwrap().sets();
    let first = sets.first().map(|set| set.backups.clone()).unwrap_or_default();
    first.iter().map(|backup| number_in(&backup.path)).collect()
}

#[test]
fn before_the_first_change_and_then_every_quarter_of_an_hour_of_changes() {
    let folder = tempfile::tempdir().unwrap();
    let (path, data) = (file(&folder), folder.path());
    let mut session = open(&path);
    assert!(session.back_up(data, now(), || Ticket(5)).is_none(), "nothing was changed yet");
    let mut type_at = |number: &str, minutes: i64| {
        typed(&mut session, number, data, now() + minutes.minutes()).map(Result::unwrap)
    };
    assert_eq!(type_at("1", 0).as_deref(), Some(""));
    assert_eq!(type_at("2", 1), None);
    assert_eq!(type_at("3", 14), None);
    // After a pause, what was there before the pause.
    assert_eq!(type_at("4", 200).as_deref(), Some("3"));
    assert_eq!(type_at("5", 214), None);
    assert_eq!(type_at("6", 215).as_deref(), Some("5"));
    // A clock that was put back does not stop them.
    assert_eq!(type_at("7", 100).as_deref(), Some("6"));
    assert_eq!(backed_up(&session, data), ["5", "3", "6", ""]);
    let first = session.backups(data).unwrap().sets()[0].backups.pop().unwrap();
    assert_eq!((first.why, first.when, first.plans), (Why::First, now(), 1));
    wait(&mut session, |session| !session.unsaved());
    drop(session);
    assert_eq!(number_in(&path), "7");
}

#[test]
fn a_file_that_was_written_anew_when_it_was_opened_is_backed_up_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let (path, data) = (file(&folder), folder.path());
    outside(&path, "UPDATE plans SET number = '9'");
    let mut session = open(&path);
    let (ticket, job) = session.back_up(data, now(), || Ticket(5)).expect("none is made");
    let Answer::BackedUp(made) = job.run() else { panic!("another answer") };
    session.backed_up(ticket, made);
    // Not once more before the first change.
    assert_eq!(typed(&mut session, "10", data, now() + 1.minutes()), None);
    assert_eq!(backed_up(&session, data), ["9"]);
}

#[test]
fn a_file_of_an_older_format_is_backed_up_as_soon_as_it_is_brought_to_the_newest() {
    let folder = tempfile::tempdir().unwrap();
    let (path, data) = (folder.path().join("a.caitien"), folder.path());
    let older = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/format-1.caitien");
    std::fs::copy(&older, &path).unwrap();
    let held = store::read(&older).unwrap();
    let mut session = open(&path);
    let (ticket, job) = session.back_up(data, now(), || Ticket(5)).expect("none is made");
    let Answer::BackedUp(made) = job.run() else { panic!("another answer") };
    session.backed_up(ticket, made.clone());
    assert!(store::read(&made.unwrap().path).unwrap() == held);
    // The file as it was stands beside it too.
    assert!(folder.path().join("a.truoc-khi-nang-cap.caitien").exists());
    drop(session);
    assert!(open(&path).back_up(data, now(), || Ticket(6)).is_none(), "it is made once");
}

#[test]
fn a_backup_that_fails_stops_no_save_is_told_once_and_is_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    let data = folder.path().join("data");
    std::fs::write(&data, "in the way").unwrap();
    let mut session = open(&path);
    let type_at = |session: &mut Session, number: &str, seconds: i64| {
        typed(session, number, &data, now() + seconds.seconds())
    };
    assert!(type_at(&mut session, "1", 0).unwrap().is_err());
    assert!(session.backup_failed().is_some());
    wait(&mut session, |session| !session.unsaved());
    assert_eq!(session.saving, Saving::Saved(Some(now())));
    assert_eq!(type_at(&mut session, "2", 30), None);
    // The same failure is not told again.
    let change = crate::any::set_text(RecordId::Plan, Field::Number, "3");
    session.edit(Edit::InPlan { plan: session.plan, change }, None).unwrap();
    session.hand_over();
    let (ticket, job) = session.back_up(&data, now() + 60.seconds(), || Ticket(5)).unwrap();
    let Answer::BackedUp(made) = job.run() else { panic!("another answer") };
    assert!(made.is_err());
    assert_eq!(session.backed_up(ticket, made), None);
    // With room again, what was there before the first change is still what is backed up.
    std::fs::remove_file(&data).unwrap();
    assert_eq!(type_at(&mut session, "4", 120), Some(Ok(String::new())));
    assert_eq!(session.backup_failed(), None);
    wait(&mut session, |session| !session.unsaved());
    drop(session);
    assert_eq!(number_in(&path), "4");
}

#[test]
fn one_that_is_under_way_is_waited_for_and_one_that_stops_is_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let (path, data) = (file(&folder), folder.path().join("data"));
    let mut session = open(&path);
    let change = crate::any::set_text(RecordId::Plan, Field::Number, "1");
    session.edit(Edit::InPlan { plan: session.plan, change }, None).unwrap();
    session.hand_over();
    assert!(session.back_up(&data, now(), || Ticket(8)).is_some());
    assert_eq!(typed(&mut session, "2", &data, now() + 1.hours()), None);
    assert!(session.stopped(Ticket(8)));
    assert_eq!(typed(&mut session, "3", &data, now() + 2.hours()), Some(Ok(String::new())));
}

#[test]
fn a_file_made_of_another_has_backups_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let (path, data) = (file(&folder), folder.path().join("data"));
    let mut session = open(&path);
    typed(&mut session, "1", &data, now()).unwrap().unwrap();
    let other = folder.path().join("b.caitien");
    assert_eq!(go_to(&mut session, &other), Ok(true));
    assert_eq!(backed_up(&session, &data), [""; 0]);
    assert_eq!(typed(&mut session, "2", &data, now() + 1.minutes()), Some(Ok("1".to_owned())));
    assert_eq!(backed_up(&session, &data), ["1"]);
    // The sample is no file.
    assert_eq!(Session::sample(Arc::new(Dossier::default())).backups(&data), None);
    drop(session);
    assert_eq!(store::backups_of(&data, &store::BackupPlaces::default(), &path).len(), 1);
}

#[test]
fn what_is_deleted_and_in_no_backup_is_backed_up_before_it_goes() {
    let folder = tempfile::tempdir().unwrap();
    let (path, data) = (file(&folder), folder.path().join("data"));
    let mut session = open(&path);
    typed(&mut session, "1", &data, now()).unwrap().unwrap();
    let mut rows = |change: PlanEdit, minutes: i64| {
        session.edit(Edit::InPlan { plan: session.plan, change }, None).unwrap();
        session.hand_over();
        let (ticket, job) = session.back_up(&data, now() + minutes.minutes(), || Ticket(6))?;
        let Answer::BackedUp(made) = job.run() else { panic!("another answer") };
        session.backed_up(ticket, made.clone());
        Some(store::read(&made.unwrap().path).unwrap().plans[0].rows.len())
    };
    let come = |ids: &[u32], text: &str| {
        let rows = ids.iter().map(|id| crate::any::item(*id, text)).collect();
        PlanEdit::Insert { at: 0, elements: Elements::Rows(rows) }
    };
    let go = |id: u32| PlanEdit::Remove { list: List::Rows, ids: vec![Id(id)] };
    assert_eq!(rows(come(&[10, 11, 12], "Thư viện"), 1), None);
    assert_eq!(rows(go(10), 2), Some(3));
    // What went then is in there as well.
    assert_eq!(rows(go(11), 3), None);
    // A row without words is no loss.
    assert_eq!(rows(come(&[20], " "), 4), None);
    assert_eq!(rows(go(20), 5), None);
}

#[test]
fn where_all_backups_were_taken_away_the_next_change_makes_the_first_one_again() {
    let folder = tempfile::tempdir().unwrap();
    let (path, data) = (file(&folder), folder.path().join("data"));
    let mut session = open(&path);
    typed(&mut session, "1", &data, now()).unwrap().unwrap();
    assert_eq!(typed(&mut session, "2", &data, now() + 1.minutes()), None);
    let Some(job) = session.forget_backups(&data) else { panic!("there is a file") };
    let Answer::Backups(left) = job.run() else { panic!("another answer") };
    assert_eq!(left, []);
    assert_eq!(typed(&mut session, "3", &data, now() + 2.minutes()), Some(Ok("2".to_owned())));
    assert_eq!(backed_up(&session, &data), ["2"]);
}
