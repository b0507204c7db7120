//! One dossier in one SQLite file: opened with care, written by difference, held by a lock.
//!
//! Invariant: a file that cannot be opened is left as it was, with nothing
//! beside it. Invariant: what was saved is on the disk, whole, whatever happens
//! next. Invariant: every file of a released format still opens. Invariant: a file that opens
//! holds what was last saved in it, or says which rows another tool changed; what is missing or
//! doubtful is damage, and [`salvage`] reads what can be read of it. Invariant: nothing is written
//! that could not be read again.
//!
//! While a [`Store`] lives, nobody else may open, copy or hash its file: on
//! Unix, closing any descriptor of it in this process frees SQLite's locks.
//!
//! Promise: a journal beside a file is rolled back into it only where that gives the same dossier,
//! whole; any other, and every `-wal`, is given another name and said, and the file is what it is
//! without it (see `journal`). So a copy put over a file whose writer was killed is not hurt by
//! what the killed one left.
//!
//! Promise: into a file whose content was changed by another while it was open, nothing is
//! written, and nothing is said to be saved (see `watch`); both what is there and what is in
//! memory are kept. A file that was only touched, or written anew with the same bytes, goes on.
//!
//! Promise: a save that failed is tried again by itself, in growing pauses, and when the file is
//! left (see `writer`); a file that was away (a stick, a share, a folder renamed) is gone on with
//! as soon as it is back, if it holds what was last saved.
//!
//! Promise: who opens a file that somebody else has is told who, on which machine and since when,
//! where the note beside the file says so (see `holder`), and may read a copy at once; the lock of
//! SQLite alone decides, and what lies in the note's place never stops anybody.
//!
//! Promise: a new file is there whole or not at all, whenever its maker is killed, and can be made
//! again at once; nobody but the user may read it. What a killed maker leaves has a name of its
//! own, by which it is swept a day later on the same machine (`platform::sweep`); journals and
//! what was set aside never are.
//!
//! Promise: a backup is whole and was read back before it has its name, and what fails in making
//! one changes nothing else (see `backups`).
//!
//! Promise: a file of any size is opened in less than 500 MB and 5 seconds or refused in a sentence,
//! and what would be refused is not written (see `bounds`).
//!
//! Promise: of a damaged file what can be read is handed out as a dossier, with all that is missing
//! or doubtful told, and the file is left (see `salvage`).
//!
//! What SQLite promises, and where it says so (sqlite.org): a commit is whole or not there
//! (atomiccommit.html; `synchronous = EXTRA` in pragma.html puts the journal's end on the disk as
//! well); a journal that a killed writer left is rolled back by the next who opens the file, and
//! must stay beside it (lockingv3.html, howtocorrupt.html, which also warns of the descriptors);
//! columns hold what their type says (stricttables.html); a file from elsewhere is hardened as
//! security.html advises. What it does not promise, that pages are those that were written, the
//! checks in `seal` see.
//!
//! Every file has an id of 16 random bytes, made with it. What is the same dossier at another hour
//! keeps it: a backup, a copy kept before a change, a copy that the system made. A file made from
//! a value (an import, the sample, what was salvaged or restored, going on elsewhere) is a new
//! one, and so is a copy that a person asks for ([`Store::save_copy`]): both go their own ways.

mod apart;
mod away;
mod backups;
mod beside;
mod bounds;
mod cell;
mod clean;
mod connect;
mod error;
mod fault;
mod head;
mod holder;
mod journal;
mod kept;
mod list;
mod load;
mod place;
mod reading;
mod salvage;
mod schema;
mod seal;
mod shape;
mod table;
mod tables;
mod tables_of_library;
mod tables_of_year;
mod twins;
mod verify;
mod waiting;
mod watch;
mod write;
mod writer;
mod writing;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use crate::plan::Dossier;
use away::{Place, StillThere};
use connect::Held;
use head::Head;
use holder::Note;
use kept::Reason;
use watch::Watch;

pub use backups::{
    Backup, BackupPlaces, BackupSet, Backups, Why, backup_folders, backups_of, try_backup_folder,
};
pub use error::{Refusal, StoreError};
pub use fault::{Fault, RowName, What};
pub use holder::Holder;
pub use salvage::{Loose, Salvaged, salvage};
pub use writer::{LastWord, Report, Writer};

/// The tables of a file but the dossier's own row, as [`Fault`] and [`RowName`] name them.
#[must_use]
pub fn table_names() -> Vec<&'static str> {
    let mut names = Vec::new();
    tables::each_shape(&mut |shape| names.push(shape.name));
    names
}

