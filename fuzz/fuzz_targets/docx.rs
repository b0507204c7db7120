//! Any text as the parts of a Word file, so that what is tried is the reading and not the zip: the
//! parts are separated by a null.

#![no_main]

use caitien::ooxml::Package;

const PARTS: [&str; 4] =
    ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"];
const RELATIONS: &str = "<Relationships>\
    <Relationship Type=\"/styles\" Target=\"styles.xml\"/>\
    <Relationship Type=\"/numbering\" Target=\"numbering.xml\"/>\
    <Relationship Type=\"/footnotes\" Target=\"footnotes.xml\"/></Relationships>";

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut package = Package::new();
    let _ = package.add("word/_rels/document.xml.rels", RELATIONS);
    for (name, part) in PARTS.into_iter().zip(text.split('\0')) {
        let _ = package.add(name, part);
    }
    if let Ok(bytes) = package.finish() {
        let _ = caitien::import::docx(&bytes);
    }
});
