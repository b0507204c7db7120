//! A window in a world of its own: a folder, a clock that stands, an outside that answers at
//! once.
//!
//! `Window::of(dossier)`, `Window::file(path)` and `Window::start()` open
//! one; `click`, `type_into`, `press` do what a person does; `saved` waits until all is on
//! the disk.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use caitien::plan::{Dossier, Plan};
use caitien::platform::{CloudService, PlaceKind};
use caitien::session::{Job, Ticket};
use caitien::ui::{App, Ask, Machine, News, Outside, Stage, Start};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use jiff::civil::{DateTime, date};

use crate::renderer::SoftRenderer;

/// What happened outside, and what will be answered.
#[derive(Default)]
pub struct World {
    /// Newss to the next questions for a path; none left: cancelled.
    pub paths: VecDeque<PathBuf>,
    /// What was asked.
    pub asked: Vec<Ask>,
    /// What was opened in the system's programs.
    pub opened: Vec<PathBuf>,
    /// The clipboard as HTML.
    pub html: Option<String>,
    /// The clipboard as text; none: its owner does not answer.
    pub text: Option<String>,
    /// What was put on the clipboard.
    pub copied: Vec<String>,
    /// The system has no dialog to choose a file in.
    pub no_dialog: bool,
    /// The system asks programs not to move things by themselves.
    pub still: bool,
    /// Hints are shown to whoever opens a plan for the first time.
    pub tour: bool,
    /// What is said on opening is left standing.
    pub reads_later: bool,
    /// Jobs take their time: they wait in `waiting`.
    pub slow: bool,
    waiting: Vec<(Ticket, Job)>,
    answers: Vec<News>,
}

impl World {
    /// One in which the system asks programs not to move things.
    pub fn still() -> Self {
        Self { still: true, ..Self::default() }
    }

    /// One in which somebody opens a plan for the first time.
    pub fn first() -> Self {
        Self { tour: true, ..Self::default() }
    }
}

struct FakeOutside {
    world: Rc<RefCell<World>>,
    folder: PathBuf,
}

impl Outside for FakeOutside {
    fn now(&self) -> DateTime {
        date(2026, 11, 22).at(10, 32, 0, 0)
    }

    fn ask(&mut self, ticket: Ticket, ask: Ask) {
        let mut world = self.world.borrow_mut();
        if world.no_dialog {
            world.answers.push(News::NoDialog(ticket, ask));
            return;
        }
        world.asked.push(ask);
        let path = world.paths.pop_front();
        world.answers.push(News::Path(ticket, path));
    }

    fn run(&mut self, ticket: Ticket, job: Job) {
        if self.world.borrow().slow {
            self.world.borrow_mut().waiting.push((ticket, job));
            return;
        }
        let brought = job.run();
        self.world.borrow_mut().answers.push(News::Job(ticket, brought));
    }

    fn poll(&mut self) -> Vec<News> {
        std::mem::take(&mut self.world.borrow_mut().answers)
    }

    fn open(&mut self, path: &Path) -> Result<(), std::io::Error> {
        self.world.borrow_mut().opened.push(path.to_owned());
        Ok(())
    }

    fn data_folder(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn machine(&self) -> Machine {
        Machine {
            system: "Windows 11 Home, bản 22631".to_owned(),
            log_file: self.folder.join("data").join("caitien.log"),
            log_folder: "~\\AppData\\Local\\CaiTien".to_owned(),
            log: "2026-11-20T08:15:00 [0.1.0] OpenGl: no OpenGL 2.0".to_owned(),
            ..Machine::default()
        }
    }

    fn wants_stillness(&self) -> bool {
        self.world.borrow().still
    }

    fn offers_tour(&self) -> bool {
        self.world.borrow().tour
    }

    fn documents_folder(&self) -> PathBuf {
        self.folder.join("documents")
    }

    fn place_kind(&self) -> fn(&Path) -> PlaceKind {
        |folder| {
            let kinds = [
                ("OneDrive", PlaceKind::Cloud(CloudService::OneDrive)),
                ("Ổ chung", PlaceKind::Network),
                ("KINGSTON", PlaceKind::Removable),
            ];
            let has = |name| folder.to_string_lossy().contains(name);
            kinds.iter().find(|(name, _)| has(name)).map(|(_, kind)| *kind).unwrap_or_default()
        }
    }

    fn read_text(&mut self, name: u64) {
        let mut world = self.world.borrow_mut();
        if let Some(text) = world.text.clone() {
            let html = world.html.clone();
            world.answers.push(News::Text(name, Some((text, html))));
        }
    }

    fn read_html(&mut self) {
        let mut world = self.world.borrow_mut();
        let html = world.html.clone();
        world.answers.push(News::Html(html));
    }

    fn copy(&mut self, text: &str, _html: Option<&str>) {
        self.world.borrow_mut().copied.push(text.to_owned());
    }
}

/// A window and its world.
pub struct Window {
    /// The harness, for what has no shortcut here.
    pub harness: Harness<'static, App>,
    /// What happened outside.
    pub world: Rc<RefCell<World>>,
    /// Where its files are.
    pub folder: Rc<tempfile::TempDir>,
}

/// A folder for the files of one test.
pub fn folder() -> Rc<tempfile::TempDir> {
    Rc::new(tempfile::tempdir().unwrap())
}

/// The embedded sample, as a value.
pub fn sample() -> Dossier {
    Dossier::from_json(caitien::embedded::sample()).unwrap()
}

/// Writes a dossier into a file of this folder.
pub fn write(folder: &tempfile::TempDir, name: &str, dossier: &Dossier) -> PathBuf {
    let path = folder.path().join(name);
    caitien::store::create(&path, dossier, caitien::platform::file_identity).unwrap();
    path
}

/// Reads a file that no window holds.
pub fn read(path: &Path) -> Dossier {
    caitien::store::read(path).unwrap()
}

impl Window {
    /// The first screen, 1093 x 614.
    pub fn start() -> Self {
        Self::with(Start::Screen, folder(), [1093.0, 614.0])
    }

