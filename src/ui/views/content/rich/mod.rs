//! Words with styles and levels, as one text that a `TextEdit` can edit.
//!
//! Invariant: styles follow their characters. A character typed where one was just
//! deleted takes that one's style, because UniKey replaces letters by Backspace and
//! typing: the same word stays bold.
//! Invariant: a field is whole or gone. What would delete a piece of it deletes all of it, what is
//! typed into it comes behind it, and what is typed beside it is plain.

mod fields;
mod format;
mod paste;
#[cfg(test)]
mod tests;

use std::ops::Range;

use egui::text::CharIndex;

use crate::plan::{Level, Paragraph, Run, RunField};

/// Bold, italic, and the field it belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// The field, and which of those of the text: two may stand side by side.
    pub field: Option<(RunField, u32)>,
}

/// What a paragraph is, beside its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// How it is numbered.
    pub level: Level,
    /// A heading.
    pub is_heading: bool,
}

/// Paragraphs as one text: they are joined by `\n`.
#[derive(Clone, Debug, Default)]
pub struct RichText {
    text: String,
    /// One for each character of `text`, the `\n` too.
    styles: Vec<Style>,
    /// One more than there are `\n`.
    heads: Vec<Head>,
    /// The style that the next character typed at this place takes: that of the one just
    /// deleted there, or what was asked for with nothing selected.
    carried: Option<(usize, Style)>,
    /// How many more characters before the cursor went than the `TextEdit` asked for since it was
    /// last told: it counts on from where it believes the cursor to be.
    shift: usize,
}

impl PartialEq for RichText {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.styles == other.styles && self.heads == other.heads
    }
}

impl RichText {
    /// The paragraphs as one text. A line break inside a paragraph becomes a paragraph
    /// of no level, so that every word can be edited.
    pub fn from_paragraphs(paragraphs: &[Paragraph]) -> Self {
        let mut rich = Self::default();
        for (index, paragraph) in paragraphs.iter().enumerate() {
            if index > 0 {
                rich.push('\n', Style::default());
            }
            rich.heads.push(Head { level: paragraph.level, is_heading: paragraph.is_heading });
            for run in &paragraph.runs {
                let style = rich.style_of_run(run);
                for c in run.text.chars() {
                    rich.push(c, style);
                    if c == '\n' {
                        rich.heads.push(Head::default());
                    }
                }
            }
        }
        if rich.heads.is_empty() {
            rich.heads.push(Head::default());
        }
        rich
    }

    fn push(&mut self, c: char, style: Style) {
        self.text.push(c);
        self.styles.push(style);
    }

    /// The text as paragraphs; a wholly empty text is none at all.
    pub fn to_paragraphs(&self) -> Vec<Paragraph> {
        if self.text.is_empty() && self.heads.len() == 1 {
            return Vec::new();
        }
        let mut styles = self.styles.iter();
        self.text
            .split('\n')
            .zip(&self.heads)
            .map(|(line, head)| {
                let mut runs: Vec<Run> = Vec::new();
                let mut last = Style::default();
                for (c, style) in line.chars().zip(styles.by_ref()) {
                    match runs.last_mut() {
                        Some(run) if last == *style => run.text.push(c),
                        _ => runs.push(Run {
                            field: style.field.map(|(field, _)| field),
                            ..Run::styled(c, style.bold, style.italic)
                        }),
                    }
                    last = *style;
                }
                styles.next();
                Paragraph { level: head.level, is_heading: head.is_heading, runs }
            })
            .collect()
    }

    /// The text without styles and levels.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What each paragraph is.
    pub fn heads(&self) -> &[Head] {
        &self.heads
    }

    /// The styles of the characters.
    pub fn styles(&self) -> &[Style] {
        &self.styles
    }

    /// The paragraph a character index stands in.
    pub fn paragraph_at(&self, at: usize) -> usize {
        self.text.chars().take(at).filter(|c| *c == '\n').count()
    }

    /// The characters of a paragraph, its `\n` not among them.
    pub fn range_of(&self, paragraph: usize) -> Range<usize> {
        let mut start = 0;
        for (index, line) in self.text.split('\n').enumerate() {
            let end = start + line.chars().count();
            if index == paragraph {
                return start..end;
            }
            start = end + 1;
        }
        self.styles.len()..self.styles.len()
    }

    /// The style of what is typed at a place: never that of a field.
    fn style_at(&self, at: usize) -> Style {
        Style { field: None, ..self.style_around(at) }
    }