/// How often a copy of a file in use is made where it is not whole, and how long is waited between.
const TRIES: u32 = 10;
const BETWEEN_TRIES: Duration = Duration::from_millis(100);

/// A file that is open for a session: nobody else can open it, this program included.
pub struct Store {
    path: PathBuf,
    /// `None` where the file may only be read.
    connection: Option<Connection>,
    /// Whether the file is what was left there; there is one where there is a connection.
    watch: Option<Watch>,
    on_disk: Arc<Dossier>,
    head: Head,
    mended: Option<Mended>,
    /// Whether the path still leads to the file that was opened.
    still_there: Box<dyn StillThere>,
    /// Why the file was let go, where it was: it is looked for at each save.
    lost: Option<StoreError>,
    /// Says beside the file who has it, while the lock is ours.
    note: Option<Note>,
    /// Last, so that it is given back after the connection is closed.
    held: Held,
}

/// What was done to a file when it was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mended {
    /// Rows whose check was not what their values give, and was made anew: another tool edited
    /// them. None where the file was only brought to the newest format.
    pub rows: Vec<RowName>,
    /// The file as it was before; none where it may only be read, and was left.
    pub copy: Option<PathBuf>,
    /// Journals beside the file that are not its own and were not used: where they are now. They
    /// were given other names, unless the file may only be read.
    pub set_aside: Vec<PathBuf>,
}

/// What a file holds.
struct Contents {
    head: Head,
    dossier: Dossier,
    changed: Vec<RowName>,
}

/// Makes a new file that holds a dossier, and opens it for a session.
///
/// The file is written beside and takes its name when it is whole. `identity`
/// tells which file a path leads to (`platform::file_identity`).
///
/// # Errors
/// [`StoreError::Exists`] when something has that name already; otherwise as
/// writing and opening. Nothing is left behind then.
pub fn create<I: PartialEq + Send + 'static>(
    path: &Path,
    dossier: &Dossier,
    identity: fn(&Path) -> io::Result<I>,
) -> Result<Store, StoreError> {
    beside::create(path, dossier, None)?;
    open(path, identity).map(|(store, _)| store)
}

/// Opens a file for a session. A file that may only be read is opened for
/// reading: see [`Store::read_only`].
///
/// Where another tool edited rows, and every row still reads and refers rightly, a copy of the
/// file is kept beside it and the checks are made anew: see [`Store::mended`].
///
/// # Errors
/// Every [`StoreError`] kind but those of writing.
pub fn open<I: PartialEq + Send + 'static>(
    path: &Path,
    identity: fn(&Path) -> io::Result<I>,
) -> Result<(Store, Arc<Dossier>), StoreError> {
    let path = std::path::absolute(path)?;
    open_at(path.clone(), identity).map_err(|error| holder::told(error, &path))
}

fn open_at<I: PartialEq + Send + 'static>(
    path: PathBuf,
    identity: fn(&Path) -> io::Result<I>,
) -> Result<(Store, Arc<Dossier>), StoreError> {
    place::check_length(&path)?;
    let held = Held::take(&path)?;
    connect::look_at(&path)?;
    let read_only = || -> Result<_, StoreError> {
        let (found, set_aside) = journal::read_copy(&path)?;
        let rows = found.changed.clone();
        Ok((None, found, Mended { rows, copy: None, set_aside }))
    };
    let (opened, found, mended) = if beside::is_read_only(&path) {
        read_only()?
    } else {
        match open_to_write(&path) {
            Ok((opened, found, mended)) => (Some(opened), found, mended),
            // The system said so only now: a disk or a share that takes no writing.
            Err(StoreError::ReadOnly) => read_only()?,
            Err(error) => return Err(error),
        }
    };
    let (connection, watch) = opened.unzip();
    let still_there = Box::new(Place::now(&path, identity)?);
    let dossier = Arc::new(found.dossier);
    let note = connection.is_some().then(|| Note::leave(held.path())).flatten();
    let store = Store {
        path,
        connection,
        watch,
        on_disk: Arc::clone(&dossier),
        head: found.head,
        mended: (mended != Mended::default()).then_some(mended),
        still_there,
        lost: None,
        note,
        held,
    };
    Ok((store, dossier))
}

/// Reads a file and gives it back: for the headless commands.
///
/// What a killed writer left is rolled back first, its note of who it was removed, and a journal
/// that is another's set aside; otherwise the file is left as it is. A read-only file is read from a temporary copy.
///
/// # Errors
/// As [`open`].
pub fn read(path: &Path) -> Result<Dossier, StoreError> {
    read_telling(path).map(|(dossier, _)| dossier)
}

