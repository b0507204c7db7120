//! `caitien repair`: what can be read of a damaged file as a new one, and one line for each thing
//! that is missing or doubtful, as kind TAB place TAB words.

use std::path::Path;

use super::check::one_field;
use super::{Failure, answer, source};
use crate::messages;
use crate::session::all_found;
use crate::store::{self, StoreError};

/// Writes what can be read of a file into a new one, and says whether all of it came back.
pub fn repair(file: &Path, to: &Path) -> Result<bool, Failure> {
    if std::fs::symlink_metadata(to).is_ok() {
        return Err(Failure::Store(to.to_owned(), StoreError::Exists));
    }
    let (dossier, told) = match store::read_telling(file) {
        Ok((dossier, mended)) => (dossier, messages::repair::doubtful(&mended.rows)),
        Err(error) if error.is_damage() => {
            let failed = |_| Failure::BeyondRepair(file.to_owned(), error);
            let found = store::salvage(file).map_err(failed)?;
            (all_found(&found), messages::repair::lacking(&found))
        }
        Err(error) => return Err(Failure::Store(file.to_owned(), error)),
    };
    source::create(to, &dossier)?;
    let mut text = String::new();
    for line in &told {
        let kind = if line.missing { "missing" } else { "doubtful" };
        for field in [kind, "\t", &one_field(&line.place), "\t", &one_field(&line.words), "\n"] {
            text.push_str(field);
        }
    }
    answer(&text)?;
    Ok(told.is_empty())
}
