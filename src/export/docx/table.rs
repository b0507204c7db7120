//! Tables: columns of fixed widths, cells that span columns or rows, and the plan's own tables.

use std::fmt::Display;

use super::paragraph::{Lead, Look, run_of_clean};
use super::styles::{half_points, table_size};
use super::twips;
use crate::document::{Cell, Style, Table, TableRow};
use crate::layout::{Holds, Measures, TableMeasure, clean};
use crate::ooxml::Xml;
use crate::words::keep;

/// Taken from the room beside the words of a cell, twips.
const HAIR: i32 = 8;

/// What the rows of a table share; lengths are twips.
pub(super) struct Grid {
    /// Of each column.
    pub widths: Vec<i32>,
    /// From the margin to the table.
    pub indent: i32,
    /// Lines around the cells.
    pub borders: bool,
    /// Room left and right of a cell's words, and above and below them.
    pub padding: (i32, i32),
}

/// Widths between edges, each edge rounded by itself: so the widths sum to what they should.
pub(super) fn widths_of(widths: &[f32]) -> Vec<i32> {
    let mut edge = 0.0;
    let mut before = 0;
    let width = |width: &f32| {
        edge += width;
        let after = twips(edge);
        after - std::mem::replace(&mut before, after)
    };
    widths.iter().map(width).collect()
}

impl Grid {
    /// The table with its rows.
    pub fn table(&self, xml: &mut Xml, rows: impl FnOnce(&mut Xml)) {
        xml.within("w:tbl", &[], |xml| {
            xml.within("w:tblPr", &[], |xml| self.properties(xml));
            xml.within("w:tblGrid", &[], |xml| {
                for width in &self.widths {
                    xml.empty("w:gridCol", &[("w:w", width)]);
                }
            });
            rows(xml);
        });
    }

    fn properties(&self, xml: &mut Xml) {
        let total: i32 = self.widths.iter().sum();
        xml.empty("w:tblW", &[("w:w", &total), ("w:type", &"dxa")]);
        xml.empty("w:tblInd", &[("w:w", &self.indent), ("w:type", &"dxa")]);
        if self.borders {
            xml.within("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let line: [(&str, &dyn Display); 4] =
                        [("w:val", &"single"), ("w:sz", &4), ("w:space", &0), ("w:color", &"auto")];
                    xml.empty(side, &line);
                }
            });
        }
        xml.empty("w:tblLayout", &[("w:type", &"fixed")]);
        let (beside, above) = &self.padding;
        xml.within("w:tblCellMar", &[], |xml| {
            for (side, room) in
                [("w:top", above), ("w:left", beside), ("w:bottom", above), ("w:right", beside)]
            {
                xml.empty(side, &[("w:w", room), ("w:type", &"dxa")]);
            }
        });
    }

    /// The width over some columns.
    fn width(&self, from: usize, to: usize) -> i32 {
        self.widths.get(from..to).unwrap_or_default().iter().sum()
    }

    /// A cell over columns `from..to`; `inside` writes at least one paragraph.
    pub fn cell(
        &self,
        xml: &mut Xml,
        (from, to): (usize, usize),
        shape: CellShape,
        inside: impl FnOnce(&mut Xml),
    ) {
        xml.within("w:tc", &[], |xml| {
            xml.within("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", &self.width(from, to)), ("w:type", &"dxa")]);
                if to > from + 1 {
                    xml.empty("w:gridSpan", &[("w:val", &(to - from))]);
                }
                match shape.merged {
                    Merged::Not => {}
                    Merged::Begins => xml.empty("w:vMerge", &[("w:val", &"restart")]),
                    Merged::GoesOn => xml.empty("w:vMerge", &[]),
                }
                let (left, right) = shape.open;
                if left || right {
                    xml.within("w:tcBorders", &[], |xml| {
                        for (side, _) in
                            [("w:left", left), ("w:right", right)].iter().filter(|side| side.1)
                        {
                            xml.empty(side, &[("w:val", &"nil")]);
                        }
                    });
                }
                if let Some(fill) = &shape.fill {
                    fill.write(xml);
                }
                let sides =
                    [("w:left", shape.beside), ("w:right", shape.beside.max(shape.room_right))];
                if sides.iter().any(|(_, room)| *room > 0) {
                    xml.within("w:tcMar", &[], |xml| {
                        for (side, room) in sides.iter().filter(|(_, room)| *room > 0) {
                            xml.empty(side, &[("w:w", room), ("w:type", &"dxa")]);
                        }
                    });
                }
                if shape.centred {
                    xml.empty("w:vAlign", &[("w:val", &"center")]);
                }
            });
            inside(xml);
        });
    }
}

