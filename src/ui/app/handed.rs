//! What a later start of the program handed over: this window comes forward, and opens it.

use egui::{Context, ViewportCommand};

use crate::ui::request::Request;
use crate::ui::{Command, Start};

use super::App;

impl App {
    /// Comes forward and remembers what to open.
    pub(super) fn take_handed(&mut self, start: Start, ctx: &Context) {
        ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
        ctx.send_viewport_cmd(ViewportCommand::Focus);
        // Of two at once the later is what the person wants to see last.
        if start != Start::Screen {
            self.handed = Some(start);
        }
        ctx.request_repaint();
    }

    /// Opens what was handed over, as a file dropped on the window is opened; not behind a
    /// dialog, but as soon as that is answered.
    pub(super) fn tend_handed(&mut self) {
        if self.dialog.is_some() {
            return;
        }
        match self.handed.take() {
            None | Some(Start::Screen) => {}
            Some(Start::Sample) => {
                let shown = self.session.as_ref().is_some_and(|session| session.path.is_none());
                if !shown {
                    self.requests.run(Command::OpenSample);
                }
            }
            Some(Start::File(path)) => self.requests.push(Request::Open(path)),
        }
    }
}
