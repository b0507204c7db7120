//! A paragraph of the document: its level and its words.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::RunField;

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
    /// of those. Nothing comes in the place of a piece of a field.
    pub fn put(&mut self, place: Range<usize>, with: &str) {
        if self.is_in_field(&place) {
            return;
        }
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

impl Paragraph {
    /// Where its fields stand, bytes of [`Self::text`].
    #[must_use]
    pub fn field_places(&self) -> Vec<(RunField, Range<usize>)> {
        let mut from = 0;
        let mut places = Vec::new();
        for run in &self.runs {
            let to = from + run.text.len();
            places.extend(run.field.map(|field| (field, from..to)));
            from = to;
        }
        places
    }

    /// Whether a stretch of [`Self::text`] holds a piece of a field: nobody types there.
    #[must_use]
    pub fn is_in_field(&self, place: &Range<usize>) -> bool {
        let meets = |of: &Range<usize>| of.start < place.end && place.start < of.end;
        self.field_places().iter().any(|(_, of)| meets(of))
    }

    /// Its runs without fields, those of one style in one: as they look on paper.
    #[must_use]
    pub fn plain_runs(&self) -> Vec<Run> {
        let mut plain: Vec<Run> = Vec::with_capacity(self.runs.len());
        for run in &self.runs {
            match plain.last_mut() {
                Some(last) if last.bold == run.bold && last.italic == run.italic => {
                    last.text.push_str(&run.text);
                }
                _ => plain.push(Run { field: None, ..run.clone() }),
            }
        }
        plain
    }

    /// The same words with the fields of an older wording, wherever the words around those are
    /// still the ones before them or behind them: a paper that comes back knows no fields.
    #[must_use]
    pub fn with_fields_of(&self, old: &Self) -> Self {
        let (was, is) = (old.text(), self.text());
        let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
            pairs.take_while(|(one, two)| one == two).map(|(one, _)| one.len_utf8()).sum()
        };
        let before = same(&mut was.chars().zip(is.chars()));
        let after = same(&mut was.chars().rev().zip(is.chars().rev()));
        let mut next = self.clone();
        for (field, place) in old.field_places() {
            let at = if place.end <= before {
                place.clone()
            } else if place.start >= was.len() - after {
                let shift = |at: usize| at + is.len() - was.len();
                if is.len() + place.start < was.len() {
                    continue;
                }
                shift(place.start)..shift(place.end)
            } else {
                continue;
            };
            if is.get(at.clone()) == was.get(place) {
                next.mark(&at, field);
            }
        }
        next
    }

    /// Makes a stretch a field, where it stands in one run.
    fn mark(&mut self, place: &Range<usize>, field: RunField) {
        let mut from = 0;
        for index in 0..self.runs.len() {
            let run = self.runs[index].clone();
            let to = from + run.text.len();
            if from <= place.start && place.end <= to {
                if run.field.is_none() {
                    let piece = |at: Range<usize>, field| Run {
                        text: run.text.get(at).unwrap_or_default().to_owned(),
                        field,
                        ..run
                    };
                    let (begin, end) = (place.start - from, place.end - from);
                    let pieces = [
                        piece(0..begin, None),
                        piece(begin..end, Some(field)),
                        piece(end..to - from, None),
                    ];
                    let pieces = pieces.into_iter().filter(|piece| !piece.text.is_empty());
                    self.runs.splice(index..=index, pieces);
                }
                return;
            }
            from = to;
        }
    }

    /// Whether a field stands among its words.
    #[must_use]
    pub fn has_fields(&self) -> bool {
        self.runs.iter().any(|run| run.field.is_some())
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
    /// It is a field: its words are a fact of the plan and follow it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<RunField>,
}

impl Run {
    /// Words neither bold nor italic.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Words of a style.
    #[must_use]
    pub fn styled(text: impl Into<String>, bold: bool, italic: bool) -> Self {
        Self { text: text.into(), bold, italic, field: None }
    }
}