    /// A file, 1093 x 614.
    pub fn file(path: &Path) -> Self {
        Self::with(Start::File(path.to_owned()), folder(), [1093.0, 614.0])
    }

    /// A file that holds this dossier, 1093 x 614.
    pub fn of(dossier: &Dossier) -> Self {
        let folder = folder();
        let path = write(&folder, "school.caitien", dossier);
        Self::with(Start::File(path), folder, [1093.0, 614.0])
    }

    /// A window of this size (logical pixels) that begins with this, in this folder.
    pub fn with(start: Start, folder: Rc<tempfile::TempDir>, size: [f32; 2]) -> Self {
        Self::in_world(World::default(), start, folder, size)
    }

    /// A file that takes its time to open, 1093 x 614: [`Self::go_on`] lets it come.
    pub fn slow_file(path: &Path) -> Self {
        let world = World { slow: true, ..World::default() };
        Self::in_world(world, Start::File(path.to_owned()), folder(), [1093.0, 614.0])
    }

    /// A file, 1093 x 614, on whose opening nobody looked yet at what is said.
    pub fn unread(dossier: &Dossier) -> Self {
        let folder = folder();
        let path = write(&folder, "school.caitien", dossier);
        let world = World { reads_later: true, ..World::default() };
        Self::in_world(world, Start::File(path), folder, [1093.0, 614.0])
    }

    /// A window in this world.
    pub fn in_world(
        world: World,
        start: Start,
        folder: Rc<tempfile::TempDir>,
        size: [f32; 2],
    ) -> Self {
        let world = Rc::new(RefCell::new(world));
        let outside = FakeOutside { world: world.clone(), folder: folder.path().to_owned() };
        let harness = Harness::builder()
            .with_size(size)
            .with_theme(egui::Theme::Light)
            .with_step_dt(0.05)
            .with_max_steps(20)
            .renderer(SoftRenderer::default())
            .with_render_cursor(false)
            .build_eframe(move |cc| App::new(&cc.egui_ctx, Box::new(outside), start).unwrap());
        let mut window = Self { harness, world, folder };
        window.steps(3);
        // Whoever opens a file reads what is late and goes on.
        let told = window.harness.query_by_label("Xem").is_some();
        if told && !window.world.borrow().reads_later {
            window.click("Đóng thông báo");
        }
        window
    }

    /// Clicks twice at this place (logical pixels).
    pub fn double_click(&mut self, pos: egui::Pos2) {
        for pressed in [true, false, true, false] {
            self.harness.event(egui::Event::PointerButton {
                pos,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: egui::Modifiers::NONE,
            });
            self.steps(1);
        }
        self.steps(2);
    }

    /// Draws so many frames, 0.05 s of the window's clock each.
    pub fn steps(&mut self, count: usize) {
        self.harness.run_steps(count);
    }

    /// Draws so many frames as eframe does, the first with these events: the keys of the
    /// clipboard do what they are for.
    pub fn frames(&mut self, count: usize, events: impl IntoIterator<Item = egui::Event>) {
        self.harness.input_mut().events.extend(events);
        for _ in 0..count {
            let ctx = self.harness.ctx.clone();
            let mut input = std::mem::take(self.harness.input_mut());
            self.harness.state_mut().tend_pasting(&ctx, &mut input);
            *self.harness.input_mut() = input;
            self.steps(1);
        }
    }

