//! What happens to the file when something goes wrong: bad files, killed writers, full disks.

mod bad_files;
mod sample;
mod sessions;
mod writing;
