//! "./." closes the body of a document; where that reads well, the program can write it.

use super::{FindingKind, Fix, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::edit::{PlanEdit, Words};
use crate::plan::{Block, Part, Record, Run, Spot, TableKind};

pub(super) const RULE: Rule =
    Rule { code: "end-mark-missing", severity: Severity::Warning, source: Source::Layout(6), find };

/// "./." closes the last paragraph of the body, or what is printed last.
fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    let plan = subject.plan;
    let paragraphs = subject.printed_parts().flat_map(|part| {
        part.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) if !paragraph.is_blank() => {
                Some((Spot::Part(part.id), paragraph.text()))
            }
            _ => None,
        })
    });
    let opening = plan
        .opening
        .iter()
        .filter(|paragraph| !paragraph.is_blank())
        .map(|paragraph| (Spot::Opening, paragraph.text()));
    let last = opening.chain(paragraphs).last();
    let closed = |text: &str| text.trim_end().ends_with("./.");
    if last.as_ref().is_some_and(|(_, text)| closed(text))
        || last_words(subject).is_some_and(closed)
    {
        return;
    }
    let (at, text) = last.unwrap_or_else(|| {
        let part = subject.printed_parts().last();
        (part.map_or(Spot::Opening, |part| Spot::Part(part.id)), String::new())
    });
    let mended =
        subject.printed_parts().find(|part| at == Spot::Part(part.id)).and_then(with_end_mark);
    let fix = mended.and_then(|edit| {
        let PlanEdit::SetWords { paragraphs, .. } = &edit else { return None };
        let after = paragraphs.iter().rev().find(|paragraph| !paragraph.is_blank())?.text();
        Some(Fix { edit, before: text, after })
    });
    found.push_with_fix(at, FindingKind::NoEndMark, fix);
}

/// The last words of the body where something other than a paragraph is printed last.
fn last_words<'a>(subject: &Subject<'a>) -> Option<&'a str> {
    let plan = subject.plan;
    let printed = |text: &&str| !text.trim().is_empty();
    let last = subject.printed_parts().flat_map(|part| &part.blocks).last()?;
    match last {
        Block::Groups => {
            let group = plan.working_groups.last()?;
            let member = group.members.last().map(|member| member.name.as_str());
            member.filter(printed).or(Some(&group.task))
        }
        Block::Members => plan.supervisors.last().map(|member| member.what.as_str()),
        Block::Rows => {
            let item = plan.items().last()?;
            let columns = subject.printed_fields(TableKind::Rows);
            columns.iter().rev().filter_map(|field| item.text(*field)).find(printed)
        }
        Block::Table(table) => {
            let cells = &table.rows.last()?.cells;
            cells.iter().rev().map(String::as_str).find(printed)
        }
        Block::Paragraph(_) | Block::Problems | Block::Reviews => None,
    }
}

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
    let at = last.runs.iter().rposition(|run| !run.text.trim().is_empty())?;
    let run = &mut last.runs[at];
    let words = run.text.trim_end();
    if words.ends_with("./.") || words.ends_with([';', ':', ',']) {
        return None;
    }
    let mark = if words.ends_with('.') { "/." } else { "./." };
    if run.field.is_some() {
        // Nobody writes into a field: the mark stands behind it.
        let behind = Run::styled(mark, run.bold, run.italic);
        last.runs.insert(at + 1, behind);
    } else {
        run.text = format!("{words}{mark}");
    }
    Some(PlanEdit::SetWords { of: Words::Part { part: part.id, stretch }, paragraphs })
}
