//! The syllables nearest to a word that is none: the same letters with one tone, one letter more or
//! less, another mark, two letters in the other order.

use super::order;
use super::syllable::{Tone, is_spelt, is_syllable, lower, parted, toned};

/// So many are told.
const MOST: usize = 3;
/// What a syllable may be spelt with.
const LETTERS: &str = "aăâbcdđeêghiklmnoôơpqrstuưvxy";
/// Letters that differ by a mark alone.
const MARKS: [&str; 6] = ["aăâ", "eê", "oôơ", "uư", "dđ", "iy"];

/// The nearest syllables, the nearest first; none for a word of other letters.
///
/// ```
/// use caitien::words::nearest_syllables;
/// assert_eq!(nearest_syllables("nghịệp")[0], "nghiệp");
/// assert_eq!(nearest_syllables("nghịêp"), ["nghiệp"]);
/// assert_eq!(nearest_syllables("Cảch")[0], "Cách");
/// assert_eq!(nearest_syllables("thựưc")[0], "thực");
/// ```
#[must_use]
pub fn nearest_syllables(word: &str) -> Vec<String> {
    let parts: Option<Vec<(char, Tone)>> = word.chars().map(|c| parted(lower(c))).collect();
    let Some(parts) = parts.filter(|parts| !parts.is_empty()) else { return Vec::new() };
    let letters: Vec<char> = parts.iter().map(|(letter, _)| *letter).collect();
    let mut tones: Vec<Tone> =
        parts.iter().map(|(_, tone)| *tone).filter(|tone| *tone != Tone::None).collect();
    // Of two tones the later one was meant: it was typed over the other.
    tones.reverse();
    if tones.is_empty() {
        tones.push(Tone::None);
    }
    let typed = tones.len();
    tones.extend(Tone::ALL.into_iter().filter(|tone| !tones.contains(tone)).collect::<Vec<_>>());
    let mut found: Vec<(u8, String)> = Vec::new();
    for (far, plain) in edited(&letters) {
        let whole: String = plain.iter().collect();
        for (at, tone) in tones.iter().enumerate() {
            if is_syllable(&whole, *tone) && is_spelt(&whole) {
                found.push((far * 2 + u8::from(at >= typed), toned(&plain, *tone)));
            }
        }
    }
    order::by_key(&mut found, |(far, _)| *far);
    if found.first().is_some_and(|(far, _)| *far == 0) {
        // The letters and the tone are right: only where the mark stands is not.
        found.retain(|(far, _)| *far == 0);
    }
    let mut nearest: Vec<String> = Vec::new();
    for (_, syllable) in found {
        let syllable = as_large(&syllable, word);
        if !nearest.contains(&syllable) && syllable != word {
            nearest.push(syllable);
        }
        if nearest.len() == MOST {
            break;
        }
    }
    nearest
}

/// Words one step away, and how far that step is.
fn edited(letters: &[char]) -> Vec<(u8, Vec<char>)> {
    let mut all = vec![(0, letters.to_vec())];
    for at in 0..=letters.len() {
        let (head, tail) = letters.split_at(at);
        let with = |middle: &[char], rest: &[char]| [head, middle, rest].concat();
        if let [first, rest @ ..] = tail {
            let twice = head.last() == Some(first);
            all.push((if twice { 1 } else { 2 }, with(&[], rest)));
            for c in LETTERS.chars().filter(|c| c != first) {
                let mark = MARKS.iter().any(|row| row.contains(*first) && row.contains(c));
                all.push((if mark { 1 } else { 3 }, with(&[c], rest)));
            }
        }
        if let [first, second, rest @ ..] = tail {
            all.push((1, with(&[*second, *first], rest)));
        }
        let forgotten = |c: char| c == 'h' && head.last() == Some(&'g');
        all.extend(LETTERS.chars().map(|c| (if forgotten(c) { 1 } else { 3 }, with(&[c], tail))));
    }
    all
}

/// As the word is written: in capitals, with a capital, or in small letters.
fn as_large(syllable: &str, word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    if first && letters.next().is_some_and(char::is_uppercase) {
        return syllable.to_uppercase();
    }
    let mut small = syllable.chars();
    match small.next() {
        Some(one) if first => one.to_uppercase().chain(small).collect(),
        _ => syllable.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_was_meant_is_among_the_nearest() {
        for (wrong, meant) in [
            ("nghịệp", "nghiệp"),
            ("cảch", "cách"),
            ("thựưc", "thực"),
            ("trưòng", "trường"),
            ("hoọcc", "hoọc"),
            ("giaó", "giáo"),
            ("chưong", "chương"),
            ("lưọng", "lượng"),
            ("kếe", "kế"),
            ("viẹt", "việt"),
            ("quảc", "quác"),
            ("ngiệp", "nghiệp"),
            ("thưc", "thức"),
        ] {
            let nearest = nearest_syllables(wrong);
            assert!(nearest.iter().any(|one| one == meant), "{wrong}: {nearest:?}");
        }
    }

    #[test]
    fn tones_stand_where_they_are_written() {
        for (plain, tone, whole) in [
            ("hoa", Tone::Grave, "hòa"),
            ("hoan", Tone::Grave, "hoàn"),
            ("thuy", Tone::Hook, "thủy"),
            ("gia", Tone::Sharp, "giá"),
            ("gi", Tone::Grave, "gì"),
            ("quy", Tone::Sharp, "quý"),
            ("ngoai", Tone::Grave, "ngoài"),
            ("trương", Tone::Grave, "trường"),
            ("khuyên", Tone::Sharp, "khuyến"),
            ("ưa", Tone::Grave, "ừa"),
        ] {
            assert_eq!(toned(&plain.chars().collect::<Vec<_>>(), tone), whole);
        }
    }

    #[test]
    fn capitals_stay_and_other_letters_have_no_neighbours() {
        assert_eq!(nearest_syllables("NGHỊỆP")[0], "NGHIỆP");
        assert_eq!(nearest_syllables("Nghịệp")[0], "Nghiệp");
        assert!(nearest_syllables("wéb").is_empty());
        assert!(nearest_syllables("").is_empty());
    }
}
