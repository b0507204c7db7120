//! The signed and stamped papers of a plan: the files that lie beside the dossier.

use egui::Ui;

use crate::messages::scans as words;
use crate::session::ScanState;
use crate::ui::request::{Request, Requests};
use crate::ui::view::ViewCx;
use crate::ui::widgets::{self, Tone};

use super::side;

/// Height of a line of links, logical pixels.
const LINE: f32 = 24.0;

/// Draws them.
pub fn show(ui: &mut Ui, cx: &ViewCx<'_>, requests: &mut Requests) {
    side::title(ui, words::TITLE);
    for scan in &cx.plan.scans {
        widgets::body(ui, &scan.name);
        match cx.scans.get(&scan.id) {
            Some(ScanState::Missing) => side::line(ui, Tone::Late, "•", words::MISSING),
            Some(ScanState::Changed(_)) => side::line(ui, Tone::Late, "•", words::CHANGED),
            Some(ScanState::There(_)) | None => {
                widgets::small(ui, &words::kept_on(scan.at));
            }
        }
        ui.spacing_mut().interact_size.y = LINE;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            if widgets::link(ui, words::OPEN).clicked() {
                requests.push(Request::OpenScan(scan.clone()));
            }
            if widgets::link(ui, words::REMOVE).clicked() {
                requests.push(Request::RemoveScan(cx.plan.id, scan.clone()));
            }
        });
    }
    if widgets::link(ui, words::ATTACH).clicked() {
        requests.push(Request::AttachScan);
    }
}
