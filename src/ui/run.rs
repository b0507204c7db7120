//! Starting the window, in one way of drawing after another until it stands.

use std::any::Any;
use std::cell::Cell;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use crate::messages::window;
use crate::platform::{Door, OneWindow};
use crate::session::Start;
use crate::{embedded, messages, platform};

use super::App;
use super::handover;
use super::outside_native::NativeOutside;
use super::renderer::{Machine, Memory, Renderer, order};
use super::settings::Settings;
use super::theme;

/// How often the window must have been drawn before its way of drawing is trusted.
const TRUSTED: u8 = 10;

/// How much is shown of what a way of drawing said, characters.
const SHOWN: usize = 80;

/// Set, it makes the window say a line on stdout when its first frame was drawn, for
/// measuring (`benches/start.rs`).
const SAY_FIRST_FRAME: &str = "CAITIEN_SAY_FIRST_FRAME";

/// Why there is no window.
#[derive(Debug)]
pub enum RunError {
    /// No display to open a window on.
    NoDisplay,
    /// The window system or its drawing failed; what it said.
    Window(String),
    /// The program stopped where it should not have, while the window stood; what it said.
    Stopped(String),
}

/// Opens the window and stays until it is closed; or leaves at once, where the window of the
/// same person takes over what this one was to begin with.
///
/// # Errors
/// Where there is no display, or no drawing on it; or when the program had to stop. The person
/// has been told in a box where the system has one.
pub fn run(start: &Start) -> Result<(), RunError> {
    if !has_display() {
        return Err(RunError::NoDisplay);
    }
    platform::log_panics();
    let folder = platform::data_folder();
    let line = handover::to_line(start);
    let door = match platform::one_window(&folder, line.as_deref()) {
        OneWindow::HandedOver => return Ok(()),
        OneWindow::First(door) => Some(Rc::new(door)),
        OneWindow::Alone => None,
    };
    let settings = Settings::read(&folder);
    let chosen = settings.renderer;
    let mut memory = Memory::read(&folder);
    let machine = Machine {
        remote: platform::is_remote_session(),
        is_virtual: platform::is_virtual_machine(),
    };
    let mut reasons = Vec::new();
    for renderer in order(Renderer::available(), chosen, memory, machine) {
        memory.trying = Some(renderer);
        memory.write(&folder);
        let drew = {
            let folder = folder.clone();
            let mut memory = memory;
            move || {
                memory.drew(renderer, machine);
                memory.write(&folder);
            }
        };
        let drawn = Rc::new(Cell::new(0));
        let begin = Begin {
            start: start.clone(),
            maximized: settings.maximized,
            door: door.clone(),
            drawn: Rc::clone(&drawn),
            drew: Box::new(drew),
        };
        let reason = match catch_unwind(AssertUnwindSafe(|| open(renderer, begin))) {
            Ok(Ok(())) => {
                // Closed early is closed well.
                Memory { trying: None, ..Memory::read(&folder) }.write(&folder);
                return Ok(());
            }
            Ok(Err(error)) => error.to_string(),
            Err(panic) => panic_words(panic.as_ref()),
        };
        platform::log_fault(&format!("{renderer:?}: {reason}"));
        if drawn.get() >= TRUSTED {
            platform::show_box(window::NAME, &messages::about::stopped(&platform::log_file()));
            return Err(RunError::Stopped(reason));
        }
        // All of it is in the log; a box is read by a person.
        reasons.push(reason.chars().take(SHOWN).collect::<String>());
    }
    let reasons = reasons.join("; ");
    platform::show_box(window::NAME, &messages::about::no_drawing(&reasons, &platform::log_file()));
    Err(RunError::Window(reasons))
}

/// What one try begins with, and whom it tells.
struct Begin {
    start: Start,
    /// Whether the window filled the screen last.
    maximized: Option<bool>,
    door: Option<Rc<Door>>,
    /// How often the window was drawn.
    drawn: Rc<Cell<u8>>,
    /// Called when that is often enough.
    drew: Box<dyn FnOnce()>,
}

/// Where Wayland is named in vain X11 is taken.
fn choose_display(options: &mut eframe::NativeOptions) {
    #[cfg(target_os = "linux")]
    if platform::names_wayland_in_vain() {
        use winit::platform::x11::EventLoopBuilderExtX11 as _;
        options.event_loop_builder = Some(Box::new(|builder| {
            builder.with_x11();
        }));
    }
    #[cfg(not(target_os = "linux"))]
    let _ = options;
}

