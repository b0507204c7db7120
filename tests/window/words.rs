//! The words of a part: levels, bold, paste, undo; what is seen is what is kept and printed.

use std::sync::Arc;

use caitien::document::plan_document;
use caitien::layout::{FaceId, Faces, PageItem, lay_out};
use caitien::library::NARRATIVE;
use caitien::plan::{Block, Dossier, Id, Level, Paragraph, Part, Plan};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::world::{Window, sample};

const EDITOR: &str = "Lời văn của phần Mục đích";

/// A dossier of one plan with one part, which holds these words.
fn dossier(paragraphs: &[(Level, &str)]) -> Dossier {
    let sample = sample();
    let from = sample.newest_plan().unwrap();
    let blocks = paragraphs
        .iter()
        .map(|(level, text)| Block::Paragraph(Paragraph::plain(*level, *text)))
        .collect();
    let part = Part { id: Id(2), heading: "Mục đích".to_owned(), blocks, ..Part::default() };
    let plan = Plan {
        id: Id(1),
        form: NARRATIVE,
        letterhead: from.letterhead.clone(),
        parts: vec![Arc::new(part)],
        ..Plan::empty(from.school_year)
    };
    Dossier { next_id: Id(3), plans: vec![Arc::new(plan)], ..Dossier::default() }
}

/// The window at these words, the cursor before the first letter.
fn at(paragraphs: &[(Level, &str)]) -> Window {
    let mut window = Window::of(&dossier(paragraphs));
    window.click("Nội dung");
    window.focus(EDITOR);
    window.press(Modifiers::COMMAND | Modifiers::CTRL, Key::Home);
    window
}

fn right(window: &mut Window, letters: usize) {
    for _ in 0..letters {
        window.press(Modifiers::NONE, Key::ArrowRight);
    }
}

fn select(window: &mut Window, letters: usize) {
    for _ in 0..letters {
        window.press(Modifiers::SHIFT, Key::ArrowRight);
    }
}

/// As `UniKey` replaces the end of a word.
fn unikey(window: &mut Window, backspaces: usize, letters: &str) {
    for _ in 0..backspaces {
        window.press(Modifiers::NONE, Key::Backspace);
    }
    for letter in letters.chars() {
        window.text(&letter.to_string());
    }
}

fn paragraphs(plan: &Plan) -> Vec<Paragraph> {
    let blocks = plan.parts.iter().flat_map(|part| &part.blocks);
    blocks
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph.clone()),
            _ => None,
        })
        .collect()
}

/// The bold words of a plan.
fn bold(plan: &Plan) -> Vec<String> {
    let paragraphs = paragraphs(plan);
    let runs = paragraphs.iter().flat_map(|paragraph| &paragraph.runs);
    runs.filter(|run| run.bold).map(|run| run.text.clone()).collect()
}

fn lines(plan: &Plan) -> Vec<(Level, String)> {
    paragraphs(plan).iter().map(|paragraph| (paragraph.level, paragraph.text())).collect()
}

#[test]
fn the_same_word_is_bold_after_typing_splitting_joining_undo_reopening_and_on_paper() {
    let mut window = at(&[(Level::Number, "Rà soát viec trong năm")]);
    right(&mut window, 8);
    select(&mut window, 4);
    window.press(Modifiers::COMMAND, Key::B);
    assert_eq!(bold(&window.plan()), ["viec"]);
    // Inside: "viec" becomes "việc" as UniKey does it.
    window.press(Modifiers::NONE, Key::ArrowRight);
    unikey(&mut window, 2, "ệc");
    // Before it: plain.
    for _ in 0..4 {
        window.press(Modifiers::NONE, Key::ArrowLeft);
    }
    unikey(&mut window, 0, "một ");
    // After it, in the same word: bold.
    right(&mut window, 4);
    unikey(&mut window, 0, "s");
    window.wait(1.5);
    assert_eq!(bold(&window.plan()), ["việcs"]);
    // Split inside the word and join again.
    window.press(Modifiers::NONE, Key::ArrowLeft);
    window.press(Modifiers::NONE, Key::Enter);
    window.wait(1.5);
    assert_eq!(lines(&window.plan()).len(), 2);
    window.press(Modifiers::NONE, Key::Home);
    // The first Backspace takes the number off the new paragraph, the second joins.
    window.press(Modifiers::NONE, Key::Backspace);
    window.press(Modifiers::NONE, Key::Backspace);
    window.wait(1.5);
    assert_eq!(bold(&window.plan()), ["việcs"]);
    window.press(Modifiers::NONE, Key::ArrowRight);
    window.press(Modifiers::NONE, Key::Backspace);
    window.wait(1.5);
    assert_eq!(lines(&window.plan()), [(Level::Number, "Rà soát một việc trong năm".to_owned())]);
    let found = window.close_and_read();
    let plan = found.newest_plan().unwrap();
    assert_eq!(bold(plan), ["việc"]);
    // On paper.
    let faces = Faces::new(caitien::embedded::paper_faces()).unwrap();
    let pages = lay_out(
        &plan_document(&found, plan, caitien::library::form_of(&found, plan).unwrap()),
        &faces,
    );
    let on_paper = pages.pages.iter().flat_map(|page| &page.items).any(|item| {
        matches!(item, PageItem::Text(text) if text.face == FaceId::Bold && text.text.trim() == "việc")
    });
    assert!(on_paper);
}

