//! What was measured on the way to the pages, for a Word file: Word makes its pages itself, and
//! its columns and rules shall be as wide as ours.

/// Lengths of a document, pt; those of one kind in the order of the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    /// The head of the first page.
    pub head: HeadMeasure,
    /// The rule under the title.
    pub title_rule: f32,
    /// Aligned columns without borders.
    pub columns: Vec<ColumnsMeasure>,
    /// Tables.
    pub tables: Vec<TableMeasure>,
    /// The foot of the document: the recipients' column, then one for each signature.
    pub foot: Vec<f32>,
}

/// The head of the first page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeadMeasure {
    /// The width of the right column, from the longest line of nation and motto.
    pub right: f32,
    /// Between the columns.
    pub gutter: f32,
    /// Size of the nation's name.
    pub nation: f32,
    /// Size of the motto.
    pub motto: f32,
    /// Size of the names of the governing body and the school.
    pub names: f32,
    /// Size of the number and the date.
    pub number: f32,
    /// The lines of the governing body's names in the letters that were typed, each as it is
    /// parted where it is too long.
    pub governing_body: Vec<Vec<String>>,
    /// The lines of the school's name, likewise.
    pub school: Vec<Vec<String>>,
    /// The rule under the school.
    pub school_rule: f32,
    /// The rule under the motto.
    pub motto_rule: f32,
    /// Where place and date stand.
    pub date: DateLine,
    /// Room to write in the number's blank.
    pub number_blank: f32,
    /// Room to write in each blank of the date.
    pub date_blanks: Vec<f32>,
}

/// Where words that belong together have room on one line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holds {
    /// In the title of the column.
    pub title: bool,
    /// In its cells.
    pub cells: bool,
}

/// Where the place and the date behind it stand in the head of the first page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum DateLine {
    /// In the middle of the right column.
    #[default]
    Centred,
    /// Flush right in this room, which reaches under the names of the left column.
    FlushRight(f32),
    /// In the middle of the right column, the date under a place too long for one line.
    TwoLines,
}

/// Aligned columns without borders.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnsMeasure {
    /// From the margin to the first column.
    pub indent: f32,
    /// Of each column, room left and right of its words included.
    pub widths: Vec<f32>,
    /// That room, on each side.
    pub padding: f32,
    /// Of each column, whether words that belong together have room in it.
    pub holds: Vec<Holds>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableMeasure {
    /// Of each column, from line to line: they sum to the width of the text. None where the
    /// table has no column.
    pub widths: Vec<f32>,
    /// Of each column, whether words that belong together have room in it.
    pub holds: Vec<Holds>,
    /// Size of the letters.
    pub size: f32,
    /// Room left and right of a cell's words.
    pub padding: f32,
    /// Room above and below them.
    pub above: f32,
    /// The header stands on every page.
    pub repeats: bool,
    /// Which rows are kept on one page.
    pub kept: Vec<bool>,
    /// Which rows begin a page and say again what is merged over them.
    pub again: Vec<usize>,
}
