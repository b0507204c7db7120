//! The words of a paragraph on their way: pieces in one look, read by their font and cleaned when
//! the paragraph is whole.

use super::Span;
use crate::words::clean_paste;
use crate::words::encodings::Font;

/// How words look, and how their letters are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// By the name of the font.
    pub font: Font,
}

/// The words of a paragraph that is not ended yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces(Vec<Piece>);

#[derive(Clone, Debug)]
enum Piece {
    Words { text: String, look: Look },
    PageBreak,
}

/// What a paragraph becomes: lines, and pages that begin within it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Words of one line; beside them as they were typed, where letters of old fonts are among
    /// them.
    Line(Vec<Span>, Option<Vec<Span>>),
    /// A page begins.
    PageBreak,
}

impl Pieces {
    /// More words. Those of one look are read as one: a mark of VNI may be parted from its letter.
    pub(super) fn push(&mut self, words: &str, look: Look) {
        match self.0.last_mut() {
            Some(Piece::Words { text, look: last }) if *last == look => text.push_str(words),
            _ => self.0.push(Piece::Words { text: words.to_owned(), look }),
        }
    }

    /// A page begins here.
    pub(super) fn page_break(&mut self) {
        self.0.push(Piece::PageBreak);
    }

    /// Whether nothing stands in it yet.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lines, and whether letters of old fonts were among them. There is always a line, and
    /// of those that a page break makes none is empty.
    pub(super) fn parts(self) -> (Vec<Part>, bool) {
        let mut old = false;
        let mut parts = Vec::new();
        let mut line = Words::default();
        for piece in self.0 {
            match piece {
                Piece::Words { text, look } => {
                    // Before it is cleaned: in TCVN3 the soft hyphen is a letter.
                    let read = look.font.read(&text);
                    let is_old =
                        read != text && matches!(look.font, Font::Old(_) | Font::Tcvn3Capitals);
                    old |= is_old;
                    line.old |= is_old;
                    add(&mut line.typed, clean_paste(&text), look);
                    add(&mut line.read, clean_paste(&read), look);
                }
                Piece::PageBreak => {
                    if !line.read.is_empty() {
                        parts.push(std::mem::take(&mut line).part());
                    }
                    parts.push(Part::PageBreak);
                }
            }
        }
        if !line.read.is_empty() || !parts.iter().any(|part| matches!(part, Part::Line(..))) {
            parts.push(line.part());
        }
        (parts, old)
    }
}

/// The words of a line.
#[derive(Default)]
struct Words {
    read: Vec<Span>,
    typed: Vec<Span>,
    /// Letters of old fonts are among them.
    old: bool,
}

impl Words {
    fn part(self) -> Part {
        Part::Line(self.read, self.old.then_some(self.typed))
    }
}

fn add(line: &mut Vec<Span>, text: String, look: Look) {
    if text.is_empty() {
        return;
    }
    match line.last_mut() {
        Some(span) if span.bold == look.bold && span.italic == look.italic => {
            span.text.push_str(&text);
        }
        _ => line.push(Span { text, bold: look.bold, italic: look.italic }),
    }
}
