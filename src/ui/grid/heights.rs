//! How high each line is: measured where it was seen, estimated from the widths of its letters elsewhere.
//!
//! Long cells must not fill the window: a line that is not open takes so many lines of words
//! at most that a few lines are always in sight together.

use std::collections::HashMap;

use egui::text::LayoutJob;

use crate::ui::theme::{regular, size};

use super::galleys::{self, LINE_HEIGHT, PAD};
use super::sheet::{Key, Line, Sheet};

/// So many lines of the table shall be in sight together.
const IN_SIGHT: f32 = 6.0;
/// Of a long cell so many lines of words are shown even in the lowest window.
const LEAST: usize = 3;

struct Entry<L> {
    line: L,
    height: f32,
    exact: bool,
    /// About how many lines of words its longest cell has.
    words: usize,
}

/// The heights of a grid's lines and where each begins (logical pixels).
pub struct Heights<L> {
    entries: HashMap<Key, Entry<L>>,
    /// Top of each line, and after them the foot of the last.
    tops: Vec<f32>,
    /// The widths the columns had when the lines were measured.
    widths: Vec<f32>,
    advances: HashMap<char, f32>,
    /// The state of the sheet that was last taken over.
    of: Option<(u32, u64)>,
    /// So many lines of words are shown at most in a line that is not open.
    limit: usize,
    /// The sheet, the room and the number of lines that the limit was made for: it stays while
    /// a person types.
    limit_for: Option<(u32, f32, usize)>,
}

impl<L> Default for Heights<L> {
    fn default() -> Self {
        Self {
            entries: HashMap::new(),
            tops: Vec::new(),
            widths: Vec::new(),
            advances: HashMap::new(),
            of: None,
            limit: 0,
            limit_for: None,
        }
    }
}

impl<L: Line> Heights<L> {
    /// Takes over the sheet where it is another one than the last, or as wide as it was not,
    /// and the height of the window the lines are seen in (logical pixels).
    pub fn sync_if_needed<S: Sheet<Line = L>>(
        &mut self,
        ctx: &egui::Context,
        sheet: &S,
        widths: &[f32],
        room: f32,
    ) {
        let now = sheet.state();
        let changed = self.of != Some(now) || self.widths != widths;
        if self.widths != widths {
            self.limit_for = None;
        }
        if changed {
            self.sync(ctx, sheet, widths);
            self.of = Some(now);
        }
        let limit_for = Some((now.0, room, sheet.lines().len()));
        if self.limit_for != limit_for {
            self.limit_for = limit_for;
            self.set_limit(sheet.lines(), room);
        }
        if changed {
            self.sum(sheet.lines(), 0);
        }
    }

    /// So many lines of words are shown at most in a line that is not open.
    #[must_use]
    pub fn limit(&self) -> usize {
        self.limit
    }

    /// Nothing is cut where all has room; else no more than lets some lines be in sight.
    fn set_limit(&mut self, lines: &[L], room: f32) {
        let share = (room / IN_SIGHT - BESIDE_WORDS) / LINE_HEIGHT;
        let mut limit = (share as usize).max(LEAST);
        let fits = |limit: usize| {
            let words = |line: &L| self.entries.get(&line.key()).map_or(1, |entry| entry.words);
            let heights = lines.iter().map(|line| height_of(words(line).min(limit)));
            heights.sum::<f32>() <= room
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
        self.sum(lines, 0);
    }

    /// The line at this distance from the top.
    #[must_use]
    pub fn line_at(&self, y: f32) -> usize {
        self.tops.partition_point(|top| *top <= y).saturating_sub(1)
    }

    /// Takes over a new state or new widths; keeps what is still right.
    fn sync<S: Sheet<Line = L>>(&mut self, ctx: &egui::Context, sheet: &S, widths: &[f32]) {
        if self.widths != widths {
            self.widths = widths.to_vec();
            for entry in self.entries.values_mut() {
                entry.exact = false;
                entry.height = 0.0;
            }
        }
        let mut old = std::mem::take(&mut self.entries);
        let mut entries = HashMap::with_capacity(sheet.lines().len());
        for line in sheet.lines() {
            let entry = match old.remove(&line.key()) {
                Some(entry) if entry.height > 0.0 && line.same(&entry.line) => entry,
                _ => {
                    let words = self.estimate(ctx, sheet, line);
                    let height = height_of(words.min(self.limit));
                    Entry { line: line.clone(), height, exact: false, words }
                }
            };
            entries.insert(line.key(), entry);
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
    pub fn sum(&mut self, lines: &[L], from: usize) {
        self.tops.truncate(from + 1);
        if self.tops.is_empty() {
            self.tops.push(0.0);
        }
        let mut top = self.tops.last().copied().unwrap_or(0.0);
        for line in lines.iter().skip(self.tops.len() - 1) {
            top += self.entries.get(&line.key()).map_or(0.0, |entry| entry.height);
            self.tops.push(top);
        }
    }

    /// About how many lines of words the longest cell of a line has.
    fn estimate<S: Sheet<Line = L>>(&mut self, ctx: &egui::Context, sheet: &S, line: &L) -> usize {
        if line.spans() {
            return 1;
        }
        let widths = std::mem::take(&mut self.widths);
        let mut lines = 1;
        for (column, width) in sheet.columns().iter().zip(&widths).skip(1) {
            let wanted =
                self.count_lines(ctx, sheet.shown(line, column.key).0, width - 2.0 * PAD.x - 1.0);
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
