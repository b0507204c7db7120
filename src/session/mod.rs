//! One open file: its value with undo, the plan shown, its writer, and how saving stands; and
//! the jobs it needs. It knows no toolkit and no words: what a person does to a file is tested
//! without a window.
//!
//! Invariant: [`Saving::Saved`] means that the newest value is on the disk.

mod backing_up;
mod fit;
mod free_name;
mod glance;
mod issuing;
mod job;
mod looking_back;
mod note;
mod paper;
mod paper_in;
mod papers;
mod sample;
mod scans;
mod survey;
mod ticket;
mod tidy;
mod will;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use jiff::civil::{Date, DateTime};

use crate::edit::{self, Edit, EditError, History, MergeKey};
use crate::library;
use crate::plan::{Dossier, Id, Plan};
use crate::platform;
use crate::store::{
    self, Backup, BackupPlaces, Backups, Mended, Report, Salvaged, Store, StoreError, Writer,
};

pub use backing_up::BackUpOrder;
pub use fit::{Fit, FitOrder, Fitted};
pub use glance::{Deadline, Glance};
pub use issuing::{Issue, IssueOrder};
pub use job::{Answer, Begun, Job, NewPlace, Opened, Purpose, ReadError};
pub use looking_back::{LookOrder, Looked};
pub use note::{SETTINGS, backup_places, read_note, write_note};
pub use paper::{
    Drawn, Edition, Found, HandoutAs, Made, Paper, PaperError, PaperKind, PaperOrder, Picture,
    word_text,
};
pub use paper_in::{
    AboutPlan, Beside, CameBack, MeetOrder, Recognised, catalogues_beside, draft_of,
    rows_of_workbook, said_by,
};
pub use papers::{propose_anew, propose_paper};
pub use sample::sample;
pub use scans::{CopiedScans, KeepOrder, LARGEST_SCAN, ScanError, ScanPlace, ScanState};
pub use survey::{Of, Survey, Surveys};
pub use ticket::Ticket;
pub use will::Will;

use backing_up::BackingUp;
use survey::SurveyOrder;
use tidy::{leave, tidy_up};

/// What the window begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// The first screen.
    #[default]
    Screen,
    /// The embedded sample.
    Sample,
    /// A file.
    File(PathBuf),
}

/// Why a copy of a file is open and not the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyCopy {
    /// It is damaged: this is what could be read.
    Damaged,
    /// Somebody else has it: this is what they saved last.
    InUse,
}

/// How saving stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    /// The sample, not edited yet: there is nothing to save.
    Sample,
    /// A copy of a file, not edited yet: the file itself is as it was.
    Copy(WhyCopy),
    /// The newest value is on the disk, since then where it is known.
    Saved(Option<DateTime>),
    /// It is on its way.
    UnderWay,
    /// It could not be saved.
    Failed(StoreError),
    /// The file may only be read, and nothing was changed yet.
    ReadOnly,
}

/// What became of what a person asked of the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// A copy is on the disk.
    Copied(PathBuf),
    /// It is not.
    NotCopied(PathBuf, StoreError),
    /// What was deleted is in the file no more.
    Cleaned,
    /// It may be still.
    NotCleaned(StoreError),
}

/// What is to be said once of a file that was opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Another tool edited it, or it was of an older format.
    Mended(Mended),
    /// It is damaged: this is what could be read of it, and what is missing.
    Salvaged(Box<Salvaged>),
    /// These lie beside it, with other words of the same dossier.
    Copies(Vec<PathBuf>),
}

