//! The motto, where a person typed it: plain hyphens with a space on each side.

use super::{FindingKind, Fix, Rule, Severity, Source};
use crate::plan::Spot;
use crate::words::with_motto_hyphens;

pub(super) const RULE: Rule = Rule {
    code: "motto-hyphens",
    severity: Severity::Warning,
    source: Source::Layout(1),
    find: |subject, found| {
        let heads = subject
            .texts
            .iter()
            .filter(|text| text.is_paragraph() || matches!(text.at, Spot::Info(_) | Spot::Part(_)));
        for text in heads {
            if with_motto_hyphens(&text.words).is_some() {
                let fix = Fix::of(subject.plan, text, &with_motto_hyphens);
                found.push_with_fix(text.at.clone(), FindingKind::MottoHyphens, fix);
            }
        }
    },
};
