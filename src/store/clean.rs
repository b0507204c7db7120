//! A file without what was deleted from it.

use super::{Store, StoreError};

impl Store {
    /// Writes the file anew with nothing but what it holds. What is deleted is written over at once;
    /// an older program, or another tool, left it in the free pages (SQLite: VACUUM).
    ///
    /// # Errors
    /// As [`Self::save`]; the file holds what it held.
    pub fn clean(&mut self) -> Result<(), StoreError> {
        if let Some(why) = &self.lost {
            return Err(why.clone());
        }
        let (Some(connection), Some(watch)) = (&mut self.connection, &mut self.watch) else {
            return Err(StoreError::ReadOnly);
        };
        if !self.still_there.same() {
            return Err(StoreError::Moved);
        }
        watch.look()?;
        connection.execute_batch("VACUUM")?;
        // The page of the dossier's row may be another one now.
        watch.begin(connection, &self.head)
    }
}