/// Says, from another thread, that there is something to [`Session::poll`].
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// An open file.
pub struct Session {
    /// Where it is; none for the sample before its first edit.
    pub path: Option<PathBuf>,
    /// Its value, with undo.
    pub history: History,
    /// The plan shown.
    pub plan: Id,
    /// How saving stands.
    pub saving: Saving,
    /// What is to be said once of the file, taken by whoever says it.
    pub told: Vec<Told>,
    /// The file of which this is a copy, and why.
    pub copy_of: Option<(PathBuf, WhyCopy)>,
    /// What was found in the plan shown.
    pub surveys: Surveys,
    writer: Option<Writer>,
    reports: Option<Receiver<Report>>,
    /// The revision handed to the writer last.
    handed_over: u64,
    /// The file in which it will go on is being made.
    moving: Option<Moving>,
    backing_up: BackingUp,
}

/// When a survey is to be made.
pub enum Due {
    /// There is none to be made, or one is under way.
    Nothing,
    /// After so many seconds without a change.
    In(f64),
    /// It is begun with this.
    Begun(Ticket, Job),
}

/// A move to another file, under way.
struct Moving {
    ticket: Ticket,
    /// How saving stood in the file that is left.
    before: Saving,
}

/// What was salvaged of a file; words that have no place any more stand in a part of their own.
#[must_use]
pub fn all_found(found: &Salvaged) -> Dossier {
    let texts = found.loose.iter().flat_map(|row| &row.texts);
    edit::with_found(&found.dossier, texts.map(String::as_str))
}

impl Session {
    /// The sample: nothing of it is a file until it is edited.
    #[must_use]
    pub fn sample(dossier: Arc<Dossier>) -> Self {
        Self::new(dossier, None, Saving::Sample)
    }

    fn new(dossier: Arc<Dossier>, path: Option<PathBuf>, saving: Saving) -> Self {
        let plan = dossier.newest_plan().map(|plan| plan.id).unwrap_or_default();
        Self {
            path,
            history: History::new(dossier),
            plan,
            saving,
            told: Vec::new(),
            copy_of: None,
            surveys: Surveys::default(),
            writer: None,
            reports: None,
            handed_over: 0,
            moving: None,
            backing_up: BackingUp::default(),
        }
    }

    /// Opens a file. Of a damaged one, what can be read is opened as a copy that is no file yet:
    /// damage locks nobody out. What there is to say of it stands in [`Self::told`].
    ///
    /// # Errors
    /// Every kind of bad file; it is left as it was.
    pub fn open(path: &Path, wake: &Wake) -> Result<Self, StoreError> {
        match store::open(path, platform::file_identity) {
            Ok((store, dossier)) => {
                let mended = store.mended().cloned().map(Told::Mended);
                let copies = Some(store.conflict_copies()).filter(|copies| !copies.is_empty());
                let mut session = Self::with(store, dossier, wake)?;
                tidy_up(path);
                session.told = mended.into_iter().chain(copies.map(Told::Copies)).collect();
                Ok(session)
            }
            Err(error) if error.is_damage() => {
                let found = store::salvage(path).map_err(|_| error)?;
                let dossier = Arc::new(all_found(&found));
                let mut session = Self::copy(path, dossier, WhyCopy::Damaged);
                session.told = vec![Told::Salvaged(Box::new(found))];
                Ok(session)
            }
            Err(error) => Err(error),
        }
    }

    /// Opens a copy of what a file holds that somebody else has open; it is no file yet.
    ///
    /// # Errors
    /// Every kind of bad file.
    pub fn open_copy(path: &Path) -> Result<Self, StoreError> {
        Ok(Self::copy(path, Arc::new(store::read_in_use(path)?), WhyCopy::InUse))
    }

    fn copy(of: &Path, dossier: Arc<Dossier>, why: WhyCopy) -> Self {
        let mut session = Self::new(dossier, None, Saving::Copy(why));
        session.copy_of = Some((of.to_owned(), why));
        session
    }

    /// Makes a new file that holds a dossier.
    ///
    /// # Errors
    /// When something has that name already, or it cannot be written.
    pub fn create(
        path: &Path,
        dossier: Arc<Dossier>,
        wake: &Wake,
        now: DateTime,
    ) -> Result<Self, StoreError> {
        let store = store::create(path, &dossier, platform::file_identity)?;
        let mut session = Self::with(store, dossier, wake)?;
        session.saving = Saving::Saved(Some(now));
        Ok(session)
    }

