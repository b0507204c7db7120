//! The executable: a window, or a headless command when one is named.

use std::process::ExitCode;

use caitien::ui::{self, Start};

fn main() -> ExitCode {
    let start = match std::env::args_os().nth(1) {
        None => Start::Screen,
        Some(word) if word == "--sample" => Start::Sample,
        Some(path) => Start::File(path.into()),
    };
    match ui::run(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}
