//! Where a command's dossier comes from and where it goes: a file, or the sample.

use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use super::{Failure, Source};
use crate::export::ExportError;
use crate::layout::Faces;
use crate::plan::{Dossier, Form, Plan};
use crate::{library, messages, platform, session, store};

/// The dossier that is meant.
pub fn dossier(source: &Source) -> Result<Dossier, Failure> {
    match source {
        Source::File(file) => read(file),
        Source::Sample => sample(),
    }
}

/// The embedded sample.
pub fn sample() -> Result<Dossier, Failure> {
    session::sample().map(Arc::unwrap_or_clone).ok_or(Failure::Embedded)
}

/// What a file holds.
pub fn read(file: &Path) -> Result<Dossier, Failure> {
    let failed = |error| Failure::Store(file.to_owned(), error);
    let (dossier, found) = store::read_telling(file).map_err(failed)?;
    if found != store::Mended::default() {
        note(&messages::store_mended(&found, file));
    }
    Ok(dossier)
}

/// Says something beside the answer, which a script does not read.
pub fn note(words: &str) {
    // Where nobody listens, nobody is told.
    drop(writeln!(std::io::stderr(), "{words}"));
}

/// Makes a new file.
pub fn create(file: &Path, dossier: &Dossier) -> Result<(), Failure> {
    store::create(file, dossier, platform::file_identity)
        .map(drop)
        .map_err(|error| Failure::Store(file.to_owned(), error))
}

/// The form of a plan.
pub fn form_of<'a>(dossier: &'a Dossier, plan: &Plan) -> Result<&'a Form, Failure> {
    let form = library::form_of(dossier, plan);
    form.map(AsRef::as_ref).ok_or_else(|| Failure::NoForm(plan.form.clone()))
}

/// The faces of the paper.
pub fn faces() -> Result<&'static Faces, Failure> {
    Ok(library::faces().map_err(|error| ExportError::Font(error.face))?)
}
