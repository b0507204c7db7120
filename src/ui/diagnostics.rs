//! What is told of the program and the machine when a trouble is reported.

use crate::messages::about::{self, Facts, OpenFile};
use crate::messages::window;
use crate::session::{Saving, Session};

use super::outside::Machine;
use super::settings::Settings;

/// The facts as text; nothing that a person typed is in it.
#[must_use]
pub fn text(
    ctx: &egui::Context,
    settings: &Settings,
    session: Option<&Session>,
    machine: Machine,
    drawn_by: &str,
) -> String {
    let window = ctx.content_rect().size() * ctx.pixels_per_point();
    let open = session.map(|session| OpenFile {
        plans: session.dossier().plans.len(),
        rows: session.dossier().plans.iter().map(|plan| plan.rows.len()).sum(),
        saving: match &session.saving {
            Saving::Sample => window::SAMPLE.to_owned(),
            Saving::Copy(why) => window::copy(*why).to_owned(),
            Saving::Saved(Some(when)) => window::saved_at(*when),
            Saving::Saved(None) => window::SAVED.to_owned(),
            Saving::UnderWay => window::SAVING.to_owned(),
            Saving::ReadOnly => window::READ_ONLY.to_owned(),
            // Why may name the file, and with it the school.
            Saving::Failed(_) => window::NOT_SAVED.to_owned(),
        },
    });
    let facts = Facts {
        system: machine.system,
        is_virtual: machine.is_virtual,
        remote: machine.remote,
        drawn_by: drawn_by.to_owned(),
        window: (window.x.round() as u32, window.y.round() as u32),
        screen_percent: (ctx.native_pixels_per_point().unwrap_or(1.0) * 100.0).round() as u32,
        scale_percent: settings.scale_percent,
        dark: settings.dark,
        open,
        data_folder: machine.log_folder,
        log: machine.log,
    };
    about::facts(&facts)
}
