//! `caitien backups` and `caitien restore`: what was backed up of a file, and one of it as a new
//! file.

use std::path::Path;

use jiff::civil::DateTime;

use super::{Failure, answer, source};
use crate::store::{self, Backup, BackupSet};
use crate::{messages, platform, session};

/// Lists the backups of a file, which need not be there any more: a line each, its own first.
pub fn list(file: &Path) -> Result<(), Failure> {
    let sets = sets(file);
    if sets.is_empty() {
        source::note(&messages::backups::none_of(file));
    }
    let lines = sets.iter().flat_map(|set| set.backups.iter().map(|one| line(one, set)));
    answer(&lines.collect::<String>())
}

/// Makes a new file of the newest backup that is not later than a moment, and says which it is.
pub fn restore(file: &Path, until: DateTime, new: &Path) -> Result<(), Failure> {
    let sets = sets(file);
    let mut found = sets.iter().filter_map(|set| {
        let backup = set.backups.iter().find(|backup| backup.when <= until)?;
        Some((backup, set))
    });
    let (backup, set) = found.next().ok_or_else(|| Failure::NoBackup(file.to_owned(), until))?;
    let failed = |error| Failure::Store(backup.path.clone(), error);
    let dossier = store::read(&backup.path).map_err(failed)?;
    source::create(new, &dossier)?;
    answer(&line(backup, set))
}

fn sets(file: &Path) -> Vec<BackupSet> {
    let data = platform::data_folder();
    store::backups_of(&data, &session::backup_places(&data), file)
}

/// Time, size in bytes and what it holds, between tabs; of another path than the first ones that
/// too.
fn line(backup: &Backup, set: &BackupSet) -> String {
    let when = backup.when.strftime("%Y-%m-%d %H:%M:%S");
    let held = messages::backups::held_and_why(backup, (!set.here).then_some(&set.of));
    format!("{when}\t{}\t{held}\n", backup.bytes)
}
