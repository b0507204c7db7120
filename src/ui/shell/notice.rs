//! What is said for a few seconds at the foot of the window.

use egui::{Align2, Area, CornerRadius, Frame, Label, Margin, Order, RichText};

use crate::ui::theme::{self, size};
use crate::ui::widgets::button::{Look, button_with};

/// Draws it, with a button for each thing that is offered; gives which was pressed.
pub fn notice(ctx: &egui::Context, words: &str, offers: &[&str]) -> Option<usize> {
    let theme = theme::of(ctx);
    let area = Area::new(egui::Id::unique("notice"))
        .order(Order::Foreground)
        .interactable(!offers.is_empty())
        .anchor(Align2::CENTER_BOTTOM, egui::vec2(0.0, -20.0));
    area.show(ctx, |ui| {
        Frame::new()
            .fill(theme.text)
            .corner_radius(CornerRadius::same(size::RADIUS))
            .inner_margin(Margin::symmetric(16, 8))
            .shadow(ui.visuals().popup_shadow)
            .show(ui, |ui| {
                ui.set_max_width(ctx.content_rect().width() * 0.8);
                ui.horizontal(|ui| {
                    let words = RichText::new(words).font(theme::regular(size::TABLE));
                    let label = Label::new(words.color(theme.bg));
                    ui.add(label.wrap_mode(egui::TextWrapMode::Extend));
                    let mut pressed = None;
                    for (index, offer) in offers.iter().enumerate() {
                        let look = Look { height: Some(30.0), ..Look::default() };
                        if button_with(ui, offer, &look).clicked() {
                            pressed = Some(index);
                        }
                    }
                    pressed
                })
                .inner
            })
            .inner
    })
    .inner
}
