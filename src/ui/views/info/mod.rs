//! Thông tin: the head and the foot of the document, its form and its catalogue.

mod basis;
mod form;
mod paper;

pub use basis::not_printed;

use std::sync::Arc;

use egui::{Frame, Margin, ScrollArea, Ui};

use crate::messages::info as words;
use crate::plan::{Id, InfoField, Spot};
use crate::ui::fields::Fields;
use crate::ui::request::{Requests, Stage};
use crate::ui::theme::size;
use crate::ui::view::ViewCx;
use crate::ui::widgets::{small, title_row};

use paper::Ends;

/// What this view remembers between frames; nothing of it is in the file.
#[derive(Default)]
pub struct InfoState {
    /// Takes the focus in the next frame.
    focus: Option<InfoField>,
    /// The signature just added or left beside one that went: its name takes the focus.
    signature: Option<Id>,
    /// Head and foot as they print, of this revision and plan.
    ends: Option<(u64, Id, Arc<Ends>)>,
}

impl InfoState {
    /// Shows a place of the plan: it is scrolled to and takes the focus in the next frame.
    pub fn go(&mut self, spot: &Spot) {
        if let Spot::Info(field) = spot {
            self.focus = Some(*field);
        }
    }

    /// Head and foot, laid out again when something changed.
    fn ends(&mut self, cx: &ViewCx<'_>) -> Arc<Ends> {
        if let Some((revision, plan, ends)) = &self.ends
            && (*revision, *plan) == (cx.revision, cx.plan.id)
        {
            return Arc::clone(ends);
        }
        let ends = Arc::new(Ends::of(cx.plan));
        self.ends = Some((cx.revision, cx.plan.id, Arc::clone(&ends)));
        ends
    }
}

/// Draws it.
pub fn show(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    state: &mut InfoState,
    fields: &mut Fields,
    requests: &mut Requests,
) {
    title_row(ui, Stage::Info.label(), "", |_ui| {});
    let ends = state.ends(cx);
    let focus = state.focus.take();
    let wide = ui.ctx().content_rect().width() >= size::WIDE;
    let all = ui.available_rect_before_wrap();
    let gap = if wide { 20.0 } else { 14.0 };
    let right = (all.width() * 0.40).clamp(330.0, 470.0);
    // Where there is more room than fields should have, the paper takes it, up to its size.
    let left = (all.width() - right - gap).min(size::MEASURE + 40.0);
    let right = (all.width() - left - gap).min(700.0);
    let left_rect = egui::Rect::from_min_size(all.min, egui::vec2(left, all.height()));
    let right_min = egui::pos2(left_rect.right() + gap, all.top());
    let right_rect = egui::Rect::from_min_size(right_min, egui::vec2(right, all.height()));
    ui.scope_builder(egui::UiBuilder::new().max_rect(left_rect), |ui| {
        ScrollArea::vertical()
            .auto_shrink(false)
            .content_margin(Margin { right: 6, ..Margin::same(3) })
            .show(ui, |ui| {
                form::show(ui, cx, focus, &mut state.signature, fields, requests);
            });
    });
    ui.scope_builder(egui::UiBuilder::new().max_rect(right_rect), |ui| {
        Frame::new()
            .fill(cx.theme.rail)
            .stroke(cx.theme.border())
            .corner_radius(f32::from(size::CARD_RADIUS))
            .inner_margin(Margin::same(14))
            .show(ui, |ui| {
                ui.set_min_size(ui.available_size());
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    paper::show(ui, &ends.head);
                    ui.add_space(2.0);
                    ui.vertical_centered(|ui| small(ui, words::AS_PRINTED));
                    ui.add_space(2.0);
                    paper::show(ui, &ends.foot);
                });
            });
    });
}
