//! The automatic numbers of parts, paragraphs and rows.

use super::{Form, GroupNumber, Level, Part, Plan, Row, Shown};

/// What the program puts before a part, a paragraph or a row: a value, said in words by
/// [`Marker::words`] and [`Marker::sign`] only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Marker {
    /// Nothing.
    #[default]
    None,
    /// Of a part, counted from 1: I, II, III …
    Roman(usize),
    /// 1, 2, 3 …
    Number(usize),
    /// Of a point, counted from 1: a, b, c, d, đ, e … in Vietnamese order.
    Letter(usize),
    /// A dash.
    Dash,
    /// A plus.
    Plus,
    /// A number as a person typed it, never empty.
    Typed(String),
}

impl Marker {
    /// The bare sign: "I", "1", "a", "-", "+", as it was typed, or nothing.
    #[must_use]
    pub fn sign(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Roman(number) => roman(*number),
            Self::Number(number) => number.to_string(),
            Self::Letter(number) => letter(*number),
            Self::Dash => "-".to_owned(),
            Self::Plus => "+".to_owned(),
            Self::Typed(typed) => typed.clone(),
        }
    }

    /// What stands before the words, its space included: "I. ", "1. ", "a) ", "- ", "+ " or
    /// nothing. A typed "1." keeps its own stop.
    #[must_use]
    pub fn words(&self) -> String {
        let stop = match self {
            Self::None => return String::new(),
            Self::Letter(_) => ")",
            Self::Dash | Self::Plus => "",
            Self::Typed(typed) if typed.ends_with(['.', ')']) => "",
            Self::Roman(_) | Self::Number(_) | Self::Typed(_) => ".",
        };
        format!("{}{stop} ", self.sign())
    }

    /// How deep it stands in its part: 0 a part and plain words, 1 a number, 2 a letter,
    /// 3 a dash, 4 a plus.
    #[must_use]
    pub fn level(&self) -> u8 {
        match self {
            Self::None | Self::Roman(_) => 0,
            Self::Number(_) | Self::Typed(_) => 1,
            Self::Letter(_) => 2,
            Self::Dash => 3,
            Self::Plus => 4,
        }
    }
}

/// I, II, III, IV …; empty for 0.
fn roman(number: usize) -> String {
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

/// The letters of points, in Vietnamese order.
const LETTERS: [char; 23] = [
    'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't',
    'u', 'v', 'x', 'y',
];

/// Which point a letter stands for, from 1: 5 for đ.
#[must_use]
pub fn place_of_letter(letter: char) -> Option<usize> {
    LETTERS.iter().position(|one| *one == letter).map(|at| at + 1)
}

/// a, b, c, d, đ, e, g …; after y, aa; empty for 0.
fn letter(number: usize) -> String {
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
    /// What stands before the next paragraph of this level. A number begins its letters anew.
    pub fn next(&mut self, level: Level) -> Marker {
        match level {
            Level::None => Marker::None,
            Level::Number => {
                self.numbers += 1;
                self.letters = 0;
                Marker::Number(self.numbers)
            }
            Level::Letter => {
                self.letters += 1;
                Marker::Letter(self.letters)
            }
            Level::Dash => Marker::Dash,
            Level::Plus => Marker::Plus,
        }
    }
}

impl Part {
    /// Whether it takes a number: it is printed and has a heading.
    #[must_use]
    pub fn is_numbered(&self) -> bool {
        self.shown == Shown::Yes && !self.heading.trim().is_empty()
    }
}

/// The number of each part: I, II, …, or none.
#[must_use]
pub fn part_numbers(plan: &Plan) -> Vec<Marker> {
    let mut count = 0;
    plan.parts
        .iter()
        .map(|part| {
            if part.is_numbered() {
                count += 1;
                Marker::Roman(count)
            } else {
                Marker::None
            }
        })
        .collect()
}

/// What stands in the TT column of each row; often nothing.
///
/// Groups are counted and items under them are not; where the plan has no group, or the
/// form prints none ([`Form::flat_rows`]), the items are.
#[must_use]
pub fn row_numbers(plan: &Plan, form: &Form) -> Vec<Marker> {
    let has_groups = plan
        .rows
        .iter()
        .any(|row| matches!(row, Row::Group(group) if !group.title.trim().is_empty()));
    let count_items = form.flat_rows || !has_groups;
    let mut items = 0_usize;
    let mut groups = 0_usize;
    plan.rows
        .iter()
        .map(|row| match row {
            Row::Item(_) if count_items => {
                items += 1;
                Marker::Number(items)
            }
            Row::Band(_) | Row::Item(_) => Marker::None,
            Row::Group(group) if form.flat_rows || group.title.trim().is_empty() => Marker::None,
            Row::Group(group) => match &group.tt {
                GroupNumber::None => Marker::None,
                GroupNumber::Auto => {
                    groups = groups.saturating_add(1);
                    Marker::Number(groups)
                }
                GroupNumber::Typed(typed) => match typed.trim() {
                    "" => Marker::None,
                    typed => {
                        groups = typed.parse().unwrap_or(groups);
                        Marker::Typed(typed.to_owned())
                    }
                },
            },
        })
        .collect()
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
        let labels = levels.map(|level| numbering.next(level).words());
        assert_eq!(labels, ["1. ", "a) ", "b) ", "2. ", "a) "]);
    }

    #[test]
    fn a_marker_is_said_with_its_stop_and_in_a_cell_without() {
        #[track_caller]
        fn check(marker: &Marker, words: &str, sign: &str, level: u8) {
            assert_eq!((&*marker.words(), &*marker.sign(), marker.level()), (words, sign, level));
        }
        check(&Marker::None, "", "", 0);
        check(&Marker::Roman(4), "IV. ", "IV", 0);
        check(&Marker::Number(12), "12. ", "12", 1);
        check(&Marker::Letter(5), "đ) ", "đ", 2);
        check(&Marker::Dash, "- ", "-", 3);
        check(&Marker::Plus, "+ ", "+", 4);
        check(&Marker::Typed("6".to_owned()), "6. ", "6", 1);
        check(&Marker::Typed("6.".to_owned()), "6. ", "6.", 1);
        check(&Marker::Typed("(6)".to_owned()), "(6) ", "(6)", 1);
    }
}