#[test]
fn undo_takes_back_bold_first_and_the_words_after_it() {
    let mut window = at(&[(Level::None, "Rà soát")]);
    window.press(Modifiers::COMMAND, Key::End);
    unikey(&mut window, 0, " năm");
    window.wait(1.5);
    for _ in 0..3 {
        window.press(Modifiers::SHIFT, Key::ArrowLeft);
    }
    window.press(Modifiers::COMMAND, Key::B);
    assert_eq!(bold(&window.plan()), ["năm"]);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(bold(&window.plan()), [""; 0]);
    window.press(Modifiers::COMMAND, Key::Z);
    window.wait(1.5);
    assert_eq!(lines(&window.plan()), [(Level::None, "Rà soát".to_owned())]);
    window.press(Modifiers::COMMAND, Key::Y);
    window.press(Modifiers::COMMAND, Key::Y);
    assert_eq!(bold(&window.plan()), ["năm"]);
}

#[test]
fn what_was_done_in_one_focus_is_one_step_of_undo_outside_it() {
    let mut window = at(&[(Level::None, "Rà soát")]);
    window.press(Modifiers::COMMAND, Key::End);
    unikey(&mut window, 0, " năm");
    window.press(Modifiers::NONE, Key::Tab);
    window.wait(1.5);
    assert_eq!(lines(&window.plan()), [(Level::Number, "Rà soát năm".to_owned())]);
    window.focus("Tên phần I (in hoa khi in, số tự đánh)");
    window.click("Hoàn tác");
    assert_eq!(lines(&window.plan()), [(Level::None, "Rà soát".to_owned())]);
}

#[test]
fn a_button_keeps_the_selection_and_what_is_typed_goes_on_there() {
    let mut window = at(&[(Level::None, "Rà soát việc"), (Level::Number, "Báo cáo")]);
    right(&mut window, 8);
    select(&mut window, 4);
    window.click("Đậm (Ctrl+B)");
    window.click("Nghiêng (Ctrl+I)");
    assert_eq!(bold(&window.plan()), ["việc"]);
    unikey(&mut window, 0, "năm");
    window.wait(1.5);
    let expect = [(Level::None, "Rà soát năm"), (Level::Number, "Báo cáo")];
    assert_eq!(lines(&window.plan()), expect.map(|(level, text)| (level, text.to_owned())));
    window.click("Mục 1.");
    unikey(&mut window, 0, " học");
    window.click("Đề mục: dòng riêng, in đậm");
    unikey(&mut window, 0, " này");
    window.wait(1.5);
    let first = paragraphs(&window.plan())[0].clone();
    assert_eq!((first.level, first.is_heading), (Level::Number, true));
    assert_eq!(first.text(), "Rà soát năm học này");
}

#[test]
fn a_style_chosen_with_nothing_selected_is_written_in() {
    let mut window = at(&[(Level::None, "Rà soát ")]);
    window.press(Modifiers::COMMAND, Key::End);
    window.press(Modifiers::COMMAND, Key::B);
    unikey(&mut window, 0, "viec");
    unikey(&mut window, 2, "ệc");
    window.press(Modifiers::COMMAND, Key::B);
    unikey(&mut window, 0, " trong ");
    window.click("Đậm (Ctrl+B)");
    unikey(&mut window, 0, "năm");
    window.wait(1.5);
    assert_eq!(bold(&window.plan()), ["việc", "năm"]);
    assert_eq!(lines(&window.plan())[0].1, "Rà soát việc trong năm");
}

#[test]
fn a_button_that_is_lit_says_what_the_paragraph_is() {
    let mut window = at(&[(Level::None, "Thường"), (Level::Number, "Mục")]);
    let lit = |window: &Window| {
        let buttons = ["Mục 1.", "Điểm a)", "Gạch đầu dòng", "Dấu cộng đầu dòng"];
        let is_lit = |name: &&str| {
            window.harness.get_by_label(name).accesskit_node().toggled()
                == Some(egui::accesskit::Toggled::True)
        };
        buttons.into_iter().filter(is_lit).collect::<Vec<_>>()
    };
    assert_eq!(lit(&window), [""; 0]);
    window.press(Modifiers::COMMAND | Modifiers::CTRL, Key::End);
    assert_eq!(lit(&window), ["Mục 1."]);
    window.press(Modifiers::COMMAND, Key::A);
    assert_eq!(lit(&window), [""; 0]);
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(lit(&window), [""; 0]);
}

