//! How high each line is: measured where it was seen, estimated from the widths of its letters elsewhere.

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

struct Entry {
    line: Line,
    height: f32,
    exact: bool,
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
}

impl Heights {
    /// Takes over the model where it is another one than the last, or as wide as it was not.
    pub fn sync_if_needed(&mut self, ctx: &egui::Context, model: &Model, widths: &[f32]) {
        let now = (model.plan, model.revision);
        if self.of != Some(now) || self.widths != widths {
            self.sync(ctx, model, widths);
            self.of = Some(now);
        }
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
                    let height = self.estimate(ctx, model, line);
                    Entry { line: line.clone(), height, exact: false, known }
                }
            };
            entries.insert(line.key, entry);
        }
        self.entries = entries;
        self.sum(model, 0);
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

    fn estimate(&mut self, ctx: &egui::Context, model: &Model, line: &Line) -> f32 {
        if line.spans() {
            return LINE_HEIGHT + 2.0 * PAD.y + 1.0;
        }
        let widths = std::mem::take(&mut self.widths);
        let mut lines = 1;
        for (column, width) in model.columns.iter().zip(&widths).skip(1) {
            let wanted = self.count_lines(ctx, line.text(column.field), width - 2.0 * PAD.x - 1.0);
            lines = lines.max(wanted);
        }
        self.widths = widths;
        lines as f32 * LINE_HEIGHT + 2.0 * PAD.y + 1.0
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

/// The height a cell's galley takes (logical pixels), without the padding.
#[must_use]
pub fn galley_height(ctx: &egui::Context, job: LayoutJob) -> f32 {
    galleys::lay_out(ctx, job).size().y
}
