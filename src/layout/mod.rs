//! Blocks to pages: faces and advances, lines, tables over pages, what is kept together.
//! Knows no PDF.
//!
//! Invariant: no I/O, no clock, and no text makes it fail; no glyph stands outside the
//! margins; the text of all pages together is the document's text (up to white space and
//! the characters [`clean`] removes). Only + - * / and rounding to 0.01 pt: the same
//! document gives the same pages on every machine.

mod book;
mod chart;
mod clean;
mod faces;
mod flow;
mod legend;
mod letterhead;
mod line;
mod measures;
mod members;
mod paint;
mod paragraph;
mod read;
mod sections;
mod sheet;
mod signatures;
mod strip;
mod structure;
mod table;
mod timeline;

pub use self::book::{SheetMeasure, measure_sheet};
pub use self::clean::{clean, is_drawn, lacks};
pub use self::faces::{FaceError, FaceErrorKind, Faces};
pub use self::measures::{ColumnsMeasure, DateLine, HeadMeasure, Holds, Measures, TableMeasure};
pub use self::read::{Caret, Corners, Hit, PageWords};
pub use self::sections::{Blocks, split};
pub use self::structure::{Element, ElementId, ElementKind, Names, Order, Structure};

use crate::document::{Block, Document};
use crate::plan::Concession;

/// Pages, ready to be written as they stand: export decides nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pages {
    /// The document's title.
    pub title: String,
    /// Its author.
    pub author: String,
    /// The pages, in order.
    pub pages: Vec<Page>,
    /// The first page of the appendix, whose numbers begin again, from 0; none: there is none.
    pub appendix: Option<usize>,
    /// Bookmarks, in order.
    pub outline: Vec<OutlineEntry>,
    /// What the items of the pages are, in the order in which they are read.
    pub structure: Structure,
    /// What was measured, for a Word file; a page's own lines stand among its items already.
    pub measures: Measures,
    /// What a person should know of the result.
    pub problems: Vec<Problem>,
}

/// A page. Lengths are points (1/72 inch); x from the left, y from the TOP edge.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Width, pt.
    pub width: f32,
    /// Height, pt.
    pub height: f32,
    /// Where its text stands between the margins: upper left and lower right corner, pt.
    pub text_area: ((f32, f32), (f32, f32)),
    /// What is drawn, in order.
    pub items: Vec<PageItem>,
}

/// Something drawn on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum PageItem {
    /// Words of one face and size on one line.
    Text(TextItem),
    /// A straight line.
    Line {
        /// From, pt.
        from: (f32, f32),
        /// To, pt.
        to: (f32, f32),
        /// Thickness, pt.
        width: f32,
        /// What it is a part of; none: it says nothing.
        element: Option<ElementId>,
    },
    /// A filled shape with straight edges: bars, diamonds, hollow boxes are lines.
    Shape {
        /// Its corners, pt.
        points: Vec<(f32, f32)>,
        /// 0 black to 255 white.
        gray: u8,
        /// What it is a part of; none: it says nothing.
        element: Option<ElementId>,
    },
}

impl PageItem {
    /// What it is a part of; none for what says nothing that is not heard elsewhere: borders,
    /// the numbers of pages, a header that is set again.
    #[must_use]
    pub fn element(&self) -> Option<ElementId> {
        match self {
            Self::Text(text) => text.element,
            Self::Line { element, .. } | Self::Shape { element, .. } => *element,
        }
    }

    /// The same as a part of an element.
    fn part_of(mut self, of: impl Into<Option<ElementId>>) -> Self {
        match &mut self {
            Self::Text(text) => text.element = of.into(),
            Self::Line { element, .. } | Self::Shape { element, .. } => *element = of.into(),
        }
        self
    }
}

/// Words of one face and size on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct TextItem {
    /// Which face.
    pub face: FaceId,
    /// Size, pt.
    pub size: f32,
    /// Left edge, pt.
    pub x: f32,
    /// Baseline, pt from the top.
    pub y: f32,
    /// NFC, only characters the face has; or one alone that it lacks: that one is drawn as
    /// lines, and the text is there to be found and copied.
    pub text: String,
    /// Added after each U+0020 of `text`, pt (justification).
    pub extra_space: f32,
    /// In the document a white space stands behind it that the end of the line swallowed.
    pub space_behind: bool,
    /// What it is a part of; none: it says nothing that is not heard elsewhere.
    pub element: Option<ElementId>,
}

/// The four faces of the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaceId {
    /// Regular.
    #[default]
    Regular,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Bold italic.
    BoldItalic,
}

/// A bookmark.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineEntry {
    /// Its words.
    pub title: String,
    /// 1 the outermost.
    pub level: u8,
    /// Page, from 0.
    pub page: usize,
    /// pt from the top.
    pub y: f32,
}

/// What a person should know of the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A table is hard to read: it had to give up what a reader needs.
    Conceded(Concession),
    /// A character the font lacks: a hollow box was drawn.
    MissingCharacter(char),
}

/// Lays a document out on A4 pages.
#[must_use]
pub fn lay_out(document: &Document, faces: &Faces) -> Pages {
    let mut compositor = line::Compositor::new(faces);
    let mut pages = Pages {
        title: document.title.clone(),
        author: document.author.clone(),
        ..Pages::default()
    };
    // Where the numbers of pages begin.
    let mut from = 0;
    for blocks in sections::split(&document.blocks) {
        let section = sections::set(&mut compositor, &blocks, &document.page, &mut pages);
        if blocks.appendix {
            pages.appendix = Some(pages.pages.len());
        }
        if blocks.appendix || blocks.anew {
            from = pages.pages.len();
        }
        flow::fill(&mut compositor, section, &mut pages, from);
    }
    if pages.pages.is_empty() {
        pages.pages.push(sheet::Sheet::upright(&document.page).page());
    }
    pages.structure = std::mem::take(&mut compositor.structure.structure);
    pages.problems.extend(compositor.missing.iter().map(|&c| Problem::MissingCharacter(c)));
    pages
}

/// What the tables of a document have to give up, without its pages.
#[must_use]
pub fn concessions(document: &Document, faces: &Faces) -> Vec<Concession> {
    let mut compositor = line::Compositor::new(faces);
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => {
            let sheet = sheet::Sheet::lying(table.across, &document.page);
            table::concession(&mut compositor, table, &sheet)
        }
        _ => None,
    });
    tables.collect()
}
