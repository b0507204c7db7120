//! The words of finished pages in the order in which they are read: found, marked and copied, with
//! the places where they stand.

use super::paint::points;
use super::{Faces, PageItem, Pages, TextItem};
use crate::words::{Finder, order};

/// From a baseline up to the top of a mark and down to its foot, in parts of the size.
const UP: f32 = 0.9;
const DOWN: f32 = 0.25;

/// The words of pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageWords {
    /// Of each page, in the order in which they are read.
    pages: Vec<Vec<TextItem>>,
}

/// Two corners of a rectangle, upper left and lower right, pt; y from the top edge.
pub type Corners = ((f32, f32), (f32, f32));

/// What was searched, where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Page, from 0.
    pub page: usize,
    /// One rectangle a line.
    pub places: Vec<Corners>,
}

/// A place between two letters of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Caret {
    /// Which words of the page.
    item: usize,
    /// Behind so many of their letters.
    letter: usize,
}

impl PageWords {
    /// Takes them of pages.
    #[must_use]
    pub fn of(pages: Pages) -> Self {
        let words = pages.pages.into_iter().map(|page| {
            let texts = page.items.into_iter().filter_map(|item| match item {
                PageItem::Text(text) => Some(text),
                PageItem::Line { .. } | PageItem::Shape { .. } => None,
            });
            let mut texts: Vec<TextItem> = texts.collect();
            // As it is heard: a cell whole, then the next one.
            order::by_key(&mut texts, |text| text.element);
            texts
        });
        Self { pages: words.collect() }
    }

    /// All words of a page, from 0: a line for each paragraph and each cell.
    #[must_use]
    pub fn text(&self, page: usize) -> String {
        let Some(last) = self.items(page).len().checked_sub(1) else { return String::new() };
        self.copied(page, (Caret { item: 0, letter: 0 }, Caret { item: last, letter: usize::MAX }))
    }

    /// Where something stands, marks and capitals apart, in the order of reading.
    #[must_use]
    pub fn find(&self, sought: &str, faces: &Faces) -> Vec<Hit> {
        let finder = Finder::new(sought, false, false, false);
        let mut hits = Vec::new();
        for page in 0..self.pages.len() {
            let items = self.items(page);
            let mut whole = String::new();
            // Which words begin at which byte of the whole.
            let mut starts = Vec::with_capacity(items.len());
            for (at, item) in items.iter().enumerate() {
                starts.push(whole.len());
                whole.push_str(&item.text);
                if let Some(between) = between(items, at) {
                    // What stands in two cells is nowhere found as one.
                    whole.push(if between == '\n' { '\u{1}' } else { between });
                }
            }
            // The last words that begin at a byte or before.
            let item_at = |byte: usize| starts.partition_point(|at| *at <= byte).saturating_sub(1);
            let caret = |item: usize, byte: usize| {
                let start = starts.get(item).copied().unwrap_or_default();
                Caret { item, letter: whole[start..byte].chars().count() }
            };
            hits.extend(finder.places(&whole).into_iter().map(|range| {
                let (first, last) = (item_at(range.start), item_at(range.end - 1));
                let ends = (caret(first, range.start), caret(last, range.end));
                Hit { page, places: self.places(page, ends, faces) }
            }));
        }
        hits
    }

    /// The place between letters nearest to a point of a page, pt; none where it has no words.
    #[must_use]
    pub fn caret(&self, page: usize, (x, y): (f32, f32), faces: &Faces) -> Option<Caret> {
        let beside = |item: &TextItem| {
            let ((left, top), (right, foot)) = corners(item, (0, usize::MAX), faces);
            let away = |at: f32, from: f32, to: f32| (from - at).max(at - to).max(0.0);
            // A word of the same line is nearer than one above.
            away(y, top, foot) * 8.0 + away(x, left, right)
        };
        let items = self.items(page).iter().enumerate();
        let near = items.min_by(|one, other| beside(one.1).total_cmp(&beside(other.1)));
        let (item, words) = near?;
        let count = words.text.chars().count();
        let to = |letter: usize| corners(words, (0, letter), faces).1.0;
        let letter = (0..count).find(|letter| x < f32::midpoint(to(*letter), to(letter + 1)));
        Some(Caret { item, letter: letter.unwrap_or(count) })
    }

    /// The rectangles of what stands between two places of a page, whichever comes first.
    #[must_use]
    pub fn places(&self, page: usize, ends: (Caret, Caret), faces: &Faces) -> Vec<Corners> {
        let parts = self.parts(page, ends).into_iter();
        parts.map(|(item, letters)| corners(item, letters, faces)).collect()
    }

    /// What stands between two places of a page, whichever comes first.
    #[must_use]
    pub fn copied(&self, page: usize, ends: (Caret, Caret)) -> String {
        let items = self.items(page);
        let first = ends.0.min(ends.1).item;
        let parts = self.parts(page, ends);
        let last = parts.len().saturating_sub(1);
        let mut text = String::new();
        for (at, (item, (from, to))) in parts.into_iter().enumerate() {
            text.extend(item.text.chars().skip(from).take(to - from));
            if at < last {
                text.extend(between(items, first + at));
            }
        }
        text
    }

    fn items(&self, page: usize) -> &[TextItem] {
        self.pages.get(page).map_or(&[], Vec::as_slice)
    }

    /// The words between two places, each with its first letter and the one behind its last.
    fn parts(&self, page: usize, (one, other): (Caret, Caret)) -> Vec<(&TextItem, (usize, usize))> {
        let (from, to) = (one.min(other), one.max(other));
        let items = self.items(page).iter().enumerate().take(to.item + 1).skip(from.item);
        items
            .map(|(at, item)| {
                let start = if at == from.item { from.letter } else { 0 };
                let end = if at == to.item { to.letter } else { usize::MAX };
                (item, (start, end.max(start)))
            })
            .collect()
    }
}

/// What stands between words and the next ones of a page.
fn between(items: &[TextItem], at: usize) -> Option<char> {
    let (item, next) = (items.get(at)?, items.get(at + 1)?);
    if item.element != next.element || item.element.is_none() {
        Some('\n')
    } else {
        item.space_behind.then_some(' ')
    }
}

/// Where some letters of words stand.
fn corners(item: &TextItem, (from, to): (usize, usize), faces: &Faces) -> Corners {
    let width = |letters: usize| {
        let text: String = item.text.chars().take(letters).collect();
        let spaces = text.bytes().filter(|byte| *byte == b' ').count() as f32;
        points(faces.measure(item.face, &text), item.size) + spaces * item.extra_space
    };
    let (top, foot) = (item.y - item.size * UP, item.y + item.size * DOWN);
    ((item.x + width(from), top), (item.x + width(to), foot))
}
