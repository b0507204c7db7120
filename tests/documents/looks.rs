//! How a person lets the pages look, on our pages and in the Word file alike.

use caitien::document::{Document, plan_document};
use caitien::edit::make::propose_approval;
use caitien::import::docx;
use caitien::layout::{Page, Pages, lay_out};
use caitien::library::{self, TABLE_2018};
use caitien::plan::{Dossier, Id, PageLook, Plan, Signature, Within};

use crate::document::{document_of, form, sample};
use crate::layout::{find, right_end, texts};
use crate::word::order;
use crate::word::tree::{Node, parts, tree};

const MM: f32 = 72.0 / 25.4;

/// A plan of the sample with this look, its pages and the parts of its Word file.
fn made(look: PageLook) -> (Pages, Node, Node) {
    let mut plan = plan();
    plan.options.page = look;
    of(&document_of(&plan))
}

fn plan() -> Plan {
    let sample = sample();
    let plan = sample.plans.iter().find(|plan| plan.form == TABLE_2018).unwrap();
    Plan::clone(plan)
}

fn of(document: &Document) -> (Pages, Node, Node) {
    let pages = lay_out(document, library::faces().unwrap());
    let word = parts(&caitien::export::docx(document, &pages).unwrap());
    let [body, styles] = ["word/document.xml", "word/styles.xml"].map(|part| tree(&word[part]));
    order::check(&body);
    order::check(&styles);
    (pages, body, styles)
}

fn style<'s>(styles: &'s Node, id: &str) -> &'s Node {
    let mut all = styles.all("w:style").into_iter();
    all.find(|one| one.attributes["w:styleId"] == id).unwrap()
}

fn of_style(styles: &Node, id: &str, part: &str, child: &str, key: &str) -> i32 {
    style(styles, id).child(part).unwrap().number(child, key).unwrap()
}

/// The baselines of the first paragraph that takes three lines, with the left edges of them.
fn three_lines(pages: &Pages) -> [(f32, f32); 3] {
    let page = pages.pages.iter().find(|page| page.height > page.width).unwrap();
    let left = page.text_area.0.0;
    let all: Vec<(f32, f32)> =
        texts(page).filter(|text| text.size >= 13.0).map(|text| (text.x, text.y)).collect();
    let starts = |at: &(f32, f32)| (at.0 - left).abs() < 0.02;
    let two = all.windows(3).find(|two| !starts(&two[0]) && starts(&two[1]) && starts(&two[2]));
    two.unwrap().try_into().unwrap()
}

#[test]
fn letters_are_13_or_14_points() {
    for size in [13, 14] {
        let (pages, _, styles) =
            made(PageLook { letters: Within::near(size), ..PageLook::default() });
        let heading = find(&pages, "I. MỤC ĐÍCH").1;
        let signer = find(&pages, "HIỆU TRƯỞNG").1;
        for text in [heading, signer, find(&pages, "KẾ HOẠCH").1] {
            assert!((text.size - f32::from(size)).abs() < 0.01, "{text:?}");
        }
        let half_points = i32::from(size) * 2;
        for id in ["Body", "PartHeading", "Position", "Subject"] {
            assert_eq!(of_style(&styles, id, "w:rPr", "w:sz", "w:val"), half_points, "{id}");
        }
    }
}

#[test]
fn lines_are_single_to_one_and_a_half() {
    for (spacing, pitch, word) in [(1000, 16.1, 240), (1087, 17.5, 261), (1500, 24.15, 360)] {
        let look = PageLook { line_spacing: Within::near(spacing), ..PageLook::default() };
        let (pages, _, styles) = made(look);
        let [_, second, third] = three_lines(&pages);
        assert!((third.1 - second.1 - pitch).abs() < 0.02, "{} pt", third.1 - second.1);
        assert_eq!(of_style(&styles, "Body", "w:pPr", "w:spacing", "w:line"), word);
    }
}

#[test]
fn paragraphs_stand_apart_and_their_first_line_in() {
    let usual = made(PageLook::default());
    let look = PageLook {
        paragraph_gap: Within::near(10),
        first_line: Within::near(127),
        ..PageLook::default()
    };
    let (pages, _, styles) = made(look);
    let [first, second, _] = three_lines(&pages);
    assert!((first.0 - second.0 - 12.7 * MM).abs() < 0.02);
    assert_eq!(of_style(&styles, "Body", "w:pPr", "w:ind", "w:firstLine"), 720);
    assert_eq!(of_style(&styles, "Body", "w:pPr", "w:spacing", "w:before"), 200);
    let room = |pages: &Pages| find(pages, "II.").1.y - find(pages, "I. MỤC ĐÍCH").1.y;
    assert!(room(&pages) - room(&usual.0) >= 8.0);
    assert_eq!(of_style(&usual.2, "Body", "w:pPr", "w:ind", "w:firstLine"), 567);
}

