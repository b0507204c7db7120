//! Leaving a file, for another one or for good: only when all is on the disk, or when a
//! person says so.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, ViewportCommand};

use crate::plan::Dossier;
use crate::session::{Saving, Session};
use crate::ui::dialogs::Dialog;

use super::App;

/// What is done once the open file can be left.
pub enum Leave {
    /// The window closes.
    Quit,
    /// The first screen.
    Start,
    /// Another file, which is to be opened.
    Open(PathBuf),
    /// The sample.
    Sample,
    /// A new file, which is to be made.
    Make(PathBuf, Arc<Dossier>),
    /// Another file, which is open.
    Enter(Box<Session>),
}

impl App {
    /// Leaves the open file as soon as all is saved.
    pub(super) fn leave(&mut self, then: Leave, ctx: &Context) {
        self.flush_now();
        // Only one file is opened at a time: the last one that was asked for.
        self.opening = None;
        self.leaving = Some(then);
        self.try_once_more();
        self.tend_leaving(ctx);
    }

    /// The system asks the program to end: what was typed goes to the disk, and nobody is asked
    /// anything but what to do with words that no file takes.
    pub(super) fn end(&mut self, ctx: &Context) {
        self.dialog = None;
        self.leave(Leave::Quit, ctx);
    }

    /// What could not be saved is tried again before anybody is asked what to do.
    fn try_once_more(&mut self) {
        if let Some(session) = &mut self.session {
            session.retry();
        }
    }

    /// Closing was asked for: not before all is on the disk.
    pub(super) fn tend_closing(&mut self, ctx: &Context) {
        if ctx.input(|input| input.viewport().close_requested()) && !self.may_close {
            self.flush_now();
            self.tend_saving(ctx);
            if self.session.as_ref().is_some_and(Session::unsaved) {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                self.opening = None;
                self.leaving = Some(Leave::Quit);
                self.try_once_more();
            } else {
                self.remember_session();
                self.write_settings_now();
                self.may_close = true;
            }
        }
        self.tend_leaving(ctx);
    }

    fn tend_leaving(&mut self, ctx: &Context) {
        if self.leaving.is_none() {
            return;
        }
        self.tend_saving(ctx);
        match &self.session {
            Some(session) if session.unsaved() => {
                if let Saving::Failed(why) = &session.saving
                    && self.dialog.is_none()
                {
                    let path = session.path.clone().unwrap_or_default();
                    self.dialog = Some(Dialog::Unsaved { why: why.clone(), path });
                    ctx.send_viewport_cmd(ViewportCommand::Focus);
                    ctx.request_repaint();
                }
            }
            _ => self.go_away(ctx),
        }
    }

    /// Leaves now, whether all is saved or not.
    pub(super) fn go_away(&mut self, ctx: &Context) {
        let Some(then) = self.leaving.take() else { return };
        self.remember_session();
        ctx.request_repaint();
        match then {
            // What is open stays open until the other file is there.
            Leave::Open(path) => return self.open(&path),
            Leave::Sample => return self.open_sample(),
            Leave::Make(path, dossier) => return self.make(path, dossier),
            Leave::Enter(session) => return self.enter(*session),
            Leave::Quit | Leave::Start => {}
        }
        self.fields.drop_live();
        self.session = None;
        self.new_plan = None;
        self.word = None;
        if matches!(then, Leave::Quit) {
            self.write_settings_now();
            self.may_close = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }
}
