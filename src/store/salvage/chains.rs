//! Rows that go on over further pages: their chains, followed as far as they lead.
//!
//! All chains together read at most twice as many pages as the file has (once for the rows that are
//! whole, once for what is hurt), so that chains that lead one into another cost no more time and
//! memory than the file is long.

use std::borrow::Cow;

use super::pages::{Cell, Pages, be32};

/// How many times as many pages are read as there are.
const TIMES: usize = 2;

/// The chains of a file.
pub(super) struct Chains<'p> {
    pages: &'p Pages,
    /// How many more pages may be read.
    left: usize,
    /// By page: the last chain that read it, and whether a whole row has it.
    read_by: Vec<(u32, bool)>,
    chain: u32,
}

/// The bytes of a row, and the pages but its own on which they stand.
pub(super) struct Payload<'p> {
    pub bytes: Cow<'p, [u8]>,
    pub whole: bool,
    pages: Vec<u32>,
}

impl<'p> Chains<'p> {
    pub(super) fn of(pages: &'p Pages) -> Self {
        let count = pages.count() as usize;
        Self {
            pages,
            left: count.saturating_mul(TIMES),
            read_by: vec![(0, false); count.saturating_add(1)],
            chain: 0,
        }
    }

    /// The bytes of a row; `alone`: without pages that a whole row has.
    pub(super) fn follow(&mut self, cell: &Cell<'p>, alone: bool) -> Payload<'p> {
        let mut bytes = Cow::Borrowed(cell.local);
        let mut pages = Vec::new();
        let mut next = cell.overflow;
        self.chain = self.chain.saturating_add(1);
        while bytes.len() < cell.size && self.left > 0 {
            let (Some(page), Some(read_by)) =
                (self.pages.page(next), self.read_by.get_mut(next as usize))
            else {
                break;
            };
            if read_by.0 == self.chain || alone && read_by.1 {
                break;
            }
            read_by.0 = self.chain;
            self.left -= 1;
            pages.push(next);
            next = be32(page, 0);
            let more = (page.len() - 4).min(cell.size - bytes.len());
            bytes.to_mut().extend_from_slice(&page[4..4 + more]);
        }
        Payload { whole: bytes.len() == cell.size, bytes, pages }
    }

    /// The row is whole: what its pages hold is of it.
    pub(super) fn give(&mut self, payload: &Payload<'_>) {
        for page in &payload.pages {
            if let Some(read_by) = self.read_by.get_mut(*page as usize) {
                read_by.1 = true;
            }
        }
    }
}
