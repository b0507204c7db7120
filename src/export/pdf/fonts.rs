//! The faces in use, cut down to the letters in use.
//!
//! Each letter has a code of its own, so that two letters that share a glyph in the font
//! (as Đ and Ð do in some) are still told apart when text is copied.

use std::collections::BTreeMap;

use printpdf::{FontMetrics, ParsedFont, PdfFontMetricsStub};
use subsetter::GlyphRemapper;
use ttf_parser::{Face, GlyphId, name_id};

use super::fingerprint::Fingerprint;
use crate::export::ExportError;
use crate::layout::{FaceId, Faces, PageItem, Pages};

/// A face as the PDF holds it.
pub(super) struct EmbeddedFace {
    /// Which one.
    pub id: FaceId,
    /// Its letters, codes and advances, and the smaller font file.
    pub parsed: ParsedFont,
    /// Its letters in use, in the order of their codes.
    pub letters: String,
    /// Its name with the mark of a part of a font: "ABCDEF+LiberationSerif".
    pub name: String,
    /// Height of capitals, thousandths of an em.
    pub cap_height: i64,
    /// Glyph of each code, from code 0, where it is not the code itself.
    pub glyph_of_code: Option<Vec<u16>>,
    /// Letters that have to be told: the face lacks them and they are drawn, or their codes are
    /// for private use and mean nothing elsewhere.
    pub told: Vec<char>,
    /// Code of each letter, by code point.
    codes: Vec<u16>,
}

impl EmbeddedFace {
    /// Its name among the resources of a page.
    pub fn resource(&self) -> &'static str {
        resource(self.id)
    }

    /// The code of a letter; 0 for one that is not in use.
    pub fn code(&self, letter: char) -> u16 {
        self.codes.get(u32::from(letter) as usize).copied().unwrap_or(0)
    }
}

/// Not F1 to F14: those are the fonts every reader has.
fn resource(face: FaceId) -> &'static str {
    match face {
        FaceId::Regular => "R",
        FaceId::Bold => "B",
        FaceId::Italic => "I",
        FaceId::BoldItalic => "Z",
    }
}

/// The faces that the pages use, in the order of [`FaceId`].
pub(super) fn embed(pages: &Pages, files: &Faces) -> Result<Vec<EmbeddedFace>, ExportError> {
    let mut letters = FaceId::ALL.map(|_| Letters::default());
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        if let PageItem::Text(text) = item {
            let letters = &mut letters[text.face as usize];
            letters.add(&text.text);
            if text.space_behind {
                letters.add(" ");
            }
        }
    }
    FaceId::ALL
        .into_iter()
        .zip(&letters)
        .filter(|(_, letters)| !letters.seen.is_empty())
        .map(|(id, letters)| {
            embed_face(id, &letters.all(), files.bytes(id)).ok_or(ExportError::Font(id))
        })
        .collect()
}

/// A set of letters, quick to add to: a mark for each code point up to the highest seen.
#[derive(Default)]
struct Letters {
    seen: Vec<bool>,
}

impl Letters {
    fn add(&mut self, text: &str) {
        for letter in text.chars() {
            let at = u32::from(letter) as usize;
            if self.seen.len() <= at {
                self.seen.resize(at + 1, false);
            }
            self.seen[at] = true;
        }
    }

    fn all(&self) -> Vec<char> {
        let seen = self.seen.iter().enumerate().filter(|(_, seen)| **seen);
        seen.filter_map(|(at, _)| char::from_u32(at as u32)).collect()
    }
}

fn embed_face(id: FaceId, letters: &[char], file: &[u8]) -> Option<EmbeddedFace> {
    let face = Face::parse(file, 0).ok()?;
    let mut kept = GlyphRemapper::new();
    let mut code_of_letter = BTreeMap::new();
    let mut advances = BTreeMap::new();
    let mut glyph_of_code = vec![0];
    let mut told = Vec::new();
    let mut codes = vec![0; letters.last().map_or(0, |&last| u32::from(last) as usize + 1)];
    for &letter in letters {
        // What the face lacks is drawn as lines; its text is carried by a glyph without a mark,
        // for PDF/A forbids .notdef.
        let own = glyph_of(&face, letter);
        if own.is_none() || is_private(letter) {
            told.push(letter);
        }
        let Some(glyph) = own.or_else(|| glyph_of(&face, ' ')) else { continue };
        let code = u16::try_from(glyph_of_code.len()).ok()?;
        glyph_of_code.push(kept.remap(glyph.0));
        code_of_letter.insert(u32::from(letter), code);
        codes[u32::from(letter) as usize] = code;
        advances.insert(code, face.glyph_hor_advance(glyph).unwrap_or(0));
    }
    let file = subsetter::subset(file, 0, &kept).ok()?;
    let name = format!("{}+{}", tag(id, letters), postscript_name(&face));
    let mut parsed = ParsedFont::with_glyph_data(
        file,
        0,
        Some(name.clone()),
        code_of_letter,
        advances,
        face.units_per_em(),
        FontMetrics { ascent: face.ascender(), descent: face.descender() },
    );
    let bounds = face.global_bounding_box();
    let (rise, run) = if face.is_italic() { caret_slope(&face) } else { (1, 0) };
    parsed.pdf_font_metrics = PdfFontMetricsStub {
        units_per_em: face.units_per_em(),
        x_min: bounds.x_min,
        y_min: bounds.y_min,
        x_max: bounds.x_max,
        y_max: bounds.y_max,
        caret_slope_rise: rise,
        caret_slope_run: run,
        us_weight_class: face.weight().to_number(),
    };
    let capitals = face.capital_height().unwrap_or_else(|| face.ascender());
    let is_identity =
        glyph_of_code.iter().enumerate().all(|(code, &glyph)| code == usize::from(glyph));
    Some(EmbeddedFace {
        id,
        parsed,
        letters: letters.iter().collect(),
        codes,
        told,
        name,
        cap_height: i64::from(capitals) * 1000 / i64::from(face.units_per_em().max(1)),
        glyph_of_code: (!is_identity).then_some(glyph_of_code),
    })
}

fn is_private(letter: char) -> bool {
    matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

fn glyph_of(face: &Face<'_>, letter: char) -> Option<GlyphId> {
    face.glyph_index(letter).filter(|glyph| glyph.0 != 0)
}

fn postscript_name(face: &Face<'_>) -> String {
    let name = face
        .names()
        .into_iter()
        .filter(|name| name.name_id == name_id::POST_SCRIPT_NAME)
        .find_map(|name| name.to_string());
    name.filter(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_graphic()))
        .unwrap_or_else(|| "Font".to_owned())
}

/// The slope of the caret as rise and run, from the `hhea` table.
fn caret_slope(face: &Face<'_>) -> (i16, i16) {
    let table = face.raw_face().table(ttf_parser::Tag::from_bytes(b"hhea")).unwrap_or_default();
    let number = |at: usize| {
        let bytes = table.get(at..at + 2)?;
        Some(i16::from_be_bytes([*bytes.first()?, *bytes.get(1)?]))
    };
    match (number(18), number(20)) {
        (Some(rise), Some(run)) if rise != 0 => (rise, run),
        _ => (1, 0),
    }
}

/// Six capitals that say which part of the face this is.
fn tag(id: FaceId, letters: &[char]) -> String {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(resource(id).as_bytes());
    for &letter in letters {
        fingerprint.add(&u32::from(letter).to_be_bytes());
    }
    fingerprint.bytes().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
