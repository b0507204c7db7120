//! The four faces of the paper: which characters they have and how wide each one is.

use std::borrow::Cow;

use super::FaceId;

/// Characters below this are looked up in an array: Latin, Vietnamese, punctuation, arrows.
const DIRECT: usize = 0x3000;

/// No glyph: no advance is as wide.
const MISSING: u16 = u16::MAX;

/// The faces of the paper, read from bytes handed in.
///
/// Advances are whole thousandths of an em, cut and not rounded: the very numbers that are
/// written into the PDF, so that what is measured is what is printed.
#[derive(Clone, Debug)]
pub struct Faces {
    faces: Box<[Face; 4]>,
}

/// One of them, with how far each of its characters moves the pen.
#[derive(Clone, Debug)]
pub(super) struct Face {
    bytes: Cow<'static, [u8]>,
    direct: Box<[u16]>,
    others: Vec<(char, u16)>,
}

/// A face that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaceError {
    /// Which of the four.
    pub face: FaceId,
    /// What it lacks.
    pub kind: FaceErrorKind,
}

/// Why a face cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaceErrorKind {
    /// The bytes are no TrueType font.
    NotAFont,
    /// It has no table from characters to glyphs.
    NoCharacterMap,
}

impl FaceId {
    /// All four, in the order in which [`Faces::new`] takes them.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];

    /// The face of a style.
    #[must_use]
    pub const fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }
}

impl Faces {
    /// Reads the faces: regular, bold, italic, bold italic.
    ///
    /// # Errors
    /// The first face whose bytes cannot be used.
    pub fn new<B: Into<Cow<'static, [u8]>>>(bytes: [B; 4]) -> Result<Self, FaceError> {
        let [regular, bold, italic, bold_italic] = bytes;
        let read =
            |bytes: B, id| Face::new(bytes.into()).map_err(|kind| FaceError { face: id, kind });
        Ok(Self {
            faces: Box::new([
                read(regular, FaceId::Regular)?,
                read(bold, FaceId::Bold)?,
                read(italic, FaceId::Italic)?,
                read(bold_italic, FaceId::BoldItalic)?,
            ]),
        })
    }

    /// The font file of a face, as it was handed in: export embeds a subset of it.
    #[must_use]
    pub fn bytes(&self, face: FaceId) -> &[u8] {
        &self.face(face).bytes
    }

    /// Whether a face has a glyph for a character.
    #[must_use]
    pub fn has(&self, face: FaceId, character: char) -> bool {
        self.advance(face, character).is_some()
    }

    /// How far a character moves the pen, in thousandths of an em; none: no glyph.
    #[inline]
    #[must_use]
    pub fn advance(&self, face: FaceId, character: char) -> Option<u32> {
        self.face(face).advance(character)
    }

    /// The width of words, in thousandths of an em; missing characters count nothing.
    #[must_use]
    pub fn measure(&self, face: FaceId, text: &str) -> u32 {
        text.chars().filter_map(|c| self.advance(face, c)).sum()
    }

    /// Where marks that combine with a letter stand: for each how far right of the letter's left
    /// edge and how far up, in thousandths of an em. None where the face lacks one of them.
    #[must_use]
    pub fn place_marks(&self, face: FaceId, letter: char, marks: &str) -> Option<Vec<(i32, i32)>> {
        let face = ttf_parser::Face::parse(self.bytes(face), 0).ok()?;
        let units = i32::from(face.units_per_em()).max(1);
        let outline = |c: char| face.glyph_bounding_box(face.glyph_index(c)?);
        let bare = match letter {
            'ư' => 'u',
            'ơ' => 'o',
            'Ư' => 'U',
            'Ơ' => 'O',
            letter => letter,
        };
        let letter = outline(letter)?;
        // The marks of a face are drawn over and under a small letter.
        let small = outline('x')?;
        // Beside a horn they stand over the letter alone.
        let body = outline(bare)?;
        let middle = i32::from(body.x_min) + i32::from(body.x_max);
        let (mut top, mut bottom) = (i32::from(letter.y_max), i32::from(letter.y_min.min(0)));
        let mut places = Vec::new();
        for mark in marks.chars() {
            let mark = outline(mark)?;
            let right = (middle - i32::from(mark.x_min) - i32::from(mark.x_max)) / 2;
            let up = if mark.y_min >= small.y_max {
                let up = top - i32::from(small.y_max);
                top += i32::from(mark.y_max - small.y_max);
                up
            } else if mark.y_max <= small.y_min.max(0) + 20 {
                let up = bottom;
                bottom += i32::from(mark.y_min);
                up
            } else {
                0
            };
            // Many marks on one letter do not climb into other lines.
            places.push((right * 1000 / units, (up * 1000 / units).clamp(-300, 500)));
        }
        Some(places)
    }

    #[inline]
    pub(super) fn face(&self, face: FaceId) -> &Face {
        let [regular, bold, italic, bold_italic] = &*self.faces;
        match face {
            FaceId::Regular => regular,
            FaceId::Bold => bold,
            FaceId::Italic => italic,
            FaceId::BoldItalic => bold_italic,
        }
    }
}

impl Face {
    /// How far a character moves the pen, in thousandths of an em; none: no glyph.
    #[inline]
    pub(super) fn advance(&self, character: char) -> Option<u32> {
        let code = character as usize;
        let advance = if code < DIRECT {
            self.direct.get(code).copied().unwrap_or(MISSING)
        } else {
            self.others
                .binary_search_by_key(&character, |&(c, _)| c)
                .ok()
                .and_then(|at| self.others.get(at))
                .map_or(MISSING, |&(_, advance)| advance)
        };
        (advance != MISSING).then_some(u32::from(advance))
    }

    fn new(bytes: Cow<'static, [u8]>) -> Result<Self, FaceErrorKind> {
        let face = ttf_parser::Face::parse(&bytes, 0).map_err(|_| FaceErrorKind::NotAFont)?;
        let cmap = face.tables().cmap.ok_or(FaceErrorKind::NoCharacterMap)?;
        let units = u32::from(face.units_per_em()).max(1);
        let mut direct = vec![MISSING; DIRECT].into_boxed_slice();
        let mut others = Vec::new();
        for subtable in cmap.subtables.into_iter().filter(ttf_parser::cmap::Subtable::is_unicode) {
            subtable.codepoints(|code| {
                let Some(character) = char::from_u32(code) else { return };
                let Some(glyph) = face.glyph_index(character).filter(|glyph| glyph.0 != 0) else {
                    return;
                };
                let advance = u32::from(face.glyph_hor_advance(glyph).unwrap_or(0)) * 1000 / units;
                let advance = u16::try_from(advance).unwrap_or(MISSING - 1).min(MISSING - 1);
                match direct.get_mut(code as usize) {
                    Some(slot) => *slot = advance,
                    None => others.push((character, advance)),
                }
            });
        }
        others.sort_unstable();
        others.dedup_by_key(|&mut (character, _)| character);
        Ok(Self { bytes, direct, others })
    }
}
