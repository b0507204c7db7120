//! The power goes, at any moment: recorded writes are replayed on a disk that had only what it had
//! been told to hold, and of the rest whatever it likes.
//!
//! Fifty cuts are tried by `cargo test`, two thousand by `CRASHES=all`.

use std::collections::BTreeMap;
use std::fs;

use caitien::store::{self, StoreError};

use crate::knowing::Dice;
use crate::recorded::{Did, Recorder, begun, revision_of};
use crate::sample::how_many;

/// How many saves are recorded.
const SAVES: u64 = 24;

/// What a disk breaks off in.
const SECTOR: usize = 512;

/// A file as the disk holds it, and what it was given since and may hold or not.
#[derive(Clone, Default)]
struct Held {
    bytes: Vec<u8>,
    /// Its name is in the folder.
    named: bool,
    waiting: Vec<Did>,
}

/// A disk at a moment.
#[derive(Clone, Default)]
struct Disk(BTreeMap<String, Held>);

impl Disk {
    /// Takes what a process did. A disk that `lies` says that it holds what it does not.
    fn take(&mut self, did: &Did, lies: bool) {
        match did {
            Did::Write(name, ..) | Did::Cut(name, _) | Did::Remove(name) => {
                self.0.entry(name.clone()).or_default().waiting.push(did.clone());
            }
            Did::Sync(_) if lies => {}
            Did::Sync(folder) if folder == "." => {
                for file in self.0.values_mut() {
                    // The names alone: what has none any more is gone.
                    let removed =
                        file.waiting.iter().rposition(|did| matches!(did, Did::Remove(_)));
                    if let Some(at) = removed {
                        file.waiting.drain(..=at);
                        (file.named, file.bytes) = (false, Vec::new());
                    }
                    file.named |= !file.waiting.is_empty();
                }
            }
            Did::Sync(name) => {
                let file = self.0.entry(name.clone()).or_default();
                for did in std::mem::take(&mut file.waiting) {
                    file.does(&did, usize::MAX, |_| true);
                }
            }
            Did::Said(_) => {}
        }
    }

    /// What is there when the power goes now.
    fn cut(mut self, dice: &mut Dice) -> BTreeMap<String, Vec<u8>> {
        for file in self.0.values_mut() {
            let waiting = std::mem::take(&mut file.waiting);
            // All that comes before a point, each or some of it; half of the time nothing is lost
            // but what comes after it.
            let until = dice.roll(waiting.len() + 1);
            let orderly = dice.roll(2) == 0;
            for did in waiting.iter().take(until) {
                if orderly || dice.roll(2) == 0 {
                    file.does(did, usize::MAX, |_| true);
                } else if dice.roll(2) == 0 {
                    // A write that is torn.
                    let seed = dice.roll(1 << 20);
                    file.does(did, usize::MAX, |sector| Dice((seed + sector) as u64).roll(3) > 0);
                }
            }
            if let Some(torn) = waiting.get(until) {
                file.does(torn, dice.roll(9), |_| true);
            }
        }
        let there = self.0.into_iter().filter(|(_, file)| file.named);
        there.map(|(name, file)| (name, file.bytes)).collect()
    }
}

impl Held {
    /// Does something, of a write no more than so many sectors, and of these those that are wanted.
    fn does(&mut self, did: &Did, sectors: usize, wanted: impl Fn(usize) -> bool) {
        match did {
            Did::Write(_, at, bytes) => {
                self.named = true;
                for (number, sector) in bytes.chunks(SECTOR).enumerate().take(sectors) {
                    let at = at + number * SECTOR;
                    if wanted(number) {
                        self.bytes.resize(self.bytes.len().max(at + sector.len()), 0);
                        self.bytes[at..at + sector.len()].copy_from_slice(sector);
                    }
                }
            }
            Did::Cut(_, to) => self.bytes.resize(*to, 0),
            Did::Remove(_) => (self.named, self.bytes) = (false, Vec::new()),
            Did::Sync(_) | Did::Said(_) => {}
        }
    }
}

/// What became of the cuts.
#[derive(Debug, Default)]
struct Count {
    cuts: usize,
    /// A journal had to be rolled back, or was not used.
    with_journal: usize,
    /// A disk that lied left a file that is told to be damaged.
    told: usize,
}

/// Cuts the power at any moment while this was done to a file; gives what became of it.
fn try_cuts(before: &[u8], did: &[Did], cuts: usize, lies: bool) -> Count {
    let folder = tempfile::tempdir().unwrap();
    let mut count = Count::default();
    for seed in 0..cuts {
        let mut dice = Dice(seed as u64 * 7_919 + u64::from(lies));
        let at = dice.roll(did.len() + 1);
        let held = Held { bytes: before.to_vec(), named: true, waiting: Vec::new() };
        let mut disk = Disk([("f.caitien".to_owned(), held)].into());
        // A disk that lies lost what it was given in the last moments, whatever it said.
        let lost = if lies { dice.roll(40) } else { 0 };
        for (number, one) in did[..at].iter().enumerate() {
            disk.take(one, number + lost >= at);
        }
        let said = did[..at].iter().rev().find_map(|one| match one {
            Did::Said(revision) => Some(*revision),
            _ => None,
        });
        let place = folder.path().join(seed.to_string());
        fs::create_dir(&place).unwrap();
        let left = disk.cut(&mut dice);
        for (name, bytes) in &left {
            fs::write(place.join(name), bytes).unwrap();
        }
        count.cuts += 1;
        count.with_journal += usize::from(
            left.get("f.caitien-journal")
                .is_some_and(|journal| journal.first().is_some_and(|first| *first != 0)),
        );
        match store::read_telling(&place.join("f.caitien")) {
            Ok((found, told)) => {
                let revision = revision_of(&found);
                let is_held = revision.is_some_and(|revision| revision >= said.unwrap_or(1));
                assert!(
                    is_held || lies && revision.is_some(),
                    "cut {seed} at {at}: {revision:?} of {said:?}"
                );
                assert!(told.rows.is_empty(), "cut {seed}: {told:?}");
            }
            Err(error) => {
                assert!(
                    lies && (error.is_damage() || is_stump(&error)),
                    "cut {seed} at {at}: {error:?}"
                );
                count.told += 1;
            }
        }
        fs::remove_dir_all(&place).unwrap();
    }
    count
}

/// Of a file that a disk lost whole nothing can be said but that.
fn is_stump(error: &StoreError) -> bool {
    matches!(error, StoreError::Missing | StoreError::Empty)
}

#[test]
fn a_power_cut_loses_nothing_that_was_said_to_be_saved() {
    let (_folder, path) = begun();
    let before = fs::read(&path).unwrap();
    let did = Recorder::make().saves(&path, SAVES, None);
    // The whole record gives the file as it is.
    let mut disk = Held { bytes: before.clone(), named: true, waiting: Vec::new() };
    for one in &did {
        match one {
            Did::Write(name, ..) | Did::Cut(name, _) if name == "f.caitien" => {
                disk.does(one, usize::MAX, |_| true);
            }
            _ => {}
        }
    }
    assert!(disk.bytes == fs::read(&path).unwrap(), "not all was recorded");

    let cuts = how_many(50, 2000);
    let honest = try_cuts(&before, &did, cuts - cuts / 4, false);
    assert_eq!(honest.told, 0);
    let lying = try_cuts(&before, &did, cuts / 4, true);
    println!("{honest:?}; disks that lie: {lying:?}");
    assert!(honest.with_journal > cuts / 20);
}
