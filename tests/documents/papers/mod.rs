//! The papers of the year: minutes and reports as they stand on paper and in Word.

mod chart;
mod issued;
pub mod lived;
mod made;
mod renewed;
mod shape;
mod sheets;
mod supplement;
mod three_years;

use caitien::document::{Document, text_document};
use caitien::layout::{Pages, lay_out};
use caitien::library;
use caitien::plan::{Dossier, Plan};

use crate::layout::FACES;
use crate::layout::invariants::assert_inside;
use crate::tags::assert_heard;
use crate::word::order;
use crate::word::tree::{Node, parts, tree};

/// A paper as blocks.
pub fn document_of(dossier: &Dossier, paper: &Plan) -> Document {
    text_document(paper, library::form_of(dossier, paper).unwrap())
}

/// A paper on its pages and in Word, by the rules of both: words inside the margins, heard once
/// and in order.
pub fn judged(document: &Document) -> (Pages, Node) {
    let pages = lay_out(document, &FACES);
    assert_inside(&pages);
    assert_heard(document);
    let word = tree(&parts(&caitien::export::docx(document, &pages).unwrap())["word/document.xml"]);
    order::check(&word);
    (pages, word)
}
