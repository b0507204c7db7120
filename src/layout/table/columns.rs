//! How wide each column is, and how large the letters of a table.
//!
//! A column is at least as wide as its widest word; what is left goes to the columns by how
//! much they have to say (the square of the mean of square roots, so that one huge cell does
//! not take all), and none becomes wider than its longest line.

use crate::layout::line::{Compositor, Setting};
use crate::layout::paint::points;

/// A word wider than this may be broken in a table (thousandths of an em).
const WORD_CAP: u32 = 9_000;
/// No column is narrower, whatever stands in it: about two letters.
const FLOOR: u32 = 1_800;
/// A column with running text is comfortable from here.
const COMFORT: u32 = 6_200;
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
    /// Longest line.
    natural: u32,
    /// Sum of the square roots of the cells' lengths, and how many they are.
    roots: u64,
    cells: u64,
    /// Numbers, centred: takes no share of what is left over.
    pub narrow: bool,
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
        let (_, word) = title.unbreakable(compositor.faces, WORD_CAP);
        self.group = self.group.max(word);
        self.word = self.word.max(word);
        self.natural = self.natural.max(title.natural_width() / 2).max(word);
    }

    /// Its longest line, thousandths of an em.
    pub fn natural(&self) -> u32 {
        self.natural
    }

    fn demand(&self) -> f32 {
        let mean = self.roots as f32 / self.cells.max(1) as f32;
        (mean * mean).max(1.0)
    }

    fn least(&self, kept: bool) -> u32 {
        (if kept { self.group.min(WORD_CAP) } else { self.word }).max(FLOOR)
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

/// Chooses the size of the letters and the widths of the columns.
pub(in crate::layout) fn measure(columns: &[Column], total: f32, padding: f32) -> Measure {
    let comfortable = |column: &Column| column.natural.min(COMFORT).max(column.least(true));
    let attempts = SIZES
        .iter()
        .map(|&size| (size, Least::Comfortable))
        .chain([(11, Least::Kept), (11, Least::Word)])
        .chain(SMALL_SIZES.iter().map(|&size| (size, Least::Word)));
    for (size, least) in attempts {
        let least_width = |column: &Column| match least {
            Least::Comfortable => comfortable(column),
            Least::Kept => column.least(true),
            Least::Word => column.least(false),
        };
        let fixed = |column: &Column, least: f32| match column.permille {
            Some(permille) => (total * f32::from(permille) / 1000.0, size > 11),
            None => (least, true),
        };
        let mut sum = 0.0;
        let mut fits = true;
        for column in columns {
            let least = points(least_width(column), f32::from(size)) + padding * 2.0;
            let (width, strict) = fixed(column, least);
            sum += width;
            fits &= !strict || width >= points(column.least(false), f32::from(size)) + padding;
        }
        if fits && sum <= total {
            // Comfort chooses the size; the widths only respect what must stay together.
            let kept = !matches!(least, Least::Word);
            return Measure {
                size,
                widths: widths(columns, f32::from(size), total, padding, kept),
            };
        }
    }
    let size = if columns.iter().any(|column| column.permille.is_none()) { 9 } else { 11 };
    Measure { size, widths: widths(columns, f32::from(size), total, padding, false) }
}

/// Widths at a given size, as close to the columns' needs as `total` allows.
pub(in crate::layout) fn fit(columns: &[Column], size: f32, total: f32, padding: f32) -> Vec<f32> {
    let kept: f32 =
        columns.iter().map(|column| points(column.least(true), size) + padding * 2.0).sum();
    widths(columns, size, total, padding, kept <= total)
}

#[derive(Clone, Copy)]
enum Least {
    Comfortable,
    Kept,
    Word,
}

fn widths(columns: &[Column], size: f32, total: f32, padding: f32, kept: bool) -> Vec<f32> {
    let pad = padding * 2.0;
    let least = |column: &Column| points(column.least(kept), size) + pad;
    let most = |column: &Column| (points(column.natural, size) + pad + 0.5).max(least(column));
    let at = |column: &Column, share: f32| match column.permille {
        Some(permille) => total * f32::from(permille) / 1000.0,
        None => (share * column.demand()).clamp(least(column), most(column)),
    };
    let sum = |share: f32| columns.iter().map(|column| at(column, share)).sum::<f32>();
    // The sum only grows with the share: halve until it is found.
    let (mut low, mut high) = (0.0_f32, 1.0_f32);
    for _ in 0..48 {
        let middle = (low + high) / 2.0;
        if sum(middle) > total {
            high = middle;
        } else {
            low = middle;
        }
    }
    let mut widths: Vec<f32> = columns.iter().map(|column| at(column, low)).collect();
    let used: f32 = widths.iter().sum();
    let growing = |column: &Column| column.permille.is_none() && !column.narrow;
    let all = !columns.iter().any(growing);
    let spare = total - used;
    if spare > 0.0 {
        let weight = |column: &Column| {
            if all || growing(column) {
                (points(column.natural, size) + pad).min(total)
            } else {
                0.0
            }
        };
        let weights: f32 = columns.iter().map(weight).sum();
        for (width, column) in widths.iter_mut().zip(columns) {
            *width += spare * weight(column) / weights.max(1.0);
        }
    } else if used > total {
        // Not even the words fit: every column gives the same part of what it has.
        for width in &mut widths {
            *width *= total / used;
        }
    }
    widths
}
