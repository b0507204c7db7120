//! Fonts, forms, catalogues and the sample, as bytes inside the program.
//!
//! Statics, not constants: each of them is in the program once, whoever reads it.
//! Names no type of the domain: the texts are read by `plan::Forms::from_json`,
//! `plan::Catalogue::from_json` and `plan::Dossier::from_json`.

/// The forms, as JSON, in the order of `plan::FormId::ALL`.
pub static FORMS: [&str; 3] = [
    include_str!("../assets/forms/table-2018.json"),
    include_str!("../assets/forms/narrative.json"),
    include_str!("../assets/forms/form-2-2026.json"),
];

/// The catalogues, as JSON, the newest circulars first.
pub static CATALOGUES: [&str; 9] = [
    include_str!("../assets/catalogues/tt57-2026-preschool.json"),
    include_str!("../assets/catalogues/tt57-2026-general.json"),
    include_str!("../assets/catalogues/tt57-2026-continuing.json"),
    include_str!("../assets/catalogues/tt19-2018-preschool-amended-2024.json"),
    include_str!("../assets/catalogues/tt17-2018-primary-amended-2024.json"),
    include_str!("../assets/catalogues/tt18-2018-secondary-amended-2024.json"),
    include_str!("../assets/catalogues/tt19-2018-preschool.json"),
    include_str!("../assets/catalogues/tt17-2018-primary.json"),
    include_str!("../assets/catalogues/tt18-2018-secondary.json"),
];

/// The sample dossier of an invented school, as the JSON of format 1.
pub static SAMPLE: &str = include_str!("../assets/sample.json");

/// The four faces of the paper, in the order regular, bold, italic, bold italic.
pub static PAPER_FACES: [&[u8]; 4] = [
    include_bytes!("../fonts/LiberationSerif-Regular.ttf"),
    include_bytes!("../fonts/LiberationSerif-Bold.ttf"),
    include_bytes!("../fonts/LiberationSerif-Italic.ttf"),
    include_bytes!("../fonts/LiberationSerif-BoldItalic.ttf"),
];

/// The four faces of the screen, in the order regular, bold, italic, bold italic.
pub static SCREEN_FACES: [&[u8]; 4] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSans-Italic.ttf"),
    include_bytes!("../fonts/NotoSans-BoldItalic.ttf"),
];

/// The icon of the window, 64 pixels square.
pub static ICON_PNG: &[u8] = include_bytes!("../assets/icon/caitien-64.png");

/// For the screen: the signs Noto Sans lacks (≥ ≤ → √ ☐ ☑ ✓ and a few more), to stand
/// after the other faces in every family.
pub static SCREEN_SIGNS: &[u8] = include_bytes!("../fonts/SymbolsFallback.ttf");
