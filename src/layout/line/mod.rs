//! Words to lines: what a text is made of, how wide it is, where its lines end.
//!
//! All widths are whole thousandths of an em of the size it is set in, so that a text is
//! measured once for every size and sums are exact.
//!
//! What stands on one line is said by three ranks of pairs, below them the two kinds of places
//! where one word may be parted: [`Rank`]. The weakest is given up first, and only where no line
//! is wide enough for what it holds together.

mod greedy;
mod parts;
pub(super) mod total_fit;

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::clean::{clean, is_drawn, is_tidy};
use super::structure::Builder;
use super::{ElementId, FaceId, Faces};
pub(super) use crate::words::keep::Rank;
use crate::words::keep::{self, Class};

/// The width of a drawn box or tick, and of the hollow box of a missing character.
pub(super) const DRAWN_WIDTH: u32 = 800;

/// What sets words: the faces, the characters they turned out to lack, and what was set so far.
pub(super) struct Compositor<'f> {
    pub faces: &'f Faces,
    pub missing: BTreeSet<char>,
    pub structure: Builder,
}

impl<'f> Compositor<'f> {
    pub fn new(faces: &'f Faces) -> Self {
        Self { faces, missing: BTreeSet::new(), structure: Builder::default() }
    }
}

/// A text ready to be broken into lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Setting<'a> {
    /// The words as they are set, one white space between them.
    pub text: Cow<'a, str>,
    /// Where each face ends, in bytes of `text`.
    pub spans: Spans,
    /// The words, in order.
    pub words: Vec<Word>,
    /// Some characters are drawn, combine with others, or stand in for them (U+00A0).
    pub special: bool,
    /// What the words are.
    pub element: Option<ElementId>,
    /// Where the label before them ends, in bytes of `text`, and what it is.
    pub label: Option<(u32, ElementId)>,
    /// Some words are kept together.
    keeps: bool,
}

/// The faces of a text.
#[derive(Clone, Debug)]
pub(super) enum Spans {
    One(FaceId),
    Many(Vec<(u32, FaceId)>),
}

impl Default for Spans {
    fn default() -> Self {
        Self::One(FaceId::Regular)
    }
}

impl Spans {
    /// The face at a byte, and where its span ends.
    pub fn at(&self, byte: u32) -> (FaceId, u32) {
        match self {
            Self::One(face) => (*face, u32::MAX),
            Self::Many(spans) => spans
                .iter()
                .find(|&&(end, _)| byte < end)
                .or(spans.last())
                .map_or((FaceId::Regular, u32::MAX), |&(end, face)| (face, end.max(byte + 1))),
        }
    }
}

/// A word, or a part of one behind which a line may end at need, and the gap behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Bytes of the text.
    pub start: u32,
    pub end: u32,
    pub width: u32,
    /// Width of the space behind it.
    pub space: u16,
    pub gap: Gap,
    class: Class,
}

/// What stands behind a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A space where a line may end.
    Space,
    /// Where a line ends only at need.
    Keep(Rank),
    /// A typed line break, or the end.
    Line,
}

/// Widths of what holds together: with nothing given up, then with each rank in turn.
pub(super) type Units = [u32; Rank::ALL.len() + 1];

/// A line of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Bytes of the text.
    pub start: u32,
    pub end: u32,
    /// Its natural width.
    pub width: u32,
    /// Spaces between its words.
    pub spaces: u32,
    /// It ends where the text says so, not because it is full: never stretched.
    pub hard: bool,
}

impl<'a> Setting<'a> {
    /// A text in one face.
    pub fn plain(compositor: &mut Compositor<'_>, text: &'a str, face: FaceId) -> Self {
        let mut setting = Self { spans: Spans::One(face), ..Self::default() };
        if is_tidy(text) {
            setting.text = Cow::Borrowed(text);
        } else {
            let mut out = tidied(text);
            out.truncate(out.trim_end_matches([' ', '\n', '\u{A0}']).len());
            setting.text = Cow::Owned(out);
        }
        setting.find_words(compositor);
        setting
    }

    /// A text in several faces.
    pub fn runs<'r>(
        compositor: &mut Compositor<'_>,
        runs: impl IntoIterator<Item = (&'r str, FaceId)>,
    ) -> Self {
        let mut text = String::new();
        let mut spans: Vec<(u32, FaceId)> = Vec::new();
        for (words, face) in runs {
            push_tidied(&mut text, &clean(words));
            // A space that keeps words together takes the place of a plain one before it.
            if let Some(last) = spans.last_mut() {
                while !text.is_char_boundary(last.0 as usize) {
                    last.0 -= 1;
                }
            }
            let end = text.len() as u32;
            match spans.last_mut() {
                Some(last) if last.1 == face => last.0 = end,
                Some(last) if last.0 == end => {}
                _ if end == 0 => {}
                _ => spans.push((end, face)),
            }
        }
        text.truncate(text.trim_end_matches([' ', '\n', '\u{A0}']).len());
        let mut setting = Self { text: Cow::Owned(text), ..Self::default() };
        setting.spans = match spans.as_slice() {
            [(_, face)] => Spans::One(*face),
            [] => Spans::default(),
            _ => Spans::Many(spans),
        };
        setting.find_words(compositor);
        setting
    }

