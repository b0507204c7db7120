//! The automatic numbers of parts, paragraphs and rows.

use super::{Form, GroupNumber, Level, Part, Plan, Row, Shown};

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

impl Part {
    /// Whether it takes a number: it is printed and has a heading.
    #[must_use]
    pub fn is_numbered(&self) -> bool {
        self.shown == Shown::Yes && !self.heading.trim().is_empty()
    }
}

/// The numeral of each part ("I", "II", …); empty for parts that have none.
#[must_use]
pub fn part_numbers(plan: &Plan) -> Vec<String> {
    let mut count = 0;
    plan.parts
        .iter()
        .map(|part| {
            if part.is_numbered() {
                count += 1;
                roman(count)
            } else {
                String::new()
            }
        })
        .collect()
}

/// What stands in the TT column of each row, without a full stop; often empty.
///
/// Groups are counted and items under them are not; where the plan has no group, or the
/// form prints none ([`Form::flat_rows`]), the items are.
#[must_use]
pub fn row_numbers(plan: &Plan, form: &Form) -> Vec<String> {
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
                items.to_string()
            }
            Row::Band(_) | Row::Item(_) => String::new(),
            Row::Group(group) if form.flat_rows || group.title.trim().is_empty() => String::new(),
            Row::Group(group) => match &group.tt {
                GroupNumber::None => String::new(),
                GroupNumber::Auto => {
                    groups = groups.saturating_add(1);
                    groups.to_string()
                }
                GroupNumber::Typed(typed) => {
                    groups = typed.trim().parse().unwrap_or(groups);
                    typed.trim().to_owned()
                }
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
        let labels = levels.map(|level| numbering.next(level));
        assert_eq!(labels, ["1. ", "a) ", "b) ", "2. ", "a) "]);
    }
}
