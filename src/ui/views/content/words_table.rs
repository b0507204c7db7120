//! A table of words inside a part: every title and cell is a field, rows come and go.
//!
//! Rows out of sight keep their room and are not drawn.

use egui::{Id as EguiId, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use crate::edit::{CellOf, Edit, PlanEdit};
use crate::messages::content as words;
use crate::plan::{Id, TextRow, TextTable};
use crate::ui::fields::Fields;
use crate::ui::request::Requests;
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Field, Kind};

/// The least width of a column.
const LEAST: f32 = 44.0;
/// What can be done with a row stands in so much width, so far beside it.
const ACTIONS: f32 = 84.0;
const BESIDE: f32 = 8.0;
/// Rows so near to what is in sight are drawn, so that Tab finds them.
const NEAR: f32 = 400.0;
/// So many rows tell how wide a column wants to be, and so much of a cell on one line at most.
const SAMPLE: usize = 24;
const LONGEST: f32 = 320.0;

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
    let widths = widths(ui, salt, table, ui.available_width());
    let theme = theme::of(ui);
    let top = ui.cursor().min;
    // Its rows stand on each other.
    let between = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
    let mut row = |ui: &mut Ui, at: Option<usize>, requests: &mut Requests| -> Option<Wish> {
        let mut wish = None;
        let ground = ui.painter().add(Shape::Noop);
        let corner = ui.cursor().min;
        let mut cells = Vec::with_capacity(widths.len());
        let mut acts = None;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
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
                    cell: true,
                    bold: at.is_none_or(|at| table.rows[at].bold),
                    ..Field::default()
                };
                cells.push(widgets::text_field(
                    ui,
                    (salt, at, column),
                    &field,
                    value,
                    fields,
                    requests,
                    move |text| set_cell(plan, cell, text),
                ));
            }
            ui.add_space(BESIDE);
            let written = cells.iter().any(egui::Response::has_focus);
            acts = Some(actions(ui, (salt, at), (corner, written), &mut wish));
        });
        let bottom = cells.iter().map(|cell| cell.rect.bottom()).fold(corner.y, f32::max);
        let bottom = acts.map_or(bottom, |acts| bottom.max(acts.bottom()));
        let line = Stroke::new(1.0, theme.line);
        let mut left = corner.x;
        for (cell, width) in cells.iter().zip(&widths) {
            // Under the words of a short cell is the cell too.
            let rest = pos2(left, cell.rect.bottom());
            let rest = Rect::from_min_max(rest, pos2(left + width, bottom));
            if rest.height() > 1.0
                && ui.interact(rest, cell.id.with("rest"), Sense::CLICK).clicked()
            {
                cell.request_focus();
            }
            if cell.has_focus() {
                let all = Rect::from_min_max(pos2(left, corner.y), pos2(left + width, bottom));
                let line = Stroke::new(2.0, theme.accent);
                ui.painter().rect_stroke(all, 0.0, line, egui::StrokeKind::Inside);
            }
            left += width;
            ui.painter().vline(left, corner.y..=bottom, line);
        }
        let whole = Rect::from_min_max(corner, pos2(left, bottom));
        let fill = if at.is_none() { theme.sunk } else { theme.surface };
        ui.painter().set(ground, Shape::rect_filled(whole, 0.0, fill));
        // Above what the next row is filled with.
        ui.painter().hline(whole.x_range(), bottom - 0.5, line);
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
            ui.advance_cursor_after_rect(room);
            continue;
        }
        wish = row(ui, Some(at), requests).or(wish);
        let height = ui.cursor().min.y - top.y;
        ui.data_mut(|data| data.insert_temp(height_at, height));
    }
    let corner = pos2(top.x + widths.iter().sum::<f32>(), ui.cursor().min.y);
    let whole = Rect::from_min_max(top, corner);
    let edge = Stroke::new(1.0, theme.edge);
    ui.painter().rect_stroke(whole, f32::from(size::RADIUS), edge, egui::StrokeKind::Outside);
    ui.spacing_mut().item_spacing.y = between;
    ui.add_space(10.0);
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

