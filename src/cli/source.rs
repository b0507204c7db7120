//! Where a command's dossier comes from and where it goes: a file, or the sample.

use std::path::Path;

use super::{Failure, Source};
use crate::embedded;
use crate::layout::Faces;
use crate::plan::{Dossier, Forms};

/// The dossier that is meant.
pub fn dossier(source: &Source) -> Result<Dossier, Failure> {
    match source {
        Source::File(file) => read(file),
        Source::Sample => sample(),
    }
}

/// The embedded sample.
pub fn sample() -> Result<Dossier, Failure> {
    Dossier::from_json(embedded::SAMPLE).map_err(|_| Failure::Embedded)
}

/// What a file holds.
pub fn read(file: &Path) -> Result<Dossier, Failure> {
    Err(Failure::Read(file.to_owned(), std::io::ErrorKind::Unsupported.into()))
}

/// Makes a new file.
pub fn create(file: &Path, _dossier: &Dossier) -> Result<(), Failure> {
    Err(Failure::Read(file.to_owned(), std::io::ErrorKind::Unsupported.into()))
}

/// The forms of the document.
pub fn forms() -> Result<Forms, Failure> {
    Forms::from_json(&embedded::FORMS).ok_or(Failure::Embedded)
}

/// The faces of the paper.
pub fn faces() -> Result<Faces, Failure> {
    Faces::new(embedded::PAPER_FACES).map_err(|_| Failure::Embedded)
}
