//! The executable: a window, or a headless command when one is named.

// On Windows a console window would open behind the program.
#![windows_subsystem = "windows"]

use std::process::ExitCode;

use caitien::cli::{self, Failure, Task};
use caitien::session::Start;

fn main() -> ExitCode {
    match cli::parse(std::env::args_os().skip(1)) {
        Ok(Task::Headless(command)) => cli::run(command),
        Ok(Task::Window(start)) => window(&start),
        Err(usage) => cli::refuse(&Failure::Usage(usage)),
    }
}

#[cfg(feature = "window")]
fn window(start: &Start) -> ExitCode {
    use caitien::ui::{self, RunError};
    match ui::run(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(RunError::NoDisplay) => cli::refuse(&Failure::NoDisplay),
        Err(RunError::Window(reason)) => cli::report(&Failure::NoWindow(reason)),
        Err(RunError::Stopped(reason)) => cli::report(&Failure::Stopped(reason)),
    }
}

#[cfg(not(feature = "window"))]
fn window(_: &Start) -> ExitCode {
    cli::refuse(&Failure::BuiltWithoutWindow)
}
