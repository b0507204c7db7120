//! One open file: its value with undo, the plan shown, and how saving stands.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::DateTime;

use crate::edit::{Edit, EditError, History, MergeKey};
use crate::plan::{Dossier, Finding, Id, Plan};

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
    /// The file may only be read.
    ReadOnly,
}

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
    findings: Option<(u64, Id, Vec<Finding>)>,
}

impl Session {
    /// Begins with a dossier just opened or made, at its newest plan.
    #[must_use]
    pub fn new(dossier: Arc<Dossier>, path: Option<PathBuf>) -> Self {
        let plan = dossier.newest_plan().map(|plan| plan.id).unwrap_or_default();
        let saving = if path.is_some() { Saving::Saved(None) } else { Saving::Sample };
        Self { path, history: History::new(dossier), plan, saving, findings: None }
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
        self.history.edit(edit, merge)?;
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

    /// The findings of the plan shown, computed again only when something changed.
    pub fn findings(&mut self, check: impl Fn(&Dossier, &Plan) -> Vec<Finding>) -> &[Finding] {
        let now = (self.history.revision(), self.plan);
        let fresh =
            self.findings.as_ref().is_some_and(|(revision, plan, _)| (*revision, *plan) == now);
        if !fresh {
            let found = self.plan().map(|plan| check(self.dossier(), plan)).unwrap_or_default();
            self.findings = Some((now.0, now.1, found));
        }
        self.findings.as_ref().map_or(&[], |(_, _, found)| found)
    }
}
