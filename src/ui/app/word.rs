//! A Word file, or an Excel file of others, on its way into the dossier: it is read off the drawing thread, reviewed in the
//! place of the stages, and comes in as one step of undo or as a file of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{CentralPanel, Context, Frame, Margin};

use crate::edit::{self, Act, Edit, FreshIds};
use crate::import::Merge;
use crate::library;
use crate::messages::collect::CameIn;
use crate::messages::{self, window, word_in};
use crate::plan::{Dossier, Plan, SchoolYear};
use crate::session::{AboutPlan, Beside, Job, MeetOrder, ReadError, Recognised, Ticket};
use crate::ui::Command;
use crate::ui::dialogs::{Dialog, LeaveReview};
use crate::ui::request::Request;
use crate::ui::theme::{self, size};
use crate::ui::views::word::{From, Into, Wanted, WordReview};

use super::files::Opening;
use super::{App, Leave, Question};

impl App {
    /// Begins to read a Word file; it can be given up.
    pub(super) fn read_word(&mut self, path: &Path) {
        let beside = self.beside();
        let progress = Arc::clone(&beside.progress);
        let ticket = self.run_job(Job::ReadWord(path.to_owned(), beside));
        self.opening = Some(Opening::with(ticket, word_in::READING.to_owned(), progress));
    }

    /// The review of a paper begins.
    pub(super) fn review(&mut self, path: &Path, paper: Recognised, from: From) {
        self.flush_now();
        let today = self.outside.now().date();
        let open = self.session.as_ref().map(|of| (Arc::clone(of.dossier()), of.plan));
        let review = WordReview::new(path, paper, from, open, today);
        self.new_plan = None;
        // What it offers is of what the review covers.
        self.notice = None;
        self.word = Some(Box::new(review));
    }

    /// What a paper is recognised with now.
    pub(super) fn beside(&mut self) -> Beside {
        self.flush_now();
        let dossier = self.dossier().cloned().unwrap_or_default();
        let plan = self.session.as_ref().map(|session| session.plan);
        Beside::new(dossier, self.outside.now().date()).showing(plan)
    }

    /// It was read: its review begins, or the person hears why not.
    pub(super) fn word_read(
        &mut self,
        ticket: Ticket,
        path: &Path,
        read: Result<Option<Box<Recognised>>, ReadError>,
    ) {
        if !self.opening_done(ticket) {
            return;
        }
        match read {
            Ok(None) => {}
            Ok(Some(mut paper)) => match paper.about.take() {
                Some(about) => self.paper_about_came(&about),
                None => self.review(path, *paper, From::Word),
            },
            Err(error) => {
                let words = messages::read_error(&error, path);
                self.show_dialog(Dialog::message(window::CANNOT_IMPORT_WORD, words));
            }
        }
    }

    /// A report or minutes came back: what they say otherwise is shown, or what they are is said.
    fn paper_about_came(&mut self, about: &AboutPlan) {
        let Some(said) = &about.said else {
            let words = word_in::no_such_paper(about.kind, self.session.is_some());
            return self.show_dialog(Dialog::message(word_in::not_a_plan(about.kind), words));
        };
        let tables = word_in::other_tables(said.tables);
        if said.merge.changes.is_empty() && said.tables > 0 {
            let title = CameIn::Paper.title();
            return self.show_dialog(Dialog::message(title, tables));
        }
        let dossier = Arc::clone(&about.dossier);
        self.show_dialog(Self::changes(dossier, said.merge.clone(), CameIn::Paper));
        if said.tables > 0 {
            self.requests.push(Request::Notice(tables));
        }
    }

    /// Has the paper recognised again where an answer was given since.
    pub(super) fn tend_word(&mut self) {
        let Some(mut review) = self.word.take() else { return };
        if let Some((ticket, job)) = review.look_again(|| self.ticket()) {
            self.outside.run(ticket, job);
        }
        self.word = Some(review);
    }

    /// Whether a request would take a review with answers away: then the person is asked first.
    pub(super) fn asks_to_leave_review(&mut self, request: &Request) -> bool {
        let leaves = match request {
            Request::Run(command) => {
                matches!(command, Command::NewPlan | Command::OpenSample | Command::ShowStart)
            }
            Request::Open(_) | Request::ImportWord(_) | Request::ImportExcel(_) => true,
            _ => false,
        };
        leaves && self.ask_to_leave_review(Some(request.clone()))
    }

    /// Asks before answers go; gives whether there was something to ask.
    fn ask_to_leave_review(&mut self, then: Option<Request>) -> bool {
        let answers = self.word.as_ref().map_or(0, |review| review.answers());
        if answers > 0 {
            self.show_dialog(Dialog::LeaveReview(LeaveReview::new(answers, then)));
        }
        answers > 0
    }

