//! How wide each column is, and how large the letters of a table.
//!
//! A column is at least as wide as what must stand on one line in it; what is left goes to the
//! columns by how much they have to say (the square of the mean of square roots, so that one
//! huge cell does not take all), and none becomes wider than its longest line. Then widths are
//! moved between columns as long as the rows of a sample become lower.
//!
//! Where room is short, the columns give up one thing after the other, in the order of
//! [`GivenUp`] and no more of them than must; before words of cells are parted from each other,
//! all letters become smaller.

use crate::layout::Holds;
use crate::layout::line::{Compositor, Setting, Units};
use crate::layout::paint::points;
use crate::plan::{Concession, GivenUp};
use crate::words::order;

/// What is kept together is parted rather than take more room (thousandths of an em).
const CAP: u32 = 10_000;
/// A word wider than this is none, and is broken in a table.
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
const BY_HAND_DEMAND: f32 = 9_000.0;
/// A title stands on so many lines at most, where there is room.
const TITLE_LINES: usize = 3;
/// Sizes a table may have, the best first; the last of them before anything is given up.
const SIZES: [u8; 3] = [13, 12, 11];
/// Before pairs of words are parted, and before words are.
const SMALL: u8 = 10;
const SMALLEST: u8 = 9;

/// What a column holds, in thousandths of an em.
#[derive(Clone, Debug, Default)]
pub(in crate::layout) struct Column {
    /// Widest group of words kept together.
    units: Units,
    /// Longest line.
    natural: u32,
    /// Sum of the square roots of the cells' lengths, and how many they are.
    roots: u64,
    cells: u64,
    /// Numbers, centred: takes no share of what is left over.
    pub narrow: bool,
    /// As `units`, of the title.
    title: Units,
    /// Narrowest with the title on [`TITLE_LINES`] lines, what belongs together unparted.
    title_lines: u32,
    /// A fixed share of the table, in thousandths.
    pub permille: Option<u16>,
}

impl Column {
    /// Takes a cell into account.
    pub fn add(&mut self, cell: &Setting<'_>) {
        if cell.is_empty() {
            return;
        }
        for (widest, width) in self.units.iter_mut().zip(cell.units()) {
            *widest = (*widest).max(width.min(CAP));
        }
        self.natural = self.natural.max(cell.natural_width());
        self.roots += u64::from(cell.total_width()).isqrt();
        self.cells += 1;
    }

    /// Takes the title into account: it may stand on several lines.
    pub fn add_title(&mut self, compositor: &Compositor<'_>, title: &Setting<'_>) {
        self.title = title.units().map(|width| width.min(CAP));
        let [least, .., word] = self.title;
        self.natural = self.natural.max(title.natural_width() / 2).max(word);
        let (mut low, mut high) = (least, title.natural_width().max(least));
        while low + 50 < high {
            let middle = u32::midpoint(low, high);
            if title.lines(compositor.faces, middle, middle).len() > TITLE_LINES {
                low = middle;
            } else {
                high = middle;
            }
        }
        self.title_lines = if high < least + 100 { least } else { high };
    }

    /// Whether words that belong together fit into a width, pt: those of its title, of its cells.
    pub fn holds(&self, size: f32, width: f32, padding: f32) -> Holds {
        let fits = |group| points(group, size) + padding * 2.0 <= width;
        let [.., title, _, _, _] = self.title;
        let [.., cells, _, _, _] = self.units;
        // A machine without our letters sets wider ones, and would part a title inside a word.
        let in_wider_letters = title + title * 2 / 5;
        Holds { title: fits(in_wider_letters), cells: fits(cells) }
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

    /// The least width for the best look: a few words side by side.
    fn comfortable(&self) -> u32 {
        let [wished, ..] = self.units;
        self.natural.min(COMFORT).max(wished).max(self.least(GivenUp::Nothing))
    }

    /// The least width once this is given up.
    fn least(&self, given_up: GivenUp) -> u32 {
        let [_, kept, no_links, no_codes, no_phrases, no_labels, words] = self.units;
        let cells = match given_up {
            GivenUp::Nothing | GivenUp::TitleLines | GivenUp::Room => kept,
            GivenUp::Links => no_links,
            GivenUp::Codes | GivenUp::TitlePairs => no_codes,
            GivenUp::Phrases => no_phrases,
            GivenUp::Labels => no_labels,
            GivenUp::Figures | GivenUp::Words => words.min(WORD_CAP),
        };
        let by_hand = self.is_by_hand();
        let room = match given_up {
            GivenUp::Nothing | GivenUp::TitleLines if by_hand => BY_HAND,
            GivenUp::Nothing | GivenUp::TitleLines if !self.narrow => self.natural.min(BY_HAND),
            _ => 0,
        };
        let [title, .., title_words] = self.title;
        let title = match given_up {
            GivenUp::Nothing => self.title_lines,
            GivenUp::TitleLines => title,
            GivenUp::Room | GivenUp::Links | GivenUp::Codes if !by_hand => title,
            _ => title_words.min(WORD_CAP),
        };
        cells.max(room).max(title).max(FLOOR)
    }
}

/// Size and widths of a table.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::layout) struct Measure {
    /// pt.
    pub size: u8,
    /// Of each column, pt, padding included.
    pub widths: Vec<f32>,
    /// The last thing that had to be given up.
    pub given_up: GivenUp,
}

