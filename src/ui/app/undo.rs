//! Undo and redo: what changed is shown, in its plan and on its stage.

use super::App;

impl App {
    /// Undo or redo: what is in the live field was applied before, as a step of its own.
    pub(super) fn step(&mut self, back: bool) {
        self.fields.drop_live();
        let Some(session) = &mut self.session else { return };
        let left = session.dossier().clone();
        let history = &mut session.history;
        let step = if back { history.undo_step() } else { history.redo_step() }.cloned();
        let done = if back { history.undo() } else { history.redo() };
        let step = step.filter(|_| done);
        if let Some(plan) = step.as_ref().and_then(|step| step.plan) {
            session.show_plan(plan);
        }
        session.keep_plan();
        let Some(step) = step else { return };
        if let Some(stage) = self.views.go_to_step(&step.edit) {
            self.stage = stage;
        } else if let Some(place) = step.place(&left, session.dossier()) {
            self.stage = self.views.go(&place);
        }
    }
}
