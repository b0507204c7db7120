//! The theme as egui's own style, so that nothing is drawn in its default grey.

use std::sync::Arc;

use egui::style::{ScrollAnimation, ScrollStyle, Selection, WidgetVisuals};
use egui::{Color32, CornerRadius, Margin, Shadow, Stroke, TextStyle, Vec2};

use super::{Theme, bold, regular, size};

/// Makes a theme the one in use; `still`: nothing moves by itself.
pub fn apply(ctx: &egui::Context, theme: Theme, still: bool) {
    ctx.set_theme(if theme.dark { egui::Theme::Dark } else { egui::Theme::Light });
    let still = still || is_kept_still(ctx);
    let for_style = theme.clone();
    ctx.all_styles_mut(move |style| fill(style, &for_style, still));
    ctx.data_mut(|data| data.insert_temp(egui::Id::unique("theme"), Arc::new(theme)));
}

/// From now on nothing moves by itself: the system asks for that, or a CPU draws, which every
/// picture between two states costs as much as a whole frame. To be called before the theme is
/// applied.
pub fn keep_still(ctx: &egui::Context) {
    ctx.data_mut(|data| data.insert_temp(still_id(), true));
}

/// Whether nothing moves, whatever a person chooses.
#[must_use]
pub fn is_kept_still(ctx: &egui::Context) -> bool {
    ctx.data(|data| data.get_temp(still_id()).unwrap_or(false))
}

fn still_id() -> egui::Id {
    egui::Id::unique("still")
}

fn fill(style: &mut egui::Style, theme: &Theme, still: bool) {
    style.text_styles = [
        (TextStyle::Body, regular(size::BODY)),
        (TextStyle::Button, bold(size::BODY)),
        (TextStyle::Small, regular(size::SMALL)),
        (TextStyle::Heading, bold(size::TITLE)),
        (TextStyle::Monospace, regular(size::TABLE)),
    ]
    .into();
    style.animation_time = if still { 0.0 } else { 0.08 };
    style.scroll_animation =
        if still { ScrollAnimation::none() } else { ScrollAnimation::default() };
    style.spacing.item_spacing = Vec2::new(8.0, 8.0);
    style.spacing.button_padding = Vec2::new(12.0, 6.0);
    style.spacing.interact_size = Vec2::new(36.0, size::FIELD);
    style.spacing.text_edit_width = 320.0;
    style.spacing.combo_height = 360.0;
    style.spacing.icon_width = 18.0;
    style.spacing.icon_width_inner = 10.0;
    style.spacing.icon_spacing = 8.0;
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.menu_spacing = 4.0;
    style.spacing.window_margin = Margin::same(16);
    style.spacing.tooltip_width = 360.0;
    style.spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 6.0,
        // It floats, and yet nothing ever stands under it.
        floating_allocated_width: 10.0,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: 0.16,
        active_handle_opacity: 0.28,
        interact_handle_opacity: 0.5,
        ..ScrollStyle::floating()
    };
    style.interaction.tooltip_delay = 0.4;
    style.interaction.selectable_labels = false;
    style.visuals = visuals(theme);
}

fn visuals(theme: &Theme) -> egui::Visuals {
    let base = if theme.dark { egui::Visuals::dark() } else { egui::Visuals::light() };
    let mut visuals = base;
    let widget = |fill: Color32, border: Color32, words: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, border),
        corner_radius: CornerRadius::same(size::RADIUS),
        fg_stroke: Stroke::new(1.0, words),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(theme.surface, theme.line, theme.text);
    visuals.widgets.inactive = widget(theme.surface, theme.line, theme.text);
    visuals.widgets.hovered = widget(theme.sunk, theme.muted, theme.text);
    visuals.widgets.active = widget(theme.accent_soft, theme.accent, theme.text);
    visuals.widgets.open = widget(theme.surface, theme.accent, theme.text);
    visuals.weak_text_color = Some(theme.muted);
    visuals.override_text_color = None;
    visuals.selection = Selection {
        bg_fill: if theme.dark {
            theme.accent.gamma_multiply(0.35)
        } else {
            theme.accent.gamma_multiply(0.22)
        },
        stroke: Stroke::new(1.0, theme.accent),
    };
    visuals.hyperlink_color = theme.accent;
    visuals.faint_bg_color = theme.sunk;
    visuals.extreme_bg_color = theme.surface;
    visuals.text_edit_bg_color = Some(theme.surface);
    visuals.code_bg_color = theme.sunk;
    visuals.warn_fg_color = theme.due;
    visuals.error_fg_color = theme.late;
    visuals.window_corner_radius = CornerRadius::same(size::CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(size::CARD_RADIUS);
    visuals.window_fill = theme.surface;
    visuals.window_stroke = theme.border();
    visuals.panel_fill = theme.bg;
    let shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: Color32::from_black_alpha(if theme.dark { 110 } else { 36 }),
    };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.text_cursor.stroke = Stroke::new(1.5, theme.text);
    visuals.striped = false;
    visuals.disabled_alpha = 0.6;
    visuals
}
