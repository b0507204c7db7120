//! Where a command's dossier comes from and where it goes: a file, or the sample.

use std::path::Path;

use super::{Failure, Source};
use crate::layout::Faces;
use crate::plan::{Dossier, Forms};
use crate::{embedded, platform, store};

/// The dossier that is meant.
pub fn dossier(source: &Source) -> Result<Dossier, Failure> {
    match source {
        Source::File(file) => read(file),
        Source::Sample => sample(),
    }
}

/// The embedded sample.
pub fn sample() -> Result<Dossier, Failure> {
    Dossier::from_json(embedded::sample()).map_err(|_| Failure::Embedded)
}

/// What a file holds.
pub fn read(file: &Path) -> Result<Dossier, Failure> {
    store::read(file).map_err(|error| Failure::Store(file.to_owned(), error))
}

/// Makes a new file.
pub fn create(file: &Path, dossier: &Dossier) -> Result<(), Failure> {
    store::create(file, dossier, platform::file_identity)
        .map(drop)
        .map_err(|error| Failure::Store(file.to_owned(), error))
}

/// The forms of the document.
pub fn forms() -> Result<Forms, Failure> {
    Forms::from_json(&embedded::forms()).ok_or(Failure::Embedded)
}

/// The faces of the paper.
pub fn faces() -> Result<Faces, Failure> {
    Faces::new(embedded::paper_faces()).map_err(|_| Failure::Embedded)
}
