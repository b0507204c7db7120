//! The paper of a plan, made as a job: its PDF, its Word file or its Excel files, and its pages as
//! pixels.
//!
//! Invariant: the pixels are of the very bytes that are exported and printed.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use crate::document::{
    Book, Deadline, Document, Handout, Whom, collection_book, deadlines, document_book, plan_book,
    plan_document,
};
use crate::export::{self, ExportError, Pixmap};
use crate::layout::{self, Hit, PageWords};
use crate::library;
use crate::plan::{Bytes, Dossier, Form, Id, Plan};
use crate::platform::{self, WriteError};
use crate::year::frozen::issued;

/// Which paper: of which plan, at which revision of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The plan.
    pub plan: Id,
    /// The revision of the dossier.
    pub revision: u64,
    /// Of a plan that was given out: its present words, and not the paper as given out.
    pub present: bool,
}

/// A picture of a page: page from 0, width in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Picture {
    /// Page, from 0.
    pub page: usize,
    /// Width, pixels.
    pub width: u32,
}

/// As what a plan is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// Pages as they are signed.
    Pdf,
    /// A Word file, in which Word makes the pages.
    Word,
    /// An Excel file of its tables.
    Excel,
    /// An Excel file that is sent round for someone to fill in.
    Collect(Whom),
    /// A sheet that goes with the plan.
    Handout(Handout, HandoutAs),
    /// The deadlines, for a calendar.
    Calendar,
}

/// As what a sheet that goes with a plan is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandoutAs {
    /// Pages.
    Pdf,
    /// A Word file.
    Word,
    /// An Excel file of its tables.
    Excel,
}

/// What is written into a file.
pub enum Paper {
    /// The very bytes that were given out.
    Issued(Bytes),
    /// A document, as PDF.
    Pdf(Document),
    /// A document, as a Word file.
    Word(Document),
    /// Sheets, as an Excel file.
    Excel(Book),
    /// Deadlines, for a calendar: of what, from which day.
    Calendar(String, Date, Vec<Deadline>),
}

impl PaperKind {
    /// The ending of its files, without the dot.
    #[must_use]
    pub fn extension(&self) -> &'static str {
        match self {
            Self::Pdf | Self::Handout(_, HandoutAs::Pdf) => "pdf",
            Self::Word | Self::Handout(_, HandoutAs::Word) => "docx",
            Self::Excel | Self::Collect(_) | Self::Handout(_, HandoutAs::Excel) => "xlsx",
            Self::Calendar => "ics",
        }
    }

    /// What is written of a plan: of one that was given out, what was given out, unless its
    /// `present` words are wanted, which carry the mark of a draft. Word files and sheets are for
    /// working with and hold the present words always. None where it has nothing of this to tell.
    #[must_use]
    pub fn paper(
        &self,
        dossier: &Dossier,
        plan: &Plan,
        form: &Form,
        present: bool,
    ) -> Option<Paper> {
        let issued = if present { None } else { plan.issued_pdf() };
        Some(match self {
            Self::Pdf => match issued {
                Some(pdf) => Paper::Issued(pdf.clone()),
                None => Paper::Pdf(plan_document(dossier, &unissued(plan), form)),
            },
            Self::Word if present => Paper::Word(plan_document(dossier, &unissued(plan), form)),
            Self::Word => Paper::Word(word_text(dossier, plan, form)),
            Self::Excel if plan.paper.is_plan() => Paper::Excel(plan_book(dossier, plan, form)),
            Self::Excel => {
                Paper::Excel(document_book(&plan_document(dossier, &unissued(plan), form)))
            }
            Self::Collect(whom) => Paper::Excel(collection_book(dossier, plan, form, whom)),
            Self::Handout(sheet, kind) => {
                let document = sheet.document(dossier, plan, form)?;
                match kind {
                    HandoutAs::Pdf => Paper::Pdf(document),
                    HandoutAs::Word => Paper::Word(document),
                    HandoutAs::Excel => Paper::Excel(document_book(&document)),
                }
            }
            Self::Calendar => Paper::Calendar(
                plan.subject.join(" "),
                plan.school_year.plan_start(),
                deadlines(dossier, plan),
            ),
        })
    }
}

/// A plan with the mark of a draft where another text of it was given out: nobody takes the one
/// paper for the other.
fn unissued(plan: &Plan) -> Cow<'_, Plan> {
    if plan.issued.is_none() || plan.options.draft_mark {
        return Cow::Borrowed(plan);
    }
    let mut draft = plan.clone();
    draft.options.draft_mark = true;
    Cow::Owned(draft)
}

/// The words of a plan as a Word file has them, which is corrected and comes back: those of today,
/// with the mark of a draft where they are no longer what was given out.
#[must_use]
pub fn word_text(dossier: &Dossier, plan: &Plan, form: &Form) -> Document {
    let now = plan_document(dossier, plan, form);
    let as_issued = |body: Dossier| {
        let (given, form) = body.plans.first().zip(body.forms.first())?;
        let mut given = Plan::clone(given);
        // The timeline follows what was given out.
        given.options.timeline_appendix = plan.options.timeline_appendix;
        Some(plan_document(&body, &given, form))
    };
    if plan.issued.is_none() || issued(plan).and_then(as_issued).as_ref() == Some(&now) {
        return now;
    }
    plan_document(dossier, &unissued(plan), form)
}

