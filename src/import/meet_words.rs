//! The paragraphs of a paper that comes back beside those of its plan: a paragraph that was changed
//! is a change, one that was added an addition. What the paper lacks stays in the plan.

use std::sync::Arc;

use super::likeness::likeness;
use super::merge::{Held, Merge, Target};
use super::paragraphs::{pairs, plain};
use crate::edit::Words;
use crate::plan::{Block, Field, Level, Paragraph, Part, Plan, RecordId, Shown};

/// How like two parts must be to be one whose heading was changed, in thousandths.
const LIKE: usize = 500;

/// Notes what the bases, the opening and the parts of `came` say otherwise than those of `plan`.
pub(super) fn meet_words(came: &Plan, plan: &Plan, merge: &mut Merge) {
    for (words, incoming) in [(Words::Bases, &came.bases), (Words::Opening, &came.opening)] {
        let now = stretches(plan, [words]);
        meet(&now, std::slice::from_ref(incoming), &[words], merge);
    }
    let mut free: Vec<&Arc<Part>> = plan.parts.iter().collect();
    let mut at = 0;
    for part in &came.parts {
        let Some(known) = part_of(part, &free) else {
            let paragraphs = part.blocks.iter().filter(|block| is_worded(block)).cloned();
            let new = Part { key: None, blocks: paragraphs.collect(), ..Part::clone(part) };
            if !new.blocks.is_empty() {
                merge.addition(Target::NewPart(at), Held::Part(Box::new(new)));
            }
            continue;
        };
        free.retain(|one| one.id != known.id);
        at = plan.parts.iter().position(|one| one.id == known.id).map_or(at, |at| at + 1);
        let same = plain(&known.heading).to_lowercase() == plain(&part.heading).to_lowercase();
        if !part.heading.trim().is_empty() && !same {
            merge.text(plan, (RecordId::Part(known.id), Field::Heading), None, &part.heading);
        }
        let words = |part: &Part| -> Vec<Words> {
            let count = part.stretches().len();
            (0..count).map(|stretch| Words::Part { part: part.id, stretch }).collect()
        };
        let incoming: Vec<_> =
            (0..part.stretches().len()).map(|stretch| part.stretch(stretch)).collect();
        let own = words(known);
        meet(&stretches(plan, own.iter().copied()), &incoming, &own, merge);
    }
}

/// The same of a paper whose parts have no headings: its words follow one another, whatever part
/// they stand in.
pub(super) fn meet_running(came: &Plan, plan: &Plan, merge: &mut Merge) {
    let parts = plan.parts.iter().filter(|part| part.shown == Shown::Yes);
    let of_parts = parts.flat_map(|part| {
        (0..part.stretches().len()).map(|stretch| Words::Part { part: part.id, stretch })
    });
    let own: Vec<Words> = std::iter::once(Words::Opening).chain(of_parts).collect();
    let mut words = came.opening.clone();
    for part in &came.parts {
        let heading = part.heading.trim();
        words.extend((!heading.is_empty()).then(|| Paragraph::plain(Level::None, heading)));
        words.extend((0..part.stretches().len()).flat_map(|stretch| part.stretch(stretch)));
    }
    meet(&stretches(plan, own.iter().copied()), &[words], &own, merge);
}

/// A paragraph of the plan, and where it stands.
type Now = (Words, usize, Paragraph);

fn stretches(plan: &Plan, of_words: impl IntoIterator<Item = Words>) -> Vec<Now> {
    let each = of_words.into_iter().flat_map(|words| {
        let paragraphs = words.of(plan).unwrap_or_default();
        paragraphs.into_iter().enumerate().map(move |(at, paragraph)| (words, at, paragraph))
    });
    each.collect()
}

fn is_worded(block: &Block) -> bool {
    matches!(block, Block::Paragraph(paragraph) if !paragraph.is_blank())
}

/// The part of the plan that a part of the paper is: that of its name in the form, of its heading,
/// or one that says much the same.
fn part_of<'a>(part: &Part, free: &[&'a Arc<Part>]) -> Option<&'a Arc<Part>> {
    let printed = || free.iter().copied().filter(|one| one.shown == Shown::Yes);
    let heading = |part: &Part| plain(&part.heading).to_lowercase();
    let by_heading = printed().find(|one| heading(one) == heading(part));
    let by_key = || printed().find(|one| one.key.is_some() && one.key == part.key);
    let like = || {
        let own = words_of(part);
        let of = |one: &Part| likeness(&words_of(one), &own);
        printed().max_by_key(|one| of(one)).filter(|one| of(one) >= LIKE)
    };
    by_heading.or_else(by_key).or_else(like)
}

fn words_of(part: &Part) -> String {
    let mut words = part.heading.clone();
    for block in &part.blocks {
        if let Block::Paragraph(paragraph) = block {
            words.push(' ');
            words.push_str(&paragraph.text());
        }
    }
    words
}

/// Notes what differs; `own` are the stretches of the plan, those of the paper stand in
/// `incoming`.
fn meet(now: &[Now], incoming: &[Vec<Paragraph>], own: &[Words], merge: &mut Merge) {
    let texts: Vec<String> = now.iter().map(|(.., paragraph)| plain(&paragraph.text())).collect();
    let came: Vec<(usize, &Paragraph)> = incoming
        .iter()
        .enumerate()
        .flat_map(|(stretch, paragraphs)| paragraphs.iter().map(move |one| (stretch, one)))
        .filter(|(_, paragraph)| !paragraph.is_blank())
        .collect();
    let words: Vec<String> = came.iter().map(|(_, paragraph)| plain(&paragraph.text())).collect();
    let found = pairs(&texts, &words);
    for (at, (stretch, paragraph)) in came.iter().enumerate() {
        if let Some((words_at, index, old)) = found[at].and_then(|known| now.get(known)) {
            if texts[found[at].unwrap_or_default()] != words[at] {
                // Its number and its place in the outline are the plan's.
                let changed = Paragraph { runs: paragraph.runs.clone(), ..old.clone() };
                let changed = changed.with_fields_of(old);
                merge.paragraph((*words_at, *index), old.clone(), changed);
            }
            continue;
        }
        let beside = |of: &usize| {
            let known = found[*of].and_then(|known| now.get(known));
            known.filter(|_| came[*of].0 == *stretch)
        };
        let before = (0..at).rev().find_map(|of| beside(&of));
        let behind = (at + 1..came.len()).find_map(|of| beside(&of));
        let last = || {
            let words = own.get(*stretch).or(own.last()).copied().unwrap_or(Words::Opening);
            (words, now.iter().filter(|(known, ..)| *known == words).count())
        };
        let (words, index) = match (before, behind) {
            (Some((words, index, _)), _) => (*words, index + 1),
            (None, Some((words, index, _))) => (*words, *index),
            (None, None) => last(),
        };
        let new = Held::Paragraph((*paragraph).clone());
        merge.addition(Target::NewParagraph(words, index), new);
    }
}
