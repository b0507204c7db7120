//! Another form for a plan: its parts in the new form's order, and no word lost.
//!
//! Invariant: every part of the plan is still there afterwards. Words are
//! replaced only where they are, letter for letter, what the old form proposed; what a
//! person emptied stays empty, through every form and back.

use std::collections::HashSet;
use std::sync::Arc;

use super::EditError;
use super::ids::Given;
use crate::plan::{
    Block, Catalogue, Form, FormPart, Id, Paragraph, Part, Plan, Shown, Texts, fill_paragraphs,
    fill_part,
};

/// A part that a form may name, and the person's own parts that follow it.
///
/// A person's part has no form of its own: it goes where the part before it
/// goes, waits with it and comes back with it.
struct Chunk {
    parts: Vec<Arc<Part>>,
}

/// The plan in another form.
pub(super) fn change_form(
    old: &Plan,
    form: &Form,
    from: &Form,
    catalogue: Option<&Catalogue>,
    first_id: Id,
    given: &mut Given<'_>,
) -> Result<Plan, EditError> {
    let mut plan = old.clone();
    plan.form = form.id.clone();
    let (mut parts, mut chunks) = in_chunks(&old.parts);
    let mut next = first_id;
    for wanted in &form.parts {
        let filled = fill_part(wanted, &plan, catalogue, Id::default()).nfc();
        let place =
            chunks.iter().position(|chunk| chunk.parts[0].key.as_ref() == Some(&wanted.key));
        if let Some(place) = place {
            let mut chunk = chunks.remove(place);
            let proposed = from.parts.iter().find(|part| part.key == wanted.key);
            let proposed = proposed
                .map(|part: &FormPart| fill_part(part, old, catalogue, Id::default()).nfc());
            take_over(&mut chunk.parts[0], &filled, proposed.as_ref());
            parts.extend(chunk.parts.into_iter().map(|part| shown_as(part, Shown::Yes)));
        } else {
            given.take_all([next])?;
            parts.push(Arc::new(Part { id: next, ..filled }));
            next = next.next();
        }
    }
    let rest = chunks.into_iter().flat_map(|chunk| chunk.parts);
    parts.extend(rest.map(|part| shown_as(part, Shown::NotInForm)));
    plan.parts = parts;
    let filled = |words: &[Paragraph]| fill_paragraphs(words, old, catalogue).nfc();
    plan.bases = carried(&old.bases, &filled(&from.bases), filled(&form.bases));
    plan.opening = carried(&old.opening, &filled(&from.opening), filled(&form.opening));
    // Where the plan had a table of reviews, in this form or waiting, an empty one was emptied.
    if plan.reviews.is_empty() && !shows_reviews(old) {
        plan.reviews = form.review_rows.clone().nfc();
        for review in &mut plan.reviews {
            given.take_all([next])?;
            review.id = next;
            next = next.next();
        }
    }
    Ok(plan)
}

/// Paragraphs before the first part on their way to another form: untouched ones become what
/// that proposes, a person's own stay.
///
/// What was emptied stays so. While the form proposes some, none say it; while it proposes
/// none, one paragraph of nothing does, which leaves no trace on paper.
fn carried(old: &[Paragraph], proposed: &[Paragraph], wanted: Vec<Paragraph>) -> Vec<Paragraph> {
    let emptied = match old {
        [] => !proposed.is_empty(),
        [one] => *one == Paragraph::default(),
        _ => false,
    };
    if emptied {
        return if wanted.is_empty() { vec![Paragraph::default()] } else { Vec::new() };
    }
    if old == proposed { wanted } else { old.to_vec() }
}

fn shows_reviews(plan: &Plan) -> bool {
    plan.parts.iter().any(|part| part.blocks.contains(&Block::Reviews))
}

/// The parts that stand before any that a form names, and the rest in chunks.
/// A second part of the same key counts as the person's own.
fn in_chunks(parts: &[Arc<Part>]) -> (Vec<Arc<Part>>, Vec<Chunk>) {
    let mut head = Vec::new();
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    for part in parts {
        let first = part.key.as_deref().is_some_and(|key| seen.insert(key));
        match chunks.last_mut() {
            Some(chunk) if !first => chunk.parts.push(Arc::clone(part)),
            None if !first => head.push(shown_as(Arc::clone(part), Shown::Yes)),
            _ => chunks.push(Chunk { parts: vec![Arc::clone(part)] }),
        }
    }
    (head, chunks)
}

/// What a person hid stays hidden, in its form and out of it.
fn shown_as(mut part: Arc<Part>, shown: Shown) -> Arc<Part> {
    if part.shown != Shown::Hidden && part.shown != shown {
        Arc::make_mut(&mut part).shown = shown;
    }
    part
}

/// Brings the new form's words where the old form's stand untouched.
///
/// Where a person wrote words of their own, a table or list that only the new
/// form has in this part comes in after them.
fn take_over(part: &mut Arc<Part>, filled: &Part, proposed: Option<&Part>) {
    let Some(proposed) = proposed else { return };
    if part.heading == proposed.heading && part.heading != filled.heading {
        Arc::make_mut(part).heading.clone_from(&filled.heading);
    }
    if part.blocks == proposed.blocks {
        if part.blocks != filled.blocks {
            Arc::make_mut(part).blocks.clone_from(&filled.blocks);
        }
        return;
    }
    let lacks = |block: &&Block| {
        !matches!(block, Block::Paragraph(_))
            && !proposed.blocks.contains(block)
            && !part.blocks.contains(block)
    };
    let missing: Vec<Block> = filled.blocks.iter().filter(lacks).cloned().collect();
    if !missing.is_empty() {
        Arc::make_mut(part).blocks.extend(missing);
    }
}
