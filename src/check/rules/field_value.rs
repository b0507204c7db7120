//! A field among the words of the plan for which the plan has no value: dots stand on paper.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::plan::{Block, Paragraph, RunField, Shown, Spot};

pub(super) const RULE: Rule =
    Rule { code: "field-without-value", severity: Severity::Error, source: Source::Printing, find };

fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    let plan = subject.plan;
    let mut look = |at: Spot, paragraphs: &mut dyn Iterator<Item = &Paragraph>| {
        let mut said: Vec<RunField> = Vec::new();
        for field in paragraphs.flat_map(|one| &one.runs).filter_map(|run| run.field) {
            if field.value(plan).is_none() && !said.contains(&field) {
                said.push(field);
                found.push(at.clone(), FindingKind::FieldWithoutValue(field));
            }
        }
    };
    look(Spot::Bases, &mut plan.bases.iter());
    look(Spot::Opening, &mut plan.opening.iter());
    for part in plan.parts.iter().filter(|part| part.shown == Shown::Yes) {
        look(
            Spot::Part(part.id),
            &mut part.blocks.iter().filter_map(|block| match block {
                Block::Paragraph(paragraph) => Some(paragraph),
                _ => None,
            }),
        );
    }
}
