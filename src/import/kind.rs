//! What a file is, by its content: its name says what somebody took it for.

use super::Kind;
use crate::ooxml::Archive;

/// What is to be done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// A package, of Word as it seems.
    Package,
    /// A Word file of 97-2003.
    Doc,
    /// It cannot be read.
    Other(Kind),
}

/// The first bytes of kinds that have a mark.
const MARKS: [(&[u8], Kind); 14] = [
    (b"{\\rtf", Kind::Rtf),
    (b"\x89PNG", Kind::Picture),
    (b"\xFF\xD8\xFF", Kind::Picture),
    (b"GIF8", Kind::Picture),
    (b"BM", Kind::Picture),
    (b"II*\0", Kind::Picture),
    (b"MM\0*", Kind::Picture),
    (b"RIFF", Kind::Picture),
    (b"\0\0\0\x18ftyp", Kind::Picture),
    (b"\0\0\0\x1Cftyp", Kind::Picture),
    (b"\0\0\0\x20ftyp", Kind::Picture),
    (b"\0\0\0\x24ftyp", Kind::Picture),
    (b"SQLite format 3\0", Kind::Dossier),
    (b"MIME-Version:", Kind::WebPage),
];

/// The mark of the files of Office 97-2003, which also holds files with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The streams in such a file that say what it is.
const STREAMS: [(&str, Content); 5] = [
    ("EncryptedPackage", Content::Other(Kind::Locked)),
    ("WordDocument", Content::Doc),
    ("Workbook", Content::Other(Kind::OldWorkbook)),
    ("Book", Content::Other(Kind::OldWorkbook)),
    ("PowerPoint Document", Content::Other(Kind::Slides)),
];

/// As much is looked at where a mark may stand behind other bytes.
const BEGINNING: usize = 4096;

/// What a file is.
pub(super) fn content(bytes: &[u8]) -> Content {
    let begin = &bytes[..bytes.len().min(BEGINNING)];
    let bare = begin.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(begin).trim_ascii_start();
    if bytes.is_empty() {
        return Content::Other(Kind::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Content::Package;
    }
    if bytes.starts_with(COMPOUND) {
        let names = |name: &str| {
            let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            // A name ends with a null: "Book" is also the end of "Workbook".
            bytes
                .windows(wide.len() + 2)
                .any(|part| part[..wide.len()] == wide && part[wide.len()..] == [0, 0])
        };
        let found = STREAMS.into_iter().find(|(name, _)| names(name));
        return found.map_or(Content::Other(Kind::Unknown), |(_, content)| content);
    }
    if let Some((_, kind)) = MARKS.into_iter().find(|(mark, _)| bare.starts_with(mark)) {
        return Content::Other(kind);
    }
    if holds(begin, b"%PDF-") {
        return Content::Other(Kind::Pdf);
    }
    Content::Other(text_kind(bytes, bare))
}

/// What a package is that has no Word document at its root.
pub(super) fn package_kind(archive: &mut Archive) -> Kind {
    let says = archive.text("mimetype").ok().flatten().unwrap_or_default();
    let holds = |folder: &str| archive.names().any(|name| name.starts_with(folder));
    if says.starts_with("application/vnd.oasis.opendocument.") {
        Kind::OpenDocument
    } else if holds("xl/") {
        Kind::Workbook
    } else if holds("ppt/") {
        Kind::Slides
    } else {
        Kind::Zip
    }
}

/// What a file without a mark is: text, if it is text.
fn text_kind(bytes: &[u8], bare: &[u8]) -> Kind {
    let begin = bare.to_ascii_lowercase();
    if begin.starts_with(b"<!doctype html") || begin.starts_with(b"<html") {
        return Kind::WebPage;
    }
    let word_xml = holds(bare, b"wordDocument")
        || holds(bare, b"http://schemas.microsoft.com/office/2006/xmlPackage");
    if begin.starts_with(b"<?xml") && word_xml {
        return Kind::WordXml;
    }
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let is_text = |text: &str| !text.chars().any(|c| c.is_control() && !c.is_whitespace());
    if wide || std::str::from_utf8(bytes).is_ok_and(is_text) { Kind::Text } else { Kind::Unknown }
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|part| part == mark)
}
