//! What can be set of a typed text: composed letters, without the characters that print nothing.

use std::borrow::Cow;
use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::{FaceId, Faces};
use crate::words;

/// The words as they are set: NFC; tabs and odd spaces are spaces (U+00A0 stays, it keeps
/// words together), every kind of line end is `\n`; zero-width characters, soft hyphens and
/// controls are gone; U+2011 is a hyphen, the private characters of Word's bullets are what they
/// look like, and bullets that the faces lack are •.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut after_return = false;
    for character in text.nfc() {
        let was_return = std::mem::replace(&mut after_return, character == '\r');
        match character {
            '\n' if was_return => {}
            '\r' | '\n' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                out.push('\n');
            }
            '\u{202F}' | '\u{2007}' => out.push('\u{A0}'),
            '\t' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => out.push(' '),
            '\u{2011}' => out.push('-'),
            '\u{F020}'..='\u{F0FF}' => out.push(bullet(words::sign_of_any_font(character))),
            '\u{2700}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '◆' | '◉' | '◻' | '⧫' => {
                out.push(bullet(character));
            }
            c if prints_nothing(c) => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// • for the shapes that Word proposes as bullets and the faces lack.
fn bullet(c: char) -> char {
    match c {
        '➢' | '➣' | '➤' | '➔' | '❖' | '❍' | '❏' | '❐' | '❑' | '❒' | '⬥' | '⬧' | '⧫' | '◆' | '◉' => {
            '•'
        }
        '◻' => '☐',
        c => c,
    }
}

/// Whether a character combines with the letter before it, and with that one alone.
pub(super) fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{35B}' | '\u{363}'..='\u{36F}')
}

/// Whether a character leaves no mark and takes no room.
fn prints_nothing(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The boxes and ticks that are drawn as lines because the faces lack them.
#[must_use]
pub fn is_drawn(character: char) -> bool {
    matches!(character, '☐' | '☑' | '✓' | '✔')
}

/// Whether a character is set as it stands, whatever stands beside it: composed Vietnamese,
/// common punctuation, spaces and line ends. Most texts have no other.
fn is_plain(c: char) -> bool {
    matches!(c,
        '\n' | ' '..='~' | '\u{A0}' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '–' | '—' | '…'
        | '“' | '”' | '‘' | '’' | '≥' | '≤' | '•')
}

/// Whether a text is set as it stands: plain characters, single spaces and line ends between
/// words. Most texts are, and need no copy.
pub(super) fn is_tidy(text: &str) -> bool {
    let mut before = ' ';
    for c in text.chars() {
        let is_space = matches!(c, ' ' | '\n');
        if !is_plain(c) || c == '\u{A0}' || is_space && matches!(before, ' ' | '\n') {
            return false;
        }
        before = c;
    }
    !matches!(before, ' ' | '\n')
}

/// The characters of a text that the faces lack, each once, in the order of their codes:
/// on paper a hollow box stands in their place.
#[must_use]
pub fn lacks(faces: &Faces, text: &str) -> Vec<char> {
    let missing: BTreeSet<char> = clean(text)
        .chars()
        .filter(|&c| c != '\n' && !is_drawn(c))
        .filter(|&c| FaceId::ALL.iter().any(|&face| !faces.has(face, c)))
        .collect();
    missing.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_characters_stay_whatever_stands_beside_them() {
        let plain: Vec<char> = ('\0'..='\u{FFFF}').filter(|&c| is_plain(c)).collect();
        let beside: String = plain.iter().flat_map(|&c| ['a', c, 'ạ', c]).collect();
        assert_eq!(beside.nfc().collect::<String>(), beside);
        assert!(!plain.iter().any(|&c| prints_nothing(c) && c != '\n'));
        // Once with a character that is not, which has all of them looked at.
        assert_eq!(clean(&format!("{beside}\u{200B}")), beside);
    }
}
