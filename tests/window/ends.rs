//! The head and the foot in Thông tin: what is shown is what is laid out.

use std::sync::Arc;

use caitien::document::plan_document;
use caitien::layout::{Faces, Page, PageItem, TextItem, lay_out};
use caitien::plan::{Dossier, Form, Plan};
use egui::{FontFamily, Pos2, Shape};

use crate::world::{Window, sample};

/// Words in a face of the paper, where the window painted them.
struct Painted {
    text: String,
    /// Left end of the baseline, logical pixels.
    at: Pos2,
    width: f32,
}

fn painted(window: &Window) -> Vec<Painted> {
    let mut found = Vec::new();
    for clipped in &window.harness.output().shapes {
        let Shape::Text(shape) = &clipped.shape else { continue };
        let galley = &shape.galley;
        let of_paper = |family: &FontFamily| family.to_string().starts_with("paper");
        if !galley.job.sections.iter().any(|section| of_paper(&section.format.font_id.family)) {
            continue;
        }
        let row = galley.rows.first().unwrap();
        let baseline = row.pos.y + row.glyphs.first().unwrap().pos.y;
        found.push(Painted {
            text: galley.text().trim().to_owned(),
            at: shape.pos + egui::vec2(0.0, baseline),
            width: row.glyphs.iter().map(|glyph| glyph.advance_width).sum(),
        });
    }
    found
}

fn texts(page: &Page) -> impl Iterator<Item = &TextItem> {
    page.items.iter().filter_map(|item| match item {
        PageItem::Text(text) => Some(text),
        _ => None,
    })
}

/// Words painted one after another stand as they do on the plan's paper, at one scale.
#[track_caller]
fn check_as_printed(plan: &Plan, shown: &[Painted]) {
    let faces = Faces::new(caitien::embedded::paper_faces()).unwrap();
    let pages = lay_out(&plan_document(&Dossier::default(), plan, &Form::default()), &faces).pages;
    let (first, last) = (&shown[0], &shown[shown.len() - 1]);
    let begins = |text: &&TextItem| text.text.trim() == first.text;
    let page = pages.iter().find(|page| texts(page).any(|text| begins(&text)));
    let printed: Vec<&TextItem> = texts(page.expect("it is printed"))
        .skip_while(|text| !begins(text))
        .take(shown.len())
        .collect();
    let words: Vec<&str> = shown.iter().map(|one| one.text.as_str()).collect();
    let expected: Vec<&str> = printed.iter().map(|text| text.text.trim()).collect();
    assert_eq!(words, expected);
    let place = |text: &TextItem| egui::vec2(text.x, text.y);
    let scale = (last.at.y - first.at.y) / (printed[shown.len() - 1].y - printed[0].y);
    for (one, text) in shown.iter().zip(&printed) {
        let away = (one.at - first.at) / scale - (place(text) - place(printed[0]));
        assert!(away.length() < 1.0, "{:?} stands {away:?} pt away", one.text);
        let width = faces.measure(text.face, &text.text) as f32 * text.size / 1000.0;
        assert!((one.width / scale - width).abs() < 0.02 * width + 1.0, "{:?}", one.text);
    }
}

/// The foot begins with its signature.
fn ends(shown: &[Painted]) -> (&[Painted], &[Painted]) {
    shown.split_at(shown.iter().position(|one| one.text == "HIỆU TRƯỞNG").unwrap())
}

#[test]
fn head_and_foot_are_shown_as_they_print() {
    let mut dossier = sample();
    let mut plan = Plan::clone(dossier.newest_plan().unwrap());
    plan.letterhead.school = "Trường Trung học cơ sở Nguyễn Bỉnh Khiêm".to_owned();
    dossier.plans = vec![Arc::new(plan)];
    let mut window = Window::of(&dossier);
    let shown = painted(&window);
    let (head, foot) = ends(&shown);
    check_as_printed(&window.plan(), head);
    check_as_printed(&window.plan(), foot);
    let school = head.iter().position(|one| one.text == "TRƯỜNG TRUNG HỌC CƠ SỞ").unwrap();
    assert_eq!(head[school + 1].text, "NGUYỄN BỈNH KHIÊM");

    window.type_into("Tên trường", " và Trung học phổ thông");
    window.saved();
    window.steps(2);
    let shown = painted(&window);
    let (head, _) = ends(&shown);
    check_as_printed(&window.plan(), head);
    assert!(head.iter().any(|one| one.text.contains("PHỔ THÔNG")));
}
