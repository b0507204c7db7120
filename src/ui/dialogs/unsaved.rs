//! The file shall be left, and it could not be saved: every way out is offered, none is taken
//! without being asked for.

use std::path::Path;

use crate::messages::{self, window};
use crate::store::StoreError;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::dialog::{Closed, Dialog as Frame, dialog};
use crate::ui::widgets::show::body;

use super::Wish;

/// Draws it.
pub fn show(ctx: &egui::Context, why: &StoreError, path: &Path) -> Wish {
    let mut wish = Wish::Stay;
    let frame = Frame {
        title: window::NOT_SAVED,
        width: 560.0,
        primary: window::SAVE_ELSEWHERE,
        ready: true,
        danger: false,
        cancel: window::STAY,
    };
    let closed = dialog(ctx, &frame, |ui| {
        body(ui, &messages::store_error(why, path));
        body(ui, window::STILL_ON_SCREEN);
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            if button(ui, Kind::Secondary, crate::ui::Command::RetrySave.label()).clicked() {
                wish = Wish::Retry;
            }
            if button(ui, Kind::Danger, window::DISCARD).clicked() {
                wish = Wish::Discard;
            }
        });
    });
    match closed {
        Closed::Done => Wish::SaveElsewhere,
        Closed::Cancelled => Wish::Keep,
        Closed::No => wish,
    }
}
