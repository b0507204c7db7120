//! Names as schools give them: marks, signs, blanks, and as long as a file system takes.

use std::fs;
use std::sync::Arc;

use caitien::messages::store_error;
use caitien::platform::file_identity;
use caitien::store::{self, StoreError};

use crate::sample::{beside, dossier, open};

/// A file of this name can be made, opened, written, copied and read, and nothing stays beside.
#[track_caller]
fn check(name: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    let mut wanted = dossier();
    drop(store::create(&path, &wanted, file_identity).expect(name));
    let (mut store, _) = open(&path).expect(name);
    Arc::make_mut(&mut wanted.plans[0]).number = "12".into();
    store.save(&Arc::new(wanted.clone())).expect(name);
    let copy = folder.path().join("bản sao").join(name);
    fs::create_dir(copy.parent().unwrap()).unwrap();
    store.save_copy(&copy).expect(name);
    drop(store);
    assert!(store::read(&path).expect(name) == wanted, "{name}");
    assert!(store::read(&copy).expect(name) == wanted, "{name}");
    assert_eq!(beside(&copy), [name]);
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|of| of.unwrap()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn signs_marks_and_blanks_are_only_letters_of_a_name() {
    check("Kế hoạch & bản sao (2), 100% #1 'mới'; a=b + c^d !.caitien");
    check("file:KH?mode=memory&cache=shared.caitien");
    check(":memory:.caitien");
    check("  đầu và cuối  .caitien");
    // Marks of their own, as macOS and some archives write them.
    check("Ke\u{302}\u{301} hoa\u{323}ch.caitien");
    check("không có đuôi");
}

#[test]
fn names_are_as_long_as_the_system_takes() {
    check(&format!("{}.caitien", "ế".repeat(if cfg!(windows) { 200 } else { 79 })));
}

#[test]
fn a_longer_name_is_refused_in_words_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("a.caitien");
    drop(store::create(&good, &dossier(), file_identity).unwrap());
    let (store, _) = open(&good).unwrap();
    for length in [80, 85, 200] {
        let letters = if cfg!(windows) { length * 3 } else { length };
        let path = folder.path().join(format!("{}.caitien", "ế".repeat(letters)));
        let made = store::create(&path, &dossier(), file_identity).err();
        assert_eq!(made, Some(StoreError::BadName), "{length}");
        assert_eq!(store.save_copy(&path), Err(StoreError::BadName), "{length}");
        assert_eq!(store.copy_of(&dossier(), &path), Err(StoreError::BadName), "{length}");
        assert!(open(&path).is_err(), "{length}");
        let words = store_error(&StoreError::BadName, &path);
        assert!(words.contains("quá dài"), "{words}");
    }
    drop(store);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(windows)]
#[test]
fn folders_may_be_deeper_than_260_characters() {
    let folder = tempfile::tempdir().unwrap();
    let deep =
        folder.path().join("OneDrive - Trường ".repeat(8)).join("thư mục ".repeat(16).trim());
    fs::create_dir_all(&deep).unwrap();
    let path = deep.join(format!("{}.caitien", "ế".repeat(200)));
    drop(store::create(&path, &dossier(), file_identity).unwrap());
    assert!(store::read(&path).unwrap() == dossier());
}
