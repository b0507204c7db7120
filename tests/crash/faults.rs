//! The system refuses what is written: a full disk, one that does not write, one that writes half.
//!
//! Fifty faults are put in by `cargo test`, five hundred by `CRASHES=all`.

use std::fs;

use caitien::store;

use crate::knowing::Dice;
use crate::recorded::{Did, Recorder, begun, revision_of};
use crate::sample::{beside, how_many};

/// How many saves each is put into.
const SAVES: u64 = 5;
/// Numbers of the system: input or output failed, no room left; and half of what is asked for.
const KINDS: [i32; 3] = [5, 28, -1];

#[test]
fn what_the_system_refuses_to_write_loses_nothing_that_was_said_to_be_saved() {
    let recorder = Recorder::make();
    // How many changes there are to fail.
    let changes = {
        let (_folder, path) = begun();
        let did = recorder.saves(&path, SAVES, None);
        did.iter().filter(|one| !matches!(one, Did::Said(_))).count()
    };
    let mut failed = 0;
    for seed in 0..how_many(50, 500) {
        let mut dice = Dice(seed as u64 * 104_729);
        let (folder, path) = begun();
        let fail = (dice.roll(changes), 1 + dice.roll(9), KINDS[seed % KINDS.len()]);
        let did = recorder.saves(&path, SAVES, Some(fail));
        let said: Vec<u64> = did
            .iter()
            .filter_map(|one| match one {
                Did::Said(revision) => Some(*revision),
                _ => None,
            })
            .collect();
        failed += usize::from(said.len() < usize::try_from(SAVES).unwrap());
        let (found, told) = store::read_telling(&path).unwrap();
        let revision = revision_of(&found);
        let last = said.last().copied().unwrap_or(1);
        assert!(
            revision.is_some_and(|revision| revision >= last),
            "{fail:?}: {revision:?} of {last}"
        );
        assert!(told.rows.is_empty() && told.set_aside.is_empty(), "{fail:?}: {told:?}");
        assert_eq!(beside(&path), ["f.caitien"], "{fail:?}");
        fs::remove_dir_all(folder.path()).unwrap();
    }
    println!("{changes} changes; {failed} times a save was given up");
}
