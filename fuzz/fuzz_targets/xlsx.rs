//! Any text as the parts of a workbook, so that what is tried is the reading and not the zip: the
//! parts are separated by a null, the sheet first.

#![no_main]

use caitien::import::{collected, workbook, workbook_source};
use caitien::ooxml::Package;

const PARTS: [&str; 3] = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"];
const BOOK: &str = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <sheets><sheet name=\"A\" id=\"a\"/></sheets></workbook>";
const RELATIONS: &str = "<Relationships>\
    <Relationship Id=\"a\" Type=\"/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
    <Relationship Type=\"/sharedStrings\" Target=\"sharedStrings.xml\"/>\
    <Relationship Type=\"/styles\" Target=\"styles.xml\"/></Relationships>";

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut parts = text.split('\0');
    let mut package = Package::new();
    let _ = package.add("xl/_rels/workbook.xml.rels", RELATIONS);
    let _ = package.add("xl/workbook.xml", BOOK);
    for (name, part) in PARTS.into_iter().zip(&mut parts) {
        let _ = package.add(name, part);
    }
    if let Ok(bytes) = package.finish()
        && let Ok(workbook) = workbook(&bytes)
    {
        let _ = workbook_source(&workbook);
        let _ = collected(&workbook);
    }
});
