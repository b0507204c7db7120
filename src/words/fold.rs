//! One way to write a text, for comparing and for searching.

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

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
    if text.chars().all(is_composed) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// Whether a character stands in a block that is NFC whole: Latin before the combining marks, and
/// Latin Extended Additional. Nearly every text is of these, and they need no table.
fn is_composed(c: char) -> bool {
    c < '\u{300}' || ('\u{1E00}'..='\u{1EFF}').contains(&c)
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
    let latin = LATIN.get_or_init(|| LATIN_BLOCKS.into_iter().flatten().map(one_folded).collect());
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match place(letter).and_then(|at| latin.get(at)) {
            Some(Folded::One(one)) => folded.push(*one),
            Some(Folded::Nothing) => {}
            Some(Folded::More) | None => folded.extend(each_folded(letter)),
        }
    }
    folded
}

/// What a character becomes.
#[derive(Clone, Copy)]
enum Folded {
    /// A mark goes.
    Nothing,
    One(char),
    More,
}

/// The blocks of Unicode in which nearly all that is ever folded stands: Latin and its marks, and
/// Latin Extended Additional, where Vietnamese is.
const LATIN_BLOCKS: [RangeInclusive<u32>; 2] = [0..=0x036F, 0x1E00..=0x1EFF];

/// What the characters of [`LATIN_BLOCKS`] become: taken apart once, not at every letter.
static LATIN: OnceLock<Vec<Folded>> = OnceLock::new();

/// Where a character stands in [`LATIN`].
fn place(letter: char) -> Option<usize> {
    let [latin, additional] = LATIN_BLOCKS;
    let code = u32::from(letter);
    let at = if latin.contains(&code) {
        code
    } else if additional.contains(&code) {
        latin.end() + 1 + code - additional.start()
    } else {
        return None;
    };
    usize::try_from(at).ok()
}

fn one_folded(code: u32) -> Folded {
    let mut folded = char::from_u32(code).into_iter().flat_map(each_folded);
    match (folded.next(), folded.next()) {
        (None, _) => Folded::Nothing,
        (Some(one), None) => Folded::One(one),
        _ => Folded::More,
    }
}

/// What one character becomes, by its own properties. Characters are folded one by one: what
/// canonical order moves about are marks, and they go.
fn each_folded(letter: char) -> impl Iterator<Item = char> {
    letter.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).map(|c| match c {
        'đ' | 'ð' => 'd',
        c if c.is_whitespace() => ' ',
        c => c,
    })
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

/// The letters and digits of a text alone, without marks and in small: what tells a name however
/// it is set; a stroke is kept.
///
/// ```
/// assert_eq!(caitien::words::letters("Hoà Bình – 18 /2018"), "hoabinh18/2018");
/// ```
#[must_use]
pub fn letters(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if c.is_alphanumeric() || c == '/' {
            kept.push(c);
        }
    }
    kept
}
