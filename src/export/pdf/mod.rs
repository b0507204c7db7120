//! Pages as PDF/A-2a and PDF/UA-1: printpdf writes the frame of pages and fonts, lopdf puts
//! right what is left out; the contents of each page, the tree by which they are heard and the
//! file itself are written here.
//!
//! Invariant: text copied from the PDF is the text of the pages, exact and NFC; nothing
//! in the file depends on the clock, on chance or on the order of a hash table.

mod content;
mod file;
mod fingerprint;
mod fix;
mod fonts;
mod outline;
mod packer;
mod tags;
mod xmp;

use lopdf::Document;
use printpdf::{
    FontId, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, Rect, TextItem,
};

use file::FileWriter;
use packer::Packer;
use tags::Tree;

use super::ExportError;
use crate::layout::{Faces, Pages};

/// Writes pages as one tagged PDF/A-2a file, with the faces that layout measured with.
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
    let mut packer = Packer::new();
    let ids = fix::page_ids(&document)?;
    let marks = fix::fix(&mut document, pages, &ids, &faces, &mut packer)?;
    let tree = Tree::new(document.max_id + 1, ids, &pages.structure);
    let catalog = document.catalog_mut().map_err(|error| ExportError::Pdf(error.to_string()))?;
    catalog.set("StructTreeRoot", tree.root());
    for object in document.objects.values_mut() {
        packer.deflate(object)?;
    }
    let mut file = FileWriter::new(&document, tree.next(), &mut packer)?;
    tree.write(&marks, &mut file)?;
    file.finish(&document.trailer)
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
