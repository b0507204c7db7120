//! The timeline as a table of Word's own: a column for each week of the months it shows, shaded
//! where work goes on, so that who corrects the file can correct it as well.

use jiff::civil::Date;

use super::paragraph::{Lead, Look, letters, run};
use super::table::{CellShape, Grid, Shade, lines, row, widths_of};
use crate::document::{Style, Timeline, TimelineBar, TimelineRow, TimelineSign};
use crate::ooxml::Xml;

/// The share of the width for the names, as on our own pages.
const NAME_SHARE: f32 = 0.34;
/// Columns of months at most; Word has 63 in a table.
const COLUMNS: usize = 56;
/// Letters and signs, half points.
pub(super) const SIZE: i32 = 22;
const SIGN_SIZE: i32 = 22;
/// Room beside and above words, twips.
const BESIDE: i32 = 70;
const ABOVE: i32 = 30;
/// The height of a line without words, twips.
const BLANK: i32 = 220;
/// Between two signs of the legend.
const APART: &str = "\u{A0}\u{A0}\u{A0} ";
/// Over the legend, twips.
const OVER_LEGEND: i32 = 120;
/// Greys of work and of ongoing work: a laser printer tells them apart.
const BAR: Shade = Shade::plain("808080");
const THIN: Shade = Shade::plain("D0D0D0");

/// What stands in a column of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Slot {
    fill: Option<Shade>,
    sign: Option<&'static str>,
}

/// The columns of months.
struct Axis {
    first: (i16, i8),
    months: usize,
    /// Columns of a month.
    parts: usize,
}

impl Axis {
    /// The column of a day; those outside the months shown are the nearest.
    fn slot(&self, day: Date) -> usize {
        let (year, month) = self.first;
        let months = (i32::from(day.year()) - i32::from(year)) * 12 + i32::from(day.month())
            - i32::from(month);
        let Ok(months) = usize::try_from(months) else { return 0 };
        let (day, days) = (usize::from(day.day().unsigned_abs()), day.days_in_month());
        let part = (day - 1) * self.parts / usize::from(days.unsigned_abs());
        (months * self.parts + part).min(self.all() - 1)
    }

    fn all(&self) -> usize {
        self.months * self.parts
    }

    fn slots(&self, bars: &[TimelineBar], ticks: &[Date], mark: Option<Date>) -> Vec<Slot> {
        let mut slots = vec![Slot::default(); self.all()];
        for bar in bars {
            let fill = Some(if bar.thin { THIN } else { BAR });
            let (from, to) = (self.slot(bar.from), self.slot(bar.to));
            for slot in slots.iter_mut().take(to + 1).skip(from) {
                // Work of its own time is not hidden by what goes on all the while.
                if slot.fill != Some(BAR) {
                    slot.fill = fill;
                }
            }
            if bar.from_before {
                slots[from].sign = Some("◄");
            }
            if bar.goes_on {
                slots[to].sign = Some("►");
            }
        }
        for tick in ticks {
            slots[self.slot(*tick)].sign = sign(TimelineSign::Tick);
        }
        if let Some(day) = mark {
            slots[self.slot(day)].sign = sign(TimelineSign::Mark);
        }
        slots
    }

    /// How many columns from this one on are one cell: those of one bar, or those of nothing
    /// within a month.
    fn together(&self, slots: &[Slot], from: usize) -> usize {
        let first = slots[from];
        if first.sign.is_some() {
            return 1;
        }
        let same = slots[from..].iter().take_while(|slot| **slot == first).count();
        let month = self.parts - from % self.parts;
        if first.fill.is_some() { same } else { same.min(month) }
    }
}

/// The sign of a time, of letters that every program has.
fn sign(sign: TimelineSign) -> Option<&'static str> {
    match sign {
        TimelineSign::Bar | TimelineSign::ThinBar => None,
        TimelineSign::Tick => Some("♦"),
        TimelineSign::Mark => Some("▐"),
    }
}

/// Writes the table. `width`: of the text, twips.
pub(super) fn table(xml: &mut Xml, timeline: &Timeline, width: i32) {
    let months = timeline.months.len().clamp(1, COLUMNS);
    let parts = [4, 2, 1].into_iter().find(|parts| months * parts <= COLUMNS).unwrap_or(1);
    let axis = Axis { first: timeline.first_month, months, parts };
    let width = width as f32 / 20.0;
    let names = width * NAME_SHARE;
    let column = (width - names) / axis.all() as f32;
    let widths: Vec<f32> =
        std::iter::once(names).chain(std::iter::repeat_n(column, axis.all())).collect();
    let grid = Grid { widths: widths_of(&widths), indent: 0, borders: true, padding: (0, ABOVE) };
    let writer = Writer { grid: &grid, axis: &axis };
    grid.table(xml, |xml| {
        writer.header(xml, timeline);
        for one in &timeline.rows {
            row(xml, true, false, |xml| match one {
                TimelineRow::Group(title) => {
                    writer.words(xml, (0, axis.all() + 1), title, &Lead::new(Style::Group));
                }
                TimelineRow::Item { name, time, bars, ticks, mark } => {
                    writer.words(xml, (0, 1), name, &Lead::new(Style::Cell));
                    if bars.is_empty() && ticks.is_empty() && mark.is_none() {
                        writer.undated(xml, time);
                    } else {
                        writer.slots(xml, &axis.slots(bars, ticks, *mark));
                    }
                }
            });
        }
    });
}

