//! Leaving a file, for another one or for good: only when all is on the disk, or when a
//! person says so.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, ViewportCommand};

use crate::plan::Dossier;
use crate::platform;
use crate::ui::dialogs::Dialog;
use crate::ui::session::Saving;

use super::App;

/// What is done once the open file can be left.
#[derive(Clone, Debug)]
pub enum Leave {
    /// The window closes.
    Quit,
    /// The first screen.
    Start,
    /// Another file.
    Open(PathBuf),
    /// The sample.
    Sample,
    /// A new file.
    Make(PathBuf, Arc<Dossier>),
}

impl App {
    /// Leaves the open file as soon as all is saved.
    pub(super) fn leave(&mut self, then: Leave, ctx: &Context) {
        self.flush_now();
        self.leaving = Some(then);
        self.tend_leaving(ctx);
    }

    /// Closing was asked for: not before all is on the disk.
    pub(super) fn tend_closing(&mut self, ctx: &Context) {
        if ctx.input(|input| input.viewport().close_requested()) && !self.may_close {
            self.flush_now();
            self.tend_saving(ctx);
            if self.session.as_ref().is_some_and(crate::ui::session::Session::unsaved) {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                self.leaving = Some(Leave::Quit);
            } else {
                self.remember_session();
                self.write_settings();
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
                    self.dialog = Some(Dialog::Unsaved { why: why.clone() });
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
        if let Leave::Open(path) = &then {
            let open = self.session.as_ref().and_then(|session| session.path.as_deref());
            // The lock of a file that is open must not be touched: it is shown already.
            if open.is_none_or(|open| !platform::same_file(open, path)) {
                // What is open stays open when the other file does not open.
                self.open(path);
            }
            ctx.request_repaint();
            return;
        }
        self.fields.drop_live();
        self.session = None;
        self.new_plan = None;
        match then {
            Leave::Quit => {
                self.write_settings();
                self.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            // Nothing more: the first screen is there, and a file was opened above.
            Leave::Start | Leave::Open(_) => {}
            Leave::Sample => self.open_sample(),
            Leave::Make(path, dossier) => self.make(&path, dossier),
        }
        ctx.request_repaint();
    }
}
