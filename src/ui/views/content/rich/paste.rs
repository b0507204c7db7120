//! Pasted words, and markers of levels at the beginning of a line.

use std::ops::Range;

use crate::plan::{Level, Run};
use crate::understand::list_marker;

use super::{Head, RichText, Style};

impl RichText {
    /// Puts pasted text in place of a selection: its lines become paragraphs, and "1.",
    /// "a)", "-", "+" before them become levels. `runs` are the same words in the styles they
    /// had where they come from; where that is not known, only a phrase set into other words
    /// looks like them. Gives the index after it.
    pub fn paste(&mut self, selection: &Range<usize>, pasted: &str, runs: Option<&[Run]>) -> usize {
        self.delete(selection.clone());
        let mut at = selection.start.saturating_sub(self.take_shift());
        let alone = self.range_of(self.paragraph_at(at)).is_empty();
        let several = pasted.trim_end_matches('\n').contains('\n');
        if alone && !selection.is_empty() {
            let paragraph = self.paragraph_at(at);
            let head = &mut self.heads[paragraph];
            *head =
                Head { level: if several { Level::None } else { head.level }, is_heading: false };
        }
        let around = (!alone && !several).then(|| self.style_at(at));
        let mut known: Vec<Style> = Vec::new();
        for run in runs.unwrap_or_default() {
            let style = self.style_of_run(run);
            known.extend(std::iter::repeat_n(style, run.text.chars().count()));
        }
        let mut before = 0;
        let mut first = true;
        for line in pasted.split('\n') {
            let begin = before;
            before += line.chars().count() + 1;
            let line = line.trim_end();
            if line.is_empty() {
                continue;
            }
            if !first {
                at += self.insert("\n", at);
                let paragraph = self.paragraph_at(at);
                self.heads[paragraph] = Head::default();
            }
            let (level, words) =
                if first && !alone && !several { (None, line) } else { marker(line) };
            let skipped = line.chars().count() - words.chars().count();
            let count = self.insert(words, at);
            for (index, style) in self.styles[at..at + count].iter_mut().enumerate() {
                let known = known.get(begin + skipped + index).copied();
                *style = known.or(around).unwrap_or_default();
            }
            at += count;
            if let Some(level) = level {
                let paragraph = self.paragraph_at(at);
                self.heads[paragraph].level = level;
            }
            first = false;
        }
        at
    }

    /// Takes over the styles of this range from a text with the same words there.
    pub fn dress(&mut self, range: Range<usize>, other: &Self) {
        let words = |text: &Self| {
            text.text.chars().skip(range.start).take(range.len()).eq(other
                .text
                .chars()
                .skip(range.start)
                .take(range.len()))
        };
        if words(self)
            && let Some(styles) = other.styles.get(range.clone())
            && let Some(own) = self.styles.get_mut(range)
        {
            own.copy_from_slice(styles);
        }
    }

    /// Turns a typed "1. ", "a) ", "- " or "+ " at the beginning of a paragraph into its
    /// level; one that has a level already only when `levelled` too. Gives how many
    /// characters went.
    pub fn take_marker(&mut self, paragraph: usize, levelled: bool) -> usize {
        if self.heads.get(paragraph).is_none_or(|head| !levelled && head.level != Level::None) {
            return 0;
        }
        let range = self.range_of(paragraph);
        let line: String = self.text.chars().skip(range.start).take(range.len()).collect();
        let (Some(level), words) = marker(&line) else { return 0 };
        let gone = line.chars().count() - words.chars().count();
        self.delete(range.start..range.start + gone);
        self.heads[paragraph].level = level;
        self.carried = None;
        gone
    }
}

/// The level that the beginning of a line means, and the words after it.
pub(super) fn marker(line: &str) -> (Option<Level>, &str) {
    match list_marker(line) {
        Some((level, words)) => (Some(level), words),
        None => (None, line.trim()),
    }
}
