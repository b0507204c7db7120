//! The executable: a window, or a headless command when one is named.

fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
