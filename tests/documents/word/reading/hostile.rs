//! Files that are damaged, by accident or on purpose: they end in a sentence or in words, within
//! bounds, and never in a panic.

use caitien::import::{Note, PaperError, docx, paper};
use caitien::ooxml::{Archive, Limit, ReadError};

use super::file::{Word, p, package, part, relations, within};
use super::lines;
use super::rich::rich;
use crate::damaged::Chance;

#[test]
fn looks_may_be_as_damaged_as_they_like() {
    let rich = rich();
    let mut chance = Chance::of(0xFACE);
    for at in 0..300 {
        let mut damaged = rich.clone();
        let one = if at % 2 == 0 { &mut damaged.styles } else { &mut damaged.numbering };
        *one = String::from_utf8_lossy(&chance.damage(one.as_bytes())).into_owned();
        assert!(paper(&damaged.bytes()).is_ok(), "number {at}");
    }
}

#[track_caller]
fn refused(body: &str, error: ReadError) {
    assert_eq!(docx(&Word::of(body).bytes()), Err(PaperError::Unread(error)));
}

#[test]
fn a_part_that_unpacks_to_more_than_an_honest_one_is_refused() {
    let bomb = package(&[("word/document.xml", " ".repeat((64 << 20) + 1))]);
    assert!(bomb.len() < 120_000);
    assert_eq!(docx(&bomb), Err(ReadError::TooLarge(Limit::Part).into()));
}

#[test]
fn parts_that_unpack_to_too_much_together_are_refused() {
    let part = " ".repeat(50 << 20);
    let names = ["a", "b", "c", "d"];
    let bomb = package(&names.map(|name| (name, &part)));
    let mut archive = Archive::open(&bomb).unwrap();
    let [a, b, c, d] = names.map(|name| archive.bytes(name).map(|part| part.unwrap().len()));
    assert_eq!([a, b, c], [(); 3].map(|()| Ok(50 << 20)));
    assert_eq!(d, Err(ReadError::TooLarge(Limit::Whole)));
}

#[test]
fn a_file_of_thousands_of_parts_is_refused() {
    let parts: Vec<_> = (0..2_001).map(|at| (format!("{at}"), "")).collect();
    assert_eq!(docx(&package(&parts)), Err(ReadError::TooLarge(Limit::Parts).into()));
}

#[test]
fn elements_within_elements_end() {
    for name in ["p", "sdt", "ins", "tbl", "txbxContent"] {
        let deep =
            format!("{}{}", format!("<w:{name}>").repeat(300), format!("</w:{name}>").repeat(300));
        refused(&deep, ReadError::TooLarge(Limit::Depth));
    }
    // As deep as is allowed, through everything that leads down again.
    let mut inside = p("đáy");
    for _ in 0..30 {
        let table = within("tbl", &within("tr", &within("tc", &inside)));
        inside = within("sdt", &within("sdtContent", &table));
    }
    let source = docx(&Word::of(&inside).bytes()).unwrap();
    assert!(lines(&source).contains("đáy"));
    let run = |inside: &str| format!("<w:p><w:r><w:pict>{inside}</w:pict></w:r></w:p>");
    let mut boxes = p("hộp");
    for _ in 0..60 {
        boxes = run(&within("txbxContent", &boxes));
    }
    let source = docx(&Word::of(&boxes).bytes()).unwrap();
    assert!(lines(&source).contains("[] hộp"));
}

#[test]
fn nothing_is_defined_and_nothing_is_fetched() {
    let lol = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    let bomb = part("document", "<w:body/>").replacen("?>\n", &format!("?>\n{lol}"), 1);
    let bytes = package(&[("word/document.xml", bomb)]);
    assert_eq!(docx(&bytes), Err(ReadError::Definitions.into()));
    refused(&p("&a;"), ReadError::NotXml);
    refused(&p("&#0;"), ReadError::NotXml);
    let outside = relations(&[("styles", "file:///etc/passwd"), ("footnotes", "../../../x")])
        .replacen("Target=", "TargetMode=\"External\" Target=", 1);
    let main = part("document", &within("body", &p("chữ")));
    let bytes = package(&[("word/document.xml", main), ("word/_rels/document.xml.rels", outside)]);
    assert_eq!(lines(&docx(&bytes).unwrap()), "chữ");
}

#[test]
fn a_million_attributes_are_looked_at_once() {
    let attributes = (0..1_000_000).map(|at| format!(" a{at}=\"\"")).collect::<Vec<_>>().concat();
    let body = format!("<w:p{attributes}><w:r{attributes}><w:t>chữ</w:t></w:r></w:p>");
    assert_eq!(lines(&docx(&Word::of(&body).bytes()).unwrap()), "chữ");
    let names = (0..10_000).map(|at| format!(" xmlns:a{at}=\"x\"")).collect::<Vec<_>>().concat();
    refused(&format!("<w:p{names}/>"), ReadError::NotXml);
}

