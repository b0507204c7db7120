//! Several words of a plan replaced at once, all of them read from the plan as it was.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::CellOf;
use super::records;
use crate::plan::{Block, Paragraph, Plan, TextOf, each_text_of};
use crate::words::order;

/// Words in the place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewrite {
    /// In which text.
    pub of: TextOf,
    /// Where in it, bytes.
    pub at: Range<usize>,
    /// With what.
    pub with: String,
}

/// The plan with all of these done. No one of them sees what another wrote, and of two that
/// overlap the first is done; one whose place is not there is left out.
#[must_use]
pub fn rewritten(plan: &Plan, rewrites: &[Rewrite]) -> Plan {
    let mut by_text: HashMap<TextOf, Vec<&Rewrite>> = HashMap::new();
    for rewrite in rewrites {
        by_text.entry(rewrite.of).or_default().push(rewrite);
    }
    let mut texts: Vec<(TextOf, String, Vec<&Rewrite>)> = Vec::new();
    each_text_of(plan, &mut |of, text| {
        if let Some(mut wanted) = by_text.remove(&of) {
            wanted.retain(|one| text.get(one.at.clone()).is_some());
            order::by_key(&mut wanted, |one| one.at.start);
            wanted.dedup_by(|later, first| later.at.start < first.at.end);
            texts.push((of, text.to_owned(), wanted));
        }
    });
    let mut next = plan.clone();
    for (of, mut text, wanted) in texts {
        if let Some(paragraph) = paragraph_mut(&mut next, of) {
            for one in wanted.iter().rev() {
                paragraph.put(one.at.clone(), &one.with);
            }
            continue;
        }
        for one in wanted.iter().rev() {
            text.replace_range(one.at.clone(), &one.with);
        }
        // The text is there: it was just read.
        let _ = match of {
            TextOf::Field(record, field) => records::set_text(&mut next, record, field, text),
            TextOf::Cell(part, block, row, column) => {
                records::set_cell(&mut next, CellOf { part, block, row, column }, &text)
            }
            TextOf::Number(_) | TextOf::Base(_) | TextOf::Opening(_) | TextOf::Block(..) => Ok(()),
        };
    }
    next
}

fn paragraph_mut(plan: &mut Plan, of: TextOf) -> Option<&mut Paragraph> {
    match of {
        TextOf::Base(at) => plan.bases.get_mut(at),
        TextOf::Opening(at) => plan.opening.get_mut(at),
        TextOf::Block(part, at) => {
            let part = plan.parts.iter_mut().find(|one| one.id == part)?;
            match Arc::make_mut(part).blocks.get_mut(at)? {
                Block::Paragraph(paragraph) => Some(paragraph),
                _ => None,
            }
        }
        TextOf::Field(..) | TextOf::Number(_) | TextOf::Cell(..) => None,
    }
}
