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
use serde::{Deserialize, Serialize};

use super::{StoreError, apart, beside, read};
use crate::plan::{Dossier, Id};
use thin::{Fate, Kept};

/// The folder of all sets, in the program's own.
const FOLDER: &str = "sao-luu";
/// The same in a folder that a person chose, where other things lie as well.
const CHOSEN: &str = "sao-luu-cai-tien";
/// So many folders that were chosen before are looked into.
const FORMER: usize = 5;
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
    /// The folders of all sets.
    all: Vec<PathBuf>,
    /// In so many of them new ones can be made.
    made_in: usize,
    id: [u8; 16],
    path: PathBuf,
}

/// Where a person wants backups to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BackupPlaces {
    /// In this folder; none: in the program's own.
    pub chosen: Option<PathBuf>,
    /// Those that were chosen before it: what lies there is listed still, the newest first.
    pub before: Vec<PathBuf>,
}

impl BackupPlaces {
    /// In this folder from now on; none: in the program's own.
    pub fn choose(&mut self, folder: Option<PathBuf>) {
        let former = std::mem::replace(&mut self.chosen, folder);
        self.before.splice(..0, former);
        let chosen = self.chosen.clone();
        let mut seen = HashSet::new();
        self.before.retain(|one| Some(one) != chosen.as_ref() && seen.insert(one.clone()));
        self.before.truncate(FORMER);
    }

    /// Where sets lie: the place of new ones, the program's own, those of before.
    fn roots(&self, data_folder: &Path) -> Vec<PathBuf> {
        let of_person = |folder: &PathBuf| folder.join(CHOSEN);
        let (chosen, before) = (self.chosen.iter(), self.before.iter());
        let own = data_folder.join(FOLDER);
        chosen.map(of_person).chain([own]).chain(before.map(of_person)).collect()
    }
}

/// The folders of all sets: in the program's own folder and in those that a person chose.
#[must_use]
pub fn backup_folders(data_folder: &Path, places: &BackupPlaces) -> Vec<PathBuf> {
    places.roots(data_folder).iter().flat_map(|all| sets::folders(all)).collect()
}

/// Makes a folder that a person chose ready for backups, and tries whether a file can be written
/// there.
///
/// # Errors
/// What the system says; the folder is left as it was but for an empty one in it.
pub fn try_backup_folder(chosen: &Path) -> std::io::Result<()> {
    let folder = chosen.join(CHOSEN);
    apart::private().recursive(true).create(&folder)?;
    let file = folder.join("thu-ghi.txt");
    crate::platform::atomic_write(&file, b"").map_err(|error| error.source)?;
    fs::remove_file(file)
}

/// The sets of a file that is not open: its own, those of the same dossier under other paths,
/// those of what was at its path before. A file that cannot be read, or is not there any more,
/// has those of its path.
#[must_use]
pub fn backups_of(data_folder: &Path, places: &BackupPlaces, path: &Path) -> Vec<BackupSet> {
    sets::of(&places.roots(data_folder), path, None)
}

impl Backups {
    /// Those of the file of this id ([`super::Store::file_id`]) at this path.
    #[must_use]
    pub fn of(data_folder: &Path, id: [u8; 16], path: &Path) -> Self {
        let all = BackupPlaces::default().roots(data_folder);
        Self { all, made_in: 1, id, path: path.to_owned() }
    }

    /// Those of a file that are made where a person wants them; where that cannot be written, in
    /// the program's own folder.
    #[must_use]
    pub fn at(data_folder: &Path, places: &BackupPlaces, id: [u8; 16], path: &Path) -> Self {
        let made_in = 1 + usize::from(places.chosen.is_some());
        Self { all: places.roots(data_folder), made_in, id, path: path.to_owned() }
    }

    /// Where they are made; the folder may not be there yet.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.folders().next().unwrap_or_default()
    }

    /// Where they are; the first is where they are made.
    fn folders(&self) -> impl Iterator<Item = PathBuf> {
        let name = sets::folder_name(self.id, &self.path);
        self.all.iter().map(move |all| all.join(&name))
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
        let mut failed = StoreError::Stopped;
        for folder in self.folders().take(self.made_in) {
            match self.make_in(&folder, dossier, now, why) {
                Ok(made) => return Ok(made),
                // A disk that is away: in the program's own folder there is room.
                Err(error) => failed = error,
            }
        }
        Err(failed)
    }

    fn make_in(
        &self,
        folder: &Path,
        dossier: &Dossier,
        now: DateTime,
        why: Why,
    ) -> Result<Backup, StoreError> {
        apart::private().recursive(true).create(folder)?;
        sets::note(folder, &self.path).map_err(|error| error.source)?;
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
        self.folders().for_each(|folder| thin_in(&folder, now));
        self.all.iter().for_each(|all| bound(all, MOST_BYTES));
    }
}

/// Takes away what of one folder is more than is kept by age.
fn thin_in(folder: &Path, now: DateTime) {
    let backups = sets::backups_in(folder);
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
