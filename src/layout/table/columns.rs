//! How wide each column is, and how large the letters of a table.
//!
//! A column is at least as wide as its widest word; what is left goes to the columns by how
//! much they have to say (the square of the mean of square roots, so that one huge cell does
//! not take all), and none becomes wider than its longest line. Then widths are moved between
//! columns as long as the rows of a sample become lower.

use crate::layout::Holds;
use crate::layout::line::{Compositor, Setting};
use crate::layout::paint::points;

/// A word wider than this may be broken in a table (thousandths of an em).
const WORD_CAP: u32 = 9_000;
/// No column is narrower, whatever stands in it: about two letters.
const FLOOR: u32 = 1_800;
/// A column with running text is comfortable from here.
const COMFORT: u32 = 6_200;
/// What a line loses at its end to the next word, on average.
const RAGGED: f32 = 1_000.0;
/// A cell exactly as wide as its word must hold it after all rounding, pt.
const SLACK: f32 = 0.1;
/// A row beyond this many lines counts a twentieth for each further line.
const TALL_ROW: f32 = 20.0;
/// How often a strip of width may be moved to another column.
const MOVES: usize = 60;
/// An empty column is to be filled by hand: at least this wide, and this much to say. No
/// column of words is narrower, unless all its lines are short.
const BY_HAND: u32 = 4_200;
/// The same where room is short.
const TIGHT_BY_HAND: u32 = 3_000;
const BY_HAND_DEMAND: f32 = 9_000.0;
/// A title stands on so many lines at most, where there is room.
const TITLE_LINES: usize = 3;
/// Sizes a table may have, the best first.
const SIZES: [u8; 3] = [13, 12, 11];
/// The last resort.
const SMALL_SIZES: [u8; 2] = [10, 9];

/// What a column holds, in thousandths of an em.
#[derive(Clone, Debug, Default)]
pub(in crate::layout) struct Column {
    /// Widest group of words kept together.
    group: u32,
    /// Widest word.
    word: u32,
    /// Widest group of words kept together in the title.
    title_group: u32,
    /// Longest line.
    natural: u32,
    /// Sum of the square roots of the cells' lengths, and how many they are.
    roots: u64,
    cells: u64,
    /// Numbers, centred: takes no share of what is left over.
    pub narrow: bool,
    /// Narrowest with the title on [`TITLE_LINES`] lines, what belongs together unparted.
    title: u32,
    /// A fixed share of the table, in thousandths.
    pub permille: Option<u16>,
}

impl Column {
    /// Takes a cell into account.
    pub fn add(&mut self, compositor: &Compositor<'_>, cell: &Setting<'_>) {
        if cell.is_empty() {
            return;
        }
        let (group, word) = cell.unbreakable(compositor.faces, WORD_CAP);
        self.group = self.group.max(group);
        self.word = self.word.max(word);
        self.natural = self.natural.max(cell.natural_width());
        self.roots += u64::from(cell.total_width()).isqrt();
        self.cells += 1;
    }

    /// Takes the title into account: it may stand on several lines.
    pub fn add_title(&mut self, compositor: &Compositor<'_>, title: &Setting<'_>) {
        let (group, word) = title.unbreakable(compositor.faces, WORD_CAP);
        self.title_group = group;
        self.group = self.group.max(word);
        self.word = self.word.max(word);
        self.natural = self.natural.max(title.natural_width() / 2).max(word);
        let least = group.min(WORD_CAP).max(word);
        let (mut low, mut high) = (least, title.natural_width().max(least));
        while low + 50 < high {
            let middle = u32::midpoint(low, high);
            if title.lines(compositor.faces, middle, middle).len() > TITLE_LINES {
                low = middle;
            } else {
                high = middle;
            }
        }
        self.title = if high < least + 100 { least } else { high };
    }

    /// Whether words that belong together fit into a width, pt: those of its title, of its cells.
    pub fn holds(&self, size: f32, width: f32, padding: f32) -> Holds {
        let fits = |group| points(group, size) + padding * 2.0 <= width;
        Holds { title: fits(self.title_group), cells: fits(self.group) }
    }

    /// Its longest line, thousandths of an em.
    pub fn natural(&self) -> u32 {
        self.natural
    }

    fn demand(&self) -> f32 {
        if self.is_by_hand() {
            return BY_HAND_DEMAND;
        }
        let mean = self.roots as f32 / self.cells.max(1) as f32;
        (mean * mean).max(1.0)
    }

