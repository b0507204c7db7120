//! Any sequence of edits, undos and redos, saved and opened again, is the value in memory.

use std::sync::Arc;

use caitien::edit::{History, MergeKey};
use caitien::platform::file_identity;
use caitien::store;
use proptest::prelude::*;

use crate::any::{dossier, edit, seeds};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_is_saved_is_what_is_opened(seeds in seeds()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("f.caitien");
        let start = Arc::new(dossier());
        let mut store = store::create(&path, &start, file_identity).unwrap();
        let mut history = History::new(start);
        for seed in &seeds {
            match seed.1 % 7 {
                0 => { history.undo(); }
                1 => { history.redo(); }
                _ => {
                    let edit = edit(history.current(), seed);
                    let key = seed.4.then_some(MergeKey(seed.0 as u64 % 5));
                    // An edit that names nothing is refused and changes nothing.
                    let _ = history.edit(edit, key);
                }
            }
            // Several steps share a save, as several edits share a commit.
            if seed.2 % 3 == 0 {
                store.save(history.current()).unwrap();
            }
        }
        store.save(history.current()).unwrap();
        drop(store);
        let (opened, changed) = store::read_telling(&path).unwrap();
        prop_assert_eq!(&opened, &**history.current());
        // What was kept of each table, save by save, is what its rows give.
        prop_assert_eq!(changed, store::Mended::default());
    }

    #[test]
    fn undoing_all_gives_back_the_beginning_and_redoing_all_the_end(seeds in seeds()) {
        let mut start = Arc::new(dossier());
        let mut history = History::new(Arc::clone(&start));
        for seed in &seeds {
            let before = Arc::clone(history.current());
            let edit = edit(&before, seed);
            // What is no step is not undone.
            if edit.is_no_step() {
                continue;
            }
            let is_barrier = edit.is_barrier();
            if history.edit(edit, None).is_err() {
                prop_assert!(Arc::ptr_eq(&before, history.current()));
            } else if is_barrier {
                // Nothing goes back over what happened at its time.
                prop_assert!(history.undo_step().is_none());
                start = Arc::clone(history.current());
            }
        }
        let end = Arc::clone(history.current());
        while history.undo() {}
        let mut back = (**history.current()).clone();
        prop_assert_eq!(back.next_id, end.next_id, "next_id went back");
        back.next_id = start.next_id;
        prop_assert_eq!(&back, &*start);
        while history.redo() {}
        prop_assert_eq!(history.current(), &end);
    }

    #[test]
    fn numbers_stay_unique_and_below_the_next_one(seeds in seeds()) {
        let mut history = History::new(Arc::new(dossier()));
        for seed in &seeds {
            let _ = history.edit(edit(history.current(), seed), None);
            let now = history.current();
            let mut ids: Vec<_> = now.ids().collect();
            prop_assert!(ids.iter().all(|id| *id < now.next_id));
            ids.sort_unstable();
            prop_assert!(ids.windows(2).all(|two| two[0] != two[1]));
        }
    }

    #[test]
    fn a_frozen_copy_never_changes(seeds in seeds()) {
        let mut history = History::new(Arc::new(dossier()));
        let mut kept = std::collections::HashMap::new();
        for seed in &seeds {
            match seed.1 % 9 {
                0 => { history.undo(); }
                1 => { history.redo(); }
                _ => { let _ = history.edit(edit(history.current(), seed), None); }
            }
            for copy in history.current().plans.iter().flat_map(|plan| &plan.frozen) {
                let known = kept.entry(copy.id).or_insert_with(|| Arc::clone(copy));
                prop_assert_eq!(&*known, copy);
            }
        }
    }
}
