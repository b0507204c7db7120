//! One way to write a text, for comparing and for searching.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text in NFC, in which every Vietnamese letter is one character.
///
/// Borrowed where it is so already; calling it twice changes nothing.
///
/// ```
/// assert_eq!(caitien::words::nfc("ke\u{302}\u{301} hoa\u{323}ch"), "kế hoạch");
/// ```
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// The text in lower case and without marks, each white space a plain space:
/// what is compared when somebody searches.
///
/// đ is d, and so is Ð (U+00D0), which old texts hold in its place. y stays y:
/// only [`contains_folded`] takes "kỹ" and "kĩ" for equal.
///
/// ```
/// assert_eq!(caitien::words::fold("Kế hoạch Đội"), "ke hoach doi");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        let plain = |c: u8| if c.is_ascii_whitespace() || c == 0xB { ' ' } else { char::from(c) };
        return text.bytes().map(|c| plain(c.to_ascii_lowercase())).collect();
    }
    text.chars()
        .flat_map(char::to_lowercase)
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            'đ' | 'ð' => 'd',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

/// A text up to so many letters: what something is stands at its beginning, however long it is.
#[must_use]
pub fn beginning(text: &str, letters: usize) -> &str {
    text.char_indices().nth(letters).map_or(text, |(end, _)| &text[..end])
}

/// Whether a text holds what was searched, marks and capitals apart.
///
/// "hòa" finds "hoà", "ke hoach" finds "Kế hoạch", "kĩ thuật" finds "kỹ thuật".
/// Nothing searched is found everywhere.
///
/// ```
/// use caitien::words::contains_folded;
/// assert!(contains_folded("Kỹ thuật viên", "ki thuat"));
/// assert!(!contains_folded("Bàn tay", "tai"));
/// ```
#[must_use]
pub fn contains_folded(haystack: &str, needle: &str) -> bool {
    let (haystack, needle) = (fold(haystack), fold(needle));
    haystack.contains(&needle) || one_i(&haystack).contains(&one_i(&needle))
}

/// y as i where Vietnamese writes both: after a consonant, or after "qu".
///
/// Elsewhere they are different sounds ("tay", "tai"; "thuy", "thui").
fn one_i(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    let (mut last, mut before) = (' ', ' ');
    for c in folded.chars() {
        let after_consonant = last.is_ascii_lowercase() && !"aeiouy".contains(last);
        let same_sound = c == 'y' && (after_consonant || (last == 'u' && before == 'q'));
        out.push(if same_sound { 'i' } else { c });
        (before, last) = (last, c);
    }
    out
}

/// The text in capitals, as headings and positions are printed; what has no capital stays.
///
/// ```
/// assert_eq!(caitien::words::upper("Kế hoạch số 5/KH-THCS"), "KẾ HOẠCH SỐ 5/KH-THCS");
/// ```
#[must_use]
pub fn upper(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in nfc(text).chars() {
        let mut capital = c.to_uppercase();
        // ß, ŉ and ligatures have no single capital: they are left as they are typed.
        match (capital.next(), capital.next()) {
            (Some(one), None) => out.push(one),
            _ => out.push(c),
        }
    }
    out
}
/// The text with its first letter small, for the inside of a sentence.
///
/// ```
/// assert_eq!(caitien::words::lower_first("Cuối học kỳ I"), "cuối học kỳ I");
/// ```
#[must_use]
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters.as_str().chars()).collect()
}