    /// The same as an element.
    pub fn of(mut self, element: ElementId) -> Self {
        self.element = Some(element);
        self
    }

    /// Its words behind a label that they begin with are one element, the label another.
    pub fn label(&mut self, words: &str, label: ElementId) {
        let mut end = tidied(words).len().min(self.text.len());
        // A space that keeps words together takes the place of the label's own.
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        self.label = Some((end as u32, label));
    }

    fn find_words(&mut self, compositor: &mut Compositor<'_>) {
        if self.text.is_empty() {
            return;
        }
        let mut words = Vec::with_capacity(self.text.len() / 5 + 1);
        let faces = compositor.faces;
        let (id, mut face_end) = self.spans.at(0);
        let mut face = faces.face(id);
        let mut start = 0;
        let mut width = 0;
        // Words that may be parted inside.
        let mut codes = Vec::new();
        let mut marked = false;
        let text = self.text.as_bytes();
        let mut chars = self.text.char_indices();
        loop {
            let next = chars.next();
            let at = next.map_or(text.len(), |(at, _)| at) as u32;
            if at >= face_end {
                let (id, end) = self.spans.at(at);
                (face, face_end) = (faces.face(id), end);
            }
            let (gap, length) = match next {
                None => (Gap::Line, 0),
                Some((_, ' ')) => (Gap::Space, 1),
                Some((_, '\n')) => (Gap::Line, 1),
                Some((_, '\u{A0}')) => {
                    self.special = true;
                    (Gap::Keep(Rank::Figure), 2)
                }
                Some((_, character)) => {
                    let advance = face.advance(character);
                    width += advance.unwrap_or(DRAWN_WIDTH);
                    marked |= parts::is_mark(character);
                    if advance.is_none_or(|advance| advance == 0) {
                        self.special = true;
                        if advance.is_none() && !is_drawn(character) {
                            compositor.missing.insert(character);
                        }
                    }
                    continue;
                }
            };
            let space = match gap {
                Gap::Line => 0,
                _ => face.advance(' ').unwrap_or(250) as u16,
            };
            let class = keep::classify(self.text.get(start as usize..at as usize).unwrap_or(""));
            if std::mem::take(&mut marked) || width > parts::LONG {
                codes.push(words.len());
            }
            words.push(Word { start, end: at, width, space, gap, class });
            start = at + length;
            width = 0;
            if next.is_none() {
                break;
            }
        }
        keep_together(&mut words);
        if !codes.is_empty() {
            words = self.with_parts(compositor, words, &codes);
        }
        self.keeps = words.iter().any(|word| matches!(word.gap, Gap::Keep(_)));
        self.words = words;
    }

    /// The words, those at `codes` in their parts.
    fn with_parts(
        &self,
        compositor: &Compositor<'_>,
        words: Vec<Word>,
        codes: &[usize],
    ) -> Vec<Word> {
        let mut parted = Vec::with_capacity(words.len() + codes.len() * 2);
        let mut codes = codes.iter().peekable();
        let mut cuts = Vec::new();
        for (index, mut word) in words.into_iter().enumerate() {
            if codes.next_if_eq(&&index).is_some() {
                let text = self.text.get(word.start as usize..word.end as usize).unwrap_or("");
                cuts.clear();
                parts::cuts(text, &mut cuts);
                let mut start = word.start;
                let mut left = word.width;
                for &(behind, rank) in &cuts {
                    let end = word.start + behind;
                    let width = self.width(compositor.faces, start, end);
                    parted.push(Word { start, end, width, space: 0, gap: Gap::Keep(rank), ..word });
                    (start, left) = (end, left.saturating_sub(width));
                }
                (word.start, word.width) = (start, left);
            }
            parted.push(word);
        }
        parted
    }

    /// The width of a piece of a word.
    fn width(&self, faces: &Faces, start: u32, end: u32) -> u32 {
        let piece = self.text.get(start as usize..end as usize).unwrap_or("");
        let letters = piece.char_indices();
        letters
            .map(|(offset, letter)| {
                let (face, _) = self.spans.at(start + offset as u32);
                faces.advance(face, letter).unwrap_or(DRAWN_WIDTH)
            })
            .sum()
    }

    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Sum of all its words, as one line.
    pub fn total_width(&self) -> u32 {
        self.words.iter().map(|word| word.width + u32::from(word.space)).sum()
    }

    /// As [`Self::total_width`], a typed line break counted as some lost room.
    pub fn bulk(&self) -> u32 {
        let breaks =
            self.words.iter().filter(|word| word.gap == Gap::Line).count().saturating_sub(1);
        self.total_width() + breaks as u32 * 4_000
    }

    /// The widest of its typed lines.
    pub fn natural_width(&self) -> u32 {
        let (mut widest, mut width) = (0, 0);
        for word in &self.words {
            width += word.width;
            if word.gap == Gap::Line {
                widest = widest.max(width);
                width = 0;
            } else {
                width += u32::from(word.space);
            }
        }
        widest.max(width)
    }

