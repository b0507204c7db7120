//! A row without a word, and a cell that the form prints and that is left empty.

use super::{FindingKind, Rule, Severity};
use crate::check::rule::is_blank;
use crate::plan::{Field, Record, Spot, TableKind};

pub(super) const ROW: Rule = Rule {
    code: "empty-row",
    severity: Severity::Warning,
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
    find: |subject, found| {
        let columns = subject.printed_fields(TableKind::Rows);
        for item in subject.written_items() {
            for field in subject.texts_printed(item, &columns) {
                let wanted = matches!(field, Field::Target | Field::Responsible | Field::Time);
                let is_empty = item.text(field).is_some_and(|text| text.trim().is_empty());
                if wanted && is_empty {
                    found.push(Spot::Row(item.id, Some(field)), FindingKind::EmptyField);
                }
            }
        }
    },
};
