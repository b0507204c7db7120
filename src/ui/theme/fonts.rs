//! The faces of the window: each style a family of its own, with the same signs after it.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

const SCREEN: [(&str, &[u8]); 4] = [
    ("regular", include_bytes!("../../../fonts/NotoSans-Regular.ttf")),
    ("bold", include_bytes!("../../../fonts/NotoSans-Bold.ttf")),
    ("italic", include_bytes!("../../../fonts/NotoSans-Italic.ttf")),
    ("bold italic", include_bytes!("../../../fonts/NotoSans-BoldItalic.ttf")),
];

const PAPER: [(&str, &[u8]); 4] = [
    ("paper", include_bytes!("../../../fonts/LiberationSerif-Regular.ttf")),
    ("paper bold", include_bytes!("../../../fonts/LiberationSerif-Bold.ttf")),
    ("paper italic", include_bytes!("../../../fonts/LiberationSerif-Italic.ttf")),
    ("paper bold italic", include_bytes!("../../../fonts/LiberationSerif-BoldItalic.ttf")),
];

/// The faces, for [`egui::Context::set_fonts`].
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in SCREEN.into_iter().chain(PAPER) {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    for (name, _) in SCREEN.into_iter().chain(PAPER) {
        let mut faces = vec![name.to_owned()];
        if name != "regular" {
            faces.push("regular".to_owned());
        }
        fonts.families.insert(FontFamily::Name(name.into()), faces);
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["regular".to_owned()]);
    }
    fonts
}
