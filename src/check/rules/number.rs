//! The document's number is blank, or holds more than a number.

use super::{FindingKind, Fix, Rule, Severity, Source};
use crate::plan::{Field, InfoField, RecordId, Spot};
use crate::understand::document_number;

pub(super) const BLANK: Rule = Rule {
    code: "number-blank",
    severity: Severity::Note,
    source: Source::Layout(3),
    find: |subject, found| {
        let plan = subject.plan;
        if document_number(&plan.number, &plan.symbol).number.is_empty() {
            found.push(Spot::Info(InfoField::Number), FindingKind::NoNumber);
        }
    },
};

/// "Số: 05/KH" in the number, or "05/KH-THCS" in the symbol. The paper takes what is meant;
/// a person reads what is typed.
pub(super) const WITH_MORE: Rule = Rule {
    code: "number-with-more",
    severity: Severity::Warning,
    source: Source::Layout(3),
    find: |subject, found| {
        let plan = subject.plan;
        let meant = document_number(&plan.number, &plan.symbol);
        let kind = |typed: &str| FindingKind::NumberWithMore {
            typed: typed.trim().to_owned(),
            printed: meant.on_paper(),
        };
        let number = meant.number != plan.number.trim();
        let symbol = meant.symbol != plan.symbol.trim();
        // A number that names another symbol is printed as typed, and cannot be mended for sure.
        let unclear = !number && meant.number.contains('/') && !meant.symbol.is_empty();
        let at = Spot::Info;
        if number && !symbol {
            let change = set(Field::Number, &plan.number, &meant.number);
            found.push_with_fix(at(InfoField::Number), kind(&plan.number), change);
        } else if number || unclear {
            found.push(at(InfoField::Number), kind(&plan.number));
        }
        if symbol && !number {
            let change = set(Field::Symbol, &plan.symbol, &meant.symbol);
            found.push_with_fix(at(InfoField::Symbol), kind(&plan.symbol), change);
        }
    },
};

fn set(field: Field, before: &str, after: &str) -> Fix {
    Fix::of_text(RecordId::Plan, field, before, after)
}
