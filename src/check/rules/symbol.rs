//! The symbol of the document: no space in it, and the code of its kind at its head.

use super::{FindingKind, Rule, Severity, Source};
use crate::plan::{InfoField, Paper, Spot};
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
        let (kind, needed) = match plan.paper {
            Paper::Plan | Paper::Supplement => ("ke hoach", "KH"),
            Paper::Minutes => ("bien ban", "BB"),
            Paper::Report => ("bao cao", "BC"),
        };
        let is_of_kind = words::fold(plan.doc_type.trim()) == kind;
        if is_of_kind && !symbol.is_empty() && code.trim() != needed {
            let kind = FindingKind::SymbolKind { symbol, code: needed };
            found.push(Spot::Info(InfoField::Symbol), kind);
        }
    },
};
