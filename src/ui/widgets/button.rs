//! Buttons and links.

use egui::accesskit::Role;
use egui::{CornerRadius, CursorIcon, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::ui::theme::{self, size};

use super::clear::keep_clear;
use super::keys;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The one thing to do on this screen.
    Primary,
    /// Everything else.
    #[default]
    Secondary,
    /// No border until the pointer is over it.
    Quiet,
    /// It takes something away.
    Danger,
}

/// A sign drawn instead of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// An arrow that turns back.
    Undo,
    /// An arrow that turns forward.
    Redo,
}

/// What a button may have beside its words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look<'a> {
    /// How much it asks to be pressed.
    pub kind: Kind,
    /// At the right end, in secondary words: "Ctrl+O".
    pub shortcut: &'a str,
    /// A small triangle at the right end: it opens a menu.
    pub menu: bool,
    /// Pressed in: it is the one of several that holds.
    pub selected: bool,
    /// At least this wide (logical pixels); its words then stand at the left.
    pub width: Option<f32>,
    /// This high (logical pixels); none: as a field.
    pub height: Option<f32>,
    /// A sign instead of words.
    pub icon: Option<Icon>,
    /// The name a screen reader says, where the words alone do not tell.
    pub name: Option<&'a str>,
}

/// A button with these words.
pub fn button(ui: &mut Ui, kind: Kind, words: &str) -> Response {
    button_with(ui, words, &Look { kind, ..Look::default() })
}

/// A small square button with one sign, and the name a screen reader says; it is also the
/// tooltip.
pub fn icon_button(ui: &mut Ui, sign: &str, name: &str) -> Response {
    button_with(ui, sign, &Look { kind: Kind::Secondary, name: Some(name), ..Look::default() })
        .on_hover_text(name)
}

/// A button with these words and this look.
pub fn button_with(ui: &mut Ui, words: &str, look: &Look<'_>) -> Response {
    let theme = theme::of(ui);
    let font = theme::bold(size::BODY);
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, theme.text);
    let shortcut = ui.painter().layout_no_wrap(
        look.shortcut.to_owned(),
        theme::bold(size::SMALL + 1.0),
        theme.muted,
    );
    let pad = if words.chars().count() == 1 { 9.0 } else { 12.0 };
    let triangle = if look.menu { 16.0 } else { 0.0 };
    let beside = if look.shortcut.is_empty() { 0.0 } else { shortcut.size().x + 16.0 };
    let height = look.height.unwrap_or(size::FIELD);
    let wanted = Vec2::new(button_width(ui, words, look), height);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let name = look.name.unwrap_or(words);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Button, ui.is_enabled(), name);
        if look.selected {
            info.selected = Some(true);
        }
        info
    });
    if look.kind == Kind::Primary {
        keep_clear(ui, rect);
    }
    if ui.is_rect_visible(rect) {
        let hot = response.hovered() && ui.is_enabled();
        let down = response.is_pointer_button_down_on();
        // What cannot be pressed can still be read.
        let mut painter = ui.painter().clone();
        painter.set_opacity(1.0);
        let (fill, border, ink) = match look.kind {
            _ if !ui.is_enabled() => (theme.faint, theme.line, theme.muted),
            Kind::Primary => {
                let fill = if down {
                    theme.accent.gamma_multiply(0.85)
                } else if hot {
                    theme.accent.gamma_multiply(0.92)
                } else {
                    theme.accent
                };
                (fill, fill, theme.on_accent)
            }
            _ if look.selected => (theme.accent_soft, theme.accent, theme.accent),
            Kind::Secondary => {
                let fill = if down {
                    theme.accent_soft
                } else if hot {
                    theme.sunk
                } else {
                    theme.surface
                };
                (fill, if hot { theme.muted } else { theme.line }, theme.text)
            }
            Kind::Quiet => {
                let fill = if hot || down { theme.accent_soft } else { egui::Color32::TRANSPARENT };
                (fill, egui::Color32::TRANSPARENT, theme.text)
            }
            Kind::Danger => {
                let fill = if hot || down { theme.late_soft } else { theme.surface };
                (fill, if hot { theme.late } else { theme.line }, theme.late)
            }
        };
        let radius = CornerRadius::same(size::RADIUS);
        if response.has_focus() {
            keys::takes_enter(ui);
            focus_ring(ui, rect, size::RADIUS);
        }
        let border = if response.has_focus() { theme.accent } else { border };
        painter.rect(rect, radius, fill, Stroke::new(1.0, border), StrokeKind::Inside);
        if let Some(icon) = look.icon {
            paint_icon(&painter, icon, rect.center(), ink);
        }
        let x = if look.width.is_some() {
            rect.left() + pad + 3.0
        } else {
            rect.left() + (rect.width() - beside - triangle - galley.size().x) / 2.0
        };
        let at = egui::pos2(x, rect.center().y - galley.size().y / 2.0);
        painter.galley_with_override_text_color(at, galley, ink);
        if !look.shortcut.is_empty() {
            let at = egui::pos2(
                rect.right() - pad - triangle - shortcut.size().x,
                rect.center().y - shortcut.size().y / 2.0,
            );
            let on_accent = look.kind == Kind::Primary && ui.is_enabled();
            let quiet = if on_accent { theme.on_accent } else { theme.muted };
            painter.galley_with_override_text_color(at, shortcut, quiet);
        }
        if look.menu {
            let centre = egui::pos2(rect.right() - pad - 4.0, rect.center().y);
            paint_triangle(&painter, centre, true, ink);
        }
    }
    if ui.is_enabled() { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
}

