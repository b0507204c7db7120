//! Words with styles and levels, as one text that a `TextEdit` can edit.
//!
//! Invariant: styles follow their characters. A character typed where one was just
//! deleted takes that one's style, because UniKey replaces letters by Backspace and
//! typing: the same word stays bold.

use std::ops::Range;

use egui::text::CharIndex;

use crate::plan::{Level, Paragraph, Run};

/// Bold, italic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
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
    /// The style of the character that was last deleted, and where.
    carried: Option<(usize, Style)>,
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
                let style = Style { bold: run.bold, italic: run.italic };
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
                for (c, style) in line.chars().zip(styles.by_ref()) {
                    match runs.last_mut() {
                        Some(run) if run.bold == style.bold && run.italic == style.italic => {
                            run.text.push(c);
                        }
                        _ => runs.push(Run {
                            text: c.into(),
                            bold: style.bold,
                            italic: style.italic,
                        }),
                    }
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

    /// Makes the paragraphs a selection touches headings, or plain again.
    pub fn toggle_heading(&mut self, selection: &Range<usize>) {
        let touched = self.touched(selection);
        let heads = &mut self.heads[touched];
        let all = heads.iter().all(|head| head.is_heading);
        for head in heads {
            head.is_heading = !all;
        }
    }

    /// Makes a selection bold or italic, or plain again where all of it is.
    pub fn toggle_style(&mut self, selection: &Range<usize>, bold: bool) {
        let end = selection.end.min(self.styles.len());
        let styles = &mut self.styles[selection.start.min(end)..end];
        let all = styles.iter().all(|style| if bold { style.bold } else { style.italic });
        for style in styles {
            if bold {
                style.bold = !all;
            } else {
                style.italic = !all;
            }
        }
    }

    /// Whether a whole selection is bold (or italic).
    pub fn has_style(&self, selection: &Range<usize>, bold: bool) -> bool {
        let end = selection.end.min(self.styles.len());
        let styles = &self.styles[selection.start.min(end)..end];
        !styles.is_empty()
            && styles.iter().all(|style| if bold { style.bold } else { style.italic })
    }

    /// Puts pasted text in place of a selection: its lines become paragraphs, and "1.",
    /// "a)", "-", "+" before them become levels. Gives the index after it.
    pub fn paste(&mut self, selection: &Range<usize>, pasted: &str) -> usize {
        self.delete(selection.clone());
        let mut at = selection.start;
        let mut lines = pasted.split('\n').filter(|line| !line.trim().is_empty()).peekable();
        let several = pasted.trim_end_matches('\n').contains('\n');
        let mut first = true;
        while let Some(line) = lines.next() {
            let into_words = first && !self.range_of(self.paragraph_at(at)).is_empty();
            let (level, words) = if into_words && !several { (None, line) } else { marker(line) };
            at += self.insert(words, at);
            if let Some(level) = level {
                let paragraph = self.paragraph_at(at);
                self.heads[paragraph].level = level;
            }
            if lines.peek().is_some() {
                at += self.insert("\n", at);
                let paragraph = self.paragraph_at(at);
                self.heads[paragraph] = Head::default();
            }
            first = false;
        }
        at
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

    fn style_at(&self, at: usize) -> Style {
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
        let at = at.min(self.styles.len());
        let style = self.style_at(at);
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
        self.carried = None;
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
        let end = range.end.min(self.styles.len());
        let start = range.start.min(end);
        if start == end {
            return;
        }
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

/// The level that the beginning of a line means, and the words after it.
fn marker(line: &str) -> (Option<Level>, &str) {
    let line = line.trim();
    let mut chars = line.chars();
    match chars.next() {
        Some('-' | '–' | '—' | '•') => {
            let words = chars.as_str();
            if words.starts_with(char::is_whitespace) {
                return (Some(Level::Dash), words.trim_start());
            }
        }
        Some('+') => {
            let words = chars.as_str();
            if words.starts_with(char::is_whitespace) {
                return (Some(Level::Plus), words.trim_start());
            }
        }
        Some(c) if c.is_ascii_digit() => {
            let words = line.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = line.len() - words.len();
            // "1. " and "12. ", never "2026. ", "1.5" or "30/4".
            if digits <= 2
                && let Some(words) = words.strip_prefix('.')
                && words.starts_with(char::is_whitespace)
            {
                return (Some(Level::Number), words.trim_start());
            }
        }
        Some(c) if c.is_lowercase() => {
            if let Some(words) = chars.as_str().strip_prefix(')')
                && words.starts_with(char::is_whitespace)
            {
                return (Some(Level::Letter), words.trim_start());
            }
        }
        _ => {}
    }
    (None, line)
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
    }

    fn type_id(&self) -> std::any::TypeId {
        std::any::TypeId::of::<Self>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bold(text: &str) -> Run {
        Run { text: text.to_owned(), bold: true, italic: false }
    }

    fn paragraph(level: Level, runs: Vec<Run>) -> Paragraph {
        Paragraph { level, is_heading: false, runs }
    }

    fn rich(runs: Vec<Run>) -> RichText {
        RichText::from_paragraphs(&[paragraph(Level::Number, runs)])
    }

    /// The bold words of a text, joined by "|".
    fn bold_words(rich: &RichText) -> String {
        let words: Vec<String> = rich
            .to_paragraphs()
            .into_iter()
            .flat_map(|paragraph| paragraph.runs)
            .filter(|run| run.bold)
            .map(|run| run.text)
            .collect();
        words.join("|")
    }

    #[test]
    fn paragraphs_come_back_as_they_went_in() {
        let paragraphs = vec![
            Paragraph {
                level: Level::Number,
                is_heading: true,
                runs: vec![Run::plain("Mục đích")],
            },
            paragraph(Level::Letter, vec![Run::plain("Rõ "), bold("việc"), Run::plain(" làm")]),
            paragraph(Level::None, vec![]),
            paragraph(Level::Dash, vec![Run::plain("Cuối")]),
        ];
        assert_eq!(RichText::from_paragraphs(&paragraphs).to_paragraphs(), paragraphs);
        assert_eq!(RichText::from_paragraphs(&[]).to_paragraphs(), vec![]);
    }

    #[test]
    fn unikey_inside_a_bold_word_keeps_it_bold() {
        let mut text = rich(vec![Run::plain("có "), bold("viec"), Run::plain(" gấp")]);
        // "viec" + "je" as UniKey sends it: three Backspaces, then "iệc".
        text.delete(6..7);
        text.delete(5..6);
        text.delete(4..5);
        text.insert("iệc", 4);
        assert_eq!(bold_words(&text), "việc");
        assert_eq!(text.text(), "có việc gấp");
    }

    #[test]
    fn a_bold_word_of_one_letter_stays_bold_when_unikey_replaces_it() {
        let mut text = rich(vec![Run::plain("mục "), bold("a"), Run::plain(" và")]);
        text.delete(4..5);
        text.insert("â", 4);
        assert_eq!(bold_words(&text), "â");
    }

    #[test]
    fn typing_before_a_bold_word_is_plain_and_after_it_is_bold() {
        let mut text = rich(vec![Run::plain("có "), bold("việc"), Run::plain(" gấp")]);
        text.insert("một ", 3);
        assert_eq!(bold_words(&text), "việc");
        text.insert("s", 11);
        assert_eq!(bold_words(&text), "việcs");
    }

    #[test]
    fn splitting_and_joining_a_paragraph_keeps_styles_and_levels() {
        let before = rich(vec![Run::plain("một "), bold("hai ba"), Run::plain(" bốn")]);
        let mut text = before.clone();
        text.insert("\n", 7);
        assert_eq!(text.heads().len(), 2);
        assert_eq!(text.heads()[1].level, Level::Number);
        assert_eq!(bold_words(&text), "hai| ba");
        text.delete(7..8);
        assert_eq!(text, before);
    }

    #[test]
    fn enter_after_a_heading_opens_its_points() {
        let mut text = RichText::from_paragraphs(&[Paragraph {
            level: Level::Number,
            is_heading: true,
            runs: vec![Run::plain("Mục đích")],
        }]);
        text.insert("\n", 8);
        assert_eq!(text.heads()[1], Head { level: Level::Letter, is_heading: false });
        assert!(text.heads()[0].is_heading);
    }

    #[test]
    fn enter_before_the_first_letter_keeps_the_heading_with_its_words() {
        let mut text = RichText::from_paragraphs(&[Paragraph {
            level: Level::Number,
            is_heading: true,
            runs: vec![Run::plain("Mục đích")],
        }]);
        text.insert("\n", 0);
        assert!(!text.heads()[0].is_heading);
        assert!(text.heads()[1].is_heading);
    }

    #[test]
    fn pasted_lines_become_paragraphs_with_levels() {
        let mut text = RichText::from_paragraphs(&[]);
        text.paste(&(0..0), "1. Mục đích\na) Rõ việc\n- Chi tiết\n+ Nhỏ hơn\n\nThường");
        let levels: Vec<Level> = text.heads().iter().map(|head| head.level).collect();
        assert_eq!(levels, [Level::Number, Level::Letter, Level::Dash, Level::Plus, Level::None]);
        assert_eq!(text.text(), "Mục đích\nRõ việc\nChi tiết\nNhỏ hơn\nThường");
    }

    #[test]
    fn pasting_a_phrase_into_a_line_leaves_its_words_alone() {
        let mut text = rich(vec![Run::plain("đạt  giáo viên")]);
        let end = text.paste(&(4..4), "- 80%");
        assert_eq!(text.text(), "đạt - 80% giáo viên");
        assert_eq!(end, 9);
        assert_eq!(text.heads(), [Head { level: Level::Number, is_heading: false }]);
    }

    #[track_caller]
    fn check_marker(line: &str, expect: Option<Level>) {
        assert_eq!(marker(line).0, expect, "{line}");
    }

    #[test]
    fn only_real_markers_become_levels() {
        check_marker("1. Hiệu trưởng", Some(Level::Number));
        check_marker("12. Kế toán", Some(Level::Number));
        check_marker("đ) Rà soát", Some(Level::Letter));
        check_marker("- Rà soát", Some(Level::Dash));
        check_marker("+ Rà soát", Some(Level::Plus));
        check_marker("1.5 triệu", None);
        check_marker("2026. Năm", None);
        check_marker("-5 độ", None);
        check_marker("A) Rà soát", None);
        check_marker("", None);
    }

    #[test]
    fn a_typed_marker_becomes_the_level_once() {
        let mut text =
            RichText::from_paragraphs(&[paragraph(Level::None, vec![Run::plain("- Rà soát")])]);
        assert_eq!(text.take_marker(0, false), 2);
        assert_eq!(text.text(), "Rà soát");
        assert_eq!(text.heads()[0].level, Level::Dash);
        assert_eq!(text.take_marker(0, false), 0);
    }

    #[test]
    fn undo_of_the_field_keeps_the_styles_of_what_stays() {
        let mut text = rich(vec![Run::plain("có "), bold("việc"), Run::plain(" gấp")]);
        egui::TextBuffer::replace_with(&mut text, "có việc rất gấp");
        assert_eq!(bold_words(&text), "việc");
        assert_eq!(text.text(), "có việc rất gấp");
    }
}
