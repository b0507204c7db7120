//! Whether a word is built like a Vietnamese syllable.

use unicode_normalization::UnicodeNormalization;

const BEGINNINGS: &str = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x ";
const MIDDLES: &str = " a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iêu iu oa oă oai \
    oao oay oe oeo oi oo ôi ơi ua uâ uây uê uêu ui uô uôi uơ uy uya uyê uyu ưa ưi ươ ươi ươu ưu \
    yê yêu oă ";
const ENDS: &str = " c ch m n ng nh p t ";

/// The marks of the tones, as they stand alone.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Whether a word has a beginning, a middle, an end and a tone that go together.
pub(super) fn is_syllable(word: &str) -> bool {
    let mut tones = Vec::new();
    let mut rest = String::new();
    for c in word.chars().flat_map(char::to_lowercase).nfd() {
        if TONES.contains(&c) { tones.push(c) } else { rest.push(c) }
    }
    let rest: String = rest.nfc().collect();
    let is_vowel = |c: char| "aăâeêioôơuưy".contains(c);
    let Some(first) = rest.find(is_vowel) else { return false };
    let last = rest.rfind(is_vowel).unwrap_or(first);
    let behind = last + rest[last..].chars().next().map_or(0, char::len_utf8);
    let end = &rest[behind..];
    // In "gi" and "qu" the vowel belongs to the beginning.
    let begins =
        ["gi", "qu"].into_iter().filter(|two| rest.starts_with(two) && last > 1).map(|_| 2);
    let is_built = std::iter::once(first)
        .chain(begins)
        .any(|middle| among(BEGINNINGS, &rest[..middle]) && among(MIDDLES, &rest[middle..behind]));
    let stops = matches!(end, "c" | "ch" | "p" | "t");
    let tone_fits = match tones.as_slice() {
        [] => !stops,
        [tone] => !stops || matches!(tone, '\u{301}' | '\u{323}'),
        _ => false,
    };
    is_built && among(ENDS, end) && tone_fits
}

/// Whether a piece is one of a list, or nothing.
fn among(list: &str, piece: &str) -> bool {
    piece.is_empty() || list.split(' ').any(|one| one == piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_have_parts_that_go_together() {
        let words = "nghiêng quyết giếng gì yêu ướt ĐƯỜNG oẳn khuya huých toán quốc hoạch";
        for word in words.split(' ') {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["thùc", "Keá", "l\u{AD}îng", "ho¹ch", "iõ", "µm", "xyz", "aa", "tiõn", ""]
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
