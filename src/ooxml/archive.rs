//! The zip that is read: parts by name, unpacked within limits that are counted on the way.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::events::Left;
use super::{Events, Limit, ReadError};

/// The most bytes a file may have.
const FILE: usize = 64 << 20;
/// The most parts.
const PARTS: usize = 2_000;
/// The most bytes of a part, unpacked.
const PART: usize = 64 << 20;
/// The most bytes of all parts together, unpacked.
const WHOLE: usize = 192 << 20;
/// As much is believed of what a part says about its size before it is unpacked.
const BELIEVED: u64 = 16 << 20;
/// The mark before each entry of a zip's directory.
const ENTRY: &[u8] = b"PK\x01\x02";

/// A package that is read.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// By name in small letters: names of parts are equal without regard to case.
    names: HashMap<String, usize>,
    /// As many bytes may still be unpacked.
    left: usize,
    elements: Left,
}

impl<'a> Archive<'a> {
    /// Reads the directory.
    ///
    /// # Errors
    /// When there is none, or it names more than an honest file has.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if bytes.len() > FILE {
            return Err(ReadError::TooLarge(Limit::File));
        }
        // Counted before the directory is read, which takes memory for each entry.
        if bytes.windows(ENTRY.len()).filter(|four| *four == ENTRY).count() > PARTS {
            return Err(ReadError::TooLarge(Limit::Parts));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Cut)?;
        let mut names = HashMap::new();
        for at in 0..zip.len() {
            if let Some(Ok(name)) = zip.name_for_index(at) {
                names.insert(key(&name), at);
            }
        }
        Ok(Self { zip, names, left: WHOLE, elements: Left::default() })
    }

    /// Whether a part is there.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.names.contains_key(&key(name))
    }

    /// The names of the parts, in small letters, in no order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// The bytes of a part; none where there is no such part.
    ///
    /// # Errors
    /// When the part is damaged, locked or too large.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(&at) = self.names.get(&key(name)) else { return Ok(None) };
        self.unpack(at).map(Some)
    }

    /// The text of a part, in UTF-8 or UTF-16; none where there is no such part.
    ///
    /// # Errors
    /// As [`Archive::bytes`], and when the bytes are no text.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        decode(bytes).map(Some).ok_or_else(|| ReadError::Damaged(name.to_owned()))
    }

    /// The text of a part as elements, which are counted together with those of the other parts.
    #[must_use]
    pub fn events<'t>(&self, text: &'t str) -> Events<'t> {
        Events::counted(text, self.elements.clone())
    }

    fn unpack(&mut self, at: usize) -> Result<Vec<u8>, ReadError> {
        let name =
            self.zip.name_for_index(at).and_then(Result::ok).unwrap_or_default().into_owned();
        let most = self.left.min(PART);
        let part = match self.zip.by_index(at) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(ReadError::Locked(name));
            }
            Err(ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_)) => {
                return Err(ReadError::Packing(name));
            }
            Err(_) => return Err(ReadError::Damaged(name)),
        };
        let mut bytes = Vec::with_capacity(part.size().min(BELIEVED) as usize);
        let read = part.take(most as u64 + 1).read_to_end(&mut bytes);
        if bytes.len() > most {
            let limit = if most == PART { Limit::Part } else { Limit::Whole };
            return Err(ReadError::TooLarge(limit));
        }
        read.map_err(|_| ReadError::Damaged(name))?;
        self.left -= bytes.len();
        Ok(bytes)
    }
}

/// A name as it is looked up; some programs write `\` between folders.
fn key(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_ascii_lowercase()
}

fn decode(bytes: Vec<u8>) -> Option<String> {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|two| unit([two[0], two[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>().ok()
    };
    match bytes.get(..2) {
        Some([0xFF, 0xFE]) => wide(u16::from_le_bytes),
        Some([0xFE, 0xFF]) => wide(u16::from_be_bytes),
        _ => {
            let mut text = String::from_utf8(bytes).ok()?;
            if text.starts_with('\u{FEFF}') {
                text.drain(..'\u{FEFF}'.len_utf8());
            }
            Some(text)
        }
    }
}
