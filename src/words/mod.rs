//! The language: NFC, folding, collation, dates, numbers, abbreviations, old encodings.
//!
//! Invariant: nothing here fails on a text.

mod abbreviations;
mod collation;
mod dates;
pub mod encodings;
mod find;
mod fold;
pub mod keep;
mod marks;
mod names;
mod nearest;
mod numbers;
pub mod official;
pub mod order;
mod paste;
mod series;
mod shorten;
mod syllable;
mod twice;

pub use abbreviations::{BUILT_IN, expand_word};
pub use collation::{CollationKey, compare, compare_people};
pub use dates::{Day, date, date_in_words, parse_date};
pub use encodings::sign_of_any_font;
pub use find::Finder;
pub use fold::{beginning, contains_folded, fold, letters, lower_first, nfc, upper};
pub use marks::{with_motto_hyphens, with_spaced_marks, without_doubled_marks};
pub use names::cut_costs;
pub use nearest::nearest_syllables;
pub use numbers::{money, money_short, number, parse_decimal, parse_number};
pub use paste::clean_paste;
pub use series::continued;
pub use shorten::shorten;
pub use syllable::{is_misspelt, misspelt};
pub use twice::are_twice;

/// Whether a character is read as a dash between two numbers or years.
#[must_use]
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '~' | '\u{FE58}' | '\u{FF0D}')
}
