//! The journals that lie beside a file when it is opened: which of them is its own.
//!
//! A journal names no owner. Its header holds a count of records, a number by which their checks
//! are made, the size the file had, and sizes of sectors and pages (sqlite.org/fileformat2.html);
//! whichever lies beside a file is rolled back into it. So a file that was put in the place of
//! another, whose writer was killed, would be mixed with pages of the other. Here a journal is
//! judged by what it does: both states of the file, rolled back and without the journal, are
//! tried in a folder apart, and each is whole where SQLite, the rows' checks and the rules find
//! nothing wrong in it.
//!
//! - Rolled back it is whole, and the file is the same dossier or cannot be read without it:
//!   SQLite rolls it back.
//! - Only without the journal it is whole, or rolled back it is another dossier: the journal is
//!   given another name, and said.
//! - Neither is whole: nothing is touched.
//!
//! A journal whose header is zeroed is one that was ended rightly. A `-wal` is never ours, and
//! SQLite would use it whatever the file says: it is given another name before SQLite looks.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use super::apart::{Folder, copy, with_suffix};
use super::{Contents, Refusal, StoreError, bounds, connect, contents, head, kept};
use crate::platform;

/// What SQLite appends to a file's name for its rollback journal.
const JOURNAL: &str = "-journal";
/// What each header of a journal begins with, and what ends the name of a super-journal.
const MAGIC: [u8; 8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7];
/// The most bytes a journal may have to be tried.
const LONGEST: u64 = 2 * bounds::MOST_BYTES;
/// SQLite's own code for a file that ends before it should.
const SHORT_READ: i32 = 522;

/// Copies of a file in a folder apart.
pub(super) struct Copies {
    _folder: Folder,
    /// The file without what lies beside it.
    pub plain: PathBuf,
    /// The file with its journal, where one is hot and may be tried.
    pub rolled: Option<PathBuf>,
    /// Whether something that is no journal to try lies in the journal's place.
    odd: bool,
}

/// A file as it is with the journal that is its own, tried on a copy.
pub(super) struct Tried {
    pub contents: Contents,
    /// Whether what lies in the journal's place is not the file's own.
    foreign: bool,
}

/// Puts what lies beside a file right before SQLite sees it; gives what was set aside.
///
/// # Errors
/// [`StoreError::OpenElsewhere`] where somebody has the file, who may be writing the journal now;
/// otherwise as opening, where neither state is whole. Nothing is touched then.
pub(super) fn settle(path: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut aside = Vec::new();
    let wal = with_suffix(path, "-wal");
    if is_there(&wal)? {
        aside.push(set_aside(path, &wal)?);
    }
    let journal = with_suffix(path, JOURNAL);
    if !may_be_hot(&journal)? {
        return Ok(aside);
    }
    let file = File::options().read(true).write(true).open(path)?;
    if !platform::lock_whole(&file)? {
        return Err(StoreError::OpenElsewhere(None));
    }
    // Who had the file may have ended it in the meantime.
    if may_be_hot(&journal)? && try_out(&file, path)?.foreign {
        aside.push(set_aside(path, &journal)?);
    }
    Ok(aside)
}

/// Reads a file that may not be written, from copies; gives what beside it is not its own.
pub(super) fn read_copy(path: &Path) -> Result<(Contents, Vec<PathBuf>), StoreError> {
    let tried = try_out(&File::open(path)?, path)?;
    let journal = tried.foreign.then(|| with_suffix(path, JOURNAL));
    let wal = Some(with_suffix(path, "-wal")).filter(|wal| is_there(wal).unwrap_or(false));
    Ok((tried.contents, wal.into_iter().chain(journal).collect()))
}

/// Tries the states of a file, and says which is the file.
fn try_out(file: &File, path: &Path) -> Result<Tried, StoreError> {
    let copies = Copies::of(file, path)?;
    let plain = State::of(&copies.plain)?;
    let Some(rolled) = &copies.rolled else {
        return Ok(Tried { contents: plain.whole?, foreign: copies.odd });
    };
    match (State::of(rolled)?.whole, plain.whole) {
        (Ok(rolled), Ok(plain)) => {
            // What the checks find no fault with goes before what another hand was in.
            let mixed = plain.changed.is_empty() && !rolled.changed.is_empty();
            let foreign = rolled.head.file_id != plain.head.file_id || mixed;
            Ok(Tried { contents: if foreign { plain } else { rolled }, foreign })
        }
        (Ok(rolled), Err(error)) => match plain.id {
            Some(id) if id != rolled.head.file_id => Err(error),
            _ => Ok(Tried { contents: rolled, foreign: false }),
        },
        (Err(_), Ok(plain)) => Ok(Tried { contents: plain, foreign: true }),
        (Err(error), Err(_)) => Err(error),
    }
}