#[test]
fn a_button_pressed_from_outside_gives_the_words_the_cursor() {
    let mut window = at(&[(Level::None, "Rà soát")]);
    window.press(Modifiers::COMMAND, Key::End);
    window.press(Modifiers::NONE, Key::Escape);
    window.click("Gạch đầu dòng");
    unikey(&mut window, 0, " năm");
    window.wait(1.5);
    assert_eq!(lines(&window.plan()), [(Level::Dash, "Rà soát năm".to_owned())]);
}

#[test]
fn pasted_lines_become_paragraphs_with_levels() {
    let mut window = at(&[]);
    let text = "1. Mục đích\r\na) Rõ việc\r\n- Chi tiết";
    window.harness.event(Event::Paste(text.to_owned()));
    window.wait(1.5);
    let expect =
        [(Level::Number, "Mục đích"), (Level::Letter, "Rõ việc"), (Level::Dash, "Chi tiết")];
    let expect = expect.map(|(level, text)| (level, text.to_owned()));
    assert_eq!(lines(&window.plan()), expect);
}

#[test]
fn words_pasted_from_word_are_bold_where_they_were_and_not_as_the_line_they_replace() {
    let mut window = at(&[(Level::Number, "Tên cũ")]);
    window.click("Đề mục: dòng riêng, in đậm");
    window.press(Modifiers::COMMAND, Key::A);
    window.press(Modifiers::COMMAND, Key::I);
    window.world.borrow_mut().html =
        Some("<p class=MsoNormal>Rõ <b>việc</b>, rõ người</p>".to_owned());
    window.harness.event(Event::Paste("Rõ việc, rõ người\r\n".to_owned()));
    // Typing goes on while the styles are on their way.
    window.text("!");
    window.wait(1.5);
    let plan = window.plan();
    let pasted = &paragraphs(&plan)[0];
    assert_eq!((pasted.text().as_str(), pasted.is_heading), ("Rõ việc, rõ người!", false));
    assert_eq!(bold(&plan), ["việc"]);
    assert!(pasted.runs.iter().all(|run| !run.italic));
}

#[test]
fn a_typed_marker_becomes_the_level_when_the_paragraph_is_left() {
    let mut window = at(&[]);
    unikey(&mut window, 0, "- Rà soát");
    window.press(Modifiers::NONE, Key::Enter);
    unikey(&mut window, 0, "Báo cáo");
    window.wait(1.5);
    let expect = [(Level::Dash, "Rà soát".to_owned()), (Level::Dash, "Báo cáo".to_owned())];
    assert_eq!(lines(&window.plan()), expect);
}

#[test]
fn escape_leaves_the_words_and_keeps_them() {
    let mut window = at(&[(Level::Number, "Rà soát")]);
    unikey(&mut window, 0, "Luôn ");
    window.press(Modifiers::COMMAND, Key::I);
    window.wait(1.5);
    // Some of it is saved already, some was typed just now.
    unikey(&mut window, 0, "luôn ");
    window.press(Modifiers::NONE, Key::Escape);
    let written = [(Level::Number, "Luôn luôn Rà soát".to_owned())];
    assert_eq!(lines(&window.plan()), written);
    window.click("Hoàn tác");
    assert_eq!(lines(&window.plan()), [(Level::Number, "Rà soát".to_owned())]);
    window.click("Làm lại");
    assert_eq!(lines(&window.plan()), written);
}

#[test]
fn parts_are_added_hidden_moved_and_removed_and_all_comes_back() {
    let mut window = Window::of(&sample());
    window.click("Nội dung");
    let before = window.plan();
    window.click("II. Căn cứ xây dựng kế hoạch");
    window.click("Chuyển lên");
    assert_eq!(window.plan().parts[0].heading, before.parts[1].heading);
    window.click("Để không in");
    window.click("In phần này");
    window.click("Xóa phần");
    assert_eq!(window.plan().parts.len(), before.parts.len() - 1);
    for _ in 0..4 {
        window.press(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(window.plan().parts, before.parts);
}

#[test]
fn words_typed_before_and_then_after_a_table_are_both_kept() {
    let mut dossier = dossier(&[(Level::None, "Trước")]);
    let plan = Arc::make_mut(&mut dossier.plans[0]);
    let part = Arc::make_mut(&mut plan.parts[0]);
    part.blocks.push(Block::Problems);
    part.blocks.push(Block::Paragraph(Paragraph::plain(Level::None, "Sau")));
    let mut window = Window::of(&dossier);
    window.click("Nội dung");
    window.focus(EDITOR);
    window.press(Modifiers::COMMAND, Key::End);
    unikey(&mut window, 0, " bảng");
    window.focus(&format!("{EDITOR}, đoạn 2"));
    window.press(Modifiers::COMMAND, Key::End);
    unikey(&mut window, 0, " bảng");
    let found = window.close_and_read();
    let words: Vec<String> =
        lines(found.newest_plan().unwrap()).into_iter().map(|(_, text)| text).collect();
    assert_eq!(words, ["Trước bảng", "Sau bảng"]);
}
