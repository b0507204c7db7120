//! What is done off the thread that draws, and what it brings back: each job has one kind of
//! answer, and an error keeps its kind.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::DateTime;

use crate::export::{ExportError, Preview};
use crate::import::{
    self, Choices, Content, Draft, ImportError, LARGEST_PAPER, Limits, Merge, Source, Workbook,
    WorkbookError,
};
use crate::layout::PageWords;
use crate::plan::{Dossier, Id, Scan};
use crate::platform::{self, PlaceKind};
use crate::store::{self, Backup, BackupSet, Backups, Store, StoreError};

use super::backing_up::BackUpOrder;
use super::fit::{FitOrder, Fitted};
use super::free_name::free_name;
use super::issuing::{Issue, IssueOrder};
use super::looking_back::{LookOrder, Looked};
use super::paper::{self, Drawn, Edition, Found, Made, Paper, PaperError, PaperOrder, Picture};
use super::paper_in::{Beside, CameBack, MeetOrder, Recognised};
use super::scans::{CopiedScans, KeepOrder, ScanError, ScanPlace, ScanState};
use super::survey::{Survey, SurveyOrder};
use super::{Glance, Session, Wake, write_note};

/// Where a new file shall be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewPlace {
    /// Here; something that is there already is an error.
    At(PathBuf),
    /// In this folder, under this name without its ending or the next one that is free.
    Free(PathBuf, String),
}

/// What a written paper is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A person keeps it.
    Keep,
    /// The system's viewer prints it.
    Print,
}

/// Work that takes longer than a frame may.
pub enum Job {
    /// Opens a file.
    Open {
        /// Where it is.
        path: PathBuf,
        /// The file that is open: its lock must not be touched.
        open_now: Option<PathBuf>,
        /// Called when its writer has something to say.
        wake: Wake,
    },
    /// Opens a copy of a file that somebody else has open.
    OpenCopy(PathBuf),
    /// Opens the sample, with its papers.
    OpenSample,
    /// Makes a new file and opens it.
    Make {
        /// Where.
        path: PathBuf,
        /// What it holds.
        dossier: Arc<Dossier>,
        /// When.
        now: DateTime,
        /// Called when its writer has something to say.
        wake: Wake,
    },
    /// Makes the file in which an open session goes on.
    Begin {
        /// Where.
        place: NewPlace,
        /// What it holds.
        dossier: Arc<Dossier>,
        /// The revision that is.
        revision: u64,
    },
    /// Backs up what a file held.
    BackUp(Box<BackUpOrder>),
    /// Lists the backups of a file.
    ListBackups(Backups),
    /// Takes away the backups of a file.
    ForgetBackups(Backups),
    /// Tries whether backups can be made in a folder.
    TryBackupFolder(PathBuf),
    /// Looks into one of them.
    LookBack(Box<LookOrder>),
    /// Looks a plan through.
    Survey(Box<SurveyOrder>),
    /// Makes the paper of a plan, and pictures of its pages.
    Paper(Box<PaperOrder>),
    /// Makes a paper for the last time, to be given out.
    Issue(Box<IssueOrder>),
    /// Looks for the look at which a plan takes no more than so many pages.
    Fit(Box<FitOrder>),
    /// Looks for words in the pages of a paper.
    Find(Arc<PageWords>, Edition, String),
    /// Draws pages of a paper.
    Draw(Arc<Preview>, Vec<Picture>),
    /// Writes a paper into a file.
    Write {
        /// What is written.
        paper: Box<Paper>,
        /// Where the file will be.
        path: PathBuf,
        /// What it is for.
        purpose: Purpose,
    },
    /// Reads a Word file, and recognises what it becomes.
    ReadWord(PathBuf, Beside),
    /// Recognises a paper again, with what a person decided.
    Recognise(Arc<Source>, Choices, Beside),
    /// Compares a paper with the plan that it comes back to.
    Meet(MeetOrder),
    /// Reads a form or a catalogue.
    Import {
        /// Where it is.
        path: PathBuf,
        /// The file that is open: its lock must not be touched.
        open_now: Option<PathBuf>,
    },
    /// Reads an Excel file, and recognises what it becomes.
    ReadWorkbook(PathBuf, Beside),
    /// Copies a signed paper into the folder of scans.
    KeepScan(Box<KeepOrder>),
    /// Looks how scans stand on the disk.
    LookAtScans(ScanPlace, Vec<Scan>),
    /// Copies scans to where those of a copy of the dossier are, which is the file.
    CopyScans {
        /// From where.
        from: ScanPlace,
        /// To where.
        to: ScanPlace,
        /// Which.
        scans: Vec<Scan>,
        /// The copy.
        file: PathBuf,
    },
    /// Moves the file of a scan aside that was taken off.
    SetScanAside(ScanPlace, Scan),
    /// Writes what the window remembers.
    Remember {
        /// Where.
        path: PathBuf,
        /// What.
        text: String,
    },
    /// Finds out where a new file may go.
    Propose {
        /// The first of these that is there; of none the last, which is made when it is needed.
        folders: Vec<PathBuf>,
        /// Its name, with extension.
        name: String,
        /// Under a name that nothing has yet.
        free: bool,
    },
    /// Looks for files that are not there.
    LookFor(Vec<PathBuf>),
    /// Reads what the first screen says of these files.
    Glance(Vec<PathBuf>),
    /// Looks at what a file that is open holds, for the time when it is no longer.
    GlanceOf(PathBuf, Arc<Dossier>),
    /// Finds out in what kind of place each of these folders is.
    LookAt(Vec<PathBuf>, fn(&Path) -> PlaceKind),
}

