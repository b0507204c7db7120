//! Writing: on a full disk, while more is typed, and whatever changed.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

use caitien::plan::{Dossier, Id, Item, Plan, Row};
use caitien::store::{self, Report, StoreError, Writer};

use crate::sample::{beside, dossier, file, item, open};

/// The sample with another text in its item.
pub fn with_content(content: &str) -> Arc<Dossier> {
    let mut dossier = dossier();
    let plan = Arc::make_mut(&mut dossier.plans[1]);
    plan.rows[2] = Row::Item(item(content));
    Arc::new(dossier)
}

/// The sample with this many more items.
pub fn with_items(count: u32) -> Arc<Dossier> {
    let mut dossier = dossier();
    let plan = Arc::make_mut(&mut dossier.plans[1]);
    let more = (100..100 + count).map(|id| {
        Row::Item(Arc::new(Item {
            id: Id(id), content: "nội dung ".repeat(50), ..Item::default()
        }))
    });
    plan.rows.splice(0..0, more);
    dossier.next_id = Id(100 + count);
    Arc::new(dossier)
}

/// Saved one after another, each value is what is read back.
#[track_caller]
fn check_saves(values: &[Arc<Dossier>]) {
    let (_folder, path) = file();
    for value in values {
        let (mut store, _) = open(&path).unwrap();
        store.save(value).unwrap();
        drop(store);
        assert_eq!(beside(&path), ["f.caitien"]);
        // What was kept of each table is what its rows give.
        assert_eq!(
            store::read_telling(&path).unwrap(),
            (Dossier::clone(value), store::Mended::default())
        );
    }
}

#[test]
fn each_saved_value_is_what_is_read_back() {
    let mut without_plans = dossier();
    without_plans.plans.clear();
    without_plans.catalogues.clear();
    without_plans.forms.clear();
    let mut other_order = dossier();
    other_order.plans.reverse();
    other_order.forms.reverse();
    // A number that named an item names a band; rows in another order.
    let mut other_rows = dossier();
    let plan = Arc::make_mut(&mut other_rows.plans[1]);
    plan.rows.reverse();
    plan.rows[0] = Row::Band(Arc::new(caitien::plan::Band { id: Id(13), text: "MỨC 4".into() }));
    plan.problems.clear();
    check_saves(&[
        with_content("một"),
        with_items(300),
        with_content("hai"),
        Arc::new(without_plans),
        Arc::new(other_order),
        Arc::new(dossier()),
        Arc::new(other_rows),
        with_items(2),
    ]);
}

#[test]
fn numbers_may_move_from_one_plan_to_another() {
    let moved = |from: usize, to: usize| {
        let mut dossier = dossier();
        let plan = Arc::make_mut(&mut dossier.plans[1]);
        let taken: Plan = plan.clone();
        (plan.rows, plan.parts, plan.problems) = (vec![], vec![], vec![]);
        plan.working_groups = vec![];
        plan.supervisors = vec![];
        let other = Arc::make_mut(&mut dossier.plans[0]);
        other.rows = taken.rows;
        other.parts = taken.parts;
        other.problems = taken.problems;
        other.working_groups = taken.working_groups;
        other.supervisors = taken.supervisors;
        dossier.plans.swap(from, to);
        Arc::new(dossier)
    };
    check_saves(&[moved(0, 0), Arc::new(dossier()), moved(0, 1), Arc::new(dossier())]);
}

#[test]
fn a_full_disk_is_said_and_the_file_holds_what_it_held() {
    let (_folder, path) = file();
    let (mut store, _) = open(&path).unwrap();
    store.limit_pages(1).unwrap();
    let much = with_items(500);
    assert_eq!(store.save(&much), Err(StoreError::DiskFull));
    store.limit_pages(100_000).unwrap();
    store.save(&much).unwrap();
    drop(store);
    assert_eq!(store::read(&path).unwrap(), *much);
}