/// Chooses the size of the letters and the widths of the columns. `sample` holds the lengths
/// of the cells of some rows (thousandths of an em).
pub(in crate::layout) fn measure(
    columns: &[Column],
    sample: &[Vec<u32>],
    total: f32,
    padding: f32,
) -> Measure {
    let frame = |size: u8| Frame { size: f32::from(size), total, padding };
    let done = |size: u8, leasts: &[f32], given_up| Measure {
        size,
        widths: frame(size).widths(columns, leasts, sample),
        given_up,
    };
    for size in SIZES {
        // Comfort chooses the size; the widths only respect what must stay together.
        if frame(size).is_comfortable(columns) {
            let leasts = frame(size).leasts(columns, GivenUp::Nothing);
            return done(size, &leasts, GivenUp::Nothing);
        }
    }
    let attempts = [
        (Concession::GOOD_SIZE, GivenUp::TitlePairs),
        (SMALL, GivenUp::Figures),
        (SMALLEST, GivenUp::Figures),
    ];
    for (size, last) in attempts {
        if let Some((leasts, given_up)) = frame(size).concede(columns, last) {
            return done(size, &leasts, given_up);
        }
    }
    // Not even 9 pt holds every word: where all widths are wished for, words are broken at 11.
    let wished = columns.iter().all(|column| column.permille.is_some());
    let size = if wished { Concession::GOOD_SIZE } else { SMALLEST };
    done(size, &frame(size).leasts(columns, GivenUp::Words), GivenUp::Words)
}

/// Widths at a given size, as close to the columns' needs as `total` allows.
pub(in crate::layout) fn fit(
    columns: &[Column],
    sample: &[Vec<u32>],
    size: f32,
    total: f32,
    padding: f32,
) -> Vec<f32> {
    let frame = Frame { size, total, padding };
    let leasts = match frame.concede(columns, GivenUp::Figures) {
        Some((leasts, _)) => leasts,
        None => frame.leasts(columns, GivenUp::Words),
    };
    frame.widths(columns, &leasts, sample)
}

/// What widths are found for.
struct Frame {
    size: f32,
    total: f32,
    padding: f32,
}

impl Frame {
    /// A width inside a column as one from line to line, pt.
    fn outside(&self, width: u32) -> f32 {
        points(width, self.size) + self.padding * 2.0 + SLACK
    }

    /// How wide a column is wished to be; never too narrow for its words.
    fn wish(&self, column: &Column) -> Option<f32> {
        let wish = self.total * f32::from(column.permille?) / 1000.0;
        Some(wish.max(self.outside(column.least(GivenUp::Figures))))
    }

    fn leasts(&self, columns: &[Column], given_up: GivenUp) -> Vec<f32> {
        columns.iter().map(|column| self.outside(column.least(given_up))).collect()
    }

    fn is_comfortable(&self, columns: &[Column]) -> bool {
        let mut sum = 0.0;
        for column in columns {
            sum += match column.permille {
                // A wished-for width asks for smaller letters before it becomes another.
                Some(permille) => {
                    let width = self.total * f32::from(permille) / 1000.0;
                    if width < self.outside(column.least(GivenUp::Figures)) {
                        return false;
                    }
                    width
                }
                None => self.outside(column.comfortable()),
            };
        }
        sum <= self.total + 0.5
    }

