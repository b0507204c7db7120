//! "./." at the end of a part, for a person who asks the program to write it.

use crate::edit::{PlanEdit, Words};
use crate::plan::Part;

/// The edit that writes "./." at the end of the last paragraph of a part: nothing is taken
/// away. `None` where that would not read well, or where it is there already.
///
/// ```
/// use caitien::check::with_end_mark;
/// use caitien::edit::{PlanEdit, Words};
/// use caitien::plan::{Block, Id, Level, Paragraph, Part};
/// let words = |text: &str| Paragraph::plain(Level::None, text);
/// let blocks = vec![Block::Paragraph(words("Các bộ phận thực hiện."))];
/// let part = Part { id: Id(7), blocks, ..Part::default() };
/// let paragraphs = vec![words("Các bộ phận thực hiện./.")];
/// let of = Words::Part { part: Id(7), stretch: 0 };
/// assert_eq!(with_end_mark(&part), Some(PlanEdit::SetWords { of, paragraphs }));
/// ```
#[must_use]
pub fn with_end_mark(part: &Part) -> Option<PlanEdit> {
    let (stretch, mut paragraphs) = (0..part.stretches().len())
        .rev()
        .map(|stretch| (stretch, part.stretch(stretch)))
        .find(|(_, paragraphs)| paragraphs.iter().any(|paragraph| !paragraph.is_blank()))?;
    let last = paragraphs.iter_mut().rev().find(|paragraph| !paragraph.is_blank())?;
    let run = last.runs.iter_mut().rev().find(|run| !run.text.trim().is_empty())?;
    let words = run.text.trim_end();
    if words.ends_with("./.") || words.ends_with([';', ':', ',']) {
        return None;
    }
    let mark = if words.ends_with('.') { "/." } else { "./." };
    run.text = format!("{words}{mark}");
    Some(PlanEdit::SetWords { of: Words::Part { part: part.id, stretch }, paragraphs })
}
