//! Texts from old Word files: TCVN3 (the fonts `.VnTime`) and VNI, whose letters look like signs
//! of Latin-1 where their font is missing, and the signs of Symbol and Wingdings.
//!
//! Convert before [`super::clean_paste`]: in TCVN3 the soft hyphen is the letter ư.

mod font;
mod signs;
mod syllable;
mod tables;

use std::collections::HashSet;

pub use font::Font;
pub use signs::sign_of_any_font;

use syllable::is_syllable;
use tables::{from_tcvn3, from_vni};

/// Words that say so, of those with marks, before an encoding is proposed: three in four.
const SURE: (usize, usize) = (3, 4);
/// What ends a line.
const ENDS: [char; 3] = ['\n', '\r', '\u{B}'];
/// A single word must be as long as this to say anything.
const LONG: usize = 4;

/// An old way to write Vietnamese letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// TCVN 5712, the fonts `.Vn…`.
    Tcvn3,
    /// The fonts `VNI-…`, with marks behind their letters.
    Vni,
}

/// What a text would be that seems to be written in an old way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The way.
    pub encoding: Encoding,
    /// The text in Unicode.
    pub text: String,
}

impl Encoding {
    /// A text of this encoding as Unicode; what is no letter of it stays.
    #[must_use]
    pub fn read(self, text: &str) -> String {
        match self {
            Self::Tcvn3 => from_tcvn3(text),
            Self::Vni => from_vni(text),
        }
    }
}

/// Judges a text without fonts by its words: proposed is an encoding in which nearly all words
/// with marks are Vietnamese syllables that they are not as they stand. Lines that hold letters
/// which only Unicode has are never judged and stay.
/// Nothing is converted unless somebody agrees.
///
/// ```
/// use caitien::words::encodings::{Encoding, propose};
/// let old = propose("KÕ ho¹ch n¨m häc").unwrap();
/// assert_eq!((old.encoding, old.text.as_str()), (Encoding::Tcvn3, "Kế hoạch năm học"));
/// assert_eq!(propose("Keá hoaïch").unwrap().text, "Kế hoạch");
/// assert_eq!(propose("hoà bình, 5 µm, naïve"), None);
/// ```
#[must_use]
pub fn propose(text: &str) -> Option<Proposal> {
    let lines: Vec<&str> = text.split_inclusive(ENDS).collect();
    let encoding = judged(text)?;
    // Where two ways stand in one text, a line that reads well as it stands is not an old one.
    let mixed = lines.iter().any(|line| is_unicode(line));
    let stays = |line: &str| {
        is_unicode(line) || mixed && reads_well(&marked_words(line).collect::<Vec<_>>())
    };
    let whole =
        lines.iter().map(|line| if stays(line) { (*line).to_owned() } else { encoding.read(line) });
    Some(Proposal { encoding, text: whole.collect() })
}

/// The encoding that is proposed, by each different word of a text once.
pub(super) fn judged(text: &str) -> Option<Encoding> {
    let old = text.split_inclusive(ENDS).filter(|line| !is_unicode(line));
    let words: HashSet<&str> = old.flat_map(marked_words).collect();
    let words: Vec<&str> = words.into_iter().collect();
    let says_much = words.len() > 1 || words.iter().any(|word| word.chars().count() >= LONG);
    if !says_much || reads_well(&words) {
        return None;
    }
    let read =
        |encoding: Encoding| words.iter().filter(|word| is_syllable(&encoding.read(word))).count();
    let (tcvn3, vni) = (read(Encoding::Tcvn3), read(Encoding::Vni));
    let (encoding, share) =
        if tcvn3 >= vni { (Encoding::Tcvn3, tcvn3) } else { (Encoding::Vni, vni) };
    (share * SURE.1 >= words.len() * SURE.0 && tcvn3 != vni).then_some(encoding)
}

/// Whether at least half of the words are syllables as they stand.
fn reads_well(words: &[&str]) -> bool {
    words.iter().filter(|word| is_syllable(word)).count() * 2 >= words.len()
}

/// The words that hold more than plain letters.
fn marked_words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| c.is_whitespace() || (c.is_ascii() && !c.is_ascii_alphabetic()))
        .filter(|word| !word.is_ascii())
}

/// Whether a text holds letters that no Latin-1 text has: ă, ế, or marks that stand alone.
#[must_use]
pub fn is_unicode(text: &str) -> bool {
    text.chars().any(|c| c > '\u{FF}' && (c.is_alphabetic() || ('\u{300}'..'\u{370}').contains(&c)))
}
