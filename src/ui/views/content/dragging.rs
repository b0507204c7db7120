//! Paragraphs are dragged by what stands before their words: their numbers, and six dots at the
//! edge, under the pointer. By keys they move with Alt and the arrows.

use egui::text::CCursor;
use egui::text_edit::TextEditOutput;
use egui::{CursorIcon, Id, Key, Pos2, Rangef, Rect, Sense, Stroke, Ui};

use crate::ui::theme::{Theme, size};

use super::looks::Lead;
use super::rich::RichText;

/// So near to the words a selection begins and no drag (logical pixels).
const NEAR: f32 = 6.0;

/// Draws the handle under the pointer and, while a paragraph is dragged, the place it would take.
/// Gives the paragraph that was let go, and how many of the others stand before its place then.
pub(super) fn show(
    ui: &Ui,
    theme: &Theme,
    id: Id,
    (text, leads): (&RichText, &[Lead]),
    output: &TextEditOutput,
) -> Option<(usize, usize)> {
    if text.heads().len() < 2 {
        return None;
    }
    let editor = output.response.response.rect;
    let beside = editor.with_max_x(output.galley_pos.x - NEAR);
    let mut response = ui.interact(beside, id.with("beside"), Sense::DRAG);
    let heights = heights(text, output);
    let at = |y: f32| heights.iter().take_while(|one| one.max < y).count().min(heights.len() - 1);
    let dragged_at = id.with("dragged");
    // The number under the pointer; the one that is dragged stays it.
    let dragged: Option<usize> = ui.data(|data| data.get_temp(dragged_at));
    let under = || ui.ctx().pointer_hover_pos().map(|pointer| at(pointer.y));
    let number = dragged.or_else(under).and_then(|at| leads.get(at).zip(heights.get(at)));
    if let Some((lead, height)) = number
        && lead.number().span() > 0.0
    {
        let (left, across) = (output.galley_pos.x, lead.number());
        let line = Rangef::new(height.min, height.min + size::BODY * size::LINE);
        let place = Rect::from_x_y_ranges(left + across.min..=left + across.max, line);
        response |= ui.interact(place, id.with("number"), Sense::DRAG);
    }
    if response.drag_started()
        && let Some(from) = ui.input(|input| input.pointer.press_origin())
    {
        ui.data_mut(|data| data.insert_temp(dragged_at, at(from.y)));
    }
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        ui.data_mut(|data| data.remove::<usize>(dragged_at));
    }
    let dragged: Option<usize> = ui.data(|data| data.get_temp(dragged_at));
    let pointer = response.interact_pointer_pos().or_else(|| response.hover_pos());
    let from = match (dragged, pointer) {
        (None, Some(pointer)) if response.hovered() => {
            dots(ui, theme, beside, heights[at(pointer.y)]);
            ui.set_cursor_icon(CursorIcon::Grab);
            return None;
        }
        (None, _) => return None,
        (Some(from), _) => from.min(heights.len() - 1),
    };
    // Those of the others whose middle is above a height.
    let above = |y: f32| {
        let others = heights.iter().enumerate().filter(move |(other, _)| *other != from);
        others.filter(move |(_, height)| height.center() < y).map(|(other, _)| other)
    };
    if response.drag_stopped() || !response.dragged() {
        ui.data_mut(|data| data.remove::<usize>(dragged_at));
        let to = above(pointer?.y).count();
        return (response.drag_stopped() && to != from).then_some((from, to));
    }
    let y = pointer?.y;
    let line = above(y).next_back().map_or(heights[0].min, |last| heights[last].max);
    dots(ui, theme, beside, heights[from]);
    let ground = Rect::from_x_y_ranges(beside.left()..=editor.right() - 2.0, heights[from]);
    ui.painter().rect_filled(ground, 0.0, theme.accent.gamma_multiply(0.10));
    let across = Rangef::new(beside.left() + 4.0, editor.right() - 4.0);
    ui.painter().hline(across, line, Stroke::new(2.0, theme.accent));
    ui.set_cursor_icon(CursorIcon::Grabbing);
    None
}

/// From where to where each paragraph stands on the screen.
fn heights(text: &RichText, output: &TextEditOutput) -> Vec<Rangef> {
    let row = |letter| {
        let row = output.galley.pos_from_cursor(CCursor::new(letter));
        row.translate(output.galley_pos.to_vec2()).y_range()
    };
    let mut start = 0;
    let lines = text.text().split('\n').map(|line| {
        let end = start + line.chars().count();
        let height = Rangef::new(row(start).min, row(end).max);
        start = end + 1;
        height
    });
    lines.collect()
}

/// Six dots at the left edge.
fn dots(ui: &Ui, theme: &Theme, beside: Rect, height: Rangef) {
    for column in [3.0, 7.0] {
        for row in [-5.0, 0.0, 5.0] {
            let centre = Pos2::new(beside.left() + column, height.center() + row);
            ui.painter().circle_filled(centre, 1.2, theme.muted);
        }
    }
}
