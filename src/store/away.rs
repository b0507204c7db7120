//! A file that went away while it was open, and came back: a stick that was pulled out, a share
//! that was gone, a folder that was renamed, a file that a cloud brought anew.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::holder::Note;
use super::{Contents, Store, StoreError, connect, journal, open_to_write};
use crate::plan::Dossier;

/// A path, and the file to which it led.
pub(super) trait StillThere: Send {
    /// Whether it leads to it now.
    fn same(&self) -> bool;
    /// Takes the one to which it leads now.
    fn take(&mut self);
}

/// A path, the file it led to, and what tells files apart.
pub(super) struct Place<I> {
    path: PathBuf,
    is: I,
    identity: fn(&Path) -> io::Result<I>,
}

impl<I> Place<I> {
    /// The file to which the path leads now.
    pub(super) fn now(path: &Path, identity: fn(&Path) -> io::Result<I>) -> io::Result<Self> {
        Ok(Self { path: path.to_owned(), is: identity(path)?, identity })
    }
}

impl<I: PartialEq + Send> StillThere for Place<I> {
    fn same(&self) -> bool {
        (self.identity)(&self.path).is_ok_and(|now| now == self.is)
    }

    fn take(&mut self) {
        if let Ok(now) = (self.identity)(&self.path) {
            self.is = now;
        }
    }
}

impl Store {
    /// Opens the file anew, if what stands in its place is what was last saved, or what was just
    /// being saved: a stick that was pulled out and put in, a share that is back, a file that a
    /// cloud brought again. It is looked at in a copy first.
    pub(super) fn come_back(
        &mut self,
        dossier: &Arc<Dossier>,
        why: StoreError,
    ) -> Result<(), StoreError> {
        // Of the very file that is open nothing may be read while SQLite has its lock.
        if self.lost.is_some() || self.still_there.same() {
            self.let_go(why.clone());
        }
        let (on_disk, file_id) = (Arc::clone(&self.on_disk), self.head.file_id);
        let is_known = |found: &Contents| {
            let of_now = found.dossier == **dossier || found.dossier == *on_disk;
            of_now && found.head.file_id == file_id && found.changed.is_empty()
        };
        match journal::read_copy(&self.path) {
            Ok((found, _)) if is_known(&found) => {}
            Ok(_) => return Err(StoreError::Moved),
            Err(_) => return Err(why),
        }
        self.let_go(why.clone());
        let ((connection, watch), found, _) = open_to_write(&self.path)?;
        if !is_known(&found) {
            connect::release(connection);
            return Err(StoreError::Moved);
        }
        (self.connection, self.watch, self.head) = (Some(connection), Some(watch), found.head);
        self.on_disk = Arc::new(found.dossier);
        self.note = Note::leave(self.held.path());
        self.still_there.take();
        self.lost = None;
        Ok(())
    }

    /// Closes the file, the descriptor last.
    fn let_go(&mut self, why: StoreError) {
        self.note = None;
        if let Some(connection) = self.connection.take() {
            connect::release(connection);
        }
        self.watch = None;
        self.lost = Some(why);
    }
}
