//! The paper: exported, printed, shown; and the plan looked through for findings.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use crate::document::timeline_document;
use crate::export::timeline_file_name;
use crate::library;
use crate::session::{Due, Edition, FitOrder, Job, Paper, PaperKind, Picture, Purpose, Ticket};

use super::App;
use super::errands::Question;
use crate::ui::paper::name_of;
use crate::ui::request::Stage;

/// So long nothing changes, s, before what is written is looked through.
const REST: f64 = 0.2;

impl App {
    /// Asks where a file of the plan shown goes.
    pub(super) fn export(&mut self, kind: PaperKind) {
        let Some(session) = &self.session else { return };
        let Some(plan) = session.plan() else { return };
        let beside = session.path.as_deref().and_then(Path::parent).map(Path::to_path_buf);
        let otherwise = beside.unwrap_or_else(|| self.outside.documents_folder());
        let folders = self.settings.export_folder.clone().into_iter().chain([otherwise]).collect();
        let name = name_of(&kind, plan, self.views.shows_present(plan.id));
        let proposal = Job::Propose { folders, name, free: false };
        self.propose(proposal, Question::ExportTo(kind));
    }

    /// Writes the plan shown where the person said.
    pub(super) fn export_to(&mut self, path: PathBuf, kind: &PaperKind) {
        self.flush_now();
        self.settings.export_folder = path.parent().map(Path::to_path_buf);
        if let Some(paper) = self.paper_of_plan(kind) {
            self.write_paper(paper, path, Purpose::Keep);
        }
    }

    /// Hands the plan, or its timeline, to the system's viewer, which prints.
    pub(super) fn print(&mut self, whole_plan: bool) {
        let Some(session) = &self.session else { return };
        let Some(plan) = session.plan() else { return };
        if whole_plan {
            return self.print_paper(&PaperKind::Pdf);
        }
        let document = timeline_document(session.dossier(), plan);
        let path = self.printed(timeline_file_name(plan));
        self.write_paper(Paper::Pdf(document), path, Purpose::Print);
    }

    /// Hands a paper to the system's viewer, which prints.
    pub(super) fn print_paper(&mut self, kind: &PaperKind) {
        let plan = self.session.as_ref().and_then(|session| session.plan());
        let name = plan.map(|plan| name_of(kind, plan, self.views.shows_present(plan.id)));
        let Some(path) = name.map(|name| self.printed(name)) else { return };
        if let Some(paper) = self.paper_of_plan(kind) {
            self.write_paper(paper, path, Purpose::Print);
        }
    }

    fn printed(&self, name: String) -> PathBuf {
        self.outside.data_folder().join("in").join(name)
    }

    fn paper_of_plan(&self, kind: &PaperKind) -> Option<Paper> {
        let session = self.session.as_ref()?;
        let plan = session.plan()?;
        let form = library::form_of(session.dossier(), plan)?;
        kind.paper(session.dossier(), plan, form, self.views.shows_present(plan.id))
    }

    fn write_paper(&mut self, paper: Paper, path: PathBuf, purpose: Purpose) {
        self.run_job(Job::Write { paper: Box::new(paper), path, purpose });
    }

    /// Has the plan shown looked through again when it changed or a day went by: at once where
    /// what is found is on the screen, else when the writing rests.
    pub(super) fn tend_survey(&mut self, ctx: &Context) {
        let today = self.outside.now().date();
        let rest = match self.stage {
            Stage::Findings | Stage::Print => 0.0,
            _ => REST,
        };
        let Some(session) = &mut self.session else { return };
        let ticket = next(&mut self.tickets);
        match session.survey(today, (ctx.input(|input| input.time), rest), ticket) {
            Due::Nothing => {}
            Due::In(left) => ctx.request_repaint_after(Duration::from_secs_f64(left + 0.01)),
            Due::Begun(ticket, job) => self.outside.run(ticket, job),
        }
    }

    /// Looks for words in the pages shown.
    pub(super) fn find_in_paper(&mut self, sought: String) {
        let Some(made) = self.paper.made() else { return };
        let (words, edition) = (Arc::clone(&made.words), made.edition);
        let ticket = self.run_job(Job::Find(words, edition, sought.clone()));
        self.paper.begin_find(ticket, edition, sought);
    }

    /// Looks for a look at which the plan shown takes no more than so many pages.
    pub(super) fn fit_pages(&mut self, pages: usize) {
        let Some(session) = &self.session else { return };
        let Some(plan) = session.plan() else { return };
        let Some(form) = library::form_of(session.dossier(), plan) else { return };
        let order = FitOrder {
            dossier: Arc::clone(session.dossier()),
            plan: Arc::clone(plan),
            form: Arc::clone(form),
            edition: Edition { plan: plan.id, revision: session.history.revision(), present: true },
            pages,
        };
        let ticket = self.run_job(Job::Fit(Box::new(order)));
        self.paper.begin_fit(ticket);
    }

    /// Begins the paper that the views drawn in this frame want to show.
    pub(super) fn tend_paper(&mut self) {
        let wanted: Vec<Picture> = std::mem::take(&mut self.pictures);
        if wanted.is_empty() && !self.paper_shown {
            return;
        }
        self.paper_shown = false;
        self.paper.want(wanted);
        let Some(session) = &self.session else { return };
        let Some(plan) = session.plan() else { return };
        let Some(form) = library::form_of(session.dossier(), plan) else { return };
        let dossier = session.dossier();
        let of = (session.history.revision(), self.views.shows_present(plan.id));
        let ticket = next(&mut self.tickets);
        if let Some((ticket, job)) = self.paper.go_on(dossier, plan, form, of, ticket) {
            self.outside.run(ticket, job);
        }
    }
}

/// Gives the next ticket when it is asked to.
pub(super) fn next(tickets: &mut u64) -> impl FnOnce() -> Ticket {
    || {
        *tickets += 1;
        Ticket(*tickets)
    }
}
