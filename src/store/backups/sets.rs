//! The sets of backups as they lie in their folders, and which of them are of a file.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::{Backup, BackupSet, name};
use crate::platform;
use crate::store::{place, seal};
use crate::words::order;

/// In each set: the path of its file.
const OF: &str = "tep.txt";
/// The longest path that is read from there, bytes.
const LONGEST_PATH: usize = 64 << 10;
/// How much of a file is looked through for its id, which stands at its beginning.
const BEGINNING: u64 = 64 << 10;

/// The name of the folder of a set.
pub(super) fn folder_name(id: [u8; 16], path: &Path) -> String {
    format!("{}-{}", hex(id), number_of(path))
}

/// All folders of sets.
pub(super) fn folders(all: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(all) else { return Vec::new() };
    let folders = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir());
    let mut folders: Vec<PathBuf> = folders.collect();
    folders.sort();
    folders
}

/// Notes in a set of which file it is, where that is not noted yet.
pub(super) fn note(folder: &Path, of: &Path) -> Result<(), platform::WriteError> {
    let note = folder.join(OF);
    if note.is_file() {
        return Ok(());
    }
    platform::atomic_write(&note, of.to_string_lossy().as_bytes())
}

/// The set in a folder.
fn set_in(folder: &Path, here: bool) -> BackupSet {
    let note = folder.join(OF);
    let of = platform::read_at_most(&note, LONGEST_PATH).unwrap_or_default();
    let of = String::from_utf8_lossy(&of).as_ref().into();
    BackupSet { of, here, backups: backups_in(folder) }
}

/// The backups in a folder, the newest first.
pub(super) fn backups_in(folder: &Path) -> Vec<Backup> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let read = |entry: fs::DirEntry| {
        let about = entry.metadata().ok().filter(fs::Metadata::is_file)?;
        let backup = name::read(entry.file_name().to_str()?)?;
        Some(Backup { path: entry.path(), bytes: about.len(), ..backup })
    };
    let mut backups: Vec<Backup> = entries.flatten().filter_map(read).collect();
    newest_first(&mut backups);
    backups
}

fn newest_first(backups: &mut Vec<Backup>) {
    order::by(backups, |one, other| (other.when, &other.path).cmp(&(one.when, &one.path)));
}

/// The sets of a file: its own, those of its id under other paths, those of other ids at its path.
/// What lies in several of the folders is one set.
pub(super) fn of(all: &[PathBuf], path: &Path, id: Option<[u8; 16]>) -> Vec<BackupSet> {
    let here = number_of(path);
    let beginning = if id.is_none() { beginning(path) } else { Vec::new() };
    let is_own = |name: &str| {
        bytes_of_hex(name).is_some_and(|known| match id {
            Some(id) => id == known,
            None => beginning.windows(known.len()).any(|found| found == known),
        })
    };
    let mut found: Vec<((bool, bool), String, BackupSet)> = Vec::new();
    for folder in all.iter().flat_map(|all| folders(all)) {
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some((id, number)) = name.split_once('-') else { continue };
        let (own, is_here) = (is_own(id), number == here);
        if !own && !is_here {
            continue;
        }
        let set = set_in(&folder, is_here);
        match found.iter_mut().find(|(_, known, _)| known == name) {
            Some((.., known)) => {
                known.backups.extend(set.backups);
                newest_first(&mut known.backups);
            }
            None => found.push(((!own, !is_here), name.to_owned(), set)),
        }
    }
    found.retain(|(.., set)| !set.backups.is_empty());
    order::by_key(&mut found, |(order, ..)| *order);
    found.into_iter().map(|(.., set)| set).collect()
}

/// A number for the path of a file, whether it is there or not.
fn number_of(path: &Path) -> String {
    let in_folder = || {
        let folder = fs::canonicalize(path.parent()?).ok()?;
        Some(folder.join(path.file_name()?))
    };
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let whole = place::real(path).ok().or_else(in_folder).unwrap_or(whole);
    format!("{:016x}", seal::number(whole.to_string_lossy().as_bytes()))
}

fn beginning(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A pipe would be waited at.
    if fs::metadata(path).is_ok_and(|about| about.is_file()) {
        let read = File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut bytes));
        // What can be read of it is looked through.
        drop(read);
    }
    bytes
}

fn hex(id: [u8; 16]) -> String {
    format!("{:032x}", u128::from_be_bytes(id))
}

fn bytes_of_hex(text: &str) -> Option<[u8; 16]> {
    let all = (text.len() == 32).then(|| u128::from_str_radix(text, 16).ok())??;
    Some(all.to_be_bytes())
}
