//! The zip that another writer made, with what tells its machine taken out.

/// What a zip's list of entries ends with, and what each of them begins with.
const END: [u8; 4] = *b"PK\x05\x06";
const ENTRY: [u8; 4] = *b"PK\x01\x02";
/// The least bytes of both.
const END_SIZE: usize = 22;
const ENTRY_SIZE: usize = 46;

/// Makes the bytes of a zip the same on every machine: no entry tells any more on what system it
/// was made and who may read it there. Bytes that are no zip stay as they are.
pub fn settle(bytes: &mut [u8]) {
    let Some(end) = bytes.len().checked_sub(END_SIZE).and_then(|last| {
        (0..=last).rev().find(|&at| bytes.get(at..at + 4) == Some(END.as_slice()))
    }) else {
        return;
    };
    let number = |bytes: &[u8], at: usize, size: usize| -> usize {
        let digits = bytes.get(at..at + size).unwrap_or_default();
        digits.iter().rev().fold(0, |sum, digit| sum << 8 | usize::from(*digit))
    };
    let mut at = number(bytes, end + 16, 4);
    for _ in 0..number(bytes, end + 10, 2) {
        let Some(entry) = bytes.get_mut(at..).filter(|entry| entry.starts_with(&ENTRY)) else {
            return;
        };
        if let Some(system) = entry.get_mut(5) {
            *system = 0;
        }
        if let Some(attributes) = entry.get_mut(38..42) {
            attributes.fill(0);
        }
        at += ENTRY_SIZE + [28, 30, 32].map(|at| number(entry, at, 2)).iter().sum::<usize>();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};

    #[test]
    fn a_zip_made_elsewhere_is_the_same_zip() {
        let made = |system| {
            let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
            let options = zip::write::SimpleFileOptions::default()
                .last_modified_time(zip::DateTime::default())
                .system(system);
            for name in ["a.xml", "b/c.xml"] {
                zip.start_file(name, options.unix_permissions(0o640)).unwrap();
                zip.write_all(b"<a/>").unwrap();
            }
            let mut bytes = zip.finish().unwrap().into_inner();
            settle(&mut bytes);
            bytes
        };
        let bytes = made(zip::System::Unix);
        assert_eq!(bytes, made(zip::System::Dos));
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(std::io::read_to_string(archive.by_name("b/c.xml").unwrap()).unwrap(), "<a/>");
    }

    #[test]
    fn what_is_no_zip_stays() {
        for bytes in [&b""[..], b"PK", b"PK\x05\x06 and so on and so on .", b"PK\x05\x06"] {
            let mut settled = bytes.to_vec();
            settle(&mut settled);
            assert_eq!(settled, bytes);
        }
    }
}
