//! The form and the catalogue of a plan, and what the form does not print.

use std::sync::Arc;

use egui::{RichText, Ui};

use crate::edit::{PlanEdit, new_things_of};
use crate::messages::{self, info as words};
use crate::plan::{
    Catalogue, Field, Form, InfoField, Item, Plan, Problem, Record, Shown, TableKind, stand_ins,
};
use crate::ui::Command;
use crate::ui::request::Requests;
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{link, select, small};

/// Draws both lists, with what a person should know of the choice under them.
pub fn show(ui: &mut Ui, cx: &ViewCx<'_>, focus: Option<InfoField>, requests: &mut Requests) {
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
    let names: Vec<String> = cx.forms.iter().map(|form| form.short_name().to_owned()).collect();
    let chosen = cx.forms.iter().position(|form| form.id == cx.plan.form);
    if let Some(picked) = select(ui, "form", words::FORM, Some(width), &names, chosen) {
        let to = &cx.forms[picked];
        let change = PlanEdit::ChangeForm {
            form: Arc::clone(to),
            from: Arc::clone(cx.form),
            first_id: requests.fresh().several(new_things_of(to)),
        };
        requests.edit(cx.plan.id, change);
    }
    if let Some(text) = not_printed(cx) {
        let text = RichText::new(text).font(theme::regular(size::SMALL)).color(cx.theme.due);
        ui.add(egui::Label::new(text).wrap());
    }
}

/// What of the plan its form does not print, in one sentence; none where it prints all.
#[must_use]
pub fn not_printed(cx: &ViewCx<'_>) -> Option<String> {
    let fields: Vec<&str> =
        unprinted_fields(cx.plan, cx.form).into_iter().map(messages::field_name).collect();
    let not_in_form = cx.plan.parts.iter().filter(|part| part.shown == Shown::NotInForm);
    let parts: Vec<&str> = not_in_form.map(|part| part.heading.as_str()).collect();
    let any = !fields.is_empty() || !parts.is_empty();
    any.then(|| words::not_printed(&fields, &parts))
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

/// The fields of a problem that some form does not print.
const OF_PROBLEM: [Field; 4] =
    [Field::StandardText, Field::CurrentState, Field::Weakness, Field::Cause];

/// Fields that hold words somewhere in the plan and that its form does not print.
fn unprinted_fields(plan: &Plan, form: &Form) -> Vec<Field> {
    let visible = |table| -> Vec<Field> {
        let columns = form.columns_for(table, &plan.options.columns);
        columns.iter().filter(|column| !column.hidden).map(|column| column.field).collect()
    };
    let (rows, problems) = (visible(TableKind::Rows), visible(TableKind::Problems));
    let of_item = |field: &Field| {
        let lost = |item: &Item| holds(item, *field) && !stands_in(&rows, item, *field);
        !rows.contains(field) && plan.items().any(|item| lost(item))
    };
    let of_problem = |field: &Field| {
        // A narrative prints them with the items.
        let is_printed = rows.contains(field) || problems.contains(field);
        !is_printed && plan.problems.iter().any(|problem| problem_holds(problem, *field))
    };
    let items = Item::TEXTS.iter().map(|one| one.field).filter(of_item);
    items.chain(OF_PROBLEM.into_iter().filter(of_problem)).collect()
}

/// Whether a field is printed where another one is empty (`model.md`).
fn stands_in(columns: &[Field], item: &Item, field: Field) -> bool {
    columns.iter().any(|shown| {
        // Where the content is printed, it is what names the row, and its criterion does not.
        stand_ins(*shown).contains(&field)
            && (field == Field::CriterionText || !holds(item, *shown))
    })
}

fn holds(item: &Item, field: Field) -> bool {
    item.text(field).is_some_and(|text| !text.trim().is_empty())
}

fn problem_holds(problem: &Problem, field: Field) -> bool {
    problem.text(field).is_some_and(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::library::{FORM_2_2026, TABLE_2018, form};
    use crate::plan::{Dossier, FormId, Row, SchoolYear, Typed};

    #[track_caller]
    fn check(id: &FormId, item: Item, expect: &[Field]) {
        let dossier = Dossier::default();
        let form = form(&dossier, id).unwrap();
        let mut plan = Plan::empty(SchoolYear::starting(2026).unwrap());
        plan.rows = vec![Row::Item(Arc::new(item))];
        assert_eq!(unprinted_fields(&plan, form), expect);
    }

    #[test]
    fn what_a_form_does_not_print_is_named() {
        let item = |resources: &str| Item {
            content: "Phòng học".into(),
            budget: Typed::new("50 triệu"),
            resources: resources.into(),
            note: "Năm trước chưa làm".into(),
            ..Item::default()
        };
        check(&FORM_2_2026, item(""), &[Field::Note]);
        check(&FORM_2_2026, item("Ngân sách"), &[Field::Budget, Field::Note]);
        check(&TABLE_2018, item("Ngân sách"), &[Field::Content, Field::Resources]);
    }
}
