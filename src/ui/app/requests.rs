//! What each request does: the one place where the window acts.

use std::path::Path;

use egui::Context;

use crate::edit::{Edit, MergeKey};
use crate::messages::{self, window};
use crate::platform;
use crate::ui::Command;
use crate::ui::dialogs::Dialog;
use crate::ui::request::Request;
use crate::ui::search::Search;

use super::{App, Leave, Question};
use crate::ui::outside::Ask;

impl App {
    /// Handles what the frame asked for, and what that asks for in turn.
    pub(super) fn handle_requests(&mut self, ctx: &Context) {
        let mut any = false;
        // A request may push others (a dialog's answer runs a command); a few rounds do.
        for _ in 0..4 {
            // Pictures are wanted in every frame: they alone ask for no other one.
            if self.requests.ask_something() {
                any = true;
                // What is in the live field is older than what was just asked for.
                self.fields.flush(&mut self.requests);
            }
            let requests = self.requests.take();
            if requests.is_empty() {
                break;
            }
            for request in requests {
                self.handle(request, ctx);
            }
        }
        if any {
            self.apply_settings(ctx);
            self.write_settings();
            ctx.request_repaint();
        }
    }

    fn handle(&mut self, request: Request, ctx: &Context) {
        if self.asks_to_leave_review(&request) {
            return;
        }
        match request {
            Request::Run(command) => self.run(command, ctx),
            Request::Edit(edit, merge) => {
                self.edit(edit, merge);
            }
            Request::Show(stage) => {
                (self.backups, self.next) = (None, None);
                self.stage = stage;
            }
            Request::Go(place) => {
                (self.backups, self.next) = (None, None);
                if let Some(session) = &mut self.session {
                    session.show_plan(place.plan);
                }
                self.stage = self.views.go(&place);
            }
            Request::Follow(item) => self.stage = self.views.follow(item),
            Request::Find(words) => self.search = Some(Box::new(Search::all(words))),
            Request::ShowPlan(plan) => {
                self.next = None;
                if let Some(session) = &mut self.session {
                    session.show_plan(plan);
                }
            }
            Request::Open(path) => self.leave(Leave::Open(path), ctx),
            Request::OpenForNext(path) => self.open_for_next(path, ctx),
            Request::OpenCopy(path) => self.open_copy(path),
            Request::Clean { with_backups } => self.clean(with_backups, ctx),
            Request::ForgetRecent(path) => self.settings.forget(&path),
            Request::FindMoved(path) => self.ask(Ask::OpenFile, Question::Moved(path)),
            Request::Paste => self.pasting.want(),
            Request::ReadHtml => self.outside.read_html(),
            Request::Copy { text, html } => self.outside.copy(&text, html.as_deref()),
            Request::OpenFolder(path) => {
                let folder = path.parent().unwrap_or(&path).to_owned();
                self.show_outside(&folder);
            }
            Request::OpenOutside(path) => self.show_outside(&path),
            Request::Exported(path) => {
                self.say(messages::exported(&path), ctx);
                self.offer(window::OPEN_FILE, Request::OpenOutside(path.clone()));
                self.offer(Command::OpenFolder.label(), Request::OpenFolder(path));
            }
            Request::ImportWord(path) => self.read_word(&path),
            Request::ImportExcel(path) => self.import_excel(path),
            Request::Export(kind) => self.export(kind),
            Request::PrintPaper(kind) => self.print_paper(&kind),
            Request::AttachScan => self.ask_scan(),
            Request::OpenScan(scan) => self.open_scan(scan),
            Request::RemoveScan(plan, scan) => self.remove_scan(plan, scan, ctx),
            Request::Issue { who } => self.issue(who),
            Request::Imported(content) => self.take_in(content, ctx),
            // One file is made at a time.
            Request::MakeFile { .. } if self.opening.is_some() => {}
            Request::MakeFile { path, plan, catalogue } => {
                let dossier = crate::ui::dialogs::dossier_of(*plan, catalogue);
                self.leave(Leave::Make(path, std::sync::Arc::new(dossier)), ctx);
            }
            Request::Prefer(chosen) => self.prefer(*chosen),
            Request::KeepSchool { school, keep } => self.keep_school(*school, keep, ctx),
            Request::ChooseBackupFolder => self.ask(Ask::Folder, Question::BackupFolder),
            Request::DrawWith(way) => self.settings.renderer = way,
            Request::Notice(words) => self.say(words, ctx),
            // The notice went with the button that was pressed.
            Request::Offer { words, action, then } => {
                self.say(words, ctx);
                self.offer(&action, *then);
            }
            Request::Trouble(words) => {
                self.show_dialog(Dialog::message(window::TROUBLE, words));
            }
            Request::ShowOnPaper(words) => {
                (self.backups, self.next) = (None, None);
                self.stage = self.views.show_on_paper(words);
            }
            Request::Help(page) => self.help(page),
            Request::FindInPaper(sought) => self.find_in_paper(sought),
            Request::FitPages(pages) => {
                self.flush_now();
                self.fit_pages(pages);
            }
            Request::Pictures(pictures) => {
                self.paper_shown = true;
                self.pictures.extend(pictures);
            }
        }
    }

    /// Applies an edit; gives whether it could be applied. Where not, it names something that is
    /// not there any more: that is said, for words may hang on it.
    pub(super) fn edit(&mut self, edit: Edit, merge: Option<MergeKey>) -> bool {
        let Some(session) = &mut self.session else { return false };
        match session.edit(edit, merge) {
            Ok(()) => true,
            Err(error) => {
                platform::log_fault(&format!("edit: {error:?}"));
                let words = messages::edit_error(error).to_owned();
                self.requests.push(Request::Notice(words));
                false
            }
        }
    }

    /// Puts a button beside what is said at the foot of the window.
    pub(super) fn offer(&mut self, action: &str, then: Request) {
        let undoes = matches!(then, Request::Run(Command::Undo));
        let revision = self.session.as_ref().map(|session| session.history.revision());
        if let Some(notice) = &mut self.notice {
            notice.offers.push((action.to_owned(), then));
            notice.undoes = revision.filter(|_| undoes);
        }
    }

    /// Says what went or came, and offers to take it back.
    pub(super) fn offer_undo(&mut self, words: String, ctx: &Context) {
        self.say(words, ctx);
        self.offer(Command::Undo.label(), Request::Run(Command::Undo));
    }

    /// Opens a file or a folder in the system's program for it, or says why not.
    fn show_outside(&mut self, path: &Path) {
        if let Err(error) = self.outside.open(path) {
            let words = window::cannot_show(path, &error);
            self.show_dialog(Dialog::message(window::CANNOT_SHOW, words));
        }
    }

    /// Applies what is in the live field at once: something outside the frame's requests (the
    /// window closes, an answer comes) needs the newest value.
    pub(super) fn flush_now(&mut self) {
        self.fields.flush(&mut self.requests);
        for request in self.requests.take_typed() {
            if let Request::Edit(edit, merge) = request {
                self.edit(edit, merge);
            }
        }
    }
}
