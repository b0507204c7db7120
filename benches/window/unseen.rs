//! The program in a window that nobody sees: its frames are drawn one by one, and timed.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use caitien::session::{Job, Ticket};
use caitien::ui::{App, Ask, Machine, News, Outside, Start};
use eframe::App as _;
use egui::{Event, Key, Modifiers, Pos2, Rect, Shape};
use jiff::civil::{DateTime, date};

/// A laptop's screen, logical pixels.
pub const SCREEN: [f32; 2] = [1366.0, 768.0];

/// Jobs are run on threads, as in the program; how long each took is kept (wall clock).
struct Threads {
    folder: PathBuf,
    sender: Sender<(News, Duration)>,
    receiver: Receiver<(News, Duration)>,
    took: Rc<RefCell<Vec<Duration>>>,
    under_way: Rc<Cell<usize>>,
}

impl Threads {
    fn new(folder: &Path) -> Self {
        let (sender, receiver) = channel();
        let (took, under_way) = (Rc::default(), Rc::default());
        Self { folder: folder.to_owned(), sender, receiver, took, under_way }
    }
}

impl Outside for Threads {
    fn now(&self) -> DateTime {
        date(2026, 11, 22).at(10, 32, 0, 0)
    }

    fn ask(&mut self, _: Ticket, _: Ask) {}

    fn run(&mut self, ticket: Ticket, job: Job) {
        let sender = self.sender.clone();
        self.under_way.set(self.under_way.get() + 1);
        std::thread::spawn(move || {
            let begin = Instant::now();
            let brought = job.run();
            drop(sender.send((News::Job(ticket, brought), begin.elapsed())));
        });
    }

    fn poll(&mut self) -> Vec<News> {
        let mut took = self.took.borrow_mut();
        let come = self.receiver.try_iter().map(|(answer, time)| {
            took.push(time);
            self.under_way.set(self.under_way.get() - 1);
            answer
        });
        come.collect()
    }

    fn open(&mut self, _: &Path) -> Result<(), std::io::Error> {
        Ok(())
    }

    fn data_folder(&self) -> PathBuf {
        self.folder.clone()
    }

    fn machine(&self) -> Machine {
        Machine::default()
    }

    fn documents_folder(&self) -> PathBuf {
        self.folder.clone()
    }

    fn read_text(&mut self, _: u64) {}

    fn read_html(&mut self) {}

    fn copy(&mut self, _: &str, _: Option<&str>) {}
}

/// The program in a window that nobody sees.
pub struct Window {
    ctx: egui::Context,
    app: App,
    frame: eframe::Frame,
    pub time: f64,
    /// How much later each frame is than the one before, s.
    pub pace: f64,
    /// What the last frame drew.
    shapes: Vec<egui::epaint::ClippedShape>,
    /// When it wants the next frame.
    again: Duration,
    pub jobs: Rc<RefCell<Vec<Duration>>>,
    under_way: Rc<Cell<usize>>,
}

impl Window {
    pub fn new(start: Start, folder: &Path) -> Self {
        let ctx = egui::Context::default();
        let outside = Threads::new(folder);
        let (jobs, under_way) = (Rc::clone(&outside.took), Rc::clone(&outside.under_way));
        let app = App::new(&ctx, Box::new(outside), start).unwrap();
        let frame = eframe::Frame::_new_kittest();
        let (shapes, again) = (Vec::new(), Duration::ZERO);
        Self { ctx, app, frame, time: 0.0, pace: 1.0 / 60.0, shapes, again, jobs, under_way }
    }

    /// One frame with these events; gives how long it took.
    pub fn step(&mut self, events: Vec<Event>) -> Duration {
        let begin = Instant::now();
        self.time += self.pace;
        let input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SCREEN.into())),
            time: Some(self.time),
            events,
            focused: true,
            ..egui::RawInput::default()
        };
        let (app, frame) = (&mut self.app, &mut self.frame);
        let mut output = self.ctx.run_ui(input, |ui| {
            let ctx = ui.ctx().clone();
            app.logic(&ctx, frame);
            app.ui(ui, frame);
        });
        // The copy of the shapes is for this bench alone: it does not count.
        let drawn = begin.elapsed();
        // There is no graphics card to take them.
        output.textures_delta.clear();
        self.shapes.clone_from(&output.shapes);
        let begin = Instant::now();
        let triangles = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        drop(std::hint::black_box(triangles));
        self.again = output.viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        drawn + begin.elapsed()
    }

    pub fn steps(&mut self, frames: usize) {
        for _ in 0..frames {
            self.step(Vec::new());
        }
    }

    /// Draws until the program asks for no other frame and its jobs are done; says whether
    /// that comes.
    pub fn rest(&mut self) -> bool {
        let mut still = 0;
        for _ in 0..500 {
            self.step(Vec::new());
            let rests = self.again == Duration::MAX && self.under_way.get() == 0;
            still = if rests && self.app.all_saved() { still + 1 } else { 0 };
            if still == 20 {
                return true;
            }
            std::thread::sleep(Duration::from_millis(3));
        }
        false
    }

    /// How many items the plan shown has.
    pub fn items(&self) -> usize {
        self.app.plan().map_or(0, |plan| plan.items().count())
    }

    /// Draws frames until these words are there: a file is opened off the thread that draws.
    pub fn until(&mut self, words: &str) {
        for _ in 0..2_000 {
            self.step(Vec::new());
            if self.find(words).is_some() {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        panic!("{words} did not come");
    }

    /// Where these words are drawn.
    pub fn find(&self, words: &str) -> Option<Rect> {
        fn inside(shape: &Shape, words: &str) -> Option<Rect> {
            match shape {
                Shape::Text(text) if text.galley.text().contains(words) => {
                    Some(text.visual_bounding_rect())
                }
                Shape::Vec(shapes) => shapes.iter().find_map(|shape| inside(shape, words)),
                _ => None,
            }
        }
        self.shapes.iter().find_map(|clipped| {
            inside(&clipped.shape, words).filter(|rect| clipped.clip_rect.intersects(*rect))
        })
    }

    pub fn click(&mut self, words: &str) -> Duration {
        let place = self.find(words).unwrap_or_else(|| panic!("{words} is not on the screen"));
        let button = |pressed| Event::PointerButton {
            pos: place.center(),
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.step(vec![Event::PointerMoved(place.center())])
            + self.step(vec![button(true)])
            + self.step(vec![button(false)])
    }
}

pub fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

pub fn text(words: &str) -> Event {
    Event::Text(words.to_owned())
}