fn open(renderer: Renderer, begin: Begin) -> eframe::Result {
    let viewport = egui::ViewportBuilder::default()
        .with_title(window::NAME)
        .with_app_id("caitien")
        .with_inner_size([1180.0, 720.0])
        .with_min_inner_size([900.0, 560.0])
        // As it was last; the commonest screen is just large enough.
        .with_maximized(begin.maximized.unwrap_or(cfg!(windows)))
        .with_icon(eframe::icon_data::from_png_bytes(embedded::ICON_PNG).unwrap_or_default());
    let mut options = eframe::NativeOptions {
        viewport,
        system_font_fallback: false,
        persist_window: false,
        // `App` reads the clipboard without waiting for whoever owns it.
        clipboard_shortcuts: false,
        ..Default::default()
    };
    draw_with(renderer, &mut options);
    choose_display(&mut options);
    eframe::run_native(
        window::NAME,
        options,
        Box::new(|cc| {
            let ctx = &cc.egui_ctx;
            let (words, on_cpu) = drawing(cc);
            if on_cpu {
                theme::keep_still(ctx);
            }
            let outside = Box::new(NativeOutside::new(ctx.clone(), begin.door));
            let mut app =
                App::new(ctx, outside, begin.start).ok_or("the embedded files cannot be read")?;
            app.drawn_by(words);
            Ok(Box::new(Watched { app, drawn: begin.drawn, drew: Some(begin.drew) }))
        }),
    )
}

/// Tells eframe how to draw.
fn draw_with(renderer: Renderer, options: &mut eframe::NativeOptions) {
    match renderer {
        Renderer::OpenGl => options.renderer = eframe::Renderer::Glow,
        #[cfg(windows)]
        Renderer::Direct3d => {
            options.renderer = eframe::Renderer::Wgpu;
            let mut setup = egui_wgpu::WgpuSetupCreateNew::without_display_handle();
            setup.instance_descriptor.backends = wgpu::Backends::DX12;
            setup.power_preference = wgpu::PowerPreference::LowPower;
            options.wgpu_options.wgpu_setup = egui_wgpu::WgpuSetup::CreateNew(setup);
        }
        #[cfg(not(windows))]
        Renderer::Direct3d => {}
    }
}

/// What draws, in a few words, and whether it is the CPU.
fn drawing(cc: &eframe::CreationContext<'_>) -> (String, bool) {
    use eframe::glow::HasContext as _;
    #[cfg(windows)]
    if let Some(state) = &cc.wgpu_render_state {
        let adapter = state.adapter.get_info();
        let on_cpu = adapter.device_type == wgpu::DeviceType::Cpu;
        return (format!("Direct3D 12, {}", adapter.name), on_cpu);
    }
    let Some(gl) = &cc.gl else { return (String::new(), false) };
    let version = gl.version();
    let maker = version.vendor_info.trim();
    // On Windows Mesa is what draws where no maker of graphics cards does.
    let on_cpu = platform::lacks_graphics_card() || cfg!(windows) && maker.contains("Mesa");
    (format!("OpenGL {}.{} {maker}", version.major, version.minor).trim_end().to_owned(), on_cpu)
}

/// The application, with its first frames counted.
struct Watched {
    app: App,
    drawn: Rc<Cell<u8>>,
    drew: Option<Box<dyn FnOnce()>>,
}

impl eframe::App for Watched {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.app.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let drawn = self.drawn.get();
        if drawn == 1 && std::env::var_os(SAY_FIRST_FRAME).is_some() {
            let _ = writeln!(std::io::stdout(), "first frame");
        }
        if drawn < TRUSTED {
            self.drawn.set(drawn + 1);
            ui.ctx().request_repaint();
        } else if let Some(drew) = self.drew.take() {
            drew();
        }
        self.app.ui(ui, frame);
    }

    fn raw_input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        self.app.raw_input_hook(ctx, input);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        self.app.clear_color(visuals)
    }
}

fn panic_words(panic: &(dyn Any + Send)) -> String {
    let words = panic.downcast_ref::<&str>().copied();
    let words = words.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    words.unwrap_or("panic").to_owned()
}

/// On Linux a window needs X11 or Wayland; elsewhere there always is a desktop.
fn has_display() -> bool {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux")
        || named("DISPLAY")
        || named("WAYLAND_DISPLAY")
        || named("WAYLAND_SOCKET")
}
