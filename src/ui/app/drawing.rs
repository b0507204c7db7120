//! Drawing one frame: the shell around the view, or the first screen.

use egui::{CentralPanel, Frame, Margin};

use crate::messages;
use crate::plan::{By, Severity, check, timeline};
use crate::ui::shell::{self, Badges, TopBar};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;

use super::App;

impl App {
    pub(super) fn draw(&mut self, ui: &mut egui::Ui) {
        if self.session.as_ref().is_some_and(|session| session.plan().is_some()) {
            self.draw_plan(ui);
        } else {
            self.draw_start(ui);
        }
    }

    fn draw_plan(&mut self, ui: &mut egui::Ui) {
        let Some(session) = &mut self.session else { return };
        let forms = &self.library.forms;
        let findings = session
            .findings(|dossier, plan| check(dossier, plan, forms.get(plan.form), &|_| false))
            .to_vec();
        let dossier = session.dossier().clone();
        let Some(plan) = session.plan().cloned() else { return };
        let today = self.outside.now().date();
        let work = timeline(&dossier, &plan, Some(today), By::Standard);
        let asking = findings.iter().filter(|finding| finding.severity != Severity::Note).count();
        let badges = Badges {
            overdue: work.overdue(),
            due: work.due_soon(),
            findings: asking,
            errors: findings.iter().any(|finding| finding.severity == Severity::Error),
        };
        let name = |step: &crate::edit::Step| messages::step_name(&step.edit);
        let bar = TopBar {
            dossier: &dossier,
            plan: &plan,
            saving: &session.saving,
            undo: session.history.undo_step().map(name),
            redo: session.history.redo_step().map(name),
            settings: &self.settings,
        };
        shell::top_bar(ui, &bar, &mut self.requests);
        shell::stages(ui, self.stage, badges, &mut self.requests);
        let theme = theme::of(ui);
        let cx = ViewCx {
            dossier: &dossier,
            plan: &plan,
            form: self.library.forms.get(plan.form),
            forms: &self.library.forms,
            catalogue: dossier.catalogue_of(&plan),
            catalogues: &self.library.catalogues,
            terms: dossier.terms(plan.school_year),
            findings: &findings,
            today,
            theme: &theme,
            paper: &self.paper,
            revision: session.history.revision(),
        };
        let wide = ui.ctx().content_rect().width() >= size::WIDE;
        let margin = if wide { Margin::symmetric(22, 16) } else { Margin::symmetric(12, 10) };
        let frame = Frame::new().fill(theme.bg).inner_margin(margin);
        let (stage, views) = (self.stage, &mut self.views);
        let (fields, requests) = (&mut self.fields, &mut self.requests);
        CentralPanel::default().frame(frame).show(ui, |ui| {
            // A field of one plan is not the field of another.
            ui.push_id((plan.id, stage), |ui| views.show(stage, ui, &cx, fields, requests));
        });
    }

    fn draw_start(&mut self, ui: &mut egui::Ui) {
        let theme = theme::of(ui);
        let frame = Frame::new().fill(theme.bg);
        CentralPanel::default().frame(frame).show(ui, |_ui| {});
    }
}