/// What was made of a plan.
pub struct Made {
    /// The PDF.
    pub bytes: Arc<Vec<u8>>,
    /// Width and height of its pages, pt.
    pub sizes: Vec<(f32, f32)>,
    /// So many of them are the plan itself; an appendix follows.
    pub own_pages: usize,
    /// Their words.
    pub words: Arc<PageWords>,
    /// What a person should know of it.
    pub problems: Vec<layout::Problem>,
    /// The same bytes, to be drawn from.
    pub preview: Arc<export::Preview>,
    /// Of what it was made.
    pub edition: Edition,
}

/// All that the making of a paper reads.
pub struct PaperOrder {
    /// The dossier.
    pub dossier: Arc<Dossier>,
    /// The plan.
    pub plan: Arc<Plan>,
    /// Its form.
    pub form: Arc<Form>,
    /// Which paper it will be.
    pub edition: Edition,
    /// The pictures that are wanted with it.
    pub wanted: Vec<Picture>,
}

/// Pages as pixels.
pub type Drawn = Vec<(Picture, Pixmap)>;

/// Why a paper could not be written into a file.
#[derive(Debug)]
pub enum PaperError {
    /// It could not be made.
    Export(ExportError),
    /// Its file could not be written.
    Write(WriteError),
}

impl PaperOrder {
    /// Makes the PDF, or takes the one that was given out, and draws what is wanted of it.
    pub(super) fn make(&self) -> (Result<Made, ExportError>, Drawn) {
        let issued = if self.edition.present { None } else { self.plan.issued_pdf() };
        let made = match issued {
            None => pdf_of(&plan_document(&self.dossier, &unissued(&self.plan), &self.form)),
            Some(pdf) => self.pages_as_issued().map(|pages| (pdf.as_slice().to_vec(), pages)),
        };
        let made = made.and_then(|(bytes, mut pages)| {
            let bytes = Arc::new(bytes);
            let preview = Arc::new(export::Preview::open(Arc::clone(&bytes))?);
            let sizes = (0..preview.page_count())
                .map(|page| preview.page_size(page).unwrap_or((595.0, 842.0)))
                .collect();
            Ok(Made {
                bytes,
                sizes,
                own_pages: pages.appendix.unwrap_or(pages.pages.len()),
                problems: std::mem::take(&mut pages.problems),
                words: Arc::new(PageWords::of(pages)),
                preview,
                edition: self.edition,
            })
        });
        let drawn =
            made.as_ref().map_or_else(|_| Vec::new(), |made| draw(&made.preview, &self.wanted));
        (made, drawn)
    }

    /// Where the words of the paper stand that was given out: the copy beside it is laid out
    /// anew, the PDF itself is left alone.
    fn pages_as_issued(&self) -> Result<layout::Pages, ExportError> {
        let faces = library::faces().map_err(|error| ExportError::Font(error.face))?;
        let body = issued(&self.plan);
        let document = body
            .as_ref()
            .and_then(|body| Some(plan_document(body, body.plans.first()?, body.forms.first()?)));
        Ok(layout::lay_out(&document.unwrap_or_default(), faces))
    }
}

/// The PDF of a document, and its pages.
///
/// # Errors
/// As [`export::pdf`].
pub(super) fn pdf_of(document: &Document) -> Result<(Vec<u8>, layout::Pages), ExportError> {
    let faces = library::faces().map_err(|error| ExportError::Font(error.face))?;
    let pages = layout::lay_out(document, faces);
    let bytes = export::pdf(&pages, faces)?;
    Ok((bytes, pages))
}

fn docx_of(document: &Document) -> Result<Vec<u8>, ExportError> {
    let faces = library::faces().map_err(|error| ExportError::Font(error.face))?;
    export::docx(document, &layout::lay_out(document, faces))
}

fn xlsx_of(book: &Book) -> Result<Vec<u8>, ExportError> {
    let faces = library::faces().map_err(|error| ExportError::Font(error.face))?;
    export::xlsx(book, faces)
}

/// Writes a paper into a file, making its folder.
pub(super) fn write(paper: &Paper, path: &Path) -> Result<(), PaperError> {
    let bytes = match paper {
        Paper::Issued(pdf) => Ok(pdf.as_slice().to_vec()),
        Paper::Pdf(document) => pdf_of(document).map(|(bytes, _)| bytes),
        Paper::Word(document) => docx_of(document),
        Paper::Excel(book) => xlsx_of(book),
        Paper::Calendar(title, from, all) => Ok(export::ics(title, *from, all)),
    };
    let bytes = bytes.map_err(PaperError::Export)?;
    if let Some(folder) = path.parent() {
        // Where it cannot be made, the write says why.
        drop(std::fs::create_dir_all(folder));
    }
    platform::atomic_write(path, &bytes).map_err(PaperError::Write)
}

/// What was searched in a paper.
pub struct Found {
    /// In which.
    pub edition: Edition,
    /// What.
    pub sought: String,
    /// Where it stands.
    pub hits: Vec<Hit>,
}

/// Looks for words in a paper; of faces that cannot be read there is none.
pub(super) fn find(words: &PageWords, edition: Edition, sought: String) -> Found {
    let hits = library::faces().map(|faces| words.find(sought.trim(), faces)).unwrap_or_default();
    Found { edition, sought, hits }
}

/// Draws pages; one that cannot be drawn is left out.
pub(super) fn draw(preview: &export::Preview, wanted: &[Picture]) -> Drawn {
    let renderer = preview.renderer();
    let mut drawn = Vec::new();
    for picture in wanted {
        if let Some((width, _)) = preview.page_size(picture.page)
            && let Ok(pixels) = renderer.render(picture.page, picture.width as f32 / width)
        {
            drawn.push((*picture, pixels));
        }
    }
    drawn
}
