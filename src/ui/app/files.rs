//! Files: opening, making, the sample that becomes a file, the recent ones, the settings.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;
use jiff::ToSpan;

use crate::import;
use crate::messages::{self, backups, window};
use crate::plan::Dossier;
use crate::session::{self, Begun, Done, Job, NewPlace, Saving, Session, Ticket, Told};
use crate::store::StoreError;
use crate::timeline::DUE_SOON_DAYS;
use crate::ui::dialogs::Dialog;
use crate::ui::request::{Request, Stage};
use crate::ui::settings::{DefaultSchool, Recent};
use crate::ui::views::Views;

use super::{App, Notice};

/// For how long a notice stays, in seconds.
const NOTICE: f64 = 6.0;

/// How long a file may take before something is said, in seconds.
const PATIENCE: f64 = 0.3;

/// A file that is being opened or made.
pub(super) struct Opening {
    ticket: Ticket,
    /// What is said meanwhile.
    words: String,
    /// How far it has come, where that is known; it is stopped when nobody waits any more.
    progress: Option<Arc<import::Progress>>,
    /// Since when it is waited for, on egui's clock (s); none: since the next frame.
    since: Option<f64>,
}

impl Opening {
    /// It was asked for just now; this is said where it takes long.
    pub(super) fn new(ticket: Ticket, words: String) -> Self {
        Self { ticket, words, progress: None, since: None }
    }

    /// The same of what tells how far it has come.
    pub(super) fn with(ticket: Ticket, words: String, progress: Arc<import::Progress>) -> Self {
        Self { ticket, words, progress: Some(progress), since: None }
    }

    /// Whether it has not taken long yet.
    pub(super) fn is_new(&self, ctx: &Context) -> bool {
        let now = ctx.input(|input| input.time);
        self.since.is_none_or(|since| now - since < PATIENCE)
    }

    /// What is to be said of it now, and how much is done (in hundredths) where that is known;
    /// most files are there before anybody could read it.
    pub(super) fn words(&mut self, ctx: &Context) -> Option<(&str, Option<usize>)> {
        let now = ctx.input(|input| input.time);
        let waited = now - *self.since.get_or_insert(now);
        if waited < PATIENCE {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(PATIENCE - waited));
            return None;
        }
        let percent = self.progress.as_ref().and_then(|progress| progress.percent());
        if self.progress.is_some() {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(PATIENCE));
        }
        Some((&self.words, percent))
    }
}

impl Drop for Opening {
    /// Nobody waits for it any more: it is stopped where it can be.
    fn drop(&mut self) {
        if let Some(progress) = &self.progress {
            progress.stop();
        }
    }
}

/// Tries again to make the file of a sample, or of a copy, that could not be made.
/// A file that is there is tried again by its writer.
#[derive(Default)]
pub(super) struct FileAgain {
    /// When, on egui's clock (s), and after what pause.
    next: Option<(f64, f64)>,
}

impl FileAgain {
    /// The pauses, in seconds: each is twice as long as the one before.
    const FIRST: f64 = 2.0;
    const LONGEST: f64 = 60.0;

    fn tend(&mut self, session: &mut Session, ctx: &Context) {
        match session.saving {
            Saving::Failed(_) if session.path.is_none() => {}
            // It is being tried: the next pause is longer.
            Saving::UnderWay | Saving::Sample => return,
            _ => return self.next = None,
        }
        let now = ctx.input(|input| input.time);
        let pause = self.next.map_or(Self::FIRST, |(_, pause)| pause);
        let (due, _) = *self.next.get_or_insert((now + pause, pause));
        if now < due {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(due - now));
            return;
        }
        let pause = (pause * 2.0).min(Self::LONGEST);
        self.next = Some((now + pause, pause));
        session.retry();
    }
}

impl App {
    /// Begins to open the sample; what is open stays open until it is there.
    pub(super) fn open_sample(&mut self) {
        let ticket = self.run_job(Job::OpenSample);
        self.opening = Some(Opening::new(ticket, window::OPENING_SAMPLE.to_owned()));
    }

    /// Shows a file just opened or made, and remembers it.
    pub(super) fn enter(&mut self, mut session: Session) {
        let mut recent = self.settings.recent.iter();
        let last = recent.find(|recent| Some(&recent.path) == session.path.as_ref());
        let last = last.map(|recent| (recent.stage, recent.plan));
        if let Some((_, Some(plan))) = last {
            session.show_plan(plan);
        }
        self.begin(session);
        if let Some((stage, _)) = last {
            self.stage = stage;
        }
        let of_paper = self.made_of_paper.take().is_some_and(|made| self.path() == Some(&made));
        let made = self.new_plan.take().map(|page| page.school());
        let made =
            made.or_else(|| self.plan().filter(|_| of_paper).map(|plan| DefaultSchool::of(plan)));
        self.left_new_plan = None;
        self.word = None;
        self.make_next_year();
        self.open_next_of();
        self.remember_session();
        self.write_settings();
        self.tell();
        if let Some(made) = made {
            self.offer_school(made);
        }
        self.late_untold = true;
        if !self.settings.toured && self.outside.offers_tour() {
            self.tour = Some(crate::ui::shell::Tour::default());
        }
    }

