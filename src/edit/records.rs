//! One text or one value of one record of a plan.

use std::sync::Arc;

use super::list::{check_groups, check_problem};
use super::value::{PlanValue, Value};
use super::{CellOf, EditError, Words};
use crate::plan::{
    Block, Dossier, Field, Group, Id, Item, Paragraph, Part, Plan, Problem, Record, RecordId, Row,
    TextRow, TextTable, Texts,
};
use crate::understand::{group_in, standard_of_title, standards_in};

/// Sets one text of one record.
pub(super) fn set_text(
    plan: &mut Plan,
    record: RecordId,
    field: Field,
    text: String,
) -> Result<(), EditError> {
    let text = text.nfc();
    let lost = EditError::NoRecord(record);
    let written = match record {
        RecordId::Plan => write(plan, field, text),
        RecordId::Letterhead => write(&mut plan.letterhead, field, text),
        RecordId::Part(id) => write_arc(part_mut(plan, id)?, field, text),
        RecordId::Row(id) => match row_mut(plan, id)? {
            Row::Band(band) => write_arc(band, field, text),
            Row::Item(item) => write_arc(item, field, text),
            Row::Group(group) => {
                let written = write_arc(group, field, text);
                if written == Written::Changed && field == Field::Title {
                    let group = Arc::make_mut(group);
                    group.standard = standard_of_title(&group.title);
                }
                written
            }
        },
        RecordId::Problem(id) => write_arc(problem_mut(plan, id)?, field, text),
        RecordId::Review(id) => {
            write(plan.reviews.iter_mut().find(|one| one.id == id).ok_or(lost)?, field, text)
        }
        RecordId::WorkingGroup(id) => {
            let group = plan.working_groups.iter_mut().find(|one| one.id == id).ok_or(lost)?;
            let written = write(group, field, text);
            if written == Written::Changed && field == Field::Task {
                group.standards = standards_in(&group.task);
            }
            written
        }
        RecordId::Member(id) => {
            let mut members = plan.working_groups.iter_mut().flat_map(|group| &mut group.members);
            write(members.find(|one| one.id == id).ok_or(lost)?, field, text)
        }
        RecordId::Supervisor(id) => {
            let person = plan.supervisors.iter_mut().find(|one| one.id == id).ok_or(lost)?;
            let written = write(person, field, text);
            if written == Written::Changed && field == Field::What {
                person.group = group_in(&person.what, &plan.working_groups);
            }
            written
        }
        RecordId::Signature(id) => {
            write(plan.signatures.iter_mut().find(|one| one.id == id).ok_or(lost)?, field, text)
        }
        // A line of the log stays as it was written.
        RecordId::Entry(_) => Written::NoSuchText,
    };
    if written == Written::NoSuchText { Err(EditError::NoText(record, field)) } else { Ok(()) }
}

/// What became of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    Changed,
    Same,
    NoSuchText,
}

fn write<R: Record>(record: &mut R, field: Field, text: String) -> Written {
    match record.read(field) {
        None => return Written::NoSuchText,
        Some(known) if known == text => return Written::Same,
        Some(_) => {}
    }
    record.write(field, text);
    Written::Changed
}

/// A record behind an `Arc` is copied only where its text changes.
fn write_arc<R: Record + Clone>(record: &mut Arc<R>, field: Field, text: String) -> Written {
    match record.read(field) {
        None => return Written::NoSuchText,
        Some(known) if known == text => return Written::Same,
        Some(_) => {}
    }
    write(Arc::make_mut(record), field, text)
}

/// Sets one value.
pub(super) fn set_value(
    dossier: &Dossier,
    plan: &mut Plan,
    value: &Value,
) -> Result<(), EditError> {
    match value.clone() {
        Value::Plan(value) => {
            if let PlanValue::Amends(Some(id)) = value
                && (id == plan.id || dossier.plan(id).is_none())
            {
                return Err(EditError::NoPlan(id));
            }
            value.set(plan);
        }
        Value::Letterhead(value) => value.set(&mut plan.letterhead),
        Value::Shown { part, shown } => {
            change(part_mut(plan, part)?, |part: &mut Part| part.shown = shown);
        }
        Value::Group(id, value) => match row_mut(plan, id)? {
            Row::Group(group) => change(group, |group: &mut Group| value.set(group)),
            _ => return Err(EditError::NoRecord(RecordId::Row(id))),
        },
        Value::Item(id, value) => {
            if let super::value::ItemValue::Problem(problem) = value {
                check_problem(plan, problem)?;
            }
            match row_mut(plan, id)? {
                Row::Item(item) => change(item, |item: &mut Item| value.set(item)),
                _ => return Err(EditError::NoRecord(RecordId::Row(id))),
            }
        }
        Value::ProblemCriteria(id, codes) => {
            change(problem_mut(plan, id)?, |problem: &mut Problem| problem.criteria = codes);
        }
        Value::GroupStandards(id, standards) => {
            let group = plan.working_groups.iter_mut().find(|one| one.id == id);
            let group = group.ok_or(EditError::NoRecord(RecordId::WorkingGroup(id)))?;
            group.standards = standards;
        }
        Value::SupervisedGroup(id, group) => {
            let person = plan.supervisors.iter_mut().find(|one| one.id == id);
            let person = person.ok_or(EditError::NoRecord(RecordId::Supervisor(id)))?;
            person.group = group;
            check_groups(&plan.working_groups, &plan.supervisors)?;
        }
        Value::Approves(id, approves) => {
            let signature = plan.signatures.iter_mut().find(|one| one.id == id);
            let signature = signature.ok_or(EditError::NoRecord(RecordId::Signature(id)))?;
            signature.approves = approves;
        }
        Value::ReviewDay(id, day) => {
            let review = plan.reviews.iter_mut().find(|one| one.id == id);
            review.ok_or(EditError::NoRecord(RecordId::Review(id)))?.day = day;
        }
    }
    Ok(())
}

