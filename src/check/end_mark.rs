//! "./." at the end of a part, for a person who asks the program to write it.

use crate::plan::{Block, Part};

/// The blocks of a part with "./." at the end of its last paragraph: nothing is taken
/// away. `None` where that would not read well, or where it is there already.
///
/// ```
/// use caitien::plan::{Block, Level, Paragraph, Part, with_end_mark};
/// let words = |text: &str| vec![Block::Paragraph(Paragraph::plain(Level::None, text))];
/// let part = Part { blocks: words("Các bộ phận thực hiện."), ..Part::default() };
/// assert_eq!(with_end_mark(&part), Some(words("Các bộ phận thực hiện./.")));
/// ```
#[must_use]
pub fn with_end_mark(part: &Part) -> Option<Vec<Block>> {
    let mut blocks = part.blocks.clone();
    let last = blocks.iter_mut().rev().find_map(|block| match block {
        Block::Paragraph(paragraph) if !paragraph.is_blank() => Some(paragraph),
        _ => None,
    })?;
    let run = last.runs.iter_mut().rev().find(|run| !run.text.trim().is_empty())?;
    let words = run.text.trim_end();
    if words.ends_with("./.") || words.ends_with([';', ':', ',']) {
        return None;
    }
    let mark = if words.ends_with('.') { "/." } else { "./." };
    run.text = format!("{words}{mark}");
    Some(blocks)
}
