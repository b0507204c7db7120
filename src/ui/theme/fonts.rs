//! The faces of the window: each style a family of its own, with the same signs after it.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

use crate::embedded;

const SCREEN: [&str; 4] = ["regular", "bold", "italic", "bold italic"];
const PAPER: [&str; 4] = ["paper", "paper bold", "paper italic", "paper bold italic"];
const SIGNS: &str = "signs";

/// The faces, for [`egui::Context::set_fonts`].
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let screen = SCREEN.into_iter().zip(embedded::SCREEN_FACES);
    let paper = PAPER.into_iter().zip(embedded::PAPER_FACES);
    let signs = std::iter::once((SIGNS, embedded::SCREEN_SIGNS));
    for (name, bytes) in screen.chain(paper).chain(signs) {
        // Fitting letters to pixels runs a program for each of them: a quarter of the time to
        // the first frame, for stems hardly crisper and marks pressed closer to their letters.
        let as_drawn = FontTweak { hinting: Some(false), ..FontTweak::default() };
        let face = FontData::from_static(bytes).tweak(as_drawn);
        fonts.font_data.insert(name.to_owned(), Arc::new(face));
    }
    let family = |first: &str| {
        let mut faces = vec![first.to_owned(), "regular".to_owned(), SIGNS.to_owned()];
        faces.dedup();
        faces
    };
    for name in SCREEN.into_iter().chain(PAPER) {
        fonts.families.insert(FontFamily::Name(name.into()), family(name));
    }
    for every in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(every, family("regular"));
    }
    fonts
}