/// What can be done with a row: seen while the pointer or the focus is in it, and there for the
/// keys and for who hears the screen always. Gives where it stands.
fn actions(
    ui: &mut Ui,
    (salt, at): (EguiId, Option<usize>),
    (corner, written): (egui::Pos2, bool),
    wish: &mut Option<Wish>,
) -> Rect {
    let seen_at = salt.with(("acts", at));
    let seen: bool = ui.data(|data| data.get_temp(seen_at)).unwrap_or_default();
    let place = at.map_or(0, |at| at + 1);
    let acts = ui.vertical(|ui| {
        ui.set_width(ACTIONS);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.set_opacity(if seen { 1.0 } else { 0.0 });
        ui.add_space(f32::from(widgets::field::CELL));
        let add = link(ui, words::ADD_BELOW, place);
        if add.clicked() {
            *wish = Some(Wish::Add(place));
        }
        let mut chosen = add.has_focus();
        if let Some(at) = at {
            let remove = link(ui, words::REMOVE, place);
            if remove.clicked() {
                *wish = Some(Wish::Remove(at));
            }
            chosen |= remove.has_focus();
        }
        chosen
    });
    let whole = ui.min_rect().union(acts.response.rect).with_min_y(corner.y);
    let now = written || acts.inner || ui.rect_contains_pointer(whole);
    if now != seen {
        ui.data_mut(|data| data.insert_temp(seen_at, now));
        ui.ctx().request_repaint();
    }
    acts.response.rect
}

/// A link whose name tells which row it acts on, from 1; 0: the titles.
fn link(ui: &mut Ui, action: &str, row: usize) -> egui::Response {
    let response = widgets::link(ui, action);
    let name = format!("{action}: {}", words::row_of_table(row));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response
}

/// How the columns share the width: each has its longest syllable on one line, and of the rest as
/// much as its longest words ask for. Few rows are asked, and only when they or the room changed.
fn widths(ui: &Ui, salt: EguiId, table: &TextTable, all: f32) -> Vec<f32> {
    let texts = |column: usize| {
        let title = table.columns.get(column).map(|one| one.title.as_str());
        let cells = table.rows.iter().take(SAMPLE).filter_map(move |row| row.cells.get(column));
        title.into_iter().chain(cells.map(String::as_str))
    };
    let columns = 0..table.columns.len();
    let asked: Vec<Vec<&str>> = columns.map(|column| texts(column).collect()).collect();
    let of = EguiId::unique((&asked, all.to_bits()));
    let kept_at = salt.with("widths");
    if let Some((kept, widths)) = ui.data(|data| data.get_temp::<(EguiId, Vec<f32>)>(kept_at))
        && kept == of
    {
        return widths;
    }
    let font = theme::bold(size::BODY);
    let wide = |text: &str| {
        let ink = egui::Color32::PLACEHOLDER;
        ui.painter().layout_no_wrap(text.to_owned(), font.clone(), ink).size().x
    };
    let most = |texts: &mut dyn Iterator<Item = &str>| texts.map(wide).fold(0.0, f32::max);
    let pad = 2.0 * f32::from(widgets::field::CELL) + 2.0;
    let syllable =
        |texts: &Vec<&str>| most(&mut texts.iter().flat_map(|text| text.split_whitespace())) + pad;
    let least: Vec<f32> = asked.iter().map(|texts| syllable(texts).max(LEAST)).collect();
    let wanted = asked.iter().zip(&least).map(|(texts, least)| {
        let line = most(&mut texts.iter().flat_map(|text| text.lines())) + pad;
        (line.min(LONGEST) - least).max(0.0)
    });
    let wanted: Vec<f32> = wanted.collect();
    let (sum, taken) = (wanted.iter().sum::<f32>(), least.iter().sum::<f32>());
    let room = all - ACTIONS - BESIDE;
    // More than they ask for is not given; where not even the syllables have room, they break.
    let rest = (room - taken).clamp(0.0, sum);
    let tight = (room / taken.max(1.0)).min(1.0);
    let share =
        |(least, wanted): (&f32, &f32)| (least * tight + rest * wanted / sum.max(1.0)).floor();
    let widths: Vec<f32> = least.iter().zip(&wanted).map(share).collect();
    ui.data_mut(|data| data.insert_temp(kept_at, (of, widths.clone())));
    widths
}
