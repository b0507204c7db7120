//! A plan as a document: what stands on paper, in order, before any page is known.
//!
//! Invariant: every word a person typed that the form prints is in the blocks, letter for
//! letter; what the program adds is listed in the docs of each block. What is printed in
//! capitals ([`Style::is_capital`]) stands here in the letters that were typed. Knows no page.

mod appendix;
mod book;
mod chart;
mod handout;
mod letterhead;
mod members;
mod narrative;
pub mod papers;
mod parts;
mod sheets;
mod signatures;
mod styles;
mod table;
mod three_years;
mod timeline;
mod updated;

pub use self::book::{
    Book, CellValue, Sheet, SheetCell, SheetColumn, SheetRow, SheetRowKind, Whom, collection_book,
    document_book, plan_book,
};
pub use self::chart::chart;
pub use self::handout::Handout;
pub use self::sheets::{
    Deadline, deadlines, evidence_document, led_by_nobody, money_document, task_leads,
    task_sheets_document, tasks_document,
};
pub use self::styles::Style;
pub use self::three_years::three_years_document;
pub use self::updated::updated_document;
pub use crate::plan::number::Marker;

use crate::plan::{Dossier, Form, PageLook, Plan, Run, TableKind};

/// A document ready to be laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The PDF's title: "Kế hoạch cải tiến chất lượng giáo dục năm học 2026 - 2027".
    pub title: String,
    /// The PDF's author: the school.
    pub author: String,
    /// What stands on paper, in order.
    pub blocks: Vec<Block>,
    /// How its pages look.
    pub page: PageLook,
}

/// A thing that stands on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The head of the first page, in two columns.
    Letterhead(Letterhead),
    /// "KẾ HOẠCH" and the lines under it, centred, a rule below.
    Title {
        /// As typed; printed in capitals.
        doc_type: String,
        /// The subject's lines, as typed.
        subject: Vec<String>,
    },
    /// A paragraph of words.
    Paragraph(Text),
    /// Aligned columns without borders: members of a team.
    Columns(Columns),
    /// A table with borders.
    Table(Table),
    /// Recipients on the left, one or two signature blocks on the right; under a signature that
    /// approves stand the recipients. Never alone on a page.
    Signatures(Signatures),
    /// Bars and ticks by month, A4 across.
    Timeline(Timeline),
    /// Bars by standard, told apart without colour.
    Chart(Chart),
    /// What comes after it begins a new page; pages are counted anew.
    NewSheet,
    /// All that comes after it is an appendix: it lies across on sheets of its own, whose numbers
    /// begin again.
    Appendix,
}

/// The head of the first page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// One or more lines as typed, printed in capitals; empty for a private school.
    pub governing_body: Vec<String>,
    /// One or more lines as typed, printed in capitals; a rule under them.
    pub school: Vec<String>,
    /// The name of the nation, top right.
    pub nation: String,
    /// The motto under it; a rule as long as it below.
    pub motto: String,
    /// "Số: 05/KH-THCSGOT", a 0 already before numbers under 10.
    pub number: Vec<Piece>,
    /// Địa danh with its comma: "Gò Vấp,"; empty where no place is named, and on minutes.
    pub place: String,
    /// "ngày 05 tháng 02 năm 2026", behind the place on the line of the number; minutes have none.
    pub date: Vec<Piece>,
    /// "DỰ THẢO" under the number; empty: nothing.
    pub draft_mark: String,
}

/// A piece of a line of the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words in one piece.
    Words(String),
    /// Room to write by hand.
    Blank(Blank),
}

/// What is written by hand into a blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// The number of the document.
    Number,
    /// The day or the month.
    DayOrMonth,
    /// The year.
    Year,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// "1. ", "a) ", "- " or nothing, in the style of the first run.
    pub marker: Marker,
    /// The words; a line break (`\n`) stays a line break.
    pub runs: Vec<Run>,
    /// What it is: decides spacing, indent, and what is kept together.
    pub role: Role,
    /// Its place among the PDF's bookmarks, 1 the outermost; 0: none.
    pub outline: u8,
}

