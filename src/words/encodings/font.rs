//! What the name of a font says about the letters that stand in it.

use std::borrow::Cow;

use super::signs::{symbol, wingdings};
use super::{Encoding, is_unicode};
use crate::words::upper;

/// How the letters of a font are to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Font {
    /// As they stand.
    #[default]
    Unicode,
    /// In an old encoding.
    Old(Encoding),
    /// In TCVN3 with the codes of small letters, shown as capitals: `.VnTimeH`.
    Tcvn3Capitals,
    /// Signs of Symbol.
    Symbol,
    /// Signs of Wingdings.
    Wingdings,
}

impl Font {
    /// By the name of the font.
    ///
    /// ```
    /// use caitien::words::encodings::{Encoding, Font};
    /// assert_eq!(Font::named(".VnTime"), Font::Old(Encoding::Tcvn3));
    /// assert_eq!(Font::named(".VnTimeH").read("kÕ ho¹ch"), "KẾ HOẠCH");
    /// assert_eq!(Font::named("Times New Roman"), Font::Unicode);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Self {
        let name = name.trim().to_ascii_lowercase();
        let begins = |start: &str| name.starts_with(start);
        if begins(".vn") {
            if name.ends_with('h') { Self::Tcvn3Capitals } else { Self::Old(Encoding::Tcvn3) }
        } else if begins("vni-") || begins("vni ") {
            Self::Old(Encoding::Vni)
        } else if begins("wingdings") {
            Self::Wingdings
        } else if name == "symbol" {
            Self::Symbol
        } else {
            Self::Unicode
        }
    }

    /// A text that stands in this font, as Unicode. Where it holds letters that only Unicode has
    /// the name of the font says nothing: old names stay in styles that nobody looks at.
    #[must_use]
    pub fn read(self, text: &str) -> Cow<'_, str> {
        if self == Self::Unicode || is_unicode(text) {
            return Cow::Borrowed(text);
        }
        Cow::Owned(match self {
            Self::Unicode => text.to_owned(),
            Self::Old(encoding) => encoding.read(text),
            Self::Tcvn3Capitals => upper(&Encoding::Tcvn3.read(text)),
            Self::Symbol => text.chars().map(symbol).collect(),
            Self::Wingdings => text.chars().map(wingdings).collect(),
        })
    }
}
