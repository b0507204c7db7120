//! Words to lines: what a text is made of, how wide it is, where its lines end.
//!
//! All widths are whole thousandths of an em of the size it is set in, so that a text is
//! measured once for every size and sums are exact.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::clean::{clean, is_drawn, is_tidy};
use super::{FaceId, Faces};
use crate::words::keep::{self, Class};

/// The width of a drawn box or tick, and of the hollow box of a missing character.
pub(super) const DRAWN_WIDTH: u32 = 800;

/// A word wider than this may be broken to fill a line: addresses of the web.
const LONG_WORD: u32 = 18_000;

/// What sets words: the faces, and the characters they turned out to lack.
pub(super) struct Compositor<'f> {
    pub faces: &'f Faces,
    pub missing: BTreeSet<char>,
}

impl<'f> Compositor<'f> {
    pub fn new(faces: &'f Faces) -> Self {
        Self { faces, missing: BTreeSet::new() }
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
    /// Some characters are drawn, or stand in for others (U+00A0).
    pub special: bool,
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

/// A word and the gap behind it.
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
    /// A space where no line should end.
    Keep,
    /// A typed line break, or the end.
    Line,
}

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
            let mut out = String::with_capacity(text.len());
            push_tidied(&mut out, &clean(text));
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

    fn find_words(&mut self, compositor: &mut Compositor<'_>) {
        if self.text.is_empty() {
            return;
        }
        let mut words = Vec::with_capacity(self.text.len() / 5 + 1);
        let (mut face, mut face_end) = self.spans.at(0);
        let mut start = 0;
        let mut width = 0;
        let text = self.text.as_bytes();
        let mut chars = self.text.char_indices();
        loop {
            let next = chars.next();
            let at = next.map_or(text.len(), |(at, _)| at) as u32;
            if at >= face_end {
                (face, face_end) = self.spans.at(at);
            }
            let (gap, length) = match next {
                None => (Gap::Line, 0),
                Some((_, ' ')) => (Gap::Space, 1),
                Some((_, '\n')) => (Gap::Line, 1),
                Some((_, '\u{A0}')) => {
                    self.special = true;
                    (Gap::Keep, 2)
                }
                Some((_, character)) => {
                    let advance = compositor.faces.advance(face, character);
                    width += advance.unwrap_or(DRAWN_WIDTH);
                    if advance.is_none() {
                        self.special = true;
                        if !is_drawn(character) {
                            compositor.missing.insert(character);
                        }
                    }
                    continue;
                }
            };
            let space = match gap {
                Gap::Line => 0,
                _ => compositor.faces.advance(face, ' ').unwrap_or(250) as u16,
            };
            let class = keep::classify(self.text.get(start as usize..at as usize).unwrap_or(""));
            words.push(Word { start, end: at, width, space, gap, class });
            start = at + length;
            width = 0;
            if next.is_none() {
                break;
            }
        }
        keep_together(&mut words);
        self.words = words;
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
            group = if word.gap == Gap::Keep { group + u32::from(word.space) } else { 0 };
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

    /// How many lines there are at one width.
    pub fn break_lines(&self, faces: &Faces, first: u32, rest: u32, lines: &mut Vec<Line>) {
        let mut line: Option<Line> = None;
        // The rest of a word of which a part stands on a line already.
        let mut cut: Option<(u32, u32)> = None;
        // Gaps before this word no longer keep their words together: they are too wide.
        let mut loose = 0;
        let mut space = 0;
        let mut at = 0;
        while let Some(word) = self.words.get(at) {
            let available = if lines.is_empty() { first } else { rest };
            let (start, width) = cut.unwrap_or((word.start, word.width));
            let mut group = width;
            let mut last = at;
            while let Some(inner) = self.words.get(last) {
                if inner.gap != Gap::Keep || last < loose {
                    break;
                }
                last += 1;
                group += u32::from(inner.space) + self.words.get(last).map_or(0, |w| w.width);
            }
            let used = line.map_or(0, |line| line.width + space);
            if used + group > available {
                if last > at && group > rest.max(available) {
                    loose = last;
                    continue;
                }
                if let Some(full) = line {
                    // A very wide word fills the line up to a place where it may be broken.
                    if width > LONG_WORD.min(rest)
                        && let Some((end, part)) = self.break_inside(
                            faces,
                            (start, word.end),
                            available - used.min(available),
                            false,
                        )
                        && full.width * 4 < available * 3
                    {
                        lines.push(Line {
                            end,
                            width: used + part,
                            spaces: full.spaces + 1,
                            ..full
                        });
                        cut = Some((end, width - part));
                    } else {
                        lines.push(full);
                    }
                    line = None;
                    continue;
                }
                if width > available
                    && let Some((end, part)) =
                        self.break_inside(faces, (start, word.end), available, true)
                {
                    lines.push(Line { start, end, width: part, spaces: 0, hard: false });
                    cut = Some((end, width - part));
                    continue;
                }
                // A single letter wider than the line: nothing better can be done.
                last = at;
            }
            // The whole group stands on this line.
            for index in at..=last {
                let Some(word) = self.words.get(index) else { break };
                let (start, width) = cut.take().unwrap_or((word.start, word.width));
                let grown = match line {
                    None => Line { start, end: word.end, width, spaces: 0, hard: false },
                    Some(line) => Line {
                        end: word.end,
                        width: line.width + space + width,
                        spaces: line.spaces + 1,
                        ..line
                    },
                };
                space = u32::from(word.space);
                line = Some(grown);
                if word.gap == Gap::Line {
                    lines.push(Line { hard: true, ..grown });
                    line = None;
                }
            }
            at = last + 1;
        }
        if let Some(line) = line {
            lines.push(Line { hard: true, ..line });
        }
    }

    /// Where a word too wide for `available` is broken: behind its last / . - that fits,
    /// else (only if `anywhere`) behind its last letter that fits; none: not inside.
    fn break_inside(
        &self,
        faces: &Faces,
        (start, end): (u32, u32),
        available: u32,
        anywhere: bool,
    ) -> Option<(u32, u32)> {
        let word = self.text.get(start as usize..end as usize)?;
        let mut width = 0;
        let mut behind_letter = None;
        let mut behind_mark = None;
        for (offset, character) in word.char_indices() {
            let at = start + offset as u32;
            let (face, _) = self.spans.at(at);
            width += faces.advance(face, character).unwrap_or(DRAWN_WIDTH);
            if width > available && behind_letter.is_some() {
                break;
            }
            let next = at + character.len_utf8() as u32;
            if next < end {
                behind_letter = Some((next, width));
                if matches!(character, '/' | '.' | '-' | '_' | '?' | '&' | '=' | '–' | ',' | ';')
                {
                    behind_mark = behind_letter;
                }
            }
            if width > available {
                break;
            }
        }
        // A mark near the beginning would leave a line almost empty.
        let far = |&(_, width): &(u32, u32)| width * 3 >= available && width <= available;
        let behind_mark = behind_mark.filter(far);
        if anywhere { behind_mark.or(behind_letter) } else { behind_mark }
    }

    /// Keeps words of two syllables together, as the title of a column does.
    pub fn keep_pairs(&mut self) {
        for at in 1..self.words.len() {
            let word = |index: usize| {
                let word = self.words.get(index)?;
                self.text.get(word.start as usize..word.end as usize)
            };
            let (Some(left), Some(right)) = (word(at - 1), word(at)) else { continue };
            if keep::is_pair(left, right)
                && let Some(word) = self.words.get_mut(at - 1)
                && word.gap == Gap::Space
            {
                word.gap = Gap::Keep;
            }
        }
    }

    /// The width of its widest group of words kept together, and of its widest word; a word
    /// wider than `cap` counts as its widest piece between / . and -, at most `cap`.
    pub fn unbreakable(&self, faces: &Faces, cap: u32) -> (u32, u32) {
        let (mut widest_group, mut widest_word, mut group) = (0, 0, 0);
        for word in &self.words {
            let width =
                if word.width > cap { self.widest_piece(faces, word, cap) } else { word.width };
            widest_word = widest_word.max(width);
            group += width;
            if word.gap == Gap::Keep {
                group += u32::from(word.space);
            } else {
                widest_group = widest_group.max(group);
                group = 0;
            }
        }
        (widest_group.max(group), widest_word)
    }

    fn widest_piece(&self, faces: &Faces, word: &Word, cap: u32) -> u32 {
        let text = self.text.get(word.start as usize..word.end as usize).unwrap_or("");
        let (face, _) = self.spans.at(word.start);
        text.split_inclusive(['/', '.', '-', '_', '–'])
            .map(|piece| faces.measure(face, piece))
            .max()
            .unwrap_or(0)
            .min(cap)
    }
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
            if keep::together(before, word.class, right, after)
                && let Some(word) = words.get_mut(at)
            {
                word.gap = Gap::Keep;
            }
        }
        before = (word.gap != Gap::Line).then_some(word.class);
    }
}
