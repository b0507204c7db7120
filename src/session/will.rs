//! What of a session is not on the disk yet, for the case that the process ends before it is.

use std::sync::Arc;
use std::time::Duration;

use crate::edit::{self, Edit};
use crate::plan::Dossier;
use crate::store::LastWord;

/// The longest that the end of the process waits for the disk.
const PATIENCE: Duration = Duration::from_secs(5);

/// A value that is to be written, and what was typed since.
#[derive(Clone, Debug)]
pub struct Will {
    pub(super) last_word: LastWord,
    pub(super) revision: u64,
    pub(super) dossier: Arc<Dossier>,
    pub(super) edit: Option<Edit>,
}

impl Will {
    /// Writes it, and waits for that; gives whether the file took it or was seen not to.
    #[must_use]
    pub fn fulfil(self) -> bool {
        // An edit of something that is not there any more has nothing to write.
        let typed = self.edit.and_then(|edit| edit::apply(&self.dossier, &edit).ok());
        let dossier = typed.map_or(self.dossier, Arc::new);
        self.last_word.save(self.revision, dossier, PATIENCE)
    }
}