    /// Goes on with a file that is open, and with what it holds.
    ///
    /// # Errors
    /// When the system gives no thread to write on.
    pub fn with(store: Store, dossier: Arc<Dossier>, wake: &Wake) -> Result<Self, StoreError> {
        let saving = if store.read_only() { Saving::ReadOnly } else { Saving::Saved(None) };
        let mut session = Self::new(dossier, Some(store.path().to_owned()), saving);
        session.attach(store, wake)?;
        Ok(session)
    }

    fn attach(&mut self, store: Store, wake: &Wake) -> Result<(), StoreError> {
        let (sender, reports) = channel();
        let wake = Arc::clone(wake);
        let backing_up = BackingUp::of(&store);
        let writer = Writer::spawn(store, move |report| {
            // Nobody listens any more only when the session is being closed.
            drop(sender.send(report));
            wake();
        })?;
        if let Some(before) = self.writer.replace(writer) {
            leave(before);
        }
        self.reports = Some(reports);
        let places = std::mem::take(&mut self.backing_up.places);
        self.backing_up = backing_up;
        self.backing_up.places = places;
        Ok(())
    }

    /// The newest value.
    #[must_use]
    pub fn dossier(&self) -> &Arc<Dossier> {
        self.history.current()
    }

    /// The plan shown; none in a dossier without plans.
    #[must_use]
    pub fn plan(&self) -> Option<&Arc<Plan>> {
        self.dossier().plan(self.plan)
    }

    /// Shows another plan; the newest where there is none of this number.
    pub fn show_plan(&mut self, plan: Id) {
        self.plan = plan;
        self.keep_plan();
    }

    /// Applies an edit.
    ///
    /// # Errors
    /// When it names something that is not there.
    pub fn edit(&mut self, edit: Edit, merge: Option<MergeKey>) -> Result<(), EditError> {
        let added = match &edit {
            Edit::AddPlan { plan, .. } => Some(plan.id),
            _ => None,
        };
        self.history.edit(edit, merge)?;
        if let Some(plan) = added {
            self.plan = plan;
        }
        self.keep_plan();
        Ok(())
    }

    /// Shows the newest plan when the one shown went away.
    pub fn keep_plan(&mut self) {
        if self.plan().is_none()
            && let Some(newest) = self.dossier().newest_plan()
        {
            self.plan = newest.id;
        }
    }

    /// Whether something is in memory that is not on the disk.
    #[must_use]
    pub fn unsaved(&self) -> bool {
        let changed = self.history.revision() != self.handed_over;
        self.moving.is_some()
            || match self.saving {
                Saving::Saved(_) | Saving::Sample | Saving::Copy(_) | Saving::ReadOnly => changed,
                Saving::UnderWay | Saving::Failed(_) => true,
            }
    }

    /// Whether it is the sample, or a copy, and has just been edited: it needs a file of
    /// its own.
    #[must_use]
    pub fn wants_file(&self) -> bool {
        self.writer.is_none()
            && self.moving.is_none()
            && !matches!(self.saving, Saving::Failed(_))
            && self.history.revision() != self.handed_over
    }

    /// Begins to go on in a new file: the sample at its first edit, or after a failure. The
    /// undo steps stay. What the job brings goes to [`Self::moved`].
    pub fn move_to(&mut self, ticket: Ticket, place: NewPlace) -> Job {
        let before = std::mem::replace(&mut self.saving, Saving::UnderWay);
        let before = self.moving.take().map_or(before, |moving| moving.before);
        self.moving = Some(Moving { ticket, before });
        let dossier = Arc::clone(self.dossier());
        Job::Begin { place, dossier, revision: self.history.revision() }
    }