/// What a job brings back.
pub enum Answer {
    /// Of [`Job::Open`] and [`Job::OpenCopy`].
    Opened {
        /// The file that was asked for.
        path: PathBuf,
        /// It, or why not.
        opened: Result<Opened, StoreError>,
    },
    /// Of [`Job::OpenSample`]; nothing where the program itself is broken.
    Sample(Option<Box<Session>>),
    /// Of [`Job::Make`].
    Made {
        /// The file that was asked for.
        path: PathBuf,
        /// It, or why not.
        made: Result<Box<Session>, StoreError>,
    },
    /// Of [`Job::Begin`].
    Begun {
        /// Where it is, or was to be.
        path: PathBuf,
        /// It, or why not.
        begun: Result<Begun, StoreError>,
    },
    /// Of [`Job::BackUp`].
    BackedUp(Result<Backup, StoreError>),
    /// Of [`Job::ListBackups`], and those that are left of [`Job::ForgetBackups`].
    Backups(Vec<BackupSet>),
    /// Of [`Job::TryBackupFolder`]: whether they can, or why not.
    BackupFolder(PathBuf, std::io::Result<()>),
    /// Of [`Job::LookBack`].
    LookedBack(Box<Looked>),
    /// Of [`Job::Survey`].
    Surveyed(Survey),
    /// Of [`Job::Paper`].
    Paper(Box<Result<Made, ExportError>>, Drawn),
    /// Of [`Job::Issue`].
    Issued(Box<Result<Issue, ExportError>>),
    /// Of [`Job::Fit`].
    Fitted(Result<Fitted, ExportError>),
    /// Of [`Job::Find`].
    Found(Found),
    /// Of [`Job::Draw`].
    Drawn(Drawn),
    /// Of [`Job::Write`].
    Written {
        /// Where.
        path: PathBuf,
        /// What for.
        purpose: Purpose,
        /// Or why not.
        written: Result<(), PaperError>,
    },
    /// Of [`Job::ReadWord`].
    Word {
        /// The file that was asked for.
        path: PathBuf,
        /// What it shows and becomes, or why it was not read; nothing where it was stopped.
        read: Result<Option<Box<Recognised>>, ReadError>,
    },
    /// Of [`Job::Recognise`]; nothing where it was stopped.
    Recognised(Option<Box<Draft>>),
    /// Of [`Job::Import`].
    Import {
        /// The file that was asked for.
        path: PathBuf,
        /// What it holds, or why it was not read.
        read: Result<Content, ReadError>,
    },
    /// Of [`Job::ReadWorkbook`].
    Workbook {
        /// The file that was asked for.
        path: PathBuf,
        /// What it is, or why it was not read; nothing where it was stopped.
        read: Result<Option<CameBack>, ReadError>,
    },
    /// Of [`Job::Meet`]: the dossier it was compared with, and what it would change there.
    Met(Arc<Dossier>, Merge),
    /// Of [`Job::KeepScan`].
    ScanKept {
        /// The paper it is of.
        plan: Id,
        /// The file that was handed over.
        from: PathBuf,
        /// It, or why not.
        kept: Result<Scan, ScanError>,
    },
    /// Of [`Job::LookAtScans`].
    Scans(BTreeMap<Id, ScanState>),
    /// Of [`Job::CopyScans`]: the copy they belong to.
    ScansCopied(PathBuf, CopiedScans),
    /// Of [`Job::SetScanAside`].
    ScanAside(Scan, std::io::Result<()>),
    /// Of [`Job::Remember`]; a failure is in the log.
    Remembered,
    /// Of [`Job::Propose`].
    Proposed(PathBuf),
    /// Of [`Job::LookFor`]: those that are not there.
    Missing(BTreeSet<PathBuf>),
    /// Of [`Job::Glance`] and [`Job::GlanceOf`]: of those that could be read.
    Glances(BTreeMap<PathBuf, Glance>),
    /// Of [`Job::LookAt`].
    Places(BTreeMap<PathBuf, PlaceKind>),
    /// The job stopped where it should not have: a fault of the program.
    Stopped,
}

