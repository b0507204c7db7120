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
        .with_min_inner_size([900.0, 560.0])
        .with_icon(icon());
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

/// The window's icon: a sheet with lines and a tick, on ink blue.
fn icon() -> egui::IconData {
    const SIDE: u32 = 64;
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for y in 0..SIDE {
        for x in 0..SIDE {
            rgba.extend(icon_pixel(x, y, SIDE));
        }
    }
    egui::IconData { rgba, width: SIDE, height: SIDE }
}

fn icon_pixel(x: u32, y: u32, side: u32) -> [u8; 4] {
    let from_edge = x.min(y).min(side - 1 - x).min(side - 1 - y);
    let corner = {
        let across = x.min(side - 1 - x);
        let down = y.min(side - 1 - y);
        across < 10 && down < 10 && (10 - across).pow(2) + (10 - down).pow(2) > 100
    };
    if corner {
        return [0, 0, 0, 0];
    }
    let sheet = (16..48).contains(&x) && (10..54).contains(&y);
    // Two strokes of a tick: down to (29, 44), then up to the right.
    let tick = (35..=45).contains(&y) && (21..=29).contains(&x) && x.abs_diff(y - 16) <= 2
        || (31..=45).contains(&y) && (28..=42).contains(&x) && (x + y).abs_diff(73) <= 2;
    let line = sheet && (22..42).contains(&x) && matches!(y, 17..=19 | 24..=26);
    let [_, red, green, blue] = match () {
        () if tick => 0x0019_704A_u32,
        () if line || !sheet || from_edge == 0 => 0x0014_508C,
        () => 0x00FF_FFFF,
    }
    .to_be_bytes();
    [red, green, blue, 255]
}
