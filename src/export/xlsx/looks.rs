//! How the cells of an Excel file look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Excel's numbers of formats: text, and nothing that is reckoned; a whole number with points.
const AS_TEXT: u8 = 49;
const GROUPED: u8 = 3;
/// Behind the row of titles.
const TITLES: u32 = 0x00E4_EDF7;
/// Behind bands and groups.
const HEADING: u32 = 0x00F3_F0EA;
/// Behind what cannot be changed in a sheet that is filled in.
const CLOSED: u32 = 0x00F2_F2F2;

/// What a cell is, as far as it shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub centred: bool,
    /// Words that would be taken for a formula.
    pub risky: bool,
    /// It can be written in.
    pub open: bool,
    /// It cannot, in a sheet where others can.
    pub closed: bool,
}

/// How many looks there are: each of the four is so or not.
const LOOKS: usize = 16;

impl Look {
    fn number(self) -> usize {
        [self.centred, self.risky, self.open, self.closed]
            .into_iter()
            .fold(0, |number, is| number * 2 + usize::from(is))
    }

    fn of(number: usize) -> Self {
        let is = |bit: usize| number & bit != 0;
        Self { centred: is(8), risky: is(4), open: is(2), closed: is(1) }
    }
}

/// The formats of a sheet, each made once: a sheet has some ten, and a hundred thousand cells.
pub(super) struct Looks {
    /// For the lines over the table, the first of them and the others.
    pub lead: [Format; 2],
    pub title: Format,
    /// A band or a group: its words run on over the cells to their right.
    pub heading: Format,
    pub plain: Format,
    words: [Format; LOOKS],
    dates: [Format; LOOKS],
    sums: [Format; LOOKS],
}

impl Looks {
    pub fn new(size: f32) -> Self {
        let maker = Maker::new(size);
        let looks: [Look; LOOKS] = std::array::from_fn(Look::of);
        Self {
            lead: [true, false].map(|first| maker.lead(first)),
            title: maker.title(),
            heading: maker.heading(),
            plain: Format::new(),
            words: looks.map(|look| maker.words(look)),
            dates: looks.map(|look| maker.date(look)),
            sums: looks.map(|look| maker.sum(look)),
        }
    }

    pub fn words(&self, look: Look) -> &Format {
        &self.words[look.number()]
    }

    pub fn date(&self, look: Look) -> &Format {
        &self.dates[look.number()]
    }

    pub fn sum(&self, look: Look) -> &Format {
        &self.sums[look.number()]
    }
}

/// Makes the formats of a sheet.
struct Maker {
    base: Format,
}

impl Maker {
    fn new(size: f32) -> Self {
        let base = Format::new()
            .set_font_name("Times New Roman")
            .set_font_size(if size > 0.0 { f64::from(size) } else { 11.0 })
            .set_align(FormatAlign::Top);
        Self { base }
    }

    fn boxed(&self) -> Format {
        self.base.clone().set_border(FormatBorder::Thin).set_border_color(Color::Gray)
    }

    fn lead(&self, first: bool) -> Format {
        let lead = self.base.clone().set_text_wrap();
        if first { lead.set_bold() } else { lead }
    }

    fn title(&self) -> Format {
        self.boxed()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(TITLES))
    }

    fn heading(&self) -> Format {
        self.base
            .clone()
            .set_border_top(FormatBorder::Thin)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_color(Color::Gray)
            .set_bold()
            .set_num_format_index(GROUPED)
            .set_background_color(Color::RGB(HEADING))
    }

    fn words(&self, look: Look) -> Format {
        let mut words = self.cell(look).set_text_wrap();
        if look.risky || look.open {
            words = words.set_num_format_index(AS_TEXT);
        }
        if look.risky { words.set_quote_prefix() } else { words }
    }

    fn date(&self, look: Look) -> Format {
        self.cell(look).set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center)
    }

    fn sum(&self, look: Look) -> Format {
        self.cell(look).set_num_format_index(GROUPED)
    }

    fn cell(&self, look: Look) -> Format {
        let mut cell = self.boxed();
        if look.centred {
            cell = cell.set_align(FormatAlign::Center);
        }
        if look.open {
            cell = cell.set_unlocked();
        }
        if look.closed { cell.set_background_color(Color::RGB(CLOSED)) } else { cell }
    }
}
