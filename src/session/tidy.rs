//! What is done on threads that nobody waits for: sweeping, and letting a writer go.

use std::path::Path;
use std::time::SystemTime;

use super::note::backup_places;
use crate::platform;
use crate::store::{self, Writer};

/// Sweeps away what programs that were killed left half made, on a thread of its own: in the folder
/// of a file, of the program's data, of backups and of the system's temporary files.
pub(super) fn tidy_up(path: &Path) {
    let beside = path.parent().map(Path::to_owned);
    let sweep = move || {
        let data = platform::data_folder();
        let mut folders = store::backup_folders(&data, &backup_places(&data));
        folders.extend(beside.into_iter().chain([data, std::env::temp_dir()]));
        platform::sweep(&folders, SystemTime::now());
    };
    let swept = std::thread::Builder::new().name("sweeping".to_owned()).spawn(sweep);
    // Without a thread the litter stays for another day.
    drop(swept);
}

/// Lets a writer go. It tries once more to write what it could not, which may take long: a
/// drive that is away is waited for by a thread of its own.
pub(super) fn leave(writer: Writer) {
    let left = std::thread::Builder::new().name("leaving".to_owned()).spawn(|| drop(writer));
    // Without a thread it was dropped here.
    drop(left);
}