    /// Says once what there is to say of the file that was opened.
    fn tell(&mut self) {
        let Some(session) = &mut self.session else { return };
        let path = session.path.as_deref();
        let path = path.or(session.copy_of.as_ref().map(|(of, _)| &**of));
        let path = path.unwrap_or(Path::new(""));
        let said: Vec<(&str, String)> = std::mem::take(&mut session.told)
            .into_iter()
            .map(|told| match told {
                Told::Mended(mended) => {
                    (window::MENDED_TITLE, messages::store_mended(&mended, path))
                }
                Told::Salvaged(found) => (window::SALVAGED_TITLE, messages::salvaged(&found, path)),
                Told::Copies(copies) => {
                    (window::COPIES_TITLE, messages::conflict_copies(&copies, path))
                }
            })
            .collect();
        let Some((title, _)) = said.first() else { return };
        let words: Vec<&str> = said.iter().map(|(_, words)| words.as_str()).collect();
        self.dialog = Some(Dialog::message(title, words.join("\n\n")));
    }

    /// Says once of a file that was opened how much of its newest plan is late or due, as soon as
    /// that is known.
    pub(super) fn tell_late(&mut self) {
        let Some(session) = &self.session else { return };
        let (Some(plan), Some(path)) = (session.plan(), &session.path) else { return };
        let Some(glance) = self.glances.get(path) else { return };
        // What is asked there is answered first.
        if self.notice.as_ref().is_some_and(|notice| !notice.offers.is_empty()) {
            return;
        }
        if !std::mem::take(&mut self.late_untold) {
            return;
        }
        let newest = session.dossier().newest_plan();
        let is_newest = newest.is_some_and(|newest| newest.id == plan.id);
        let today = self.outside.now().date();
        if self.dialog.is_some() || !is_newest || plan.school_year.plan_end() < today {
            return;
        }
        let until = today.saturating_add(DUE_SOON_DAYS.days());
        let late = glance.deadlines.iter().filter(|one| one.day < today).count();
        let due = glance.deadlines.iter().filter(|one| (today..=until).contains(&one.day)).count();
        if let Some(words) = messages::follow::late_and_due(late, due) {
            let see = (messages::follow::SEE_LATE.to_owned(), Request::Show(Stage::Follow));
            let offers = vec![see];
            self.put_up(words, offers, None);
        }
    }

    /// Begins to open a file; what is open stays open until it is there.
    pub(super) fn open(&mut self, path: &Path) {
        let open_now = self.path().map(Path::to_owned);
        let wake = Arc::clone(&self.wake);
        let ticket = self.run_job(Job::Open { path: path.to_owned(), open_now, wake });
        self.opening = Some(Opening::new(ticket, window::opening(path)));
    }

    /// Begins to open a copy of a file that somebody else has.
    pub(super) fn open_copy(&mut self, path: PathBuf) {
        let words = window::opening(&path);
        let ticket = self.run_job(Job::OpenCopy(path));
        self.opening = Some(Opening::new(ticket, words));
    }

    /// Begins to make a new file; the page for it stays until it is there.
    pub(super) fn make(&mut self, path: PathBuf, dossier: Arc<Dossier>) {
        let words = window::making(&path);
        let (now, wake) = (self.outside.now(), Arc::clone(&self.wake));
        let ticket = self.run_job(Job::Make { path, dossier, now, wake });
        self.opening = Some(Opening::new(ticket, words));
    }

    /// Whether this is the answer that is waited for: it is not any more.
    pub(super) fn opening_done(&mut self, ticket: Ticket) -> bool {
        self.opening.take_if(|opening| opening.ticket == ticket).is_some()
    }

    fn begin(&mut self, mut session: Session) {
        session.back_up_in(self.settings.backups.clone());
        self.session = Some(session);
        self.backups = None;
        self.next = None;
        self.views = Views::default();
        *self.views.enter_as_excel() = self.settings.enter_as_excel;
        *self.views.enter_known() = self.settings.enter_known;
        *self.views.shows_criterion() = self.settings.shows_criterion;
        self.stage = Stage::default();
        self.fields.drop_live();
    }

