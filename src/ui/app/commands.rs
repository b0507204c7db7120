//! What each command does, and the keys that run it.

use egui::Context;

use crate::ui::Command;
use crate::ui::request::Request;

use super::App;

impl App {
    /// Turns keys into commands. A key belongs to the live field while that can undo.
    pub(super) fn shortcuts(&mut self, ctx: &Context) {
        let (field_undoes, field_redoes) = self.fields.own_steps().unwrap_or_else(|| {
            let live = self.fields.live();
            (live.is_some_and(|live| can_undo(ctx, live.id, &live.text)), false)
        });
        for command in Command::ALL {
            if command == Command::Undo && field_undoes || command == Command::Redo && field_redoes
            {
                continue;
            }
            if let Some(keys) = command.shortcut()
                && ctx.input_mut(|input| input.consume_shortcut(&keys))
            {
                self.requests.push(Request::Run(command));
            }
        }
        let equals = egui::KeyboardShortcut::new(egui::Modifiers::COMMAND, egui::Key::Equals);
        if ctx.input_mut(|input| input.consume_shortcut(&equals)) {
            self.requests.push(Request::Run(Command::ZoomIn));
        }
    }

    pub(super) fn run(&mut self, command: Command, ctx: &Context) {
        match command {
            Command::Undo | Command::Redo => self.step(command == Command::Undo),
            Command::ZoomIn => self.settings.zoom(true),
            Command::ZoomOut => self.settings.zoom(false),
            Command::ZoomReset => self.settings.scale_percent = 100,
            Command::ToggleDark => self.settings.dark = !self.settings.dark,
            Command::OpenSample => self.open_sample(),
            Command::ExportPdf => self.export_pdf(),
            Command::Print => self.print(true),
            Command::PrintTimeline => self.print(false),
            Command::ShowStart => self.session = None,
            _ => {}
        }
        let _ = ctx;
    }

    /// Undo or redo: what is in the live field is a step of its own first.
    fn step(&mut self, back: bool) {
        self.fields.drop_live();
        if let Some(session) = &mut self.session {
            if back {
                session.history.undo();
            } else {
                session.history.redo();
            }
            session.keep_plan();
        }
    }
}

/// Whether the editor has typing of its own to take back.
fn can_undo(ctx: &Context, id: egui::Id, text: &str) -> bool {
    let Some(state) = egui::text_edit::TextEditState::load(ctx, id) else { return false };
    let Some(range) = state.cursor.char_range() else { return false };
    state.undoer().has_undo(&(range, text.to_owned()))
}