/// How a cell stands among the others.
#[derive(Clone, Copy, Default)]
pub(super) struct CellShape {
    pub merged: Merged,
    /// In the middle of the row's height.
    pub centred: bool,
    /// Room right of its words, twips.
    pub room_right: i32,
    /// Room on both sides of its words, instead of the table's, twips.
    pub beside: i32,
    /// Without the line on its left, on its right.
    pub open: (bool, bool),
    /// What is behind its words.
    pub fill: Option<Shade>,
}

/// What is behind words: a grey, or lines of an ink on a ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shade {
    /// Word's name of it.
    pub pattern: &'static str,
    pub ink: &'static str,
    /// "808080".
    pub ground: &'static str,
}

impl Shade {
    /// One colour: "808080".
    pub const fn plain(ground: &'static str) -> Self {
        Self { pattern: "clear", ink: "auto", ground }
    }

    pub fn write(&self, xml: &mut Xml) {
        let how: [(&str, &dyn Display); 3] =
            [("w:val", &self.pattern), ("w:color", &self.ink), ("w:fill", &self.ground)];
        xml.empty("w:shd", &how);
    }
}

/// Whether a cell is one with those above and below it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Merged {
    #[default]
    Not,
    Begins,
    GoesOn,
}

/// A row; whether no page ends in it, and whether it stands on every page.
pub(super) fn row(xml: &mut Xml, kept: bool, repeated: bool, cells: impl FnOnce(&mut Xml)) {
    xml.within("w:tr", &[], |xml| {
        if kept || repeated {
            xml.within("w:trPr", &[], |xml| {
                if kept {
                    xml.empty("w:cantSplit", &[]);
                }
                if repeated {
                    xml.empty("w:tblHeader", &[]);
                }
            });
        }
        cells(xml);
    });
}

/// The lines of a text as paragraphs of their own; one, without words, where there is none.
pub(super) fn lines(xml: &mut Xml, text: &str, lead: &Lead, look: Look) {
    let text = clean(text);
    let mut any = false;
    for line in text.split('\n').filter(|line| !line.trim().is_empty()) {
        lead.paragraph(xml, |xml| run_of_clean(xml, line, look));
        any = true;
    }
    if !any {
        lead.paragraph(xml, |_| {});
    }
}

/// A table of the plan. `keep_next`: its last row stays with what follows.
pub(super) fn bordered(
    xml: &mut Xml,
    table: &Table,
    measure: &TableMeasure,
    measures: &Measures,
    keep_next: bool,
) {
    let grid = Grid {
        widths: widths_of(&measure.widths),
        indent: 0,
        borders: true,
        // Words just fit some columns on our pages: another program needs a hair more.
        padding: (twips(measure.padding) - HAIR, twips(measure.above)),
    };
    let size = half_points(measure.size);
    let look = Look { size: (size != table_size(measures)).then_some(size), ..Look::default() };
    let again = &measure.again;
    let writer = Writer { grid: &grid, table, look, holds: &measure.holds, again };
    grid.table(xml, |xml| {
        writer.header(xml, measure.repeats);
        for (at, cells) in table.rows.iter().enumerate() {
            let kept = measure.kept.get(at).copied().unwrap_or_default();
            let last = at + 1 == table.rows.len();
            row(xml, kept, false, |xml| match cells {
                TableRow::Band(words) => writer.over_all(xml, words, Style::Band),
                TableRow::Group { tt, title, tt_column } => {
                    writer.group(xml, &tt.sign(), title, *tt_column);
                }
                TableRow::Cells(_) => writer.cells(xml, at, last && keep_next),
            });
        }
    });
}

struct Writer<'a> {
    grid: &'a Grid,
    table: &'a Table,
    look: Look,
    /// Columns in which words that belong together have room.
    holds: &'a [Holds],
    /// Rows that begin a page of ours and say again what is merged over them: Word makes the same
    /// pages where it has our faces, and cannot say it by itself.
    again: &'a [usize],
}

