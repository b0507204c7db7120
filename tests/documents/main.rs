//! Documents on paper: from blocks to pages, from pages to files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where it cannot go on"
)]

mod appendix;
mod backups;
mod clipboard;
mod damaged;
mod document;
mod excel;
mod export;
mod headless;
mod info_year;
mod layout;
mod looks;
mod own_form;
mod papers;
mod recognise;
mod tags;
mod word;
