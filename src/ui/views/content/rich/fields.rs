//! Fields in the text: each is whole or gone, and the cursor stands beside it.

use std::ops::Range;

use crate::plan::{Run, RunField};

use super::{RichText, Style};

impl RichText {
    /// The style of a run that comes in; a field gets a number of its own.
    pub(super) fn style_of_run(&self, run: &Run) -> Style {
        let number = || {
            let fields = self.styles.iter().filter_map(|style| style.field);
            fields.map(|(_, number)| number).max().map_or(0, |last| last + 1)
        };
        let field = run.field.map(|field| (field, number()));
        Style { bold: run.bold, italic: run.italic, field }
    }

    /// The characters of the field to which the character at a place belongs.
    fn field_around(&self, at: usize) -> Option<Range<usize>> {
        let field = self.styles.get(at)?.field?;
        let same = |style: &&Style| style.field == Some(field);
        let before = self.styles[..at].iter().rev().take_while(same).count();
        let behind = self.styles[at..].iter().take_while(same).count();
        Some(at - before..at + behind)
    }

    /// The field inside which a cursor stands, not at one of its ends.
    fn field_over(&self, at: usize) -> Option<Range<usize>> {
        self.field_around(at).filter(|field| field.start < at)
    }

    /// A cursor that stands inside a field goes behind it.
    pub(super) fn out_of_field(&self, at: usize) -> usize {
        self.field_over(at).map_or(at, |field| field.end)
    }

    /// A range with the whole of the fields of which it holds a piece.
    pub(super) fn whole_fields(&self, range: Range<usize>) -> Range<usize> {
        if range.is_empty() {
            return range;
        }
        let start = self.field_over(range.start).map_or(range.start, |field| field.start);
        let end = self.field_over(range.end).map_or(range.end, |field| field.end);
        start..end
    }

    /// Where the ends of a selection may stand: the moving one goes over a field in the direction
    /// in which it went, the other one takes it in whole.
    pub fn beside_fields(&self, moving: usize, fixed: usize, before: usize) -> (usize, usize) {
        let over = |at: usize, forward: bool| {
            self.field_over(at).map_or(at, |field| if forward { field.end } else { field.start })
        };
        let to = over(moving, moving > before);
        if moving == fixed { (to, to) } else { (to, over(fixed, fixed > moving)) }
    }

    /// The field at whose end or beginning the cursor stands, or the one that is selected.
    pub fn field_at(&self, selection: &Range<usize>) -> Option<RunField> {
        let of = |at: usize| self.styles.get(at).and_then(|style| style.field);
        if selection.is_empty() {
            let before = selection.start.checked_sub(1).and_then(of);
            return before.or(of(selection.start)).map(|(field, _)| field);
        }
        let first = of(selection.start)?;
        let all = self.styles.get(selection.clone())?.iter().all(|one| one.field == Some(first));
        all.then_some(first.0)
    }

    /// Puts a field in the place of a selection; gives the index behind it.
    pub fn put_field(&mut self, selection: &Range<usize>, run: &Run) -> usize {
        self.delete(selection.clone());
        let shift = self.take_shift();
        let at = self.out_of_field(selection.start.saturating_sub(shift));
        let style = Style { field: self.style_of_run(run).field, ..self.style_at(at) };
        let count = self.insert(&run.text, at);
        self.styles[at..at + count].fill(style);
        self.carried = None;
        at + count
    }

    /// The runs of a selection, its lines parted as in the text: what a paste brings back.
    pub fn runs_of(&self, selection: &Range<usize>) -> Vec<Run> {
        let mut runs: Vec<(Style, Run)> = Vec::new();
        let letters = self.text.chars().zip(&self.styles);
        for (c, style) in letters.skip(selection.start).take(selection.len()) {
            match runs.last_mut() {
                Some((last, run)) if last == style => run.text.push(c),
                _ => {
                    let field = style.field.map(|(field, _)| field);
                    let run = Run { field, ..Run::styled(c, style.bold, style.italic) };
                    runs.push((*style, run));
                }
            }
        }
        runs.into_iter().map(|(_, run)| run).collect()
    }

    /// How far the cursor of the `TextEdit` is ahead of its place; afterwards it is not.
    pub fn take_shift(&mut self) -> usize {
        std::mem::take(&mut self.shift)
    }

    /// The same styles over the words that a `TextEdit` shows in this frame: for their looks
    /// alone, so that they are exactly these.
    pub fn dressing(&self, text: &str) -> Self {
        let mut next = self.clone();
        if self.text == text {
            return next;
        }
        let pairs = self.text.chars().zip(text.chars());
        let before = pairs.take_while(|(old, new)| old == new).count();
        let (old, new) = (self.styles.len() - before, text.chars().count() - before);
        let pairs = self.text.chars().rev().zip(text.chars().rev()).take(old.min(new));
        let after = pairs.take_while(|(old, new)| old == new).count();
        if old > after {
            next.cut(before..before + old - after);
        }
        let come: String = text.chars().skip(before).take(new - after).collect();
        if !come.is_empty() {
            next.shift = 0;
            let style = next.style_at(before);
            next.insert_at(&come, before, style);
        }
        next
    }
}
