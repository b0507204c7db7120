//! One open file: its value with undo, the plan shown, its writer, and how saving stands.
//!
//! Invariant: [`Saving::Saved`] means that the newest value is on the disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use jiff::civil::DateTime;

use crate::edit::{Edit, EditError, History, MergeKey};
use crate::messages;
use crate::plan::{Dossier, Id, Plan};
use crate::platform;
use crate::store::{self, Report, Store, StoreError, Writer};

use super::survey::Surveys;

/// How saving stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    /// The sample, not edited yet: there is nothing to save.
    Sample,
    /// The newest value is on the disk, since then where it is known.
    Saved(Option<DateTime>),
    /// It is on its way.
    UnderWay,
    /// It could not be saved; the sentence says why.
    Failed(String),
    /// The file may only be read, and nothing was changed yet.
    ReadOnly,
}

/// What became of a copy.
#[derive(Clone, Debug, PartialEq)]
pub enum Copied {
    /// It is on the disk.
    Done(PathBuf),
    /// It is not; the sentence says why.
    Failed(String),
}

/// Wakes the window from another thread.
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
    writer: Option<Writer>,
    reports: Option<Receiver<Report>>,
    /// The revision handed to the writer last.
    handed_over: u64,
    /// What was found in the plan shown.
    pub surveys: Surveys,
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
            writer: None,
            reports: None,
            handed_over: 0,
            surveys: Surveys::default(),
        }
    }

    /// Opens a file.
    ///
    /// # Errors
    /// Every kind of bad file; it is left as it was.
    pub fn open(path: &Path, wake: &Wake) -> Result<Self, StoreError> {
        let (store, dossier) = store::open(path, platform::file_identity)?;
        let path = store.path().to_owned();
        let saving = if store.read_only() { Saving::ReadOnly } else { Saving::Saved(None) };
        let mut session = Self::new(dossier, Some(path), saving);
        session.attach(store, wake)?;
        Ok(session)
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
        let path = store.path().to_owned();
        let mut session = Self::new(dossier, Some(path), Saving::Saved(Some(now)));
        session.attach(store, wake)?;
        Ok(session)
    }

    /// Goes on in a new file: the sample at its first edit, or after a failure. The undo
    /// steps stay.
    ///
    /// # Errors
    /// When something has that name already, or it cannot be written; all is as before.
    pub fn move_to(&mut self, path: &Path, wake: &Wake, now: DateTime) -> Result<(), StoreError> {
        let store = store::create(path, self.dossier(), platform::file_identity)?;
        self.path = Some(store.path().to_owned());
        self.writer = None;
        self.attach(store, wake)?;
        self.handed_over = self.history.revision();
        self.saving = Saving::Saved(Some(now));
        Ok(())
    }

    fn attach(&mut self, store: Store, wake: &Wake) -> Result<(), StoreError> {
        let (sender, reports) = channel();
        let wake = Arc::clone(wake);
        let writer = Writer::spawn(store, move |report| {
            // Nobody listens any more only when the session is being closed.
            let _ = sender.send(report);
            wake();
        })?;
        self.writer = Some(writer);
        self.reports = Some(reports);
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
        match self.saving {
            Saving::Saved(_) | Saving::Sample | Saving::ReadOnly => {
                self.history.revision() != self.handed_over
            }
            Saving::UnderWay | Saving::Failed(_) => true,
        }
    }

    /// Whether it is the sample and has just been edited: it needs a file of its own.
    #[must_use]
    pub fn wants_file(&self) -> bool {
        self.writer.is_none() && self.history.revision() != self.handed_over
    }

    /// Hands the newest value to the writer, if it has not got it yet.
    pub fn hand_over(&mut self) {
        let revision = self.history.revision();
        if revision != self.handed_over
            && let Some(writer) = &self.writer
        {
            self.handed_over = revision;
            self.saving = Saving::UnderWay;
            writer.save(revision, Arc::clone(self.history.current()));
        }
    }

    /// Tries again what could not be saved.
    pub fn retry(&mut self) {
        if let (Saving::Failed(_), Some(writer)) = (&self.saving, &self.writer) {
            self.saving = Saving::UnderWay;
            writer.retry();
        }
    }

    /// Asks for a copy; what became of it comes by [`Self::poll`].
    pub fn copy_to(&mut self, path: &Path) {
        if let Some(writer) = &self.writer {
            writer.copy_to(path);
        }
    }

    /// Takes in what the writer reports; gives what became of copies.
    pub fn poll(&mut self, now: DateTime) -> Vec<Copied> {
        let reports: Vec<Report> =
            self.reports.iter().flat_map(|reports| reports.try_iter()).collect();
        let mut copies = Vec::new();
        for report in reports {
            match report {
                Report::Saved { revision } if revision == self.history.revision() => {
                    self.saving = Saving::Saved(Some(now));
                }
                Report::Saved { .. } => {}
                Report::Failed { error, .. } => {
                    self.saving = Saving::Failed(self.sentence(&error));
                }
                Report::Copied { path } => copies.push(Copied::Done(path)),
                Report::CopyFailed { path, error } => {
                    copies.push(Copied::Failed(messages::store_error(&error, &path)));
                }
            }
        }
        copies
    }

    fn sentence(&self, error: &StoreError) -> String {
        let path = self.path.clone().unwrap_or_default();
        messages::store_error(error, &path)
    }
}
