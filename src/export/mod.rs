//! Pages to bytes: PDF, pictures of its pages, Word files; sheets to Excel files; and the names
//! of the files.
//!
//! Invariant: the same pages and font files give the same PDF bytes on every machine and
//! at every hour. Export measures nothing and decides nothing: what stands where is said
//! by [`crate::layout::Pages`].

pub mod clipboard;
mod docx;
mod ics;
mod json;
mod name;
mod paper;
mod pdf;
mod png;
mod raster;
mod xlsx;

pub use docx::docx;
pub use ics::ics;
pub use json::{json, json_of_plan};
pub use name::{
    collection_file_name, draft_file_name, excel_file_name, file_name, sheet_file_name,
    timeline_file_name, word_file_name,
};
pub use paper::{plan_docx, plan_pdf, plan_xlsx, timeline_pdf};
pub use pdf::pdf;
pub use png::png_page;
pub use raster::{Pixmap, Preview, Renderer};
pub use xlsx::xlsx;

use crate::layout::FaceId;

/// Why bytes could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// There is no page to write.
    Empty,
    /// The font file of this face cannot be read or made smaller.
    Font(FaceId),
    /// The PDF could not be put together; the fact is for a developer.
    Pdf(String),
    /// The Word file could not be packed; the fact is for a developer.
    Docx(String),
    /// The Excel file could not be put together; the fact is for a developer.
    Xlsx(String),
    /// The PDF could not be read back to draw it.
    Unreadable,
    /// This page, from 0, is not in the PDF or is too large to draw at this scale.
    Page(usize),
    /// The picture could not be packed; the fact is for a developer.
    Png(String),
    /// The dossier could not be written as JSON; the fact is for a developer.
    Json(String),
}
