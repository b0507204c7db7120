//! At which turn of the school year a review looks at the work.

use jiff::civil::Date;

use crate::plan::{Review, TermDates};
use crate::words::fold;

/// A review is one of a turn where its day lies within this many days of it.
const NEAR: i32 = 45;

/// A turn of the school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Turn {
    /// The end of học kỳ I.
    Term,
    /// The end of the school year.
    YearEnd,
}

impl Turn {
    /// The last day of what is looked back at.
    #[must_use]
    pub fn day(self, terms: &TermDates) -> Date {
        match self {
            Self::Term => terms.term_1_end,
            Self::YearEnd => terms.end,
        }
    }
}

/// The turn that a review is named after, else the one its day is near; none: between them.
///
/// ```
/// use caitien::plan::{Review, SchoolYear, TermDates};
/// use caitien::understand::{Turn, turn_of};
/// let terms = TermDates::usual(SchoolYear::starting(2026).unwrap());
/// let named = |when: &str| Review { when: when.to_owned(), ..Review::default() };
/// assert_eq!(turn_of(&named("Cuối học kỳ I"), &terms), Some(Turn::Term));
/// assert_eq!(turn_of(&named("Cuối năm học"), &terms), Some(Turn::YearEnd));
/// assert_eq!(turn_of(&named("Kết thúc HK II"), &terms), Some(Turn::YearEnd));
/// assert_eq!(turn_of(&named("Đột xuất"), &terms), None);
/// ```
#[must_use]
pub fn turn_of(review: &Review, terms: &TermDates) -> Option<Turn> {
    let said = fold(&review.when);
    let words: Vec<&str> =
        said.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let says = |run: &[&str]| words.windows(run.len()).any(|some| some == run);
    let says_one = |runs: &[&[&str]]| runs.iter().any(|run| says(run));
    if says_one(&[&["cuoi", "nam"], &["tong", "ket"], &["ky", "ii"], &["ky", "2"], &["hk", "ii"]])
        || says_one(&[&["hk", "2"], &["hkii"], &["hk2"], &["het", "nam"]])
    {
        return Some(Turn::YearEnd);
    }
    if says_one(&[&["ky", "i"], &["ky", "1"], &["hk", "i"], &["hk", "1"], &["hki"], &["hk1"]]) {
        return Some(Turn::Term);
    }
    let day = review.day?;
    let is_near = |turn: &Turn| {
        let days = (day - turn.day(terms)).get_days();
        (-NEAR..=NEAR).contains(&days)
    };
    [Turn::YearEnd, Turn::Term].into_iter().find(is_near)
}
