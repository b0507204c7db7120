//! What a table had to give up to stand on its page.

use super::TableKind;

/// What a table had to give up to stand on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concession {
    /// Which table.
    pub table: TableKind,
    /// It stands on an upright page: across it would have more room.
    pub upright: bool,
    /// The size of its letters, pt.
    pub size: u8,
    /// The last thing that was given up; all before it were, too.
    pub given_up: GivenUp,
}

/// What the columns of a table give up, in this order. Letters become smaller before the pairs
/// of words in cells are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GivenUp {
    /// Each column is as wide as it needs.
    Nothing,
    /// Titles stand on more lines.
    TitleLines,
    /// Empty columns and those of few words are as narrow as they go.
    Room,
    /// Addresses of the web stand on several lines.
    Links,
    /// Codes of documents do: "18/2018/ TT-BGDĐT".
    Codes,
    /// Words of titles that belong together stand on two lines.
    TitlePairs,
    /// A date stands apart from its label: "ngày 22/8/2018".
    Phrases,
    /// A number stands apart from its label: "Tiêu chí 1.6".
    Labels,
    /// A number stands apart from its unit: "10 triệu".
    Figures,
    /// Even words are parted.
    Words,
}

impl GivenUp {
    /// What can be given up while every word stays whole, in order.
    pub const ALL: [Self; 9] = [
        Self::Nothing,
        Self::TitleLines,
        Self::Room,
        Self::Links,
        Self::Codes,
        Self::TitlePairs,
        Self::Phrases,
        Self::Labels,
        Self::Figures,
    ];
}

impl Concession {
    /// The least size of letters that reads well on paper, pt.
    pub const GOOD_SIZE: u8 = 11;

    /// Whether a reader would stumble: letters are small, or words that belong together parted.
    #[must_use]
    pub fn is_hard_to_read(&self) -> bool {
        self.size < Self::GOOD_SIZE || self.given_up > GivenUp::TitlePairs
    }
}
