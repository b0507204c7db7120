//! A paper is given out: made off the thread that draws, then kept.

use std::sync::Arc;

use egui::Context;

use crate::document::papers::paper_cited;
use crate::edit::FreshIds;
use crate::export::ExportError;
use crate::library;
use crate::messages::{self, issuing as words};
use crate::plan::{Event, Id, LogEntry};
use crate::session::{Issue, IssueOrder, Job};
use crate::ui::request::Request;

use super::App;

impl App {
    /// Has the paper of the plan shown made for the last time.
    pub(super) fn issue(&mut self, who: String) {
        self.flush_now();
        let Some(session) = &self.session else { return };
        let Some(plan) = session.plan() else { return };
        let Some(form) = library::form_of(session.dossier(), plan) else { return };
        let entry = LogEntry {
            id: Id::default(),
            at: self.outside.now(),
            event: Event::Issued,
            about: None,
            who,
            text: paper_cited(plan),
        };
        let order = IssueOrder {
            dossier: Arc::clone(session.dossier()),
            plan: Arc::clone(plan),
            form: Arc::clone(form),
            entry,
        };
        self.run_job(Job::Issue(Box::new(order)));
    }

    /// It was made: from now on it is what is given out.
    pub(super) fn issued(&mut self, made: Result<Issue, ExportError>, ctx: &Context) {
        match made {
            Ok(issue) => {
                let Some(dossier) = self.dossier() else { return };
                let mut fresh = FreshIds::from(dossier.next_id);
                if self.edit(issue.edit(|| fresh.give()), None) {
                    self.say(words::ISSUED.to_owned(), ctx);
                }
            }
            Err(error) => {
                self.requests.push(Request::Trouble(messages::export_sentence(&error)));
            }
        }
    }
}
