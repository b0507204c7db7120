//! What a start costs beside an empty eframe window of the same build: time to the first
//! frame, memory with the sample open, CPU while nothing happens.
//!
//! Needs a display (`xvfb-run cargo bench --bench start`) and Linux's `/proc`. The empty
//! window is this same executable, started with `--empty`; both are started in turns, so that
//! whatever else the machine does falls on both.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a measurement stops where it fails")]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Both programs say a line on stdout when the first frame was drawn, if this is set.
const SAY: &str = "CAITIEN_SAY_FIRST_FRAME";
const TURNS: usize = 9;

fn main() {
    if std::env::args().any(|word| word == "--empty") {
        empty_window();
        return;
    }
    if std::env::var_os("DISPLAY").is_none() || !cfg!(target_os = "linux") {
        println!("start: needs Linux and a display (xvfb-run cargo bench --bench start)");
        return;
    }
    let own = std::env::current_exe().unwrap();
    let empty: (&str, &[&str]) = (own.to_str().unwrap(), &["--empty"]);
    let sample: (&str, &[&str]) = (env!("CARGO_BIN_EXE_caitien"), &["--sample"]);

    let mut times = [Vec::new(), Vec::new()];
    let mut memory = [Vec::new(), Vec::new()];
    for _ in 0..TURNS {
        for (index, program) in [empty, sample].into_iter().enumerate() {
            let window = Window::open(program);
            times[index].push(window.first_frame.as_secs_f64() * 1000.0);
            std::thread::sleep(Duration::from_millis(1500));
            memory[index].push(window.memory());
        }
    }
    let [empty_time, sample_time] = times.map(median);
    let [empty_memory, sample_memory] = memory.map(median);
    let ratio = sample_time / empty_time;
    println!(
        "first frame (ms, median of {TURNS}): empty {empty_time:.0}, sample {sample_time:.0}, ratio {ratio:.2}"
    );
    let ratio = sample_memory / empty_memory;
    println!(
        "memory (MB resident, median): empty {empty_memory:.1}, sample {sample_memory:.1}, ratio {ratio:.2}"
    );

    let window = Window::open(sample);
    std::thread::sleep(Duration::from_secs(3));
    let before = window.ticks();
    std::thread::sleep(Duration::from_secs(10));
    let after = window.ticks();
    println!("idle: {} ticks of 10 ms CPU in 10 s", after - before);
}

/// A started program, ended when it is dropped.
struct Window {
    child: Child,
    first_frame: Duration,
    _home: tempfile::TempDir,
}

impl Window {
    fn open((program, words): (&str, &[&str])) -> Self {
        let home = tempfile::tempdir().unwrap();
        let start = Instant::now();
        let mut child = Command::new(program)
            .args(words)
            .env(SAY, "1")
            .env("XDG_DATA_HOME", home.path())
            .env("XDG_RUNTIME_DIR", home.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let first_frame = start.elapsed();
        assert_eq!(line.trim(), "first frame", "{program} did not draw");
        Self { child, first_frame, _home: home }
    }

    /// Resident memory (MB).
    fn memory(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1024.0
    }

    /// CPU time used so far, in the system's ticks of 10 ms.
    fn ticks(&self) -> u64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        let after_name = &stat[stat.rfind(')').unwrap() + 2..];
        let field = |number: usize| {
            // Numbered as in proc(5), where the first one after the name is 3.
            after_name.split(' ').nth(number - 3).unwrap().parse::<u64>().unwrap()
        };
        field(14) + field(15)
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of[of.len() / 2]
}

/// A window with nothing in it.
fn empty_window() {
    struct Empty(u8);
    impl eframe::App for Empty {
        fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
            if self.0 == 0 {
                ui.ctx().request_repaint();
            } else if self.0 == 1 {
                println!("first frame");
            }
            self.0 = self.0.saturating_add(1);
        }
    }
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1180.0, 720.0]),
        renderer: eframe::Renderer::Glow,
        system_font_fallback: false,
        ..Default::default()
    };
    eframe::run_native("empty", options, Box::new(|_| Ok(Box::new(Empty(0))))).unwrap();
}
