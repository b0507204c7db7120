//! Text from elsewhere, made fit to be kept.

use super::encodings::{judged, sign_of_any_font};
use super::nfc;

/// Pasted or imported text: NFC, one kind of line break, without invisible characters.
///
/// Removed: control characters other than tab and line break, zero-width
/// spaces, soft hyphens, byte-order marks, direction marks. Spaces and hyphens that
/// forbid a line break become plain ones; Word's private bullets (U+F0B7) become
/// what they look like ("•"); Ð (U+00D0), which old texts hold in its place, becomes
/// Đ. Every visible word stays as it was.
///
/// A text in letters of before Unicode keeps those of its letters that look like a soft hyphen
/// or a Ð: ư and é of TCVN3. Who leaves it as it is today can have it read tomorrow.
///
/// ```
/// assert_eq!(caitien::words::clean_paste("\u{FEFF}a\r\nb\u{AD}\u{200B}c\0"), "a\nbc");
/// ```
#[must_use]
pub fn clean_paste(text: &str) -> String {
    let letters_of_old = |c: char| matches!(c, '\u{AD}' | 'Ð' | 'ð');
    let old = text.contains(letters_of_old) && judged(text).is_some();
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
            '\u{A0}' | '\u{2007}' | '\u{202F}' => out.push(' '),
            '\u{2011}' => out.push('-'),
            c if old && letters_of_old(c) => out.push(c),
            'Ð' => out.push('Đ'),
            'ð' => out.push('đ'),
            '\u{F020}'..='\u{F0FF}' => out.push(sign_of_any_font(c)),
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

#[cfg(test)]
mod tests {
    use super::clean_paste;

    #[test]
    fn letters_of_old_fonts_outlive_a_paste_that_leaves_them() {
        // "chương trình năm học", "bé", in TCVN3.
        let old = "ch\u{AD}¬ng tr×nh n¨m häc, kÕ ho¹ch b\u{D0}";
        assert_eq!(clean_paste(old), old);
        assert_eq!(clean_paste("chương\u{AD} trình, Ðại hội"), "chương trình, Đại hội");
    }
}
