//! A table of words inside a part: every title and cell is a field, rows come and go.
//!
//! Rows out of sight keep their room and are not drawn.

use egui::{Id as EguiId, Rect, Ui, vec2};

use crate::edit::{CellOf, Edit, PlanEdit};
use crate::messages::content as words;
use crate::plan::{Id, TextRow, TextTable};
use crate::ui::fields::Fields;
use crate::ui::request::Requests;
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Field, Kind};

/// Between fields.
const GAP: f32 = 6.0;
/// The least width of a column.
const LEAST: f32 = 56.0;
/// What can be done with a row stands in so much width.
const ACTIONS: f32 = 92.0;
/// Rows so near to what is in sight are drawn, so that Tab finds them.
const NEAR: f32 = 400.0;
/// So many rows tell how wide a column wants to be, and so many letters of a cell at most.
const SAMPLE: usize = 24;
const LETTERS: usize = 40;

/// What is asked of the rows.
enum Wish {
    /// A row comes in at this place.
    Add(usize),
    /// The row of this place goes.
    Remove(usize),
}

/// Draws the table that is this block of a part.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    (part, block): (Id, usize),
    table: &TextTable,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    let plan = cx.plan.id;
    let salt = EguiId::unique(("words table", plan, part, block));
    let goal_at = salt.with("goal");
    let goal: Option<usize> = ui.data_mut(|data| data.remove_temp(goal_at));
    let widths = widths(table, ui.available_width());
    let mut row = |ui: &mut Ui, at: Option<usize>, requests: &mut Requests| -> Option<Wish> {
        let mut wish = None;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (column, width) in widths.iter().enumerate() {
                let cell = CellOf { part, block, row: at, column };
                let value = table.text(at, column).unwrap_or_default();
                let title = table.columns.get(column).map_or("", |one| one.title.as_str());
                let label = words::cell_of_table(at, column, title);
                let field = Field {
                    label: &label,
                    hide_label: true,
                    rows: 1,
                    width: Some(*width),
                    take_focus: at.is_some() && at == goal && column == 0,
                    ..Field::default()
                };
                widgets::text_field(
                    ui,
                    (salt, at, column),
                    &field,
                    value,
                    fields,
                    requests,
                    move |text| set_cell(plan, cell, text),
                );
            }
            let place = at.map_or(0, |at| at + 1);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                if link(ui, words::ADD_BELOW, place) {
                    wish = Some(Wish::Add(place));
                }
                if let Some(at) = at
                    && link(ui, words::REMOVE, place)
                {
                    wish = Some(Wish::Remove(at));
                }
            });
        });
        wish
    };
    let mut wish = row(ui, None, requests);
    for at in 0..table.rows.len() {
        let height_at = salt.with(("height", at));
        let known: Option<f32> = ui.data(|data| data.get_temp(height_at));
        let top = ui.cursor().min;
        let room = known.map(|height| Rect::from_min_size(top, vec2(ui.available_width(), height)));
        let hidden = room.is_some_and(|room| !ui.clip_rect().expand(NEAR).intersects(room));
        if let Some(room) = room.filter(|_| hidden && goal != Some(at)) {
            ui.allocate_rect(room, egui::Sense::hover());
            continue;
        }
        wish = row(ui, Some(at), requests).or(wish);
        let height = ui.min_rect().max.y - top.y;
        ui.data_mut(|data| data.insert_temp(height_at, height));
    }
    if widgets::button(ui, Kind::Secondary, words::ADD_ROW).clicked() {
        wish = Some(Wish::Add(table.rows.len()));
    }
    let (at, gone, new) = match wish {
        None => return,
        Some(Wish::Add(at)) => (at, 0, vec![TextRow::default()]),
        Some(Wish::Remove(at)) => (at, 1, Vec::new()),
    };
    let came = gone == 0;
    requests.edit(plan, PlanEdit::SpliceRows { part, block, at, gone, new });
    if came {
        ui.data_mut(|data| data.insert_temp(goal_at, at));
    } else {
        requests.offer_undo(words::gone(&words::row_of_table(at + 1)));
        // The neighbour moves up; above it the one before.
        let neighbour = at.min(table.rows.len().saturating_sub(2));
        ui.data_mut(|data| data.insert_temp(goal_at, neighbour));
    }
}

fn set_cell(plan: Id, cell: CellOf, text: &str) -> Edit {
    Edit::InPlan { plan, change: PlanEdit::SetCell { cell, text: text.to_owned() } }
}

/// A link whose name tells which row it acts on, from 1; 0: the titles.
fn link(ui: &mut Ui, action: &str, row: usize) -> bool {
    let response = widgets::link(ui, action);
    let name = format!("{action}: {}", words::row_of_table(row));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response.clicked()
}

/// How the columns share the width: by their longest words, of few rows.
fn widths(table: &TextTable, all: f32) -> Vec<f32> {
    let count = table.columns.len();
    let letters = |column: usize| {
        let title = table.columns.get(column).map(|one| one.title.as_str());
        let cells = table.rows.iter().take(SAMPLE).filter_map(|row| row.cells.get(column));
        let texts = title.into_iter().chain(cells.map(String::as_str));
        texts.map(|text| text.chars().take(LETTERS).count()).max().unwrap_or(0).max(4)
    };
    let wanted: Vec<usize> = (0..count).map(letters).collect();
    let sum = wanted.iter().sum::<usize>().max(1) as f32;
    let room = (all - ACTIONS - GAP * count as f32 - LEAST * count as f32).max(0.0);
    wanted.iter().map(|letters| LEAST + room * *letters as f32 / sum).collect()
}
