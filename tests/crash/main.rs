//! What happens to the file when something goes wrong: bad files, killed writers, full disks.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // test helpers, where a failure is the answer

mod away;
mod backups;
mod bad_files;
mod bounds;
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod cuts;
mod damaged;
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod faults;
mod forgetting;
mod format;
mod holder;
mod journals;
mod killed;
mod knowing;
mod names;
mod overwritten;
mod program;
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod recorded;
mod repair;
mod sample;
mod sessions;
mod writing;