/// A file that was asked for.
pub enum Opened {
    /// It is open.
    File(Box<Session>),
    /// It is the one that was open already.
    SameAsBefore,
}

/// A file in which a session goes on.
pub struct Begun {
    pub(super) store: Box<Store>,
    pub(super) revision: u64,
}

/// Why a file that is no dossier could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// It is the dossier that is open.
    OpenDossier,
    /// The system does not give it.
    Io(std::io::Error),
    /// It is no Word file, or a broken one.
    Paper(import::PaperError),
    /// It is no Excel file, or a broken one.
    Workbook(WorkbookError),
    /// It does not hold what it should.
    Import(ImportError),
}

impl Job {
    /// Does it. It never panics: a job that stops says so.
    #[must_use]
    pub fn run(self) -> Answer {
        catch_unwind(AssertUnwindSafe(|| self.work())).unwrap_or(Answer::Stopped)
    }

    fn work(self) -> Answer {
        match self {
            Self::Open { path, open_now, wake } => {
                let opened = if is_same(open_now.as_deref(), &path) {
                    Ok(Opened::SameAsBefore)
                } else {
                    Session::open(&path, &wake).map(|session| Opened::File(Box::new(session)))
                };
                Answer::Opened { path, opened }
            }
            Self::OpenCopy(path) => {
                let opened = Session::open_copy(&path);
                let opened = opened.map(|session| Opened::File(Box::new(session)));
                Answer::Opened { path, opened }
            }
            Self::OpenSample => Answer::Sample(super::sample().map(Session::sample).map(Box::new)),
            Self::Make { path, dossier, now, wake } => {
                make_folder_of(&path);
                let made = Session::create(&path, dossier, &wake, now).map(Box::new);
                Answer::Made { path, made }
            }
            Self::Begin { place, dossier, revision } => {
                let path = match place {
                    NewPlace::At(path) => path,
                    NewPlace::Free(folder, name) => free_name(&folder, &name, "caitien"),
                };
                make_folder_of(&path);
                let begun = store::create(&path, &dossier, platform::file_identity)
                    .map(|store| Begun { store: Box::new(store), revision });
                Answer::Begun { path, begun }
            }
            Self::BackUp(order) => Answer::BackedUp(order.make()),
            Self::ListBackups(backups) => Answer::Backups(backups.sets()),
            Self::ForgetBackups(backups) => {
                backups.forget();
                Answer::Backups(backups.sets())
            }
            Self::TryBackupFolder(folder) => {
                let tried = store::try_backup_folder(&folder);
                Answer::BackupFolder(folder, tried)
            }
            Self::LookBack(order) => Answer::LookedBack(Box::new(order.make())),
            Self::Survey(order) => Answer::Surveyed(order.make()),
            Self::Paper(order) => {
                let (made, drawn) = order.make();
                Answer::Paper(Box::new(made), drawn)
            }
            Self::Issue(order) => Answer::Issued(Box::new(order.make())),
            Self::Fit(order) => Answer::Fitted(order.make()),
            Self::Find(words, edition, sought) => {
                Answer::Found(paper::find(&words, edition, sought))
            }
            Self::Draw(preview, wanted) => Answer::Drawn(paper::draw(&preview, &wanted)),
            Self::Write { paper, path, purpose } => {
                let written = paper::write(&paper, &path);
                Answer::Written { path, purpose, written }
            }
            Self::ReadWord(path, beside) => {
                let read = read_paper(&path).map(|source| beside.recognised(source));
                Answer::Word { path, read }
            }
            Self::Recognise(source, choices, beside) => {
                Answer::Recognised(beside.draft_of(&source, &choices).map(Box::new))
            }
            Self::Import { path, open_now } => {
                let read = read_import(&path, open_now.as_deref());
                Answer::Import { path, read }
            }
            Self::ReadWorkbook(path, beside) => {
                let read = read_workbook(&path).map(|workbook| beside.came_back(&workbook));
                Answer::Workbook { path, read }
            }
            Self::Meet(order) => Answer::Met(Arc::clone(&order.dossier), order.met()),
            Self::KeepScan(order) => {
                let kept = order.make();
                Answer::ScanKept { plan: order.plan, from: order.from, kept }
            }
            Self::LookAtScans(place, scans) => Answer::Scans(place.states(&scans)),
            Self::CopyScans { from, to, scans, file } => {
                Answer::ScansCopied(file, from.copy_to(&to, &scans))
            }
            Self::SetScanAside(place, scan) => {
                let moved = place.set_aside(&scan);
                Answer::ScanAside(scan, moved)
            }
            Self::Remember { path, text } => {
                write_note(&path, &text);
                Answer::Remembered
            }
            Self::Propose { mut folders, name, free } => {
                let last = folders.pop().unwrap_or_default();
                let folder = folders.into_iter().find(|folder| folder.is_dir()).unwrap_or(last);
                let path = folder.join(name);
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                let extension = path.extension().unwrap_or_default().to_string_lossy();
                Answer::Proposed(if free { free_name(&folder, &stem, &extension) } else { path })
            }
            Self::LookFor(paths) => {
                Answer::Missing(paths.into_iter().filter(|path| !path.exists()).collect())
            }
            Self::GlanceOf(path, dossier) => {
                Answer::Glances(BTreeMap::from([(path, Glance::of(&dossier))]))
            }
            Self::Glance(paths) => {
                let read = |path: PathBuf| Glance::at(&path).map(|glance| (path, glance));
                Answer::Glances(paths.into_iter().filter_map(read).collect())
            }
            Self::LookAt(folders, place_kind) => {
                let kinds = folders.into_iter().map(|folder| {
                    let kind = place_kind(&folder);
                    (folder, kind)
                });
                Answer::Places(kinds.collect())
            }
        }
    }
}

fn is_same(open: Option<&Path>, path: &Path) -> bool {
    open.is_some_and(|open| platform::same_file(open, path))
}

/// Where a folder cannot be made, the file that was to be in it says why.
fn make_folder_of(path: &Path) {
    if let Some(folder) = path.parent() {
        drop(std::fs::create_dir_all(folder));
    }
}

fn read_import(path: &Path, open_now: Option<&Path>) -> Result<Content, ReadError> {
    if is_same(open_now, path) {
        return Err(ReadError::OpenDossier);
    }
    let limits = Limits::default();
    let bytes = platform::read_at_most(path, limits.bytes).map_err(ReadError::Io)?;
    import::file(&bytes, limits).map_err(ReadError::Import)
}

fn read_paper(path: &Path) -> Result<Source, ReadError> {
    let bytes = platform::read_at_most(path, LARGEST_PAPER).map_err(ReadError::Io)?;
    import::paper(&bytes).map_err(ReadError::Paper)
}

fn read_workbook(path: &Path) -> Result<Workbook, ReadError> {
    let bytes = platform::read_at_most(path, LARGEST_PAPER).map_err(ReadError::Io)?;
    import::workbook(&bytes).map_err(ReadError::Workbook)
}
