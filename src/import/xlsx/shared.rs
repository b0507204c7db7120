//! The words that cells share, and words in several looks as one text.

use std::borrow::Cow;
use std::ops::Range;

use crate::ooxml::{Events, Limit, ReadError, Space};
use crate::words::encodings::Font;

/// The most runs that name a font; an honest workbook has a few in a cell at most.
const RUNS: usize = 200_000;

/// Words in several looks.
#[derive(Default)]
pub(super) struct Rich {
    words: String,
    /// Where those stand that name a font themselves, in their order.
    fonts: Vec<(Range<usize>, Font)>,
}

/// The words that cells share, by number.
#[derive(Default)]
pub(super) struct Shared {
    /// All of them, one behind the other.
    rich: Rich,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Shared {
    /// Reads their part, of at most so many bytes of words.
    pub(super) fn read(events: &mut Events, most: usize) -> Result<Self, ReadError> {
        let mut shared = Self::default();
        if events.child()?.is_none() {
            return Ok(shared);
        }
        while let Some(tag) = events.child()? {
            if tag.name() != (Space::Sheet, "si") {
                events.skip()?;
                continue;
            }
            shared.rich.read(events)?;
            if shared.rich.words.len() > most {
                return Err(ReadError::TooLarge(Limit::Text));
            }
            shared.ends.push(shared.rich.words.len());
        }
        Ok(shared)
    }

    /// The words of a number, in a cell of this font.
    pub(super) fn get(&self, number: usize, font: Font) -> Option<Cow<'_, str>> {
        let begin = number.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        self.rich.part(begin?..*self.ends.get(number)?, font)
    }
}

impl Rich {
    /// Adds the words of the element that began last; how they are spoken is left out.
    pub(super) fn read(&mut self, events: &mut Events) -> Result<(), ReadError> {
        while let Some(tag) = events.child()? {
            match tag.name() {
                (Space::Sheet, "t") => unescape(&events.words()?, &mut self.words),
                (Space::Sheet, "r") => self.run(events)?,
                _ => events.skip()?,
            }
        }
        Ok(())
    }

    fn run(&mut self, events: &mut Events) -> Result<(), ReadError> {
        let from = self.words.len();
        let mut font = None;
        while let Some(tag) = events.child()? {
            match tag.name() {
                (Space::Sheet, "t") => unescape(&events.words()?, &mut self.words),
                (Space::Sheet, "rPr") => {
                    while let Some(tag) = events.child()? {
                        if tag.name() == (Space::Sheet, "rFont") {
                            font = tag.get("val").map(|name| Font::named(&name));
                        }
                        events.skip()?;
                    }
                }
                _ => events.skip()?,
            }
        }
        if self.fonts.len() > RUNS {
            return Err(ReadError::TooLarge(Limit::Text));
        }
        self.fonts.extend(font.map(|font| (from..self.words.len(), font)));
        Ok(())
    }

    /// All words, in a cell of this font.
    pub(super) fn whole(&self, font: Font) -> Cow<'_, str> {
        self.part(0..self.words.len(), font).unwrap_or_default()
    }

    fn part(&self, part: Range<usize>, font: Font) -> Option<Cow<'_, str>> {
        let first = self.fonts.partition_point(|(run, _)| run.start < part.start);
        let runs = self.fonts.get(first..).unwrap_or_default();
        let mut runs = runs.iter().take_while(|(run, _)| run.end <= part.end).peekable();
        if runs.peek().is_none() {
            return Some(read(self.words.get(part)?, font));
        }
        let mut read = String::new();
        let mut from = part.start;
        for (run, own) in runs {
            read.push_str(&font.read(self.words.get(from..run.start)?));
            read.push_str(&own.read(self.words.get(run.clone())?));
            from = run.end;
        }
        read.push_str(&font.read(self.words.get(from..part.end)?));
        let words = self.words.get(part)?;
        Some(if read == words { Cow::Borrowed(words) } else { Cow::Owned(read) })
    }
}

/// Words in a font as Unicode; lent where that changes nothing.
pub(super) fn read(words: &str, font: Font) -> Cow<'_, str> {
    match font.read(words) {
        Cow::Owned(read) if read != words => Cow::Owned(read),
        _ => Cow::Borrowed(words),
    }
}

/// Adds words with what Excel escapes in its own way put back: `_x000D_` is a carriage return.
pub(super) fn unescape(text: &str, words: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        words.push_str(before);
        if let Some(character) = escaped(escape) {
            words.push(character);
            rest = &escape[ESCAPE..];
        } else {
            words.push('_');
            rest = &escape[1..];
        }
    }
    words.push_str(rest);
}

/// How long an escape is, bytes.
const ESCAPE: usize = "_x000D_".len();

/// The character of the escape that a text begins with.
fn escaped(text: &str) -> Option<char> {
    let digits = text.get(..ESCAPE)?.strip_prefix("_x")?.strip_suffix('_')?;
    let is_one = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| is_one).and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_of_excel_are_put_back_and_only_those() {
        for (text, expect) in [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x0041_", "_x0041_"),
            ("_x1EA1_", "ạ"),
            ("_x00_ _x+123_ _xạ_ _x", "_x00_ _x+123_ _xạ_ _x"),
            ("_xD800_", "_xD800_"),
            ("__x0041_", "_A"),
        ] {
            let mut words = String::new();
            unescape(text, &mut words);
            assert_eq!(words, expect, "{text}");
        }
    }

    #[test]
    fn words_are_found_by_their_number() {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let list = "<si><t>a</t></si><si/><si><r><rPr><b/></rPr><t>b</t></r><r><t> c</t></r>\
            <rPh sb=\"0\" eb=\"1\"><t>d</t></rPh></si>";
        let shared =
            Shared::read(&mut Events::new(&format!("<sst xmlns=\"{main}\">{list}</sst>")), 10)
                .unwrap();
        let words = [0, 1, 2, 3].map(|at| shared.get(at, Font::Unicode));
        assert_eq!(words, [Some("a".into()), Some("".into()), Some("b c".into()), None]);
        let refused =
            Shared::read(&mut Events::new(&format!("<sst xmlns=\"{main}\">{list}</sst>")), 3);
        assert!(matches!(refused, Err(ReadError::TooLarge(Limit::Text))));
    }
}
