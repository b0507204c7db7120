//! How a finding is mended: an edit, with the words before and after; and many at once.

use crate::edit::{Edit, PlanEdit, Words};
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
            Of::Line(record, field, index) => {
                let mut lines = lines_of(&plan.text_of(record, field)?);
                after.clone_into(lines.get_mut(index)?);
                PlanEdit::SetText { record, field, text: lines.join("\n") }
            }
            Of::Paragraph(of, index) => {
                let mut paragraphs = paragraphs_of(plan, of)?;
                let paragraph = paragraphs.get_mut(index)?;
                for run in &mut paragraph.runs {
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

/// Several fixes of one plan as edits that do not undo each other, and how many of them are in:
/// two that change the same words cannot both be.
#[must_use]
pub fn mend(plan: &Plan, fixes: &[&Fix]) -> (Vec<Edit>, usize) {
    let mut edits: Vec<PlanEdit> = Vec::new();
    let mut count = 0;
    for fix in fixes {
        let same = edits.iter_mut().find(|edit| is_of_the_same(edit, &fix.edit));
        let taken = match same {
            None => {
                edits.push(fix.edit.clone());
                true
            }
            Some(edit) => join(plan, edit, &fix.edit),
        };
        count += usize::from(taken);
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
        (PlanEdit::SetWords { of, .. }, PlanEdit::SetWords { of: other, .. }) => of == other,
        _ => one == two,
    }
}

/// Takes what another edit of the same words changes into an edit; whether that went.
fn join(plan: &Plan, edit: &mut PlanEdit, other: &PlanEdit) -> bool {
    match (edit, other) {
        (PlanEdit::SetText { record, field, text }, PlanEdit::SetText { text: other, .. }) => {
            let Some(old) = plan.text_of(*record, *field) else { return false };
            let joined = both(&lines_of(&old), &lines_of(text), &lines_of(other));
            joined.map(|lines| *text = lines.join("\n")).is_some()
        }
        (PlanEdit::SetWords { of, paragraphs }, PlanEdit::SetWords { paragraphs: other, .. }) => {
            let Some(old) = paragraphs_of(plan, *of) else { return false };
            both(&old, paragraphs, other).map(|joined| *paragraphs = joined).is_some()
        }
        _ => false,
    }
}

/// What two changes of one list make together; none where both change the same element.
fn both<T: Clone + PartialEq>(old: &[T], one: &[T], two: &[T]) -> Option<Vec<T>> {
    if one.len() != old.len() || two.len() != old.len() {
        return None;
    }
    let pairs = old.iter().zip(one).zip(two);
    let joined = pairs.map(|((old, one), two)| match (one == old, two == old) {
        (true, _) => Some(two.clone()),
        (false, true) => Some(one.clone()),
        (false, false) => (one == two).then(|| one.clone()),
    });
    joined.collect()
}

fn paragraphs_of(plan: &Plan, of: Words) -> Option<Vec<Paragraph>> {
    Some(match of {
        Words::Bases => plan.bases.clone(),
        Words::Opening => plan.opening.clone(),
        Words::Part { part, stretch } => {
            plan.parts.iter().find(|one| one.id == part)?.stretch(stretch)
        }
    })
}
