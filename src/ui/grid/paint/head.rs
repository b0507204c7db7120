//! At the head of a column: what opens its menu, and that the lines stand by it.

use egui::accesskit::Role;
use egui::{CursorIcon, WidgetInfo};
use egui::{Key, Modifiers, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2};

use crate::ui::theme::{Theme, size};

use super::super::sheet::{Click, Column, ColumnOf, Sheet};

/// The side of what opens the menu, and the square of it that is seen (logical pixels).
const SEEN: f32 = 20.0;
/// So much at the right end is for making the column wider (logical pixels).
const GRIP: f32 = 6.0;

/// Draws what opens the menu of a column where the pointer is over its head, and a sign where the
/// lines stand by it; follows the pointer and the keys.
pub fn head_menu_ui<S: Sheet>(
    ui: &Ui,
    sheet: &S,
    theme: &Theme,
    (rect, head, column): (Rect, &Response, &Column<ColumnOf<S>>),
    clicks: &mut Vec<Click<ColumnOf<S>, S::Act>>,
) {
    if let Some((_, falling)) = sheet.sorted().filter(|(by, _)| *by == column.key) {
        sign(ui, theme, Pos2::new(rect.right() - 13.0, rect.bottom() - 5.0), falling);
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(2.0, theme.accent));
    }
    if !sheet.has_head_menus() || sheet.is_number(column.key) {
        return;
    }
    let corner = rect.right_bottom() - Vec2::new(GRIP, 0.0);
    let place = Rect::from_min_max(corner - Vec2::splat(size::TARGET), corner).intersect(rect);
    let opener = ui.interact(place, head.id.with("menu"), Sense::CLICK);
    opener.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, sheet.head_menu_label(&column.title))
    });
    let down = |key, modifiers| {
        head.has_focus() && ui.input_mut(|input| input.consume_key(modifiers, key))
    };
    let by_key = down(Key::ArrowDown, Modifiers::ALT)
        || down(Key::F10, Modifiers::SHIFT)
        || down(Key::Menu, Modifiers::NONE);
    if by_key || opener.clicked() {
        clicks.push(Click::HeadMenu(column.key, rect.left_bottom(), by_key));
    } else if head.secondary_clicked() || opener.secondary_clicked() {
        let at = head.interact_pointer_pos().or(opener.interact_pointer_pos());
        clicks.push(Click::HeadMenu(column.key, at.unwrap_or(rect.left_bottom()), false));
    }
    if opener.hovered() || head.hovered() || head.has_focus() {
        let seen = Rect::from_center_size(place.center(), Vec2::splat(SEEN)).intersect(rect);
        let fill = if opener.hovered() { theme.accent_soft } else { theme.surface };
        let edge = Stroke::new(1.0, if opener.hovered() { theme.accent } else { theme.edge });
        ui.painter().rect(seen, f32::from(size::RADIUS), fill, edge, StrokeKind::Inside);
        sign(ui, theme, seen.center(), true);
    }
    if opener.hovered() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
}

/// A small triangle that points down, or up.
fn sign(ui: &Ui, theme: &Theme, centre: Pos2, down: bool) {
    let side = if down { 1.0 } else { -1.0 };
    let at = |x: f32, y: f32| centre + Vec2::new(x, side * y);
    let points = vec![at(-4.5, -2.5), at(4.5, -2.5), at(0.0, 3.0)];
    ui.painter().add(Shape::convex_polygon(points, theme.accent, Stroke::NONE));
}
