//! Sheets, the number of the page, the head and the foot of the Word file.

use caitien::document::{Block, Piece};
use caitien::layout::split;

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
    let spaces = line.chars().filter(|c| *c == '\u{A0}').count();
    assert!((8..=13).contains(&spaces), "{spaces}");
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
