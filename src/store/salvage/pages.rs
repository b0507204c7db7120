//! A file as pages, read without SQLite: what each says it is, and the cells on it
//! (sqlite.org, "Database File Format").
//!
//! Nothing on a page is believed before it was looked at: what does not fit is none. The cells
//! of a page take together no more bytes than it has, so reading a file is linear in its length.

use std::path::Path;

use super::super::{StoreError, bounds};

/// What every file begins with.
const MAGIC: &[u8] = b"SQLite format 3\0";
/// The bytes before the first page's own header.
const FILE_HEADER: usize = 100;
/// The page size of every file this program makes.
const OURS: usize = 4096;

/// A whole file in memory.
pub(super) struct Pages {
    bytes: Vec<u8>,
    size: usize,
    /// The bytes of a page that hold something.
    pub usable: usize,
}

/// What a page of a tree is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    TableInterior,
    TableLeaf,
    IndexInterior,
    IndexLeaf,
}

/// A page of a tree.
#[derive(Clone, Copy)]
pub(super) struct Node<'p> {
    pub kind: Kind,
    page: &'p [u8],
    /// Where its own header begins.
    start: usize,
    cells: usize,
}

/// A row as it stands on its page.
pub(super) struct Cell<'p> {
    /// Its number, in a table that numbers its rows.
    pub rowid: Option<i64>,
    /// The bytes of the whole row.
    pub size: usize,
    /// Those that stand on this page.
    pub local: &'p [u8],
    /// The page on which it goes on; 0 for none.
    pub overflow: u32,
}

impl Pages {
    pub(super) fn read(copy: &Path) -> Result<Self, StoreError> {
        let bytes = std::fs::read(copy)?;
        let number = |at: usize| bytes.get(at..at + 2).map_or(0, |two| be16(two, 0));
        let told = if number(16) == 1 { 1 << 16 } else { number(16) };
        let known = bytes.starts_with(MAGIC) && told.is_power_of_two() && told >= 512;
        let size = if known { told } else { OURS };
        let reserved = if known { usize::from(bytes.get(20).copied().unwrap_or(0)) } else { 0 };
        // The least that the format allows.
        let usable = if size - reserved >= 480 { size - reserved } else { size };
        Ok(Self { bytes, size, usable })
    }

    /// How many whole pages there are.
    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.bytes.len() / self.size).unwrap_or(u32::MAX)
    }

    /// The bytes of a page, the first of which is number 1.
    pub(super) fn page(&self, number: u32) -> Option<&[u8]> {
        let start = usize::try_from(number).ok()?.checked_sub(1)?.checked_mul(self.size)?;
        self.bytes.get(start..start.checked_add(self.size)?)?.get(..self.usable)
    }

    /// A page as one of a tree.
    pub(super) fn node(&self, number: u32) -> Option<Node<'_>> {
        let page = self.page(number)?;
        let start = if number == 1 { FILE_HEADER } else { 0 };
        let kind = match page[start] {
            2 => Kind::IndexInterior,
            5 => Kind::TableInterior,
            10 => Kind::IndexLeaf,
            13 => Kind::TableLeaf,
            _ => return None,
        };
        let node = Node { kind, page, start, cells: 0 };
        let room = (page.len() - node.pointers()) / 2;
        Some(Node { cells: be16(page, start + 3).min(room), ..node })
    }

    /// The first page of the list of free pages; 0 for none.
    pub(super) fn first_free(&self) -> u32 {
        self.page(1).filter(|page| page.starts_with(MAGIC)).map_or(0, |page| be32(page, 32))
    }
}

impl<'p> Node<'p> {
    pub(super) fn is_interior(&self) -> bool {
        matches!(self.kind, Kind::TableInterior | Kind::IndexInterior)
    }

    /// Whether it belongs to a table that numbers its rows.
    pub(super) fn is_numbered(&self) -> bool {
        matches!(self.kind, Kind::TableInterior | Kind::TableLeaf)
    }

    fn pointers(&self) -> usize {
        self.start + if self.is_interior() { 12 } else { 8 }
    }

