//! What kind of place each file that is shown is in; found out off the UI thread, since a drive
//! that is away may take long to say so.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::platform::PlaceKind;

use crate::session::Job;

use super::App;

/// The folders that were asked about, with the answer if it has come.
pub(super) type Places = BTreeMap<PathBuf, Option<PlaceKind>>;

impl App {
    /// Asks about the folders of these files, those that nobody asked about yet.
    pub(super) fn ask_places<'a>(&mut self, files: impl IntoIterator<Item = &'a Path>) {
        let mut folders = Vec::new();
        for folder in files.into_iter().filter_map(Path::parent) {
            if !self.places.contains_key(folder) {
                self.places.insert(folder.to_owned(), None);
                folders.push(folder.to_owned());
            }
        }
        if !folders.is_empty() {
            let place_kind = self.outside.place_kind();
            self.run_job(Job::LookAt(folders, place_kind));
        }
    }

    /// Takes what a look at folders brought.
    pub(super) fn take_places(&mut self, found: BTreeMap<PathBuf, PlaceKind>) {
        self.places.extend(found.into_iter().map(|(folder, kind)| (folder, Some(kind))));
    }

    /// The kind of place a file is in, as far as it is known.
    pub(super) fn place_of(&self, file: &Path) -> PlaceKind {
        let folder = file.parent().and_then(|folder| self.places.get(folder));
        folder.copied().flatten().unwrap_or_default()
    }
}
