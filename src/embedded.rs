//! Fonts, forms, catalogues and the sample, inside the program.
//!
//! Fonts and texts are packed by `build.rs` and unpacked once, when they are first asked for. Names no type of the domain: `library` reads the texts.

use std::io::Read as _;
use std::sync::OnceLock;

use flate2::read::DeflateDecoder;

/// A file packed by `build.rs`.
struct Packed {
    bytes: &'static [u8],
    whole: OnceLock<Vec<u8>>,
}

impl Packed {
    const fn new(bytes: &'static [u8]) -> Self {
        Self { bytes, whole: OnceLock::new() }
    }

    /// The file as it was; empty only where the program itself is broken.
    fn whole(&'static self) -> &'static [u8] {
        self.whole.get_or_init(|| {
            let mut whole = Vec::new();
            match DeflateDecoder::new(self.bytes).read_to_end(&mut whole) {
                Ok(_) => whole,
                Err(_) => Vec::new(),
            }
        })
    }

    fn text(&'static self) -> &'static str {
        std::str::from_utf8(self.whole()).unwrap_or_default()
    }
}

macro_rules! packed {
    ($name:literal) => {
        Packed::new(include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".z")))
    };
}

static FORMS: [Packed; 6] = [
    packed!("table-2018.json"),
    packed!("narrative.json"),
    packed!("form-2-2026.json"),
    packed!("minutes.json"),
    packed!("report.json"),
    packed!("supplement.json"),
];

static CATALOGUES: [Packed; 9] = [
    packed!("tt57-2026-preschool.json"),
    packed!("tt57-2026-general.json"),
    packed!("tt57-2026-continuing.json"),
    packed!("tt19-2018-preschool-amended-2024.json"),
    packed!("tt17-2018-primary-amended-2024.json"),
    packed!("tt18-2018-secondary-amended-2024.json"),
    packed!("tt19-2018-preschool.json"),
    packed!("tt17-2018-primary.json"),
    packed!("tt18-2018-secondary.json"),
];

static SAMPLE: Packed = packed!("sample.json");

static SAMPLE_YEAR: Packed = packed!("sample-year.json");

static CORRESPONDENCES: Packed = packed!("correspondences.json");

static REFERENCE: Packed = packed!("reference.json");

static PAPER_FACES: [Packed; 4] = [
    packed!("LiberationSerif-Regular.ttf"),
    packed!("LiberationSerif-Bold.ttf"),
    packed!("LiberationSerif-Italic.ttf"),
    packed!("LiberationSerif-BoldItalic.ttf"),
];

static SCREEN_FACES: [Packed; 4] = [
    packed!("NotoSans-Regular.ttf"),
    packed!("NotoSans-Bold.ttf"),
    packed!("NotoSans-Italic.ttf"),
    packed!("NotoSans-BoldItalic.ttf"),
];

static SCREEN_REST: Packed = packed!("NotoSans-Rest.ttf");

/// The forms, as JSON.
#[must_use]
pub fn forms() -> [&'static str; 6] {
    FORMS.each_ref().map(Packed::text)
}

/// The catalogues, as JSON, the newest circulars first.
#[must_use]
pub fn catalogues() -> [&'static str; 9] {
    CATALOGUES.each_ref().map(Packed::text)
}

/// The sample dossier of an invented school, as the JSON of format 3.
#[must_use]
pub fn sample() -> &'static str {
    SAMPLE.text()
}

/// What happened in a year of the sample, as JSON.
#[must_use]
pub fn sample_year() -> &'static str {
    SAMPLE_YEAR.text()
}

/// Which criteria of the catalogues of 2026 answer to those of 2018, as JSON.
#[must_use]
pub fn correspondences() -> &'static str {
    CORRESPONDENCES.text()
}

/// What a check looks up, as JSON: texts no longer in force, units that are gone, words.
#[must_use]
pub fn reference() -> &'static str {
    REFERENCE.text()
}

/// The four faces of the paper, in the order regular, bold, italic, bold italic.
#[must_use]
pub fn paper_faces() -> [&'static [u8]; 4] {
    PAPER_FACES.each_ref().map(Packed::whole)
}

/// One of [`paper_faces`]; empty for an index beyond them.
#[must_use]
pub fn paper_face(index: usize) -> &'static [u8] {
    PAPER_FACES.get(index).map_or(&[], Packed::whole)
}

/// For the screen: the letters of other scripts (Greek, Cyrillic, phonetic), upright only.
#[must_use]
pub fn screen_rest() -> &'static [u8] {
    SCREEN_REST.whole()
}

/// The four faces of the screen, in the order regular, bold, italic, bold italic: Latin,
/// Vietnamese and the signs in use.
#[must_use]
pub fn screen_faces() -> [&'static [u8]; 4] {
    SCREEN_FACES.each_ref().map(Packed::whole)
}

/// For the screen: the signs Noto Sans lacks (≥ ≤ → √ ☐ ☑ ✓ and a few more), to stand
/// after the other faces in every family.
pub static SCREEN_SIGNS: &[u8] = include_bytes!("../fonts/SymbolsFallback.ttf");

/// The icon of the window, 64 pixels square.
pub static ICON_PNG: &[u8] = include_bytes!("../assets/icon/caitien-64.png");