#[test]
fn more_than_an_honest_file_has_is_refused() {
    refused(&"<w:p/>".repeat(60_001), ReadError::TooLarge(Limit::Lines));
    let cell = within("tc", &"<w:p/>".repeat(150_001));
    refused(&within("tbl", &within("tr", &cell)), ReadError::TooLarge(Limit::Paragraphs));
    let cells = within("tbl", &within("tr", &"<w:tc/>".repeat(500_001)));
    refused(&cells, ReadError::TooLarge(Limit::Cells));
    refused(&within("tbl", &"<w:tr/>".repeat(20_001)), ReadError::TooLarge(Limit::Rows));
    refused(&"<w:tbl/>".repeat(60_001), ReadError::TooLarge(Limit::Lines));
    let breaks = "<w:r><w:t>a</w:t><w:br w:type=\"page\"/></w:r>".repeat(30_001);
    refused(&within("p", &breaks), ReadError::TooLarge(Limit::Lines));
    refused(&p(&"chữ ".repeat(2 << 20)), ReadError::TooLarge(Limit::Text));
}

#[test]
fn thousands_of_styles_and_lists_are_refused() {
    let body = p("chữ");
    let many = |each: fn(usize) -> String| (0..20_001).map(each).collect::<String>();
    let too_many = Err(ReadError::TooLarge(Limit::Looks).into());
    let styles = many(|at| format!("<w:style w:styleId=\"{at}\"/>"));
    assert_eq!(docx(&Word { styles, ..Word::of(&body) }.bytes()), too_many);
    for each in [(|at| format!("<w:num w:numId=\"{at}\"/>")) as fn(usize) -> String, |at| {
        format!("<w:abstractNum w:abstractNumId=\"{at}\"/>")
    }] {
        let numbering = many(each);
        assert_eq!(docx(&Word { numbering, ..Word::of(&body) }.bytes()), too_many);
    }
}

#[test]
fn the_label_that_a_list_repeats_is_counted_each_time() {
    let level =
        format!("<w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"{}\"/></w:lvl>", "x".repeat(10_000));
    let kind = format!("<w:abstractNum w:abstractNumId=\"0\">{level}</w:abstractNum>");
    let numbering = kind + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>\
        <w:r><w:t>a</w:t></w:r></w:p>";
    let file = |items: usize| {
        Word { numbering: numbering.clone(), ..Word::of(&item.repeat(items)) }.bytes()
    };
    assert!(docx(&file(100)).is_ok());
    assert_eq!(docx(&file(1_000)), Err(ReadError::TooLarge(Limit::Text).into()));
}

#[test]
fn what_no_text_names_is_not_read_without_end() {
    let names = |count: usize| vec![("image", "a.png"); count];
    let text = part("document", &within("body", &p("chữ")));
    let with = |named: &[(&str, &str)], chart: String| {
        package(&[
            ("word/document.xml", text.clone()),
            ("word/_rels/document.xml.rels", relations(named)),
            ("word/a.xml", chart),
        ])
    };
    assert!(docx(&with(&names(10_000), String::new())).is_ok());
    let too_many = docx(&with(&names(10_001), String::new()));
    assert_eq!(too_many, Err(ReadError::TooLarge(Limit::Parts).into()));
    let chart = format!(
        "<c xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">{}</c>",
        "<a:p/>".repeat(60_001)
    );
    let too_long = docx(&with(&[("chart", "a.xml")], chart));
    assert_eq!(too_long, Err(ReadError::TooLarge(Limit::Lines).into()));
}

/// A text that refers to a note, with these links and this part of notes.
fn with_note(links: String, notes: &[(&str, String)]) -> caitien::import::Source {
    let body =
        "<w:body><w:p><w:r><w:t>chữ</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p></w:body>";
    let mut parts = vec![
        ("word/document.xml", part("document", body)),
        ("word/_rels/document.xml.rels", links),
    ];
    parts.extend(notes.iter().cloned());
    docx(&package(&parts)).unwrap()
}

#[test]
fn notes_that_are_gone_are_not_passed_over() {
    let note = "<w:footnote w:id=\"2\"><w:p><w:r><w:t>lời chú</w:t></w:r></w:p></w:footnote>";
    let footnotes = || ("word/footnotes.xml", part("footnotes", note));
    let links = || relations(&[("footnotes", "footnotes.xml")]);
    let whole = with_note(links(), &[footnotes()]);
    assert!(lines(&whole).contains("lời chú"));
    assert_eq!(whole.notes, [Note::Notes(1)]);
    // Links that cannot be read hide no words.
    let broken = with_note(links().replace("</Rel", "</rel"), &[footnotes()]);
    assert_eq!(lines(&broken), lines(&whole));
    assert_eq!(broken.notes, [Note::Notes(1), Note::LookUnknown]);
    let named_by_none = with_note(relations(&[]), &[footnotes()]);
    assert_eq!(named_by_none, broken);
    assert_eq!(with_note(links(), &[]).notes, [Note::NotesMissing(1)]);
    let other = ("word/footnotes.xml", part("footnotes", &note.replace('2', "3")));
    assert_eq!(with_note(links(), &[other]).notes, [Note::NotesMissing(1)]);
}

#[test]
fn fields_within_fields_end() {
    let begun = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>".repeat(10_000);
    let body = within("p", &begun) + &p("sau");
    assert_eq!(lines(&docx(&Word::of(&body).bytes()).unwrap()), "\nsau");
}
