//! How high each line is: measured where it was seen, estimated from the widths of its letters elsewhere.
//!
//! Long cells must not fill the window: a line that is not open takes so many lines of words
//! at most that a few lines are always in sight together.

use std::collections::HashMap;

use egui::text::LayoutJob;

use crate::plan::{Id, Money, Period};
use crate::ui::theme::{regular, size};

use super::galleys::{self, LINE_HEIGHT};
use super::model::{Key, Line, Model};
use super::paint::PAD;

/// What is known of a line besides its words.
#[derive(Clone, Debug)]
pub struct Known {
    /// What is understood of the time.
    pub period: Period,
    /// What is understood of the money.
    pub money: Money,
}

/// So many lines of the table shall be in sight together.
const IN_SIGHT: f32 = 6.0;
/// Of a long cell so many lines of words are shown even in the lowest window.
const LEAST: usize = 3;

struct Entry {
    line: Line,
    height: f32,
    exact: bool,
    /// About how many lines of words its longest cell has.
    words: usize,
    known: Option<Known>,
}

/// The heights of a grid's lines and where each begins (logical pixels).
#[derive(Default)]
pub struct Heights {
    entries: HashMap<Key, Entry>,
    /// Top of each line, and after them the foot of the last.
    tops: Vec<f32>,
    /// The widths the columns had when the lines were measured.
    widths: Vec<f32>,
    advances: HashMap<char, f32>,
    /// The plan and the revision of the model last taken over.
    of: Option<(Id, u64)>,
    /// So many lines of words are shown at most in a line that is not open.
    limit: usize,
    /// The room and the number of lines that the limit was made for: it stays while a person
    /// types.
    limit_for: Option<(f32, usize)>,
}

impl Heights {
    /// Takes over the model where it is another one than the last, or as wide as it was not,
    /// and the height of the window the lines are seen in (logical pixels).
    pub fn sync_if_needed(
        &mut self,
        ctx: &egui::Context,
        model: &Model,
        widths: &[f32],
        room: f32,
    ) {
        let now = (model.plan, model.revision);
        let changed = self.of != Some(now) || self.widths != widths;
        if self.widths != widths {
            self.limit_for = None;
        }
        if changed {
            self.sync(ctx, model, widths);
            self.of = Some(now);
        }
        let limit_for = Some((room, model.lines.len()));
        if self.limit_for != limit_for {
            self.limit_for = limit_for;
            self.set_limit(model, room);
        }
        if changed {
            self.sum(model, 0);
        }
    }

    /// So many lines of words are shown at most in a line that is not open.
    #[must_use]
    pub fn limit(&self) -> usize {
        self.limit
    }

    /// Nothing is cut where all has room; else no more than lets some lines be in sight.
    fn set_limit(&mut self, model: &Model, room: f32) {
        let share = (room / IN_SIGHT - BESIDE_WORDS) / LINE_HEIGHT;
        let mut limit = (share as usize).max(LEAST);
        let fits = |limit: usize| {
            let words = |line: &Line| self.entries.get(&line.key).map_or(1, |entry| entry.words);
            let lines = model.lines.iter().map(|line| height_of(words(line).min(limit)));
            lines.sum::<f32>() <= room
        };
        if fits(limit) {
            let all = self.entries.values().map(|entry| entry.words).max().unwrap_or(limit);
            while limit < all && fits(limit + 1) {
                limit += 1;
            }
            if limit >= all {
                // An estimate may be a line too small.
                limit = usize::MAX;
            }
        }
        if limit == self.limit {
            return;
        }
        self.limit = limit;
        for entry in self.entries.values_mut() {
            entry.exact = false;
            entry.height = height_of(entry.words.min(limit));
        }
        self.sum(model, 0);
    }

    /// The line at this distance from the top.
    #[must_use]
    pub fn line_at(&self, y: f32) -> usize {
        self.tops.partition_point(|top| *top <= y).saturating_sub(1)
    }

