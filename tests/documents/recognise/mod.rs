//! What a paper of another program becomes: its head, its parts, its table, and that no word of
//! it is lost.

mod accepting;
mod any_paper;
mod headless;
mod hostile;
mod meeting;
mod paper;
mod papers_back;
mod round_trip;
mod shapes;

use caitien::import::{Choices, Draft, Known, Source, recognise};
use caitien::library;
use caitien::plan::Letterhead;

/// What becomes of a paper, with all that the program brings along.
pub fn draft(source: &Source) -> Draft {
    decided(source, &Choices::default())
}

/// What becomes of it with what a person decided.
pub fn decided(source: &Source, choices: &Choices) -> Draft {
    let school = Letterhead::default();
    let known = Known {
        forms: library::embedded_forms(),
        catalogues: library::catalogues(),
        school: &school,
        today: jiff::civil::date(2026, 9, 1),
    };
    recognise(source, &known, choices)
}
