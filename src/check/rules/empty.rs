//! A row without a word, and a cell that the form prints and that is left empty.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::page::{is_blank, says_nothing, texts_printed};
use crate::plan::{Field, Item, Record, Spot, TableKind, stand_ins};

pub(super) const ROW: Rule = Rule {
    code: "empty-row",
    severity: Severity::Warning,
    source: Source::PlanForm,
    find: |subject, found| {
        for item in subject.plan.items().filter(|item| is_blank(item)) {
            found.push(Spot::Row(item.id, None), FindingKind::EmptyRow);
        }
    },
};

/// What comes of it, who does it, and when.
pub(super) const FIELD: Rule = Rule {
    code: "empty-field",
    severity: Severity::Warning,
    source: Source::PlanForm,
    find: |subject, found| {
        let columns = subject.printed_fields(TableKind::Rows);
        for item in subject.written_items() {
            for field in texts_printed(subject.form, item, &columns) {
                let wanted = matches!(field, Field::Target | Field::Responsible | Field::Time);
                let is_empty = item.text(field).is_some_and(says_nothing);
                if wanted && is_empty {
                    found.push(Spot::Row(item.id, Some(field)), FindingKind::EmptyField);
                }
            }
        }
    },
};

/// Money and other conditions may well be left open: told once for the whole column.
pub(super) const CELLS: Rule = Rule {
    code: "empty-cells",
    severity: Severity::Note,
    source: Source::PlanForm,
    find: |subject, found| {
        if subject.form.narrative {
            return;
        }
        let columns = subject.printed_fields(TableKind::Rows);
        let open = [Field::Budget, Field::Resources, Field::Support];
        for field in open.into_iter().filter(|field| columns.contains(field)) {
            let is_empty = |item: &&Item| {
                let mut texts = std::iter::once(&field).chain(stand_ins(field));
                texts.all(|field| item.text(*field).unwrap_or_default().trim().is_empty())
            };
            let count = subject.written_items().filter(is_empty).count();
            if count > 0 {
                found.push(Spot::Table, FindingKind::EmptyCells { field, count });
            }
        }
    },
};
