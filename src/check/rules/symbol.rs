//! The symbol of the document: no space in it, and the code of its kind at its head.

use super::{FindingKind, Rule, Severity, Source};
use crate::plan::{InfoField, Spot};
use crate::understand::document_number;
use crate::words;

pub(super) const SPACE: Rule = Rule {
    code: "symbol-space",
    severity: Severity::Warning,
    source: Source::Layout(3),
    find: |subject, found| {
        let plan = subject.plan;
        let symbol = document_number(&plan.number, &plan.symbol).symbol;
        if symbol.contains(char::is_whitespace) {
            found.push(Spot::Info(InfoField::Symbol), FindingKind::SymbolSpace(symbol));
        }
    },
};

pub(super) const KIND: Rule = Rule {
    code: "symbol-kind",
    severity: Severity::Warning,
    source: Source::KindCodes,
    find: |subject, found| {
        let plan = subject.plan;
        let symbol = document_number(&plan.number, &plan.symbol).symbol;
        let code = symbol.trim_start_matches('/').split('-').next().unwrap_or_default();
        let is_plan = words::fold(plan.doc_type.trim()) == "ke hoach";
        if is_plan && !symbol.is_empty() && code.trim() != "KH" {
            found.push(Spot::Info(InfoField::Symbol), FindingKind::SymbolKind(symbol));
        }
    },
};
