//! Somebody writes into the file itself while it is open: nothing is written over it, nothing is
//! called saved, and both are kept.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use caitien::plan::Dossier;
use caitien::platform::file_identity;
use caitien::store::{self, StoreError};

use crate::sample::{beside, dossier, file, open};
use crate::writing::{with_content, with_items};

const PAGE: usize = 4096;

/// After this is done to an open file nothing is written into it any more, and what is in memory
/// can be kept elsewhere.
#[track_caller]
fn check_left(what: &str, begin: &Dossier, act: impl Fn(&Path, &[u8])) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.caitien");
    drop(store::create(&path, begin, file_identity).unwrap());
    let older = fs::read(&path).unwrap();
    let (mut store, _) = open(&path).unwrap();
    for number in 1..=3 {
        store.save(&with_content(&format!("lần {number}"))).unwrap();
    }
    act(&path, &older);
    let theirs = fs::read(&path).unwrap();
    let ours = with_content("chưa lưu");
    for _ in 0..2 {
        assert_eq!(store.save(&ours), Err(StoreError::Overwritten), "{what}");
    }
    // Nor is what was saved before it said to be there.
    assert_eq!(store.save(&store.on_disk().clone()), Err(StoreError::Overwritten), "{what}");
    let copy = folder.path().join("của mình.caitien");
    store.copy_of(&ours, &copy).unwrap();
    let last = folder.path().join("lần cuối.caitien");
    store.save_copy(&last).unwrap();
    drop(store);
    assert!(fs::read(&path).unwrap() == theirs, "{what}: it was written into");
    assert!(store::read(&copy).unwrap() == *ours, "{what}");
    assert!(store::read(&last).unwrap() == *with_content("lần 3"), "{what}");
    assert_eq!(beside(&path).len(), 3, "{what}: {:?}", beside(&path));
}

#[test]
fn what_another_wrote_into_the_file_is_left_to_them() {
    check_left("last week's file", &dossier(), |path, older| fs::write(path, older).unwrap());
    check_left("last week's larger file", &with_items(90), |path, older| {
        fs::write(path, older).unwrap();
    });
    check_left("another school's", &dossier(), |path, _| {
        let folder = tempfile::tempdir().unwrap();
        let other = folder.path().join("o.caitien");
        drop(store::create(&other, &with_items(3), file_identity).unwrap());
        fs::write(path, fs::read(other).unwrap()).unwrap();
    });
    check_left("a text", &dossier(), |path, _| fs::write(path, "hello").unwrap());
    check_left("nothing", &dossier(), |path, _| fs::write(path, "").unwrap());
    check_left("its half", &dossier(), |path, _| {
        let whole = fs::read(path).unwrap();
        fs::write(path, &whole[..whole.len() / 2]).unwrap();
    });
    // As `rsync --inplace` does: only the pages that differ.
    check_left("last week's pages", &dossier(), |path, older| {
        use std::io::{Seek as _, SeekFrom, Write as _};
        let now = fs::read(path).unwrap();
        let mut file = File::options().write(true).open(path).unwrap();
        for (at, page) in older.chunks(PAGE).enumerate() {
            if now.get(at * PAGE..(at + 1) * PAGE) != Some(page) {
                file.seek(SeekFrom::Start((at * PAGE) as u64)).unwrap();
                file.write_all(page).unwrap();
            }
        }
    });
}

#[test]
fn another_time_of_writing_never_stops_a_save() {
    let (_folder, path) = file();
    let (mut store, _) = open(&path).unwrap();
    let mut number = 0;
    let mut save = |what: &str| {
        number += 1;
        assert_eq!(store.save(&with_content(&format!("lần {number}"))), Ok(()), "{what}");
    };
    save("at first");
    let set = |time: SystemTime| {
        File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    };
    let written = fs::metadata(&path).unwrap().modified().unwrap();
    for (what, time) in [
        ("touched", SystemTime::now()),
        ("two seconds back", written - Duration::from_secs(2)),
        ("an hour ahead", SystemTime::now() + Duration::from_hours(1)),
        ("1970", SystemTime::UNIX_EPOCH),
    ] {
        set(time);
        save(what);
    }
    // The same bytes again, as a cloud's client may write them.
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes).unwrap();
    save("the same bytes");
    drop(store);
    assert!(store::read(&path).unwrap() == *with_content("lần 6"));
}

#[test]
fn where_the_file_is_put_back_saving_goes_on() {
    let (_folder, path) = file();
    let (mut store, _) = open(&path).unwrap();
    store.save(&with_content("một")).unwrap();
    let ours = fs::read(&path).unwrap();
    fs::write(&path, "another").unwrap();
    assert_eq!(store.save(&with_content("hai")), Err(StoreError::Overwritten));
    fs::write(&path, &ours).unwrap();
    store.save(&with_content("hai")).unwrap();
    drop(store);
    assert!(store::read(&path).unwrap() == *with_content("hai"));
}

#[test]
fn copies_that_a_cloud_or_a_messenger_put_beside_the_file_are_named() {
    let (folder, path) = file();
    let place = |name: &str| folder.path().join(name);
    let (mut store, _) = open(&path).unwrap();
    let older = fs::read(&path).unwrap();
    store.save(&with_content("một")).unwrap();
    let same = fs::read(&path).unwrap();
    drop(store);
    let other = place("khác.caitien");
    drop(store::create(&other, &dossier(), file_identity).unwrap());
    let other = fs::read(other).unwrap();
    let own_time = fs::metadata(&path).unwrap().modified().unwrap();
    let put = |name: &str, bytes: &[u8], seconds: i64| {
        fs::write(place(name), bytes).unwrap();
        let by = Duration::from_secs(seconds.unsigned_abs());
        let time = if seconds < 0 { own_time - by } else { own_time + by };
        File::options().write(true).open(place(name)).unwrap().set_modified(time).unwrap();
    };
    put("f-DESKTOP-7Q2K1BA.caitien", &older, -60);
    put("f (Lan's conflicted copy 2026-11-22).caitien", &older, 60);
    put("f (1).caitien", &older, 60);
    // Older than the file: a copy that was made by hand.
    put("f (2).caitien", &older, -60);
    // No other words, another dossier, another name, no dossier.
    put("f-MAY-HT.caitien", &same, 60);
    put("f (3).caitien", &other, 60);
    put("g-MAY-HT.caitien", &older, 60);
    put("f (4).caitien", b"text", 60);
    let (store, _) = open(&path).unwrap();
    let found = store.conflict_copies();
    let wanted: Vec<_> = [
        "f (1).caitien",
        "f (Lan's conflicted copy 2026-11-22).caitien",
        "f-DESKTOP-7Q2K1BA.caitien",
    ]
    .map(place)
    .into();
    assert_eq!(found, wanted);
    let words = caitien::messages::conflict_copies(&found, &path);
    assert!(words.contains("DESKTOP-7Q2K1BA") && words.contains("f (1)"), "{words}");
    drop(store);
    assert_eq!(Arc::new(store::read(&path).unwrap()), with_content("một"));
}

#[test]
fn another_name_of_the_file_itself_is_no_copy_and_costs_no_lock() {
    let (folder, path) = file();
    fs::hard_link(&path, folder.path().join("f-MAY-HT.caitien")).unwrap();
    let (store, _) = open(&path).unwrap();
    assert!(store.conflict_copies().is_empty());
    let told = crate::sessions::told_elsewhere(&path);
    assert!(told.contains("opened: in use"), "{told}");
}
