//! A table's lines: where its columns stand, and the borders of the part on one page.

use crate::layout::PageItem;
use crate::layout::paint::round;
use crate::layout::strip::{Inner, RowPart, Strip};

/// What the rows of one table share.
#[derive(Clone, Debug, Default)]
pub(in crate::layout) struct Grid {
    /// Edges of the columns, one more than columns, pt.
    pub edges: Vec<f32>,
    /// Header rows, set again at the top of each page.
    pub header: Vec<Strip>,
    /// Thickness of the lines, pt.
    pub rule: f32,
    /// Thickness of the lines between columns, pt.
    pub inner: f32,
}

/// A row, or the part of it on one page.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct PlacedRow {
    pub part: RowPart,
    /// pt from the top of the page.
    pub top: f32,
    pub bottom: f32,
}

impl Grid {
    /// Height of the header rows, pt.
    pub fn header_height(&self) -> f32 {
        self.header.iter().map(|strip| strip.height).sum()
    }

    /// Whether the header leaves room enough to be set on every page.
    pub fn repeats(&self, room: f32) -> bool {
        self.header_height() * 2.0 < room
    }

    /// Draws the borders of rows that follow each other on a page.
    pub fn paint(&self, rows: &[PlacedRow], out: &mut Vec<PageItem>) {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
        let (Some(&left), Some(&right)) = (self.edges.first(), self.edges.last()) else { return };
        let half = self.rule / 2.0;
        let mut line = |from: (f32, f32), to: (f32, f32), width: f32| {
            out.push(PageItem::Line {
                from: (round(from.0), round(from.1)),
                to: (round(to.0), round(to.1)),
                width,
                element: None,
            });
        };
        line((left - half, first.top), (right + half, first.top), self.rule);
        for row in rows.iter().skip(1) {
            // Closed runs of columns each get one line.
            let mut from: Option<f32> = None;
            for (column, &edge) in self.edges.iter().enumerate() {
                let closed = column + 1 < self.edges.len() && !row.part.open.contains(column);
                match (closed, from) {
                    (true, None) => from = Some(edge),
                    (false, Some(start)) => {
                        line((start, row.top), (edge, row.top), self.rule);
                        from = None;
                    }
                    _ => {}
                }
            }
        }
        line((left - half, last.bottom), (right + half, last.bottom), self.rule);
        for (index, &edge) in self.edges.iter().enumerate() {
            let outer = index == 0 || index + 1 == self.edges.len();
            let stands = |row: &PlacedRow| match row.part.inner {
                _ if outer => true,
                Inner::All => true,
                Inner::None => false,
                Inner::AfterFirst => index == 1,
            };
            let width = if outer { self.rule } else { self.inner };
            let mut from: Option<f32> = None;
            for row in rows {
                match (stands(row), from) {
                    (true, None) => from = Some(row.top),
                    (false, Some(top)) => {
                        line((edge, top), (edge, row.top), width);
                        from = None;
                    }
                    _ => {}
                }
            }
            if let Some(top) = from {
                line((edge, top), (edge, last.bottom), width);
            }
        }
    }
}
