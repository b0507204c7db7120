//! A file that goes away while it is open: what is typed meanwhile is saved when it is back,
//! without anybody asking.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use caitien::store::{self, Report, StoreError, Writer};

use crate::sample::{beside, dossier, file, is_in_use, open};
use crate::writing::{with_content, with_items};

fn writer(path: &Path) -> (Writer, Receiver<Report>) {
    let (store, _) = open(path).unwrap();
    let (send, received) = channel();
    let writer = Writer::spawn(store, move |report| drop(send.send(report))).unwrap();
    (writer, received)
}

/// While the file is away saving fails, and goes on by itself when it is back.
#[track_caller]
fn check_back(away: impl Fn(&Path), back: impl Fn(&Path)) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("thư mục").join("f.caitien");
    fs::create_dir(path.parent().unwrap()).unwrap();
    drop(store::create(&path, &dossier(), caitien::platform::file_identity).unwrap());
    let (writer, reports) = writer(&path);
    let next = || reports.recv_timeout(Duration::from_mins(1)).unwrap();
    writer.save(1, with_content("một"));
    assert_eq!(next(), Report::Saved { revision: 1 });
    away(&path);
    writer.save(2, with_content("hai"));
    assert_eq!(next(), Report::Failed { revision: 2, error: StoreError::Moved });
    writer.save(3, with_content("ba"));
    assert_eq!(next(), Report::Failed { revision: 3, error: StoreError::Moved });
    back(&path);
    // Nobody asks, and the same failure is not told again meanwhile.
    assert_eq!(next(), Report::Saved { revision: 3 });
    writer.close().unwrap();
    assert_eq!(beside(&path), ["f.caitien"]);
    assert!(store::read(&path).unwrap() == *with_content("ba"));
}

fn other_folder(path: &Path) -> PathBuf {
    path.parent().unwrap().with_file_name("tên khác")
}

#[test]
fn a_folder_that_is_renamed_and_named_back_again() {
    check_back(
        |path| fs::rename(path.parent().unwrap(), other_folder(path)).unwrap(),
        |path| fs::rename(other_folder(path), path.parent().unwrap()).unwrap(),
    );
}

#[test]
fn a_file_that_is_brought_anew_with_what_was_last_saved() {
    let copy = |path: &Path| path.with_extension("copy");
    check_back(
        |path| {
            fs::copy(path, copy(path)).unwrap();
            fs::remove_file(path).unwrap();
        },
        |path| fs::rename(copy(path), path).unwrap(),
    );
}

#[test]
fn a_file_put_in_its_place_is_gone_on_with_where_it_holds_the_same() {
    let (_folder, path) = file();
    let (mut store, _) = open(&path).unwrap();
    let older = fs::read(&path).unwrap();
    store.save(&with_content("một")).unwrap();
    let newer = fs::read(&path).unwrap();
    let replace = |bytes: &[u8]| {
        fs::write(path.with_extension("new"), bytes).unwrap();
        fs::rename(path.with_extension("new"), &path).unwrap();
    };
    // As a cloud's client does.
    replace(&newer);
    store.save(&with_content("hai")).unwrap();
    assert!(is_in_use(&open(&path)));
    // Last week's is left.
    replace(&older);
    assert_eq!(store.save(&with_content("ba")), Err(StoreError::Moved));
    assert_eq!(store.save(&with_content("ba")), Err(StoreError::Moved));
    assert!(fs::read(&path).unwrap() == older);
    drop(store);
    assert!(fs::read(&path).unwrap() == older);
    assert_eq!(beside(&path), ["f.caitien"]);
    assert!(store::read(&path).unwrap() == dossier());
}

#[test]
fn leaving_tries_once_more() {
    let (_folder, path) = file();
    let (writer, reports) = writer(&path);
    fs::rename(&path, path.with_extension("away")).unwrap();
    writer.save(1, with_items(3));
    let first = reports.recv_timeout(Duration::from_mins(1)).unwrap();
    assert_eq!(first, Report::Failed { revision: 1, error: StoreError::Moved });
    fs::rename(path.with_extension("away"), &path).unwrap();
    writer.close().unwrap();
    assert!(store::read(&path).unwrap() == *with_items(3));
}
