//! How wide the words in the columns want them, so that as many lines as can be are in sight.

use std::collections::HashMap;

use egui::Context;

use crate::ui::theme::{bold, regular, size};

use super::galleys::PAD;
use super::sheet::{Column, Line, Sheet};

/// So many lines speak for the table.
const LINES: usize = 60;
/// Fewer lines than this, or lines of which less than half is written, say nothing yet of the
/// words to come.
const TELLING: usize = 3;
/// Of the width by which a column is proposed, words elsewhere never take more than the rest.
const KEPT: f32 = 0.7;
/// Of a column's longest word no more is asked for (logical pixels).
const LONGEST_WORD: f32 = 110.0;

/// What the words in the columns ask for. It is taken anew when the table comes into sight
/// and when its columns change, never while a person types: columns that move under the eye
/// are worse than a line more.
pub struct Fit<C> {
    /// The sheet and the columns whose words were looked at.
    of: Option<(u32, Vec<C>)>,
    /// The width that the longest word of each column needs (logical pixels).
    least: Vec<f32>,
    /// For each line and column, how long its words are on one line (logical pixels).
    lengths: Vec<Vec<f32>>,
    /// What was last shared out: it is asked for in every frame, and sharing takes as long as
    /// drawing does.
    shared: Option<Shared>,
}

/// The widths of the columns in one room (logical pixels).
struct Shared {
    room: f32,
    fixed: Vec<Option<f32>>,
    widths: Vec<f32>,
}

impl<C> Default for Fit<C> {
    fn default() -> Self {
        Self { of: None, least: Vec::new(), lengths: Vec::new(), shared: None }
    }
}

impl<C: Copy + PartialEq> Fit<C> {
    /// The words are looked at again in the next frame.
    pub fn forget(&mut self) {
        self.of = None;
    }

    /// Looks at the words where that was not done yet.
    pub fn tend<S>(&mut self, ctx: &Context, sheet: &S)
    where
        S: Sheet,
        S::Line: Line<Column = C>,
    {
        let (which, _) = sheet.state();
        let keys = || sheet.columns().iter().map(|column| column.key);
        let same = self
            .of
            .as_ref()
            .is_some_and(|(of, old)| *of == which && old.iter().copied().eq(keys()));
        if same {
            return;
        }
        self.of = Some((which, keys().collect()));
        self.shared = None;
        let mut rule = Rule { ctx, advances: HashMap::new() };
        self.least = sheet.columns().iter().map(|column| rule.least(column)).collect();
        self.lengths.clear();
        for line in sheet.lines().iter().filter(|line| !line.spans()).take(LINES) {
            let mut lengths = Vec::with_capacity(self.least.len());
            for (at, (column, least)) in sheet.columns().iter().zip(&mut self.least).enumerate() {
                lengths.push(if at == 0 {
                    rule.measure_number(line.number(), least)
                } else {
                    rule.measure(sheet.shown(line, column.key).0, least)
                });
            }
            let written = lengths.iter().filter(|length| **length > 0.0).count();
            if 2 * written >= lengths.len() {
                self.lengths.push(lengths);
            }
        }
        if self.lengths.len() < TELLING {
            self.lengths.clear();
        }
    }

    /// The widths of these columns in this much room, or none where there are no words;
    /// what is fixed stays (logical pixels).
    #[must_use]
    pub fn widths(&mut self, room: f32, fixed: &[Option<f32>]) -> Option<Vec<f32>> {
        if self.lengths.is_empty() || self.least.len() != fixed.len() {
            return None;
        }
        #[expect(clippy::float_cmp, reason = "the same room is the same number")]
        let same = |shared: &&Shared| shared.room == room && shared.fixed == fixed;
        if let Some(shared) = self.shared.as_ref().filter(same) {
            return Some(shared.widths.clone());
        }
        let widths = self.share(room, fixed);
        self.shared = Some(Shared { room, fixed: fixed.to_vec(), widths: widths.clone() });
        Some(widths)
    }

    /// Gives what room the least widths leave to the neediest column, again and again.
    fn share(&self, room: f32, fixed: &[Option<f32>]) -> Vec<f32> {
        let pairs = self.least.iter().zip(fixed);
        let mut widths: Vec<f32> = pairs.map(|(least, fixed)| fixed.unwrap_or(*least)).collect();
        let mut rest = room - widths.iter().sum::<f32>();
        while rest > 0.0 {
            let Some(neediest) = self.neediest(&widths, fixed) else { break };
            let step = rest.min(4.0);
            widths[neediest] += step;
            rest -= step;
        }
        widths
    }