    fn is_by_hand(&self) -> bool {
        self.cells == 0 && !self.narrow
    }

    fn least(&self, least: Least) -> u32 {
        let width = match least {
            Least::Comfortable => self.natural.min(COMFORT).max(self.least(Least::Kept)),
            Least::Kept if self.is_by_hand() => self.word.max(BY_HAND).max(self.title),
            Least::Kept => {
                let words = if self.narrow { 0 } else { self.natural.min(BY_HAND) };
                self.group.min(WORD_CAP).max(words).max(self.title)
            }
            Least::Tight if self.is_by_hand() => self.word.max(TIGHT_BY_HAND),
            Least::Tight | Least::Word => self.word,
        };
        width.max(FLOOR)
    }
}

/// Size and widths of a table.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::layout) struct Measure {
    /// pt.
    pub size: u8,
    /// Of each column, pt, padding included.
    pub widths: Vec<f32>,
}

/// Chooses the size of the letters and the widths of the columns. `sample` holds the lengths
/// of the cells of some rows (thousandths of an em).
pub(in crate::layout) fn measure(
    columns: &[Column],
    sample: &[Vec<u32>],
    total: f32,
    padding: f32,
) -> Measure {
    let attempts = SIZES
        .iter()
        .map(|&size| (size, Least::Comfortable))
        .chain([(11, Least::Kept), (11, Least::Tight), (11, Least::Word)])
        .chain(SMALL_SIZES.iter().map(|&size| (size, Least::Word)));
    for (size, least) in attempts {
        if fits(columns, size, least, total, padding) {
            // Comfort chooses the size; the widths only respect what must stay together.
            let least = if least == Least::Comfortable { Least::Kept } else { least };
            let frame = Frame { size: f32::from(size), total, padding, least };
            return Measure { size, widths: frame.widths(columns, sample) };
        }
    }
    // Not even 9 pt holds every word: where all widths are wished for, words are broken at 11.
    let size = if columns.iter().any(|column| column.permille.is_none()) { 9 } else { 11 };
    let frame = Frame { size: f32::from(size), total, padding, least: Least::Word };
    Measure { size, widths: frame.widths(columns, sample) }
}

fn fits(columns: &[Column], size: u8, least: Least, total: f32, padding: f32) -> bool {
    let points = |width: u32| points(width, f32::from(size)) + padding * 2.0 + SLACK;
    let mut sum = 0.0;
    for column in columns {
        sum += match column.permille {
            // A wished-for width asks for smaller letters before words are broken in it.
            Some(permille) => {
                let width = total * f32::from(permille) / 1000.0;
                if size > 11 && width < points(column.least(Least::Word)) {
                    return false;
                }
                width
            }
            None => points(column.least(least)),
        };
    }
    sum <= total + 0.5
}

/// Widths at a given size, as close to the columns' needs as `total` allows.
pub(in crate::layout) fn fit(
    columns: &[Column],
    sample: &[Vec<u32>],
    size: f32,
    total: f32,
    padding: f32,
) -> Vec<f32> {
    let width = |column: &Column| points(column.least(Least::Kept), size) + padding * 2.0 + SLACK;
    let kept = columns.iter().map(width).sum::<f32>() <= total;
    let least = if kept { Least::Kept } else { Least::Word };
    Frame { size, total, padding, least }.widths(columns, sample)
}

/// What no column may be too narrow for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Least {
    /// A few words side by side.
    Comfortable,
    /// Words kept together, titles on few lines, room to write by hand.
    Kept,
    /// Each word, and some room to write by hand.
    Tight,
    /// Each word.
    Word,
}

/// What widths are found for.
struct Frame {
    size: f32,
    total: f32,
    padding: f32,
    /// No column is narrower than this asks for.
    least: Least,
}

impl Frame {
    fn least(&self, column: &Column) -> f32 {
        points(column.least(self.least), self.size) + self.padding * 2.0 + SLACK
    }

    fn most(&self, column: &Column) -> f32 {
        let natural =
            if column.is_by_hand() { column.natural.max(BY_HAND * 2) } else { column.natural };
        let most = points(natural, self.size) + self.padding * 2.0 + SLACK;
        most.max(self.least(column))
    }

