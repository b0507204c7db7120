//! Nobody signs.

use super::{FindingKind, Rule, Severity, Source};
use crate::check::page::says_nothing;
use crate::plan::{InfoField, Spot};

pub(super) const RULE: Rule = Rule {
    code: "missing-signer",
    severity: Severity::Error,
    source: Source::Layout(7),
    find: |subject, found| {
        // "(Ký, ghi rõ họ tên)" is no name.
        let is_written = |text: &str| !says_nothing(text) && !text.trim_start().starts_with('(');
        let signatures = || subject.plan.signatures.iter().filter(|one| !one.approves);
        if signatures().any(|one| is_written(&one.position) && is_written(&one.name)) {
            return;
        }
        let position = signatures().any(|one| is_written(&one.position));
        found.push(Spot::Info(InfoField::Signatures), FindingKind::NoSigner { position });
    },
};