    /// Hands the newest value to the writer and takes in what it reports.
    pub(super) fn tend_saving(&mut self, ctx: &Context) {
        let now = self.outside.now();
        let Some(session) = &mut self.session else { return };
        self.file_again.tend(session, ctx);
        if session.wants_file() {
            let place = match &session.copy_of {
                Some((of, why)) => {
                    let folder = of.parent().map(Path::to_owned);
                    let folder = folder.unwrap_or_else(|| self.outside.data_folder());
                    NewPlace::Free(folder, window::copy_file(of, *why))
                }
                None => NewPlace::Free(self.outside.data_folder(), window::SAMPLE_FILE.to_owned()),
            };
            self.begin_move(place);
            return;
        }
        session.hand_over();
        let done = session.poll(now);
        let (ticket, data) = (super::paper::next(&mut self.tickets), self.outside.data_folder());
        if let Some((ticket, job)) = session.back_up(&data, now, ticket) {
            self.outside.run(ticket, job);
        }
        for one in done {
            match one {
                Done::Copied(path) => {
                    self.say(window::copied(&path), ctx);
                    if let Some(from) = self.path().map(Path::to_owned) {
                        self.copy_scans(&from, path);
                    }
                }
                Done::NotCopied(path, error) => {
                    self.trouble_with(window::CANNOT_COPY, &error, &path);
                }
                Done::Cleaned => self.say(backups::CLEANED.to_owned(), ctx),
                Done::NotCleaned(error) => {
                    let path = self.path().map(Path::to_owned).unwrap_or_default();
                    self.trouble_with(backups::NOT_CLEANED, &error, &path);
                }
            }
        }
    }

    /// Goes on in another file; after a failure, or where the file may only be read.
    pub(super) fn move_session(&mut self, path: PathBuf) {
        self.asked_move = self.begin_move(NewPlace::At(path));
    }

    fn begin_move(&mut self, place: NewPlace) -> Option<Ticket> {
        let ticket = self.ticket();
        let job = self.session.as_mut()?.move_to(ticket, place);
        self.outside.run(ticket, job);
        Some(ticket)
    }

    /// The file in which the session goes on is there, or why not.
    pub(super) fn session_moved(
        &mut self,
        ticket: Ticket,
        path: &Path,
        begun: Result<Begun, StoreError>,
        ctx: &Context,
    ) {
        let now = self.outside.now();
        let asked = self.asked_move.take_if(|asked| *asked == ticket).is_some();
        let Some(session) = &mut self.session else { return };
        let before = session.path.clone().or(session.copy_of.as_ref().map(|(of, _)| of.clone()));
        match session.moved(ticket, begun, &self.wake, now) {
            Ok(true) => {
                self.remember_session();
                self.write_settings();
                if asked {
                    self.say(window::moved_to(path), ctx);
                }
                if let Some(before) = before {
                    self.copy_scans(&before, path.to_owned());
                }
            }
            // Where nobody asked, the top bar says it.
            Err(error) if asked => self.trouble_with(window::CANNOT_COPY, &error, path),
            Ok(false) | Err(_) => {}
        }
    }

    /// Says something at the foot of the window for a few seconds.
    pub(super) fn say(&mut self, words: String, ctx: &Context) {
        let until = Some(ctx.input(|input| input.time) + NOTICE);
        self.put_up(words, Vec::new(), until);
        ctx.request_repaint();
    }

    /// Puts a notice up; `until`: as in [`Notice::until`].
    pub(super) fn put_up(
        &mut self,
        words: String,
        offers: Vec<(String, Request)>,
        until: Option<f64>,
    ) {
        let page = self.page();
        self.notice = Some(Notice { words, offers, undoes: None, until, place: None, page });
    }

    /// Shows a dialog.
    pub(super) fn show_dialog(&mut self, dialog: Dialog) {
        self.dialog = Some(dialog);
    }

    /// Puts the open file at the head of the recent ones, with what the first screen shows.
    pub(super) fn remember_session(&mut self) {
        let Some(session) = &self.session else { return };
        let Some(path) = session.path.clone() else { return };
        let dossier = Arc::clone(session.dossier());
        let newest = dossier.newest_plan();
        let recent = Recent {
            path: path.clone(),
            school_year: newest.map(|plan| plan.school_year),
            opened: Some(self.outside.now()),
            stage: self.stage,
            plan: Some(session.plan),
        };
        self.settings.remember(recent);
        self.run_job(Job::GlanceOf(path, dossier));
    }

    /// Looks for the recent files, once for each showing of the first screen. Until the answer
    /// comes none is marked as missing.
    pub(super) fn look_for_recent(&mut self) {
        if self.missing.is_some() {
            return;
        }
        self.missing = Some(BTreeSet::new());
        let paths: Vec<PathBuf> =
            self.settings.recent.iter().map(|recent| recent.path.clone()).collect();
        // A stick may have been put in where another was.
        self.places.clear();
        self.ask_places(paths.iter().map(PathBuf::as_path));
        if !paths.is_empty() {
            self.run_job(Job::LookFor(paths.clone()));
            self.run_job(Job::Glance(paths));
        }
    }

    /// Writes the settings where they changed, off the thread that draws; those that change
    /// meanwhile are written after them.
    pub(super) fn write_settings(&mut self) {
        if self.settings == self.settings_written || self.remembering.is_some() {
            return;
        }
        let (path, text) = self.settings.to_file(&self.outside.data_folder());
        self.settings_written = self.settings.clone();
        self.remembering = Some(self.run_job(Job::Remember { path, text }));
    }

    /// Writes them at once: the window closes.
    pub(super) fn write_settings_now(&mut self) {
        let (path, text) = self.settings.to_file(&self.outside.data_folder());
        session::write_note(&path, &text);
        self.settings_written = self.settings.clone();
    }
}
