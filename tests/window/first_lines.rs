//! The words of Nội dung stand as they are printed while they are written: first lines set in,
//! the numbers among them.

use std::sync::Arc;

use caitien::plan::{Block, Level, PageLook, Paragraph, Plan, Run, Within};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2};
use egui_kittest::kittest::Queryable;

use crate::world::{Window, sample};

const NONE: Modifiers = Modifiers::NONE;
/// 12.7 mm on a screen of 96 points to the inch.
const SET_IN: f32 = 48.0;
const LONG: &str = "Nhà trường tiếp tục rà soát, bổ sung và hoàn thiện kế hoạch cải tiến chất lượng \
    giáo dục, phân công cán bộ, giáo viên phụ trách từng nội dung, bảo đảm có người, có thời hạn và \
    có kinh phí để thực hiện trong năm học.";

/// A plan whose first part says a paragraph, a numbered one and an empty one.
fn window() -> Window {
    let mut dossier = sample();
    let mut plan = Plan::clone(dossier.plans.last().unwrap());
    plan.options.page = PageLook { first_line: Within::near(127), ..PageLook::default() };
    let paragraph = |level, words: &str| {
        Block::Paragraph(Paragraph { level, runs: vec![Run::plain(words)], ..Paragraph::default() })
    };
    let blocks = vec![
        paragraph(Level::None, LONG),
        paragraph(Level::Number, LONG),
        paragraph(Level::None, ""),
    ];
    Arc::make_mut(&mut plan.parts[0]).blocks = blocks;
    *dossier.plans.last_mut().unwrap() = Arc::new(plan);
    let mut window = Window::of(&dossier);
    window.harness.get_by_role_and_label(Role::Tab, "Nội dung").click();
    window.steps(4);
    window
}

fn editor(window: &Window) -> String {
    format!("Lời văn của phần {}", window.plan().parts[0].heading)
}

fn words(window: &Window) -> Vec<String> {
    window.plan().parts[0].stretch(0).iter().map(Paragraph::text).collect()
}

/// The lines of the editor: where each begins on the screen, and its words.
fn lines(window: &Window) -> Vec<(Pos2, String)> {
    let shapes = &window.harness.output().shapes;
    let mut texts = shapes.iter().filter_map(|shape| match &shape.shape {
        egui::Shape::Text(text) if text.galley.rows.len() > 4 => Some(text),
        _ => None,
    });
    let text = texts.next_back().unwrap();
    let line = |row: &egui::epaint::text::PlacedRow| {
        let first = row.glyphs.first().map_or(0.0, |glyph| glyph.pos.x);
        (text.pos + row.pos.to_vec2() + egui::vec2(first, 0.0), row.row.text())
    };
    text.galley.rows.iter().map(line).collect()
}

/// Where the number of the second paragraph is drawn.
fn number(window: &Window) -> Pos2 {
    let shapes = &window.harness.output().shapes;
    let mut found = shapes.iter().filter_map(|shape| match &shape.shape {
        egui::Shape::Text(text) if text.galley.job.text == "1." => Some(text.pos),
        _ => None,
    });
    found.next_back().unwrap()
}

/// Where the cursor blinks, as it is told to UniKey and its like.
fn cursor(window: &Window) -> Pos2 {
    window.harness.output().platform_output.ime.unwrap().cursor_rect.min
}

#[test]
fn first_lines_are_set_in_as_on_paper_and_numbers_stand_there() {
    let window = window();
    let lines = lines(&window);
    let second = lines.iter().rposition(|(_, words)| words.starts_with("Nhà trường")).unwrap();
    assert!(second > 1, "the first paragraph is longer than a line");
    let left = lines[1].0.x;
    assert!((lines[0].0.x - left - SET_IN).abs() < 2.0, "{lines:?}");
    assert!((number(&window).x - left - SET_IN).abs() < 2.0, "{:?}", number(&window));
    let behind = lines[second].0.x - left - SET_IN;
    assert!((10.0..30.0).contains(&behind), "the words stand behind their number: {behind}");
    assert!((lines[second + 1].0.x - left).abs() < 1.0, "lines go on at the edge");
    let (empty, none) = lines.last().unwrap();
    assert!(none.is_empty() && (empty.x - left - SET_IN).abs() < 2.0, "{empty:?}");
}

#[test]
fn the_cursor_stands_where_the_next_letter_will_and_nothing_typed_is_changed() {
    let mut window = window();
    let name = editor(&window);
    window.focus(&name);
    window.press(Modifiers::CTRL | Modifiers::COMMAND, Key::End);
    let before = lines(&window);
    let left = before[1].0.x;
    assert!((cursor(&window).x - left - SET_IN).abs() < 2.0, "{:?}", cursor(&window));
    window.text("Đã duyệt");
    let first = lines(&window).last().unwrap().0;
    assert!((first.x - left - SET_IN).abs() < 2.0, "the letter came where the cursor was");
    window.press(NONE, Key::Home);
    assert!((cursor(&window).x - first.x).abs() < 2.0);
    window.press(NONE, Key::Enter);
    window.press(NONE, Key::ArrowUp);
    assert!((cursor(&window).x - left - SET_IN).abs() < 2.0, "an empty line is set in as well");
    window.press(Modifiers::COMMAND, Key::S);
    assert_eq!(words(&window), [LONG, LONG, "", "Đã duyệt"]);
}

#[test]
fn a_click_before_a_first_line_leads_to_its_beginning() {
    let mut window = window();
    let lines = lines(&window);
    let at = egui::pos2(lines[1].0.x + 6.0, lines[0].0.y + 8.0);
    for pressed in [true, false] {
        window.harness.event(egui::Event::PointerMoved(at));
        window.harness.event(egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: NONE,
        });
        window.steps(2);
    }
    window.text("“");
    window.press(Modifiers::COMMAND, Key::S);
    assert_eq!(words(&window)[0], format!("“{LONG}"));
}

#[test]
fn an_empty_part_says_what_it_is_for_where_its_first_letter_comes() {
    let mut dossier = sample();
    let mut plan = Plan::clone(dossier.plans.last().unwrap());
    plan.options.page = PageLook { first_line: Within::near(127), ..PageLook::default() };
    Arc::make_mut(&mut plan.parts[0]).blocks = Vec::new();
    *dossier.plans.last_mut().unwrap() = Arc::new(plan);
    let mut window = Window::of(&dossier);
    window.harness.get_by_role_and_label(Role::Tab, "Nội dung").click();
    window.steps(4);
    let name = editor(&window);
    window.focus(&name);
    window.steps(1);
    let left = window.harness.get_by_label(&name).rect().left();
    let hint = cursor(&window).x - left;
    window.text("Đ");
    window.text("ã");
    window.press(NONE, Key::Home);
    assert!((cursor(&window).x - left - hint).abs() < 2.0, "{hint} {}", cursor(&window).x - left);
    assert!(hint > SET_IN, "{hint}");
}
