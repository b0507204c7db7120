//! A paper is given out: made for the last time, as a job, and kept with a copy of its plan.

use std::sync::Arc;

use crate::document::plan_document;
use crate::edit::{Edit, PlanEdit};
use crate::export::ExportError;
use crate::plan::{Bytes, Dossier, Event, Form, Frozen, Id, LogEntry, Plan};
use crate::year::frozen::{freeze, sha256};

use super::paper::pdf_of;

/// All that the giving out of a paper reads.
pub struct IssueOrder {
    /// The dossier.
    pub dossier: Arc<Dossier>,
    /// The plan, with its number and its day.
    pub plan: Arc<Plan>,
    /// Its form.
    pub form: Arc<Form>,
    /// The line of the log that tells of it: when, who, in which words.
    pub entry: LogEntry,
}

/// A paper that is ready to be given out.
pub struct Issue {
    plan: Id,
    entry: LogEntry,
    copy: Frozen,
}

impl IssueOrder {
    /// Makes the paper and the copy.
    pub(super) fn make(self) -> Result<Issue, ExportError> {
        let document = plan_document(&self.dossier, &self.plan, &self.form);
        let (pdf, _) = pdf_of(&document)?;
        let copy = Frozen {
            id: Id::default(),
            at: self.entry.at,
            body: freeze(&self.dossier, &self.plan, &self.form),
            sha256: sha256(&pdf),
            pdf: Bytes::new(pdf),
        };
        let entry = LogEntry { event: Event::Issued, ..self.entry };
        Ok(Issue { plan: self.plan.id, entry, copy })
    }
}

impl Issue {
    /// The edit by which it is given out, with numbers for what is new.
    #[must_use]
    pub fn edit(self, mut give: impl FnMut() -> Id) -> Edit {
        let copy = Some(Arc::new(Frozen { id: give(), ..self.copy }));
        let entry = LogEntry { id: give(), ..self.entry };
        Edit::InPlan { plan: self.plan, change: PlanEdit::Happened { entry, copy } }
    }
}
