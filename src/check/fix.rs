//! How a finding is mended: an edit, with the words before and after; and many at once.

use crate::edit::{Edit, PlanEdit};
use crate::plan::{Field, Paragraph, Plan, RecordId, lines_of};

use super::texts::{Of, Text};

/// The one change that mends a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// The change.
    pub edit: PlanEdit,
    /// The words as they are; blank where no word changes.
    pub before: String,
    /// The words as they will be.
    pub after: String,
}

impl Fix {
    /// A change that is none of words.
    pub(super) fn of_value(edit: PlanEdit) -> Self {
        Self { edit, before: String::new(), after: String::new() }
    }

    /// A change of one text of a record.
    pub(super) fn of_text(record: RecordId, field: Field, before: &str, after: &str) -> Self {
        let edit = PlanEdit::SetText { record, field, text: after.to_owned() };
        Self { edit, before: before.to_owned(), after: after.to_owned() }
    }

    /// A change of a printed text, wherever it is typed; `None` where it cannot be made there.
    ///
    /// `mend` gives the new words, or nothing where a text needs no mending: of a paragraph
    /// each run is mended by itself, and keeps its looks.
    pub(super) fn of(
        plan: &Plan,
        text: &Text<'_>,
        mend: &dyn Fn(&str) -> Option<String>,
    ) -> Option<Self> {
        let before = text.words.clone().into_owned();
        let after = mend(&before)?;
        let edit = match text.of {
            Of::Text(record, field) => PlanEdit::SetText { record, field, text: after.clone() },
            Of::Cell(cell) => PlanEdit::SetCell { cell, text: after.clone() },
            // A line with a break in it would be two.
            Of::Line(..) if before.contains('\n') => return None,
            Of::Line(record, field, index) => {
                let mut lines = lines_of(&plan.text_of(record, field)?);
                let line = lines.get_mut(index).filter(|line| **line == before)?;
                after.clone_into(line);
                PlanEdit::SetText { record, field, text: lines.join("\n") }
            }
            Of::Paragraph(of, index) => {
                let mut paragraphs = of.of(plan)?;
                let paragraph = paragraphs.get_mut(index)?;
                for run in paragraph.runs.iter_mut().filter(|run| run.field.is_none()) {
                    if let Some(mended) = mend(&run.text) {
                        run.text = mended;
                    }
                }
                if paragraph.text() != after {
                    return None;
                }
                PlanEdit::SetWords { of, paragraphs }
            }
            Of::Number(_) => return None,
        };
        Some(Self { edit, before, after })
    }
}

/// Several fixes of one plan as edits that do not undo each other, and how many of them are in.
///
/// Each changes only the words it was found in, as they are in this plan: where they have
/// changed since, by a person or by another of the fixes, it is left out.
#[must_use]
pub fn mend(plan: &Plan, fixes: &[&Fix]) -> (Vec<Edit>, usize) {
    let mut edits: Vec<PlanEdit> = Vec::new();
    let mut count = 0;
    for fix in fixes {
        let at = edits.iter().position(|edit| is_of_the_same(edit, &fix.edit));
        let Some(edit) = on_top(plan, at.and_then(|at| edits.get(at)), fix) else { continue };
        match at.and_then(|at| edits.get_mut(at)) {
            Some(before) => *before = edit,
            None => edits.push(edit),
        }
        count += 1;
    }
    let edits = edits.into_iter().map(|change| Edit::InPlan { plan: plan.id, change });
    (edits.collect(), count)
}

fn is_of_the_same(one: &PlanEdit, two: &PlanEdit) -> bool {
    match (one, two) {
        (
            PlanEdit::SetText { record, field, .. },
            PlanEdit::SetText { record: other, field: of_other, .. },
        ) => record == other && field == of_other,
        (PlanEdit::SetCell { cell, .. }, PlanEdit::SetCell { cell: other, .. }) => cell == other,
        (PlanEdit::SetWords { of, .. }, PlanEdit::SetWords { of: other, .. }) => of == other,
        _ => one == two,
    }
}

/// A fix on top of what an edit before it makes of the same words, or of the plan's own.
fn on_top(plan: &Plan, before: Option<&PlanEdit>, fix: &Fix) -> Option<PlanEdit> {
    match &fix.edit {
        PlanEdit::SetText { record, field, text: mended } => {
            let now = match before {
                Some(PlanEdit::SetText { text, .. }) => text.clone(),
                _ => plan.text_of(*record, *field)?.into_owned(),
            };
            let text = if now == fix.before {
                mended.clone()
            } else {
                let mut lines = lines_of(&now);
                let line = changed(&lines, &lines_of(mended), fix, String::clone)?;
                fix.after.clone_into(lines.get_mut(line)?);
                lines.join("\n")
            };
            Some(PlanEdit::SetText { record: *record, field: *field, text })
        }
        PlanEdit::SetWords { of, paragraphs: mended } => {
            let mut paragraphs = match before {
                Some(PlanEdit::SetWords { paragraphs, .. }) => paragraphs.clone(),
                _ => of.of(plan)?,
            };
            let at = changed(&paragraphs, mended, fix, Paragraph::text)?;
            *paragraphs.get_mut(at)? = mended.get(at)?.clone();
            Some(PlanEdit::SetWords { of: *of, paragraphs })
        }
        PlanEdit::SetCell { cell, text } => {
            let now = match before {
                Some(PlanEdit::SetCell { text, .. }) => text,
                _ => cell.text_in(plan)?,
            };
            (now == fix.before).then(|| PlanEdit::SetCell { cell: *cell, text: text.clone() })
        }
        other => before.is_none().then(|| other.clone()),
    }
}

/// Which element still has the words that a fix changes.
fn changed<T>(now: &[T], mended: &[T], fix: &Fix, text: impl Fn(&T) -> String) -> Option<usize> {
    let mut pairs = now.iter().zip(mended);
    pairs.position(|(now, mended)| text(now) == fix.before && text(mended) == fix.after)
}
