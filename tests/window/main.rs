//! The window as a person uses it: found by what is read, clicked, typed into; and as it looks.

// Helpers of tests stand outside the functions clippy knows as tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]

mod asking;
mod backups;
mod bad_files;
mod calendar;
mod content;
mod endings;
mod ends;
mod enlarged;
mod evaluation;
mod everyone;
mod excel;
mod files;
mod first_lines;
mod focus;
mod follow;
mod follow_up;
mod forms;
mod handed_over;
mod handouts;
mod hard_pages;
mod help;
mod in_use;
mod issuing;
mod kinds;
mod lists;
mod lived;
mod looks;
mod next;
mod palette;
mod papers;
mod papers_back;
mod pictures;
mod places;
mod preview;
mod renderer;
mod renewing;
mod reviews;
mod scans;
mod search;
mod settings;
mod shell;
mod sizes;
mod sizes_of_the_year;
mod spelling;
mod table;
mod three_years;
mod tour;
mod typing;
mod whole_job;
mod word;
mod words;
mod world;