    /// Where each cell begins.
    fn places(&self) -> impl Iterator<Item = usize> + 'p {
        let (page, first) = (self.page, self.pointers());
        (0..self.cells).map(move |index| be16(page, first + 2 * index))
    }

    /// The pages below it.
    pub(super) fn children(&self) -> Vec<u32> {
        if !self.is_interior() {
            return Vec::new();
        }
        let child = |at: usize| self.page.get(at..at + 4).map_or(0, |four| be32(four, 0));
        self.places().map(child).chain([be32(self.page, self.start + 8)]).collect()
    }

    /// Its rows; none in the place of what can be none.
    pub(super) fn rows(self) -> Vec<Option<Cell<'p>>> {
        if self.kind == Kind::TableInterior {
            return Vec::new();
        }
        let mut room = self.page.len();
        let mut row = |at: usize| {
            let cell = self.row(at)?;
            room = room.checked_sub(cell.local.len().max(1))?;
            Some(cell)
        };
        self.places().map(&mut row).collect()
    }

    fn row(&self, at: usize) -> Option<Cell<'p>> {
        let mut rest = self.page.get(at..)?;
        if self.kind == Kind::IndexInterior {
            rest = rest.get(4..)?;
        }
        let mut next = || {
            let (number, length) = varint(rest)?;
            rest = &rest[length..];
            Some(number)
        };
        let size = usize::try_from(next()?).ok()?;
        let rowid = if self.kind == Kind::TableLeaf { Some(next()?.cast_signed()) } else { None };
        if size > usize::try_from(bounds::LONGEST_ROW).ok()? {
            return None;
        }
        let here = self.local(size);
        let local = &rest[..here.min(rest.len())];
        let overflow = match rest.get(here..) {
            Some(rest) if here < size => rest.get(..4).map_or(0, |four| be32(four, 0)),
            _ => 0,
        };
        Some(Cell { rowid, size, local, overflow })
    }

    /// How many bytes of a row stand on its page.
    fn local(&self, size: usize) -> usize {
        let usable = self.page.len();
        let most = match self.kind {
            Kind::TableLeaf => usable - 35,
            _ => (usable - 12) * 64 / 255 - 23,
        };
        if size <= most {
            return size;
        }
        let least = (usable - 12) * 32 / 255 - 23;
        let here = least + (size - least) % (usable - 4);
        if here <= most { here } else { least }
    }
}

/// A number of one to nine bytes, and how many they are.
pub(super) fn varint(bytes: &[u8]) -> Option<(u64, usize)> {
    let mut value = 0_u64;
    for (at, byte) in bytes.iter().take(8).enumerate() {
        value = value << 7 | u64::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            return Some((value, at + 1));
        }
    }
    bytes.get(8).map(|last| (value << 8 | u64::from(*last), 9))
}

fn be16(bytes: &[u8], at: usize) -> usize {
    usize::from(bytes[at]) << 8 | usize::from(bytes[at + 1])
}

pub(super) fn be32(bytes: &[u8], at: usize) -> u32 {
    bytes[at..at + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_one_to_nine_bytes_are_read() {
        assert_eq!(varint(&[5, 9]), Some((5, 1)));
        assert_eq!(varint(&[0x81, 0]), Some((128, 2)));
        assert_eq!(varint(&[0xFF; 9]), Some((u64::MAX, 9)));
        assert_eq!(varint(&[0xFF; 8]), None);
        assert_eq!(varint(&[]), None);
    }

    /// Pages that say anything at all are read without a panic, in bytes no more than theirs.
    #[test]
    fn pages_of_noise_are_read_to_their_end() {
        let mut state = 7_u64;
        let mut noise = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 56) as u8
        };
        let mut bytes: Vec<u8> = (0..64 * 512).map(|_| noise()).collect();
        bytes[..18].copy_from_slice(b"SQLite format 3\0\x02\0");
        bytes[20] = 0;
        for (page, kind) in bytes.chunks_mut(512).skip(1).zip([2, 5, 10, 13].into_iter().cycle()) {
            page[0] = kind;
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("f");
        std::fs::write(&path, bytes).unwrap();
        let pages = Pages::read(&path).unwrap();
        assert_eq!(pages.count(), 64);
        for number in 2..=64 {
            let node = pages.node(number).unwrap();
            assert_eq!(node.children().is_empty(), !node.is_interior());
            let bytes: usize = node.rows().iter().flatten().map(|cell| cell.local.len()).sum();
            assert!(bytes <= 512);
        }
        assert!(pages.node(0).is_none() && pages.node(65).is_none());
    }
}
