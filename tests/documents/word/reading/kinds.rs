//! Files that are no Word files: each is known by its content and has its own sentence.

use std::collections::BTreeSet;
use std::path::Path;

use caitien::import::{Kind, PaperError, paper};
use caitien::messages::unread_paper;
use caitien::ooxml::{Limit, ReadError};

use super::file::{Word, p, package, part, relations};

/// A compound file of 97-2003 that holds a stream of this name, as far as anybody looks.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(2048, 0);
    bytes
}

#[test]
fn each_kind_is_known_by_its_content() {
    let sheet = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";
    let named = relations(&[("officeDocument", "xl/workbook.xml")]);
    let workbook = package(&[("_rels/.rels", named.as_str()), ("xl/workbook.xml", sheet)]);
    let odt = package(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    let cases: [(&[u8], Kind); 24] = [
        (b"", Kind::Empty),
        ("Kế hoạch cải tiến\r\n".as_bytes(), Kind::Text),
        (b"\xFF\xFEK\0", Kind::Text),
        (b"{\\rtf1\\ansi", Kind::Rtf),
        (b"%PDF-1.7\n%", Kind::Pdf),
        (b"\n\n%PDF-1.4", Kind::Pdf),
        (b"\x89PNG\r\n\x1A\n", Kind::Picture),
        (b"\xFF\xD8\xFF\xE0", Kind::Picture),
        (b"<html><body>", Kind::WebPage),
        (b"\xEF\xBB\xBF<!DOCTYPE HTML>", Kind::WebPage),
        (b"MIME-Version: 1.0\r\n", Kind::WebPage),
        (b"<?xml version=\"1.0\"?><w:wordDocument>", Kind::WordXml),
        (b"<?xml version=\"1.0\"?><a/>", Kind::Text),
        (b"SQLite format 3\0", Kind::Dossier),
        (&odt, Kind::OpenDocument),
        (&workbook, Kind::Workbook),
        (&package(&[("xl/workbook.bin", "x")]), Kind::Workbook),
        (&package(&[("ppt/presentation.xml", "<a/>")]), Kind::Slides),
        (&package(&[("plan.txt", "x")]), Kind::Zip),
        (&package(&[("word/document.xml", "<a/>")]), Kind::Zip),
        (&compound("EncryptedPackage"), Kind::Locked),
        (&compound("Workbook"), Kind::OldWorkbook),
        (&compound("PowerPoint Document"), Kind::Slides),
        (&[0; 4000], Kind::Unknown),
    ];
    for (bytes, kind) in cases {
        assert_eq!(paper(bytes), Err(PaperError::Is(kind)), "{:?}", bytes.get(..20));
    }
}

#[test]
fn files_that_were_cut_or_damaged_say_so() {
    let bytes = Word::of(&p("chữ")).bytes();
    assert_eq!(paper(&bytes[..bytes.len() - 30]), Err(ReadError::Cut.into()));
    let broken = package(&[("word/document.xml", part("document", "<w:body><w:p>"))]);
    assert_eq!(paper(&broken), Err(ReadError::NotXml.into()));
    let whole = part("document", "<w:body/>");
    let cut = package(&[("word/document.xml", &whole[..whole.len() - 9])]);
    assert_eq!(paper(&cut), Err(ReadError::NotXml.into()));
    let mut flipped = bytes.clone();
    let at = bytes.windows(8).position(|name| name == b"document").unwrap() + 30;
    flipped[at] ^= 0x40;
    let damaged = PaperError::Unread(ReadError::Damaged("word/document.xml".to_owned()));
    assert_eq!(paper(&flipped), Err(damaged));
}

#[test]
fn each_kind_has_its_own_sentence_and_a_way_out() {
    let kinds = [
        Kind::Empty,
        Kind::Text,
        Kind::Rtf,
        Kind::Pdf,
        Kind::Picture,
        Kind::WebPage,
        Kind::WordXml,
        Kind::OpenDocument,
        Kind::Workbook,
        Kind::OldWorkbook,
        Kind::Slides,
        Kind::Zip,
        Kind::Dossier,
        Kind::Locked,
        Kind::OldWord,
        Kind::Unknown,
    ];
    let part = || "word/document.xml".to_owned();
    let unread = [
        ReadError::Cut,
        ReadError::Damaged(part()),
        ReadError::NotXml,
        ReadError::Packing(part()),
        ReadError::Definitions,
        ReadError::TooLarge(Limit::File),
        ReadError::TooLarge(Limit::Parts),
        ReadError::TooLarge(Limit::Whole),
        ReadError::TooLarge(Limit::Cells),
    ];
    let errors = kinds.map(PaperError::Is).into_iter().chain(unread.map(PaperError::Unread));
    let sentences: Vec<String> =
        errors.map(|error| unread_paper(&error, Path::new("a.docx"))).collect();
    for sentence in &sentences {
        assert!(sentence.starts_with("Tệp “a.docx” ") && sentence.ends_with('.'), "{sentence}");
        assert!(sentence.contains("; đề nghị "), "{sentence}");
    }
    let different: BTreeSet<&String> = sentences.iter().collect();
    assert_eq!(different.len(), sentences.len());
}