    /// The new file is there, or why not; `false` where nobody waits for it any more.
    ///
    /// # Errors
    /// When it could not be made; all is as it was before.
    pub fn moved(
        &mut self,
        ticket: Ticket,
        begun: Result<Begun, StoreError>,
        wake: &Wake,
        now: DateTime,
    ) -> Result<bool, StoreError> {
        let Some(moving) = self.moving.take_if(|moving| moving.ticket == ticket) else {
            return Ok(false);
        };
        let attached = begun.and_then(|begun| {
            let path = begun.store.path().to_owned();
            self.attach(*begun.store, wake).map(|()| (path, begun.revision))
        });
        match attached {
            Ok((path, revision)) => {
                self.path = Some(path);
                self.handed_over = revision;
                self.saving = Saving::Saved(Some(now));
                self.hand_over();
                Ok(true)
            }
            Err(error) => {
                // The sample has no other file that could hold what was typed.
                self.saving =
                    if self.writer.is_none() && self.history.revision() != self.handed_over {
                        Saving::Failed(error.clone())
                    } else {
                        moving.before
                    };
                Err(error)
            }
        }
    }

    /// A job of this session stopped; gives whether it was one of these.
    pub fn stopped(&mut self, ticket: Ticket) -> bool {
        let Some(moving) = self.moving.take_if(|moving| moving.ticket == ticket) else {
            return self.surveys.stopped(ticket) || self.backing_up.stopped(ticket);
        };
        self.saving = match moving.before {
            Saving::Sample | Saving::Copy(_) => Saving::Failed(StoreError::Stopped),
            before => before,
        };
        true
    }

    /// Hands the newest value to the writer, if it has not got it yet.
    pub fn hand_over(&mut self) {
        let revision = self.history.revision();
        if revision != self.handed_over
            && self.moving.is_none()
            && let Some(writer) = &self.writer
        {
            if !writer.works() {
                self.saving = Saving::Failed(StoreError::Stopped);
                return;
            }
            self.handed_over = revision;
            self.saving = Saving::UnderWay;
            self.backing_up.changes_to(self.history.current());
            writer.save(revision, Arc::clone(self.history.current()));
        }
    }

    /// Tries again what could not be saved.
    pub fn retry(&mut self) {
        if !matches!(self.saving, Saving::Failed(_)) {
            return;
        }
        match &self.writer {
            Some(writer) if writer.works() => {
                self.saving = Saving::UnderWay;
                writer.retry();
            }
            // Only another file takes what there is.
            Some(_) => {}
            // It wants a file again.
            None => self.saving = Saving::Sample,
        }
    }

    /// A person asks to save: a failure is tried again, and what is on the disk is there now.
    pub fn save(&mut self, now: DateTime) {
        self.hand_over();
        match self.saving {
            Saving::Saved(_) if !self.unsaved() => self.saving = Saving::Saved(Some(now)),
            Saving::Failed(_) => self.retry(),
            _ => {}
        }
    }

    /// What is still to be written, with an edit that is not made yet; none where there is nothing,
    /// or no file to write it into.
    #[must_use]
    pub fn will(&self, edit: Option<Edit>) -> Option<Will> {
        let writer = self.writer.as_ref().filter(|_| edit.is_some() || self.unsaved())?;
        Some(Will {
            last_word: writer.last_word(),
            revision: self.history.revision() + 1,
            dossier: Arc::clone(self.dossier()),
            edit,
        })
    }

    /// Waits until what was handed over was tried; how it went comes by [`Self::poll`].
    pub fn await_disk(&self) {
        if let Some(writer) = &self.writer {
            writer.wait();
        }
    }

    /// Asks for a copy; what became of it comes by [`Self::poll`].
    pub fn copy_to(&mut self, path: &Path) {
        if let Some(writer) = &self.writer {
            writer.copy_to(path);
        }
    }

