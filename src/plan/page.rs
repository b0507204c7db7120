//! How the pages of a plan look, within what Nghị định 30/2020 allows.

use serde::{Deserialize, Deserializer, Serialize};

use super::json;

/// A number between two bounds, both allowed: what lies outside cannot be read from any file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Within<const LEAST: u16, const MOST: u16>(u16);

impl<const LEAST: u16, const MOST: u16> Within<LEAST, MOST> {
    /// The smallest.
    pub const LEAST: Self = Self(LEAST);
    /// The largest.
    pub const MOST: Self = Self(MOST);

    /// The number, or the bound that is nearest to it.
    #[must_use]
    pub const fn near(number: u16) -> Self {
        Self(if number < LEAST {
            LEAST
        } else if number > MOST {
            MOST
        } else {
            number
        })
    }

    /// The number; none outside the bounds.
    #[must_use]
    pub const fn new(number: u16) -> Option<Self> {
        if number < LEAST || number > MOST { None } else { Some(Self(number)) }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl<'de, const LEAST: u16, const MOST: u16> Deserialize<'de> for Within<LEAST, MOST> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        json::number(from, "what the decree allows", Self::new)
    }
}

/// Size of the letters of running text, pt.
pub type Letters = Within<13, 14>;
/// From baseline to baseline, in thousandths of single spacing.
pub type LineSpacing = Within<1000, 1500>;
/// Between two paragraphs, pt.
pub type ParagraphGap = Within<6, 12>;
/// How far the first line of a paragraph stands in, tenths of a millimetre.
pub type FirstLine = Within<100, 127>;
/// Top or bottom margin of an upright page, mm.
pub type EdgeMargin = Within<20, 25>;
/// Left margin, mm.
pub type LeftMargin = Within<30, 35>;
/// Right margin, mm.
pub type RightMargin = Within<15, 20>;

/// How the pages of a plan look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PageLook {
    /// Size of the letters of running text.
    pub letters: Letters,
    /// From line to line.
    pub line_spacing: LineSpacing,
    /// Between paragraphs.
    pub paragraph_gap: ParagraphGap,
    /// First line of a paragraph.
    pub first_line: FirstLine,
    /// Over the text.
    pub margin_top: EdgeMargin,
    /// Under it.
    pub margin_bottom: EdgeMargin,
    /// On its left.
    pub margin_left: LeftMargin,
    /// On its right.
    pub margin_right: RightMargin,
}

impl Default for PageLook {
    /// Letters of 14 pt, lines 1.25 of the letters apart, paragraphs 6 pt; the first line 1 cm in;
    /// margins of 20, 20, 30 and 15 mm.
    fn default() -> Self {
        Self {
            letters: Letters::MOST,
            line_spacing: LineSpacing::near(1087),
            paragraph_gap: ParagraphGap::LEAST,
            first_line: FirstLine::LEAST,
            margin_top: EdgeMargin::LEAST,
            margin_bottom: EdgeMargin::LEAST,
            margin_left: LeftMargin::LEAST,
            margin_right: RightMargin::LEAST,
        }
    }
}

/// By so much lines come closer from one step of [`PageLook::tighter`] to the next.
const STEP: u16 = 29;

impl PageLook {
    /// Looks that take less and less room, each a little less than the one before: first the
    /// distances give way, then the margins, and the size of the letters only at the end.
    ///
    /// Two flights: in the first the letters keep their size, in the second they have the
    /// smallest. The last look of all is the tightest that the decree allows.
    #[must_use]
    pub fn tighter(self) -> [Vec<Self>; 2] {
        let mut kept = vec![];
        let mut look = self;
        look.paragraph_gap = ParagraphGap::LEAST;
        kept.push(look);
        kept.extend(look.closer());
        look.line_spacing = LineSpacing::LEAST;
        look.margin_top = EdgeMargin::LEAST;
        look.margin_bottom = EdgeMargin::LEAST;
        look.margin_left = LeftMargin::LEAST;
        look.margin_right = RightMargin::LEAST;
        kept.push(look);
        kept.dedup();
        kept.retain(|one| *one != self);
        look.letters = Letters::LEAST;
        look.line_spacing = self.line_spacing;
        let mut small = vec![look];
        small.extend(look.closer());
        small.retain(|_| self.letters != Letters::LEAST);
        [kept, small]
    }

    /// The same with lines closer and closer, down to single spacing.
    fn closer(self) -> impl Iterator<Item = Self> {
        let mut spacing = self.line_spacing.get();
        std::iter::from_fn(move || {
            let last = spacing;
            spacing = spacing.saturating_sub(STEP).max(LineSpacing::LEAST.get());
            (spacing < last).then(|| Self { line_spacing: LineSpacing::near(spacing), ..self })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_decree_does_not_allow_cannot_be_read() {
        let read = json::read::<PageLook>;
        let usual = PageLook::default();
        assert_eq!(read("{}").unwrap(), usual);
        let small = PageLook { letters: Letters::LEAST, ..usual };
        assert_eq!(read(r#"{"letters": 13}"#).unwrap(), small);
        for wrong in [
            r#"{"letters": 12}"#,
            r#"{"line_spacing": 1501}"#,
            r#"{"paragraph_gap": 5}"#,
            r#"{"first_line": 128}"#,
            r#"{"margin_top": 19}"#,
            r#"{"margin_left": 36}"#,
            r#"{"margin_right": 255}"#,
            r#"{"margin_right": -1}"#,
            r#"{"colour": 1}"#,
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        assert_eq!(EdgeMargin::near(3).get(), 20);
        assert_eq!(EdgeMargin::near(300).get(), 25);
    }

    #[test]
    fn letters_become_smaller_last_and_the_last_look_is_the_tightest() {
        let look = PageLook {
            paragraph_gap: ParagraphGap::near(10),
            margin_top: EdgeMargin::MOST,
            ..PageLook::default()
        };
        let [kept, small] = look.tighter();
        assert_eq!(kept[0], PageLook { paragraph_gap: ParagraphGap::LEAST, ..look });
        assert!(kept.iter().all(|one| one.letters == Letters::MOST));
        let last = kept.last().unwrap();
        assert_eq!((last.line_spacing, last.margin_top), (LineSpacing::LEAST, EdgeMargin::LEAST));
        assert_eq!(small[0].line_spacing, look.line_spacing);
        let tightest = PageLook {
            letters: Letters::LEAST,
            line_spacing: LineSpacing::LEAST,
            ..PageLook::default()
        };
        assert_eq!(*small.last().unwrap(), tightest);
        assert_eq!(tightest.tighter(), [vec![], vec![]], "nothing is tighter");
    }
}
