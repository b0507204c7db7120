//! The parts of the document: headings, paragraphs, and the blocks that stand among them.

use super::{Block, Role, Text, chart, members, narrative, table};
use crate::plan::number::{Numbering, part_numbers};
use crate::plan::{self, Form, Paragraph, Plan, Run, Shown, TableKind};

/// The legal bases, in italics where the plan says so, and the opening.
pub(super) fn preamble(plan: &Plan, out: &mut Vec<Block>) {
    let mut numbering = Numbering::default();
    for basis in &plan.bases {
        push_paragraph(basis, plan.bases_italic, &mut numbering, out);
    }
    let mut numbering = Numbering::default();
    for paragraph in &plan.opening {
        push_paragraph(paragraph, false, &mut numbering, out);
    }
}

/// The printed parts in order, numbered I, II, III; a part without a heading has no number. Gives
/// the place behind the rows, where they are printed.
pub(super) fn parts(plan: &Plan, form: &Form, out: &mut Vec<Block>) -> Option<usize> {
    let mut after_rows = None;
    for (part, numeral) in plan.parts.iter().zip(part_numbers(plan)) {
        if part.shown != Shown::Yes {
            continue;
        }
        if part.is_numbered() {
            let heading = part.heading.trim().to_owned();
            out.push(Block::Paragraph(Text {
                marker: numeral,
                runs: vec![Run::styled(heading, true, false)],
                role: Role::PartHeading,
                outline: 1,
            }));
        }
        let mut numbering = Numbering::default();
        let mut drawn = plan.options.timeline_appendix.then(|| chart::after(plan, part)).flatten();
        for (at, block) in part.blocks.iter().enumerate() {
            match block {
                plan::Block::Paragraph(paragraph) => {
                    push_paragraph(paragraph, false, &mut numbering, out);
                }
                plan::Block::Rows if form.narrative => narrative::narrative(plan, form, out),
                plan::Block::Rows => out.extend(table::rows(plan, form).map(Block::Table)),
                plan::Block::Table(words) => out.extend(table::of_words(words).map(Block::Table)),
                plan::Block::Problems => {
                    out.extend(table::records(TableKind::Problems, plan, form).map(Block::Table));
                }
                plan::Block::Reviews => {
                    out.extend(table::records(TableKind::Reviews, plan, form).map(Block::Table));
                }
                plan::Block::Members => members::supervisors(plan, out),
                plan::Block::Groups => members::groups(plan, out),
            }
            if *block == plan::Block::Rows {
                after_rows = Some(out.len());
            }
            if let Some((_, chart)) = drawn.take_if(|(behind, _)| *behind == at) {
                out.push(Block::Chart(chart));
            }
        }
    }
    after_rows
}

/// A blank paragraph leaves no trace.
fn push_paragraph(
    paragraph: &Paragraph,
    italic: bool,
    numbering: &mut Numbering,
    out: &mut Vec<Block>,
) {
    if paragraph.is_blank() {
        return;
    }
    let heading = paragraph.is_heading;
    let runs = paragraph
        .plain_runs()
        .iter()
        .filter(|run| !run.text.is_empty())
        .map(|run| Run::styled(run.text.clone(), run.bold || heading, run.italic || italic))
        .collect();
    out.push(Block::Paragraph(Text {
        marker: numbering.next(paragraph.level),
        runs,
        role: if heading { Role::Heading } else { Role::Body },
        outline: if heading { 2 } else { 0 },
    }));
}