/// Changes what stands behind an `Arc`, which stays the same where nothing changes.
fn change<T: Texts + Clone + PartialEq>(place: &mut Arc<T>, change: impl FnOnce(&mut T)) {
    let mut value = T::clone(place);
    change(&mut value);
    let value = value.nfc();
    if value != **place {
        *place = Arc::new(value);
    }
}

/// Sets the paragraphs of one field of rich words.
pub(super) fn set_words(
    plan: &mut Plan,
    of: Words,
    paragraphs: &[Paragraph],
) -> Result<(), EditError> {
    let paragraphs = paragraphs.to_vec().nfc();
    match of {
        Words::Bases => plan.bases = paragraphs,
        Words::Opening => plan.opening = paragraphs,
        Words::Part { part, stretch } => {
            let place = part_mut(plan, part)?;
            let range = place.stretches().into_iter().nth(stretch);
            let range = range.ok_or(EditError::NoStretch(part))?;
            change(place, |part: &mut Part| {
                part.blocks.splice(range, paragraphs.into_iter().map(Block::Paragraph));
            });
        }
    }
    Ok(())
}

/// Sets one text of a table of words: of a row, or of the titles.
pub(super) fn set_cell(plan: &mut Plan, cell: CellOf, text: &str) -> Result<(), EditError> {
    let text = text.to_owned().nfc();
    change_table(plan, cell.part, cell.block, |table| {
        *table.text_mut(cell.row, cell.column)? = text;
        Some(())
    })
}

/// Rows of a table of words go, others come in their place.
pub(super) fn splice_rows(
    plan: &mut Plan,
    (part, block): (Id, usize),
    at: usize,
    gone: usize,
    new: &[TextRow],
) -> Result<(), EditError> {
    change_table(plan, part, block, |table| {
        let end = at.checked_add(gone).filter(|end| *end <= table.rows.len())?;
        let width = table.columns.len();
        let even = |row: &TextRow| {
            let mut row = row.clone();
            row.cells.resize(width.max(row.cells.len()), String::new());
            row
        };
        table.rows.splice(at..end, new.iter().map(even));
        Some(())
    })
}

fn change_table(
    plan: &mut Plan,
    part: Id,
    block: usize,
    with: impl FnOnce(&mut TextTable) -> Option<()>,
) -> Result<(), EditError> {
    let place = part_mut(plan, part)?;
    let mut done = None;
    change(place, |part: &mut Part| {
        if let Some(Block::Table(table)) = part.blocks.get_mut(block) {
            done = with(table);
        }
    });
    done.ok_or(EditError::NoCell(part))
}

/// The words proposed for a part stand in it again.
pub(super) fn reset_part(plan: &mut Plan, part: Id, blocks: &[Block]) -> Result<(), EditError> {
    let blocks = blocks.to_vec();
    change(part_mut(plan, part)?, |part: &mut Part| part.blocks = blocks);
    Ok(())
}

fn part_mut(plan: &mut Plan, id: Id) -> Result<&mut Arc<Part>, EditError> {
    let part = plan.parts.iter_mut().find(|part| part.id == id);
    part.ok_or(EditError::NoRecord(RecordId::Part(id)))
}

fn row_mut(plan: &mut Plan, id: Id) -> Result<&mut Row, EditError> {
    let row = plan.rows.iter_mut().find(|row| row.id() == id);
    row.ok_or(EditError::NoRecord(RecordId::Row(id)))
}

fn problem_mut(plan: &mut Plan, id: Id) -> Result<&mut Arc<Problem>, EditError> {
    let problem = plan.problems.iter_mut().find(|problem| problem.id == id);
    problem.ok_or(EditError::NoRecord(RecordId::Problem(id)))
}
