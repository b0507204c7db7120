//! From a plan straight to the bytes that are printed.

use crate::document::{plan_book, plan_document, timeline_document};
use crate::layout::{Faces, lay_out};
use crate::plan::{Dossier, Form, Plan};

use super::{ExportError, docx, pdf, xlsx};

/// The plan on paper, in its form.
///
/// # Errors
/// As [`pdf()`].
pub fn plan_pdf(
    dossier: &Dossier,
    plan: &Plan,
    form: &Form,
    faces: &Faces,
) -> Result<Vec<u8>, ExportError> {
    // The document is gone before the file is packed: both at once would be most of the
    // memory an export takes.
    let pages = lay_out(&plan_document(dossier, plan, form), faces);
    pdf(&pages, faces)
}

/// The plan as a Word file, in its form, with its appendix where it has one.
///
/// # Errors
/// As [`docx()`].
pub fn plan_docx(
    dossier: &Dossier,
    plan: &Plan,
    form: &Form,
    faces: &Faces,
) -> Result<Vec<u8>, ExportError> {
    let document = plan_document(dossier, plan, form);
    docx(&document, &lay_out(&document, faces))
}

/// The plan as an Excel file, in its form.
///
/// # Errors
/// As [`xlsx()`].
pub fn plan_xlsx(
    dossier: &Dossier,
    plan: &Plan,
    form: &Form,
    faces: &Faces,
) -> Result<Vec<u8>, ExportError> {
    xlsx(&plan_book(dossier, plan, form), faces)
}

/// The plan's timeline on paper, a document of its own.
///
/// # Errors
/// As [`pdf()`].
pub fn timeline_pdf(dossier: &Dossier, plan: &Plan, faces: &Faces) -> Result<Vec<u8>, ExportError> {
    let pages = lay_out(&timeline_document(dossier, plan), faces);
    pdf(&pages, faces)
}