/// What the signs stand for, in a line under the table; none where there are none.
pub(super) fn legend(signs: &[TimelineSign]) -> Option<(Lead, Xml)> {
    let signs = signs.iter().map(|one| {
        let shade = match one {
            TimelineSign::Bar => Some(BAR),
            TimelineSign::ThinBar => Some(THIN),
            TimelineSign::Tick | TimelineSign::Mark => None,
        };
        (shade, sign(*one).unwrap_or_default(), one.words())
    });
    legend_of(&signs.collect::<Vec<_>>())
}

/// A line of signs, each a stretch of a bar or a letter, and what it stands for.
pub(super) fn legend_of(signs: &[(Option<Shade>, &str, &str)]) -> Option<(Lead, Xml)> {
    let mut xml = Xml::default();
    for (at, (shade, sign, words)) in signs.iter().enumerate() {
        let look = Look { size: Some(SIZE), loose: true, ..Look::default() };
        if at > 0 {
            run(&mut xml, APART, look);
        }
        match shade {
            Some(shade) => shaded(&mut xml, *shade),
            None => run(&mut xml, sign, look),
        }
        run(&mut xml, &format!(" {words}"), look);
    }
    let lead = Lead { before: Some(OVER_LEGEND), ..Lead::new(Style::Cell) };
    (!signs.is_empty()).then_some((lead, xml))
}

/// A stretch of a bar.
fn shaded(xml: &mut Xml, fill: Shade) {
    xml.within("w:r", &[], |xml| {
        xml.within("w:rPr", &[], |xml| {
            letters(xml, false, false);
            xml.empty("w:sz", &[("w:val", &SIZE)]);
            xml.empty("w:szCs", &[("w:val", &SIZE)]);
            fill.write(xml);
        });
        xml.within("w:t", &[], |xml| xml.words(&"\u{A0}".repeat(8)));
    });
}

struct Writer<'a> {
    grid: &'a Grid,
    axis: &'a Axis,
}

impl Writer<'_> {
    fn words(&self, xml: &mut Xml, columns: (usize, usize), words: &str, lead: &Lead) {
        let look = Look { size: Some(SIZE), loose: true, ..Look::default() };
        let shape = CellShape { beside: BESIDE, ..CellShape::default() };
        self.grid.cell(xml, columns, shape, |xml| lines(xml, words, lead, look));
    }

    /// Years, then months; the names have their title beside these.
    fn header(&self, xml: &mut Xml, timeline: &Timeline) {
        let lead = Lead::new(Style::ColumnTitle);
        let width = self.axis.parts;
        row(xml, true, true, |xml| {
            self.words(xml, (0, 1), "", &lead);
            let mut at = 1;
            for year in &timeline.years {
                let end = (at + year.months * width).min(self.axis.all() + 1);
                if end > at {
                    let words = if year.months < 2 { &year.short } else { &year.title };
                    self.title(xml, (at, end), words, true);
                }
                at = end;
            }
        });
        row(xml, true, true, |xml| {
            self.words(xml, (0, 1), &timeline.names, &lead);
            for (at, month) in timeline.months.iter().take(self.axis.months).enumerate() {
                self.title(xml, (1 + at * width, 1 + (at + 1) * width), month, false);
            }
        });
    }

    fn title(&self, xml: &mut Xml, columns: (usize, usize), words: &str, bold: bool) {
        let style = if bold { Style::ColumnTitle } else { Style::ColumnNumber };
        let look = Look { size: Some(SIZE), ..Look::default() };
        self.grid.cell(xml, columns, CellShape::default(), |xml| {
            lines(xml, words, &Lead::new(style), look);
        });
    }

    /// Work without a date has its time where the months are.
    fn undated(&self, xml: &mut Xml, time: &str) {
        let look = Look { italic: true, size: Some(SIZE), loose: true, ..Look::default() };
        let shape = CellShape { beside: BESIDE, ..CellShape::default() };
        self.grid.cell(xml, (1, self.axis.all() + 1), shape, |xml| {
            lines(xml, time, &Lead::new(Style::Cell), look);
        });
    }

    fn slots(&self, xml: &mut Xml, slots: &[Slot]) {
        let mut at = 0;
        while let Some(slot) = slots.get(at) {
            let end = at + self.axis.together(slots, at);
            // Within a month nothing parts what is drawn from what is not.
            let inside = |edge: usize| !edge.is_multiple_of(self.axis.parts);
            let open = (inside(at), inside(end));
            let shape = CellShape { fill: slot.fill, open, centred: true, ..CellShape::default() };
            let lead = Lead { exact: Some(BLANK), ..Lead::new(Style::CentredCell) };
            let look = Look { size: Some(SIGN_SIZE), ..Look::default() };
            self.grid.cell(xml, (at + 1, end + 1), shape, |xml| {
                lines(xml, slot.sign.unwrap_or_default(), &lead, look);
            });
            at = end;
        }
    }
}
