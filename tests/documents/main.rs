//! Documents on paper: from blocks to pages, from pages to files.

mod document;
mod export;
mod headless;
mod layout;