    /// The lines for a first line and further lines of these widths.
    pub fn lines(&self, faces: &Faces, first: u32, rest: u32) -> Vec<Line> {
        let mut lines = Vec::new();
        self.break_lines(faces, first, rest, &mut lines);
        lines
    }

    /// As few lines as the width allows, all about as wide as each other.
    pub fn balanced(&self, faces: &Faces, width: u32) -> Vec<Line> {
        let lines = self.lines(faces, width, width);
        if lines.len() < 2 {
            return lines;
        }
        // Never narrower than a word, or than words kept together that have room: they are
        // broken only where nothing else helps.
        let (mut widest, mut group) = (0, 0);
        for word in &self.words {
            group += word.width;
            widest = widest.max(word.width).max(if group <= width { group } else { 0 });
            let kept = matches!(word.gap, Gap::Keep(_));
            group = if kept { group + u32::from(word.space) } else { 0 };
        }
        let (mut low, mut high) = ((width / 3).max(widest).min(width), width);
        while high - low > 50 {
            let middle = low + (high - low) / 2;
            if self.lines(faces, middle, middle).len() > lines.len() {
                low = middle;
            } else {
                high = middle;
            }
        }
        self.lines(faces, high, high)
    }

    /// Keeps words of two syllables together, as the title of a column does; behind a slash
    /// between words a line may end.
    pub fn keep_pairs(&mut self) {
        for at in 1..self.words.len() {
            let word = |index: usize| {
                let word = self.words.get(index)?;
                self.text.get(word.start as usize..word.end as usize)
            };
            let (Some(left), Some(right)) = (word(at - 1), word(at)) else { continue };
            let pair = keep::is_pair(left, right.trim_end_matches('/'));
            let Some(word) = self.words.get_mut(at - 1) else { continue };
            if word.gap == Gap::Keep(Rank::Code) {
                word.gap = Gap::Space;
            } else if word.gap == Gap::Space && pair {
                word.gap = Gap::Keep(Rank::Phrase);
                self.keeps = true;
            }
        }
    }

    /// The widths of its widest group of words kept together.
    pub fn units(&self) -> Units {
        if !self.keeps {
            return [self.words.iter().map(|word| word.width).max().unwrap_or(0);
                Rank::ALL.len() + 1];
        }
        let (mut widest, mut group) = (Units::default(), Units::default());
        for word in &self.words {
            // With the first ranks given up, up to this one's own, a line may end behind it.
            let open = match word.gap {
                Gap::Keep(rank) => rank as usize + 1,
                Gap::Space | Gap::Line => 0,
            };
            for (level, (widest, group)) in widest.iter_mut().zip(&mut group).enumerate() {
                *group += word.width;
                *widest = (*widest).max(*group);
                *group = if level >= open { 0 } else { *group + u32::from(word.space) };
            }
        }
        widest
    }

    /// Its words, those with parts as one.
    pub fn whole_words(&self) -> Vec<Word> {
        let mut whole: Vec<Word> = Vec::with_capacity(self.words.len());
        for word in &self.words {
            match whole.last_mut() {
                Some(last) if matches!(last.gap, Gap::Keep(Rank::Link | Rank::Code)) => {
                    let (start, width) = (last.start, last.width + word.width);
                    *last = Word { start, width, ..*word };
                }
                _ => whole.push(*word),
            }
        }
        whole
    }
}

fn tidied(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_tidied(&mut out, &clean(text));
    out
}

/// Appends words with one white space between them and none in front; a line end swallows
/// the spaces beside it.
fn push_tidied(out: &mut String, cleaned: &str) {
    for character in cleaned.chars() {
        if !matches!(character, ' ' | '\n' | '\u{A0}') {
            out.push(character);
            continue;
        }
        match out.chars().next_back() {
            None => {}
            // The first of two white spaces stays, a line end in any case.
            Some(before)
                if (before == '\n' && character != '\n')
                    || (before == ' ' && character == ' ')
                    || (before == '\u{A0}' && character != '\n') => {}
            Some(' ' | '\u{A0}') => {
                out.truncate(out.trim_end_matches([' ', '\u{A0}']).len());
                out.push(character);
            }
            Some(_) => out.push(character),
        }
    }
}

fn keep_together(words: &mut [Word]) {
    let mut before = None;
    for at in 0..words.len() {
        let Some(&word) = words.get(at) else { break };
        let class_at = |index: usize| words.get(index).map(|word| word.class);
        let ends_line = |index: usize| words.get(index).is_none_or(|word| word.gap == Gap::Line);
        if word.gap == Gap::Space
            && let Some(right) = class_at(at + 1)
        {
            let after = if ends_line(at + 1) { None } else { class_at(at + 2) };
            if let Some(rank) = keep::together(before, word.class, right, after)
                && let Some(word) = words.get_mut(at)
            {
                word.gap = Gap::Keep(rank);
            }
        }
        before = (word.gap != Gap::Line).then_some(word.class);
    }
}
