//! Starting the window.

use std::path::PathBuf;

use crate::messages::window;

use super::App;
use super::outside_native::NativeOutside;

/// What the window begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// The first screen.
    #[default]
    Screen,
    /// The embedded sample.
    Sample,
    /// A file.
    File(PathBuf),
}

/// Why there is no window.
#[derive(Debug)]
pub enum RunError {
    /// No display to open a window on.
    NoDisplay,
    /// The window system or its drawing failed; what it said.
    Window(String),
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// Where there is no display, or no drawing on it.
pub fn run(start: Start) -> Result<(), RunError> {
    if !has_display() {
        return Err(RunError::NoDisplay);
    }
    let viewport = egui::ViewportBuilder::default()
        .with_title(window::NAME)
        .with_app_id("caitien")
        .with_inner_size([1180.0, 720.0])
        .with_min_inner_size([900.0, 560.0]);
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        system_font_fallback: false,
        persist_window: false,
        ..Default::default()
    };
    let made = eframe::run_native(
        window::NAME,
        options,
        Box::new(|cc| {
            cc.egui_ctx.options_mut(|options| options.quit_shortcuts.clear());
            let outside = Box::new(NativeOutside::new(cc.egui_ctx.clone()));
            let app = App::new(&cc.egui_ctx, outside, start)
                .ok_or("the embedded files cannot be read")?;
            Ok(Box::new(app))
        }),
    );
    made.map_err(|error| RunError::Window(error.to_string()))
}

/// On Linux a window needs X11 or Wayland; elsewhere there always is a desktop.
fn has_display() -> bool {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux")
        || named("DISPLAY")
        || named("WAYLAND_DISPLAY")
        || named("WAYLAND_SOCKET")
}
