//! The language: NFC, folding, collation, dates, numbers, dashes. Never fails on a text.

/// Whether a character is read as a dash between two numbers or years.
#[must_use]
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '~' | '\u{FE58}' | '\u{FF0D}')
}