/// A copy that was looked at.
struct State {
    /// What it holds, or what is wrong with it.
    whole: Result<Contents, StoreError>,
    /// The id it shows even then.
    id: Option<[u8; 16]>,
}

impl State {
    /// Looks at a copy.
    ///
    /// # Errors
    /// What says nothing of the copy: no room left, a disk that does not read.
    fn of(copy: &Path) -> Result<Self, StoreError> {
        let mut connection = connect::connect(copy)?;
        let whole =
            connect::take(&connection).and_then(|version| contents(&mut connection, version));
        let id = match &whole {
            Ok(found) => Some(found.head.file_id),
            Err(_) => head::read(&connection).ok().and_then(Result::ok).map(|head| head.file_id),
        };
        match whole {
            Err(error) if !is_verdict(&error) => Err(error),
            whole => Ok(Self { whole, id }),
        }
    }
}

/// Whether an error says what a file is, and not that it could not be looked at.
fn is_verdict(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::Damaged(_)
            | StoreError::Altered(_)
            | StoreError::TooNew { .. }
            | StoreError::NotSqlite
            | StoreError::TooLarge
            | StoreError::Io(Refusal::Sqlite(SHORT_READ))
    )
}

impl Copies {
    /// Copies a file, through a descriptor that is open, and what lies in its journal's place.
    pub(super) fn of(file: &File, path: &Path) -> Result<Self, StoreError> {
        let folder = Folder::make()?;
        let plain = folder.file("plain.caitien");
        copy(file, &plain)?;
        let (mut rolled, mut odd) = (None, false);
        let journal = with_suffix(path, JOURNAL);
        if may_be_hot(&journal)? {
            match to_try(&journal, file.metadata()?.len())? {
                None => odd = true,
                Some(journal) => {
                    let whole = folder.file("rolled.caitien");
                    copy(file, &whole)?;
                    copy(&journal, &with_suffix(&whole, JOURNAL))?;
                    rolled = Some(whole);
                }
            }
        }
        Ok(Self { _folder: folder, plain, rolled, odd })
    }
}

/// Whether something lies in a journal's place that SQLite did not end.
fn may_be_hot(journal: &Path) -> Result<bool, StoreError> {
    match fs::symlink_metadata(journal) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
        // A folder, a link, a pipe: SQLite makes none, and might wait at it for ever.
        Ok(about) if !about.is_file() => Ok(true),
        Ok(about) if about.len() == 0 => Ok(false),
        Ok(_) => {
            let mut first = [0];
            match File::open(journal).and_then(|mut file| file.read(&mut first)) {
                // It was ended in the meantime.
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
                read => Ok(read? == 1 && first != [0]),
            }
        }
    }
}

/// The journal, where trying it does no harm: it is a file, it makes the other no larger than
/// what both hold, and it names no further journal, which SQLite would look for, and delete.
fn to_try(journal: &Path, length: u64) -> io::Result<Option<File>> {
    if !fs::symlink_metadata(journal)?.is_file() {
        return Ok(None);
    }
    let mut file = File::open(journal)?;
    let own = file.metadata()?.len();
    if own > LONGEST {
        return Ok(None);
    }
    let mut header = Vec::new();
    (&file).take(28).read_to_end(&mut header)?;
    if header.len() == 28 && header.starts_with(&MAGIC) {
        let number = |at: usize| {
            header[at..at + 4].iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte))
        };
        if number(16).saturating_mul(number(24)) > length.saturating_add(own) {
            return Ok(None);
        }
    }
    let mut end = [0; 8];
    if own >= 8 {
        file.seek(SeekFrom::End(-8))?;
        file.read_exact(&mut end)?;
    }
    Ok((end != MAGIC).then_some(file))
}

fn is_there(path: &Path) -> Result<bool, StoreError> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Gives what lies beside a file a name that SQLite does not look for: of "Hồ sơ.caitien", "Hồ
/// sơ.nhat-ky-de-rieng".
fn set_aside(path: &Path, what: &Path) -> Result<PathBuf, StoreError> {
    let bare = path.with_extension("");
    for number in 1..1000 {
        let number = if number == 1 { String::new() } else { format!("-{number}") };
        let to = kept::beside_name(&bare, &format!(".nhat-ky-de-rieng{number}"));
        match platform::set_aside(what, &to) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            done => return Ok(done.map(|()| to)?),
        }
    }
    Err(StoreError::Exists)
}
