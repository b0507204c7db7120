//! The faces of the window: each style a family of its own, with the same signs after it.
//!
//! Those of the paper, and letters that Vietnamese does not need, are read when a text first
//! asks for them.

use std::sync::Arc;

use egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

use crate::embedded;

const SCREEN: [&str; 4] = ["regular", "bold", "italic", "bold italic"];
const PAPER: [&str; 4] = ["paper", "paper bold", "paper italic", "paper bold italic"];
const SIGNS: &str = "signs";

/// Gives the window its faces.
pub fn set(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
    ctx.set_font_providers(vec![
        Arc::new(OfPaper),
        Arc::new(|_: &FallbackRequest<'_>| Some(insert("rest", embedded::screen_rest()))),
        Arc::new(|_: &FallbackRequest<'_>| Some(insert(PAPER[0], embedded::paper_face(0)))),
    ]);
}

/// The faces that every window needs.
fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let screen = SCREEN.into_iter().zip(embedded::screen_faces());
    for (name, bytes) in screen.chain(std::iter::once((SIGNS, embedded::SCREEN_SIGNS))) {
        fonts.font_data.insert(name.to_owned(), Arc::new(face(bytes)));
    }
    let family = |first: &str| {
        let mut faces = vec![first.to_owned(), "regular".to_owned(), SIGNS.to_owned()];
        faces.dedup();
        faces
    };
    for name in SCREEN {
        fonts.families.insert(FontFamily::Name(name.into()), family(name));
    }
    for every in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(every, family("regular"));
    }
    fonts
}

fn face(bytes: &'static [u8]) -> FontData {
    // Fitting letters to pixels runs a program for each of them: a quarter of the time to
    // the first frame, for stems hardly crisper and marks pressed closer to their letters.
    FontData::from_static(bytes).tweak(FontTweak { hinting: Some(false), ..FontTweak::default() })
}

fn insert(name: &str, bytes: &'static [u8]) -> FontInsert {
    FontInsert { name: name.to_owned(), data: face(bytes), families: Vec::new() }
}

/// The families of the paper, each read with the first word set in it.
struct OfPaper;

impl FontProvider for OfPaper {
    fn fonts_for_family(&self, family: &FontFamily) -> Vec<FontInsert> {
        let FontFamily::Name(name) = family else { return Vec::new() };
        let Some(index) = PAPER.iter().position(|paper| **paper == **name) else {
            return Vec::new();
        };
        vec![
            insert(PAPER[index], embedded::paper_face(index)),
            insert(SCREEN[0], embedded::screen_faces()[0]),
            insert(SIGNS, embedded::SCREEN_SIGNS),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_other_scripts_are_drawn_and_paper_has_its_own_faces() {
        let ctx = egui::Context::default();
        set(&ctx);
        let advance = |family: FontFamily, text: &str| {
            let mut found = (false, 0.0);
            let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
                let font = egui::FontId::new(20.0, family.clone());
                ui.ctx().fonts_mut(|fonts| {
                    found.0 = fonts.has_glyphs(&font, text);
                    let color = egui::Color32::BLACK;
                    found.1 = fonts.layout_no_wrap(text.to_owned(), font, color).size().x;
                });
            });
            output.textures_delta.clear();
            found
        };
        for text in ["Kế hoạch ₫", "αΩπ", "Жж", "≥ ☑"] {
            assert!(advance(FontFamily::Proportional, text).0, "{text}");
        }
        let paper = advance(FontFamily::Name("paper bold".into()), "Kế hoạch");
        let screen = advance(FontFamily::Name("bold".into()), "Kế hoạch");
        assert!(paper.0 && (paper.1 - screen.1).abs() > 1.0, "{paper:?} {screen:?}");
    }
}
