//! What was found in the plan shown and what is due: computed as a job, because at
//! 2,000 rows it takes longer than a keystroke may, and when the writing rests, because it takes
//! time from the frames on the other half of the core.

use std::sync::Arc;

use jiff::civil::Date;

use crate::check::{Finding, Given, apart, check};
use crate::document::papers::{Since, since_issued};
use crate::document::text_document;
use crate::layout;
use crate::library;
use crate::plan::{Dossier, Form, Id, Plan};
use crate::timeline::{By, timeline};
use crate::understand::Totals;
use crate::year::frozen::damaged;

use super::ticket::Ticket;

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
    /// The findings of the check that ask for a look.
    pub findings: Arc<Vec<Finding>>,
    /// Those that a person left as they are.
    pub aside: Arc<Vec<Finding>>,
    /// What its items come to.
    pub totals: Totals,
    /// What was given out, and what changed since; none where it was not.
    pub since: Option<Arc<Since>>,
    /// How much work is overdue.
    pub overdue: usize,
    /// How much is due soon.
    pub due_soon: usize,
}

/// All a survey reads.
pub struct SurveyOrder {
    pub(super) of: Of,
    pub(super) dossier: Arc<Dossier>,
    pub(super) plan: Arc<Plan>,
    /// None where neither the file nor the program has it.
    pub(super) form: Option<Arc<Form>>,
}

impl SurveyOrder {
    /// Looks the plan through.
    pub(super) fn make(&self) -> Survey {
        // Faces that cannot be read are told of where the paper should be.
        let faces = library::faces().ok();
        let lacks = |c: char| {
            faces.is_some_and(|faces| !layout::lacks(faces, c.encode_utf8(&mut [0; 4])).is_empty())
        };
        let since = since_issued(&self.dossier, &self.plan);
        let findings = self.form.as_ref().map(|form| {
            let document = text_document(&self.plan, form);
            let concessions = faces.map(|faces| layout::concessions(&document, faces));
            let concessions = concessions.unwrap_or_default();
            let given = Given {
                lacks: &lacks,
                concessions: &concessions,
                reference: library::reference(),
                catalogues: library::catalogues(),
                changed: since.as_ref().map_or(0, Since::open),
                damaged: damaged(&self.plan),
                today: self.of.today,
            };
            check(&self.dossier, &self.plan, form, &given)
        });
        let (findings, aside) = apart(&self.plan, findings.unwrap_or_default());
        let work = timeline(&self.dossier, &self.plan, Some(self.of.today), By::Standard);
        Survey {
            of: self.of,
            findings: Arc::new(findings),
            aside: Arc::new(aside),
            totals: Totals::of(self.plan.items().map(AsRef::as_ref)),
            since: since.map(Arc::new),
            overdue: work.overdue(),
            due_soon: work.due_soon(),
        }
    }
}

/// The newest survey there is, and the one that is being made.
#[derive(Default)]
pub struct Surveys {
    newest: Option<Survey>,
    under_way: Option<(Ticket, Of)>,
    /// A survey of this stopped; it is not tried again until something changes.
    stopped: Option<Of>,
    /// Of what one is wanted, and since when, s.
    wanted: Option<(Of, f64)>,
}

impl Surveys {
    /// The newest survey of a plan, be it of an older revision.
    #[must_use]
    pub fn of_plan(&self, plan: Id) -> Option<&Survey> {
        self.newest.as_ref().filter(|survey| survey.of.plan == plan)
    }

    /// In how many seconds one should be begun for this, which is to have stood for so long.
    pub(super) fn wanted_in(&mut self, of: Of, now: f64, rest: f64) -> Option<f64> {
        if self.under_way.is_some()
            || self.stopped == Some(of)
            || self.newest.as_ref().is_some_and(|survey| survey.of == of)
        {
            return None;
        }
        let since = match self.wanted {
            Some((wanted, since)) if wanted == of => since,
            _ => now,
        };
        self.wanted = Some((of, since));
        Some((since + rest - now).max(0.0))
    }

    /// One was begun.
    pub(super) fn begun(&mut self, ticket: Ticket, of: Of) {
        self.under_way = Some((ticket, of));
    }

    /// One came back; that of a file closed meanwhile is dropped.
    pub fn take(&mut self, ticket: Ticket, survey: Survey) {
        if self.under_way.is_some_and(|(ours, _)| ours == ticket) {
            self.under_way = None;
            self.newest = Some(survey);
        }
    }

    /// One stopped where it should not have; gives whether it was one of these.
    pub fn stopped(&mut self, ticket: Ticket) -> bool {
        let ours = self.under_way.take_if(|(ours, _)| *ours == ticket);
        if let Some((_, of)) = ours {
            self.stopped = Some(of);
        }
        ours.is_some()
    }
}