impl Text {
    /// Whether it says what follows: "… như sau:" never stands last on a page.
    #[must_use]
    pub fn leads(&self) -> bool {
        let words = self.runs.iter().rev().map(|run| run.text.trim_end());
        words.into_iter().find(|words| !words.is_empty()).is_some_and(|words| words.ends_with(':'))
    }
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Justified, first line 1 cm in.
    #[default]
    Body,
    /// A part's heading, bold, printed in capitals; kept with what follows.
    PartHeading,
    /// A heading inside a part, bold; kept with what follows.
    Heading,
    /// Centred, bold: the heading of a page across, of an appendix.
    Centred,
    /// Centred, as its runs say: to whom a report goes, with what paper an appendix goes.
    CentredNote,
}

/// Aligned columns without borders; widths come from the content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Cells by row; all rows have the same number of cells.
    pub rows: Vec<Vec<String>>,
}

/// A table with borders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Which table of the plan it is; none: a table of words of a part.
    pub kind: Option<TableKind>,
    /// Its columns, in order.
    pub columns: Vec<TableColumn>,
    /// "(1)", "(2)", … in a row under the header, repeated with it; empty: no such row.
    pub column_numbers: Vec<String>,
    /// Its rows.
    pub rows: Vec<TableRow>,
    /// Lies across (A4 landscape), with the heading just before it.
    pub across: bool,
    /// The words of a cell that is one with those under it stand again where a page begins in it.
    pub merged_again: bool,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableColumn {
    /// Its title, bold and centred.
    pub title: String,
    /// Cells are centred (TT) and not flush left.
    pub centred: bool,
    /// A fixed share of the width, in thousandths; none: from the content.
    pub width_permille: Option<u16>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableRow {
    /// Over the full width, bold, centred.
    Band(String),
    /// A number in the first column (where `tt_column`), then bold words over the rest.
    Group {
        /// "1", or nothing.
        tt: Marker,
        /// "Tiêu chuẩn 1: …".
        title: String,
        /// Whether the first column is a TT column of its own.
        tt_column: bool,
    },
    /// A cell for each column.
    Cells(Vec<Cell>),
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The words; a line break (`\n`) stays a line break.
    pub text: String,
    /// In bold letters: a sum.
    pub bold: bool,
    /// One cell with the one above it: nothing is printed and no line is drawn between.
    pub merged_above: bool,
}

/// The foot of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signatures {
    /// "Nơi nhận:" over the recipients.
    pub recipients_heading: String,
    /// "- … (để b/c);" … "- Lưu: VT.": dash and ";" or "." already added, never doubled.
    pub recipients: Vec<String>,
    /// One or two, from the left.
    pub blocks: Vec<SignatureBlock>,
    /// The recipients stand under the signatures: what approves, or who wrote the minutes, has the
    /// place on the left.
    pub recipients_below: bool,
}

/// One signature: authority and position, room for signature and seal, name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignatureBlock {
    /// "KT. Hiệu trưởng", then "Phó Hiệu trưởng": as typed, printed in capitals.
    pub lines: Vec<String>,
    /// The signer's name, as typed.
    pub name: String,
}

/// Bars and ticks by month, without today's line or lateness.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Over the names: "Nội dung".
    pub names: String,
    /// First month shown, as (year, month).
    pub first_month: (i16, i8),
    /// Over each month shown: "8", "9", …
    pub months: Vec<String>,
    /// The years over the months, in order.
    pub years: Vec<TimelineYear>,
    /// Its rows, in order.
    pub rows: Vec<TimelineRow>,
    /// The signs that stand in it, told in words under it.
    pub legend: Vec<TimelineSign>,
}

/// A year over its months.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineYear {
    /// How many of its months are shown.
    pub months: usize,
    /// "Năm 2026".
    pub title: String,
    /// "2026", where there is no room for the title.
    pub short: String,
}

