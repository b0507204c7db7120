//! A paragraph on its way: words in their looks, until its end says that they are whole.

use crate::import::Span;

use super::properties::Stand;
use super::styles::Shown as Look;

/// A paragraph that is not ended yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    /// What it says of itself.
    pub stand: Stand,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
enum Piece {
    Words { text: String, look: Look },
    PageBreak,
}

/// What a paragraph becomes: lines, and pages that begin within it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Words of one line.
    Line(Vec<Span>),
    /// A page begins.
    PageBreak,
}

impl Paragraph {
    /// More words.
    pub(super) fn push(&mut self, words: &str, look: &Look) {
        match self.pieces.last_mut() {
            Some(Piece::Words { text, look: last }) if last == look => text.push_str(words),
            _ => self.pieces.push(Piece::Words { text: words.to_owned(), look: look.clone() }),
        }
    }

    /// A page begins here.
    pub(super) fn page_break(&mut self) {
        self.pieces.push(Piece::PageBreak);
    }

    /// Whether nothing stands in it yet.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Its lines; there is always one, and of those that a page break makes none is empty.
    pub(super) fn parts(self) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut line: Vec<Span> = Vec::new();
        for piece in self.pieces {
            match piece {
                Piece::Words { text, look } => add(&mut line, &text, look.bold, look.italic),
                Piece::PageBreak => {
                    if !line.is_empty() {
                        parts.push(Part::Line(std::mem::take(&mut line)));
                    }
                    parts.push(Part::PageBreak);
                }
            }
        }
        if !line.is_empty() || !parts.iter().any(|part| matches!(part, Part::Line(_))) {
            parts.push(Part::Line(line));
        }
        parts
    }
}

fn add(line: &mut Vec<Span>, text: &str, bold: bool, italic: bool) {
    if text.is_empty() {
        return;
    }
    match line.last_mut() {
        Some(span) if span.bold == bold && span.italic == italic => span.text.push_str(text),
        _ => line.push(Span { text: text.to_owned(), bold, italic }),
    }
}
