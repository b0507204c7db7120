//! Whether a word can be a syllable of Vietnamese: by its onset, its rime and its tone, never by
//! a dictionary.
//!
//! Names, abbreviations and words of other languages are let through: what is told of is
//! certain.

use super::fold::lower_first;

/// The onsets, the longest first; a word may also begin with its vowel.
const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

/// The rimes, without their tone, between spaces.
const RIMES: &str = " a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp \
    ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm \
    iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt \
    oc oe oem oen oeo oet oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua \
    uân uâng uât uây uê uêch uênh uêu uôc uôi uôm uôn uông uôt uc ui um un ung uơ up ut uy uya uych \
    uyên uyêt uynh uyt uyu uyn uyp ư ưa ưc ưi ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu y \
    yêm yên yêng yêt yêu ych yn ynh yp yt ";

/// Where a reader of letters took something else for an r: consonants no syllable ends with.
const NO_CODAS: &str = "bdfjklqrsvwxz";

/// The five tones and none, in the order of [`VOWELS`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    None,
    Sharp,
    Heavy,
    Grave,
    Hook,
    Tilde,
}

impl Tone {
    /// All of them.
    pub(super) const ALL: [Self; 6] =
        [Self::None, Self::Sharp, Self::Heavy, Self::Grave, Self::Hook, Self::Tilde];
}

/// Each vowel without a tone, then with each.
const VOWELS: [&str; 12] = [
    "aáạàảã",
    "ăắặằẳẵ",
    "âấậầẩẫ",
    "eéẹèẻẽ",
    "êếệềểễ",
    "iíịìỉĩ",
    "oóọòỏõ",
    "ôốộồổỗ",
    "ơớợờởỡ",
    "uúụùủũ",
    "ưứựừửữ",
    "yýỵỳỷỹ",
];

/// The syllables of a text that Vietnamese does not have, and at which byte each begins.
/// A web address, a file's name or a code is none; what is typed in pieces is told as such.
pub fn misspelt<'a>(
    text: &'a str,
    loans: &'a [String],
) -> impl Iterator<Item = (usize, &'a str)> + use<'a> {
    // "M'gar", "K’Nàng" are names.
    let part_of_code = |c: char| "@._'’".contains(c) || c.is_ascii_digit() || is_combining(c);
    let cores = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(move |core| !core.contains(part_of_code));
    cores
        .flat_map(|core| core.split(|c: char| !c.is_alphabetic()))
        .filter(|part| !part.is_empty())
        .filter(|part| {
            is_misspelt(part, loans)
                || begins_sentence(text, part) && is_misspelt(&lower_first(part), loans)
        })
        .map(|part| (part.as_ptr() as usize - text.as_ptr() as usize, part))
}

/// Whether a word owes its capital to the sentence that it begins, and is no name: the next one has
/// none.
fn begins_sentence(text: &str, part: &str) -> bool {
    let at = part.as_ptr() as usize - text.as_ptr() as usize;
    let (before, behind) = (&text[..at], &text[at + part.len()..]);
    let mut letters = part.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.all(char::is_lowercase)
        && behind.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_lowercase))
        && (before.trim_end_matches(' ').is_empty()
            || before.ends_with(['\n'])
            || [". ", "- ", "+ ", "; ", ": "].iter().any(|end| before.ends_with(end)))
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether a word cannot be Vietnamese, nor a name, an abbreviation or a foreign word: "nghịệp",
/// "mur". `loans` are words that look like such and are let through.
///
/// ```
/// use caitien::words::is_misspelt;
/// let loans = ["lab".to_owned()];
/// for wrong in ["nghịệp", "mur", "thựưc", "cảch", "tựđánh"] {
///     assert!(is_misspelt(wrong, &loans), "{wrong}");
/// }
/// for right in ["nghiệp", "tham", "lab", "robot", "Đắk", "kĩ", "quý", "hoà", "giếng", "xoong"] {
///     assert!(!is_misspelt(right, &loans), "{right}");
/// }
/// ```
#[must_use]
pub fn is_misspelt(word: &str, loans: &[String]) -> bool {
    is_impossible(word) && !loans.iter().any(|loan| loan == word)
}

fn is_impossible(word: &str) -> bool {
    if word.is_ascii() {
        return looks_misread(word);
    }
    // "điểm đ)", "50.000 đ".
    if word.chars().nth(1).is_none() {
        return false;
    }
    let mut plain = String::with_capacity(word.len());
    let mut tone = Tone::None;
    let mut capitals = 0;
    for c in word.chars() {
        capitals += usize::from(c.is_uppercase());
        let Some((base, own)) = parted(lower(c)) else { return false };
        if own != Tone::None {
            // Two tones.
            if tone != Tone::None {
                return true;
            }
            tone = own;
        }
        plain.push(base);
    }
    if vowel_groups(&plain) > 1 {
        // A word of two syllables that another language lent has no tone but the sharp one.
        return capitals == 0 && !matches!(tone, Tone::None | Tone::Sharp);
    }
    // A name or an abbreviation.
    if capitals > 0 {
        return false;
    }
    // "hrê", "blốc": another people's onset.
    let foreign = matches!(plain.chars().nth(1), Some('r' | 'l')) && !plain.starts_with("tr");
    if foreign || ["mn", "xt"].iter().any(|onset| plain.starts_with(onset)) {
        return false;
    }
    !is_syllable(&plain, tone) || !is_spelt(&plain) || !is_toned(&plain, tone, word)
}

