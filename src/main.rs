//! The executable: a window, or a headless command when one is named.

// On Windows a console window would open behind the program.
#![windows_subsystem = "windows"]

use std::process::ExitCode;

use caitien::cli::{self, Begin, Failure, Task};
use caitien::ui::{self, RunError, Start};

fn main() -> ExitCode {
    let begin = match cli::parse(std::env::args_os().skip(1)) {
        Ok(Task::Headless(command)) => return cli::run(command),
        Ok(Task::Window(Begin::Start)) => Start::Screen,
        Ok(Task::Window(Begin::Sample)) => Start::Sample,
        Ok(Task::Window(Begin::File(file))) => Start::File(file),
        Err(usage) => return cli::refuse(&Failure::Usage(usage)),
    };
    match ui::run(&begin) {
        Ok(()) => ExitCode::SUCCESS,
        Err(RunError::NoDisplay) => cli::refuse(&Failure::NoDisplay),
        Err(RunError::Window(reason)) => cli::report(&Failure::NoWindow(reason)),
        Err(RunError::Stopped(reason)) => cli::report(&Failure::Stopped(reason)),
    }
}
