//! What the words on paper are to someone who hears them: headings, lists, tables and cells, one
//! inside the other, in the order in which they are read.

use std::num::NonZeroU32;

use crate::document::{Role, Text};
use crate::plan::number::Marker;

/// Names an element; a smaller one is read earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(NonZeroU32);

impl ElementId {
    /// Its place in [`Structure::elements`], from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A thing that is heard as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub kind: ElementKind,
    /// The element it stands in; none: the document itself.
    pub parent: Option<ElementId>,
}

/// What an element is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ElementKind {
    /// A paragraph, or a line of the head or the foot.
    Paragraph,
    /// A heading, 1 the outermost; no level is left out.
    Heading(u8),
    /// Points that follow each other.
    List(Order),
    /// One of them.
    Point,
    /// "a)" before its words.
    Label,
    /// Its words, and the points under it.
    Body,
    /// A table, or aligned columns.
    Table,
    /// A row of one.
    Row,
    /// A cell of a row.
    Cell {
        /// Whether it names its row or its column.
        names: Option<Names>,
        /// How many columns it stands over.
        columns: u16,
        /// How many rows it stands over.
        rows: u16,
    },
    /// Something drawn, told in words.
    Figure {
        /// The words.
        told: String,
    },
}

impl ElementKind {
    /// Whether it is drawn.
    #[must_use]
    pub fn is_figure(&self) -> bool {
        matches!(self, Self::Figure { .. })
    }
}

/// How the points of a list are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Not at all.
    Uncounted,
    /// I, II, III …
    Romans,
    /// 1, 2, 3 …
    Numbers,
    /// a, b, c …
    Letters,
}

/// What a cell of a table names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Its row.
    Row,
    /// Its column.
    Column,
}

/// The elements of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Structure {
    /// In the order of reading: what stands in an element comes after it.
    pub elements: Vec<Element>,
}

impl Structure {
    /// The element of this name.
    #[must_use]
    pub fn get(&self, id: ElementId) -> Option<&Element> {
        self.elements.get(id.index())
    }
}

/// Adds elements as the blocks of a document are set.
#[derive(Default)]
pub(super) struct Builder {
    pub structure: Structure,
    /// Ranks of the headings over what comes next.
    headings: Vec<u8>,
    /// The lists that may go on: how deep their labels stand, the list, its last point's words.
    lists: Vec<(u8, ElementId, ElementId)>,
}

/// The rank of the document's title; under it the headings of parts, then those inside parts.
pub(super) const TITLE: u8 = 0;
const PART: u8 = 1;
const INSIDE: u8 = 2;

impl Builder {
    /// Adds an element.
    pub fn add(&mut self, kind: ElementKind, parent: Option<ElementId>) -> ElementId {
        self.structure.elements.push(Element { kind, parent });
        let count = u32::try_from(self.structure.elements.len()).unwrap_or(u32::MAX);
        ElementId(NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN))
    }

    /// Adds a paragraph that stands by itself.
    pub fn paragraph(&mut self) -> ElementId {
        self.add(ElementKind::Paragraph, None)
    }

    /// Adds a cell that names nothing and stands over one column and row.
    pub fn cell(&mut self, row: ElementId) -> ElementId {
        self.wide_cell(row, 1)
    }

    /// Adds a cell that names nothing and stands over so many columns.
    pub fn wide_cell(&mut self, row: ElementId, columns: usize) -> ElementId {
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        self.add(ElementKind::Cell { names: None, columns, rows: 1 }, Some(row))
    }

    /// Adds a cell that names its row or column and stands over so many columns.
    pub fn heading_cell(&mut self, row: ElementId, names: Names, columns: usize) -> ElementId {
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        self.add(ElementKind::Cell { names: Some(names), columns, rows: 1 }, Some(row))
    }

    /// A cell stands over one row more.
    pub fn grow(&mut self, cell: ElementId) {
        if let Some(element) = self.structure.elements.get_mut(cell.index())
            && let ElementKind::Cell { rows, .. } = &mut element.kind
        {
            *rows = rows.saturating_add(1);
        }
    }

    /// Adds a heading of a rank; its level is one more than that of the heading it stands under.
    pub fn heading(&mut self, rank: u8) -> ElementId {
        self.end_lists();
        self.headings.retain(|&over| over < rank);
        self.headings.push(rank);
        let level = u8::try_from(self.headings.len()).unwrap_or(u8::MAX);
        self.add(ElementKind::Heading(level), None)
    }

    /// What comes next is no point of a list.
    pub fn end_lists(&mut self) {
        self.lists.clear();
    }

    /// Adds a paragraph of a plan: the element of its words and, in a list, that of its label.
    pub fn text(&mut self, text: &Text) -> (ElementId, Option<ElementId>) {
        match text.role {
            Role::PartHeading => (self.heading(PART), None),
            Role::Heading => (self.heading(INSIDE), None),
            Role::Centred if text.outline > 0 => (self.heading(TITLE), None),
            Role::Body if text.marker != Marker::None => {
                let (body, label) = self.point(&text.marker);
                (body, Some(label))
            }
            Role::Centred | Role::CentredNote | Role::Body => {
                self.end_lists();
                (self.paragraph(), None)
            }
        }
    }

    /// Adds a point with this label, and returns its words and its label.
    fn point(&mut self, marker: &Marker) -> (ElementId, ElementId) {
        let depth = marker.level();
        while self.lists.last().is_some_and(|&(last, ..)| last > depth) {
            self.lists.pop();
        }
        let list = match self.lists.last() {
            Some(&(open, list, _)) if open == depth => list,
            over => {
                let over = over.map(|&(_, _, body)| body);
                self.add(ElementKind::List(order(marker)), over)
            }
        };
        let point = self.add(ElementKind::Point, Some(list));
        let label = self.add(ElementKind::Label, Some(point));
        let body = self.add(ElementKind::Body, Some(point));
        match self.lists.last_mut() {
            Some(open) if open.0 == depth => open.2 = body,
            _ => self.lists.push((depth, list, body)),
        }
        (body, label)
    }
}

fn order(marker: &Marker) -> Order {
    match marker {
        Marker::Roman(_) => Order::Romans,
        Marker::Number(_) | Marker::Typed(_) => Order::Numbers,
        Marker::Letter(_) => Order::Letters,
        Marker::None | Marker::Dash | Marker::Plus => Order::Uncounted,
    }
}
