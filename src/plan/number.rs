//! The automatic numbers of parts, paragraphs and rows.

use super::Level;

/// The number of a part, from 1: I, II, III, IV …; empty for 0.
#[must_use]
pub fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

/// The letter of a point, from 1: a, b, c, d, đ, e, g … in Vietnamese order; after y, aa.
#[must_use]
pub fn letter(number: usize) -> String {
    const LETTERS: [char; 23] = [
        'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's',
        't', 'u', 'v', 'x', 'y',
    ];
    let Some(from_zero) = number.checked_sub(1) else { return String::new() };
    let letter = LETTERS[from_zero % LETTERS.len()];
    std::iter::repeat_n(letter, from_zero / LETTERS.len() + 1).collect()
}

/// Counts the paragraphs of one part.
#[derive(Clone, Copy, Debug, Default)]
pub struct Numbering {
    numbers: usize,
    letters: usize,
}

impl Numbering {
    /// What stands before the next paragraph of this level, its space included:
    /// "1. ", "a) ", "- ", "+ " or nothing. A number begins its letters anew.
    pub fn next(&mut self, level: Level) -> String {
        match level {
            Level::None => String::new(),
            Level::Number => {
                self.numbers += 1;
                self.letters = 0;
                format!("{}. ", self.numbers)
            }
            Level::Letter => {
                self.letters += 1;
                format!("{}) ", letter(self.letters))
            }
            Level::Dash => "- ".to_owned(),
            Level::Plus => "+ ".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_numbered_in_roman() {
        let numbers = [1, 3, 4, 8, 9, 14, 40].map(roman);
        assert_eq!(numbers, ["I", "III", "IV", "VIII", "IX", "XIV", "XL"]);
    }

    #[test]
    fn points_follow_the_vietnamese_alphabet() {
        let letters: String = (1..=8).map(letter).collect();
        assert_eq!(letters, "abcdđegh");
        assert_eq!(letter(24), "aa");
    }

    #[test]
    fn a_new_number_begins_its_letters_anew() {
        let mut numbering = Numbering::default();
        let levels = [Level::Number, Level::Letter, Level::Letter, Level::Number, Level::Letter];
        let labels = levels.map(|level| numbering.next(level));
        assert_eq!(labels, ["1. ", "a) ", "b) ", "2. ", "a) "]);
    }
}
