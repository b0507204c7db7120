//! What the looks of cells say of their numbers and letters, as far as it changes what a reader
//! reads.

use std::collections::HashMap;

use crate::ooxml::{Events, ReadError, Space};
use crate::words::encodings::Font;

/// No workbook has more looks than Excel allows.
const LOOKS: usize = 65_536;

/// How a cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// What its number is.
    pub format: Format,
    /// How its letters are read.
    pub font: Font,
}

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// A number.
    Number {
        /// Of a hundred.
        percent: bool,
        /// With points before every three digits.
        grouped: bool,
    },
    /// A day, an hour, or both.
    Moment,
    /// A month and its year.
    Month,
    /// Hours and minutes, also more of them than a day has.
    Hours,
}

impl Default for Format {
    fn default() -> Self {
        Self::Number { percent: false, grouped: false }
    }
}

impl Format {
    /// By its code, as "dd/mm/yyyy": the part for numbers above zero.
    pub(super) fn of(code: &str) -> Self {
        let mut shown = String::new();
        let mut chars = code.chars();
        while let Some(character) = chars.next() {
            match character {
                // Words beside the number.
                '"' => _ = chars.find(|&end| end == '"'),
                // A letter as it is, the width of one, or one that fills the cell.
                '\\' | '_' | '*' => _ = chars.next(),
                // A colour, a language or a condition; or hours that go on counting.
                '[' => {
                    let inside: String = chars.by_ref().take_while(|&end| end != ']').collect();
                    let counts = |sign: char| matches!(sign.to_ascii_lowercase(), 'h' | 'm' | 's');
                    if !inside.is_empty() && inside.chars().all(counts) {
                        return Self::Hours;
                    }
                }
                ';' => break,
                character => shown.push(character.to_ascii_lowercase()),
            }
        }
        let has = |signs: &[char]| shown.contains(signs);
        if shown == "general" || shown == "standard" || !has(&['d', 'm', 'y', 'h', 's']) {
            return Self::Number { percent: has(&['%']), grouped: has(&[',']) };
        }
        if has(&['y']) && !has(&['d', 'h', 's']) { Self::Month } else { Self::Moment }
    }

    /// By the number of one that every workbook has.
    fn built_in(number: i64) -> Self {
        match number {
            3 | 4 | 37..=44 => Self::Number { percent: false, grouped: true },
            9 | 10 => Self::Number { percent: true, grouped: false },
            17 => Self::Month,
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Self::Moment,
            46 => Self::Hours,
            _ => Self::default(),
        }
    }
}

/// The looks that cells name by number.
pub(super) fn looks(events: &mut Events) -> Result<Vec<Look>, ReadError> {
    let (mut own, mut fonts, mut looks) = (HashMap::new(), Vec::new(), Vec::new());
    if events.child()?.is_none() {
        return Ok(Vec::new());
    }
    while let Some(tag) = events.child()? {
        match tag.name() {
            (Space::Sheet, "numFmts") => {
                while let Some(tag) = events.child()? {
                    if let (Some(number), Some(code)) =
                        (tag.number("numFmtId"), tag.get("formatCode"))
                        && own.len() < LOOKS
                    {
                        own.insert(number, Format::of(&code));
                    }
                    events.skip()?;
                }
            }
            (Space::Sheet, "fonts") => {
                while events.child()?.is_some() {
                    let font = font(events)?;
                    if fonts.len() < LOOKS {
                        fonts.push(font);
                    }
                }
            }
            (Space::Sheet, "cellXfs") => {
                while let Some(tag) = events.child()? {
                    if looks.len() < LOOKS {
                        let font = tag.number("fontId").and_then(|font| usize::try_from(font).ok());
                        looks.push((tag.number("numFmtId").unwrap_or(0), font));
                    }
                    events.skip()?;
                }
            }
            _ => events.skip()?,
        }
    }
    let format =
        |number: i64| own.get(&number).copied().unwrap_or_else(|| Format::built_in(number));
    let font = |font: Option<usize>| font.and_then(|font| fonts.get(font).copied());
    let look =
        |(number, name)| Look { format: format(number), font: font(name).unwrap_or_default() };
    Ok(looks.into_iter().map(look).collect())
}

/// The font that began last.
fn font(events: &mut Events) -> Result<Font, ReadError> {
    let mut font = Font::default();
    while let Some(tag) = events.child()? {
        if tag.name() == (Space::Sheet, "name") {
            font = tag.get("val").map(|name| Font::named(&name)).unwrap_or_default();
        }
        events.skip()?;
    }
    Ok(font)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_tell_days_from_numbers() {
        let number = |percent, grouped| Format::Number { percent, grouped };
        for (code, expect) in [
            ("General", number(false, false)),
            ("Standard", number(false, false)),
            ("@", number(false, false)),
            ("0.00E+00", number(false, false)),
            ("0.0%", number(true, false)),
            ("#,##0\" đồng/năm\"", number(false, true)),
            ("#,##0\\ [$\u{20AB}-42A];[Red]-#,##0\\ [$\u{20AB}-42A]", number(false, true)),
            ("_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", number(false, true)),
            ("#,##0*d", number(false, true)),
            ("\\Y000", number(false, false)),
            ("0;d", number(false, false)),
            ("dd/mm/yyyy", Format::Moment),
            ("[$-42A]dd\\ mmmm\\ yyyy;@", Format::Moment),
            ("\"ngày \"d\" tháng \"m\" năm \"yyyy", Format::Moment),
            ("d-mmm", Format::Moment),
            ("[Blue]h:mm AM/PM", Format::Moment),
            ("yyyy-mm hh:mm", Format::Moment),
            ("mm/yyyy", Format::Month),
            ("[$-409]mmm\\-yy;@", Format::Month),
            ("\"Tháng \"m/yyyy", Format::Month),
            ("[h]:mm:ss", Format::Hours),
            ("[Red]\\+[HH]:mm", Format::Hours),
        ] {
            assert_eq!(Format::of(code), expect, "{code}");
        }
    }
}
