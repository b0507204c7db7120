//! Backups of files in a folder of the program's own: made whole or not at all, read back, thinned.
//!
//! Each file has a set of its own, by its id and its path: a copy of a file that lies elsewhere
//! goes its own way from there, and finds what was backed up under the other path too. The name of
//! a backup says when it was made, why, and how much it holds, so that listing them opens none.
//!
//! Promise: a plan, a part or a row that was in a backup can be had back for 60 days after it is
//! gone, however the backups are thinned: one that alone holds something which is gone from those
//! after it stays that long. Only where all backups together have no room any more the oldest go.

mod name;
mod sets;
mod thin;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::ToSpan as _;
use jiff::civil::DateTime;

use super::{StoreError, apart, beside, read};
use crate::plan::{Dossier, Id};
use thin::{Fate, Kept};

/// The folder of all sets, in the program's own.
const FOLDER: &str = "sao-luu";
/// How many bytes all backups together may take.
const MOST_BYTES: u64 = 500_000_000;

/// Why a backup was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Why {
    /// Before the first change of a session.
    #[default]
    First,
    /// While the file was being changed.
    Going,
    /// Before something was brought in without a window.
    Import,
}

/// A backup, as its name tells of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made, in local time.
    pub when: DateTime,
    /// Why.
    pub why: Why,
    /// How many plans it holds.
    pub plans: usize,
    /// How many items they hold together.
    pub items: usize,
    /// Its size.
    pub bytes: u64,
    /// It alone holds something that is gone from those after it.
    pub alone: bool,
}

/// The backups of a file at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupSet {
    /// The path of the file when they were made.
    pub of: PathBuf,
    /// That is the path that was asked for.
    pub here: bool,
    /// The newest first.
    pub backups: Vec<Backup>,
}

/// The backups of one file among those of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backups {
    all: PathBuf,
    id: [u8; 16],
    path: PathBuf,
}

/// The folders of all sets, which are in the program's own folder.
#[must_use]
pub fn backup_folders(data_folder: &Path) -> Vec<PathBuf> {
    sets::folders(&data_folder.join(FOLDER))
}

/// The sets of a file that is not open: its own, those of the same dossier under other paths,
/// those of what was at its path before. A file that cannot be read, or is not there any more,
/// has those of its path.
#[must_use]
pub fn backups_of(data_folder: &Path, path: &Path) -> Vec<BackupSet> {
    sets::of(&data_folder.join(FOLDER), path, None)
}

impl Backups {
    /// Those of the file of this id ([`super::Store::file_id`]) at this path.
    #[must_use]
    pub fn of(data_folder: &Path, id: [u8; 16], path: &Path) -> Self {
        Self { all: data_folder.join(FOLDER), id, path: path.to_owned() }
    }

    /// Where they are; the folder may not be there yet.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.all.join(sets::folder_name(self.id, &self.path))
    }

    /// As [`backups_of`], of a file that may be open: it is not looked into.
    #[must_use]
    pub fn sets(&self) -> Vec<BackupSet> {
        sets::of(&self.all, &self.path, Some(self.id))
    }

    /// Takes all of them away, under whatever path they were made. What cannot be taken away stays,
    /// and is listed still.
    pub fn forget(&self) {
        for backup in self.sets().into_iter().flat_map(|set| set.backups) {
            drop(fs::remove_file(&backup.path));
        }
    }

    /// Writes a value of the file beside those before it; it takes its name when it was read back.
    ///
    /// # Errors
    /// As making a new file; nothing of it is left.
    pub fn make(&self, dossier: &Dossier, now: DateTime, why: Why) -> Result<Backup, StoreError> {
        let folder = self.folder();
        apart::private().recursive(true).create(&folder)?;
        sets::note(&folder, &self.path).map_err(|error| error.source)?;
        let mut backup = Backup {
            path: PathBuf::new(),
            when: now,
            why,
            plans: dossier.plans.len(),
            items: dossier.plans.iter().map(|plan| plan.items().count()).sum(),
            bytes: 0,
            alone: false,
        };
        loop {
            backup.path = folder.join(name::of(&backup));
            match beside::create(&backup.path, dossier, Some(self.id)) {
                // A clock that was put back tells a moment twice.
                Err(StoreError::Exists) => {
                    let next = backup.when.checked_add(1.second());
                    backup.when = next.map_err(|_| StoreError::Exists)?;
                }
                made => break made?,
            }
        }
        backup.bytes = fs::metadata(&backup.path)?.len();
        Ok(backup)
    }

    /// Takes away what is more than is kept: of this file by age, of all files by room. What
    /// cannot be taken away stays for another time.
    pub fn thin(&self, now: DateTime) {
        let backups = sets::backups_in(&self.folder());
        let ages: Vec<Kept> =
            backups.iter().map(|one| Kept { when: one.when, alone: one.alone }).collect();
        // The one that stays next after each, and what is in it.
        let mut after = PathBuf::new();
        let mut held: Option<HashSet<Id>> = None;
        for (mut backup, fate) in backups.into_iter().zip(thin::fates(&ages, now)) {
            if fate == Fate::MayGo {
                let ids = ids_in(&backup.path);
                if !ids.is_subset(held.get_or_insert_with(|| ids_in(&after))) {
                    backup.alone = true;
                    after = backup.path.with_file_name(name::of(&backup));
                    held = Some(ids);
                    // Not marked, it is looked at again.
                    drop(fs::rename(&backup.path, &after));
                    continue;
                }
            }
            if fate == Fate::Stays {
                (after, held) = (backup.path, None);
            } else {
                drop(fs::remove_file(&backup.path));
            }
        }
        bound(&self.all, MOST_BYTES);
    }
}

/// Takes the oldest away where all backups have more bytes than this.
fn bound(all: &Path, most: u64) {
    let sets: Vec<Vec<Backup>> =
        sets::folders(all).iter().map(|folder| sets::backups_in(folder)).collect();
    let sizes: Vec<Vec<u64>> =
        sets.iter().map(|set| set.iter().map(|backup| backup.bytes).collect()).collect();
    for (set, gone) in sets.iter().zip(thin::oldest_to_go(&sizes, most)) {
        for backup in set.iter().rev().take(gone) {
            drop(fs::remove_file(&backup.path));
        }
    }
}

/// The numbers of all that a backup holds; none where it cannot be read.
fn ids_in(path: &Path) -> HashSet<Id> {
    read(path).map(|dossier| dossier.ids().collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_there_is_no_room_the_oldest_of_the_fullest_set_go() {
        let folder = tempfile::tempdir().unwrap();
        let make = |set: &str, day: u8, bytes: usize| {
            let set = folder.path().join(set);
            fs::create_dir_all(&set).unwrap();
            let name = format!("2026-11-{day:02}_10-00-00_dang-sua_1-1.caitien");
            fs::write(set.join(name), vec![0; bytes]).unwrap();
        };
        for day in 1..=4 {
            make("a", day, 100);
        }
        make("b", 1, 150);
        bound(folder.path(), 360);
        let left = |set: &str| sets::backups_in(&folder.path().join(set)).len();
        assert_eq!((left("a"), left("b")), (2, 1));
        assert_eq!(sets::backups_in(&folder.path().join("a"))[1].when.day(), 3);
    }
}
