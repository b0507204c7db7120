//! That no word of the paper is lost: all are counted, and what stands nowhere is kept at the end.

use std::sync::Arc;

use super::super::draft::{At, Doubt, Home, WordCount};
use super::super::source::{Shown, Source};
use super::build::Build;
use super::foot::last_paragraph;
use super::lines::each_word;
use crate::plan::{Block, Form, Paragraph, Plan, Run, TableKind, Texts};

/// Counts the words of the paper and of the plan; words that are missing come into a paragraph
/// at the end, and are asked about.
pub(super) fn keep(source: &Source, form: Option<&Arc<Form>>, build: &mut Build<'_>) -> WordCount {
    let mut left = build.said().clone();
    let mut add = |text: &str| each_word(text, |_, key| *left.entry(key).or_default() += 1);
    let mut plan = build.plan.clone();
    whole_words(&mut plan);
    plan.each_text(&mut |text| add(text));
    if let Some(form) = form {
        // Titles that the plan takes from its form.
        for table in [TableKind::Rows, TableKind::Problems, TableKind::Reviews] {
            form.columns(table).iter().for_each(|column| add(&column.title));
        }
    }
    let mut words = WordCount::default();
    let mut lost: Vec<(usize, Vec<String>)> = Vec::new();
    for (block, shown) in source.blocks.iter().enumerate() {
        let mut missing = Vec::new();
        each_line(shown, &mut |text| {
            each_word(text, |word, key| {
                words.all += 1;
                match left.get_mut(&key) {
                    Some(count) if *count > 0 => *count -= 1,
                    _ => missing.push(word.to_owned()),
                }
            });
        });
        if !missing.is_empty() {
            lost.push((block, missing));
        }
    }
    for (block, missing) in lost {
        let text = missing.join(" ");
        let at = At { line: usize::MAX, ..At::block(block) };
        let (question, _) = build.ask_home(at, Doubt::Lost, &[Home::Paragraph], &text);
        let spot = last_paragraph(&text, build);
        build.piece(at, Home::Paragraph, spot, &text);
        if let Some(piece) = build.pieces.last_mut() {
            piece.question = Some(question);
        }
    }
    words.kept = words.all;
    words
}

/// Each paragraph in one run: a look may end within a word.
fn whole_words(plan: &mut Plan) {
    let join = |paragraph: &mut Paragraph| {
        if paragraph.runs.len() > 1 {
            paragraph.runs = vec![Run::plain(paragraph.text())];
        }
    };
    plan.bases.iter_mut().chain(&mut plan.opening).for_each(join);
    for part in &mut plan.parts {
        for block in &mut Arc::make_mut(part).blocks {
            if let Block::Paragraph(paragraph) = block {
                join(paragraph);
            }
        }
    }
}

fn each_line(shown: &Shown, visit: &mut dyn FnMut(&str)) {
    match shown {
        Shown::Line(line) => visit(&line.text()),
        Shown::Table(grid) => {
            for cell in grid.rows.iter().flat_map(|row| &row.cells) {
                if !cell.merged_above {
                    cell.blocks.iter().for_each(|block| each_line(block, visit));
                }
            }
        }
        Shown::PageBreak => {}
    }
}