    /// The review, below the top bar where a file is open.
    pub(super) fn draw_word(&mut self, ui: &mut egui::Ui) {
        let theme = theme::of(ui);
        let wide = ui.ctx().content_rect().width() >= size::WIDE;
        let margin = if wide { Margin::symmetric(22, 16) } else { Margin::symmetric(12, 10) };
        let frame = Frame::new().fill(theme.bg).inner_margin(margin);
        let covered = self.dialog.is_some() || self.opening.is_some();
        let Some(review) = &mut self.word else { return };
        let panel = CentralPanel::default().frame(frame);
        match panel.show(ui, |ui| review.show(ui, covered)).inner {
            Wanted::Nothing => {}
            Wanted::Cancel => {
                if !self.ask_to_leave_review(None) {
                    self.word = None;
                }
            }
            Wanted::Accept => self.accept_word(&ui.ctx().clone()),
        }
    }

    /// What the paper would change is shown, change by change.
    pub(super) fn word_met(&mut self, ticket: Ticket, dossier: Arc<Dossier>, merge: Merge) {
        if !self.opening_done(ticket) {
            return;
        }
        let Some(review) = &self.word else { return };
        let came_in = match review.from {
            From::Word => CameIn::Word,
            From::Excel => CameIn::Excel,
        };
        self.show_dialog(Self::changes(dossier, merge, came_in));
    }

    fn accept_word(&mut self, ctx: &Context) {
        let Some(review) = &self.word else { return };
        let draft = review.draft();
        if let (Some(session), Into::Merge) = (&self.session, review.into) {
            let order = MeetOrder {
                draft: Arc::clone(draft),
                dossier: Arc::clone(session.dossier()),
                plan: session.plan,
                only_rows: review.from == From::Excel,
            };
            let ticket = self.run_job(Job::Meet(order));
            self.opening = Some(Opening::new(ticket, word_in::COMPARING.to_owned()));
            return;
        }
        let (Some(session), Into::NewPlan | Into::OpenPlan) = (&self.session, review.into) else {
            let stem = messages::new_plan::file_stem(&draft.plan.letterhead.school);
            let proposal = Job::Propose {
                folders: vec![self.outside.documents_folder()],
                name: format!("{stem}.caitien"),
                free: true,
            };
            return self.propose(proposal, Question::PlaceOfWord);
        };
        let mut fresh = FreshIds::from(session.dossier().next_id);
        let mut came_in = word_in::came_in(draft);
        let edit = match review.into {
            Into::OpenPlan => {
                let dossier = session.dossier();
                let Some(plan) = session.plan() else { return };
                let Some(form) = library::form_of(dossier, plan) else { return };
                let filled = draft.fill(dossier, plan.id, form, &mut fresh);
                let Some(filled) = filled else { return };
                filled
            }
            _ => draft.bring(&mut fresh),
        };
        let mut shown = edit.plan();
        let mut carried = None;
        let edit = match review.next_year() {
            Some(year) => {
                let plan = edit::for_year(&draft.plan, year, &mut fresh);
                came_in = word_in::made_for(year);
                shown = Some(plan.id);
                carried = Some(carried_words(session.dossier(), &plan, draft.plan.school_year));
                let next = Edit::AddPlan { plan: Arc::new(plan), catalogue: None };
                Edit::Batch(Act::TakePaper, vec![edit, next])
            }
            None => edit,
        };
        if self.edit(edit, None) {
            self.word = None;
            if let (Some(session), Some(plan)) = (&mut self.session, shown) {
                session.show_plan(plan);
            }
            if let Some(carried) = carried {
                self.show_dialog(Dialog::message(word_in::MADE, carried));
            }
            self.offer_undo(came_in, ctx);
        }
    }

    /// The file of a paper of last year is open: the plan of the year that was asked for comes in
    /// as a step of its own.
    pub(super) fn make_next_year(&mut self) {
        let Some((path, year)) = self.next_year.take() else { return };
        let Some(session) = self.session.as_ref().filter(|of| of.path.as_ref() == Some(&path))
        else {
            return;
        };
        let Some(old) = session.plan() else { return };
        let from = old.school_year;
        let mut fresh = FreshIds::from(session.dossier().next_id);
        let plan = edit::for_year(old, year, &mut fresh);
        let carried = carried_words(session.dossier(), &plan, from);
        if self.edit(Edit::AddPlan { plan: Arc::new(plan), catalogue: None }, None) {
            self.show_dialog(Dialog::message(word_in::MADE, carried));
        }
    }

    /// A free place for the file was found: it is made, and the review goes when it is there.
    pub(super) fn make_of_word(&mut self, path: PathBuf, ctx: &Context) {
        let Some(review) = &self.word else { return };
        let dossier = Arc::new(review.draft().dossier());
        self.next_year = review.next_year().map(|year| (path.clone(), year));
        self.made_of_paper = Some(path.clone());
        self.leave(Leave::Make(path, dossier), ctx);
    }
}

/// What came into a plan from last year's, and what of it is to be looked at.
fn carried_words(dossier: &Dossier, plan: &Plan, from: SchoolYear) -> String {
    word_in::carried(plan, from, &edit::stale(plan, &dossier.terms(plan.school_year)))
}
