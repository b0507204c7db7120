//! The Word file: nothing lost, what Word asks for, and what an official document needs.

pub mod order;
mod pages;
pub mod reading;
mod tables;
mod timeline;
pub mod tree;

use caitien::document::{Block, Document, plan_document};
use caitien::import::Shown;
use caitien::layout::{Pages, lay_out};
use caitien::library::{FORM_2_2026, NARRATIVE, TABLE_2018};
use caitien::plan::{Paragraph, Plan, Run, SchoolYear};
use proptest::prelude::*;

use super::document::nothing_lost::{Typist, bare, typed};
use super::document::{document_of, form, sample};
use tree::{Node, parts, tree};

/// The pages of a document, and its Word file.
fn made(document: &Document) -> (Pages, Vec<u8>) {
    let pages = lay_out(document, caitien::library::faces().unwrap());
    let bytes = caitien::export::docx(document, &pages).unwrap();
    (pages, bytes)
}

/// The text of a document's Word file as a tree; each part is looked at on the way.
fn body(document: &Document) -> Node {
    let parts = parts(&made(document).1);
    for (name, part) in &parts {
        let whole = tree(part);
        order::check(&whole);
        assert!(!name.starts_with("customXml"));
    }
    tree(&parts["word/document.xml"])
}

fn sample_documents() -> Vec<Document> {
    let sample = sample();
    let document = |plan: &Plan| plan_document(&sample, plan, &form(&plan.form));
    sample.plans.iter().map(|plan| document(plan)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn every_printed_text_is_in_the_word_file(
        texts in prop::collection::vec(typed(), 7..30),
        form in prop::sample::select(vec![TABLE_2018, NARRATIVE, FORM_2_2026]),
    ) {
        let mut typist = Typist::of(texts);
        let plan = typist.plan(&form);
        let paper = bare(&body(&document_of(&plan)).words());
        for text in &typist.printed {
            prop_assert!(paper.contains(&bare(text)), "{form:?} lost {text:?}");
        }
    }

    #[test]
    fn no_text_makes_a_file_that_is_not_xml(text in "(\\PC|[\u{0}-\u{1F}\u{FFFE}\u{FFFF}<&>]){0,40}") {
        for form in [TABLE_2018, NARRATIVE, FORM_2_2026] {
            let plan = Typist::of(vec![text.clone()]).plan(&form);
            let paper = bare(&body(&document_of(&plan)).words());
            prop_assert!(paper.contains("M0K"));
        }
    }
}

#[test]
fn spaces_at_the_ends_of_runs_and_signs_are_kept() {
    let mut plan = (*sample().plans[0]).clone();
    plan.subject = vec!["A & B < C > D \"E\"\u{0}\u{FFFE}".to_owned()];
    let body = body(&document_of(&plan));
    assert!(body.words().contains("A & B < C > D \"E\"\n"));
    let numbers: Vec<&Node> =
        body.all("w:t").into_iter().filter(|text| text.text.ends_with(". ")).collect();
    assert!(!numbers.is_empty());
    for number in numbers {
        assert_eq!(number.attributes.get("xml:space").map(String::as_str), Some("preserve"));
    }
}

#[test]
fn numbers_are_words_and_levels_are_styles() {
    let bodies: Vec<Node> = sample_documents().iter().map(body).collect();
    for body in &bodies {
        assert!(body.all("w:numPr").is_empty());
    }
    let paragraphs = bodies.iter().flat_map(|body| body.all("w:p"));
    let of_style = |style: &str| {
        let is = |paragraph: &&Node| {
            let own = paragraph.child("w:pPr").and_then(|own| own.child("w:pStyle")).unwrap();
            own.attributes["w:val"] == style
        };
        paragraphs.clone().filter(is).map(Node::words).collect::<Vec<_>>()
    };
    for (style, start) in [("PartHeading", "I. "), ("Point", "a) "), ("Dash", "- ")] {
        let words = of_style(style);
        assert!(words.iter().any(|words| words.starts_with(start)), "{style}: {words:?}");
    }
}

#[test]
fn styles_have_vietnamese_names_and_every_one_that_is_used_is_there() {
    for document in sample_documents() {
        let parts = parts(&made(&document).1);
        let styles = tree(&parts["word/styles.xml"]);
        let ids: Vec<&String> =
            styles.all("w:style").iter().map(|style| &style.attributes["w:styleId"]).collect();
        for used in tree(&parts["word/document.xml"]).all("w:pStyle") {
            assert!(ids.contains(&&used.attributes["w:val"]));
        }
        let names: Vec<&str> = styles
            .all("w:style")
            .iter()
            .map(|style| style.child("w:name").unwrap().attributes["w:val"].as_str())
            .collect();
        assert!(names.contains(&"Tên phần") && names.contains(&"Trích yếu"), "{names:?}");
        assert!(names.iter().all(|name| !name.contains(',')), "Word parts names at commas");
        let fonts = &styles.all("w:rFonts")[0].attributes;
        assert!(fonts.len() == 4 && fonts.values().all(|font| font == "Times New Roman"));
        assert_eq!(styles.all("w:lang")[0].attributes["w:val"], "vi-VN");
    }
}

/// Who opens the file again has the letters that were typed.
#[test]
fn capitals_are_a_look_of_the_style_and_not_of_the_text() {
    let mut plan = (*sample().plans[0]).clone();
    plan.doc_type = "Kế hoạch".to_owned();
    plan.letterhead.school = "Trường Trung học cơ sở Nguyễn Thị Minh Khai Nguyệt Hà".to_owned();
    plan.signatures[0].position = "Phó Hiệu trưởng".to_owned();
    let parts = parts(&made(&document_of(&plan)).1);
    let body = tree(&parts["word/document.xml"]);
    let heading = plan.parts[0].heading.as_str();
    assert_ne!(heading, heading.to_uppercase());
    for typed in ["Kế hoạch\n", "Phó Hiệu trưởng\n", heading] {
        assert!(body.words().contains(typed), "{typed}");
    }
    let all = |style: &&Node| !style.all("w:caps").is_empty();
    let styles = tree(&parts["word/styles.xml"]);
    let capital: Vec<&str> = styles
        .all("w:style")
        .iter()
        .filter(|style| all(style))
        .map(|style| style.attributes["w:styleId"].as_str())
        .collect();
    assert_eq!(capital, ["PartHeading", "GoverningBody", "School", "DocType", "Position"]);
    // A name that is parted stays one paragraph, each word in its letters.
    let letterhead = body.all("w:tbl")[0];
    let name = letterhead.all("w:p").into_iter().find(|one| one.words().starts_with("Trường"));
    let name = name.unwrap().words();
    assert_eq!(name.split_whitespace().collect::<Vec<_>>().join(" "), plan.letterhead.school);
    assert!(name.trim().contains('\n'));
}

#[test]
fn words_that_belong_together_are_held_where_there_is_room_for_them() {
    let mut plan = (*sample().plans[1]).clone();
    plan.opening = vec![Paragraph {
        runs: vec![
            Run::styled("Theo Điều".to_owned(), true, false),
            Run::plain(" 5 của Quy chế, năm học 2025 - 2026,  5 lần"),
        ],
        ..Paragraph::default()
    }];
    let (document, bytes) = (document_of(&plan), made(&document_of(&plan)).1);
    let words = body(&document).words();
    assert!(
        words.contains("Theo Điều\u{A0}5 của Quy chế, năm học 2025\u{A0}-\u{A0}2026,  5\u{A0}lần")
    );
    assert!(words.contains("Kết\u{A0}quả cần đạt"), "the title of a column");
    assert!(words.contains("Ghi chú"), "no room for it in the wider letters of another machine");
    // The titles of narrow columns would be parted within a word.
    let Some(Block::Table(mut table)) =
        document.blocks.iter().find(|block| matches!(block, Block::Table(_))).cloned()
    else {
        panic!("no table")
    };
    for column in &mut table.columns {
        column.width_permille = Some(100);
        column.title = "Hướng nghiệp phổ thông chuyên kết quả".to_owned();
    }
    table.columns[0].width_permille = Some(30);
    table.columns[0].title = "năm 2026".to_owned();
    let narrow = Document { blocks: vec![Block::Table(table)], ..Document::default() };
    let words = body(&narrow).words();
    assert!(words.contains("năm 2026\n") && words.contains("kết\u{A0}quả"), "{words}");
    // Who reads the file back finds the spaces that were typed.
    let source = caitien::import::docx(&bytes).unwrap();
    let read: Vec<String> = source
        .blocks
        .iter()
        .filter_map(|block| if let Shown::Line(line) = block { Some(line.text()) } else { None })
        .collect();
    assert!(read.contains(&plan.opening[0].text()), "{read:?}");
}

#[test]
fn the_file_says_its_title_its_author_and_its_language() {
    for document in sample_documents() {
        let facts = tree(&parts(&made(&document).1)["docProps/core.xml"]);
        let said = |name: &str| facts.child(name).unwrap().text.clone();
        assert_eq!(said("dc:title"), document.title);
        assert_eq!(said("dc:creator"), document.author);
        assert_eq!(said("dc:language"), "vi-VN");
        assert_eq!(facts.children.len(), 3, "and no date");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for document in sample_documents() {
        assert_eq!(made(&document).1, made(&document).1);
    }
}

#[test]
fn an_empty_plan_is_a_file_as_well() {
    let nothing = body(&Document::default());
    assert_eq!(nothing.all("w:sectPr").len(), 1);
    let year = SchoolYear::starting(2026).unwrap();
    body(&document_of(&Plan { form: TABLE_2018, ..Plan::empty(year) }));
}
