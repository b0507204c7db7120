//! A budget cell cut into words, numbers and marks.

use std::ops::Range;

use crate::plan::Per;
use crate::words::is_dash;

/// A word, a number or a mark, with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) kind: Kind,
    pub(super) text: &'a str,
    pub(super) place: Range<usize>,
    /// Whether it is the first of its line.
    pub(super) new_line: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    Dash,
    Mark,
}

/// The pieces of a text in lower case; white space is none.
pub(super) fn cut(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut new_line = true;
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            new_line |= matches!(c, '\n' | '\r');
            continue;
        }
        let mut end = start + c.len_utf8();
        let kind = if c.is_ascii_digit() {
            while let Some((at, c)) = chars.peek().copied() {
                let digit_after =
                    text[at + c.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
                if !(c.is_ascii_digit() || (matches!(c, '.' | ',') && digit_after)) {
                    break;
                }
                end = at + c.len_utf8();
                chars.next();
            }
            Kind::Number
        } else if c.is_alphabetic() {
            while let Some((at, c)) = chars.peek().copied().filter(|(_, c)| c.is_alphabetic()) {
                end = at + c.len_utf8();
                chars.next();
            }
            Kind::Word
        } else if is_dash(c) || c == '÷' {
            Kind::Dash
        } else {
            Kind::Mark
        };
        pieces.push(Piece { kind, text: &text[start..end], place: start..end, new_line });
        new_line = false;
    }
    pieces
}

/// "x", "×": what makes a reckoning.
pub(super) fn is_times(text: &str) -> bool {
    matches!(text, "x" | "×" | "*")
}

/// One, as it stands before what a sum is for.
pub(super) fn is_one(text: &str) -> bool {
    matches!(text, "1" | "01" | "một")
}

/// A place among the pieces.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) pieces: &'a [Piece<'a>],
    pub(super) at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn text(&self, ahead: usize) -> &'a str {
        self.pieces.get(self.at + ahead).map_or("", |piece| piece.text)
    }

    pub(super) fn kind(&self, ahead: usize) -> Option<Kind> {
        self.pieces.get(self.at + ahead).map(|piece| piece.kind)
    }

    /// The piece this many places back.
    pub(super) fn back(&self, back: usize) -> &'a str {
        self.at.checked_sub(back).and_then(|at| self.pieces.get(at)).map_or("", |piece| piece.text)
    }

    /// Whether the line goes on here with a number.
    pub(super) fn number_goes_on(&self) -> bool {
        self.pieces.get(self.at).is_some_and(|piece| piece.kind == Kind::Number && !piece.new_line)
    }

    pub(super) fn starts_with(&self, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(ahead, word)| self.text(ahead) == *word)
    }

    /// What a sum is counted by, and how many pieces say so; none where it is no [`Per`].
    pub(super) fn per_word(self) -> Option<(Per, usize)> {
        // "kỳ thi", "kỳ họp" are no terms.
        let term = !matches!(self.text(1), "thi" | "họp" | "kiểm" | "nghỉ" | "đại" | "sinh");
        Some(match (self.text(0), self.text(1)) {
            ("năm", "học") => (Per::Year, 2),
            ("năm", _) => (Per::Year, 1),
            ("học", "kỳ" | "kì") => (Per::Term, 2),
            ("kỳ" | "kì", _) if term => (Per::Term, 1),
            ("hk", _) => (Per::Term, 1),
            ("tháng", _) => (Per::Month, 1),
            ("buổi" | "lần", _) => (Per::Session, 1),
            _ => return None,
        })
    }
}
