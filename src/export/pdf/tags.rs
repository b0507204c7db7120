//! The tree by which a document is heard: headings, lists, tables cell by cell (ISO 32000-1,
//! 14.7; ISO 14289-1).
//!
//! Written to bytes here and packed with others of its kind: 50,000 cells as values of lopdf
//! would be most of the memory an export takes.

use std::io::Write;

use lopdf::ObjectId;

use super::file::FileWriter;
use super::xmp::text;
use crate::export::ExportError;
use crate::layout::{ElementId, ElementKind, Names, Order, PageItem, Structure};
use crate::words::order;

/// What was marked on the pages.
#[derive(Default)]
pub(super) struct Marks {
    /// The elements of each page, in the order of their numbers on it.
    pages: Vec<Vec<ElementId>>,
    /// Where figures stand: left, bottom, right, top, pt.
    boxes: Vec<(ElementId, [f32; 4])>,
}

impl Marks {
    /// What is marked from here on stands on the next page.
    pub(super) fn begin_page(&mut self) {
        self.pages.push(Vec::new());
    }

    /// Marks a piece of an element; returns its number on the page.
    pub(super) fn mark(&mut self, element: ElementId) -> usize {
        let Some(page) = self.pages.last_mut() else { return 0 };
        page.push(element);
        page.len() - 1
    }

    /// Notes where a figure stands.
    pub(super) fn surround(&mut self, element: ElementId, height: f32, items: &[&PageItem]) {
        let mut around = [f32::MAX, f32::MAX, f32::MIN, f32::MIN];
        for item in items {
            if let PageItem::Shape { points, .. } = item {
                for &(x, y) in points {
                    let [left, bottom, right, top] = around;
                    let y = height - y;
                    around = [left.min(x), bottom.min(y), right.max(x), top.max(y)];
                }
            }
        }
        self.boxes.push((element, around));
    }

    /// Every piece as element, page and number, in the order of the elements.
    fn pieces(&self) -> Vec<(ElementId, u32, u32)> {
        let mut pieces: Vec<(ElementId, u32, u32)> = Vec::new();
        for (page, elements) in (0..).zip(&self.pages) {
            pieces.extend((0..).zip(elements).map(|(number, &element)| (element, page, number)));
        }
        order::by_key(&mut pieces, |piece| piece.0);
        pieces
    }
}

/// The name of a kind of element in a PDF.
pub(super) fn name(kind: &ElementKind) -> &'static str {
    match kind {
        ElementKind::Paragraph => "P",
        ElementKind::Heading(1) => "H1",
        ElementKind::Heading(2) => "H2",
        ElementKind::Heading(3) => "H3",
        ElementKind::Heading(4) => "H4",
        ElementKind::Heading(5) => "H5",
        ElementKind::Heading(_) => "H6",
        ElementKind::List(_) => "L",
        ElementKind::Point => "LI",
        ElementKind::Label => "Lbl",
        ElementKind::Body => "LBody",
        ElementKind::Table => "Table",
        ElementKind::Row => "TR",
        ElementKind::Cell { names: Some(_), .. } => "TH",
        ElementKind::Cell { names: None, .. } => "TD",
        ElementKind::Figure { .. } => "Figure",
    }
}

/// The names of the tree's objects: its root, the document, the way back from numbers to
/// elements (whole, then page by page), then the elements.
pub(super) struct Tree<'s> {
    first: u32,
    pages: Vec<ObjectId>,
    structure: &'s Structure,
}

impl<'s> Tree<'s> {
    /// The tree of these pages; its objects are numbered from `first` on.
    pub(super) fn new(first: u32, pages: Vec<ObjectId>, structure: &'s Structure) -> Self {
        Self { first, pages, structure }
    }

    /// The tree's root.
    pub(super) fn root(&self) -> ObjectId {
        (self.first, 0)
    }

    /// The number behind its last object.
    pub(super) fn next(&self) -> u32 {
        self.of_index(self.structure.elements.len() as u32)
    }

    fn document(&self) -> u32 {
        self.first + 1
    }

    fn ways_back(&self) -> u32 {
        self.first + 2
    }

    fn way_back(&self, page: u32) -> u32 {
        self.first + 3 + page
    }

    fn element(&self, id: ElementId) -> u32 {
        self.of_index(id.index() as u32)
    }

    fn of_index(&self, index: u32) -> u32 {
        self.way_back(self.pages.len() as u32) + index
    }

