//! A small file of the program's own in the data folder: what the window remembers.

use std::path::Path;

use serde::Deserialize;

use crate::platform;
use crate::store::BackupPlaces;

/// What the window remembers from one start to the next, in the data folder.
pub const SETTINGS: &str = "settings.json";

/// Where a person wants backups, as was chosen in the window.
#[must_use]
pub fn backup_places(data_folder: &Path) -> BackupPlaces {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Told {
        backups: BackupPlaces,
    }
    let text = read_note(&data_folder.join(SETTINGS));
    crate::plan::json::read::<Told>(&text).unwrap_or_default().backups
}

/// Its text; empty where there is none yet, or where it is no file: a pipe would be waited at.
#[must_use]
pub fn read_note(path: &Path) -> String {
    if !path.is_file() {
        return String::new();
    }
    std::fs::read_to_string(path).unwrap_or_default()
}

/// Writes it whole, its folder too. A failure is no reason to stop anybody's work: it goes into
/// the log.
pub fn write_note(path: &Path, text: &str) {
    let folder = path.parent().unwrap_or(path);
    let made = std::fs::create_dir_all(folder).map_err(|error| error.to_string());
    let written = made.and_then(|()| {
        platform::atomic_write(path, text.as_bytes())
            .map_err(|error| format!("{:?}: {}", error.kind, error.source))
    });
    if let Err(error) = written {
        platform::log_fault(&format!("{}: {error}", path.display()));
    }
}
