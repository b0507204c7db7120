//! A paragraph of the document: its level and its words.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// One paragraph. Its number or letter is automatic and never part of `runs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Paragraph {
    /// How it is numbered.
    pub level: Level,
    /// A heading stands on its own line, bold, with what follows it.
    pub is_heading: bool,
    /// Its words, in runs of one style.
    pub runs: Vec<Run>,
}

impl Paragraph {
    /// A paragraph of plain words.
    #[must_use]
    pub fn plain(level: Level, text: impl Into<String>) -> Self {
        Self { level, is_heading: false, runs: vec![Run::plain(text)] }
    }

    /// Its words without their style.
    #[must_use]
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Puts words in the place of others, bytes of [`Self::text`]; they look like the first letter
    /// of those.
    pub fn put(&mut self, place: Range<usize>, with: &str) {
        let mut from = 0;
        let mut with = Some(with);
        for run in &mut self.runs {
            let length = run.text.len();
            let begin = place.start.clamp(from, from + length) - from;
            let end = place.end.clamp(from, from + length) - from;
            if begin < end {
                run.text.replace_range(begin..end, with.take().unwrap_or_default());
            }
            from += length;
        }
    }

    /// Whether it holds nothing but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }
}

/// The levels of Nghị định 30: none, 1., a), - and +.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Level {
    /// A plain paragraph.
    #[default]
    #[serde(rename = "none")]
    None,
    /// "1.", numbered inside its part.
    #[serde(rename = "1")]
    Number,
    /// "a)", lettered inside its number: a b c d đ e …
    #[serde(rename = "a")]
    Letter,
    /// "-".
    #[serde(rename = "dash")]
    Dash,
    /// "+".
    #[serde(rename = "plus")]
    Plus,
}

/// Words of one style.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Run {
    /// The words, NFC.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

impl Run {
    /// Words neither bold nor italic.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false, italic: false }
    }
}
