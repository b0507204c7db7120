//! Where the focus was: whatever opens over a place, when it closes the focus is back there, and
//! what is typed next goes where the person left off.

use std::collections::BTreeMap;

use egui::{Context, Id};

use crate::plan;
use crate::ui::request::Stage;
use crate::ui::widgets::keys;

use super::App;

/// A place that has a focus of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Where {
    Start,
    NewPlan,
    Backups,
    Next,
    Plan(plan::Id, Stage),
    /// A dialog; every one begins without.
    Dialog,
}

/// What had the focus where.
#[derive(Default)]
pub(super) struct Focus {
    last: BTreeMap<Where, Id>,
    /// Where the last frame was, and whether a list or a menu was open.
    here: Option<Where>,
    popup: bool,
    /// Who had the focus in the last frame.
    had: Option<Id>,
    /// Who shall get it, and for how many frames that is still tried: egui lets nobody have it
    /// under a dialog, nor in the frame after one.
    due: Option<(Id, u8)>,
}

/// For how many frames the focus is offered.
const FRAMES: u8 = 3;

impl App {
    /// At the end of a frame: remembers the focus, or gives it back after something closed.
    pub(super) fn tend_focus(&mut self, ctx: &Context) {
        let here = self.place_of_focus();
        let popup = egui::Popup::is_any_open(ctx);
        let moved = self.focus.here != Some(here);
        let closed = moved || (self.focus.popup && !popup);
        if moved && here == Where::Dialog {
            self.focus.last.remove(&Where::Dialog);
        }
        (self.focus.here, self.focus.popup) = (Some(here), popup);
        let focused = ctx.memory(egui::Memory::focused);
        let had = std::mem::replace(&mut self.focus.had, focused);
        if closed {
            let asked = keys::take_focus_after(ctx).filter(|_| !moved);
            // A field that was clicked while the list was open has it already; an entry of the
            // list that had it goes with the list.
            let stands = !moved && focused.is_some() && focused != had;
            if let Some(id) = asked.or(self.focus.last.get(&here).copied())
                && !stands
            {
                self.focus.due = Some((id, FRAMES));
            }
        } else if !popup && let Some(id) = focused {
            self.focus.last.insert(here, id);
        }
        if let Some((id, left)) = self.focus.due {
            let again = !popup && (closed || focused.is_none()) && left > 0;
            self.focus.due = again.then_some((id, left.saturating_sub(1)));
            if again {
                ctx.memory_mut(|memory| memory.request_focus(id));
                ctx.request_repaint();
            }
        }
    }

    fn place_of_focus(&self) -> Where {
        if self.dialog.is_some() {
            return Where::Dialog;
        }
        if self.new_plan.is_some() {
            return Where::NewPlan;
        }
        if self.backups.is_some() {
            return Where::Backups;
        }
        if self.next.is_some() {
            return Where::Next;
        }
        match &self.session {
            Some(session) => Where::Plan(session.plan, self.stage),
            None => Where::Start,
        }
    }
}