/// What a file holds, read from a copy: nothing beside it is touched, and a file that somebody has
/// open stays theirs.
///
/// # Errors
/// As [`open`], and [`StoreError::TooLarge`] where a copy would take long.
pub fn peek(path: &Path) -> Result<Dossier, StoreError> {
    if std::fs::metadata(path)?.len() > bounds::QUICKLY_COPIED {
        return Err(StoreError::TooLarge);
    }
    read_copy(path)
}

/// What a file holds that somebody else has open, as it was saved last. As [`peek`], of any size,
/// and patient: a copy that was made while somebody was writing is made again.
///
/// # Errors
/// As [`open`]; [`StoreError::OpenElsewhere`] only where this process itself has it.
pub fn read_in_use(path: &Path) -> Result<Dossier, StoreError> {
    let mut tries = TRIES;
    loop {
        match read_copy(path) {
            Err(error) if error.is_damage() && tries > 1 => {
                tries -= 1;
                std::thread::sleep(BETWEEN_TRIES);
            }
            read => return read,
        }
    }
}

fn read_copy(path: &Path) -> Result<Dossier, StoreError> {
    let path = std::path::absolute(path)?;
    place::check_length(&path)?;
    let _held = Held::take(&path)?;
    connect::look_at(&path)?;
    journal::read_copy(&path).map(|(found, _)| found.dossier)
}

/// As [`read`], with the rows that another tool changed, and the journals set aside.
///
/// # Errors
/// As [`open`].
pub fn read_telling(path: &Path) -> Result<(Dossier, Mended), StoreError> {
    let path = std::path::absolute(path)?;
    read_at(&path).map_err(|error| holder::told(error, &path))
}

fn read_at(path: &Path) -> Result<(Dossier, Mended), StoreError> {
    place::check_length(path)?;
    let held = Held::take(path)?;
    connect::look_at(path)?;
    let whole = |connection: &mut Connection, version| {
        holder::remove_stale(held.path());
        contents(connection, version)
    };
    let (found, set_aside) = if beside::is_read_only(path) {
        journal::read_copy(path)
    } else {
        match with(path, whole) {
            Ok((connection, found, set_aside)) => {
                connect::release(connection);
                Ok((found, set_aside))
            }
            Err(StoreError::ReadOnly) => journal::read_copy(path),
            Err(error) => Err(error),
        }
    }?;
    Ok((found.dossier, Mended { rows: found.changed, copy: None, set_aside }))
}

/// Takes the lock and does something with the file and its format; a failure gives the lock back.
/// Gives the journals that were set aside as well.
fn with<T>(
    path: &Path,
    act: impl FnOnce(&mut Connection, u32) -> Result<T, StoreError>,
) -> Result<(Connection, T, Vec<PathBuf>), StoreError> {
    let set_aside = journal::settle(path)?;
    let mut connection = connect::connect(path)?;
    let done = if connection.is_readonly("main")? {
        Err(StoreError::ReadOnly)
    } else {
        connect::take(&connection).and_then(|version| act(&mut connection, version))
    };
    match done {
        Ok(done) => Ok((connection, done, set_aside)),
        Err(error) => {
            connect::release(connection);
            Err(error)
        }
    }
}

fn open_to_write(path: &Path) -> Result<((Connection, Watch), Contents, Mended), StoreError> {
    let mut watch = Watch::new(path)?;
    let (connection, (found, copy), set_aside) = with(path, |connection, version| {
        let mut found = contents(connection, version)?;
        let reason = if version < schema::VERSION {
            Reason::Upgraded
        } else if found.changed.is_empty() {
            return Ok((found, None));
        } else {
            Reason::Mended
        };
        let copy = kept::keep(connection, path, reason)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        schema::create_again(&transaction)?;
        found.head = write::whole(&transaction, found.head.file_id, &found.dossier)?;
        transaction.commit()?;
        Ok((found, Some(copy)))
    })?;
    if let Err(error) = watch.begin(&connection, &found.head) {
        connect::release(connection);
        return Err(error);
    }
    let rows = found.changed.clone();
    Ok(((connection, watch), found, Mended { rows, copy, set_aside }))
}

/// All that a file holds, if it holds together. An older format is climbed from only to read it.
fn contents(from: &mut Connection, version: u32) -> Result<Contents, StoreError> {
    let head = head::read(from)?.map_err(StoreError::from)?;
    let verified = verify::verify(from, &head.totals)?;
    let transaction = from.transaction()?;
    schema::climb(&transaction, version)?;
    let mut reading =
        reading::Reading { from: &transaction, faults: verified.faults, revive: false };
    let dossier = load::dossier(&mut reading, head.next_id)?;
    if let Some(fault) = reading.faults.into_iter().next() {
        return Err(fault.into());
    }
    if let Err(broken) = dossier.check_rules() {
        return Err(Fault::new("", What::Broken(broken)).into());
    }
    transaction.rollback()?;
    Ok(Contents { head, dossier, changed: verified.changed })
}

