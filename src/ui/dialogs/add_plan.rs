//! A plan for another year, in the same file.

use std::sync::Arc;

use jiff::civil::Date;

use crate::edit::{Edit, FreshIds, make};
use crate::library;
use crate::messages::{info, new_plan as words, window};
use crate::plan::{Dossier, Form, FormId, Letterhead, SchoolYear};
use crate::ui::request::{Request, Requests};
use crate::ui::theme;
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::field::local_field;
use crate::ui::widgets::show::body;
use crate::ui::widgets::{Field, hint, select};

use super::Wish;

/// What was chosen so far.
pub struct AddPlan {
    letterhead: Letterhead,
    taken: Vec<SchoolYear>,
    /// The year that was proposed.
    proposed: SchoolYear,
    year: SchoolYear,
    label: String,
    forms: Vec<Arc<Form>>,
    form: FormId,
    catalogue: Option<String>,
    today: Date,
}

impl AddPlan {
    /// Proposes the year after the newest plan, and its form and catalogue by the day.
    #[must_use]
    pub fn new(dossier: &Dossier, shown: &crate::plan::Plan, today: Date) -> Self {
        let newest = dossier.newest_plan().map_or(shown.school_year, |plan| plan.school_year);
        let year = SchoolYear::starting(newest.first() + 1).unwrap_or(newest);
        let form = library::propose_form(today);
        let kind = shown.letterhead.kind;
        let catalogue = library::propose_catalogue(kind, &form, today).map(|of| of.id.clone());
        Self {
            letterhead: shown.letterhead.clone(),
            taken: dossier.plans.iter().map(|plan| plan.school_year).collect(),
            proposed: year,
            year,
            label: String::new(),
            forms: library::forms(dossier),
            form,
            catalogue,
            today,
        }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &egui::Context, requests: &mut Requests) -> Wish {
        let frame = Frame {
            title: words::TITLE_ADD,
            width: 560.0,
            primary: words::ADD,
            ready: true,
            danger: false,
            cancel: window::CANCEL,
        };
        let closed = dialog(ctx, &frame, |ui| {
            ui.spacing_mut().item_spacing = egui::vec2(12.0, 12.0);
            body(ui, words::TAKES_OVER);
            ui.horizontal_top(|ui| {
                let years = super::school_years(self.proposed.max(SchoolYear::of(self.today)));
                let names: Vec<String> = years.iter().map(ToString::to_string).collect();
                let chosen = years.iter().position(|year| *year == self.year);
                let picked = select(ui, "year", words::YEAR, Some(150.0), &names, chosen);
                if let Some(picked) = picked {
                    self.year = years[picked];
                }
                let label =
                    Field { label: info::LABEL, hint: info::LABEL_HINT, ..Field::default() };
                local_field(ui, "label", &label, &mut self.label);
            });
            let muted = theme::of(ui).muted;
            hint(ui, self.taken.contains(&self.year), words::YEAR_TAKEN, muted);
            let half = (ui.available_width() - 12.0) / 2.0;
            ui.horizontal_top(|ui| {
                let forms = super::form_names(&self.forms);
                let chosen = self.forms.iter().position(|form| form.id == self.form);
                let picked = select(ui, "form", words::FORM, Some(half), &forms, chosen);
                if let Some(picked) = picked {
                    self.form = self.forms[picked].id.clone();
                }
                let mut names = vec![info::NO_CATALOGUE.to_owned()];
                names.extend(library::catalogues().iter().map(|of| info::catalogue_name(of)));
                let chosen = match &self.catalogue {
                    None => Some(0),
                    Some(id) => library::catalogues()
                        .iter()
                        .position(|of| of.id == *id)
                        .map(|index| index + 1),
                };
                let label = words::CATALOGUE;
                let picked = select(ui, "catalogue", label, Some(half), &names, chosen);
                if let Some(picked) = picked {
                    let of = picked.checked_sub(1).and_then(|at| library::catalogues().get(at));
                    self.catalogue = of.map(|of| of.id.clone());
                }
            });
        });
        match closed {
            Closed::No => Wish::Stay,
            Closed::Cancelled => Wish::Close,
            Closed::Done => {
                if let Some(request) = self.request(requests.fresh()) {
                    requests.push(request);
                }
                Wish::Close
            }
        }
    }

    fn request(&self, fresh: &mut FreshIds) -> Option<Request> {
        let catalogue = self.catalogue.as_deref().and_then(library::catalogue).cloned();
        let form = self.forms.iter().find(|form| form.id == self.form)?;
        let day = if self.year.plan_end() < self.today { self.year.date(9, 1) } else { self.today };
        let mut plan = make::new_plan(
            &self.letterhead,
            self.year,
            form,
            catalogue.as_deref(),
            day,
            fresh.next(),
        );
        fresh.pass(plan.ids());
        self.label.trim().clone_into(&mut plan.label);
        Some(Request::Edit(Edit::AddPlan { plan: Arc::new(plan), catalogue }, None))
    }
}