/// A row of a timeline on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimelineRow {
    /// A group's title over the full width.
    Group(String),
    /// A piece of work: its short name, its time as typed, and its marks.
    Item {
        /// Its short name.
        name: String,
        /// Its time, as typed; printed where there is no mark.
        time: String,
        /// Bars, as first and last day inclusive.
        bars: Vec<TimelineBar>,
        /// Ticks of recurring work.
        ticks: Vec<jiff::civil::Date>,
        /// The last day of work that names no beginning.
        mark: Option<jiff::civil::Date>,
    },
}

/// What is drawn in a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimelineSign {
    /// Dated work.
    Bar,
    /// Ongoing work.
    ThinBar,
    /// One time of recurring work.
    Tick,
    /// A deadline without a beginning.
    Mark,
}

impl TimelineSign {
    /// All of them, in the order of the legend.
    pub const ALL: [Self; 4] = [Self::Bar, Self::ThinBar, Self::Tick, Self::Mark];

    /// What it stands for, in the legend.
    #[must_use]
    pub fn words(self) -> &'static str {
        timeline::sign_words(self)
    }
}

/// A bar of a timeline, both days inclusive and inside the months shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimelineBar {
    /// First day.
    pub from: jiff::civil::Date,
    /// Last day.
    pub to: jiff::civil::Date,
    /// Thin: ongoing work.
    pub thin: bool,
    /// It goes on before the first month.
    pub from_before: bool,
    /// It goes on after the last month.
    pub goes_on: bool,
}

/// Bars of what is counted, one under the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// What a bar is made of, in order: "Hoàn thành".
    pub kinds: Vec<String>,
    /// A bar each.
    pub rows: Vec<ChartRow>,
    /// Its number and its name, under it.
    pub caption: Text,
}

/// A bar of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartRow {
    /// What it is of.
    pub name: String,
    /// How many there are of each kind.
    pub counts: Vec<u32>,
}

/// The plan as a document in its form, with its timeline as an appendix where the plan says so.
#[must_use]
pub fn plan_document(dossier: &Dossier, plan: &Plan, form: &Form) -> Document {
    plan_of(dossier, plan, form).0
}

/// The same, and behind which block its rows stand.
fn plan_of(dossier: &Dossier, plan: &Plan, form: &Form) -> (Document, usize) {
    let (mut document, after_rows) = text_of(plan, form);
    if plan.options.timeline_appendix && plan.paper.is_plan() {
        if let Some(pointer) = appendix::pointer(plan, &document.blocks) {
            document.blocks.insert(after_rows, pointer);
        }
        document.blocks.extend(appendix::appendix(dossier, plan));
    }
    (document, after_rows)
}

/// The plan as a document in its form, without an appendix.
#[must_use]
pub fn text_document(plan: &Plan, form: &Form) -> Document {
    text_of(plan, form).0
}

/// The same, and behind which block its rows stand; where it prints none, its preamble.
fn text_of(plan: &Plan, form: &Form) -> (Document, usize) {
    let mut blocks = head(plan);
    parts::preamble(plan, &mut blocks);
    let preamble = blocks.len();
    let after_rows = parts::parts(plan, form, &mut blocks).unwrap_or(preamble);
    blocks.extend(foot(plan));
    let author = letterhead::lines(&plan.letterhead.school).collect::<Vec<_>>().join(" ");
    let title = letterhead::title_words(plan);
    (Document { title, author, blocks, page: plan.options.page }, after_rows)
}

/// How the plan's document begins: the head of the first page, the title and to whom it goes.
#[must_use]
pub fn head(plan: &Plan) -> Vec<Block> {
    let mut blocks = vec![Block::Letterhead(letterhead::letterhead(plan))];
    blocks.extend(letterhead::title(plan));
    blocks.extend(letterhead::addressees(plan));
    blocks
}

/// How it ends: recipients and signatures; none where there is neither.
#[must_use]
pub fn foot(plan: &Plan) -> Option<Block> {
    signatures::signatures(plan).map(Block::Signatures)
}

/// The plan's timeline as a document of its own: A4 across, by standard.
#[must_use]
pub fn timeline_document(dossier: &Dossier, plan: &Plan) -> Document {
    timeline::document(dossier, plan)
}