    /// Lets the window's clock go on.
    pub fn wait(&mut self, seconds: f32) {
        self.steps((seconds / 0.05).ceil() as usize);
    }

    /// Clicks what is called so.
    #[track_caller]
    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.steps(3);
    }

    /// Clicks the last of those that are called so: what lies on top of the others.
    #[track_caller]
    pub fn click_last(&mut self, label: &str) {
        let last = self.harness.query_all_by_label(label).last();
        last.expect("it is on the screen").click();
        self.steps(3);
    }

    /// Scrolls to what is called so.
    #[track_caller]
    pub fn scroll_to(&mut self, label: &str) {
        self.harness.get_by_label(label).scroll_to_me();
        self.steps(3);
    }

    /// Clicks the field of this name and types at the end of it.
    #[track_caller]
    pub fn type_into(&mut self, label: &str, text: &str) {
        self.focus(label);
        self.text(text);
    }

    /// Gives the field of this name the focus.
    #[track_caller]
    pub fn focus(&mut self, label: &str) {
        self.harness.get_by_label(label).focus();
        self.steps(2);
    }

    /// Types into what has the focus.
    pub fn text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.steps(1);
    }

    /// Presses a key.
    pub fn press(&mut self, modifiers: egui::Modifiers, key: egui::Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.steps(2);
    }

    /// Goes to a stage by its key.
    pub fn stage(&mut self, stage: Stage) {
        let key = stage.shortcut();
        self.press(key.modifiers, key.logical_key);
    }

    /// Whether these words are on the screen, alone or inside others.
    pub fn shows(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    /// What stands in the field of this name.
    #[track_caller]
    pub fn value(&self, label: &str) -> String {
        self.harness.get_by_label(label).value().unwrap_or_default()
    }

    /// Hands typing over and waits until all is on the disk.
    #[track_caller]
    pub fn saved(&mut self) {
        self.press(egui::Modifiers::COMMAND, egui::Key::S);
        self.until(|window| window.app().all_saved());
    }

    /// What the window says of saving is what became of the last edit, however slow the disk is.
    pub fn await_disk(&mut self) {
        if !self.app().all_saved() {
            self.app().await_disk();
            self.steps(1);
        }
    }

    /// Asks the window to close, as its own button does; gives what it answered: whether it
    /// stays for now.
    pub fn ask_to_close(&mut self) -> bool {
        let root = self.harness.input_mut().viewports.get_mut(&egui::ViewportId::ROOT);
        root.unwrap().events.push(egui::ViewportEvent::Close);
        self.steps(1);
        self.commands().contains(&egui::ViewportCommand::CancelClose)
    }

    /// What the window asked of the system in the last frame.
    pub fn commands(&self) -> Vec<egui::ViewportCommand> {
        let output = self.harness.output();
        let root = output.viewport_output.get(&egui::ViewportId::ROOT);
        root.map(|root| root.commands.clone()).unwrap_or_default()
    }

    /// Draws frames until this holds.
    #[track_caller]
    pub fn until(&mut self, mut holds: impl FnMut(&Self) -> bool) {
        for _ in 0..2_000 {
            if holds(self) {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
            self.steps(1);
        }
        panic!("it never comes");
    }

    /// Another start of the program hands over what it was to begin with.
    pub fn hand_over(&mut self, start: Start) {
        self.world.borrow_mut().answers.push(News::Handed(start));
        self.steps(1);
    }

    /// The system asks the program to end.
    pub fn end(&mut self) {
        self.world.borrow_mut().answers.push(News::End);
        self.steps(1);
    }

    /// Jobs are quick again, and those that wait are done.
    pub fn go_on(&mut self) {
        self.world.borrow_mut().slow = false;
        let waiting = std::mem::take(&mut self.world.borrow_mut().waiting);
        for (ticket, job) in waiting {
            let brought = job.run();
            self.world.borrow_mut().answers.push(News::Job(ticket, brought));
        }
        self.steps(3);
    }

    /// The application.
    pub fn app(&self) -> &App {
        self.harness.state()
    }

    /// The newest value.
    #[track_caller]
    pub fn dossier(&self) -> Arc<Dossier> {
        self.app().dossier().cloned().expect("a file is open")
    }

    /// The plan shown.
    #[track_caller]
    pub fn plan(&self) -> Arc<Plan> {
        self.app().plan().cloned().expect("a plan is shown")
    }

    /// The path of the open file.
    #[track_caller]
    pub fn path(&self) -> PathBuf {
        self.app().path().expect("it is a file").to_owned()
    }

    /// The file as it is after the window was closed.
    #[track_caller]
    pub fn close_and_read(mut self) -> Dossier {
        self.saved();
        let path = self.path();
        let folder = self.folder.clone();
        drop(self);
        let found = read(&path);
        drop(folder);
        found
    }
}
