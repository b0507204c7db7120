//! What a paper from another program shows, before anyone says what it means: paragraphs and
//! tables in their order, whatever kind of file they came from.
//!
//! Invariant: every word that the other program shows stands here once, and no word that it hides.

/// The largest file that is read as a paper, bytes: 64 MB.
pub const LARGEST_PAPER: usize = 64 << 20;

/// A paper as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// What stands on it, in the order of reading.
    pub blocks: Vec<Shown>,
    /// What the reader noticed on the way.
    pub notes: Vec<Note>,
}

/// What a reader noticed: nothing of it stopped the reading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// Words in letters of TCVN3 or VNI fonts were turned into Unicode; so many paragraphs.
    OldLetters(usize),
    /// Tracked changes were taken as accepted.
    TrackedChanges,
    /// Pictures and other objects that hold no words were left out; so many.
    Objects(usize),
    /// Footnotes, endnotes or comments: so many; their words stand at the end.
    Notes(usize),
    /// Footnotes, endnotes or comments that the words refer to and the file does not hold, or not
    /// any more; so many.
    NotesMissing(usize),
    /// A part of the file that only says how it looks could not be read.
    LookUnknown,
}

/// A thing that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A paragraph.
    Line(Line),
    /// A table.
    Table(Grid),
    /// A page begins here because someone asked for it.
    PageBreak,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The number or bullet that the other program counts by itself, as it shows it ("1.", "a)",
    /// "-"); empty where there is none or it was typed, for then it stands in `spans`.
    pub label: String,
    /// The words; `\n` is a line break, `\t` a tab.
    pub spans: Vec<Span>,
    /// How it stands on the page.
    pub align: Align,
    /// How far the list it belongs to is nested, 0 the outermost; none: no list.
    pub list_level: Option<u8>,
    /// 1 to 9 where the paper's own outline names it a heading.
    pub heading: Option<u8>,
    /// It stands in a text box beside the text.
    pub boxed: bool,
    /// The words as they were typed in letters of old fonts; none where none were among them.
    pub typed: Option<Vec<Span>>,
}

/// How a paragraph stands between its edges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Flush left or justified.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// Flush right.
    Right,
}

/// Words in one look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The words in the letters that were typed: capitals that are only a look are not here.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// How many columns it has.
    pub columns: usize,
    /// Its rows.
    pub rows: Vec<GridRow>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridRow {
    /// It is repeated on every page.
    pub header: bool,
    /// Its cells; of cells that are missing there is none.
    pub cells: Vec<GridCell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridCell {
    /// The first column that it covers, from 0.
    pub column: usize,
    /// How many columns it covers, at least 1.
    pub span: usize,
    /// It is one with the cell above it: its own words, if any, are not shown.
    pub merged_above: bool,
    /// What stands in it.
    pub blocks: Vec<Shown>,
}

impl Source {
    /// The same with letters of old fonts as they were typed.
    #[must_use]
    pub fn as_typed(&self) -> Self {
        let mut source = self.clone();
        each_line(&mut source.blocks, &mut |line| {
            if let Some(typed) = line.typed.take() {
                line.spans = typed;
            }
        });
        source
    }

    /// The lines with letters of old fonts: as they were typed, and as they are read.
    #[must_use]
    pub fn old_letters(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        gather_old(&self.blocks, &mut found);
        found
    }
}

fn each_line(blocks: &mut [Shown], visit: &mut dyn FnMut(&mut Line)) {
    for block in blocks {
        match block {
            Shown::Line(line) => visit(line),
            Shown::Table(grid) => {
                for cell in grid.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    each_line(&mut cell.blocks, visit);
                }
            }
            Shown::PageBreak => {}
        }
    }
}

fn gather_old(blocks: &[Shown], found: &mut Vec<(String, String)>) {
    for block in blocks {
        match block {
            Shown::Line(line) => {
                let typed = line.typed.as_deref().map(text_of);
                found.extend(typed.map(|typed| (typed, line.text())));
            }
            Shown::Table(grid) => {
                for cell in grid.rows.iter().flat_map(|row| &row.cells) {
                    gather_old(&cell.blocks, found);
                }
            }
            Shown::PageBreak => {}
        }
    }
}

fn text_of(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

impl Line {
    /// The words alone, without the label.
    #[must_use]
    pub fn text(&self) -> String {
        text_of(&self.spans)
    }
}

impl GridCell {
    /// The words of its paragraphs, a line each, with their labels; tables inside it too.
    #[must_use]
    pub fn text(&self) -> String {
        fn gather(blocks: &[Shown], lines: &mut Vec<String>) {
            for block in blocks {
                match block {
                    Shown::Line(line) if line.label.is_empty() => lines.push(line.text()),
                    Shown::Line(line) => lines.push(format!("{} {}", line.label, line.text())),
                    Shown::Table(grid) => {
                        for cell in grid.rows.iter().flat_map(|row| &row.cells) {
                            gather(&cell.blocks, lines);
                        }
                    }
                    Shown::PageBreak => {}
                }
            }
        }
        let mut lines = Vec::new();
        gather(&self.blocks, &mut lines);
        lines.join("\n")
    }
}