/// How wide a button with these words and this look is (logical pixels).
#[must_use]
pub fn button_width(ui: &Ui, words: &str, look: &Look<'_>) -> f32 {
    width_by(ui.painter(), words, look)
}

/// The same, before there is a `Ui` for it.
#[must_use]
pub fn width_by(painter: &egui::Painter, words: &str, look: &Look<'_>) -> f32 {
    let wide = |words: &str, font| {
        painter.layout_no_wrap(words.to_owned(), font, egui::Color32::PLACEHOLDER).size().x
    };
    let pad = if words.chars().count() == 1 { 9.0 } else { 12.0 };
    let triangle = if look.menu { 16.0 } else { 0.0 };
    let beside = match look.shortcut {
        "" => 0.0,
        shortcut => wide(shortcut, theme::bold(size::SMALL + 1.0)) + 16.0,
    };
    let natural = wide(words, theme::bold(size::BODY)) + 2.0 * pad + triangle + beside;
    let height = look.height.unwrap_or(size::FIELD);
    look.width.unwrap_or(0.0).max(natural).max(height.min(size::FIELD))
}

/// The ring around what has the focus: seen on every ground and around every fill, also around
/// one of its own colour, by the gap between them.
pub fn focus_ring(ui: &Ui, rect: egui::Rect, radius: u8) {
    let theme = theme::of(ui);
    let stroke = Stroke::new(2.0, theme.accent);
    let round = CornerRadius::same(radius + 3);
    ui.painter().rect_stroke(rect.expand(3.0), round, stroke, StrokeKind::Inside);
}

/// An arrow bent over half a circle of radius 5, its head at the end it points to.
fn paint_icon(painter: &egui::Painter, icon: Icon, centre: egui::Pos2, ink: egui::Color32) {
    let side = if icon == Icon::Undo { 1.0 } else { -1.0 };
    let at = |x: f32, y: f32| centre + Vec2::new(side * x, y);
    // A polyline close to the circle, so that no sine is needed: top of the bend at the right.
    let line = vec![
        at(-6.5, -2.5),
        at(1.5, -2.5),
        at(4.2, -1.7),
        at(5.8, 0.4),
        at(5.8, 2.8),
        at(4.2, 4.9),
        at(1.5, 5.7),
        at(-2.5, 5.7),
    ];
    let stroke = Stroke::new(1.8, ink);
    painter.line(line, stroke);
    painter.line(vec![at(-3.0, -6.2), at(-6.7, -2.5), at(-3.0, 1.2)], stroke);
}

/// A small triangle: it points down where what it stands for is open, or opens below; else to the
/// right.
pub fn paint_triangle(
    painter: &egui::Painter,
    centre: egui::Pos2,
    open: bool,
    colour: egui::Color32,
) {
    let corners = if open {
        [Vec2::new(-4.5, -2.5), Vec2::new(4.5, -2.5), Vec2::new(0.0, 3.5)]
    } else {
        [Vec2::new(-2.5, -4.5), Vec2::new(3.5, 0.0), Vec2::new(-2.5, 4.5)]
    };
    let points = corners.map(|corner| centre + corner).to_vec();
    painter.add(egui::Shape::convex_polygon(points, colour, Stroke::NONE));
}

/// Buttons beside one another in the middle, on several lines where there is no room; gives the
/// words of the one that was pressed.
pub fn row_of_buttons<'w>(ui: &mut Ui, all: &[&'w str]) -> Option<&'w str> {
    let (look, gap) = (Look::default(), 8.0);
    let wide = |ui: &Ui, words: &str| button_width(ui, words, &look) + gap;
    let (room, mut rest, mut pressed) = (ui.available_width(), all, None);
    while let Some(first) = rest.first() {
        let (mut count, mut width) = (1, wide(ui, first));
        while let Some(next) = rest.get(count).map(|next| wide(ui, next))
            && width + next <= room
        {
            (count, width) = (count + 1, width + next);
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            ui.add_space(((room - width) / 2.0).max(0.0));
            for words in &rest[..count] {
                if button_with(ui, words, &look).clicked() {
                    pressed = Some(*words);
                }
            }
        });
        rest = &rest[count..];
    }
    pressed
}

/// Words that act, underlined.
pub fn link(ui: &mut Ui, words: &str) -> Response {
    let theme = theme::of(ui);
    let font = theme::regular(size::TABLE);
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, theme.text);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), words));
    let colour = if response.hovered() || response.has_focus() { theme.accent } else { theme.text };
    if response.has_focus() {
        keys::takes_enter(ui);
        focus_ring(ui, rect, 1);
    }
    let underline = rect.bottom() - 2.0;
    let width = 1.0;
    ui.painter().galley_with_override_text_color(rect.min, galley, colour);
    ui.painter().hline(rect.x_range(), underline, Stroke::new(width, colour));
    response.on_hover_cursor(CursorIcon::PointingHand)
}
