//! The order of the Vietnamese alphabet, tones and people's names.
//!
//! Written here: the collations of all languages are a megabyte, for one sorted list.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;

/// What two texts are compared by: all letters first, then all tones, then capitals, as in
/// the Vietnamese tailoring of the Unicode collation.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct CollationKey {
    letters: Vec<u32>,
    tones: Vec<u8>,
    capitals: Vec<bool>,
}

impl CollationKey {
    /// Of a text that is compared with many others.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut key = Self::default();
        for character in text.nfd() {
            match character {
                '\u{300}' => key.tone(1),
                '\u{309}' => key.tone(2),
                '\u{303}' => key.tone(3),
                '\u{301}' => key.tone(4),
                '\u{323}' => key.tone(5),
                // ă, â ê ô, ơ ư: letters of their own, after the plain one.
                '\u{306}' => key.shape(1),
                '\u{302}' => key.shape(2),
                '\u{31B}' => key.shape(3),
                // Đ has no decomposition.
                'đ' | 'Đ' => {
                    key.letter('d', character == 'Đ');
                    key.shape(1);
                }
                _ => {
                    let small = character.to_lowercase().next().unwrap_or(character);
                    key.letter(small, small != character);
                }
            }
        }
        key
    }

    fn letter(&mut self, small: char, capital: bool) {
        let class = match small {
            _ if small.is_whitespace() => 0,
            _ if small.is_numeric() => 2,
            _ if small.is_alphabetic() => 3,
            _ => 1,
        };
        // Two bits are left for the shapes of a letter.
        self.letters.push(class << 24 | u32::from(small) << 2);
        self.tones.push(0);
        self.capitals.push(capital);
    }

    fn shape(&mut self, which: u32) {
        if let Some(letter) = self.letters.last_mut() {
            *letter |= which;
        }
    }

    fn tone(&mut self, which: u8) {
        if let Some(tone) = self.tones.last_mut() {
            *tone = which;
        }
    }
}

/// The order of two texts: a ă â b c d đ e ê …, then the tones ngang, huyền, hỏi, ngã, sắc, nặng.
///
/// Only texts that are the same are equal.
///
/// ```
/// assert!(caitien::words::compare("dân", "đá").is_lt());
/// assert!(caitien::words::compare("má", "mạ").is_lt());
/// ```
#[must_use]
pub fn compare(a: &str, b: &str) -> Ordering {
    CollationKey::of(a).cmp(&CollationKey::of(b)).then_with(|| a.cmp(b))
}

/// The order of two people: by the last word of the name, then by the whole.
///
/// ```
/// assert!(caitien::words::compare_people("Trần Văn An", "Lê Thị Bình").is_lt());
/// ```
#[must_use]
pub fn compare_people(a: &str, b: &str) -> Ordering {
    let last = |name: &str| name.split_whitespace().next_back().unwrap_or_default().to_owned();
    compare(&last(a), &last(b)).then_with(|| compare(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each text of a row stands before all that follow it.
    #[track_caller]
    fn check(row: &[&str]) {
        for (at, one) in row.iter().enumerate() {
            assert_eq!(compare(one, one), Ordering::Equal);
            for later in &row[at + 1..] {
                assert_eq!(compare(one, later), Ordering::Less, "{one} {later}");
                assert_eq!(compare(later, one), Ordering::Greater, "{later} {one}");
            }
        }
    }

    #[test]
    fn letters_stand_in_the_order_of_the_alphabet() {
        check(&[
            "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "o", "ô", "ơ", "u", "ư", "v", "y",
        ]);
        check(&["dân", "đá"]);
        check(&["Cẩn", "Chung", "Cường"]);
    }

    #[test]
    fn tones_count_after_all_letters() {
        check(&["ma", "mà", "mả", "mã", "má", "mạ"]);
        check(&["lý", "lyc"]);
        check(&["hòa", "hoan"]);
    }

    #[test]
    fn capitals_count_last_and_signs_go_first() {
        check(&["an", "An", "án", "ân"]);
        check(&["tổ 1", "tổ 2", "tổ văn"]);
        check(&["Lê An", "Lê-An", "Lê1", "Lêa"]);
    }

    #[test]
    fn composed_and_decomposed_letters_stand_together() {
        let decomposed: String = "Nguyễn".nfd().collect();
        check(&["Nguyên", &decomposed, "Nguyết"]);
    }
}
