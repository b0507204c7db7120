//! What each request does: the one place where the window acts.

use egui::Context;

use crate::messages::window;
use crate::ui::dialogs::Dialog;
use crate::ui::request::{Request, Requests};

use super::{App, Errand, Leave};
use crate::ui::outside::Ask;

impl App {
    /// Handles what the frame asked for, and what that asks for in turn.
    pub(super) fn handle_requests(&mut self, ctx: &Context) {
        let mut any = false;
        // A request may push others (a command flushes the live field); a few rounds do.
        for _ in 0..4 {
            let requests = self.requests.take();
            if requests.is_empty() {
                break;
            }
            for request in requests {
                // Pictures are wanted in every frame: they alone ask for no other one.
                any |= !matches!(request, Request::Pictures(_));
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
        match request {
            Request::Run(command) => {
                self.flush_now();
                self.run(command, ctx);
            }
            Request::Edit(edit, merge) => {
                if let Some(session) = &mut self.session {
                    // An edit of something that went away in the same frame is no trouble.
                    let _ = session.edit(edit, merge);
                }
            }
            Request::Show(stage) => {
                self.flush_now();
                self.stage = stage;
            }
            Request::Go(place) => {
                self.flush_now();
                if let Some(session) = &mut self.session {
                    session.plan = place.plan;
                    session.keep_plan();
                }
                self.stage = self.views.go(&place);
            }
            Request::ShowPlan(plan) => {
                self.flush_now();
                if let Some(session) = &mut self.session {
                    session.plan = plan;
                    session.keep_plan();
                }
            }
            Request::Open(path) => self.leave(Leave::Open(path), ctx),
            Request::ForgetRecent(path) => self.settings.forget(&path),
            Request::FindMoved(path) => self.ask(Ask::OpenFile, Errand::Moved(path)),
            Request::Copy { text, html } => self.outside.copy(&text, html.as_deref()),
            Request::OpenFolder(path) => {
                let folder = path.parent().unwrap_or(&path);
                if let Err(error) = self.outside.open(folder) {
                    let words = window::cannot_show(folder, &error);
                    self.dialog = Some(Dialog::message(window::CANNOT_SHOW, words));
                }
            }
            Request::MakeFile { path, plan, catalogue } => {
                let dossier = crate::ui::dialogs::dossier_of(*plan, catalogue);
                self.leave(Leave::Make(path, std::sync::Arc::new(dossier)), ctx);
            }
            Request::DrawWith(way) => self.settings.renderer = way,
            Request::Notice(words) => self.say(words, ctx),
            Request::Offer { words, action, then } => {
                self.say(words, ctx);
                if let Some(notice) = &mut self.notice {
                    notice.offer = Some((action, *then));
                }
            }
            Request::Trouble(words) => {
                self.dialog = Some(Dialog::message(window::TROUBLE, words));
            }
            Request::Pictures(pictures) => {
                self.paper_shown = true;
                self.pictures.extend(pictures);
            }
        }
    }

    /// Applies what is in the live field at once, before anything that needs the newest value.
    pub(super) fn flush_now(&mut self) {
        let mut due = Requests::default();
        self.fields.flush(&mut due);
        for request in due.take() {
            if let (Request::Edit(edit, merge), Some(session)) = (request, &mut self.session) {
                let _ = session.edit(edit, merge);
            }
        }
    }
}
