//! The frame of a dialog: modal, Esc cancels, Enter does the primary thing.

use egui::{CornerRadius, Frame, Margin, RichText, Ui};

use crate::ui::theme::{self, size};

use super::button::{Kind, Look, button, button_width};
use super::keys;

/// What a dialog says at its head and foot.
#[derive(Clone, Copy, Debug)]
pub struct Dialog<'a> {
    /// Names it; also its title.
    pub title: &'a str,
    /// Its width (logical pixels).
    pub width: f32,
    /// The primary button; empty: none.
    pub primary: &'a str,
    /// Whether the primary button can be pressed.
    pub ready: bool,
    /// Whether the primary button takes something away.
    pub danger: bool,
    /// The button that changes nothing.
    pub cancel: &'a str,
}

/// What a person did with a dialog in this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Nothing yet.
    No,
    /// Esc, the button that changes nothing, or a click beside it.
    Cancelled,
    /// The primary button, or Enter outside a field of several lines.
    Done,
}

/// Draws a dialog over everything else.
pub fn dialog(ctx: &egui::Context, what: &Dialog<'_>, add: impl FnOnce(&mut Ui)) -> Closed {
    let theme = theme::of(ctx);
    let mut closed = Closed::No;
    let frame = Frame::new()
        .fill(theme.bg)
        .stroke(theme.border())
        .corner_radius(CornerRadius::same(size::CARD_RADIUS))
        .shadow(ctx.global_style().visuals.window_shadow)
        .inner_margin(Margin::symmetric(24, if theme::is_flat(ctx) { 12 } else { 24 }));
    let modal = egui::Modal::new(egui::Id::unique(("dialog", what.title)))
        .frame(frame)
        .backdrop_color(egui::Color32::from_black_alpha(if theme.dark { 140 } else { 90 }))
        .show(ctx, |ui| {
            let room = ctx.content_rect().size();
            ui.set_width(what.width.min(room.x - 96.0));
            ui.label(
                RichText::new(what.title).font(theme::bold(size::TITLE_WIDE)).color(theme.text),
            );
            ui.add_space(4.0);
            egui::ScrollArea::vertical()
                .max_height(height(ctx))
                // As high as it needs to be at once: else it grows frame by frame.
                .min_scrolled_height(height(ctx))
                .auto_shrink([false, true])
                .show(ui, add);
            ui.add_space(12.0);
            foot(ui, what, &mut closed);
        });
    if modal.is_top_modal && !modal.any_popup_open && closed == Closed::No {
        if ctx.input(|input| input.key_pressed(egui::Key::Escape)) {
            closed = Closed::Cancelled;
        } else if what.ready
            && !what.primary.is_empty()
            && !keys::enter_is_taken(ctx)
            && ctx.input(|input| input.key_pressed(egui::Key::Enter))
        {
            closed = Closed::Done;
        }
    }
    closed
}

/// How high what stands between the title and the buttons may be (logical pixels).
#[must_use]
pub fn height(ctx: &egui::Context) -> f32 {
    ctx.content_rect().height() - if theme::is_flat(ctx) { 156.0 } else { 210.0 }
}

/// The buttons, in the order in which they are read and reached by Tab, at the right end.
fn foot(ui: &mut Ui, what: &Dialog<'_>, closed: &mut Closed) {
    let kind = if what.danger { Kind::Danger } else { Kind::Primary };
    let buttons = [(what.cancel, Kind::Secondary, true), (what.primary, kind, what.ready)];
    let buttons = buttons.into_iter().filter(|(words, ..)| !words.is_empty());
    let gap = 12.0;
    let wide = |words| button_width(ui, words, &Look::default());
    let all: f32 = buttons.clone().map(|(words, ..)| wide(words) + gap).sum::<f32>() - gap;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space((ui.available_width() - all).max(0.0));
        ui.spacing_mut().item_spacing.x = gap;
        for (words, kind, ready) in buttons {
            ui.add_enabled_ui(ready, |ui| {
                if button(ui, kind, words).clicked() {
                    *closed =
                        if kind == Kind::Secondary { Closed::Cancelled } else { Closed::Done };
                }
            });
        }
    });
}
