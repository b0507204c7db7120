//! The parts around the text: what the file holds, its settings, the number of the page.

use super::paragraph::{HEADER_LINK, LANGUAGE, Lead, W};
use crate::document::Style;
use crate::layout::clean;
use crate::ooxml::Xml;

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const LINKS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// Written as the program that made the file.
const PROGRAM: &str = "Cải Tiến";

pub(super) fn content_types() -> String {
    let mut xml = Xml::part();
    let types = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.within("Types", &[("xmlns", &types)], |xml| {
        let links = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", &"rels"), ("ContentType", &links)]);
        xml.empty("Default", &[("Extension", &"xml"), ("ContentType", &"application/xml")]);
        let facts = "application/vnd.openxmlformats-package.core-properties+xml".to_owned();
        let program =
            "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned();
        for (part, kind) in [
            ("/docProps/app.xml", program),
            ("/docProps/core.xml", facts),
            ("/word/document.xml", format!("{WORD}.document.main+xml")),
            ("/word/styles.xml", format!("{WORD}.styles+xml")),
            ("/word/settings.xml", format!("{WORD}.settings+xml")),
            ("/word/header1.xml", format!("{WORD}.header+xml")),
        ] {
            xml.empty("Override", &[("PartName", &part), ("ContentType", &kind)]);
        }
    });
    xml.into_text()
}

pub(super) fn package_links() -> String {
    let facts = "http://schemas.openxmlformats.org/package/2006/relationships/metadata";
    links(&[
        ("rId1", format!("{RELATION}/officeDocument"), "word/document.xml"),
        ("rId2", format!("{facts}/core-properties"), "docProps/core.xml"),
        ("rId3", format!("{RELATION}/extended-properties"), "docProps/app.xml"),
    ])
}

pub(super) fn document_links() -> String {
    links(&[
        ("rId1", format!("{RELATION}/styles"), "styles.xml"),
        ("rId2", format!("{RELATION}/settings"), "settings.xml"),
        (HEADER_LINK, format!("{RELATION}/header"), "header1.xml"),
    ])
}

fn links(all: &[(&str, String, &str)]) -> String {
    let mut xml = Xml::part();
    xml.within("Relationships", &[("xmlns", &LINKS)], |xml| {
        for (id, kind, target) in all {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.into_text()
}

/// Title, author and language; no date, for the file must not depend on the hour.
pub(super) fn facts(title: &str, author: &str) -> String {
    let mut xml = Xml::part();
    let core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    let dublin = "http://purl.org/dc/elements/1.1/";
    xml.within("cp:coreProperties", &[("xmlns:cp", &core), ("xmlns:dc", &dublin)], |xml| {
        for (name, words) in
            [("dc:title", title), ("dc:creator", author), ("dc:language", LANGUAGE)]
        {
            let words = clean(words).replace('\n', " ");
            xml.within(name, &[], |xml| xml.words(&words));
        }
    });
    xml.into_text()
}

pub(super) fn program() -> String {
    let mut xml = Xml::part();
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.within("Properties", &[("xmlns", &kind)], |xml| {
        xml.within("Application", &[], |xml| xml.words(PROGRAM));
    });
    xml.into_text()
}

pub(super) fn settings() -> String {
    let mut xml = Xml::part();
    xml.within("w:settings", &[("xmlns:w", &W)], |xml| {
        xml.empty("w:zoom", &[("w:percent", &100)]);
        xml.empty("w:defaultTabStop", &[("w:val", &720)]);
        xml.empty("w:characterSpacingControl", &[("w:val", &"doNotCompress")]);
        xml.within("w:compat", &[], |xml| {
            // Or a line that is ended by hand would be stretched in a justified paragraph.
            xml.empty("w:doNotExpandShiftReturn", &[]);
            // Below 15, Word would open the file "in compatibility mode".
            let word = "http://schemas.microsoft.com/office/word";
            xml.empty(
                "w:compatSetting",
                &[("w:name", &"compatibilityMode"), ("w:uri", &word), ("w:val", &15)],
            );
        });
        xml.empty("w:themeFontLang", &[("w:val", &LANGUAGE)]);
        xml.empty("w:decimalSymbol", &[("w:val", &",")]);
        xml.empty("w:listSeparator", &[("w:val", &";")]);
    });
    xml.into_text()
}

/// The number of the page in the top margin. There is none of its own for a first page, so
/// that a section with a title page shows no number on it.
pub(super) fn header() -> String {
    let mut xml = Xml::part();
    xml.within("w:hdr", &[("xmlns:w", &W)], |xml| {
        Lead::new(Style::PageNumber).paragraph(xml, |xml| {
            xml.within("w:fldSimple", &[("w:instr", &" PAGE ")], |xml| {
                xml.within("w:r", &[], |xml| xml.within("w:t", &[], |xml| xml.words("2")));
            });
        });
    });
    xml.into_text()
}
