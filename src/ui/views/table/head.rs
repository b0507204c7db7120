//! What stands over the table: its title or the tables of the form, and the buttons.

use crate::messages::table as words;
use crate::plan::Id;
use crate::ui::Command;
use crate::ui::request::Requests;
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::button::{Look, button_with};
use crate::ui::widgets::{self, Kind, button, segmented};

use super::columns::Columns;
use super::{Open, TableShown, TableState, arrange_menu, ops};

/// What the window keeps free on both sides (logical pixels).
const EDGES: f32 = 24.0;

/// The title, the tables of the form and the buttons: on one line where there is room. Where
/// there is none under a second line either, the tables are a menu in the place of the title.
pub(super) fn show(
    ui: &mut egui::Ui,
    cx: &ViewCx<'_>,
    state: &mut TableState,
    requests: &mut Requests,
) {
    // What is looked for may stand beside it.
    let room = ui.available_width();
    let one_line = room + EDGES >= size::ONE_LINE;
    let flat = !one_line && theme::is_flat(ui) && tables_of(cx).len() > 1;
    let title = if flat { "" } else { words::TITLE };
    widgets::title_row(ui, title, "", |ui| {
        if one_line {
            segments(ui, cx, state);
        } else if flat {
            tables_menu(ui, cx, state);
        }
        ui.spacing_mut().item_spacing.x = 6.0;
        widgets::at_right(ui, |ui| {
            if state.shown == TableShown::Rows {
                // The tables of the form leave little room on the line.
                let short = (one_line || flat) && tables_of(cx).len() > 1;
                arrange_menu::filter(ui, cx, &mut state.rows, &mut state.choices, short);
            }
            let menu = button_with(ui, words::COLUMNS, &Look { menu: true, ..Look::default() });
            egui::Popup::menu(&menu).width(400.0).show(|ui| columns_menu(ui, cx, state));
            let add = if state.shown == TableShown::Rows {
                if room >= size::NARROW {
                    let look = Look { shortcut: "F4", ..Look::default() };
                    let active = state.rows.grid.active_line();
                    let can = active.is_some_and(|key| cx.plan.item(Id(key.0)).is_some());
                    ui.add_enabled_ui(can, |ui| {
                        if button_with(ui, words::ROW_FORM, &look).clicked() {
                            requests.run(Command::RowForm);
                        }
                    });
                }
                let add = button(ui, Kind::Primary, words::ADD_CRITERIA);
                if add.clicked() {
                    requests.run(Command::AddCriteria);
                }
                add
            } else {
                let table = state.shown.table();
                let add = button(ui, Kind::Primary, words::add_record(table));
                if add.clicked() {
                    let at = state.grid().model(cx, table).count;
                    let key = ops::add_below(cx, table, at, requests);
                    state.grid().choose(key, None);
                }
                add
            };
            state.first_button = Some(add.id);
        });
    });
    if !one_line && !flat && tables_of(cx).len() > 1 {
        ui.horizontal(|ui| segments(ui, cx, state));
    }
}

/// The tables that the plan's form has, and what they are called.
fn tables_of(cx: &ViewCx<'_>) -> Vec<(TableShown, &'static str)> {
    let all = [
        (TableShown::Problems, words::PROBLEMS),
        (TableShown::Rows, words::ROWS),
        (TableShown::Reviews, words::REVIEWS),
    ];
    all.into_iter().filter(|(which, _)| !cx.form.columns(which.table()).is_empty()).collect()
}

/// Form C has a table of problems and one of reviews beside the main one.
fn segments(ui: &mut egui::Ui, cx: &ViewCx<'_>, state: &mut TableState) {
    let shown = tables_of(cx);
    if shown.len() < 2 {
        return;
    }
    let names: Vec<&str> = shown.iter().map(|(_, words)| *words).collect();
    let chosen = shown.iter().position(|(which, _)| *which == state.shown).unwrap_or_default();
    if let Some(picked) = segmented(ui, &names, chosen) {
        state.shown = shown[picked].0;
    }
}

/// The same as a menu, called as the table that is shown.
fn tables_menu(ui: &mut egui::Ui, cx: &ViewCx<'_>, state: &mut TableState) {
    let shown = tables_of(cx);
    let here = shown.iter().find(|(which, _)| *which == state.shown);
    let look = Look { menu: true, ..Look::default() };
    let menu = button_with(ui, here.map_or(words::TITLE, |(_, words)| words), &look);
    egui::Popup::menu(&menu).width(240.0).show(|ui| {
        for (which, words) in shown {
            if widgets::choice::list_row(ui, words, which == state.shown).clicked() {
                state.shown = which;
                ui.close();
            }
        }
    });
}

fn columns_menu(ui: &mut egui::Ui, cx: &ViewCx<'_>, state: &mut TableState) {
    ui.spacing_mut().item_spacing.y = 4.0;
    if widgets::choice::list_row(ui, words::COLUMNS_TITLE_MENU, false).clicked() {
        state.open = Open::Columns(Columns::new(cx, state.shown.table()));
        ui.close();
    }
    if state.shown == TableShown::Rows {
        ui.separator();
        arrange_menu::order(ui, cx, &mut state.rows);
    }
    ui.separator();
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        state.enter_known |= widgets::checkbox(ui, &mut state.as_excel, words::AS_EXCEL).changed();
    });
}