    /// The column whose width would make the lines lowest: it is the highest in most of them.
    fn neediest(&self, widths: &[f32], fixed: &[Option<f32>]) -> Option<usize> {
        let mut gains = vec![0.0_f32; widths.len()];
        for lengths in &self.lengths {
            let highest = lengths
                .iter()
                .zip(widths)
                .map(|(length, width)| length / inner(*width))
                .enumerate()
                .filter(|(at, _)| fixed[*at].is_none())
                .max_by(|(_, a), (_, b)| a.total_cmp(b));
            if let Some((at, lines)) = highest {
                gains[at] += lines / inner(widths[at]);
            }
        }
        let best = gains.iter().enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b))?;
        (*best.1 > 0.0).then_some(best.0)
    }
}

fn inner(width: f32) -> f32 {
    (width - 2.0 * PAD.x - 1.0).max(8.0)
}

/// Measures words.
struct Rule<'a> {
    ctx: &'a Context,
    advances: HashMap<char, f32>,
}

impl Rule<'_> {
    fn advance(&mut self, c: char) -> f32 {
        let ctx = self.ctx;
        *self
            .advances
            .entry(c)
            .or_insert_with(|| ctx.fonts_mut(|fonts| fonts.glyph_width(&regular(size::TABLE), c)))
    }

    fn width(&mut self, text: &str) -> f32 {
        text.chars().map(|c| self.advance(c)).sum()
    }

    /// What the title of a column needs, its longest word and not more than two lines, and
    /// room enough to write in while nothing stands there.
    fn least<C>(&self, column: &Column<C>) -> f32 {
        let font = bold(size::SMALL);
        let width = |text: &str| {
            let advance = |c| self.ctx.fonts_mut(|fonts| fonts.glyph_width(&font, c));
            text.chars().map(advance).sum::<f32>()
        };
        let longest = column.title.split_whitespace().map(width).fold(0.0_f32, f32::max);
        let half = width(&column.title) * 0.6;
        let own = longest.max(half).min(LONGEST_WORD) + 2.0 * PAD.x + 3.0;
        let kept = if column.unbroken { 1.0 } else { KEPT };
        own.max(kept * column.proposed)
    }

    /// The number of a line stands alone: no line is higher for it.
    fn measure_number(&mut self, number: &str, least: &mut f32) -> f32 {
        *least = least.max(self.width(number) + 2.0 * PAD.x + 3.0);
        0.0
    }

    /// How long the words of a cell are on one line; its longest word widens `least`. Each
    /// line break costs about half a line more.
    fn measure(&mut self, text: &str, least: &mut f32) -> f32 {
        for word in text.split_whitespace() {
            let word = self.width(word).min(LONGEST_WORD);
            *least = least.max(word + 2.0 * PAD.x + 3.0);
        }
        let breaks = text.matches('\n').count() as f32;
        self.width(text) + breaks * (*least / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_hardly_begun_is_laid_out_as_proposed() {
        // One cell written of five: its words must not take the room of those to come.
        let mut fit: Fit<u8> = Fit { least: vec![60.0; 5], ..Fit::default() };
        assert_eq!(fit.widths(1000.0, &[None; 5]), None);
    }

    #[test]
    fn no_column_falls_under_what_it_keeps_and_the_room_is_used() {
        let long = vec![0.0, 4_000.0, 40.0];
        let least = vec![80.0, 90.0, 100.0];
        let mut fit: Fit<u8> = Fit { least, lengths: vec![long; 5], ..Fit::default() };
        let widths = fit.widths(900.0, &[None; 3]).unwrap();
        assert!(widths[0] >= 80.0 && widths[2] >= 100.0, "{widths:?}");
        assert!((widths.iter().sum::<f32>() - 900.0).abs() < 1.0, "{widths:?}");
        assert!(widths[1] > 600.0, "{widths:?}");
        // Another room, then a column that a person drew: nothing old is given out.
        let narrow = fit.widths(600.0, &[None; 3]).unwrap();
        assert!((narrow.iter().sum::<f32>() - 600.0).abs() < 1.0, "{narrow:?}");
        assert_eq!(fit.widths(600.0, &[None, None, Some(200.0)]).unwrap()[2..], [200.0]);
    }
}