/// Whether a syllable bears its tone where it belongs: "toàn", "của"; of "hoà" and "hòa" both.
fn is_toned(plain: &str, tone: Tone, word: &str) -> bool {
    let letters: Vec<char> = plain.chars().collect();
    let either = ["oa", "oe", "uy"].iter().any(|rime| plain.ends_with(rime));
    let own = word.chars().next_back().and_then(|c| parted(lower(c)));
    either && own.is_some_and(|(_, own)| own != Tone::None) || toned(&letters, tone) == word
}

/// Whether letters without their tone are a syllable with this tone.
pub(super) fn is_syllable(plain: &str, tone: Tone) -> bool {
    ONSETS.iter().filter_map(|onset| plain.strip_prefix(onset)).any(|rime| is_rime(rime, tone))
}

/// Whether a rime exists, and with this tone.
fn is_rime(rime: &str, tone: Tone) -> bool {
    let stopped = rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch");
    if stopped && !matches!(tone, Tone::Sharp | Tone::Heavy) {
        return false;
    }
    !rime.is_empty()
        && RIMES
            .match_indices(rime)
            .any(|(at, _)| RIMES[..at].ends_with(' ') && RIMES[at + rime.len()..].starts_with(' '))
}

/// A short word in small letters without a mark, whose end no Vietnamese syllable has: "mur".
fn looks_misread(word: &str) -> bool {
    let vowel = |c: char| "aeiouy".contains(c);
    let mut letters = word.chars();
    let Some(last) = letters.next_back() else { return false };
    let head = letters.as_str();
    let onset = head.trim_end_matches(vowel);
    let one = head.len() == onset.len() + 1;
    let misread = one && NO_CODAS.contains(last) && !onset.is_empty() && ONSETS.contains(&onset);
    misread
        || ["ng", "nh", "kh"].iter().any(|onset| {
            // No other language has these onsets: "nguoi", "nghanh" are ours, without their marks.
            word.strip_prefix(onset)
                .is_some_and(|rest| rest.trim_start_matches('h').starts_with(vowel))
                && vowel_groups(word) == 1
                && !(is_syllable(word, Tone::None) && is_spelt(word))
        })
}

/// A letter in small.
pub(super) fn lower(c: char) -> char {
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// How many runs of vowels stand in a word; "gi" and "qu" begin none.
fn vowel_groups(plain: &str) -> usize {
    let rest = ["gi", "qu"].iter().find_map(|onset| plain.strip_prefix(onset)).unwrap_or(plain);
    let mut groups = 0;
    let mut inside = false;
    for c in rest.chars() {
        let vowel = is_vowel(c);
        groups += usize::from(vowel && !inside);
        inside = vowel;
    }
    groups
}

/// A small letter without its tone, and the tone; none for a letter Vietnamese does not have.
pub(super) fn parted(c: char) -> Option<(char, Tone)> {
    if c.is_ascii_lowercase() && !"aeiouyfjwz".contains(c) || c == 'đ' {
        return Some((c, Tone::None));
    }
    VOWELS.iter().find_map(|row| {
        let place = row.chars().position(|one| one == c)?;
        Some((row.chars().next()?, *Tone::ALL.get(place)?))
    })
}

/// A vowel with a tone; another letter as it is.
fn with_tone(c: char, tone: Tone) -> char {
    let row = VOWELS.iter().find(|row| row.starts_with(c));
    row.and_then(|row| row.chars().nth(tone as usize)).unwrap_or(c)
}

/// Whether an onset is written as it is before its vowel: "nghi", never "ngi".
pub(super) fn is_spelt(plain: &str) -> bool {
    let rest = plain.trim_start_matches(|c: char| !is_vowel(c));
    let onset = &plain[..plain.len() - rest.len()];
    let front = rest.starts_with(['i', 'e', 'ê', 'y']);
    match onset {
        "c" | "ng" => !front,
        "g" => !rest.starts_with(['e', 'ê', 'y']),
        "k" | "gh" | "ngh" => front,
        "q" => rest.starts_with('u') && rest.len() > 1,
        _ => true,
    }
}

pub(super) fn is_vowel(c: char) -> bool {
    "aăâeêioôơuưy".contains(c)
}

/// Letters with the tone on the vowel that bears it: "hòa", "hoàn", "nghiệp".
pub(super) fn toned(plain: &[char], tone: Tone) -> String {
    let first = plain.iter().position(|c| is_vowel(*c)).unwrap_or(0);
    let end = first + plain[first..].iter().take_while(|c| is_vowel(**c)).count();
    // The vowel of "gi" and "qu" belongs to the onset where another follows.
    let glides = first > 0 && matches!((plain[first - 1], plain[first]), ('g', 'i') | ('q', 'u'));
    let start = if glides && end - first > 1 { first + 1 } else { first };
    let marked = (start..end).rev().find(|at| "ăâêôơư".contains(plain[*at]));
    let at = marked.unwrap_or(match end - start {
        2 if end < plain.len() => start + 1,
        0..=2 => start,
        _ => start + 1,
    });
    let put = |(index, c): (usize, &char)| if index == at { with_tone(*c, tone) } else { *c };
    plain.iter().enumerate().map(put).collect()
}