    /// Takes over a new model or new widths; keeps what is still right.
    fn sync(&mut self, ctx: &egui::Context, model: &Model, widths: &[f32]) {
        if self.widths != widths {
            self.widths = widths.to_vec();
            for entry in self.entries.values_mut() {
                entry.exact = false;
                entry.height = 0.0;
            }
        }
        let mut old = std::mem::take(&mut self.entries);
        let mut entries = HashMap::with_capacity(model.lines.len());
        for line in &model.lines {
            let entry = match old.remove(&line.key) {
                Some(entry) if entry.height > 0.0 && line.same(&entry.line) => entry,
                other => {
                    let known = other.filter(|e| line.same(&e.line)).and_then(|e| e.known);
                    let words = self.estimate(ctx, model, line);
                    let height = height_of(words.min(self.limit));
                    Entry { line: line.clone(), height, exact: false, words, known }
                }
            };
            entries.insert(line.key, entry);
        }
        self.entries = entries;
    }

    /// Where a line begins.
    #[must_use]
    pub fn top(&self, at: usize) -> f32 {
        self.tops.get(at).or(self.tops.last()).copied().unwrap_or(0.0)
    }

    /// Whether a line was measured, and not only estimated.
    #[must_use]
    pub fn is_exact(&self, key: Key) -> bool {
        self.entries.get(&key).is_some_and(|entry| entry.exact)
    }

    /// Sets the measured height of a line; says whether it was another one.
    pub fn set(&mut self, key: Key, height: f32, keep: bool) -> bool {
        let Some(entry) = self.entries.get_mut(&key) else { return false };
        let changed = (entry.height - height).abs() > 0.25;
        entry.height = height;
        entry.exact = keep;
        changed
    }

    /// Computes anew where the lines from this one on begin.
    pub fn sum(&mut self, model: &Model, from: usize) {
        self.tops.truncate(from + 1);
        if self.tops.is_empty() {
            self.tops.push(0.0);
        }
        let mut top = self.tops.last().copied().unwrap_or(0.0);
        for line in model.lines.iter().skip(self.tops.len() - 1) {
            top += self.entries.get(&line.key).map_or(0.0, |entry| entry.height);
            self.tops.push(top);
        }
    }

    /// What is understood of a line, computed once.
    pub fn known(&mut self, key: Key, understand: impl FnOnce() -> Known) -> Option<&Known> {
        let entry = self.entries.get_mut(&key)?;
        Some(entry.known.get_or_insert_with(understand))
    }

    /// About how many lines of words the longest cell of a line has.
    fn estimate(&mut self, ctx: &egui::Context, model: &Model, line: &Line) -> usize {
        if line.spans() {
            return 1;
        }
        let widths = std::mem::take(&mut self.widths);
        let mut lines = 1;
        for (column, width) in model.columns.iter().zip(&widths).skip(1) {
            let wanted = self.count_lines(ctx, line.text(column.field), width - 2.0 * PAD.x - 1.0);
            lines = lines.max(wanted);
        }
        self.widths = widths;
        lines
    }

    /// About how many lines a text takes in this width: words are broken as egui does it.
    fn count_lines(&mut self, ctx: &egui::Context, text: &str, width: f32) -> usize {
        let mut lines = 0;
        for paragraph in text.split('\n') {
            lines += 1;
            let (mut at, mut word) = (0.0_f32, 0.0_f32);
            for c in paragraph.chars() {
                let advance = *self.advances.entry(c).or_insert_with(|| {
                    ctx.fonts_mut(|fonts| fonts.glyph_width(&regular(size::TABLE), c))
                });
                if c == ' ' {
                    at += word + advance;
                    word = 0.0;
                } else {
                    word += advance;
                    if at + word > width {
                        lines += 1;
                        if at == 0.0 {
                            word = advance;
                        }
                        at = 0.0;
                    }
                }
            }
        }
        lines
    }
}

/// What a line is higher than its words (logical pixels).
pub const BESIDE_WORDS: f32 = 2.0 * PAD.y + 1.0;

/// The height of a line whose longest cell has so many lines of words (logical pixels).
fn height_of(words: usize) -> f32 {
    words as f32 * LINE_HEIGHT + BESIDE_WORDS
}

/// The height a cell's galley takes (logical pixels), without the padding.
#[must_use]
pub fn galley_height(ctx: &egui::Context, job: LayoutJob) -> f32 {
    galleys::lay_out(ctx, job).size().y
}