impl Writer<'_> {
    fn count(&self) -> usize {
        self.grid.widths.len()
    }

    /// The words of one column; whether in bold letters.
    fn words(&self, xml: &mut Xml, (words, bold): (&str, bool), column: usize, lead: &Lead) {
        let loose = !self.holds.get(column).is_some_and(|holds| holds.cells);
        lines(xml, words, lead, Look { bold, loose, ..self.look });
    }

    fn header(&self, xml: &mut Xml, repeats: bool) {
        let titles: Vec<&str> =
            self.table.columns.iter().map(|column| column.title.as_str()).collect();
        let numbers: Vec<&str> = self.table.column_numbers.iter().map(String::as_str).collect();
        let has_titles = titles.iter().any(|title| !title.trim().is_empty());
        for (words, style, stands) in [
            (titles, Style::ColumnTitle, has_titles),
            (numbers, Style::ColumnNumber, !self.table.column_numbers.is_empty()),
        ] {
            if !stands {
                continue;
            }
            row(xml, true, repeats, |xml| {
                for column in 0..self.count() {
                    let shape = CellShape { centred: true, ..CellShape::default() };
                    let words = words.get(column).copied().unwrap_or_default();
                    self.grid.cell(xml, (column, column + 1), shape, |xml| {
                        let holds = self.holds.get(column).is_some_and(|holds| holds.title);
                        let words = if holds { keep::bind_title(words) } else { words.into() };
                        let look = Look { loose: true, ..self.look };
                        lines(xml, &words, &Lead::new(style), look);
                    });
                }
            });
        }
    }

    fn over_all(&self, xml: &mut Xml, words: &str, style: Style) {
        self.grid.cell(xml, (0, self.count()), CellShape::default(), |xml| {
            lines(xml, words, &Lead::new(style), self.look);
        });
    }

    fn group(&self, xml: &mut Xml, tt: &str, title: &str, tt_column: bool) {
        if tt_column && self.count() > 1 {
            let number = CellShape::default();
            self.grid.cell(xml, (0, 1), number, |xml| {
                self.words(xml, (tt, false), 0, &Lead::new(Style::Band));
            });
            self.grid.cell(xml, (1, self.count()), CellShape::default(), |xml| {
                lines(xml, title, &Lead::new(Style::Group), self.look);
            });
        } else if tt.is_empty() {
            self.over_all(xml, title, Style::Group);
        } else {
            self.over_all(xml, &format!("{tt} {title}"), Style::Group);
        }
    }

    fn cells(&self, xml: &mut Xml, at: usize, keep_next: bool) {
        let cells = match self.table.rows.get(at) {
            Some(TableRow::Cells(cells)) => cells.as_slice(),
            _ => &[],
        };
        for column in 0..self.count() {
            let again = self.again.contains(&at) && self.is_merged(at, column);
            let merged = match (self.is_merged(at, column), self.goes_on(at + 1, column)) {
                (true, _) if !again => Merged::GoesOn,
                (_, true) => Merged::Begins,
                (_, false) => Merged::Not,
            };
            let cells = if again { self.first_of(at, column) } else { cells };
            let centred = self.table.columns.get(column).is_some_and(|column| column.centred);
            let style = if centred { Style::CentredCell } else { Style::Cell };
            let text = match cells.get(column) {
                Some(cell) if merged != Merged::GoesOn => (cell.text.as_str(), cell.bold),
                _ => ("", false),
            };
            let shape = CellShape { merged, ..CellShape::default() };
            let lead = Lead { keep_next, ..Lead::new(style) };
            self.grid.cell(xml, (column, column + 1), shape, |xml| {
                self.words(xml, text, column, &lead);
            });
        }
    }

    /// Whether a cell is one with the cell above it in Word.
    fn goes_on(&self, at: usize, column: usize) -> bool {
        self.is_merged(at, column) && !self.again.contains(&at)
    }

    /// The row whose cell has the words of this one, which is one with those above it.
    fn first_of(&self, at: usize, column: usize) -> &[Cell] {
        let first = (0..=at).rev().find(|above| !self.is_merged(*above, column));
        match first.and_then(|first| self.table.rows.get(first)) {
            Some(TableRow::Cells(cells)) => cells,
            _ => &[],
        }
    }

    /// Whether a cell is one with the cell above it; a first row has nothing to be one with.
    fn is_merged(&self, at: usize, column: usize) -> bool {
        let above = at.checked_sub(1).and_then(|above| self.table.rows.get(above));
        match (above, self.table.rows.get(at)) {
            (Some(TableRow::Cells(above)), Some(TableRow::Cells(cells))) => {
                column < above.len() && cells.get(column).is_some_and(|cell| cell.merged_above)
            }
            _ => false,
        }
    }
}
