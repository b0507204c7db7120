//! Backups while a file is being changed: before the first change of the session, then before one
//! that comes a quarter of an hour or more after the last backup, and before one that takes away
//! what no backup of the session holds.
//!
//! A file that was written anew when it was opened, be it for a newer format or because another tool
//! edited it, is backed up at once: what it held stands in a copy beside it, too.
//!
//! Each holds what the file held before a change, so that nothing that was deleted is missing from
//! all of them. Made as a job, of a value: neither typing nor saving waits for it, and one that
//! fails is tried again with a later change.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::SignedDuration;
use jiff::civil::DateTime;

use super::ticket::Ticket;
use crate::edit::{Difference, differences};
use crate::plan::{Dossier, Id};
use crate::store::{Backup, BackupPlaces, Backups, Store, StoreError, Why};

/// How long after a backup the next one is due.
const PAUSE: SignedDuration = SignedDuration::from_mins(15);
/// How long after a failure it is tried again.
const AGAIN: SignedDuration = SignedDuration::from_mins(1);

/// The backups of one open file.
#[derive(Default)]
pub(super) struct BackingUp {
    /// Where a person wants them.
    pub places: BackupPlaces,
    file: Option<File>,
    /// The last one, made or failed.
    last: Option<DateTime>,
    under_way: Option<(Ticket, Wanted)>,
    /// Why the last one failed, and what it was of.
    failed: Option<(StoreError, Wanted)>,
    /// The failure that was told, until one is made again.
    told: Option<StoreError>,
}

struct File {
    id: [u8; 16],
    path: PathBuf,
    /// The value that was handed to its writer last.
    newest: Arc<Dossier>,
    /// The one before that, until somebody looked whether it is to be backed up.
    before: Option<Arc<Dossier>>,
    /// It holds something that went, and that no backup holds.
    alone: bool,
    /// What was backed up last in this session.
    backed_up: Option<Arc<Dossier>>,
}

#[derive(Clone)]
struct Wanted {
    dossier: Arc<Dossier>,
    why: Why,
}

/// All that the making of a backup reads.
pub struct BackUpOrder {
    backups: Backups,
    dossier: Arc<Dossier>,
    now: DateTime,
    why: Why,
}

impl BackUpOrder {
    /// Makes it, and thins those before it.
    pub(super) fn make(&self) -> Result<Backup, StoreError> {
        let made = self.backups.make(&self.dossier, self.now, self.why);
        // On a full disk as well: there may be room then.
        self.backups.thin(self.now);
        made
    }
}

impl BackingUp {
    /// Those of a file that was just opened or made.
    pub fn of(store: &Store) -> Self {
        let written_anew = store.mended().is_some_and(|mended| mended.copy.is_some());
        let file = File {
            id: store.file_id(),
            path: store.path().to_owned(),
            newest: Arc::clone(store.on_disk()),
            before: written_anew.then(|| Arc::clone(store.on_disk())),
            alone: false,
            backed_up: None,
        };
        Self { file: Some(file), ..Self::default() }
    }

    /// The backups that there are of the file; none where there is no file yet.
    pub fn backups(&self, data_folder: &Path) -> Option<Backups> {
        let of = |file: &File| Backups::at(data_folder, &self.places, file.id, &file.path);
        self.file.as_ref().map(of)
    }

    /// Why the last backup failed.
    pub fn failed(&self) -> Option<&StoreError> {
        self.failed.as_ref().map(|(why, _)| why)
    }

    /// A newer value goes into the file.
    pub fn changes_to(&mut self, newer: &Arc<Dossier>) {
        if let Some(file) = &mut self.file {
            let before = std::mem::replace(&mut file.newest, Arc::clone(newer));
            let backed_up = file.backed_up.as_deref();
            file.alone |= backed_up.is_some_and(|backed_up| loses(&before, newer, backed_up));
            file.before.get_or_insert(before);
        }
    }

    /// The backup that is due after a change, if one is.
    pub fn due(
        &mut self,
        data_folder: &Path,
        now: DateTime,
        ticket: impl FnOnce() -> Ticket,
    ) -> Option<(Ticket, BackUpOrder)> {
        let file = self.file.as_mut()?;
        if self.under_way.is_some() {
            return None;
        }
        let before = file.before.take()?;
        let alone = std::mem::take(&mut file.alone);
        let pause = if self.failed.is_some() { AGAIN } else { PAUSE };
        // A clock that was put back must not stop them.
        let since = self.last.map(|last| now.duration_since(last).abs());
        let waits = self.failed.is_some() || !alone;
        if waits && since.is_some_and(|since| since < pause) {
            return None;
        }
        let why = if self.last.is_none() { Why::First } else { Why::Going };
        let wanted = match self.failed.take() {
            Some((_, wanted)) => wanted,
            None => Wanted { dossier: before, why },
        };
        file.backed_up = Some(Arc::clone(&wanted.dossier));
        let order = BackUpOrder {
            backups: self.backups(data_folder)?,
            dossier: Arc::clone(&wanted.dossier),
            now,
            why: wanted.why,
        };
        let ticket = ticket();
        self.last = Some(now);
        self.under_way = Some((ticket, wanted));
        Some((ticket, order))
    }

    /// All backups of the file are taken away: the next change begins anew, with what is there now.
    pub fn forgotten(&mut self) {
        self.last = None;
        (self.failed, self.told) = (None, None);
        if let Some(file) = &mut self.file {
            (file.before, file.alone, file.backed_up) = (None, false, None);
        }
    }

    /// It was made, or not: then why, where it is one of these and fails otherwise than before.
    pub fn done(&mut self, ticket: Ticket, made: Result<Backup, StoreError>) -> Option<StoreError> {
        let (_, wanted) = self.under_way.take_if(|(ours, _)| *ours == ticket)?;
        let before = std::mem::replace(&mut self.told, made.err());
        let error = self.told.clone()?;
        self.failed = Some((error.clone(), wanted));
        (before.as_ref() != Some(&error)).then_some(error)
    }

    /// It stopped where it should not have; gives whether it was one of these.
    pub fn stopped(&mut self, ticket: Ticket) -> bool {
        let ours = self.under_way.as_ref().is_some_and(|(ours, _)| *ours == ticket);
        self.done(ticket, Err(StoreError::Stopped));
        ours
    }
}

/// Whether a change takes something away that has words and is in no backup.
fn loses(before: &Arc<Dossier>, newer: &Dossier, backed_up: &Dossier) -> bool {
    // As mostly, when a text was typed.
    if before.ids().eq(newer.ids()) {
        return false;
    }
    let there: HashSet<Id> = newer.ids().chain(backed_up.ids()).collect();
    if before.ids().all(|id| there.contains(&id)) {
        return false;
    }
    let has_words = |one: &Difference| match one {
        Difference::Gone(thing) => {
            !there.contains(&thing.id()) && !thing.words(before).trim().is_empty()
        }
        _ => false,
    };
    differences(before, newer).iter().any(has_words)
}