#[test]
fn margins_are_those_of_the_plan_and_no_word_stands_in_them() {
    let look = PageLook {
        margin_top: Within::near(25),
        margin_bottom: Within::near(24),
        margin_left: Within::near(35),
        margin_right: Within::near(20),
        ..PageLook::default()
    };
    let (pages, body, _) = made(look);
    let edges = |page: &Page| {
        let ((left, top), (right, bottom)) = page.text_area;
        [top, page.width - right, page.height - bottom, left].map(|edge| (edge / MM).round() as i32)
    };
    for page in &pages.pages {
        let across = page.width > page.height;
        // Across, 25 mm are kept at the bound edge whatever stands over upright text.
        assert_eq!(edges(page), [25, 20, 24, 35], "across: {across}");
        let ((left, _), (right, bottom)) = page.text_area;
        for text in texts(page) {
            assert!(text.x >= left - 0.01 && right_end(text) <= right + 0.05, "{text:?}");
            assert!(text.y <= bottom, "{text:?}");
        }
    }
    for section in body.all("w:sectPr") {
        let margins = &section.child("w:pgMar").unwrap().attributes;
        let of = |side: &str| margins[side].parse::<f32>().unwrap() / 20.0 / MM;
        let all = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| of(side).round() as i32);
        assert_eq!(all, [25, 20, 24, 35]);
    }
}

#[test]
fn the_tightest_look_takes_fewer_pages_and_loses_no_word() {
    let words = |pages: &Pages| -> String {
        let all = pages.pages.iter().flat_map(texts).filter(|text| text.element.is_some());
        let mut all: Vec<char> = all.flat_map(|text| text.text.chars()).collect();
        all.retain(|one| !one.is_whitespace());
        all.sort_unstable();
        all.into_iter().collect()
    };
    let tight = *PageLook::default().tighter().concat().last().unwrap();
    let loose = PageLook { line_spacing: Within::near(1500), ..PageLook::default() };
    let [tight, usual, loose] = [tight, PageLook::default(), loose].map(|look| made(look).0);
    assert!(tight.pages.len() <= usual.pages.len() && usual.pages.len() < loose.pages.len());
    assert_eq!(words(&tight), words(&usual));
    assert_eq!(words(&tight), words(&loose));
}

fn approved() -> Plan {
    let mut plan = plan();
    let approval = propose_approval(&plan.letterhead, Id(9000));
    "Tạ Quang Hưởng".clone_into(&mut plan.signatures[0].name);
    plan.signatures.push(Signature { name: "Đinh Thị Lụa".to_owned(), ..approval });
    plan
}

#[test]
fn who_approves_stands_on_the_left_over_the_recipients() {
    let plan = approved();
    let (pages, body, _) = of(&document_of(&plan));
    let (page, over) = find(&pages, "DUYỆT CỦA");
    let signer = &plan.signatures[0];
    let (_, position) = find(&pages, &signer.authority[0]);
    assert!((over.y - position.y).abs() < 0.01, "both begin on one line");
    let (_, approver) = find(&pages, "Đinh Thị Lụa");
    let (_, name) = find(&pages, &signer.name);
    assert!((approver.y - name.y).abs() < 0.01 && approver.x < name.x);
    assert!((approver.y - over.y) / MM > 28.0, "room to sign");
    let middle = pages.pages[page].width / 2.0;
    assert!(right_end(over) < middle && right_end(approver) < middle && position.x > middle);
    let (of_recipients, recipients) = find(&pages, "Nơi nhận:");
    assert!(of_recipients == page && recipients.y > approver.y);
    assert!(right_end(find(&pages, "Lưu: VT").1) < middle);
    // Word: one table of two columns, the recipients under it.
    let words = body.words();
    let at = |words_of: &str| words.find(words_of).unwrap();
    assert!(at("DUYỆT CỦA") < at("Nơi nhận:"));
    let foot = body.all("w:tbl").into_iter().next_back().unwrap();
    assert_eq!(foot.all("w:gridCol").len(), 2);
    assert!(!foot.words().contains("Nơi nhận") && foot.words().contains("Đinh Thị Lụa"));
}

#[test]
fn who_hears_it_hears_the_approval_then_who_signs_then_the_recipients() {
    let plan = approved();
    let (pages, ..) = of(&document_of(&plan));
    let element = |words: &str| find(&pages, words).1.element.unwrap();
    let order = ["DUYỆT CỦA", "Đinh Thị Lụa", &plan.signatures[0].name, "Nơi nhận:", "Lưu: VT"];
    assert!(order.map(element).is_sorted());
}

#[test]
fn an_approval_comes_back_from_word_as_one() {
    let plan = approved();
    let (dossier, form) = (Dossier::default(), form(&plan.form));
    let document = plan_document(&dossier, &plan, &form);
    let pages = lay_out(&document, library::faces().unwrap());
    let source = docx(&caitien::export::docx(&document, &pages).unwrap()).unwrap();
    let back = crate::recognise::draft(&source).plan;
    let told = |plan: &Plan| -> Vec<(bool, Vec<String>, String, String)> {
        let all = plan.signatures.iter().cloned();
        let mut all: Vec<_> =
            all.map(|one| (one.approves, one.authority, one.position, one.name)).collect();
        all.sort();
        all
    };
    assert_eq!(told(&back), told(&plan));
    assert_eq!(back.recipients.len(), plan.recipients.len());
}

#[test]
fn of_a_private_school_nobody_is_named_who_approves() {
    let mut plan = plan();
    plan.letterhead.governing_body.clear();
    assert_eq!(propose_approval(&plan.letterhead, Id(1)).authority, ["DUYỆT"]);
    plan.letterhead.governing_body = "UBND xã\nGò Tre".to_owned();
    assert_eq!(propose_approval(&plan.letterhead, Id(1)).authority, ["DUYỆT CỦA UBND XÃ GÒ TRE"]);
}
