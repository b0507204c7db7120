//! A piece of a page that is never cut, and the row of a table it belongs to.

use super::PageItem;

/// A piece of a page that is never cut: a line of a paragraph, a line of a table's row.
/// Its items stand at their x on the page, and at y from the top of the strip.
#[derive(Clone, Debug, Default)]
pub(super) struct Strip {
    /// pt.
    pub height: f32,
    /// Room above it, pt; none at the top of a page.
    pub before: f32,
    /// No page ends between the strip above and this one.
    pub keep: bool,
    /// A page should rather not begin with it.
    pub poor: bool,
    /// A line of running text: its pitch may change a little.
    pub running: bool,
    /// The signatures.
    pub signs: bool,
    /// What is printed.
    pub items: Vec<PageItem>,
    /// Lines of a cell merged over several rows: they follow on each other whatever room
    /// the rows leave between their own lines.
    pub flowing: Vec<Flowing>,
    /// What is printed beside where a page begins with it: words of merged cells that stand on
    /// the page before.
    pub again: Option<Again>,
    /// The table row it belongs to.
    pub row: Option<RowPart>,
    /// The bookmark that leads here.
    pub outline: Option<(String, u8)>,
}

impl Strip {
    /// The same where it was heard already: the header on a further page.
    pub fn silent(mut self) -> Self {
        self.items = self.items.into_iter().map(|item| item.part_of(None)).collect();
        self
    }
}

/// Words of merged cells, printed a second time and heard once.
#[derive(Clone, Debug, Default)]
pub(super) struct Again {
    /// At the y they have in their strip.
    pub items: Vec<PageItem>,
    /// Which table of the document, and which of its rows.
    pub of: (usize, usize),
}

/// A line of a merged cell.
#[derive(Clone, Debug)]
pub(super) struct Flowing {
    /// Its column.
    pub column: usize,
    /// From its baseline to the next one, pt.
    pub pitch: f32,
    /// The line's items, at the y they have if nothing stands above.
    pub items: Vec<PageItem>,
}

/// Which columns are one cell with the row above: no line is drawn there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns(u64);

impl Columns {
    pub fn insert(&mut self, column: usize) {
        if column < 64 {
            self.0 |= 1 << column;
        }
    }

    pub fn contains(self, column: usize) -> bool {
        column < 64 && self.0 & (1 << column) != 0
    }
}

/// The row a strip belongs to.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowPart {
    /// Which table of the section.
    pub grid: usize,
    /// The row's first strip: a line is drawn above it.
    pub first: bool,
    /// The row's last strip.
    pub last: bool,
    /// Room above and below a row's words, pt; also where a page's end cuts the row.
    pub padding: f32,
    /// Part of the header.
    pub header: bool,
    /// Columns without a line above them.
    pub open: Columns,
    /// Where lines stand between columns.
    pub inner: Inner,
}

/// Where lines stand between a row's columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inner {
    /// Everywhere.
    All,
    /// Nowhere: a band.
    None,
    /// Behind the first column only: a group with its number.
    AfterFirst,
}
