//! What each word of a plan is told by at first sight, so that a rule looks at few texts.
//!
//! A plan says the same words again and again: each is looked at once.

use std::collections::HashMap;

use crate::understand::{may_name_authority, may_name_council};
use crate::words;

/// Signs of a text, as bits.
pub(super) type Signs = u16;

/// Two marks where one stands.
pub(super) const MARKS: Signs = 1;
/// A mark that begins a word, or that parts two words without a space.
pub(super) const SPACES: Signs = 1 << 1;
/// A syllable that Vietnamese does not have.
pub(super) const SYLLABLE: Signs = 1 << 2;
/// A letter of another script, or one that cannot be seen.
pub(super) const FOREIGN: Signs = 1 << 3;
/// Letters and their marks apart (NFD).
pub(super) const APART: Signs = 1 << 4;
/// A word by which an authority may be named.
pub(super) const AUTHORITY: Signs = 1 << 5;
/// A word that stands twice in a row.
pub(super) const TWICE: Signs = 1 << 6;
/// The number of a text that is cited.
pub(super) const CITED: Signs = 1 << 7;
/// A bracket or a quotation mark.
pub(super) const BRACKET: Signs = 1 << 8;
/// A word with which the name of the school's council begins.
pub(super) const COUNCIL: Signs = 1 << 9;

/// Reads the signs of texts, and remembers the words.
pub(super) struct Reader<'a> {
    known: HashMap<String, Signs>,
    loans: &'a [String],
    doubled: &'a [String],
}

impl<'a> Reader<'a> {
    pub fn new(loans: &'a [String], doubled: &'a [String]) -> Self {
        Self { known: HashMap::new(), loans, doubled }
    }

    /// The signs of a text.
    pub fn read(&mut self, text: &str) -> Signs {
        let mut signs = 0;
        let mut last = [""; 3];
        for word in text.split_whitespace() {
            let known = self.known.get(word).copied();
            let of_word = known.unwrap_or_else(|| {
                let new = of_word(word, self.loans);
                self.known.insert(word.to_owned(), new);
                new
            });
            // A mark at the head of a text stands behind nothing.
            let [one, two, before] = last;
            let head = before.is_empty() && word.starts_with(MARK);
            signs |= if head { of_word & !SPACES } else { of_word };
            if is_twice(before, word, self.doubled) || words::are_twice([one, two, before, word]) {
                signs |= TWICE;
            }
            last = [two, before, word];
        }
        signs
    }
}

/// What belongs to the word before it.
const MARK: [char; 7] = [',', ';', ':', '.', ')', '?', '!'];

/// Whether two words are one that is never meant twice, whatever mark ends the second.
pub(super) fn is_twice(first: &str, second: &str, doubled: &[String]) -> bool {
    // Most pairs are told apart behind their first letters.
    let tail = |word: &'_ str| word.char_indices().nth(1).map_or(word.len(), |(at, _)| at);
    if !second[tail(second)..].starts_with(&first[tail(first)..]) {
        return false;
    }
    let second = second.trim_end_matches(|c: char| !c.is_alphanumeric());
    let small = second.to_lowercase();
    doubled.contains(&small)
        && (first == second
            || first.to_lowercase() == small && !second.starts_with(char::is_uppercase))
}

fn of_word(word: &str, loans: &[String]) -> Signs {
    let mut signs = 0;
    let mut set = |is: bool, sign: Signs| signs |= if is { sign } else { 0 };
    let starts_with_mark = word.starts_with(MARK) || word.ends_with('(');
    let starts_pair = word.starts_with([',', ';']);
    let marked = word.contains([',', ';', ':', '.']);
    set(starts_pair || marked && words::without_doubled_marks(word).is_some(), MARKS);
    set(starts_with_mark || words::with_spaced_marks(word).is_some(), SPACES);
    set(word.contains(is_foreign), FOREIGN);
    set(!word.is_ascii() && words::nfc(word) != word, APART);
    set(may_name_authority(word), AUTHORITY);
    set(may_name_council(word), COUNCIL);
    set(word.contains(['(', '[', '“', ')', ']', '”']), BRACKET);
    set(word.contains('/') && word.contains(|c: char| c.is_ascii_digit()), CITED);
    let misspelt = |word: &str| words::misspelt(word, loans).next().is_some();
    let capital = word.starts_with(char::is_uppercase);
    set(misspelt(word) || capital && misspelt(&words::lower_first(word)), SYLLABLE);
    signs
}

/// A letter that looks like one of ours and is not, or a sign without a shape.
pub(super) fn is_foreign(c: char) -> bool {
    matches!(c,
        // Letters of other languages with which old fonts wrote Vietnamese.
        'ä' | 'å' | 'æ' | 'ç' | 'ë' | 'î' | 'ï' | 'ö' | 'ø' | 'û' | 'ü' | 'ÿ' | 'þ' | 'ß'
        | 'Ä' | 'Å' | 'Æ' | 'Ç' | 'Ë' | 'Î' | 'Ï' | 'Ö' | 'Ø' | 'Û' | 'Ü' | 'Þ'
        | 'Ð' | 'ð' | '\u{189}' | '\u{256}' | '\u{370}'..='\u{52F}' | '\u{FF01}'..='\u{FF5E}'
        | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' | '\u{FFFD}'
        | '\u{E000}'..='\u{F8FF}')
}
