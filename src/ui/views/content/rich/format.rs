//! Levels and styles of what is selected.

use std::ops::Range;

use crate::plan::Level;

use super::{Head, RichText, Style};

impl RichText {
    /// The paragraphs that a selection touches.
    fn touched(&self, selection: &Range<usize>) -> Range<usize> {
        let first = self.paragraph_at(selection.start);
        let last = if selection.end > selection.start {
            self.paragraph_at(selection.end - 1)
        } else {
            first
        };
        first..(last + 1).min(self.heads.len())
    }

    /// Sets the level of the paragraphs a selection touches; those that all have it lose it.
    pub fn toggle_level(&mut self, selection: &Range<usize>, level: Level) {
        let touched = self.touched(selection);
        let heads = &mut self.heads[touched];
        let all = heads.iter().all(|head| head.level == level);
        for head in heads {
            head.level = if all { Level::None } else { level };
        }
    }

    /// One level down (Tab) or up (Shift+Tab): none, 1., a), -, +.
    pub fn shift_level(&mut self, selection: &Range<usize>, down: bool) {
        const ORDER: [Level; 5] =
            [Level::None, Level::Number, Level::Letter, Level::Dash, Level::Plus];
        let touched = self.touched(selection);
        for head in &mut self.heads[touched] {
            let at = ORDER.iter().position(|level| *level == head.level).unwrap_or(0);
            let to = if down { (at + 1).min(ORDER.len() - 1) } else { at.saturating_sub(1) };
            head.level = ORDER[to];
        }
    }

    /// The text with the paragraphs a selection touches one place down or up, and the selection
    /// there; none where they cannot go further.
    pub fn with_paragraphs_moved(
        &self,
        selection: &Range<usize>,
        down: bool,
    ) -> Option<(Self, Range<usize>)> {
        let touched = self.touched(selection);
        let mut paragraphs = self.to_paragraphs();
        let passed = if down { touched.end } else { touched.start.checked_sub(1)? };
        let by = self.range_of(passed).len() + 1;
        let (start, end) = (selection.start, selection.end);
        let selection = if down {
            paragraphs.get_mut(touched.start..=passed)?.rotate_right(1);
            start + by..end + by
        } else {
            paragraphs.get_mut(passed..touched.end)?.rotate_left(1);
            start - by..end - by
        };
        Some((Self::from_paragraphs(&paragraphs), selection))
    }

    /// The text with a paragraph behind so many of the others, and where it begins then; none
    /// where there is no such paragraph.
    pub fn with_paragraph_at(&self, from: usize, to: usize) -> Option<(Self, usize)> {
        let mut paragraphs = self.to_paragraphs();
        if from.max(to) >= paragraphs.len() {
            return None;
        }
        let moved = paragraphs.remove(from);
        paragraphs.insert(to, moved);
        let text = Self::from_paragraphs(&paragraphs);
        let start = text.range_of(to).start;
        Some((text, start))
    }

    /// Makes the paragraphs a selection touches headings, or plain again.
    pub fn toggle_heading(&mut self, selection: &Range<usize>) {
        let touched = self.touched(selection);
        let heads = &mut self.heads[touched];
        let all = heads.iter().all(|head| head.is_heading);
        for head in heads {
            head.is_heading = !all;
        }
    }

    /// Makes a selection bold or italic, or plain again where all of it is. Without a
    /// selection, what is typed there next.
    pub fn toggle_style(&mut self, selection: &Range<usize>, bold: bool) {
        if selection.is_empty() {
            let mut style = self.style_at(selection.start);
            let which = if bold { &mut style.bold } else { &mut style.italic };
            *which = !*which;
            self.carried = Some((selection.start, style));
            return;
        }
        let end = selection.end.min(self.styles.len());
        let whole = self.whole_fields(selection.start.min(end)..end);
        let styles = &mut self.styles[whole];
        let all = styles.iter().all(|style| if bold { style.bold } else { style.italic });
        for style in styles {
            if bold {
                style.bold = !all;
            } else {
                style.italic = !all;
            }
        }
    }

    /// The style of a whole selection; without one, of what is typed there next.
    pub fn style_of(&self, selection: &Range<usize>) -> Style {
        if selection.is_empty() {
            return self.style_at(selection.start);
        }
        let end = selection.end.min(self.styles.len());
        let styles = &self.styles[selection.start.min(end)..end];
        Style {
            bold: styles.iter().all(|style| style.bold),
            italic: styles.iter().all(|style| style.italic),
            field: None,
        }
    }

    /// What all the paragraphs that a selection touches are; those that differ: plain ones.
    pub fn head_of(&self, selection: &Range<usize>) -> Head {
        let heads = &self.heads[self.touched(selection)];
        let Some(first) = heads.first() else { return Head::default() };
        Head {
            level: if heads.iter().all(|head| head.level == first.level) {
                first.level
            } else {
                Level::None
            },
            is_heading: heads.iter().all(|head| head.is_heading),
        }
    }

    /// The cursor is here: a style asked for elsewhere is forgotten.
    pub fn cursor_at(&mut self, at: usize) {
        if self.carried.is_some_and(|(place, _)| place != at) {
            self.carried = None;
        }
    }
}