    /// Writes it.
    pub(super) fn write(
        &self,
        marks: &Marks,
        file: &mut FileWriter<'_>,
    ) -> Result<(), ExportError> {
        let structure = self.structure;
        let pages = self.pages.len() as u32;
        let mut out = Object::default();
        out.word("<</Type/StructTreeRoot/K").reference(self.document());
        out.word("/ParentTree").reference(self.ways_back());
        out.word("/ParentTreeNextKey").number(pages).word(">>");
        file.add(self.first, out.bytes())?;
        // Under each element those that stand in it; last those of the document itself.
        let mut inside: Vec<Vec<u32>> = vec![Vec::new(); structure.elements.len() + 1];
        for (index, element) in (0..).zip(&structure.elements) {
            let parent = element.parent.map_or(structure.elements.len(), ElementId::index);
            if let Some(inside) = inside.get_mut(parent) {
                inside.push(self.of_index(index));
            }
        }
        out.word("<</Type/StructElem/S/Document/P").reference(self.first).word("/K[");
        out.references(inside.last().map_or(&[][..], Vec::as_slice)).word("]>>");
        file.add(self.document(), out.bytes())?;

        out.word("<</Nums[");
        for page in 0..pages {
            out.number(page).reference(self.way_back(page));
        }
        file.add(self.ways_back(), out.word("]>>").bytes())?;
        for (page, elements) in (0..).zip(&marks.pages) {
            let back: Vec<u32> = elements.iter().map(|&id| self.element(id)).collect();
            out.word("[").references(&back).word("]");
            file.add(self.way_back(page), out.bytes())?;
        }

        let pieces = marks.pieces();
        let mut own = pieces.chunk_by(|one, next| one.0 == next.0).peekable();
        let page_of = |page: u32| self.pages.get(page as usize).map_or(0, |id| id.0);
        for ((index, element), inside) in (0..).zip(&structure.elements).zip(&inside) {
            out.word("<</S/").word(name(&element.kind)).word("/P");
            out.reference(element.parent.map_or(self.document(), |id| self.element(id)));
            attributes(&element.kind, index as usize, marks, &mut out);
            let pieces = own
                .next_if(|own| own.first().is_some_and(|own| own.0.index() == index as usize))
                .unwrap_or_default();
            if let [(_, page, number)] = pieces
                && inside.is_empty()
            {
                out.word("/Pg").reference(page_of(*page)).word("/K").number(*number);
            } else if !pieces.is_empty() || !inside.is_empty() {
                let first = pieces.first().map(|(_, page, _)| *page);
                if let Some(page) = first {
                    out.word("/Pg").reference(page_of(page));
                }
                out.word("/K[");
                for (_, page, number) in pieces {
                    if Some(*page) == first {
                        out.number(*number);
                    } else {
                        out.word("<</Type/MCR/Pg").reference(page_of(*page));
                        out.word("/MCID").number(*number).word(">>");
                    }
                }
                out.references(inside).word("]");
            }
            file.add(self.of_index(index), out.word(">>").bytes())?;
        }
        Ok(())
    }
}

/// What an element says of itself beside its place.
fn attributes(kind: &ElementKind, index: usize, marks: &Marks, out: &mut Object) {
    match kind {
        ElementKind::List(order) => {
            let order = match order {
                Order::Uncounted => return,
                Order::Romans => "UpperRoman",
                Order::Numbers => "Decimal",
                Order::Letters => "LowerAlpha",
            };
            out.word("/A<</O/List/ListNumbering/").word(order).word(">>");
        }
        ElementKind::Cell { names, columns, rows } => {
            if names.is_none() && *columns == 1 && *rows == 1 {
                return;
            }
            out.word("/A<</O/Table");
            match names {
                Some(Names::Row) => out.word("/Scope/Row"),
                Some(Names::Column) => out.word("/Scope/Column"),
                None => out,
            };
            if *columns != 1 {
                out.word("/ColSpan").number(u32::from(*columns));
            }
            if *rows != 1 {
                out.word("/RowSpan").number(u32::from(*rows));
            }
            out.word(">>");
        }
        ElementKind::Figure { told } => {
            out.word("/Alt").object(&text(told));
            let place = marks.boxes.binary_search_by_key(&index, |(id, _)| id.index());
            if let Some((_, around)) = place.ok().and_then(|at| marks.boxes.get(at)) {
                out.word("/A<</O/Layout/BBox[");
                for length in around {
                    out.real(*length);
                }
                out.word("]>>");
            }
        }
        _ => {}
    }
}

/// An object being written.
#[derive(Default)]
struct Object {
    out: Vec<u8>,
    /// Written already.
    done: bool,
}

impl Object {
    fn word(&mut self, word: &str) -> &mut Self {
        if std::mem::take(&mut self.done) {
            self.out.clear();
        }
        self.out.extend_from_slice(word.as_bytes());
        self
    }

    /// A whole number, kept apart from what stands before it.
    fn number(&mut self, mut number: u32) -> &mut Self {
        if self.out.last().is_some_and(u8::is_ascii_alphanumeric) {
            self.out.push(b' ');
        }
        let mut digits = [0_u8; 10];
        let mut at = digits.len();
        loop {
            at -= 1;
            digits[at] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 {
                break;
            }
        }
        self.out.extend_from_slice(&digits[at..]);
        self
    }

    fn reference(&mut self, id: u32) -> &mut Self {
        self.number(id).word(" 0 R")
    }

    fn references(&mut self, ids: &[u32]) -> &mut Self {
        for id in ids {
            self.reference(*id);
        }
        self
    }

    fn real(&mut self, length: f32) -> &mut Self {
        if !self.out.ends_with(b"[") {
            self.out.push(b' ');
        }
        // Writing into a Vec cannot fail.
        let _ = write!(self.out, "{}", (length * 100.0).round() / 100.0);
        self
    }

    fn object(&mut self, object: &lopdf::Object) -> &mut Self {
        super::file::write_object(object, &mut self.out);
        self
    }

    fn bytes(&mut self) -> &[u8] {
        self.done = true;
        &self.out
    }
}
