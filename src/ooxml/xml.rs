//! XML as text: elements that are closed, values that are escaped, only legal characters.

use std::borrow::Cow;
use std::fmt::{Display, Write};

/// XML on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Xml {
    text: String,
}

impl Xml {
    /// A part with its declaration.
    #[must_use]
    pub fn part() -> Self {
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        Self { text: declaration.to_owned() }
    }

    /// An element with what stands in it.
    pub fn within(
        &mut self,
        name: &str,
        attributes: &[(&str, &dyn Display)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.begin(name, attributes);
        self.text.push('>');
        inside(self);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// An element that holds nothing.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.begin(name, attributes);
        self.text.push_str("/>");
    }

    /// Words.
    pub fn words(&mut self, words: &str) {
        self.text.push_str(&escape(words));
    }

    /// XML that was made before.
    pub fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
    }

    /// The text of it all.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    fn begin(&mut self, name: &str, attributes: &[(&str, &dyn Display)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            self.text.push(' ');
            self.text.push_str(key);
            self.text.push_str("=\"");
            let at = self.text.len();
            // Writing into a String does not fail.
            let _ = write!(self.text, "{value}");
            let value = self.text.get(at..).unwrap_or_default();
            if let Cow::Owned(escaped) = escape(value) {
                self.text.truncate(at);
                self.text.push_str(&escaped);
            }
            self.text.push('"');
        }
    }
}

/// Whether XML 1.0 may hold a character, escaped or not.
#[must_use]
pub fn is_legal(character: char) -> bool {
    matches!(character,
        '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// A text as it stands in XML; characters that XML may not hold are left out.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    // Of the characters beyond ASCII, those that are not legal begin with this byte.
    const DOUBTFUL: u8 = 0xEF;
    let plain = |byte: u8| match byte {
        b'&' | b'<' | b'>' | b'"' | DOUBTFUL => false,
        byte => byte >= b' ' || matches!(byte, b'\t' | b'\n'),
    };
    if text.bytes().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for character in text.chars().filter(|&character| is_legal(character)) {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Bare, it would be read as a line feed.
            '\r' => out.push_str("&#13;"),
            character => out.push(character),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_may_not_hold_is_left_out_and_signs_are_escaped() {
        assert_eq!(escape("Bảng & <điểm> \"10\""), "Bảng &amp; &lt;điểm&gt; &quot;10&quot;");
        assert_eq!(escape("a\u{0}b\u{1F}c\u{FFFE}d\u{FFFF}e\u{10FFFF}"), "abcde\u{10FFFF}");
        assert_eq!(escape("！\u{7F}\t\n"), "！\u{7F}\t\n");
    }

    #[test]
    fn elements_are_closed() {
        let mut xml = Xml::default();
        xml.within("a", &[("b", &3)], |xml| {
            xml.empty("c", &[("d", &"<")]);
            xml.words("e & f");
        });
        assert_eq!(xml.into_text(), "<a b=\"3\"><c d=\"&lt;\"/>e &amp; f</a>");
    }
}
