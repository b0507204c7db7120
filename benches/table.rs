//! One frame of the table with 2,000 items, at rest, while scrolling and while typing; no
//! window, no graphics card: what is measured is the work of the processor before drawing.
//!
//! `cargo bench --bench table`; prints milliseconds a frame.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a bench stops on any fault"
)]

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use caitien::plan::{Dossier, Item, Row};
use caitien::ui::{Answer, App, Ask, Job, Outside, Start, Ticket};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use jiff::civil::{DateTime, date};

struct Nowhere(tempfile::TempDir, Vec<Answer>);

impl Outside for Nowhere {
    fn now(&self) -> DateTime {
        date(2026, 11, 22).at(10, 32, 0, 0)
    }

    fn ask(&mut self, _: Ticket, _: Ask) {}

    fn run(&mut self, ticket: Ticket, job: Job) {
        self.1.push(Answer::Job(ticket, job()));
    }

    fn poll(&mut self) -> Vec<Answer> {
        std::mem::take(&mut self.1)
    }

    fn open(&mut self, _: &Path) -> Result<(), std::io::Error> {
        Ok(())
    }

    fn data_folder(&self) -> std::path::PathBuf {
        self.0.path().to_owned()
    }

    fn documents_folder(&self) -> std::path::PathBuf {
        self.0.path().to_owned()
    }

    fn copy(&mut self, _: &str, _: Option<&str>) {}
}

/// The sample's newest plan with its items again and again, 2,000 in all.
fn many() -> Dossier {
    let mut dossier = Dossier::from_json(caitien::embedded::SAMPLE).unwrap();
    let newest = dossier.newest_plan().unwrap().id;
    let mut id = dossier.next_id;
    let plan = dossier.plans.iter_mut().find(|plan| plan.id == newest).unwrap();
    let plan = Arc::make_mut(plan);
    let items: Vec<Arc<Item>> = plan.items().cloned().collect();
    for item in items.iter().cycle().take(2_000 - items.len()) {
        plan.rows.push(Row::Item(Arc::new(Item { id, ..Item::clone(item) })));
        id = id.next();
    }
    dossier.next_id = id;
    dossier
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.caitien");
    caitien::store::create(&path, &many(), caitien::platform::file_identity).unwrap();
    let outside = Nowhere(tempfile::tempdir().unwrap(), Vec::new());
    let start = Start::File(path);
    let mut harness = Harness::builder()
        .with_size([1093.0, 614.0])
        .with_step_dt(0.016)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, Box::new(outside), start).unwrap());
    harness.run_steps(5);
    harness.get_by_label("Bảng cải tiến").click();
    measure("first frames of the table", 1, |_| harness.step());
    harness.run_steps(10);
    measure("at rest", 200, |_| harness.step());
    harness.hover_at(egui::pos2(500.0, 400.0));
    measure("scrolling", 200, |_| {
        harness.event(egui::Event::MouseWheel {
            source: egui::MouseWheelSource::Wheel,
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -120.0),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
        });
        harness.step();
    });
    measure("typing", 200, |_| {
        harness.event(egui::Event::Text("a".to_owned()));
        harness.step();
    });
}

fn measure(what: &str, frames: usize, mut frame: impl FnMut(usize)) {
    let mut times: Vec<Duration> = (0..frames)
        .map(|at| {
            let begin = Instant::now();
            frame(at);
            begin.elapsed()
        })
        .collect();
    times.sort();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    println!(
        "{what}: median {:.2} ms, slowest {:.2} ms",
        milliseconds(times[times.len() / 2]),
        milliseconds(times[times.len() - 1])
    );
}
