//! The headless commands, in the same executable as the window.
//!
//! Invariant: a command answers with exit code 0 (done), 1 (`check` found an error, `repair` made
//! the file and something is missing or doubtful in it) or 2 (it could not be done, with one Vietnamese sentence on stderr), and never with a
//! panic, whatever it is given and whoever stops reading its answer.

mod args;
mod backups;
mod check;
mod choose;
mod export;
mod failure;
mod import;
mod import_paper;
mod import_workbook;
mod info;
mod info_year;
mod repair;
mod source;
mod what;
mod year;

use std::io::Write;
use std::process::ExitCode;

pub use args::{Command, Format, ImportTo, PlanChoice, Source, Task, parse};
pub use failure::Failure;
pub use what::What;

use crate::{messages, platform};

/// Does a headless command and reports how it went.
#[must_use]
pub fn run(command: Command) -> ExitCode {
    let _ = platform::attach_console();
    let done = match command {
        Command::Sample(to) => source::sample().and_then(|dossier| source::create(&to, &dossier)),
        Command::Import { from, to, under, plan } => import::import(&from, &to, under, plan),
        Command::Export { source, plan, what, whom, review, to, format } => {
            export::export(&source, plan, (what, whom.as_deref(), review), &to, format)
        }
        Command::Rules => check::rules(),
        Command::Check { file, plan, today } => match check::check(&file, plan, today) {
            Ok(found_error) => return ExitCode::from(u8::from(found_error)),
            Err(failure) => Err(failure),
        },
        Command::Repair { file, to } => match repair::repair(&file, &to) {
            Ok(all_back) => return ExitCode::from(u8::from(!all_back)),
            Err(failure) => Err(failure),
        },
        Command::Info(file, today) => source::read(&file).and_then(|dossier| {
            let today = today.unwrap_or_else(platform::today);
            let text = info::info(&dossier, today, &messages::scans::place_of(&file))
                .map_err(|_| Failure::Answer)?;
            answer(&text)
        }),
        Command::Backups(file) => backups::list(&file),
        Command::Restore { file, until, new } => backups::restore(&file, until, &new),
        Command::Help => answer(messages::usage_help()),
        Command::Version => answer(&format!("caitien {}\n", env!("CARGO_PKG_VERSION"))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => refuse(&failure),
    }
}

/// Says why nothing was done: on stderr, or in a box where nobody reads that.
#[must_use]
pub fn refuse(failure: &Failure) -> ExitCode {
    if !platform::attach_console() {
        platform::show_box(messages::window::NAME, &failure.sentence());
    }
    report(failure)
}

/// Says on stderr why nothing was done, to those who were told in a box before.
#[must_use]
pub fn report(failure: &Failure) -> ExitCode {
    let _ = platform::attach_console();
    // Where nobody listens, the exit code still speaks.
    let _ = writeln!(std::io::stderr(), "{}", failure.sentence());
    ExitCode::from(2)
}

/// Writes the answer. Whoever has read enough may stop: that is no failure.
fn answer(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if !platform::is_broken_pipe(&error) => Err(Failure::Answer),
        _ => Ok(()),
    }
}
