//! The small things of which the streams of a .doc are made: numbers, places of tables, and what
//! is said of words and paragraphs.

use std::ops::Range;

/// The cells of a row, whose length is told in two bytes.
const CELLS: u16 = 0xD608;

/// Two bytes as a number.
pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// Four bytes as a number.
pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// A part of the tables, by where in the words its place and its length stand.
pub(super) fn part(words: &[u8], (place, length): (usize, usize)) -> Option<Range<usize>> {
    let from = usize::try_from(long(words, place)?).ok()?;
    let length = usize::try_from(long(words, length)?).ok()?;
    Some(from..from.checked_add(length)?)
}

/// One thing that is said: its code, and how many bytes it takes with what it says.
pub(super) fn saying(says: &[u8], at: usize) -> Option<(u16, usize)> {
    let code = short(says, at)?;
    // The kind of a saying tells how long it is.
    let length = match code >> 13 {
        0 | 1 => 1,
        2 | 4 | 5 => 2,
        3 => 4,
        7 => 3,
        _ if code == CELLS => usize::from(short(says, at + 2)?) + 1,
        _ => usize::from(*says.get(at + 2)?) + 1,
    };
    Some((code, 2 + length))
}
