//! Questions for a path, and jobs: how they are asked, and what is done with each answer.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use crate::messages::{self, window};
use crate::plan::{Dossier, Id, Scan};
use crate::session::{Answer, Job, Opened, PaperKind, Purpose, ReadError, Ticket};
use crate::store::StoreError;
use crate::ui::dialogs::{Dialog, InUse, OldLetters, TypedPath};
use crate::ui::outside::{Ask, News};
use crate::ui::request::Request;
use crate::words;

use super::{App, Leave};

/// What a path is asked for.
pub(super) enum Question {
    /// A file to open.
    Open,
    /// Where a recent file is now.
    Moved(PathBuf),
    /// A copy of the open file.
    Copy,
    /// Where to go on after a failure.
    MoveSession,
    /// Where the new plan's file shall be.
    NewPlan,
    /// A Word file to import.
    Word,
    /// Where the file of what came from Word may go.
    PlaceOfWord,
    /// A form or a catalogue to import.
    Import,
    /// An Excel file to import.
    ImportExcel,
    /// A signed paper to keep, of this plan.
    Scan(Id),
    /// Where this scan is, to open it.
    OpenScan(Scan),
    /// Where the file of the plan goes.
    ExportTo(PaperKind),
    /// Where the file of a new plan could be, for a school of this file name.
    PlaceOfNewPlan(String),
    /// Where the file of a backup goes.
    Restore(Arc<Dossier>),
    /// In which folder backups are made.
    BackupFolder,
    /// Whether anything is where a typed path says.
    Typed(Box<TypedPath>),
}

impl App {
    pub(super) fn ticket(&mut self) -> Ticket {
        self.tickets += 1;
        Ticket(self.tickets)
    }

    /// Asks the person for a path.
    pub(super) fn ask(&mut self, ask: Ask, question: Question) {
        let ticket = self.ticket();
        self.questions.insert(ticket, question);
        self.outside.ask(ticket, ask);
    }

    /// Runs a job off the thread that draws.
    pub(super) fn run_job(&mut self, job: Job) -> Ticket {
        let ticket = self.ticket();
        self.outside.run(ticket, job);
        ticket
    }

    /// Does what the news that came in are for.
    pub(super) fn take_news(&mut self, ctx: &Context) {
        for news in self.outside.poll() {
            match news {
                News::Handed(start) => self.take_handed(start, ctx),
                News::End => self.end(ctx),
                News::Html(html) => {
                    if let Some(html) = html {
                        self.views.take_html(&html);
                        ctx.request_repaint();
                    }
                }
                News::Text(name, text) => {
                    self.pasting.answer(name, text);
                    ctx.request_repaint();
                }
                News::Path(ticket, path) => {
                    if let (Some(question), Some(path)) = (self.questions.remove(&ticket), path) {
                        self.path_chosen(question, path, ctx);
                    }
                }
                News::NoDialog(ticket, ask) => {
                    let documents = self.outside.documents_folder();
                    self.show_dialog(Dialog::Path(TypedPath::new(ticket, ask, documents)));
                    ctx.request_repaint();
                }
                News::Job(ticket, answer) => self.take_answer(ticket, answer, ctx),
            }
        }
    }

    /// Asks for the text of the clipboard where a key does, and gives it where it has come; done
    /// with what was typed before egui has it.
    pub fn tend_pasting(&mut self, ctx: &Context, input: &mut egui::RawInput) {
        let now = input.time.unwrap_or_else(|| ctx.input(|input| input.time));
        let may_ask = self.dialog.is_none();
        if let Some(name) = self.pasting.sort(now, &mut input.events, may_ask) {
            self.outside.read_text(name);
        }
        if let Some((text, proposal)) = self.pasting.question() {
            self.show_dialog(Dialog::OldLetters(OldLetters::new(&text, &proposal)));
        }
        if self.pasting.goes_on() {
            ctx.request_repaint();
        }
        if self.pasting.gave_up() {
            self.say(messages::window::NOT_PASTED.to_owned(), ctx);
        }
        if let Some(until) = self.pasting.waits_until() {
            ctx.request_repaint_after(Duration::from_secs_f64((until - now).max(0.0) + 0.01));
        }
    }

    /// A path was typed; nothing that is there is written over.
    pub(super) fn path_typed(&mut self, typed: TypedPath, ctx: &Context) {
        let path = typed.path();
        if typed.writes() {
            let ticket = self.run_job(Job::LookFor(vec![path]));
            self.questions.insert(ticket, Question::Typed(Box::new(typed)));
        } else if let Some(question) = self.questions.remove(&typed.ticket) {
            self.path_chosen(question, path, ctx);
        }
    }

    /// The typed path was looked for: it is gone to, or the person hears that it is taken.
    fn typed_looked_for(
        &mut self,
        mut typed: TypedPath,
        missing: &BTreeSet<PathBuf>,
        ctx: &Context,
    ) {
        let path = typed.path();
        if !missing.contains(&path) {
            typed.taken = true;
            self.show_dialog(Dialog::Path(typed));
        } else if let Some(question) = self.questions.remove(&typed.ticket) {
            self.path_chosen(question, path, ctx);
        }
    }

