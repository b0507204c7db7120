//! Bytes from outside to a dossier, with the place named where they are not understood.

mod about;
mod accept;
pub mod clipboard;
mod columns;
mod doc;
mod docx;
mod draft;
mod error;
mod form;
mod html;
mod into;
mod json;
mod kind;
mod likeness;
mod markup;
mod meet;
mod meet_lists;
mod meet_words;
mod merge;
mod paper;
mod paper_error;
mod paragraphs;
mod pieces;
mod place;
mod progress;
mod recognise;
mod source;
mod xlsx;

pub use about::{SaidOtherwise, said_otherwise, without_tables};
pub use doc::doc;
pub use docx::docx;
pub use draft::{
    Answer, Asked, At, Became, Choices, Doubt, Draft, DraftColumn, Home, Known, Meaning, Piece,
    Question, WordCount,
};
pub use error::{ImportError, Problem};
pub use form::check_form;
pub use html::styled;
pub use into::into;
pub use json::{Content, Limits, catalogue, check_forms_are_known, file, form, json};
pub use merge::{Change, Held, Merge, Target};
pub use paper::paper;
pub use paper_error::{Kind, PaperError};
pub use progress::Progress;
pub use recognise::{recognise, recognise_unless_stopped};
pub use source::{Align, Grid, GridCell, GridRow, LARGEST_PAPER, Line, Note, Shown, Source, Span};
pub use xlsx::{
    Collected, NotHome, WorkSheet, Workbook, WorkbookError, collected, workbook, workbook_source,
};