    fn style_around(&self, at: usize) -> Style {
        if let Some((place, style)) = self.carried
            && place == at
        {
            return style;
        }
        let word_char = |index: usize| {
            let c = self.text.chars().nth(index)?;
            (c != '\n').then(|| self.styles.get(index).copied()).flatten()
        };
        at.checked_sub(1).and_then(word_char).or_else(|| word_char(at)).unwrap_or_default()
    }

    fn byte_at(&self, at: usize) -> usize {
        self.text.char_indices().nth(at).map_or(self.text.len(), |(byte, _)| byte)
    }

    fn insert(&mut self, inserted: &str, at: usize) -> usize {
        let at = self.out_of_field(at.saturating_sub(self.shift).min(self.styles.len()));
        let style = self.style_at(at);
        self.insert_at(inserted, at, style)
    }

    fn insert_at(&mut self, inserted: &str, at: usize, style: Style) -> usize {
        let count = inserted.chars().count();
        let breaks = inserted.chars().filter(|c| *c == '\n').count();
        if breaks > 0 {
            let paragraph = self.paragraph_at(at);
            let range = self.range_of(paragraph);
            let head = self.heads[paragraph];
            if at == range.start && !range.is_empty() {
                let before = Head { is_heading: false, ..head };
                self.heads.splice(paragraph..paragraph, std::iter::repeat_n(before, breaks));
            } else {
                let after = Head { level: self.level_after(paragraph), is_heading: false };
                let at = paragraph + 1;
                self.heads.splice(at..at, std::iter::repeat_n(after, breaks));
            }
        }
        let byte = self.byte_at(at);
        self.text.insert_str(byte, inserted);
        self.styles.splice(at..at, std::iter::repeat_n(style, count));
        // As in Word: what is bold goes on being bold in the next paragraph.
        self.carried = (inserted == "\n").then_some((at + count, style));
        count
    }

    /// The level of a paragraph that Enter opens: after a heading, that of its points.
    fn level_after(&self, paragraph: usize) -> Level {
        let head = self.heads[paragraph];
        if !head.is_heading {
            return head.level;
        }
        match self.heads.get(paragraph + 1) {
            Some(next) if next.level > head.level => next.level,
            _ => Level::Letter,
        }
    }

    fn delete(&mut self, range: Range<usize>) {
        let end = range.end.saturating_sub(self.shift).min(self.styles.len());
        let asked = range.start.saturating_sub(self.shift).min(end);
        if asked < end {
            let whole = self.whole_fields(asked..end);
            self.shift += asked - whole.start;
            self.cut(whole);
        }
    }

    /// Takes characters out.
    fn cut(&mut self, Range { start, end }: Range<usize>) {
        let first = self.paragraph_at(start);
        let last = self.paragraph_at(end);
        if last > first {
            // As in Word: a paragraph deleted whole takes its level with it.
            let kept = if self.range_of(first).start == start {
                self.heads[last]
            } else {
                self.heads[first]
            };
            self.heads.splice(first..=last, [kept]);
        }
        self.carried = Some((start, self.styles[start]));
        let bytes = self.byte_at(start)..self.byte_at(end);
        self.text.replace_range(bytes, "");
        self.styles.drain(start..end);
    }
}

impl egui::TextBuffer for RichText {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        &self.text
    }

    fn insert_text(&mut self, text: &str, char_index: CharIndex) -> usize {
        self.insert(text, char_index.0)
    }

    fn delete_char_range(&mut self, char_range: Range<CharIndex>) {
        self.delete(char_range.start.0..char_range.end.0);
    }

    fn replace_with(&mut self, text: &str) {
        // What stays the same at both ends keeps its styles.
        let same_before =
            self.text.chars().zip(text.chars()).take_while(|(old, new)| old == new).count();
        let rest_old = self.styles.len() - same_before;
        let rest_new = text.chars().count() - same_before;
        let same_after = self
            .text
            .chars()
            .rev()
            .zip(text.chars().rev())
            .take(rest_old.min(rest_new))
            .take_while(|(old, new)| old == new)
            .count();
        self.delete(same_before..same_before + rest_old - same_after);
        let inserted: String = text.chars().skip(same_before).take(rest_new - same_after).collect();
        self.insert(&inserted, same_before);
        self.shift = 0;
    }

    fn type_id(&self) -> std::any::TypeId {
        std::any::TypeId::of::<Self>()
    }
}
