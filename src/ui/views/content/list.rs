//! The list of parts on the left: choose one, move it with the mouse or Alt and arrows.

use egui::accesskit::Role;
use egui::{CornerRadius, Key, Modifiers, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use crate::edit::List;
use crate::messages::content as messages;
use crate::plan::number::{Marker, part_numbers};
use crate::plan::{Block, Id, Part, Plan, Shown};
use crate::ui::request::Requests;
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets;

use super::Chosen;

/// Height of an entry, logical pixels.
const ENTRY: f32 = 36.0;

/// Draws the list.
pub fn show(ui: &mut Ui, cx: &ViewCx<'_>, chosen: &mut Chosen, requests: &mut Requests) {
    let plan = cx.plan;
    let bases = messages::bases(plan.bases.len());
    entry(ui, &bases, Chosen::Bases, chosen, false);
    entry(ui, messages::OPENING, Chosen::Opening, chosen, false);
    let numbers = part_numbers(plan);
    let mut tops = Vec::new();
    let mut dropped = None;
    let in_form =
        plan.parts.iter().zip(&numbers).filter(|(part, _)| part.shown != Shown::NotInForm);
    for (part, number) in in_form {
        let response = entry(ui, &title(part, number), Chosen::Part(part.id), chosen, true);
        tops.push((part.id, response.rect));
        if response.dragged() {
            ui.set_cursor_icon(egui::CursorIcon::Grabbing);
        }
        if response.dragged() || response.drag_stopped() {
            let pointer = response.interact_pointer_pos().map(|pos| pos.y);
            dropped = pointer.map(|y| (part.id, y, response.drag_stopped()));
        }
        if response.has_focus() {
            move_by_key(ui, plan, part.id, requests);
        }
    }
    if let Some((id, y, released)) = dropped {
        drop_at(ui, plan, &tops, id, y, released, requests);
    }
    let mut waiting = plan.parts.iter().filter(|part| part.shown == Shown::NotInForm).peekable();
    if waiting.peek().is_some() {
        ui.add_space(8.0);
        widgets::small(ui, messages::NOT_IN_FORM);
        for part in waiting {
            entry(ui, &title(part, &Marker::None), Chosen::Part(part.id), chosen, false);
        }
    }
}

fn title(part: &Part, number: &Marker) -> String {
    let mut title = format!("{}{}", number.words(), messages::part_heading(part));
    let table = part
        .blocks
        .iter()
        .any(|block| matches!(block, Block::Rows | Block::Problems | Block::Reviews));
    if table {
        title.push_str(messages::HAS_TABLE);
    }
    if part.shown == Shown::Hidden {
        title.push_str(messages::IS_HIDDEN);
    }
    title
}

fn entry(
    ui: &mut Ui,
    words: &str,
    this: Chosen,
    chosen: &mut Chosen,
    movable: bool,
) -> egui::Response {
    let theme = theme::of(ui);
    let is_chosen = *chosen == this;
    let sense = if movable { Sense::click_and_drag() } else { Sense::click() };
    let left = if movable { 30.0 } else { 12.0 };
    let font = if is_chosen { theme::bold(size::BODY) } else { theme::regular(size::BODY) };
    let ink = if is_chosen { theme.accent } else { theme.text };
    let room = ui.available_width() - left - 8.0;
    let mut job = egui::text::LayoutJob::simple(words.to_owned(), font, ink, room);
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let height = (galley.size().y + 14.0).max(ENTRY);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), sense);
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), is_chosen, words)
    });
    if response.clicked() || response.gained_focus() {
        *chosen = this;
    }
    let ground = if is_chosen {
        Some(theme.accent_soft)
    } else if response.hovered() {
        Some(theme.sunk)
    } else {
        None
    };
    let radius = CornerRadius::same(size::RADIUS);
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, radius, ground);
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, theme.accent);
        ui.painter().rect_stroke(rect, radius, stroke, egui::StrokeKind::Inside);
    }
    if movable {
        paint_handle(ui, rect, theme.muted);
    }
    let at = pos2(rect.left() + left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    response
}

/// Six dots: this can be dragged.
fn paint_handle(ui: &Ui, rect: Rect, ink: egui::Color32) {
    for column in 0..2u8 {
        for row in 0..3u8 {
            let centre = pos2(
                rect.left() + 13.0 + f32::from(column) * 5.0,
                rect.center().y + (f32::from(row) - 1.0) * 5.0,
            );
            ui.painter().circle_filled(centre, 1.2, ink);
        }
    }
}

fn move_by_key(ui: &Ui, plan: &Plan, part: Id, requests: &mut Requests) {
    let (up, down) = ui.input_mut(|input| {
        (
            input.consume_key(Modifiers::ALT, Key::ArrowUp),
            input.consume_key(Modifiers::ALT, Key::ArrowDown),
        )
    });
    if up || down {
        move_part(plan, part, if up { -1 } else { 1 }, requests);
    }
}

/// Moves a part one place up (-1) or down (1).
pub fn move_part(plan: &Plan, part: Id, by: isize, requests: &mut Requests) {
    let Some(at) = plan.parts.iter().position(|other| other.id == part) else { return };
    let to = at.saturating_add_signed(by);
    if to != at && to < plan.parts.len() {
        requests.shift(plan.id, List::Parts, vec![part], to);
    }
}

/// While a part is dragged, the place it would take; when it is let go, the edit.
fn drop_at(
    ui: &Ui,
    plan: &Plan,
    tops: &[(Id, Rect)],
    part: Id,
    y: f32,
    released: bool,
    requests: &mut Requests,
) {
    let before = tops.iter().filter(|(id, rect)| *id != part && rect.center().y < y).count();
    if released {
        // Parts that wait for another form may stand between: count them too.
        let others: Vec<Id> = tops.iter().map(|(id, _)| *id).filter(|id| *id != part).collect();
        let index = |id: Id| plan.parts.iter().filter(|p| p.id != part).position(|p| p.id == id);
        let to = match others.get(before) {
            Some(next) => index(*next),
            None => others.last().and_then(|last| index(*last)).map(|last| last + 1),
        };
        let at = plan.parts.iter().position(|other| other.id == part);
        if let Some(to) = to
            && at != Some(to)
        {
            requests.shift(plan.id, List::Parts, vec![part], to);
        }
    } else if let Some((_, first)) = tops.first() {
        let mut rects = tops.iter().map(|(_, rect)| rect).filter(|rect| rect.center().y < y);
        let line = rects.next_back().map_or(first.top(), Rect::bottom);
        let stroke = Stroke::new(2.0, theme::of(ui).accent);
        ui.painter().hline(first.x_range(), line, stroke);
    }
}
