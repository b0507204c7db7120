//! Sheets, the number of the page, the head and the foot of the Word file.

use caitien::document::{Block, Piece};
use caitien::layout::split;

use super::super::document::{document_of, sample};
use super::tree::{Node, parts, tree};
use super::{body, made, sample_documents};

/// What stands in the body, in order.
fn blocks(body: &Node) -> &[Node] {
    &body.child("w:body").unwrap().children
}

#[test]
fn sections_stand_or_lie_as_ours_and_numbers_go_on() {
    let mut across = 0;
    for document in sample_documents() {
        let body = body(&document);
        let sections = body.all("w:sectPr");
        let ours = split(&document.blocks);
        assert_eq!(sections.len(), ours.len());
        for (at, (section, our)) in sections.iter().zip(&ours).enumerate() {
            let sheet = &section.child("w:pgSz").unwrap().attributes;
            let size = (sheet["w:w"].as_str(), sheet["w:h"].as_str());
            if our.across {
                across += 1;
                assert_eq!(size, ("16838", "11906"));
                assert_eq!(sheet["w:orient"], "landscape");
            } else {
                assert_eq!(size, ("11906", "16838"));
            }
            let first = at == 0;
            assert_eq!(section.child("w:headerReference").is_some(), first);
            assert_eq!(section.child("w:titlePg").is_some(), first);
            assert!(section.child("w:pgNumType").is_none());
        }
        let last = blocks(&body);
        assert_eq!(last[last.len() - 1].name, "w:sectPr");
        assert_eq!(last[last.len() - 2].name, "w:p", "or LibreOffice loses the section");
    }
    assert!(across > 0);
}

#[test]
fn the_header_is_the_number_of_the_page() {
    let parts = parts(&made(&sample_documents()[0]).1);
    let header = tree(&parts["word/header1.xml"]);
    assert_eq!(header.all("w:fldSimple")[0].attributes["w:instr"].trim(), "PAGE");
    let link =
        tree(&parts["word/document.xml"]).all("w:headerReference")[0].attributes["r:id"].clone();
    assert!(parts["word/_rels/document.xml.rels"].contains(&format!("Id=\"{link}\"")));
    assert!(parts["word/_rels/document.xml.rels"].contains("header1.xml"));
}

#[test]
fn rules_are_as_long_as_on_our_page() {
    for document in sample_documents() {
        let (pages, _) = made(&document);
        let body = body(&document);
        let head = &pages.measures.head;
        let letterhead = body.all("w:tbl")[0];
        let cells = letterhead.all("w:tc");
        let rule = |cell: &Node, length: f32| {
            let last = cell.children.last().unwrap().child("w:pPr").unwrap();
            let width = cell.child("w:tcPr").unwrap().number("w:tcW", "w:w").unwrap();
            let room = cell.all("w:tcMar").first().and_then(|room| room.number("w:right", "w:w"));
            let inset = last.number("w:ind", "w:left").unwrap();
            assert_eq!(last.number("w:ind", "w:right"), Some(inset));
            let made = (width - room.unwrap_or(0) - 2 * inset) as f32 / 20.0;
            assert!((made - length).abs() < 0.15, "{made} pt, {length} on our page");
        };
        rule(cells[0], head.school_rule);
        rule(cells[1], head.motto_rule);
    }
}

#[test]
fn a_blank_number_leaves_room_to_write() {
    let mut document = sample_documents().remove(0);
    let Some(Block::Letterhead(head)) = document.blocks.first_mut() else { panic!("no head") };
    head.number = vec![
        Piece::Words("Số:".to_owned()),
        Piece::Blank(caitien::document::Blank::Number),
        Piece::Words("/KH".to_owned()),
    ];
    let words = body(&document).all("w:tbl")[0].words();
    let line = words.lines().find(|line| line.starts_with("Số:")).unwrap();
    let spaces = line.chars().filter(|c| *c == ' ').count();
    assert!((8..=13).contains(&spaces), "{spaces}");
}

/// The cell of place and date: its width in twips, how its line stands, and its words.
fn date_line(place: &str, day: Option<u8>) -> (i32, Option<String>, String) {
    let mut plan = (*sample().plans[2]).clone();
    place.clone_into(&mut plan.letterhead.place);
    plan.date.day = day;
    let body = body(&document_of(&plan));
    let cell = body.all("w:tbl")[0].all("w:tr")[1].all("w:tc")[1];
    let stands = cell.all("w:jc").first().map(|jc| jc.attributes["w:val"].clone());
    let width = cell.child("w:tcPr").unwrap().number("w:tcW", "w:w").unwrap();
    (width, stands, cell.words().trim_end_matches('\n').to_owned())
}

#[test]
fn a_long_place_and_its_date_have_room_for_their_line() {
    let (column, stands, words) = date_line("Sa Pa", Some(5));
    assert_eq!((stands, words.as_str()), (None, "Sa Pa, ngày 05 tháng 9 năm 2026"));

    let (width, stands, words) = date_line("Thành phố Hồ Chí Minh", None);
    assert!(width > column + 100, "{width}, {column}");
    assert_eq!(stands.as_deref(), Some("right"));
    assert!(words.starts_with("Thành phố Hồ Chí Minh, ngày    "), "{words}");

    let (width, stands, words) = date_line("Xã Vĩnh Hòa Hưng Nam, tỉnh An Giang", Some(5));
    assert_eq!((width, stands), (column, None));
    assert_eq!(words, "Xã Vĩnh Hòa Hưng Nam, tỉnh An Giang,\nngày 05 tháng 9 năm 2026");
}

/// Word keeps the room above a paragraph at the top of a section.
#[test]
fn a_section_begins_at_the_top_of_its_sheet() {
    for document in sample_documents() {
        let body = body(&document);
        let mut begins = true;
        for block in blocks(&body) {
            if begins && block.name == "w:p" {
                let own = block.child("w:pPr").unwrap();
                assert_eq!(own.number("w:spacing", "w:before"), Some(0), "{block:?}");
            }
            begins = !block.all("w:sectPr").is_empty();
        }
    }
}

#[test]
fn signatures_stay_on_one_page_with_words_before_them() {
    for document in sample_documents() {
        let body = body(&document);
        let all = blocks(&body);
        let foot = all.iter().rposition(|block| block.name == "w:tbl").unwrap();
        let rows: Vec<&Node> = all[foot].all("w:tr");
        assert!(rows.iter().all(|row| !row.all("w:cantSplit").is_empty()));
        let positions = rows[0].all("w:tc");
        let position = positions.last().unwrap().all("w:pStyle")[0];
        assert_eq!(position.attributes["w:val"], "Position", "which keeps with the name below");
        let name = rows[1].all("w:tc").last().unwrap().words();
        let Some(Block::Signatures(ours)) = document.blocks.last() else { panic!("no foot") };
        assert_eq!(name.trim(), ours.blocks.last().unwrap().name);
        for before in &all[foot - 2..foot] {
            assert!(before.name != "w:p" || !before.all("w:keepNext").is_empty());
        }
    }
}
