//! A document as a Word file, from the same blocks as the PDF and with the widths that layout
//! measured for it; Word makes the pages itself.
//!
//! Invariant: the same document gives the same bytes on every machine, at every hour. Numbers
//! are words, as they are on paper: Word's own lists have no "đ)".

mod body;
mod chart;
mod foot;
mod head;
mod paragraph;
mod parts;
mod styles;
mod table;
mod timeline;

use super::ExportError;
use crate::document::Document;
use crate::layout::Pages;
use crate::ooxml::{Package, PackageError};

/// Writes a document as a Word file; `pages` is what layout made of it.
///
/// # Errors
/// [`ExportError::Docx`] where the parts cannot be packed.
pub fn docx(document: &Document, pages: &Pages) -> Result<Vec<u8>, ExportError> {
    pack(document, pages).map_err(|error| ExportError::Docx(error.to_string()))
}

fn pack(document: &Document, pages: &Pages) -> Result<Vec<u8>, PackageError> {
    let mut package = Package::new();
    package.add("[Content_Types].xml", &parts::content_types())?;
    package.add("_rels/.rels", &parts::package_links())?;
    package.add("docProps/app.xml", &parts::program())?;
    package.add("docProps/core.xml", &parts::facts(&document.title, &document.author))?;
    package.add("word/document.xml", &body::document(document, pages))?;
    package.add("word/_rels/document.xml.rels", &parts::document_links())?;
    package.add("word/styles.xml", &styles::styles(&pages.measures, &document.page))?;
    package.add("word/settings.xml", &parts::settings())?;
    package.add("word/header1.xml", &parts::header())?;
    package.finish()
}

/// Points as twips (1/20 pt), in which Word measures.
fn twips(points: f32) -> i32 {
    (points * 20.0).round() as i32
}