#[test]
fn a_full_disk_loses_nothing_that_was_saved_before() {
    let (_folder, path) = file();
    let (mut store, _) = open(&path).unwrap();
    store.limit_pages(1).unwrap();
    assert_eq!(store.save(&with_items(500)), Err(StoreError::DiskFull));
    drop(store);
    assert_eq!(beside(&path), ["f.caitien"]);
    assert_eq!(store::read(&path).unwrap(), dossier());
}

/// A writer on a file, and what it reports.
fn writer(path: &Path, pages: Option<u32>) -> (Writer, std::sync::mpsc::Receiver<Report>) {
    let (store, _) = open(path).unwrap();
    if let Some(pages) = pages {
        store.limit_pages(pages).unwrap();
    }
    let (send, received) = channel();
    let writer = Writer::spawn(store, move |report| drop(send.send(report))).unwrap();
    (writer, received)
}

#[test]
fn the_writer_answers_with_the_newest_revision_and_closing_waits() {
    let (_folder, path) = file();
    let (writer, reports) = writer(&path, None);
    for revision in 1..=50 {
        writer.save(revision, with_content(&format!("lần {revision}")));
    }
    writer.close().unwrap();
    let revisions: Vec<u64> = reports
        .iter()
        .map(|report| match report {
            Report::Saved { revision } => revision,
            other => panic!("not saved: {other:?}"),
        })
        .collect();
    assert_eq!(revisions.last(), Some(&50));
    assert!(revisions.is_sorted_by(|a, b| a < b), "{revisions:?}");
    assert_eq!(store::read(&path).unwrap(), *with_content("lần 50"));
}

#[test]
fn a_writer_that_is_dropped_has_written_all() {
    let (_folder, path) = file();
    let (writer, _reports) = writer(&path, None);
    writer.save(1, with_content("cuối"));
    drop(writer);
    assert_eq!(store::read(&path).unwrap(), *with_content("cuối"));
}

#[test]
fn what_failed_is_tried_again_and_never_given_up() {
    let (_folder, path) = file();
    let (writer, reports) = writer(&path, Some(1));
    let wait = || reports.recv_timeout(Duration::from_mins(1)).unwrap();
    let failed = |revision| Report::Failed { revision, error: StoreError::DiskFull };
    writer.save(1, with_items(500));
    assert_eq!(wait(), failed(1));
    writer.retry();
    assert_eq!(wait(), failed(1));
    // A value that has room goes, although the one before had none.
    writer.save(2, with_content("nhỏ"));
    assert_eq!(wait(), Report::Saved { revision: 2 });
    writer.save(3, with_items(500));
    assert_eq!(wait(), failed(3));
    assert_eq!(writer.close(), Err(StoreError::DiskFull));
    assert_eq!(store::read(&path).unwrap(), *with_content("nhỏ"));
}

#[test]
fn a_copy_holds_what_was_handed_over_before_it() {
    let (folder, path) = file();
    let (writer, reports) = writer(&path, None);
    let copy = folder.path().join("copy.caitien");
    writer.save(1, with_content("một"));
    writer.copy_to(&copy);
    writer.copy_to(&path);
    writer.close().unwrap();
    let reports: Vec<Report> = reports.iter().collect();
    assert!(reports.contains(&Report::Copied { path: copy.clone() }), "{reports:?}");
    let refused = Report::CopyFailed { path, error: StoreError::SameFile };
    assert!(reports.contains(&refused), "{reports:?}");
    assert_eq!(store::read(&copy).unwrap(), *with_content("một"));
}

#[test]
fn a_copy_keeps_what_the_file_does_not_take() {
    let (folder, path) = file();
    let (writer, reports) = writer(&path, Some(1));
    let copy = folder.path().join("copy.caitien");
    writer.save(1, with_items(500));
    writer.copy_to(&copy);
    assert_eq!(writer.close(), Err(StoreError::DiskFull));
    let reports: Vec<Report> = reports.iter().collect();
    assert!(reports.contains(&Report::Copied { path: copy.clone() }), "{reports:?}");
    assert_eq!(store::read(&copy).unwrap(), *with_items(500));
    assert_eq!(store::read(&path).unwrap(), dossier());
}