    /// Asks for the file without what was deleted from it; what became of that comes by
    /// [`Self::poll`].
    pub fn clean(&mut self) {
        self.hand_over();
        if let Some(writer) = &self.writer {
            writer.clean();
        }
    }

    /// Takes in what the writer reports; gives what became of what was asked.
    pub fn poll(&mut self, now: DateTime) -> Vec<Done> {
        let reports: Vec<Report> =
            self.reports.iter().flat_map(|reports| reports.try_iter()).collect();
        let mut done = Vec::new();
        for report in reports {
            match report {
                Report::Saved { revision } if revision == self.history.revision() => {
                    self.stands(Saving::Saved(Some(now)));
                }
                Report::Saved { .. } => {}
                Report::Failed { error, .. } => self.stands(Saving::Failed(error)),
                Report::Copied { path } => done.push(Done::Copied(path)),
                Report::Cleaned => done.push(Done::Cleaned),
                Report::NotCleaned { error } => done.push(Done::NotCleaned(error)),
                Report::CopyFailed { path, error } => done.push(Done::NotCopied(path, error)),
            }
        }
        done
    }

    /// How saving stands in the file of the writer.
    fn stands(&mut self, saving: Saving) {
        match &mut self.moving {
            Some(moving) => moving.before = saving,
            None => self.saving = saving,
        }
    }

    /// The job that backs up what the file held before it was changed, where that is due; its answer
    /// goes to [`Self::backed_up`].
    pub fn back_up(
        &mut self,
        data_folder: &Path,
        now: DateTime,
        ticket: impl FnOnce() -> Ticket,
    ) -> Option<(Ticket, Job)> {
        let (ticket, order) = self.backing_up.due(data_folder, now, ticket)?;
        Some((ticket, Job::BackUp(Box::new(order))))
    }

    /// The job that takes all backups of the file away; the next change makes the first one again.
    pub fn forget_backups(&mut self, data_folder: &Path) -> Option<Job> {
        let backups = self.backups(data_folder)?;
        self.hand_over();
        self.backing_up.forgotten();
        Some(Job::ForgetBackups(backups))
    }

    /// A backup was made, or not: then why, where it is one of this file and nobody heard of it.
    pub fn backed_up(
        &mut self,
        ticket: Ticket,
        made: Result<Backup, StoreError>,
    ) -> Option<StoreError> {
        self.backing_up.done(ticket, made)
    }

    /// Why the last backup could not be made; it is tried again.
    #[must_use]
    pub fn backup_failed(&self) -> Option<&StoreError> {
        self.backing_up.failed()
    }

    /// Backups are made here from now on.
    pub fn back_up_in(&mut self, places: BackupPlaces) {
        self.backing_up.places = places;
    }

    /// The backups of the file; none where there is no file yet.
    #[must_use]
    pub fn backups(&self, data_folder: &Path) -> Option<Backups> {
        self.backing_up.backups(data_folder)
    }

    /// The job that looks the plan shown through again, where it changed or a day went by, and
    /// stood as it is for `rest` seconds; its answer goes to [`Surveys::take`].
    pub fn survey(
        &mut self,
        today: Date,
        (now, rest): (f64, f64),
        ticket: impl FnOnce() -> Ticket,
    ) -> Due {
        let Some(plan) = self.plan().map(Arc::clone) else { return Due::Nothing };
        let of = Of { plan: plan.id, revision: self.history.revision(), today };
        match self.surveys.wanted_in(of, now, rest) {
            None => return Due::Nothing,
            Some(left) if left > 0.0 => return Due::In(left),
            Some(_) => {}
        }
        let dossier = Arc::clone(self.dossier());
        let form = library::form_of(&dossier, &plan).cloned();
        let order = SurveyOrder { of, dossier, plan, form };
        let ticket = ticket();
        self.surveys.begun(ticket, order.of);
        Due::Begun(ticket, Job::Survey(Box::new(order)))
    }
}
