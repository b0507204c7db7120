//! The pages: a strip of small ones, and the one that is read.

use egui::accesskit::Role;
use egui::{Align, Color32, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use crate::messages::print as words;
use crate::ui::paper::Picture;
use crate::ui::request::{Request, Requests};
use crate::ui::theme::{self, size};
use crate::ui::view::ViewCx;
use crate::ui::widgets;

use super::zoom::Zoom;
use super::{PrintState, find};

/// Width of a portrait page in the strip, logical pixels.
const SMALL: f32 = 52.0;
/// Beside the pages, logical pixels.
const SIDE: f32 = 22.0;
/// Between pages, logical pixels.
const GAP: f32 = 14.0;
/// Pictures are drawn in steps of this many pixels, so that a moving edge draws few.
const STEP: f32 = 64.0;

/// The strip of small pages.
pub fn strip(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut PrintState, requests: &mut Requests) {
    let Some(made) = cx.paper.made() else { return };
    let theme = theme::of(ui);
    let mut wanted = Vec::new();
    // A fade would darken the paper by night.
    ui.spacing_mut().scroll.fade.strength = 0.0;
    egui::ScrollArea::vertical().id_salt("strip").show_viewport(ui, |ui, seen| {
        let mut top = 10.0;
        let origin = ui.max_rect().min;
        for (page, (width, height)) in made.sizes.iter().enumerate() {
            // All pages at one scale: a page across is as much wider as it is on paper.
            let scale = SMALL / 595.0;
            let paper = Vec2::new(width * scale, height * scale);
            let row = Rect::from_min_size(pos2(0.0, top), Vec2::new(98.0, paper.y + 28.0));
            top = row.bottom();
            if !seen.expand(200.0).intersects(row) {
                continue;
            }
            let row = row.translate(origin.to_vec2());
            let id = ui.scope_id().with(("page", page));
            let response = ui.interact(row, id, Sense::click());
            let name = words::page(page);
            response.widget_info(|| {
                WidgetInfo::selected(Role::ListBoxOption, true, state.page == page, &name)
            });
            if response.clicked() || response.gained_focus() {
                state.goal = Some(page);
                state.page = page;
            }
            let left = row.left() + (98.0 - paper.x) / 2.0;
            let rect = Rect::from_min_size(pos2(left, row.top() + 2.0), paper);
            let picture = Picture { page, width: pixels(ui, paper.x) };
            wanted.push(picture);
            paint_page(ui, cx, rect, picture);
            let chosen = state.page == page;
            let stroke = if chosen || response.has_focus() {
                Stroke::new(2.0, theme.accent)
            } else {
                theme.border()
            };
            ui.painter().rect_stroke(rect, 0, stroke, StrokeKind::Outside);
            let ink = if chosen { theme.accent } else { theme.muted };
            ui.painter().text(
                pos2(row.center().x, rect.bottom() + 4.0),
                egui::Align2::CENTER_TOP,
                (page + 1).to_string(),
                theme::regular(size::SMALL),
                ink,
            );
        }
        // The bar beside them takes its part of the strip.
        ui.set_min_size(Vec2::new(80.0, top));
    });
    requests.push(Request::Pictures(wanted));
}

/// The pages, one under the other, as wide as there is room.
pub fn show(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut PrintState, requests: &mut Requests) {
    let Some(made) = cx.paper.made() else {
        ui.add_space(48.0);
        ui.vertical_centered(|ui| widgets::small(ui, words::UNDER_WAY));
        requests.push(Request::Pictures(Vec::new()));
        return;
    };
    keys(ui, state, made.sizes.len());
    let bar = ui.spacing().scroll.allocated_width();
    let room = ui.available_size() - Vec2::new(2.0 * SIDE + bar, 2.0 * GAP);
    let scale_of = |size: (f32, f32)| state.zoom.scale(size, room.into());
    let widest = made.sizes.iter().map(|size| size.0 * scale_of(*size)).fold(0.0, f32::max);
    let sideways = widest > room.x + 1.0;
    let mut wanted = Vec::new();
    let mut goal = state.goal.take();
    let place = state.find.goal(cx);
    if let Some((page, _)) = place {
        state.page = page;
        goal = None;
    }
    let mut nearest = (f32::INFINITY, state.page);
    let mut area = egui::ScrollArea::new([sideways, true]).id_salt("pages").auto_shrink(false);
    let shown = made.sizes.get(state.page).map_or(0.0, |size| scale_of(*size));
    if state.shown > 0.0 && (shown - state.shown).abs() > 1e-4 {
        // What was read stays in sight.
        area = area.vertical_scroll_offset(state.offset * shown / state.shown);
    }
    ui.spacing_mut().scroll.fade.strength = 0.0;
    let drawn = area.show_viewport(ui, |ui, seen| {
        let origin = ui.max_rect().min;
        let room = ui.available_width();
        let mut top = GAP;
        let mut wide = 0.0_f32;
        for (page, size) in made.sizes.iter().enumerate() {
            let paper = Vec2::from(*size) * scale_of(*size);
            let left = ((room - paper.x) / 2.0).max(SIDE);
            let rect = Rect::from_min_size(pos2(left, top), paper);
            top = rect.bottom() + GAP;
            wide = wide.max(rect.right() + SIDE);
            let on_screen = rect.translate(origin.to_vec2());
            if let Some((_, place)) = place.filter(|(of, _)| *of == page) {
                let place = find::on_screen(place, on_screen.min, scale_of(*size));
                ui.scroll_to_rect(place.expand(GAP), Some(Align::Center));
            }
            if goal == Some(page) {
                ui.scroll_to_rect(on_screen.expand(GAP), Some(Align::TOP));
            }
            if rect.intersects(seen) {
                let away = (rect.center().y - seen.center().y).abs();
                if away < nearest.0 {
                    nearest = (away, page);
                }
            }
            if seen.expand(300.0).intersects(rect) {
                let picture = Picture { page, width: stepped(pixels(ui, paper.x)) };
                wanted.push(picture);
                shadow(ui, on_screen);
                paint_page(ui, cx, on_screen, picture);
                let id = ui.scope_id().with(("paper", page));
                let name = words::page_read(page);
                let response = ui.interact(on_screen, id, Sense::CLICK | Sense::DRAG);
                response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
                let at = (page, on_screen, scale_of(*size));
                state.find.on_page(ui, cx, at, &response);
                response.on_hover_cursor(egui::CursorIcon::Text);
            }
        }
        ui.set_min_size(Vec2::new(wide, top));
    });
    if goal.is_none() && place.is_none() {
        state.page = nearest.1;
    }
    state.offset = drawn.state.clamped_offset().y;
    state.shown = made.sizes.get(state.page).map_or(0.0, |size| scale_of(*size));
    requests.push(Request::Pictures(wanted));
}

/// The keys that go from page to page, and the wheel with Ctrl, which brings them closer.
fn keys(ui: &Ui, state: &mut PrintState, pages: usize) {
    if ui.memory(|memory| memory.top_modal_layer().is_some()) || egui::Popup::is_any_open(ui) {
        return;
    }
    let none = egui::Modifiers::NONE;
    let pressed = |key| ui.input_mut(|input| input.consume_key(none, key));
    let last = pages.saturating_sub(1);
    let goal = if pressed(egui::Key::PageDown) {
        Some((state.page + 1).min(last))
    } else if pressed(egui::Key::PageUp) {
        Some(state.page.saturating_sub(1))
    } else if !state.find.is_typed_in() && pressed(egui::Key::Home) {
        Some(0)
    } else if !state.find.is_typed_in() && pressed(egui::Key::End) {
        Some(last)
    } else {
        None
    };
    if let Some(goal) = goal {
        (state.goal, state.page) = (Some(goal), goal);
    }
    let closer = ui.input(egui::InputState::zoom_delta);
    if ui.rect_contains_pointer(ui.max_rect()) && (closer - 1.0).abs() > 0.001 {
        state.zoom = Zoom::times(closer, state.shown);
    }
}

fn pixels(ui: &Ui, width: f32) -> u32 {
    (width * ui.pixels_per_point()).round().clamp(8.0, 4000.0) as u32
}

fn stepped(pixels: u32) -> u32 {
    ((pixels as f32 / STEP).ceil() * STEP) as u32
}

fn shadow(ui: &Ui, rect: Rect) {
    let ink = Color32::from_black_alpha(28);
    let shadow = egui::Shadow { offset: [0, 2], blur: 6, spread: 0, color: ink };
    ui.painter().add(shadow.as_shape(rect, 0));
}

/// Paper is white by night too: it is what comes out of the printer.
fn paint_page(ui: &Ui, cx: &ViewCx<'_>, rect: Rect, picture: Picture) {
    ui.painter().rect_filled(rect, 0, Color32::WHITE);
    if let Some(texture) = cx.paper.texture(picture) {
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(texture.id(), rect, whole, Color32::WHITE);
    }
}
