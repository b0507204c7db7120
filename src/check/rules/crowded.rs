//! A table whose columns had to give up what a reader needs: small letters, parted words.

use super::{FindingKind, Fix, Rule, Severity, Source};
use crate::check::rule::{Found, Subject};
use crate::edit::{PlanEdit, PlanValue, Value};
use crate::plan::{Field, Record, Spot, TableKind, stand_ins};

pub(super) const RULE: Rule =
    Rule { code: "crowded-table", severity: Severity::Warning, source: Source::Printing, find };

fn find(subject: &Subject<'_>, found: &mut Found<'_>) {
    for concession in
        subject.given.concessions.iter().filter(|concession| concession.is_hard_to_read())
    {
        let Some(at) = place(subject, concession.table) else { continue };
        let empty = empty_columns(subject, concession.table);
        let kind = FindingKind::Crowded { concession: *concession, empty };
        // The reviews stay upright whatever is chosen.
        if concession.upright && concession.table != TableKind::Reviews {
            let across = Value::Plan(PlanValue::TablesAcross(true));
            found.push_with_fix(at, kind, Fix::of_value(PlanEdit::SetValue(across)));
        } else {
            found.push(at, kind);
        }
    }
}

/// The table as a whole; of the smaller ones the first line.
fn place(subject: &Subject<'_>, table: TableKind) -> Option<Spot> {
    let plan = subject.plan;
    match table {
        TableKind::Rows => Some(Spot::Table),
        TableKind::Problems => plan.problems.first().map(|one| Spot::Problem(one.id, None)),
        TableKind::Reviews => plan.reviews.first().map(|one| Spot::Review(one.id, None)),
    }
}

/// The columns in which nothing is written: they may be hidden. What is written during the
/// year is waited for.
fn empty_columns(subject: &Subject<'_>, table: TableKind) -> Vec<Field> {
    let plan = subject.plan;
    let printed = subject.printed_fields(table);
    let is_empty = |field: Field| match table {
        TableKind::Rows => {
            let instead = stand_ins(field).iter().filter(|field| !printed.contains(field));
            let texts: Vec<Field> = std::iter::once(field).chain(instead.copied()).collect();
            plan.items().all(|item| texts.iter().all(|&field| blank(item.text(field))))
        }
        TableKind::Problems => plan.problems.iter().all(|one| blank(one.text(field))),
        TableKind::Reviews => false,
    };
    let waited_for = [Field::Tt, Field::Status];
    printed
        .iter()
        .copied()
        .filter(|field| !waited_for.contains(field) && is_empty(*field))
        .collect()
}

fn blank(text: Option<&str>) -> bool {
    text.unwrap_or_default().trim().is_empty()
}