impl Store {
    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file may only be read: saving fails with [`StoreError::ReadOnly`].
    #[must_use]
    pub fn read_only(&self) -> bool {
        self.connection.is_none() && self.lost.is_none()
    }

    /// What the file holds.
    #[must_use]
    pub fn on_disk(&self) -> &Arc<Dossier> {
        &self.on_disk
    }

    /// The file's name for itself: it and its copies share it, and no other file has it.
    #[must_use]
    pub fn file_id(&self) -> [u8; 16] {
        self.head.file_id
    }

    /// Copies beside the file that hold other words of the same dossier: what a cloud keeps where
    /// two computers wrote at once, and what came with a number and is newer.
    #[must_use]
    pub fn conflict_copies(&self) -> Vec<PathBuf> {
        twins::find(&self.path, &self.head)
    }

    /// What was done to the file when it was opened, to be said once; mostly nothing.
    #[must_use]
    pub fn mended(&self) -> Option<&Mended> {
        self.mended.as_ref()
    }

    /// Brings the file to a value, in one transaction; on success it is on the disk.
    ///
    /// A file that was away, or that stands anew in its place, is gone on with where it holds
    /// what was last saved.
    ///
    /// # Errors
    /// The file holds what it held before, and the same may be tried again.
    /// [`StoreError::Inconsistent`] for a value that could not be read again,
    /// [`StoreError::Overwritten`] where somebody else wrote into the file: it is left to them.
    pub fn save(&mut self, dossier: &Arc<Dossier>) -> Result<(), StoreError> {
        match self.write(dossier) {
            Err(why @ (StoreError::Moved | StoreError::Io(_))) => {
                self.come_back(dossier, why)?;
                self.write(dossier)
            }
            done => done,
        }
    }

    fn write(&mut self, dossier: &Arc<Dossier>) -> Result<(), StoreError> {
        if let Some(why) = &self.lost {
            return Err(why.clone());
        }
        if Arc::ptr_eq(&self.on_disk, dossier) {
            return self.watch.as_ref().map_or(Ok(()), Watch::look);
        }
        let (Some(connection), Some(watch)) = (&mut self.connection, &mut self.watch) else {
            return Err(StoreError::ReadOnly);
        };
        if !self.still_there.same() {
            return Err(StoreError::Moved);
        }
        dossier.check_rules()?;
        watch.look()?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // What refers to another row may come before it.
        transaction.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let head = write::difference(&transaction, &self.head, &self.on_disk, dossier)?;
        transaction.commit()?;
        self.head = head;
        self.on_disk = Arc::clone(dossier);
        watch.saved(&self.head)
    }

    /// Writes what was last saved into a new file, which is one of its own.
    ///
    /// # Errors
    /// [`StoreError::SameFile`] for the file itself, [`StoreError::Exists`] for
    /// any other that is there; no part of a copy is left behind.
    pub fn save_copy(&self, path: &Path) -> Result<(), StoreError> {
        self.copy_of(&self.on_disk, path)
    }

    /// Writes a value that this file does not hold, or does not take, into a new file.
    ///
    /// # Errors
    /// As [`Self::save_copy`].
    pub fn copy_of(&self, dossier: &Dossier, path: &Path) -> Result<(), StoreError> {
        beside::create(&self.place_of_copy(path)?, dossier, None)
    }

    /// The whole path of a copy, at which nothing may be yet.
    fn place_of_copy(&self, path: &Path) -> Result<PathBuf, StoreError> {
        let path = std::path::absolute(path)?;
        match (place::real(&self.path), place::real(&path)) {
            (Ok(own), Ok(other)) if own == other => Err(StoreError::SameFile),
            (Ok(_), Ok(_)) => Err(StoreError::Exists),
            _ => Ok(path),
        }
    }

    /// The most pages of 4 KiB that the file may grow to: what a full disk does, on purpose.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn limit_pages(&self, pages: u32) -> Result<(), StoreError> {
        if let Some(connection) = &self.connection {
            let set = format!("PRAGMA max_page_count = {pages}");
            connection.query_row(&set, [], |_| Ok(()))?;
        }
        Ok(())
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // While the lock is ours still: the next who has it writes a note of his own.
        self.note = None;
        if let Some(connection) = self.connection.take() {
            connect::release(connection);
        }
    }
}
