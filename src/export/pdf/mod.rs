//! Pages as PDF/A-2b: printpdf writes the pages, lopdf puts right what it leaves out.
//!
//! Invariant: text copied from the PDF is the text of the pages, exact and NFC; nothing
//! in the file depends on the clock, on chance or on the order of a hash table.

mod content;
mod fix;
mod fonts;
mod outline;
mod xmp;

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object};
use printpdf::{PdfDocument, PdfSaveOptions};

use super::ExportError;
use crate::layout::{FaceId, Pages};

/// Deflate's effort: 8 % more bytes than the utmost for a third less time.
const EFFORT: u32 = 4;

/// The font files of the four faces, the same bytes that layout measured with.
#[derive(Clone, Copy, Debug)]
pub struct FaceFiles<'a> {
    /// Regular.
    pub regular: &'a [u8],
    /// Bold.
    pub bold: &'a [u8],
    /// Italic.
    pub italic: &'a [u8],
    /// Bold italic.
    pub bold_italic: &'a [u8],
}

impl<'a> FaceFiles<'a> {
    /// The file of one face.
    #[must_use]
    pub fn get(&self, face: FaceId) -> &'a [u8] {
        match face {
            FaceId::Regular => self.regular,
            FaceId::Bold => self.bold,
            FaceId::Italic => self.italic,
            FaceId::BoldItalic => self.bold_italic,
        }
    }
}

/// Writes pages as one PDF/A-2b file.
///
/// # Errors
/// [`ExportError::Empty`] without a page, [`ExportError::Font`] where a font file is
/// damaged, [`ExportError::Pdf`] where the file cannot be put together.
pub fn pdf(pages: &Pages, files: &FaceFiles<'_>) -> Result<Vec<u8>, ExportError> {
    if pages.pages.is_empty() {
        return Err(ExportError::Empty);
    }
    let faces = fonts::embed(pages, files)?;
    let mut document = write_pages(pages, &faces);
    for object in document.objects.values_mut() {
        deflate(object).map_err(|error| ExportError::Pdf(error.to_string()))?;
    }
    fix::fix(&mut document, pages, &faces)?;
    fix::save(&mut document)
}

/// The pages as printpdf writes them, its own copy of them gone before lopdf's is packed.
fn write_pages(pages: &Pages, faces: &[fonts::EmbeddedFace]) -> Document {
    let mut draft = PdfDocument::new("");
    for face in faces {
        let font = printpdf::PdfFont::new(face.parsed.clone());
        draft.resources.fonts.map.insert(fonts::resource(face.id), font);
    }
    draft.pages = pages.pages.iter().map(content::page).collect();
    draft.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new())
}

/// Packs a stream that is not packed yet.
fn deflate(object: &mut Object) -> std::io::Result<()> {
    let Object::Stream(stream) = object else { return Ok(()) };
    if stream.dict.has(b"Filter") {
        return Ok(());
    }
    let packed = Vec::with_capacity(stream.content.len() / 3);
    let mut encoder = ZlibEncoder::new(packed, Compression::new(EFFORT));
    encoder.write_all(&stream.content)?;
    let mut packed = encoder.finish()?;
    packed.shrink_to_fit();
    stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    stream.set_content(packed);
    Ok(())
}
