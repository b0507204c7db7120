//! Looking into a backup: what it holds, and how that differs from what is there now.

use std::path::PathBuf;
use std::sync::Arc;

use crate::edit::{Difference, differences};
use crate::plan::Dossier;
use crate::store::{self, StoreError};

/// All that the looking into a backup reads.
#[derive(Clone)]
pub struct LookOrder {
    /// Where the backup is.
    pub path: PathBuf,
    /// What it holds, where that was read before.
    pub then: Option<Arc<Dossier>>,
    /// The value of now.
    pub now: Arc<Dossier>,
    /// Its revision.
    pub revision: u64,
}

/// A backup that was looked into.
#[derive(Clone)]
pub struct Looked {
    /// Where it is.
    pub path: PathBuf,
    /// The revision of now with which it was compared.
    pub revision: u64,
    /// What it holds and how that differs, or why it cannot be read.
    pub found: Result<(Arc<Dossier>, Arc<Vec<Difference>>), StoreError>,
}

impl LookOrder {
    pub(super) fn make(self) -> Looked {
        let then = self.then.map_or_else(|| store::read(&self.path).map(Arc::new), Ok);
        let found = then.map(|then| {
            let differ = Arc::new(differences(&then, &self.now));
            (then, differ)
        });
        Looked { path: self.path, revision: self.revision, found }
    }
}
