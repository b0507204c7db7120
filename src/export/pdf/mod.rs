//! Pages as PDF/A-2b: printpdf writes the frame of pages and fonts, the contents of each
//! page are written here, and lopdf puts right what is left out.
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
use lopdf::{Dictionary, Document, Object, Stream};
use printpdf::{
    FontId, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, Rect, TextItem,
};

use super::ExportError;
use crate::layout::{Faces, Pages};

/// Deflate's effort: 8 % more bytes than the utmost for a third less time.
const EFFORT: u32 = 4;

/// Writes pages as one PDF/A-2b file, with the faces that layout measured with.
///
/// # Errors
/// [`ExportError::Empty`] without a page, [`ExportError::Font`] where a font file is
/// damaged, [`ExportError::Pdf`] where the file cannot be put together.
pub fn pdf(pages: &Pages, faces: &Faces) -> Result<Vec<u8>, ExportError> {
    if pages.pages.is_empty() {
        return Err(ExportError::Empty);
    }
    let faces = fonts::embed(pages, faces)?;
    let mut document = frame(pages, &faces);
    fix::fix(&mut document, pages, &faces)?;
    for object in document.objects.values_mut() {
        deflate(object)?;
    }
    fix::save(&mut document)
}

/// The document as printpdf writes it: pages of the right size, and the fonts with their
/// widths and the way back from codes to letters.
///
/// The first page names every letter in use, which is how printpdf learns what to embed;
/// [`fix::fix`] puts the real contents in its place. Handed the pages themselves, it
/// would hold some 600 bytes for each piece of text: 250 MB for 5,000 rows.
fn frame(pages: &Pages, faces: &[fonts::EmbeddedFace]) -> Document {
    let mut draft = PdfDocument::new("");
    let mut letters = vec![Op::StartTextSection];
    for face in faces {
        let id = FontId(face.resource().to_owned());
        let font = PdfFontHandle::External(id.clone());
        letters.push(Op::SetFont { font, size: Pt(1.0) });
        letters.push(Op::ShowText { items: vec![TextItem::Text(face.letters.clone())] });
        draft.resources.fonts.map.insert(id, PdfFont::new(face.parsed.clone()));
    }
    letters.push(Op::EndTextSection);
    draft.pages = pages
        .pages
        .iter()
        .map(|page| {
            let round = |length: f32| Pt((length * 100.0).round() / 100.0);
            let paper = Rect::from_wh(round(page.width), round(page.height));
            PdfPage {
                media_box: paper.clone(),
                trim_box: paper.clone(),
                crop_box: paper,
                ops: std::mem::take(&mut letters),
            }
        })
        .collect();
    draft.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new())
}

/// Packs a stream that is not packed yet and may be.
fn deflate(object: &mut Object) -> Result<(), ExportError> {
    if let Object::Stream(stream) = object
        && stream.allows_compression
        && !stream.dict.has(b"Filter")
    {
        let packed = pack(&stream.content)?;
        stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        stream.set_content(packed.content);
    }
    Ok(())
}

/// A stream of these bytes, packed.
fn pack(bytes: &[u8]) -> Result<Stream, ExportError> {
    let packed = Vec::with_capacity(bytes.len() / 3);
    let mut encoder = ZlibEncoder::new(packed, Compression::new(EFFORT));
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    let mut packed = packed.map_err(|error| ExportError::Pdf(error.to_string()))?;
    packed.shrink_to_fit();
    let mut dictionary = Dictionary::new();
    dictionary.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    Ok(Stream::new(dictionary, packed))
}
