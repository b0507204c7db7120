//! The chart of a report as a table of Word's own: a bar is a row of shaded cells with their
//! numbers, so that who corrects the file can correct it as well.

use super::paragraph::{Lead, Look};
use super::table::{CellShape, Grid, Merged, Shade, lines, row, widths_of};
use super::timeline::{SIZE, legend_of};
use crate::document::{Chart, ChartRow, Style};
use crate::ooxml::Xml;

/// The share of the width for the names, as on our own pages.
const NAME_SHARE: f32 = 0.4;
/// Columns of the bars; Word has 63 in a table.
const COLUMNS: u32 = 48;
/// A digit and the room around a number, pt.
const DIGIT: f32 = 5.5;
const AROUND: f32 = 2.0;
/// Room beside and above words, twips.
const BESIDE: i32 = 70;
const ABOVE: i32 = 40;

/// How pieces are told apart, in their order: as on our own pages, the lines in grey, which stays
/// lighter than what is filled also in programs that know no lines.
const FILLS: [Shade; 6] = [
    Shade::plain("999999"),
    Shade { pattern: "thinReverseDiagStripe", ink: LINES, ground: "FFFFFF" },
    WHITE,
    Shade { pattern: "thinVertStripe", ink: LINES, ground: "FFFFFF" },
    Shade { pattern: "thinDiagCross", ink: LINES, ground: "FFFFFF" },
    Shade::plain("DEDEDE"),
];
const LINES: &str = "808080";
const WHITE: Shade = Shade::plain("FFFFFF");
/// Stands for what is white among signs that have no line around them.
const BOX: &str = "☐";

fn fill(kind: usize) -> Shade {
    FILLS[kind % FILLS.len()]
}

/// Writes the bars. `width`: of the text, twips.
pub(super) fn table(xml: &mut Xml, chart: &Chart, width: i32) {
    let longest = chart.longest();
    // As many columns as make all ones equally wide, where there are few.
    let all = if longest <= COLUMNS { COLUMNS / longest * longest } else { COLUMNS };
    let width = width as f32 / 20.0;
    let names = width * NAME_SHARE;
    let column = (width - names) / all as f32;
    let widths: Vec<f32> =
        std::iter::once(names).chain(std::iter::repeat_n(column, all as usize)).collect();
    let grid = Grid { widths: widths_of(&widths), indent: 0, borders: true, padding: (0, ABOVE) };
    let place = |count: u32| (u64::from(count) * u64::from(all) / u64::from(longest)) as usize;
    grid.table(xml, |xml| {
        for one in &chart.rows {
            let mut edge = 0;
            let pieces: Vec<(usize, (usize, usize), String)> = one
                .counts
                .iter()
                .enumerate()
                .map(|(kind, count)| {
                    let from = place(edge);
                    edge += count;
                    (kind, (from, place(edge)), count.to_string())
                })
                .collect();
            let fits = |at: usize| {
                pieces.get(at).is_some_and(|(_, (from, to), number)| {
                    let room = (to - from) as f32 * column;
                    room >= number.len() as f32 * DIGIT + AROUND
                })
            };
            let under = chart.told_of(one, |at| !fits(at));
            let writer = Writer { grid: &grid, all: all as usize };
            writer.bar(xml, one, &pieces, (&fits, !under.is_empty()));
            if !under.is_empty() && one.sum() > 0 {
                row(xml, true, false, |xml| {
                    let shape = CellShape { merged: Merged::GoesOn, ..CellShape::default() };
                    grid.cell(xml, (0, 1), shape, |xml| words(xml, ""));
                    let shape = CellShape { beside: BESIDE, ..CellShape::default() };
                    let over = (1, 1 + writer.all);
                    grid.cell(xml, over, shape, |xml| words(xml, &under));
                });
            }
        }
    });
}

/// What the pieces stand for, in a line under the bars.
pub(super) fn legend(chart: &Chart) -> Option<(Lead, Xml)> {
    let kinds = chart.kinds.iter().enumerate();
    let signs: Vec<(Option<Shade>, &str, &str)> = kinds
        .map(|(at, kind)| (Some(fill(at)).filter(|fill| *fill != WHITE), BOX, &**kind))
        .collect();
    legend_of(&signs)
}

fn words(xml: &mut Xml, words: &str) {
    let look = Look { size: Some(SIZE), loose: true, ..Look::default() };
    lines(xml, words, &Lead { keep_next: true, ..Lead::new(Style::Cell) }, look);
}

struct Writer<'a> {
    grid: &'a Grid,
    all: usize,
}

impl Writer<'_> {
    fn bar(
        &self,
        xml: &mut Xml,
        one: &ChartRow,
        pieces: &[(usize, (usize, usize), String)],
        (fits, told): (&dyn Fn(usize) -> bool, bool),
    ) {
        row(xml, true, false, |xml| {
            let merged = if told && one.sum() > 0 { Merged::Begins } else { Merged::Not };
            let shape = CellShape { beside: BESIDE, merged, centred: true, ..CellShape::default() };
            self.grid.cell(xml, (0, 1), shape, |xml| words(xml, &one.name));
            let mut at = 0;
            for (kind, (from, to), number) in pieces.iter().filter(|(_, (from, to), _)| to > from) {
                at = *to;
                let shape =
                    CellShape { fill: Some(fill(*kind)), centred: true, ..CellShape::default() };
                let number = if fits(*kind) { number.as_str() } else { "" };
                let look = Look { size: Some(SIZE), ..Look::default() };
                self.grid.cell(xml, (from + 1, to + 1), shape, |xml| {
                    lines(xml, number, &Lead::new(Style::CentredCell), look);
                });
            }
            if at < self.all {
                let shape = CellShape { beside: BESIDE, centred: true, ..CellShape::default() };
                let none = if one.sum() == 0 { "0" } else { "" };
                let over = (at + 1, self.all + 1);
                self.grid.cell(xml, over, shape, |xml| words(xml, none));
            }
        });
    }
}