    /// The least width of each column, so that together they fit: one thing is given up after
    /// the other up to `last`, each first where it frees most; with what was given up last.
    fn concede(&self, columns: &[Column], last: GivenUp) -> Option<(Vec<f32>, GivenUp)> {
        let of = |column: &Column, given_up| {
            self.wish(column).unwrap_or_else(|| self.outside(column.least(given_up)))
        };
        let mut leasts: Vec<f32> =
            columns.iter().map(|column| of(column, GivenUp::Nothing)).collect();
        let mut sum: f32 = leasts.iter().sum();
        let mut given_up = GivenUp::Nothing;
        for step in GivenUp::ALL.into_iter().take_while(|step| *step <= last) {
            let mut gains: Vec<(f32, usize)> = columns
                .iter()
                .zip(&leasts)
                .map(|(column, least)| least - of(column, step))
                .zip(0..)
                .filter(|(gain, _)| *gain > 0.005)
                .collect();
            order::by(&mut gains, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            for (gain, column) in gains {
                if sum <= self.total {
                    break;
                }
                if let Some(least) = leasts.get_mut(column) {
                    *least -= gain;
                }
                sum -= gain;
                given_up = step;
            }
            if sum <= self.total {
                return Some((leasts, given_up));
            }
        }
        None
    }

    fn most(&self, column: &Column, least: f32) -> f32 {
        let natural =
            if column.is_by_hand() { column.natural.max(BY_HAND * 2) } else { column.natural };
        self.outside(natural).max(least)
    }

    fn widths(&self, columns: &[Column], leasts: &[f32], sample: &[Vec<u32>]) -> Vec<f32> {
        let count = columns.len().max(1) as f32;
        // Narrower than this, a letter might not fit.
        let hard = self.outside(FLOOR).min(self.total / count);
        let at = |column: &Column, least: f32, share: f32| match column.permille {
            Some(permille) => (self.total * f32::from(permille) / 1000.0).max(hard).max(least),
            None => (share * column.demand()).clamp(least, self.most(column, least)),
        };
        let all = |share: f32| {
            columns.iter().zip(leasts).map(move |(column, least)| at(column, *least, share))
        };
        // The sum only grows with the share: halve until it is found.
        let (mut low, mut high) = (0.0_f32, 1.0_f32);
        for _ in 0..40 {
            let middle = f32::midpoint(low, high);
            if all(middle).sum::<f32>() > self.total {
                high = middle;
            } else {
                low = middle;
            }
        }
        let mut widths: Vec<f32> = all(low).collect();
        let used: f32 = widths.iter().sum();
        if used > self.total {
            // Every column gives the same part of what it can spare: beside its words, or, where
            // not even the words fit, beside a letter.
            let words = leasts.iter().sum::<f32>() <= self.total;
            let floors: Vec<f32> =
                leasts.iter().map(|least| if words { *least } else { hard }).collect();
            let floor: f32 = floors.iter().sum();
            let share = (self.total - floor).max(0.0) / (used - floor).max(0.01);
            for (width, floor) in widths.iter_mut().zip(&floors) {
                *width = floor + (*width - floor) * share;
            }
        } else {
            self.spread(columns, leasts, &mut widths, self.total - used);
            self.lower_rows(columns, leasts, sample, &mut widths);
        }
        widths
    }

    /// Gives what is left over to the columns that hold words.
    fn spread(&self, columns: &[Column], leasts: &[f32], widths: &mut [f32], spare: f32) {
        let growing = |column: &Column| column.permille.is_none() && !column.narrow;
        let all = !columns.iter().any(growing);
        let weight = |(column, least): (&Column, &f32)| {
            if all || growing(column) { self.most(column, *least).min(self.total) } else { 0.0 }
        };
        let weights: f32 = columns.iter().zip(leasts).map(weight).sum();
        for (width, column) in widths.iter_mut().zip(columns.iter().zip(leasts)) {
            *width += spare * weight(column) / weights.max(1.0);
        }
    }

    /// Moves width from column to column while the sampled rows become lower.
    fn lower_rows(
        &self,
        columns: &[Column],
        leasts: &[f32],
        sample: &[Vec<u32>],
        widths: &mut [f32],
    ) {
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
        let may_give = |column: &Column, width: f32, least: f32| {
            column.permille.is_none() && !column.is_by_hand() && width - step >= least
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
                let (Some(&width), Some(&least)) = (widths.get(from), leasts.get(from)) else {
                    continue;
                };
                if !may_give(column, width, least) {
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