    fn path_chosen(&mut self, question: Question, path: PathBuf, ctx: &Context) {
        match question {
            Question::Open => self.requests.push(Request::Open(path)),
            Question::Moved(old) => {
                self.settings.forget(&old);
                self.requests.push(Request::Open(path));
            }
            Question::Copy => {
                self.flush_now();
                self.tend_saving(ctx);
                let path = with_extension(path, "caitien");
                match &mut self.session {
                    Some(session) if session.path.is_some() => session.copy_to(&path),
                    _ => self.move_session(path),
                }
            }
            Question::MoveSession => self.move_session(with_extension(path, "caitien")),
            Question::NewPlan => {
                if let Some(page) = &mut self.new_plan {
                    page.path = Some(with_extension(path, "caitien"));
                }
            }
            Question::Word => self.requests.push(Request::ImportWord(path)),
            Question::PlaceOfWord => self.make_of_word(path, ctx),
            Question::Import => {
                let open_now = self.path().map(Path::to_owned);
                self.run_job(Job::Import { path, open_now });
            }
            Question::Scan(plan) => self.keep_scan(plan, path),
            Question::ImportExcel => self.requests.push(Request::ImportExcel(path)),
            Question::ExportTo(kind) => {
                self.export_to(with_extension(path, kind.extension()), &kind);
            }
            Question::PlaceOfNewPlan(school) => {
                if let Some(page) = &mut self.new_plan {
                    page.proposed = Some((school, path));
                }
            }
            Question::Restore(dossier) => {
                let path = with_extension(path, "caitien");
                self.leave(Leave::Make(path, dossier), ctx);
            }
            Question::BackupFolder => {
                self.run_job(Job::TryBackupFolder(path));
            }
            Question::Typed(_) | Question::OpenScan(_) => {}
        }
        ctx.request_repaint();
    }

    fn take_answer(&mut self, ticket: Ticket, answer: Answer, ctx: &Context) {
        match answer {
            Answer::Opened { path, opened } => {
                if self.opening_done(ticket) {
                    match opened {
                        Ok(Opened::File(session)) => self.leave(Leave::Enter(session), ctx),
                        // It is shown already.
                        Ok(Opened::SameAsBefore) => {}
                        Err(why @ StoreError::OpenElsewhere(_)) => {
                            self.show_dialog(Dialog::InUse(InUse { path, why }));
                        }
                        Err(error) => self.trouble_with(window::CANNOT_OPEN, &error, &path),
                    }
                }
            }
            Answer::Sample(sample) => {
                if self.opening_done(ticket) {
                    match sample {
                        Some(session) => self.leave(Leave::Enter(session), ctx),
                        None => self.requests.push(Request::Trouble(window::STOPPED.to_owned())),
                    }
                }
            }
            Answer::Made { path, made } => {
                if self.opening_done(ticket) {
                    match made {
                        Ok(session) => self.leave(Leave::Enter(session), ctx),
                        Err(error) => self.trouble_with(window::CANNOT_MAKE, &error, &path),
                    }
                }
            }
            Answer::Begun { path, begun } => self.session_moved(ticket, &path, begun, ctx),
            Answer::BackedUp(made) => {
                self.tell_away(&made, ctx);
                let failed =
                    self.session.as_mut().and_then(|session| session.backed_up(ticket, made));
                if let Some(error) = failed {
                    self.say(messages::backups::not_made(&error), ctx);
                }
                self.list_backups();
            }
            Answer::Backups(sets) => {
                let today = self.outside.now().date();
                if let Some(page) = &mut self.backups {
                    page.listed(sets, today);
                }
            }
            Answer::BackupFolder(folder, tried) => self.backup_folder_tried(folder, tried, ctx),
            Answer::LookedBack(looked) => {
                if let Some(page) = &mut self.backups {
                    page.looked(ticket, *looked);
                }
            }
            Answer::Met(dossier, merge) => self.word_met(ticket, dossier, merge),
            Answer::Surveyed(survey) => {
                if let Some(session) = &mut self.session {
                    session.surveys.take(ticket, survey);
                }
            }
            Answer::Paper(made, drawn) => self.paper.take_made(ctx, ticket, *made, drawn),
            Answer::Found(found) => self.paper.take_found(ticket, found),
            Answer::Issued(made) => self.issued(*made, ctx),
            Answer::Fitted(found) => self.paper.take_fitted(ticket, found),
            Answer::Drawn(drawn) => self.paper.take_drawn(ctx, ticket, drawn),
            Answer::Written { path, purpose, written } => match (written, purpose) {
                (Ok(()), Purpose::Keep) => self.requests.push(Request::Exported(path)),
                (Ok(()), Purpose::Print) => {
                    if self.outside.open(&path).is_err() {
                        self.requests.push(Request::Notice(messages::no_viewer(&path)));
                    }
                }
                (Err(error), _) => {
                    self.requests.push(Request::Trouble(messages::paper_error(&error)));
                }
            },
            Answer::Word { path, read } => self.word_read(ticket, &path, read),
            Answer::Recognised(draft) => {
                if let (Some(review), Some(draft)) = (&mut self.word, draft) {
                    review.take_draft(ticket, *draft);
                }
            }
            Answer::Import { path, read } => match read {
                Ok(content) => self.requests.push(Request::Imported(content)),
                Err(error) => self.cannot_import(&error, &path),
            },
            Answer::Workbook { path, read } => self.workbook_read(ticket, &path, read),
            Answer::ScanKept { plan, from, kept } => self.scan_kept(plan, &from, kept, ctx),
            Answer::Scans(states) => match self.questions.remove(&ticket) {
                Some(Question::OpenScan(scan)) => self.show_scan(&scan, &states),
                _ => self.scans.take(ticket, states),
            },
            Answer::ScansCopied(file, done) => self.scans_copied(&file, &done, ctx),
            Answer::ScanAside(scan, moved) => {
                self.scans.look_again();
                if let Err(error) = moved {
                    self.say(messages::scans::not_moved(&scan.name, &error), ctx);
                }
            }
            Answer::Remembered => self.remembering = None,
            Answer::Proposed(path) => match self.questions.remove(&ticket) {
                Some(question @ (Question::PlaceOfNewPlan(_) | Question::PlaceOfWord)) => {
                    self.path_chosen(question, path, ctx);
                }
                Some(question) => self.ask_in(&path, question),
                None => {}
            },
            Answer::Missing(missing) => match self.questions.remove(&ticket) {
                Some(Question::Typed(typed)) => self.typed_looked_for(*typed, &missing, ctx),
                _ => self.missing = Some(missing),
            },
            Answer::Glances(found) => {
                self.glances.extend(found);
                self.tell_late();
            }
            Answer::Places(found) => self.take_places(found),
            Answer::Stopped => {
                let opening = self.opening_done(ticket);
                let remembering = self.remembering.take_if(|of| *of == ticket).is_some();
                if let Some(review) = &mut self.word {
                    review.stopped(ticket);
                }
                let known = remembering
                    || self.backups.as_mut().is_some_and(|page| page.stopped(ticket))
                    || self.paper.stopped(ticket)
                    || self.session.as_mut().is_some_and(|session| session.stopped(ticket));
                if opening || !known {
                    self.requests.push(Request::Trouble(window::STOPPED.to_owned()));
                }
            }
        }
        ctx.request_repaint();
    }

