//! What was found in the plan shown and what is due: computed off the UI thread, because at
//! 2,000 rows it takes longer than a keystroke may.

use std::sync::Arc;

use jiff::civil::Date;

use crate::check::{Finding, check};
use crate::layout::{self, Faces};
use crate::plan::{Dossier, Form, Id, Plan};
use crate::timeline::{By, timeline};

use super::outside::Ticket;

/// What a survey is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Of {
    /// The plan.
    pub plan: Id,
    /// The revision of the dossier.
    pub revision: u64,
    /// The day on which it is looked at.
    pub today: Date,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Survey {
    /// Of what.
    pub of: Of,
    /// The findings of the check.
    pub findings: Arc<Vec<Finding>>,
    /// How much work is overdue.
    pub overdue: usize,
    /// How much is due soon.
    pub due_soon: usize,
}

impl Survey {
    /// Looks a plan through.
    #[must_use]
    pub fn make(of: Of, dossier: &Dossier, plan: &Plan, form: &Form, faces: &Faces) -> Self {
        let lacks = |c: char| !layout::lacks(faces, c.encode_utf8(&mut [0; 4])).is_empty();
        let work = timeline(dossier, plan, Some(of.today), By::Standard);
        Self {
            of,
            findings: Arc::new(check(dossier, plan, form, &lacks)),
            overdue: work.overdue(),
            due_soon: work.due_soon(),
        }
    }
}

/// The newest survey there is, and the one that is being made.
#[derive(Default)]
pub struct Surveys {
    newest: Option<Survey>,
    under_way: Option<Ticket>,
}

impl Surveys {
    /// The newest survey of a plan, be it of an older revision.
    #[must_use]
    pub fn of_plan(&self, plan: Id) -> Option<&Survey> {
        self.newest.as_ref().filter(|survey| survey.of.plan == plan)
    }

    /// Whether one should be begun for this.
    #[must_use]
    pub fn wants(&self, of: Of) -> bool {
        self.under_way.is_none() && self.newest.as_ref().is_none_or(|survey| survey.of != of)
    }

    /// One was begun.
    pub fn begin(&mut self, ticket: Ticket) {
        self.under_way = Some(ticket);
    }

    /// One came back; that of a file closed meanwhile is dropped.
    pub fn take(&mut self, ticket: Ticket, survey: Survey) {
        if self.under_way == Some(ticket) {
            self.under_way = None;
            self.newest = Some(survey);
        }
    }
}
