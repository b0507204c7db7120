//! Blocks to pages: every word stands inside the margins, and what belongs together stays.

#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests are tests

pub mod blocks;
mod columns;
mod head;
pub mod invariants;
mod letterheads;
mod page_table;
mod reading;
mod tables;

use caitien::document::{Block, Document};
use caitien::layout::{Faces, Page, PageItem, Pages, TextItem, lay_out};
use std::sync::LazyLock;

/// The paper's own faces.
pub static FACES: LazyLock<Faces> = LazyLock::new(|| {
    Faces::new([
        &include_bytes!("../../../fonts/LiberationSerif-Regular.ttf")[..],
        &include_bytes!("../../../fonts/LiberationSerif-Bold.ttf")[..],
        &include_bytes!("../../../fonts/LiberationSerif-Italic.ttf")[..],
        &include_bytes!("../../../fonts/LiberationSerif-BoldItalic.ttf")[..],
    ])
    .unwrap()
});

/// Lays blocks out.
pub fn pages_of(blocks: Vec<Block>) -> Pages {
    lay_out(&Document { blocks, ..Document::default() }, &FACES)
}

/// The text items of a page.
pub fn texts(page: &Page) -> impl Iterator<Item = &TextItem> {
    page.items.iter().filter_map(|item| match item {
        PageItem::Text(text) => Some(text),
        _ => None,
    })
}

/// Where a text item ends, pt.
pub fn right_end(text: &TextItem) -> f32 {
    let spaces = text.text.matches(' ').count() as f32;
    let width = FACES.measure(text.face, &text.text) as f32 * text.size / 1000.0;
    text.x + width + spaces * text.extra_space
}

/// The lines of a page's words from top to bottom, each from left to right; the number of
/// the page is not among them.
pub fn lines(page: &Page) -> Vec<String> {
    let mut items: Vec<&TextItem> = texts(page).filter(|text| text.y > 60.0).collect();
    items.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut lines: Vec<(f32, String)> = Vec::new();
    for item in items {
        match lines.last_mut() {
            Some((y, line)) if (*y - item.y).abs() < 0.02 => {
                if !line.ends_with(' ') && !item.text.starts_with(' ') {
                    line.push(' ');
                }
                line.push_str(&item.text);
            }
            _ => lines.push((item.y, item.text.clone())),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

/// The one text item that holds these words, and its page.
#[track_caller]
pub fn find<'p>(pages: &'p Pages, words: &str) -> (usize, &'p TextItem) {
    let mut found = pages.pages.iter().enumerate().flat_map(|(number, page)| {
        texts(page).filter(|text| text.text.contains(words)).map(move |text| (number, text))
    });
    found.next().unwrap_or_else(|| panic!("{words:?} is not on paper"))
}