    /// Says why a file could not be opened or made.
    pub(super) fn trouble_with(&mut self, title: &'static str, error: &StoreError, path: &Path) {
        self.show_dialog(Dialog::message(title, messages::store_error(error, path)));
    }

    fn cannot_import(&mut self, error: &ReadError, path: &Path) {
        let words = messages::read_error(error, path);
        self.show_dialog(Dialog::message(window::CANNOT_IMPORT, words));
    }

    /// Asks where to save something like the open file.
    pub(super) fn ask_where_to_save(&mut self, question: Question) {
        let path = self.session.as_ref().and_then(|session| session.path.clone());
        let own_folder = path.as_deref().and_then(Path::parent).map(Path::to_owned);
        let folder = match (&question, own_folder) {
            (Question::Copy, Some(folder)) => folder,
            _ => self.outside.documents_folder(),
        };
        let stem = path
            .as_deref()
            .and_then(Path::file_stem)
            .map_or_else(|| window::SAMPLE_FILE.into(), std::ffi::OsStr::to_string_lossy);
        // A number may come behind it.
        let stem = words::shorten(&stem, 100, 200);
        let name = format!("{stem}.caitien");
        self.propose(Job::Propose { folders: vec![folder], name, free: true }, question);
    }

    /// Lets a place be looked for, in which the question is asked then.
    pub(super) fn propose(&mut self, proposal: Job, question: Question) {
        let ticket = self.run_job(proposal);
        self.questions.insert(ticket, question);
    }

    /// Asks where to write, beginning with this path.
    fn ask_in(&mut self, path: &Path, question: Question) {
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let extension = match &question {
            Question::ExportTo(kind) => kind.extension(),
            _ => "caitien",
        };
        self.ask(Ask::SaveAs { folder, name, extension }, question);
    }
}

/// The path with this extension, where the person typed none or another one.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    let same =
        path.extension().is_some_and(|own| own.to_string_lossy().eq_ignore_ascii_case(extension));
    if same {
        return path;
    }
    // Not `set_extension`: "KH 2026.2027" has none, only a dot.
    let mut name = path.into_os_string();
    name.push(".");
    name.push(extension);
    name.into()
}
