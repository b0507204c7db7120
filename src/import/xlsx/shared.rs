//! The words that cells share, and words in several looks as one text.

use crate::ooxml::{Events, Limit, ReadError, Space};

/// The words that cells share, by number.
#[derive(Default)]
pub(super) struct Shared {
    /// All of them, one behind the other.
    words: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Shared {
    /// Reads their part, of at most so many bytes of words.
    pub(super) fn read(text: &str, most: usize) -> Result<Self, ReadError> {
        let mut events = Events::new(text);
        let mut shared = Self::default();
        if events.child()?.is_none() {
            return Ok(shared);
        }
        while let Some(tag) = events.child()? {
            if tag.name() != (Space::Sheet, "si") {
                events.skip()?;
                continue;
            }
            rich(&mut events, &mut shared.words)?;
            if shared.words.len() > most {
                return Err(ReadError::TooLarge(Limit::Text));
            }
            shared.ends.push(shared.words.len());
        }
        Ok(shared)
    }

    /// The words of a number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let begin = number.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        self.words.get(begin?..*self.ends.get(number)?)
    }
}

/// The words of the element that began last, in whatever looks, behind those that are there; how
/// they are spoken is left out.
pub(super) fn rich(events: &mut Events, words: &mut String) -> Result<(), ReadError> {
    while let Some(tag) = events.child()? {
        match tag.name() {
            (Space::Sheet, "t") => unescape(&events.words()?, words),
            (Space::Sheet, "r") => rich(events, words)?,
            _ => events.skip()?,
        }
    }
    Ok(())
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
        let shared = Shared::read(&format!("<sst xmlns=\"{main}\">{list}</sst>"), 10).unwrap();
        assert_eq!([0, 1, 2, 3].map(|at| shared.get(at)), [Some("a"), Some(""), Some("b c"), None]);
        let refused = Shared::read(&format!("<sst xmlns=\"{main}\">{list}</sst>"), 3);
        assert!(matches!(refused, Err(ReadError::TooLarge(Limit::Text))));
    }
}
