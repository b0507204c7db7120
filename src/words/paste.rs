//! Text from elsewhere, made fit to be kept.

use super::nfc;

/// Pasted or imported text: NFC, one kind of line break, without invisible characters.
///
/// Removed: control characters other than tab and line break, zero-width
/// spaces, soft hyphens, byte-order marks, direction marks. Word's own bullet
/// (U+F0B7) becomes "•". Every visible word stays as it was.
///
/// ```
/// assert_eq!(caitien::words::clean_paste("\u{FEFF}a\r\nb\u{AD}\u{200B}c\0"), "a\nbc");
/// ```
#[must_use]
pub fn clean_paste(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            // Word's line break inside a paragraph, and Unicode's own.
            '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\n' | '\t' => out.push(c),
            '\u{F0B7}' => out.push('•'),
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    nfc(&out).into_owned()
}