    fn widths(&self, columns: &[Column], sample: &[Vec<u32>]) -> Vec<f32> {
        let count = columns.len().max(1) as f32;
        // Narrower than this, a letter might not fit.
        let hard = (points(FLOOR, self.size) + self.padding * 2.0 + SLACK).min(self.total / count);
        let at = |column: &Column, share: f32| match column.permille {
            Some(permille) => (self.total * f32::from(permille) / 1000.0).max(hard),
            None => (share * column.demand()).clamp(self.least(column), self.most(column)),
        };
        let sum = |share: f32| columns.iter().map(|column| at(column, share)).sum::<f32>();
        // The sum only grows with the share: halve until it is found.
        let (mut low, mut high) = (0.0_f32, 1.0_f32);
        for _ in 0..40 {
            let middle = f32::midpoint(low, high);
            if sum(middle) > self.total {
                high = middle;
            } else {
                low = middle;
            }
        }
        let mut widths: Vec<f32> = columns.iter().map(|column| at(column, low)).collect();
        let used: f32 = widths.iter().sum();
        if used > self.total {
            // Not even the words fit: every column gives the same part of what it can spare.
            let spare = used - hard * count;
            let left = (self.total - hard * count).max(0.0);
            for width in &mut widths {
                *width = hard + (*width - hard) * if spare > 0.0 { left / spare } else { 0.0 };
            }
        } else {
            self.spread(columns, &mut widths, self.total - used);
            self.lower_rows(columns, sample, &mut widths);
        }
        widths
    }

    /// Gives what is left over to the columns that hold words.
    fn spread(&self, columns: &[Column], widths: &mut [f32], spare: f32) {
        let growing = |column: &Column| column.permille.is_none() && !column.narrow;
        let all = !columns.iter().any(growing);
        let weight = |column: &Column| {
            if all || growing(column) { self.most(column).min(self.total) } else { 0.0 }
        };
        let weights: f32 = columns.iter().map(weight).sum();
        for (width, column) in widths.iter_mut().zip(columns) {
            *width += spare * weight(column) / weights.max(1.0);
        }
    }

    /// Moves width from column to column while the sampled rows become lower.
    fn lower_rows(&self, columns: &[Column], sample: &[Vec<u32>], widths: &mut [f32]) {
        let step = self.total / 120.0;
        let lines = |length: u32, width: f32| {
            let inside = (width - self.padding * 2.0) * 1000.0 / self.size;
            if length == 0 {
                0.0
            } else if (length as f32) <= inside {
                1.0
            } else {
                length as f32 / (inside - RAGGED).max(500.0) + 0.5
            }
        };
        let may_give = |column: &Column, width: f32| {
            column.permille.is_none() && !column.is_by_hand() && width - step >= self.least(column)
        };
        let may_take = |column: &Column| column.permille.is_none() && !column.narrow;
        // Lines of each cell as it is, and a step narrower or wider.
        let mut now: Vec<Vec<[f32; 3]>> = Vec::new();
        for _ in 0..MOVES {
            now.clear();
            now.extend(sample.iter().map(|row| {
                let cells = row.iter().zip(widths.iter());
                cells
                    .map(|(&length, &width)| {
                        [
                            lines(length, width - step),
                            lines(length, width),
                            lines(length, width + step),
                        ]
                    })
                    .collect()
            }));
            let height = |from: usize, to: usize| -> f32 {
                let rows = now.iter().map(|row| {
                    let (mut most, mut sum) = (1.0_f32, 0.0);
                    for (column, &[narrower, same, wider]) in row.iter().enumerate() {
                        let lines = if from == to {
                            same
                        } else if column == from {
                            narrower
                        } else if column == to {
                            wider
                        } else {
                            same
                        };
                        most = most.max(lines);
                        sum += lines;
                    }
                    // Among equal heights, the one with fewer lines in the other cells.
                    most.min(TALL_ROW) + (most - TALL_ROW).max(0.0) / 20.0 + sum * 0.02
                });
                rows.sum()
            };
            let current = height(0, 0);
            let mut best: Option<(f32, usize, usize)> = None;
            for (from, column) in columns.iter().enumerate() {
                if !widths.get(from).is_some_and(|&width| may_give(column, width)) {
                    continue;
                }
                for (to, column) in columns.iter().enumerate() {
                    if to == from || !may_take(column) {
                        continue;
                    }
                    let height = height(from, to);
                    if height < current - 0.001 && best.is_none_or(|(best, ..)| height < best) {
                        best = Some((height, from, to));
                    }
                }
            }
            let Some((_, from, to)) = best else { break };
            if let Some(width) = widths.get_mut(from) {
                *width -= step;
            }
            if let Some(width) = widths.get_mut(to) {
                *width += step;
            }
        }
    }
}
