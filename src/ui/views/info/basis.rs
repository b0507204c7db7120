//! The form and the catalogue of a plan, and what the form does not print.

use std::sync::Arc;

use egui::{RichText, Ui};

use crate::edit::PlanEdit;
use crate::messages::{self, info as words};
use crate::plan::{Catalogue, Field, FormId, InfoField, Item, Problem, Shown, TableKind};
use crate::ui::Command;
use crate::ui::request::Requests;
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{link, select, small};

use super::form::heading;

/// Draws both lists, with what a person should know of the choice under them.
pub fn show(ui: &mut Ui, cx: &ViewCx<'_>, focus: Option<InfoField>, requests: &mut Requests) {
    heading(ui, words::BASIS);
    let half = (ui.available_width() - 12.0) / 2.0;
    let row = ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(half);
            ui.spacing_mut().item_spacing.y = 4.0;
            form(ui, cx, half, requests);
        });
        ui.vertical(|ui| {
            ui.set_width(half);
            ui.spacing_mut().item_spacing.y = 4.0;
            catalogue(ui, cx, half, requests);
        });
    });
    if matches!(focus, Some(InfoField::Form | InfoField::Catalogue | InfoField::SchoolYear)) {
        row.response.scroll_to_me(Some(egui::Align::Center));
    }
}

fn form(ui: &mut Ui, cx: &ViewCx<'_>, width: f32, requests: &mut Requests) {
    let names: Vec<String> =
        FormId::ALL.iter().map(|form| messages::form_name(*form).to_owned()).collect();
    let chosen = FormId::ALL.iter().position(|form| *form == cx.plan.form);
    if let Some(picked) = select(ui, "form", words::FORM, Some(width), &names, chosen) {
        let change = PlanEdit::ChangeForm {
            form: Arc::new(cx.forms.get(FormId::ALL[picked]).clone()),
            from: Arc::new(cx.form.clone()),
            first_id: cx.dossier.next_id,
        };
        requests.edit(cx.plan.id, change);
    }
    let fields: Vec<&str> = unprinted_fields(cx).into_iter().map(messages::field_name).collect();
    let parts: Vec<&str> = cx
        .plan
        .parts
        .iter()
        .filter(|part| part.shown == Shown::NotInForm)
        .map(|part| part.heading.as_str())
        .collect();
    if !fields.is_empty() || !parts.is_empty() {
        let ink = cx.theme.due;
        let text = words::not_printed(&fields, &parts);
        let text = RichText::new(text).font(theme::regular(size::SMALL)).color(ink);
        ui.add(egui::Label::new(text).wrap());
    }
}

fn catalogue(ui: &mut Ui, cx: &ViewCx<'_>, width: f32, requests: &mut Requests) {
    let mut all: Vec<&Arc<Catalogue>> = cx.dossier.catalogues.iter().collect();
    for known in cx.catalogues {
        if all.iter().all(|of| of.id != known.id) {
            all.push(known);
        }
    }
    let mut names = vec![words::NO_CATALOGUE.to_owned()];
    names.extend(all.iter().map(|of| words::catalogue_name(of)));
    let chosen = match &cx.plan.catalogue {
        None => Some(0),
        Some(id) => all.iter().position(|of| of.id == *id).map(|index| index + 1),
    };
    if let Some(picked) = select(ui, "catalogue", words::CATALOGUE, Some(width), &names, chosen) {
        let of = picked.checked_sub(1).and_then(|index| all.get(index));
        let change = PlanEdit::SetCatalogue(of.map(|of| Arc::clone(of)));
        requests.edit(cx.plan.id, change);
    }
    if let Some(of) = cx.catalogue
        && !of.verified_against_official_text
    {
        small(ui, words::NOT_VERIFIED);
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        if cx.catalogue.is_some() && link(ui, words::EDIT_NAMES).clicked() {
            requests.run(Command::EditCatalogue);
        }
        if link(ui, words::FROM_FILE).clicked() {
            requests.run(Command::ImportCatalogue);
        }
    });
}

/// The fields of an item that some form does not print.
const OF_ITEM: [Field; 11] = [
    Field::CriterionText,
    Field::Content,
    Field::Target,
    Field::Actions,
    Field::Indicator,
    Field::Responsible,
    Field::Time,
    Field::Budget,
    Field::Resources,
    Field::Support,
    Field::Evidence,
];
/// The same of a problem.
const OF_PROBLEM: [Field; 3] = [Field::CurrentState, Field::Weakness, Field::Cause];

/// Fields that hold words somewhere in the plan and that its form has no column for.
fn unprinted_fields(cx: &ViewCx<'_>) -> Vec<Field> {
    let printed = |field: Field| {
        let has = |table| cx.form.columns(table).iter().any(|column| column.field == field);
        has(TableKind::Rows) || has(TableKind::Problems) || also_printed(cx.plan.form, field)
    };
    let mut found: Vec<Field> = OF_ITEM
        .into_iter()
        .filter(|field| !printed(*field) && cx.plan.items().any(|item| holds(item, *field)))
        .collect();
    found.extend(OF_PROBLEM.into_iter().filter(|field| {
        !printed(*field) && cx.plan.problems.iter().any(|problem| problem_holds(problem, *field))
    }));
    found
}

/// Fields that stand in for another where that one is empty (`model.md`).
fn also_printed(form: FormId, field: Field) -> bool {
    match form {
        FormId::Form2Of2026 => {
            matches!(field, Field::CriterionText | Field::Budget | Field::Support)
        }
        FormId::Narrative => matches!(field, Field::Weakness),
        FormId::Table2018 => false,
    }
}

fn holds(item: &Item, field: Field) -> bool {
    let text = match field {
        Field::CriterionText => &item.criterion_text,
        Field::Content => &item.content,
        Field::Target => &item.target,
        Field::Actions => &item.actions,
        Field::Indicator => &item.indicator,
        Field::Responsible => &item.responsible.typed,
        Field::Time => &item.time.typed,
        Field::Budget => &item.budget.typed,
        Field::Resources => &item.resources,
        Field::Support => &item.support,
        Field::Evidence => &item.evidence,
        _ => return false,
    };
    !text.trim().is_empty()
}

fn problem_holds(problem: &Problem, field: Field) -> bool {
    let text = match field {
        Field::CurrentState => &problem.current_state,
        Field::Weakness => &problem.weakness,
        Field::Cause => &problem.cause,
        _ => return false,
    };
    !text.trim().is_empty()
}
