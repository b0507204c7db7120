//! The paper as lines and tables in the order of reading, each line with what it says in plain
//! letters.

use super::super::At;
use super::super::source::{Align, Grid, GridCell, Line, Shown, Source, Span};
use crate::words::{beginning, fold, upper};

/// A thing of the paper.
#[derive(Clone, Debug)]
pub(super) enum Thing<'a> {
    /// A paragraph that has words or signs.
    Line(Strip<'a>),
    /// A table, and which block it is.
    Table(usize, &'a Grid),
}

/// A line.
#[derive(Clone, Debug)]
pub(super) struct Strip<'a> {
    /// Where it stands.
    pub at: At,
    /// As it was read.
    pub line: &'a Line,
    /// Its words, without its label.
    pub text: String,
    /// Its words in plain small letters with single spaces: for looking up.
    pub flat: String,
}

impl<'a> Strip<'a> {
    fn new(at: At, line: &'a Line) -> Self {
        let text = line.text();
        Self { at, line, flat: flat(&text), text }
    }

    /// Whether all its letters are bold.
    pub fn is_bold(&self) -> bool {
        all_letters(&self.line.spans, |span| span.bold)
    }

    /// Whether all its letters are italic.
    pub fn is_italic(&self) -> bool {
        all_letters(&self.line.spans, |span| span.italic)
    }

    /// Whether it is typed in capitals.
    pub fn is_shouted(&self) -> bool {
        let text = beginning(self.text.trim(), TOLD);
        text.chars().filter(|c| c.is_alphabetic()).count() > 2 && upper(text) == *text
    }

    /// Whether it stands in the middle of its room.
    pub fn is_centred(&self) -> bool {
        self.line.align == Align::Centre
    }
}

fn all_letters(spans: &[Span], is: impl Fn(&Span) -> bool) -> bool {
    let mut worded = spans.iter().filter(|span| span.text.chars().any(char::is_alphanumeric));
    let first = worded.next();
    first.is_some_and(&is) && worded.all(is)
}

/// So many letters of a text say what it is; a paragraph may have millions.
pub(super) const TOLD: usize = 4_000;

/// A line of the head or the foot of a paper is no longer than this, in letters: several stand in
/// one, parted by tabs, and each is looked at by itself.
const EDGE: usize = 1_500;

/// Whether a text is as short as a line of a head or a foot.
pub(super) fn is_of_edge(text: &str) -> bool {
    beginning(text, EDGE).len() == text.len()
}

/// A text in plain small letters, with single spaces and none at its ends.
pub(super) fn flat(text: &str) -> String {
    fold(beginning(text, TOLD)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The things of a paper; blank lines and ends of pages are none.
pub(super) fn things(source: &Source) -> Vec<Thing<'_>> {
    let mut things = Vec::new();
    for (block, shown) in source.blocks.iter().enumerate() {
        match shown {
            Shown::Line(line) if !line.text().trim().is_empty() => {
                things.push(Thing::Line(Strip::new(At::block(block), line)));
            }
            Shown::Table(grid) if grid.rows.iter().any(|row| !row.cells.is_empty()) => {
                things.push(Thing::Table(block, grid));
            }
            Shown::Line(_) | Shown::Table(_) | Shown::PageBreak => {}
        }
    }
    things
}

/// The lines of one cell with words, those of tables inside it too.
pub(super) fn cell_lines(at: At, cell: &GridCell) -> Vec<Strip<'_>> {
    fn gather<'a>(at: At, blocks: &'a [Shown], lines: &mut Vec<Strip<'a>>) {
        for block in blocks {
            match block {
                Shown::Line(line) if !line.text().trim().is_empty() => {
                    lines.push(Strip::new(At { line: lines.len(), ..at }, line));
                }
                Shown::Table(grid) => {
                    for cell in grid.rows.iter().flat_map(|row| &row.cells) {
                        gather(at, &cell.blocks, lines);
                    }
                }
                Shown::Line(_) | Shown::PageBreak => {}
            }
        }
    }
    let mut lines = Vec::new();
    gather(at, &cell.blocks, &mut lines);
    lines
}

/// The stretches of a line that tabs or several spaces part, without blank ones.
pub(super) fn stretches(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for part in text.split('\t') {
        let mut rest = part;
        while let Some(at) = gap(rest) {
            found.push(&rest[..at]);
            rest = rest[at..].trim_start();
        }
        found.push(rest);
    }
    found.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Where the first run of three spaces or more begins, behind words.
fn gap(text: &str) -> Option<usize> {
    let mut run = 0;
    let mut start = 0;
    let mut words = false;
    for (at, c) in text.char_indices() {
        if c == ' ' || c == '\u{A0}' {
            if run == 0 {
                start = at;
            }
            run += 1;
        } else {
            if run >= 3 && words {
                return Some(start);
            }
            run = 0;
            words = true;
        }
    }
    None
}

/// Whether a text is a rule drawn with signs, or nothing.
pub(super) fn is_rule(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// Visits the words of a text, stretches of letters and digits, each with a number that is the
/// same for the same word in small letters; zeros before a number do not count.
pub(super) fn each_word(text: &str, mut visit: impl FnMut(&str, u64)) {
    let text = crate::words::nfc(text);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let bare = word.trim_start_matches('0');
        let mut key = 0xCBF2_9CE4_8422_2325_u64;
        for c in bare.chars().flat_map(char::to_lowercase) {
            key = (key ^ u64::from(c)).wrapping_mul(0x0100_0000_01B3);
        }
        visit(word, key);
    }
}

/// How many words a text has.
pub(super) fn count(text: &str) -> usize {
    let mut words = 0;
    each_word(text, |_, _| words += 1);
    words
}
