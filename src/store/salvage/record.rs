//! A row's bytes as values: the record format of SQLite, whole or cut off.

use rusqlite::types::ValueRef;

use super::pages::varint;

/// More than any table of ours has.
const MOST_COLUMNS: usize = 100;

/// The values of a row.
pub(super) struct Record<'p> {
    /// One for each column; what is cut off is as far as it goes, or NULL.
    pub values: Vec<ValueRef<'p>>,
    /// How many of them are there whole.
    pub known: usize,
}

impl<'p> Record<'p> {
    /// None for what is no record.
    pub(super) fn read(bytes: &'p [u8]) -> Option<Self> {
        let (header, mut at) = varint(bytes)?;
        let header = usize::try_from(header).ok()?;
        let mut kinds = Vec::new();
        while at < header {
            let (kind, length) = varint(bytes.get(at..header)?)?;
            if kinds.len() == MOST_COLUMNS {
                return None;
            }
            kinds.push(kind);
            at += length;
        }
        let mut record = Self { values: Vec::with_capacity(kinds.len()), known: 0 };
        let mut rest = bytes.get(header..)?;
        let mut whole = true;
        for kind in kinds {
            let length = length(kind)?;
            let here = &rest[..length.min(rest.len())];
            whole = whole && here.len() == length;
            record.values.push(value(kind, here, here.len() == length));
            record.known += usize::from(whole);
            rest = &rest[here.len()..];
        }
        Some(record)
    }
}

/// How many bytes a value of a kind takes.
fn length(kind: u64) -> Option<usize> {
    Some(match kind {
        0 | 8 | 9 => 0,
        1..=4 => usize::try_from(kind).ok()?,
        5 => 6,
        6 | 7 => 8,
        10 | 11 => return None,
        _ => usize::try_from((kind - 12) / 2).ok()?,
    })
}

fn value(kind: u64, bytes: &[u8], whole: bool) -> ValueRef<'_> {
    let number = || {
        let first = bytes.first().map_or(0, |first| i64::from(first.cast_signed()));
        bytes.iter().skip(1).fold(first, |number, byte| number << 8 | i64::from(*byte))
    };
    match kind {
        12.. if kind % 2 == 1 => ValueRef::Text(bytes),
        12.. => ValueRef::Blob(bytes),
        _ if !whole => ValueRef::Null,
        1..=6 => ValueRef::Integer(number()),
        7 => ValueRef::Real(f64::from_bits(number().cast_unsigned())),
        8 => ValueRef::Integer(0),
        9 => ValueRef::Integer(1),
        _ => ValueRef::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_every_kind_are_read() {
        let bytes = [
            8, 0, 1, 2, 8, 9, 17, 16, // the header
            0xFE, 1, 0, b'a', b'b', 1, 2,
        ];
        let record = Record::read(&bytes).unwrap();
        assert_eq!(
            record.values,
            [
                ValueRef::Null,
                ValueRef::Integer(-2),
                ValueRef::Integer(256),
                ValueRef::Integer(0),
                ValueRef::Integer(1),
                ValueRef::Text(b"ab"),
                ValueRef::Blob(&[1, 2]),
            ]
        );
        assert_eq!(record.known, 7);
    }

    #[test]
    fn what_is_cut_off_is_as_far_as_it_goes() {
        let record = Record::read(&[4, 19, 1, 19, b'a', b'b']).unwrap();
        assert_eq!(record.values, [ValueRef::Text(b"ab"), ValueRef::Null, ValueRef::Text(b"")]);
        assert_eq!(record.known, 0);
        assert!(Record::read(&[4, 19, 1]).is_none());
        assert!(Record::read(&[2, 10]).is_none());
        assert!(Record::read(&[]).is_none());
    }
}
