//! `caitien import`: the plans of a JSON file into a file that is there, or into a new one.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::{Failure, ImportTo, source};
use crate::import::{self, Limits};
use crate::{messages, platform, store};

/// Reads the JSON whole and only then touches the other file.
pub fn import(from: &Path, to: &ImportTo) -> Result<(), Failure> {
    let limits = Limits::default();
    let bytes = read(from, limits.bytes).map_err(|error| Failure::Read(from.to_owned(), error))?;
    let incoming = import::json(&bytes, limits)?;
    drop(bytes);
    match to {
        ImportTo::New(file) => source::create(file, &incoming),
        ImportTo::Into(file) => {
            let failed = |error| Failure::Store(file.clone(), error);
            let (mut store, dossier) =
                store::open(file, platform::file_identity).map_err(failed)?;
            if let Some(mended) = store.mended() {
                source::note(&messages::store_mended(mended, file));
            }
            let merged = import::into(&dossier, &incoming);
            store.save(&Arc::new(merged)).map_err(failed)
        }
    }
}

/// The bytes of a file, one more than the limit at most: enough to see it is too large.
fn read(path: &Path, limit: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
